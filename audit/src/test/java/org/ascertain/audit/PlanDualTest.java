package org.ascertain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ascertain.audit.AuditPlan.Task;
import org.ascertain.audit.Cover.Choice;
import org.ascertain.standing.History;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * That no plan is cheaper, shown by prices: each set of units that has to be refuted pays something
 * for it, no unit gets more than its cards cost, and all of it together is what the plan costs.
 * That the prices keep to this is added up here, apart from any solver.
 */
class PlanDualTest {

  private final List<AuditPlan.Line> units = new ArrayList<>();
  private final List<Set<Integer>> sets = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"2004", "2008", "2012", "2016", "2020", "2024"})
  void prices_of_the_sets_add_up_to_what_the_plan_costs(int year) {
    History history = ArchivedElection.of(year);
    for (AuditMethod method :
        List.of(new AuditMethod.Comparison(0.001, 0.0001), new AuditMethod.Polling())) {
      AuditPlan plan =
          AuditPlan.of(Holdings.at(history, history.end()), method, 0.05, Set.of("NE-2"), Set.of());
      assertThat(prices(plan)).isCloseTo(plan.joint(), within(1e-5 * plan.joint()));
    }
  }

  /** The dearest prices over the sets that a plan has to refute. */
  private double prices(AuditPlan plan) {
    units.clear();
    sets.clear();
    plan.units().stream().filter(line -> line.task() == Task.SAMPLE).forEach(units::add);
    int needed = plan.toOverturn() - plan.unauditable();
    double[] shares = new double[units.size()];
    for (Set<Integer> violated = lightest(shares, needed);
        !violated.isEmpty();
        violated = lightest(shares, needed)) {
      sets.add(violated);
      shares = cheapest();
    }
    return dearest();
  }

  /** A set that the shares do not refute; empty if there is none. */
  private Set<Integer> lightest(double[] shares, int needed) {
    List<Choice<Integer>> choices = new ArrayList<>();
    for (int u = 0; u < shares.length; u++)
      choices.add(new Choice<>(u, units.get(u).holding().electors(), shares[u]));
    return Cover.lightest(Cover.apart(choices), needed)
        .filter(cover -> cover.weight() < 1 - 1e-9)
        .map(cover -> Set.copyOf(cover.chosen().stream().map(Choice::what).toList()))
        .filter(set -> !sets.contains(set))
        .orElse(Set.of());
  }

  private double[] cheapest() {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    List<Variable> shares = new ArrayList<>();
    for (AuditPlan.Line line : units)
      shares.add(model.newVariable(line.holding().id()).lower(0).upper(1).weight(line.alone()));
    for (Set<Integer> set : sets) {
      Expression sum = model.newExpression("set " + set).lower(1);
      for (int u : set) sum.set(shares.get(u), 1);
    }
    Optimisation.Result best = model.minimise();
    double[] values = new double[units.size()];
    for (int u = 0; u < values.length; u++) values[u] = Math.clamp(best.doubleValue(u), 0, 1);
    return values;
  }

  private double dearest() {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    List<Variable> prices = new ArrayList<>();
    for (Set<Integer> set : sets) prices.add(model.newVariable("set " + set).lower(0).weight(1));
    List<Variable> over = new ArrayList<>();
    for (AuditPlan.Line line : units)
      over.add(model.newVariable(line.holding().id()).lower(0).weight(-1));
    for (int u = 0; u < units.size(); u++) {
      Expression paid = model.newExpression("unit " + u).upper(units.get(u).alone());
      paid.set(over.get(u), -1);
      for (int s = 0; s < sets.size(); s++) if (sets.get(s).contains(u)) paid.set(prices.get(s), 1);
    }
    return addedUp(model.maximise());
  }

  /** What the prices are worth, once no unit is paid more than it costs. */
  private double addedUp(Optimisation.Result solved) {
    double worth = 0;
    double[] paid = new double[units.size()];
    for (int s = 0; s < sets.size(); s++) {
      double price = Math.max(0, solved.doubleValue(s));
      worth += price;
      for (int u : sets.get(s)) paid[u] += price;
    }
    for (int u = 0; u < paid.length; u++) worth -= Math.max(0, paid[u] - units.get(u).alone());
    return worth;
  }
}
