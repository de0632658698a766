package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.ascertain.archive.Presidents;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Washington;

/** Claims of oaths and of who was chosen to which office, in pieces of sentences. */
final class OfficePieces {

  static final List<Form> ALL =
      List.of(
          Form.of("oath-by", Kind.OFFICE)
              .knows("^")
              .hears(
                  "(?:oath|administered|given|spoken|spoke the words|swore (?:him|her) in|sworn in).{0,40}?(?:by|before|chief justice|justice|it was) {0,3}(?:chief justice |justice )?[A-Z][a-z]+",
                  "(?:chief justice|justice) [A-Z][a-z]+.{0,30}?(?:administered|gave|swore|spoke|read)",
                  "[A-Z][a-z]+ [A-Z][a-z]+ who (?:spoke the words|administered|gave)")
              .example(SUPPORTED, "2001-02-01", "The oath was given by Chief Justice Rehnquist.")
              .example(CONTRADICTED, "2001-02-01", "The oath was given by Chief Justice Roberts.")
              .judges(OfficePieces::oath),
          Form.of("office-in-a-piece", Kind.OFFICE)
              .hears(
                  "{C:c}.{0,25}?(?:was|is|became|as|for ever|remains) (?:the )?{O:o} president(?!,? (?:to|after|since|ever|who|whose)\\b)",
                  "(?:is|was|became|as) (?:the )?{O:o} president(?!,? (?:to|after|since|ever|who|whose)\\b)",
                  "{C:c} (?:is|was|became|becomes|begins (?:his|her) (?:first|second) term as|has been|will be)(?: the)? (?:vice.president)(?: elect)?(?! by )",
                  "{C:c},? (?:was )?(?:chosen|elected|declared(?: elected)?) (?:as )?(?:(?:his|her) deputy|vice.president)",
                  "vice.president: {C:c}",
                  "{C:c}.{0,10}?(?:declared elected|has been elected|was elected|was re-elected|elected again|wins second term|re-elected|won a second term)",
                  "four years after (?:he|she) lost to {C:w}")
              .ahead()
              .example(SUPPORTED, "2021-02-01", "- Vice President: Kamala Harris")
              .example(CONTRADICTED, "2021-02-01", "- Vice President: Mike Pence")
              .judges(OfficePieces::office));

  private static Judged oath(Slots s, Evidence e) {
    boolean isOfMate =
        s.standing().stream().anyMatch(id -> !e.isPresidential(id)) || s.hears("vice.president");
    if (isOfMate || s.hears("\\bsuit|ruling|\\bcourt (?!of)|recount|hand count"))
      return Judged.NO_CLAIM;
    List<Entry> oaths = e.whole().all(Fact.Oath.class, f -> f.office() == Office.PRESIDENT);
    if (oaths.isEmpty() || !Sought.has(s.context(), "oath|sworn|hand|inaugur|took it"))
      return Judged.NO_CLAIM;
    Optional<String> by =
        oaths.stream()
            .flatMap(o -> Evidence.noted(o, "Administered by ([^.;]+)\\.?").stream())
            .findFirst();
    if (by.isEmpty()) return Judged.beyond("Who administered the oath is not in the record.");
    String surname = by.get().substring(by.get().lastIndexOf(' ') + 1);
    int began = Washington.day(e.history().law().termBegins()).getYear();
    for (Mention.Days each : s.here(Mention.Days.class))
      if (each.isYear() && each.from().getYear() != began)
        return Judged.contradicted("The term began in " + began + ".", oaths);
    boolean holds = s.piece().words().matches("(?s).*\\b" + Pattern.quote(surname) + "\\b.*");
    return Judged.held(holds, "The oath was administered by " + by.get() + ".", oaths)
        .at(oaths.getFirst());
  }

  private static final int FEW = 12;
  private static final int LONG_AGO = 1850;

  private static Judged office(Slots s, Evidence e) {
    if (s.hears("presid(?:ed|ing)|former|⟦k|mate|(?:first|second|third|last|only) ⟦c"))
      return Judged.NO_CLAIM;
    if (s.has("w")) {
      Optional<Evidence> before = e.of(e.year() - 4);
      Optional<String> chosen = before.flatMap(Evidence::chosen).map(c -> before.get().name(c));
      String said = s.piece().words();
      return chosen.isEmpty()
          ? Judged.NO_CLAIM
          : Judged.held(
              said.contains(chosen.get().substring(chosen.get().lastIndexOf(' ') + 1)),
              "%s was chosen four years before.".formatted(chosen.get()),
              List.of());
    }
    Optional<String> who = s.has("c") ? s.in((Mention.Person) s.mention("c")) : s.who();
    if (s.has("o")) {
      int said = ((Mention.Ordinal) s.mention("o")).number();
      // "the second president to lose the popular vote": the second of some
      if (said <= FEW && e.year() > LONG_AGO) return Judged.NO_CLAIM;
      if (who.isEmpty() && s.hears("⟦c")) return Judged.NO_CLAIM;
      String of = who.or(e.whole()::chosen).orElse("");
      OptionalInt number = Presidents.number(e.year(), of);
      if (number.isEmpty())
        return who.isPresent() && e.chosen().isPresent() && e.isPresidential(of)
            ? Judged.contradicted(
                "%s was chosen.".formatted(e.chosen().map(e::name).orElse("")), List.of())
            : Judged.NO_CLAIM;
      return Judged.held(
              number.getAsInt() == said,
              "The President chosen in %d is number %d.".formatted(e.year(), number.getAsInt()),
              List.of())
          .undeniable();
    }
    if (who.isEmpty()) return Judged.NO_CLAIM;
    boolean vice = s.hears("vice.president|deputy");
    Optional<String> chosen = e.chosen();
    if (chosen.isEmpty())
      return e.all(Fact.Call.class, f -> f.unit().equals("US") && f.candidate().equals(who.get()))
                  .isEmpty()
              || vice
          ? Judged.NO_CLAIM
          : e.whole().chosen().equals(who)
              ? Judged.beyond("The electors had not voted by then.")
              : Judged.NO_CLAIM;
    // "Bush and his running mate, Dick Cheney, were re-elected"
    if (!vice && e.mate(chosen.get()).equals(who)) return Judged.NO_CLAIM;
    Optional<String> is = vice ? e.mate(chosen.get()) : chosen;
    boolean again = s.hears("second term|re-elected|elected again|again");
    boolean before =
        !again
            || e.of(e.year() - 4)
                .flatMap(Evidence::chosen)
                .map(c -> vice ? e.of(e.year() - 4).get().mate(c).orElse("") : c)
                .filter(is.orElse("")::equals)
                .isPresent()
            || e.of(e.year() - 8)
                .flatMap(Evidence::chosen)
                .filter(is.orElse("")::equals)
                .isPresent();
    Judged judged =
        Judged.held(
            is.equals(who) && before,
            "%s was chosen %s."
                .formatted(is.map(e::name).orElse("Nobody"), vice ? "Vice President" : "President"),
            ElectorResult.of(e).map(ElectorResult::by).orElse(List.of()));
    return judged.undeniable();
  }

  private OfficePieces() {}
}
