package org.ascertain.press;

import static org.ascertain.press.Verdict.BEYOND;
import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.ascertain.archive.Presidents;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Matter;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Unit;
import org.ascertain.election.Washington;
import org.ascertain.election.When;

/** Claims about offices: oaths, the number of a President, who presides. */
final class OfficeForms {

  static final List<Form> ALL =
      List.of(
          Form.of("sworn-in", Kind.OFFICE)
              .reads(
                  "{C:c} (?:was|were|had been) (?:sworn in|inaugurated)(?: as (?:the )?(?:{O:o} )?(?<office>vice president|president)(?: of the United States)?)?",
                  "{C:c} took (?:the|his|her) (?:presidential )?oath(?: of office)?(?: as (?:the )?(?:{O:o} )?(?<office>vice president|president))?",
                  "{C:c} became (?:the )?(?:{O:o} )?(?<office>[Vv]ice [Pp]resident|[Pp]resident)(?!-)(?: of the United States)?(?! by )",
                  "{C:c} took office(?: as (?:the )?(?:{O:o} )?(?<office>vice president|president))?")
              .example(
                  SUPPORTED, "2021-01-21", "Biden was sworn in as the 46th president on Wednesday.")
              .example(CONTRADICTED, "2021-01-21", "Biden was sworn in as president on Tuesday.")
              .judges(OfficeForms::sworn),
          Form.of("number-of-the-president", Kind.OFFICE)
              .ahead()
              .reads(
                  "{C:c} (?:(?:will|would) (?:be|become)|became|becomes|is|was|as|to be|to become)(?: elected| (?<oath>sworn in|inaugurated))?(?: as)? (?:the |America's |the nation's |the country's )?{O:o} (?:U\\.S\\. )?president(?!,? (?:to|after|since|ever|in|who|whose|from|and)\\b)",
                  "{C:c} (?:will|is to|would) (?<oath>take (?:the|his|her) (?:presidential )?oath(?: of office)?|take office)(?: as (?:the |America's |the nation's |the country's )?{O:o} (?:U\\.S\\. )?president)?")
              .example(
                  SUPPORTED,
                  "2020-12-15",
                  "Biden will become the 46th president of the United States.")
              .example(
                  CONTRADICTED,
                  "2020-12-15",
                  "Biden will become the 45th president of the United States.")
              .example(
                  SUPPORTED, "1877-03-03", "Hayes will take the oath in public on Monday, March 5.")
              .judges(OfficeForms::number),
          Form.of("age", Kind.OFFICE)
              .withDays()
              .reads(
                  "{C:c}, {G:n}(?=,)",
                  "{A:a}(?: [a-z]+(?: minister)?)?, {G:n}(?=,)",
                  "{C:c},? (?:who is |aged |is ){N:old}(?: years old)?(?=[,.])")
              .example(BEYOND, "2020-12-15", "Even as Trump, 74, claimed it, Biden waited.")
              .judges(
                  (s, e) ->
                      s.has("n") || (s.number("old").whole() >= 30 && s.number("old").whole() <= 99)
                          ? Judged.beyond("The record holds nobody's day of birth.")
                          : Judged.NO_CLAIM));

  private static Judged sworn(Slots s, Evidence e) {
    String person = s.candidate("c");
    // "became the first president since Carter to lose": of some, and not of all
    if (s.has("o") && s.after().matches("(?s) (?:since|to|who|from|ever|in|of a)\\b.*"))
      return Judged.NO_CLAIM;
    // before the Twelfth Amendment nobody stood for the second office
    boolean mayBePresident =
        e.isPresidential(person)
            || (e.tickets().isEmpty() && e.oath(person, Office.PRESIDENT).isPresent());
    Office office =
        s.words("office").toLowerCase(Locale.ROOT).startsWith("vice") || !mayBePresident
            ? Office.VICE_PRESIDENT
            : Office.PRESIDENT;
    // one who took it in private took it again in public
    Optional<Entry> oath =
        e.all(Fact.Oath.class, f -> f.person().equals(person) && f.office() == office).stream()
            .filter(
                each ->
                    s.day()
                        .filter(
                            day ->
                                Evidence.within(
                                    each.fact().attestation().at(), day.from(), day.to()))
                        .isPresent())
            .findFirst()
            .or(() -> e.oath(person, office));
    if (oath.isEmpty())
      return e.isComplete(Matter.OATHS, Optional.empty(), Unit.NATION)
              && e.all(Fact.Oath.class, f -> f.office() == office).size() > 0
          ? Judged.contradicted(
              "The record holds all oaths, and none of %s for that office."
                  .formatted(e.name(person)),
              e.all(Fact.Oath.class, f -> true))
          : Judged.beyond("No such oath is on record by then.");
    String why = "%s took the oath %s.".formatted(e.name(person), Evidence.time(oath.get()));
    Judged judged = Judged.supported(why, List.of(oath.get())).at(oath.get());
    if (!s.has("o")) return judged;
    OptionalInt number = Presidents.number(e.year(), person);
    if (number.isEmpty()) return Judged.beyond("The number of that presidency is not known here.");
    return number.getAsInt() == ((Mention.Ordinal) s.mention("o")).number()
        ? judged
        : judged.as(
            Verdict.CONTRADICTED,
            "%s was President number %d.".formatted(e.name(person), number.getAsInt()));
  }

  /** By law; where the term begins on a Sunday the oath is taken in public on the Monday. */
  private static When inauguration(Slots s, Evidence e) {
    LocalDate begins = Washington.day(e.history().law().termBegins());
    LocalDate next = begins.plusDays(1);
    boolean isNext =
        begins.getDayOfWeek() == DayOfWeek.SUNDAY
            && s.day().filter(d -> d.from().equals(next) && d.to().equals(next)).isPresent();
    return new When.OnDay(isNext ? next : begins);
  }

  private static Judged number(Slots s, Evidence e) {
    String person = s.candidate("c");
    OptionalInt number = Presidents.number(e.year(), person);
    int said = s.has("o") ? ((Mention.Ordinal) s.mention("o")).number() : 0;
    if (number.isEmpty())
      return e.isPresidential(person)
              && e.chosen().isPresent()
              && e.chosen().filter(person::equals).isEmpty()
          ? Judged.contradicted(
              "%s was chosen.".formatted(e.chosen().map(e::name).orElse("")), List.of())
          : Judged.beyond("The number of that presidency is not known here.");
    if (e.chosen().isPresent() && e.chosen().filter(person::equals).isEmpty())
      return Judged.contradicted(
          "%s was chosen.".formatted(e.chosen().map(e::name).orElse("")), List.of());
    if (e.chosen().isEmpty()) return Judged.beyond("Nobody was chosen by then.");
    List<Entry> by = e.all(Fact.Declared.class, f -> true);
    Judged judged =
        Judged.held(
            !s.has("o") || number.getAsInt() == said,
            s.has("o")
                ? "The President chosen in %d is number %d.".formatted(e.year(), number.getAsInt())
                : "%s was chosen; by law the term begins %s."
                    .formatted(
                        e.name(person),
                        Calendar.words(Washington.day(e.history().law().termBegins()))),
            by);
    // by law, and as it was
    return s.has("oath") ? judged.at(inauguration(s, e)) : judged;
  }

  private OfficeForms() {}
}
