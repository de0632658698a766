package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.IMPRECISE;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Matter;
import org.ascertain.election.Unit;
import org.ascertain.election.Washington;
import org.ascertain.standing.Standing.UnitRow;

/** Claims of when the counting of the votes came to its end, in a place or in all. */
final class CountingForms {

  private static final String COUNTING =
      "(?:[Vv]ote |[Bb]allot )?(?:[Tt]all(?:y|ies)|[Cc]ounts?|[Cc]ounting|[Tt]abulations?)(?: of (?:the )?(?:votes|ballots))?(?: (?:in|of) (?:the )?{D:of}[A-Za-z. ]{0,40}?(?:election|race|contest|vote))?(?: in (?:the state of )?{U:u})?";

  static final List<Form> ALL =
      List.of(
          Form.of("counting-ended", Kind.COUNT)
              .withDays()
              .ownsDays()
              .knows("vote votes ballots all")
              .reads(
                  COUNTING
                      + " (?:was |were |had |all )*(?:finished|ended|concluded|completed|complete|done|wrapped up|came to (?:an|its) end)(?: (?:its|their) work)? (?<how>in|by|before the end of|on|during) {D:when}")
              .example(
                  IMPRECISE, "2020-12-15", "Vote counts in the 2020 election ended in November.")
              .example(
                  CONTRADICTED,
                  "2020-12-15",
                  "Counting of the votes in Pennsylvania was finished on November 4.")
              .example(
                  SUPPORTED,
                  "2021-02-01",
                  "The tally in New Jersey was complete on December 7, 2020.")
              .judges(CountingForms::ended));

  /** So much of all votes were in where the rest is a matter of a few corrections. */
  private static final double NEARLY_ALL = 0.99;

  private static Judged ended(Slots s, Evidence e) {
    Mention.Days said = s.days("when");
    String unit = s.has("u") ? s.unit("u") : Unit.NATION;
    boolean isNation = unit.equals(Unit.NATION);
    if (said.isYear() || said.weekday().isPresent() || !said.contradiction().isEmpty())
      return Judged.NO_CLAIM;
    LocalDate last = said.to();
    // "the count ended on March 2": that of Congress
    Optional<LocalDate> opened = Event.OPENING.day(e).filter(day -> !day.isAfter(last));
    if (isNation
        && opened.isPresent()
        && !Sought.has(s.all(), "(?i)tall(?:y|ies)|votes|ballot|tabul"))
      return Event.DECLARATION
          .day(e)
          .map(
              day ->
                  Judged.held(
                      !day.isBefore(said.from()) && !day.isAfter(last),
                      "Congress ended its count %s.".formatted(Calendar.words(day)),
                      e.all(Fact.Declared.class, f -> true)))
          .orElse(Judged.NO_CLAIM);
    if (!(isNation
        ? e.isComplete(Matter.RETURNS)
        : e.isComplete(Matter.RETURNS, Optional.empty(), unit)))
      return Judged.beyond("The record does not hold the course of the count.");
    long then = Washington.endOf(last);
    if (then >= e.moment()) return Judged.beyond("It is not over by the text's day.");
    long votes = 0;
    long votesThen = 0;
    long changed = 0;
    List<UnitRow> rows = rows(e, e.moment(), unit);
    List<UnitRow> rowsThen = rows(e, then, unit);
    for (int i = 0; i < rows.size(); i++) {
      votes += rows.get(i).votes().sum();
      votesThen += rowsThen.get(i).votes().sum();
      if (!rows.get(i).votes().equals(rowsThen.get(i).votes())) changed++;
    }
    if (votes == 0) return Judged.beyond("The record has no tally of it by then.");
    String why =
        changed == 0
            ? "The tally on record did not change after %s.".formatted(Calendar.words(last))
            : "By the end of %s %.1f percent of the votes of the tally on record were in%s."
                .formatted(
                    Calendar.words(last),
                    100.0 * votesThen / votes,
                    isNation
                        ? "; in %s it still changed"
                            .formatted(Wording.counted(changed, "place", "places"))
                        : "");
    if (changed > 0)
      return votesThen >= NEARLY_ALL * votes
          ? Judged.imprecise(why, List.of())
          : Judged.contradicted(why, List.of());
    boolean isBy = s.words("how").startsWith("b");
    List<UnitRow> before = rows(e, Washington.endOf(said.from().minusDays(1)), unit);
    boolean hadEnded =
        !isBy
            && before.stream()
                .map(UnitRow::votes)
                .toList()
                .equals(rows.stream().map(UnitRow::votes).toList());
    return hadEnded
        ? Judged.contradicted(
            "The tally on record did not change after %s."
                .formatted(Calendar.words(said.from().minusDays(1))),
            List.of())
        : Judged.supported(why, List.of());
  }

  private static List<UnitRow> rows(Evidence e, long moment, String unit) {
    return e.history().at(moment).units().stream()
        .filter(row -> row.unit().atLarge())
        .filter(row -> unit.equals(Unit.NATION) || row.unit().id().equals(unit))
        .toList();
  }

  private CountingForms() {}
}
