package org.ascertain.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import org.ascertain.election.Fact.CountResult;
import org.ascertain.election.Votes;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Standing;
import org.ascertain.standing.Standing.JurisdictionElectors;
import org.ascertain.standing.Standing.UnitRow;

/** The units of a standing for people to read. */
final class UnitText {

  private final Names names;
  private final PrintWriter out;

  UnitText(Names names, PrintWriter out) {
    this.names = names;
    this.out = out;
  }

  /** One line each. */
  void table(List<UnitRow> units) {
    int votes = width(units, row -> two(row.votes()));
    int certified = width(units, this::certified);
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
          Words.of(row.settled().answer()).replace('-', ' '));
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

  private static String fourNumbers(JurisdictionElectors of) {
    return "%d entitled, %s appointed, %s cast, %s counted%s"
        .formatted(
            of.entitled(),
            number(of.appointed()),
            number(of.cast()),
            number(of.counted()),
            of.result()
                .filter(result -> result != CountResult.COUNTED)
                .map(result -> "; " + Telling.result(result))
                .orElse(""));
  }

  private static String number(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "not known";
  }

  /** The two with the most votes. */
  private String two(Votes votes) {
    List<String> figures = List.of(names.figures(votes).split(", ", 3));
    return String.join(", ", figures.subList(0, Math.min(2, figures.size())));
  }

  /** Everything that is known of one. */
  void inFull(UnitRow row) {
    out.println(
        Names.place(row.unit().id())
            + ": "
            + Telling.electors(row.unit().electors())
            + ", stage: "
            + row.stage().map(Rung::word).orElse("none"));
    if (!row.votes().isEmpty())
      out.println(
          "  tally      "
              + names.figures(row.votes())
              + (row.exact() ? "" : " (computed from rounded shares)"));
    row.below()
        .ifPresent(
            below ->
                out.println(
                    "  below      "
                        + names.figures(below.votes())
                        + " in "
                        + below.units()
                        + " reporting units; residual "
                        + below.residual()));
    for (Standing.OtherSource other : row.otherSources())
      out.println(
          "  beside     "
              + names.figures(other.votes())
              + " by "
              + other.source()
              + ", entry "
              + other.entry()
              + "; difference "
              + other.difference());
    row.certifiedVotes().ifPresent(votes -> out.println("  certified  " + names.figures(votes)));
    if (!row.calls().isEmpty())
      out.println(
          "  calls      "
              + row.calls().entrySet().stream()
                  .map(c -> c.getKey() + " " + names.of(c.getValue()))
                  .reduce((a, b) -> a + ", " + b)
                  .orElse(""));
    row.electorVotes()
        .ifPresent(ballots -> out.println("  electors   " + Telling.bothOffices(ballots, names)));
    row.jurisdictionElectors().ifPresent(this::countOf);
    out.println(
        "  settled    "
            + Words.of(row.settled().answer()).replace('-', ' ')
            + ": "
            + row.settled().why()
            + (row.settled().margin().isPresent()
                ? ", margin " + Names.number(row.settled().margin().getAsLong())
                : "")
            + (row.settled().outstandingAtMost().isPresent()
                ? ", outstanding at most "
                    + Names.number(row.settled().outstandingAtMost().getAsLong())
                : ""));
    if (!row.challenges().isEmpty())
      out.println("  challenges " + String.join(" ", row.challenges()));
    out.println("  entries    " + row.entries().toString().toLowerCase(Locale.ROOT));
  }

  private void countOf(JurisdictionElectors of) {
    out.println("  numbers    " + fourNumbers(of));
    of.votes()
        .ifPresent(ballots -> out.println("  counted    " + Telling.bothOffices(ballots, names)));
  }
}
