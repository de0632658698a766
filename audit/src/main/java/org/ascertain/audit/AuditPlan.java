package org.ascertain.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ascertain.audit.Cover.Choice;
import org.ascertain.audit.Holding.Count;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * How few cards, drawn where, could be expected to confirm that who is reported to have a majority
 * of the electors has it. A what-if: nobody can order all states to sample.
 *
 * <p>Every set of the winner's units with enough electors to take the majority away has to be
 * refuted, together, by evidence of ln(1 / alpha). The least cost of that is a linear program whose
 * rows are made as they are violated: the lightest such set is found by {@link Cover}. Its value is
 * a lower bound of the mean number of cards, at the supposed rates of errors, drawing with
 * replacement and without full counts. Doubles throughout; electors are whole.
 *
 * @param winner who is reported to have the majority
 * @param electors how many he holds
 * @param toOverturn with how many fewer he has none
 * @param alpha the risk of confirming a majority that is wrong
 * @param units the winner's units, those with most cards first
 * @param joint cards in all; 0 where the outcome cannot be confirmed
 * @param allButSet cards if each of the winner's units is confirmed by itself but the dearest of
 *     those that may all be wrong together; 0 where the outcome cannot be confirmed
 * @param winnersApart cards if each of the winner's units is confirmed by itself
 * @param apart cards if every unit of anybody is
 */
public record AuditPlan(
    String winner,
    int electors,
    int toOverturn,
    double alpha,
    List<Line> units,
    double joint,
    double allButSet,
    double winnersApart,
    double apart) {

  private static final double TOLERANCE = 1e-9;
  private static final int MOST_ROWS = 20_000;

  /** What is to be done in a unit. */
  public enum Task {
    /** Cards are drawn, or none are needed. */
    SAMPLE,
    /** It is taken as counted whole by hand, with the reported winner. */
    COUNTED,
    /** It cannot be audited: no votes on record, no assertion at hand, or as was asked for. */
    UNAUDITABLE
  }

  /**
   * One unit.
   *
   * @param cards how many to expect
   * @param alone how many if it had to be confirmed by itself
   */
  public record Line(Holding holding, Task task, double cards, double alone) {}

  /** Why there is nothing to plan: nobody has a majority. */
  public static Optional<String> refusal(Holdings holdings) {
    return holdings.winner().isPresent()
        ? Optional.empty()
        : Optional.of(
            "Nobody is reported with %d of %d electors: there is no majority that an audit could confirm."
                .formatted(holdings.majority(), holdings.electors()));
  }

  /**
   * The cheapest plan.
   *
   * @param holdings with a winner
   * @param alpha between 0 and 1/2
   * @param unaudited ids of units that cannot be audited
   * @param counted ids of units that are taken as counted whole by hand, with the reported winner
   */
  public static AuditPlan of(
      Holdings holdings,
      AuditMethod method,
      double alpha,
      Set<String> unaudited,
      Set<String> counted) {
    String winner = holdings.winner().orElseThrow();
    double evidence = Math.log(1 / alpha);
    List<Line> lines = new ArrayList<>();
    double apart = 0;
    for (Holding holding : holdings.all()) {
      Optional<Double> cost = cost(holding, method, evidence);
      apart += cost.orElse(0.0) * evidence;
      if (holding.candidate().equals(winner))
        lines.add(line(holding, cost, evidence, unaudited, counted));
    }
    int toOverturn = holdings.toOverturn(winner);
    double winnersApart = lines.stream().mapToDouble(Line::alone).sum();
    int electors = holdings.byCandidate().getOrDefault(winner, 0);
    if (unauditable(lines) >= toOverturn)
      return new AuditPlan(
          winner, electors, toOverturn, alpha, List.copyOf(lines), 0, 0, winnersApart, apart);
    int needed = toOverturn - unauditable(lines);
    List<Line> planned = cheapest(lines, needed);
    return new AuditPlan(
        winner,
        electors,
        toOverturn,
        alpha,
        planned,
        planned.stream().mapToDouble(Line::cards).sum(),
        allButSet(lines, needed),
        winnersApart,
        apart);
  }

  private static Line line(
      Holding holding,
      Optional<Double> cost,
      double evidence,
      Set<String> unaudited,
      Set<String> counted) {
    Task task =
        counted.containsAll(holding.units())
            ? Task.COUNTED
            : cost.isEmpty() || holding.units().stream().anyMatch(unaudited::contains)
                ? Task.UNAUDITABLE
                : Task.SAMPLE;
    return new Line(holding, task, 0, cost.orElse(0.0) * evidence);
  }

  /**
   * Cards for evidence of 1, no more than all cards for all of it. Empty where nothing can be drawn
   * for.
   */
  private static Optional<Double> cost(Holding holding, AuditMethod method, double evidence) {
    return holding
        .count()
        .filter(Count::canBeSampled)
        .map(count -> Math.min(1 / Math.max(0, growth(count, method)), count.all() / evidence));
  }

  private static double growth(Count count, AuditMethod method) {
    double all = count.all();
    return switch (method) {
      case AuditMethod.Comparison(double one, double two) ->
          Growth.ofComparison(count.margin() / all, one, two);
      case AuditMethod.Polling polling ->
          Growth.ofPolling(count.votes() / all, count.votesOfSecond() / all);
    };
  }

  private static int unauditable(List<Line> lines) {
    return lines.stream()
        .filter(line -> line.task() == Task.UNAUDITABLE)
        .mapToInt(line -> line.holding().electors())
        .sum();
  }

  /** How many electors of the winner's are in units that cannot be audited. */
  public int unauditable() {
    return unauditable(units);
  }

  /** Whether evidence from the other units can confirm the majority. */
  public boolean canConfirm() {
    return unauditable() < toOverturn;
  }

  /**
   * What is confirmed has to hold all electors but so many fewer than are needed to take the
   * majority away: the cheapest such set.
   */
  private static double allButSet(List<Line> lines, int needed) {
    List<Choice<Line>> each =
        drawn(lines).stream()
            .map(line -> new Choice<>(line, line.holding().electors(), line.alone()))
            .toList();
    int electors = each.stream().mapToInt(Choice::electors).sum();
    return Cover.lightest(Cover.apart(each), electors - needed + 1).orElseThrow().weight();
  }

  private static List<Line> drawn(List<Line> lines) {
    return lines.stream().filter(line -> line.task() == Task.SAMPLE).toList();
  }

  private static List<Line> cheapest(List<Line> lines, int needed) {
    List<Line> drawn = drawn(lines);
    double[] shares = shares(drawn, needed);
    Map<Holding, Double> cards = new LinkedHashMap<>();
    for (int u = 0; u < drawn.size(); u++)
      cards.put(drawn.get(u).holding(), drawn.get(u).alone() * shares[u]);
    return lines.stream()
        .map(
            line ->
                new Line(
                    line.holding(),
                    line.task(),
                    cards.getOrDefault(line.holding(), 0.0),
                    line.alone()))
        .sorted(Comparator.comparing(Line::cards, Comparator.reverseOrder()))
        .toList();
  }

  /** Of each unit, what part of the evidence that would confirm it alone. */
  private static double[] shares(List<Line> drawn, int needed) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    List<Variable> variables = new ArrayList<>();
    for (Line line : drawn)
      variables.add(model.newVariable(line.holding().id()).lower(0).upper(1).weight(line.alone()));
    double[] shares = new double[drawn.size()];
    Set<Set<Integer>> rows = new HashSet<>();
    while (rows.size() < MOST_ROWS) {
      Optional<Cover<Integer>> lightest =
          Cover.lightest(Cover.apart(choices(drawn, shares)), needed);
      if (lightest.isEmpty() || lightest.get().weight() >= 1 - TOLERANCE) return shares;
      Set<Integer> row = new HashSet<>();
      lightest.get().chosen().forEach(choice -> row.add(choice.what()));
      if (!rows.add(row)) return shares;
      Expression sum = model.newExpression("set " + rows.size()).lower(1);
      for (int u : row) sum.set(variables.get(u), 1);
      Optimisation.Result best = model.minimise();
      if (!best.getState().isFeasible())
        throw new IllegalStateException("the program has no solution: " + best.getState());
      for (int u = 0; u < shares.length; u++) shares[u] = Math.clamp(best.doubleValue(u), 0, 1);
    }
    throw new IllegalStateException("more rows than " + MOST_ROWS);
  }

  private static List<Choice<Integer>> choices(List<Line> drawn, double[] shares) {
    List<Choice<Integer>> choices = new ArrayList<>();
    for (int u = 0; u < drawn.size(); u++)
      choices.add(new Choice<>(u, drawn.get(u).holding().electors(), shares[u]));
    return choices;
  }
}
