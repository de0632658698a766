package org.ascertain.answers;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ascertain.audit.Assumed;
import org.ascertain.audit.AuditRounds;
import org.ascertain.audit.Evidence;
import org.ascertain.audit.Evidence.State;
import org.ascertain.audit.Evidence.Weakest;
import org.ascertain.audit.Holding;
import org.ascertain.audit.Holding.Count;
import org.ascertain.audit.Holdings;
import org.ascertain.audit.NextStep;
import org.ascertain.audit.RiskCourse;
import org.ascertain.audit.WeakSets;
import org.ascertain.election.Washington;
import org.ascertain.law.Deadline;
import org.ascertain.law.DeadlineKind;
import org.ascertain.standing.History;

/** What evidence there is for a national majority, and what it adds up to. */
public final class AuditStatusText implements InTwoForms {

  private static final int WIDTH = 80;

  /** How many sets are told to programs, the weakest first. */
  private static final int MOST_SETS = 6;

  private static final MathContext TO_FOUR_DIGITS = new MathContext(4);

  private final History history;
  private final Caveat caveat;
  private final Holdings holdings;
  private final AuditRounds rounds;
  private final boolean isOnRecord;
  private final Assumed assumed;
  private final List<Evidence> evidence;
  private final Weakest weakest;
  private final Optional<NextStep> next;
  private final double alpha;
  private final Names names;

  /**
   * @param holdings with a majority
   * @param isOnRecord whether the rounds are those on record, and not of a file
   * @param assumed what is taken besides
   */
  public AuditStatusText(
      History history,
      Caveat caveat,
      Holdings holdings,
      AuditRounds rounds,
      boolean isOnRecord,
      Assumed assumed,
      double alpha) {
    this.assumed = assumed;
    this.isOnRecord = isOnRecord;
    this.history = history;
    this.caveat = caveat;
    this.holdings = holdings;
    this.rounds = assumed.with(rounds);
    this.evidence = Evidence.of(holdings, this.rounds.rounds());
    this.weakest = Evidence.weakest(holdings, evidence, rounds.shared());
    this.next = weakest.confirms(alpha) ? Optional.empty() : NextStep.of(evidence, weakest);
    this.alpha = alpha;
    this.names = new Names(history.header());
  }

  /** Whether the majority is confirmed. */
  public boolean confirms() {
    return weakest.confirms(alpha);
  }

  @Override
  public void print(PrintWriter out, TextLayout layout) {
    out.println(layout.bold("What evidence there is for the majority of " + names.of(winner())));
    caveat.print(out);
    lines(out, rounds() + ".");
    if (!assumed.isNothing()) lines(out, "Taken besides, and on no record: " + besides() + ".");
    lines(
        out,
        "The majority is wrong only if units reported so that were not won hold "
            + FactText.electors(holdings.toOverturn(winner()))
            + " or more together. The set of them with least evidence decides.");
    lines(out, HoldingWords.allowed(holdings.toOverturn(winner()), unauditable()));
    out.println();
    lines(
        out, "Risk " + percent(weakest.risk()) + "; wanted: " + percent(alpha) + ". " + verdict());
    if (!weakest.units().isEmpty())
      lines(
          out,
          "Weakest set: "
              + HoldingWords.places(weakest.units())
              + ", "
              + FactText.electors(electors(weakest.units()))
              + " together.");
    next.ifPresent(step -> lines(out, words(step)));
    List<Evidence> told = evidence.stream().filter(AuditStatusText::isTold).toList();
    if (!told.isEmpty()) printUnits(out, told);
    for (AuditRounds.LeftOut round : rounds.leftOut())
      lines(out, "No evidence: " + place(round) + ", " + round.why() + ".");
  }

  private String place(AuditRounds.LeftOut round) {
    return (isOnRecord ? "entry " : "line ") + round.entry().index();
  }

  /** Of what nothing was drawn and nothing published there is nothing to tell. */
  private static boolean isTold(Evidence of) {
    return of.state() != State.NONE || of.logarithm() != 0;
  }

  private static void printUnits(PrintWriter out, List<Evidence> told) {
    out.println();
    out.printf("  %-24s %8s %8s %9s  %s%n", "unit", "electors", "cards", "evidence", "");
    for (Evidence each : told)
      out.printf(
          "  %-24s %8d %8s %9s  %s%n",
          HoldingWords.place(each.holding()),
          each.holding().electors(),
          Names.number(each.cards()),
          factor(each),
          words(each.state()));
  }

  /** What no cards can speak for, and nobody counted whole. */
  private List<Holding> unauditable() {
    return evidence.stream()
        .filter(each -> each.state() == State.NONE)
        .map(Evidence::holding)
        .filter(holding -> !holding.canBeSampled())
        .toList();
  }

  private String winner() {
    return holdings.winner().orElseThrow();
  }

  private String rounds() {
    if (rounds.counted().isEmpty() && rounds.leftOut().isEmpty())
      return isOnRecord ? "The record has no round of an audit" : "The file has no round";
    return Names.several(rounds.counted().size(), "round", "rounds")
        + (isOnRecord ? " of an audit on record" : " of an audit, as given")
        + (late() == 0 ? "" : ", " + late() + " of them after the electors met");
  }

  private String besides() {
    List<String> all = new ArrayList<>();
    for (String unit : assumed.counted())
      all.add(Names.place(unit) + " counted whole by hand, with the reported winner");
    assumed
        .published()
        .forEach(
            (unit, p) ->
                all.add(
                    String.format(
                        Locale.ROOT,
                        "a published p-value of %s for %s, as evidence of %.2f",
                        BigDecimal.valueOf(p).toPlainString(),
                        Names.place(unit),
                        Assumed.evidence(p))));
    return String.join("; ", all);
  }

  /** How many rounds were held after the day on which the electors met. */
  private long late() {
    Optional<Deadline> met = history.law().deadline(DeadlineKind.MEET);
    return rounds.counted().stream()
        .filter(
            entry -> met.filter(day -> entry.effective() > Washington.endOf(day.day())).isPresent())
        .count();
  }

  private String verdict() {
    return confirms()
        ? "The majority is confirmed; nothing is said of any single unit."
        : "The majority is not confirmed.";
  }

  private static int electors(List<Holding> units) {
    return units.stream().mapToInt(Holding::electors).sum();
  }

  private static String factor(Evidence of) {
    return of.state() == State.CONFIRMED
        ? "all"
        : String.format(Locale.ROOT, "%.2f", Math.exp(of.logarithm()));
  }

  private static String words(NextStep step) {
    return switch (step) {
      case NextStep.Draw(String unit) ->
          "Next, by the rule '" + NextStep.RULE + "': cards of " + Names.place(unit) + ".";
      case NextStep.Count(String unit) ->
          "Next: count all cards of "
              + Names.place(unit)
              + " by hand. What was drawn there speaks against the reported winner.";
    };
  }

  private static String words(State state) {
    return switch (state) {
      case NONE, DRAWN -> "";
      case TO_COUNT -> "to be counted by hand";
      case CONFIRMED -> "counted: in no set";
      case LOST -> "counted, not won";
    };
  }

  private static String percent(double share) {
    return BigDecimal.valueOf(share)
            .movePointRight(2)
            .round(TO_FOUR_DIGITS)
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }

  private static void lines(PrintWriter out, String text) {
    Lines.wrap(text, WIDTH).forEach(out::println);
  }

  @Override
  public String json() {
    return JsonAnswer.object(
        json -> {
          caveat.write(json);
          json.text("election", history.header().election());
          json.text("winner", winner());
          json.number("surplusToOverturn", holdings.toOverturn(winner()));
          json.number("rounds", rounds.counted().size());
          json.number("afterElectorsMet", late());
          if (!assumed.isNothing()) json.object("assumed", this::writeAssumed);
          json.out().writeNumberField("alpha", BigDecimal.valueOf(alpha));
          json.out().writeNumberField("risk", figure(weakest.risk()));
          json.truth("confirmed", confirms());
          json.texts("unauditable", unauditable().stream().map(Holding::id).toList());
          json.list(
              "weakest",
              WeakSets.of(holdings, evidence, rounds.shared()).first(MOST_SETS),
              set -> {
                json.texts("units", set.units().stream().map(Holding::id).toList());
                json.number("electors", electors(set.units()));
                json.out().writeNumberField("product", figure(Math.exp(set.logarithm())));
              });
          if (next.isPresent()) {
            NextStep step = next.get();
            json.object(
                "next",
                inside -> {
                  inside.text("unit", step.unit());
                  inside.truth("count", step instanceof NextStep.Count);
                });
          }
          json.list("units", evidence, each -> write(json, each));
          json.list(
              "course",
              RiskCourse.of(holdings, rounds),
              point -> {
                json.number("cards", point.cards());
                json.out().writeNumberField("risk", figure(point.risk()));
                json.text("unit", point.unit());
              });
          json.list(
              "leftOut",
              rounds.leftOut(),
              round -> {
                json.number(isOnRecord ? "entry" : "line", round.entry().index());
                json.text("why", round.why().toString());
                json.text("whyEs", SpanishSentences.of(round.why()));
              });
        });
  }

  private void writeAssumed(JsonAnswer json) throws IOException {
    json.texts("counted", List.copyOf(assumed.counted()));
    json.list(
        "published",
        List.copyOf(assumed.published().entrySet()),
        each -> {
          json.text("unit", each.getKey());
          json.out().writeNumberField("p", BigDecimal.valueOf(each.getValue()));
        });
  }

  private static void write(JsonAnswer json, Evidence each) throws IOException {
    json.text("unit", each.holding().id());
    json.number("electors", each.holding().electors());
    json.number("margin", each.holding().count().stream().mapToLong(Count::margin).findFirst());
    json.number("cards", each.cards());
    json.text("state", EnumWords.of(each.state()));
    if (each.state() != State.CONFIRMED)
      json.out().writeNumberField("evidence", figure(Math.exp(each.logarithm())));
  }

  private static BigDecimal figure(double of) {
    return BigDecimal.valueOf(of).round(TO_FOUR_DIGITS);
  }
}
