package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Claims that count back over elections: the first since, not since, every time since. */
final class SincePieces {

  private static final String PARTY = "(?<party>democrat(?:ic)?|republican)s?";

  static final List<Form> ALL =
      List.of(
          Form.of("party-since", Kind.UNIT)
              .knows("first since every @C @D @N @U")
              .hears(
                  "(?<first>first|last) "
                      + PARTY
                      + "(?: (?:presidential )?(?:candidate|nominee|ticket|hopeful))?,? (?:since .{0,40}?)?(?:to|who|that) (?:ha[ds] |have )?(?:carr(?:y|ied)|w[io]n|take|took|flip(?:ped)?|captured?)\\b",
                  "(?<not>not|never|n't)(?: once)? (?:gone|voted|backed|been|chosen|picked|supported|elected|turned)(?: for)?(?: an?| the)? "
                      + PARTY
                      + "\\b.{0,40}?since",
                  "(?<every>every|each)(?: single)?(?: presidential)? (?:election|contest|race|year|time).{0,12}? since",
                  "(?<not>not) (?:carried|won|taken|captured) (?:by )?.{0,30}?since")
              .withDenial()
              .overYears()
              .example(
                  SUPPORTED,
                  "2020-12-15",
                  "Biden was the first Democrat to carry Georgia since Bill Clinton in 1992.")
              .example(
                  CONTRADICTED,
                  "2020-12-15",
                  "Biden was the first Democrat to carry Georgia since Jimmy Carter in 1980.")
              .example(SUPPORTED, "2016-12-20", "Wisconsin had not gone Republican since 1984.")
              .example(CONTRADICTED, "2016-12-20", "Wisconsin had not gone Republican since 1988.")
              .example(
                  SUPPORTED,
                  "2016-12-20",
                  "Wisconsin had voted Democratic in every presidential election since 1988.")
              .judges(SincePieces::since));

  /** What follows "since": a year, with or without who won then. */
  private static final Pattern YEAR =
      Pattern.compile("since .{0,60}?\\b(1[789][0-9]{2}|20[0-9]{2})\\b");

  private static final Pattern PARTY_NAMED = Pattern.compile("(?i)\\b(democrat|republican)");

  private static Judged since(Slots s, Evidence e) {
    String words = s.piece().words();
    Matcher year = YEAR.matcher(words);
    if (!year.find()) {
      year = YEAR.matcher(s.piece().sentence().words());
      if (!year.find(Math.min(s.piece().start(), s.piece().sentence().words().length())))
        return Judged.NO_CLAIM;
    }
    int said = Integer.parseInt(year.group(1));
    if (said % 4 != 0 || said >= e.year() || s.hears("⟦h|senat|governor|congress|legislature"))
      return Judged.NO_CLAIM;
    Matcher named = PARTY_NAMED.matcher(words);
    if (!named.find()) return Judged.NO_CLAIM;
    String party =
        named.group(1).toLowerCase(Locale.ROOT).startsWith("d") ? "Democratic" : "Republican";
    Optional<String> unit = placeBeforeSince(s);
    boolean ofNation = unit.isEmpty() && s.hears("white house|presidency");
    if (s.hears("popular vote|majority|without|despite|re-?elect|second term"))
      return Judged.NO_CLAIM;
    if (unit.isEmpty() && !ofNation) return Judged.NO_CLAIM;
    if (s.has("first")) return first(s, e, unit, party, said);
    List<Integer> won = new ArrayList<>();
    for (int each = e.year() - 4; each >= said - 4 && each >= 1856; each -= 4) {
      Optional<Boolean> has = isOf(e, each, unit, party);
      if (has.isEmpty()) return Judged.beyond("Of %d the record does not tell it.".formatted(each));
      if (has.get()) won.add(each);
    }
    String where = unit.map(Evidence::place).orElse("The nation");
    if (s.has("every")) {
      String why = "%s was %s in %s.".formatted(where, party, won);
      boolean all = true;
      for (int each = e.year() - 4; each > said; each -= 4) all &= won.contains(each);
      return Judged.held(all && won.contains(said), why, List.of());
    }
    if (won.isEmpty()) {
      Optional<Boolean> ofThen = isOf(e, said, unit, party);
      return ofThen.isEmpty()
          ? Judged.NO_CLAIM
          : Judged.contradicted("%s was not %s in %d.".formatted(where, party, said), List.of());
    }
    return Judged.held(
        won.getFirst() == said,
        "%s was last %s in %d.".formatted(where, party, won.getFirst()),
        List.of());
  }

  private static Judged first(Slots s, Evidence e, Optional<String> unit, String party, int said) {
    Optional<Boolean> now = isOf(e, e.year(), unit, party);
    Optional<Boolean> later =
        now.isPresent() ? now : isOf(e.whole(), e.year(), unit, party).filter(has -> !has);
    if (later.isEmpty()) return Judged.beyond("Who carried it was not certain by then.");
    String where = unit.map(Evidence::place).orElse("the nation");
    if (!later.get())
      return Judged.contradicted(
          "In %d no candidate of that party carried %s.".formatted(e.year(), where), List.of());
    Optional<String> who = s.who().filter(e::isPresidential);
    if (who.isPresent() && !s.standing().isEmpty()) {
      boolean own = e.party(who.get()).filter(party::equals).isPresent();
      if (!own)
        return Judged.contradicted(
            "%s stood for another party.".formatted(e.name(who.get())), List.of());
    }
    for (int each = e.year() - 4; each >= Math.max(1856, said - 4); each -= 4) {
      Optional<Boolean> has = isOf(e, each, unit, party);
      if (has.isEmpty()) return Judged.beyond("Of %d the record does not tell it.".formatted(each));
      if (has.get())
        return Judged.held(
            each == said,
            "Before %d a candidate of that party last carried %s in %d."
                .formatted(e.year(), where, each),
            List.of());
    }
    return Judged.contradicted(
        "In %d no candidate of that party carried %s.".formatted(said, where), List.of());
  }

  /** The place of which it is said: not one that stands after "since". */
  private static Optional<String> placeBeforeSince(Slots s) {
    int since = s.piece().words().indexOf("since");
    Optional<String> own =
        s.piece().mentions().stream()
            .filter(each -> each.mention() instanceof Mention.Place)
            .filter(each -> since < 0 || each.start() - s.piece().start() < since)
            .map(each -> ((Mention.Place) each.mention()).unit())
            .findFirst();
    if (own.isPresent()) return own;
    if (s.hears("white house|presidency")) return Optional.empty();
    return s.earlier(Mention.Place.class)
        .map(Mention.Place::unit)
        .or(
            () ->
                s.hears("\\b(?:it|the state|there|the commonwealth)\\b")
                    ? s.scene().unit()
                    : Optional.empty());
  }

  /** Whether in some year a place, or the nation, went to a party; empty where it is not known. */
  static Optional<Boolean> isOf(Evidence e, int year, Optional<String> unit, String party) {
    Optional<Evidence> of = year == e.year() ? Optional.of(e) : e.of(year);
    if (of.isEmpty()) return Optional.empty();
    Optional<String> winner =
        unit.isPresent() ? UnitForms.winner(of.get(), unit.get()) : of.get().chosen();
    return winner.map(id -> of.get().party(id).filter(party::equals).isPresent());
  }

  private SincePieces() {}
}
