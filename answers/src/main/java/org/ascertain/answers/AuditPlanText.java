package org.ascertain.answers;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ascertain.audit.AuditMethod;
import org.ascertain.audit.AuditPlan;
import org.ascertain.audit.Holding;
import org.ascertain.audit.Holding.Count.Kind;
import org.ascertain.audit.Holdings;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.When;
import org.ascertain.standing.History;

/** How few cards could be expected to confirm a national majority. */
public final class AuditPlanText implements InTwoForms {

  private static final int WIDTH = 80;
  private static final double LEAST = 0.5;

  private final Header header;
  private final Caveat caveat;
  private final AuditMethod method;
  private final AuditPlan plan;
  private final Names names;

  /**
   * @param holdings with a majority; {@link AuditPlan#refusal} says otherwise
   */
  public AuditPlanText(
      History history,
      Caveat caveat,
      Holdings holdings,
      AuditMethod method,
      double alpha,
      Set<String> unaudited,
      Set<String> counted) {
    this.header = history.header();
    this.caveat = caveat;
    this.method = method;
    this.names = new Names(header);
    this.plan = AuditPlan.of(holdings, method, alpha, unaudited, counted);
  }

  /** The electors of an election at a moment as the votes fell. */
  public static Holdings holdings(History history, When moment) {
    return Holdings.at(history, moment.effective());
  }

  /** Whether units that can be audited are enough to confirm the majority. */
  public boolean canConfirm() {
    return plan.canConfirm();
  }

  @Override
  public void print(PrintWriter out, TextLayout layout) {
    out.println(layout.bold("What a joint audit of " + header.election() + " would cost"));
    caveat.print(out);
    lines(out, "A what-if: nobody can order all states to sample.");
    out.println();
    lines(out, statement());
    lines(out, allowed());
    if (!plan.canConfirm()) {
      lines(out, why());
      return;
    }
    out.println();
    lines(out, "Cards to expect at a risk of " + percent(plan.alpha()) + ", " + method() + ":");
    row(out, "jointly", plan.joint());
    row(out, "each apart, but a set of " + (plan.toOverturn() - 1), plan.allButSet());
    row(out, names.of(plan.winner()) + "'s units, each apart", plan.winnersApart());
    row(out, "all units, each apart", plan.apart());
    lines(
        out,
        "The first is a lower bound of the mean for every rule of sampling, drawing with"
            + " replacement; a run takes some more, and some runs half as many again.");
    out.println();
    out.printf("  %-28s %8s %12s %12s%n", "unit", "electors", "margin", "cards");
    for (AuditPlan.Line line : drawn())
      out.printf(
          "  %-28s %8d %12s %12s%n",
          HoldingWords.place(line.holding()),
          line.holding().electors(),
          margin(line.holding()),
          cards(line));
    List<AuditPlan.Line> none = of(AuditPlan.Task.SAMPLE, false);
    if (!none.isEmpty()) lines(out, "No cards: " + places(none) + " (" + electors(none) + ").");
    List<AuditPlan.Line> counted = of(AuditPlan.Task.COUNTED, false);
    if (!counted.isEmpty())
      lines(
          out,
          "Taken as counted whole by hand, with the reported winner: " + places(counted) + ".");
    List<AuditPlan.Line> ranked =
        plan.units().stream().filter(line -> isOfFirstChoices(line.holding())).toList();
    if (!ranked.isEmpty())
      lines(
          out,
          "Votes are ranked in "
              + places(ranked)
              + ": what is confirmed there is more than half of all first choices.");
    lines(out, "All units are taken as able to do so, with a card for each vote on record.");
  }

  private static boolean isOfFirstChoices(Holding holding) {
    return holding.count().filter(count -> count.kind() == Kind.FIRST_CHOICES).isPresent();
  }

  private String statement() {
    return names.of(plan.winner())
        + " holds "
        + FactText.electors(plan.electors())
        + " as the votes fell. The majority is wrong only if units reported so that were not won"
        + " hold "
        + FactText.electors(plan.toOverturn())
        + " or more together; what is confirmed is the majority, no single unit.";
  }

  private String allowed() {
    List<Holding> unauditable =
        of(AuditPlan.Task.UNAUDITABLE, false).stream().map(AuditPlan.Line::holding).toList();
    return HoldingWords.allowed(plan.toOverturn(), unauditable);
  }

  private String why() {
    return "It cannot be confirmed: units that cannot be audited hold "
        + FactText.electors(plan.unauditable())
        + ", and "
        + plan.toOverturn()
        + " are enough to take the majority away.";
  }

  private String method() {
    return switch (method) {
      case AuditMethod.Comparison(double one, double two) ->
          "comparing cards, of which "
              + percent(one)
              + " have one vote too many and "
              + percent(two)
              + " two";
      case AuditMethod.Polling polling -> "looking at cards alone";
    };
  }

  private static String percent(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
  }

  private static void row(PrintWriter out, String what, double cards) {
    out.printf("  %-36s %12s%n", what, Names.number(Math.round(cards)));
  }

  private List<AuditPlan.Line> drawn() {
    return of(AuditPlan.Task.SAMPLE, true);
  }

  private List<AuditPlan.Line> of(AuditPlan.Task task, boolean withCards) {
    return plan.units().stream()
        .filter(line -> line.task() == task && line.cards() >= LEAST == withCards)
        .toList();
  }

  private static String electors(List<AuditPlan.Line> lines) {
    return FactText.electors(lines.stream().mapToInt(line -> line.holding().electors()).sum());
  }

  private static String places(List<AuditPlan.Line> lines) {
    return HoldingWords.places(lines.stream().map(AuditPlan.Line::holding).toList());
  }

  private static String margin(Holding holding) {
    return holding.turned().map(count -> Names.number(count.margin())).orElse("-");
  }

  private static String cards(AuditPlan.Line line) {
    return Names.number(Math.round(line.cards()));
  }

  private static void lines(PrintWriter out, String text) {
    Lines.wrap(text, WIDTH).forEach(out::println);
  }

  @Override
  public String json() {
    return JsonAnswer.object(
        json -> {
          caveat.write(json);
          json.text("election", header.election());
          json.text("winner", plan.winner());
          json.number("electors", plan.electors());
          json.number("surplusToOverturn", plan.toOverturn());
          json.out().writeNumberField("alpha", BigDecimal.valueOf(plan.alpha()));
          json.truth("canConfirm", plan.canConfirm());
          json.text("why", plan.canConfirm() ? Optional.empty() : Optional.of(why()));
          json.object(
              "cards",
              cards -> {
                if (plan.canConfirm()) {
                  cards.number("joint", Math.round(plan.joint()));
                  cards.number("allButSet", Math.round(plan.allButSet()));
                }
                cards.number("apart", Math.round(plan.apart()));
                cards.number("winnersApart", Math.round(plan.winnersApart()));
              });
          json.list(
              "units",
              plan.units(),
              line -> {
                json.text("unit", line.holding().id());
                json.number("electors", line.holding().electors());
                json.text("task", EnumWords.of(line.task()));
                json.number("cards", Math.round(line.cards()));
              });
        });
  }
}
