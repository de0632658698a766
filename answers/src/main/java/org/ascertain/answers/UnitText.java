package org.ascertain.answers;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ascertain.election.Fact.CountResult;
import org.ascertain.election.Votes;
import org.ascertain.law.Missing;
import org.ascertain.law.RankedChoice;
import org.ascertain.law.Verdict;
import org.ascertain.standing.Figure;
import org.ascertain.standing.RankedCount;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Standing;
import org.ascertain.standing.Standing.JurisdictionElectors;
import org.ascertain.standing.Standing.UnitRow;

/** The units of a standing for people to read. */
final class UnitText {

  /** How many columns of a table do not depend on what stands in it. */
  private static final int FIXED = 45;

  private final List<Figure.Electors> lacking;
  private final Names names;
  private final PrintWriter out;
  private final TextLayout layout;

  /**
   * @param lacking the numbers of electors that are not known of some jurisdictions; of all others
   *     silence is none
   */
  UnitText(List<Figure.Electors> lacking, Names names, PrintWriter out, TextLayout layout) {
    this.lacking = lacking;
    this.names = names;
    this.out = out;
    this.layout = layout;
  }

  /** One line each. */
  void table(List<UnitRow> units) {
    int votes = width(units, row -> two(row.votes()));
    int certified = width(units, this::certified);
    if (FIXED + votes + certified > layout.width()) {
      units.forEach(this::stacked);
      return;
    }
    String form = "  %-5s %8s  %-12s %-" + votes + "s  %-" + certified + "s  %s%n";
    out.printf(form, "unit", "electors", "stage", "votes", "certified", "settled");
    for (UnitRow row : units)
      out.printf(
          form,
          row.unit().id(),
          row.unit().electors(),
          row.stage().map(Rung::word).orElse("-"),
          two(row.votes()),
          certified(row),
          EnumWords.of(row.settled().answer()).replace('-', ' '));
  }

  /** One of several lines, where the terminal is too narrow for a table. */
  private void stacked(UnitRow row) {
    out.printf(
        "  %-5s %s, %s, settled: %s%n",
        row.unit().id(),
        FactText.electors(row.unit().electors()),
        row.stage().map(Rung::word).orElse("nothing yet"),
        EnumWords.of(row.settled().answer()).replace('-', ' '));
    if (!row.votes().isEmpty()) out.println("        votes      " + two(row.votes()));
    row.certifiedVotes()
        .ifPresent(certified -> out.println("        certified  " + two(certified)));
  }

  private String certified(UnitRow row) {
    return row.certifiedVotes().map(this::two).orElse("");
  }

  private static int width(List<UnitRow> rows, Function<UnitRow, String> column) {
    int longest = rows.stream().map(column).mapToInt(String::length).max().orElse(0);
    return Math.max("certified".length(), longest);
  }

  /** Where electors were not appointed, did not vote, or were not counted. */
  void fourNumbers(List<UnitRow> units) {
    List<UnitRow> rows =
        units.stream()
            .filter(
                row ->
                    row.jurisdictionElectors().filter(JurisdictionElectors::differ).isPresent()
                        || row.jurisdictionElectors()
                            .flatMap(JurisdictionElectors::result)
                            .filter(result -> result != CountResult.COUNTED)
                            .isPresent())
            .toList();
    if (rows.isEmpty()) return;
    out.println();
    out.println("Not all electors appointed, cast and counted:");
    for (UnitRow row : rows)
      out.printf(
          "  %-5s %s%n",
          row.unit().jurisdiction(), fourNumbers(row.jurisdictionElectors().orElseThrow()));
  }

  private String fourNumbers(JurisdictionElectors of) {
    SequencedMap<String, OptionalInt> numbers = new LinkedHashMap<>();
    numbers.put("appointed", orNone(Figure.Electors.APPOINTED, of.appointed()));
    numbers.put("cast", orNone(Figure.Electors.CAST, of.cast()));
    numbers.put("counted", orNone(Figure.Electors.COUNTED, of.counted()));
    StringBuilder text = new StringBuilder(of.entitled() + " entitled");
    numbers.forEach((word, number) -> number.ifPresent(n -> text.append(", " + n + " " + word)));
    List<String> unknown =
        numbers.entrySet().stream()
            .filter(each -> each.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .toList();
    if (!unknown.isEmpty())
      text.append("; how many were " + String.join(", ", unknown) + " is not known");
    of.result()
        .filter(result -> result != CountResult.COUNTED)
        .ifPresent(result -> text.append("; " + FactText.result(result)));
    return text.toString();
  }

  private OptionalInt orNone(Figure.Electors number, OptionalInt told) {
    return told.isPresent() || lacking.contains(number) ? told : OptionalInt.of(0);
  }

  /** The two with the most votes. */
  private String two(Votes votes) {
    return names.leaders(votes, 2);
  }

  /** Everything that is known of one. */
  void inFull(UnitRow row) {
    out.println(
        Names.place(row.unit().id())
            + ": "
            + FactText.electors(row.unit().electors())
            + ", stage: "
            + row.stage().map(Rung::word).orElse("none"));
    if (!row.votes().isEmpty())
      out.println(
          "  tally      "
              + names.figures(row.votes())
              + rest(row)
              + (row.exact() ? "" : " (computed from rounded shares)"));
    String turnout = FactText.turnout(row.turnout(), names);
    if (!turnout.isEmpty()) out.println("  ballots    " + turnout);
    row.ranked().ifPresent(this::rounds);
    row.below()
        .ifPresent(
            below ->
                out.println(
                    "  below      "
                        + names.figures(below.votes())
                        + " in "
                        + Names.several(below.units(), "reporting unit", "reporting units")
                        + residual(below.residual())));
    for (Standing.OtherSource other : row.otherSources())
      out.println(
          "  beside     "
              + names.figures(other.votes())
              + " by "
              + other.source()
              + " (entry "
              + other.entry()
              + ")"
              + beside(other.difference()));
    row.below().ifPresent(below -> below.differing().forEach(this::differing));
    row.certifiedVotes().ifPresent(votes -> out.println("  certified  " + names.figures(votes)));
    row.appointedFor()
        .ifPresent(electors -> out.println("  appointed  " + names.figures(electors)));
    if (!row.calls().isEmpty())
      out.println(
          "  calls      "
              + row.calls().entrySet().stream()
                  .map(c -> c.getKey() + " " + names.of(c.getValue()))
                  .reduce((a, b) -> a + ", " + b)
                  .orElse(""));
    row.electorVotes()
        .ifPresent(ballots -> out.println("  electors   " + FactText.bothOffices(ballots, names)));
    row.jurisdictionElectors().ifPresent(this::countOf);
    out.println(
        "  settled    "
            + EnumWords.of(row.settled().answer()).replace('-', ' ')
            + ": "
            + row.settled().why()
            + (row.settled().margin().isPresent()
                ? ", margin " + Names.number(row.settled().margin().getAsLong())
                : "")
            + (row.settled().outstandingAtMost().isPresent()
                ? ", outstanding at most "
                    + Names.number(row.settled().outstandingAtMost().getAsLong())
                : ""));
    row.settled().beside().forEach(each -> out.println("             " + each));
    if (!row.challenges().isEmpty())
      out.println("  challenges " + String.join(" ", row.challenges()));
    if (!row.entries().isEmpty())
      out.println(
          "  entries    "
              + row.entries().stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }

  private static String rest(UnitRow row) {
    String others =
        row.other().isPresent() ? ", others " + Names.number(row.other().getAsLong()) : "";
    String total =
        row.total().isPresent() ? ", of " + Names.number(row.total().getAsLong()) + " in all" : "";
    return others + total;
  }

  private void rounds(RankedCount count) {
    int number = 1;
    for (RankedChoice.Round round : count.rounds())
      out.println(
          "  round %-4d %s, exhausted %s%s"
              .formatted(
                  number++,
                  names.figures(round.votes()),
                  Names.number(round.exhausted()),
                  end(round)));
    out.println("  elected    " + elected(count));
  }

  private String end(RankedChoice.Round round) {
    String out =
        round.eliminated().isEmpty()
            ? ""
            : "; out: " + String.join(", ", round.eliminated().stream().map(names::of).toList());
    return out + (round.byLot() ? "; by lot" : "");
  }

  private String elected(RankedCount count) {
    if (!count.missingParts().isEmpty())
      return "not known: of the ballots, part "
          + count.missingParts().stream().map(String::valueOf).collect(Collectors.joining(", "))
          + " is not in this record";
    return switch (count.winner()) {
      case Verdict.Determined<String>(var ticket, var grounds) -> names.of(ticket);
      case Verdict.NotYet<String>(var missing, var grounds) ->
          "nobody yet; missing " + String.join(", ", Missing.words(missing, names::of));
      case Verdict.NoRule<String>(var why, var grounds) -> "no rule: " + why;
      case Verdict.Alternatives<String> v -> "not settled by the law";
    };
  }

  /** A unit below of which two say different things. */
  private void differing(Standing.Differing unit) {
    for (Standing.OtherSource other : unit.otherSources())
      out.println(
          "  differ     %s, by %s (entry %d)%s"
              .formatted(unit.unit(), other.source(), other.entry(), beside(other.difference())));
    String more = differences(unit.residual());
    if (!more.isEmpty())
      out.println("  differ     %s, than what lies below it, %s".formatted(unit.unit(), more));
  }

  /** What the tally has more than the units below it. */
  private String residual(Map<String, Long> residual) {
    String more = differences(residual);
    return more.isEmpty() ? ", which add up to the tally" : "; the tally has " + more;
  }

  /** What another source has more than the tally. */
  private String beside(Map<String, Long> difference) {
    String more = differences(difference);
    return more.isEmpty() ? ", as in the tally" : "; than in the tally, " + more;
  }

  /** "Biden 1,108,714 fewer, Trump 3 more"; nothing where there is no difference. */
  private String differences(Map<String, Long> by) {
    return by.entrySet().stream()
        .filter(each -> each.getValue() != 0)
        .map(
            each ->
                (each.getKey().equals(Standing.Differing.OTHERS)
                        ? "others"
                        : names.of(each.getKey()))
                    + " "
                    + Names.number(Math.abs(each.getValue()))
                    + (each.getValue() < 0 ? " fewer" : " more"))
        .collect(Collectors.joining(", "));
  }

  private void countOf(JurisdictionElectors of) {
    out.println("  numbers    " + fourNumbers(of));
    of.votes()
        .ifPresent(ballots -> out.println("  counted    " + FactText.bothOffices(ballots, names)));
  }
}
