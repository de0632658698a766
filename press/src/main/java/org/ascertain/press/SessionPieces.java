package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Chamber;
import org.ascertain.election.Fact.ChamberVote;
import org.ascertain.election.Washington;
import org.ascertain.election.When;

/** Claims of the hours of the count in Congress: broken off, gone on with, voted, a state read. */
final class SessionPieces {

  static final List<Form> ALL =
      List.of(
          Form.of("hour-of-the-count", Kind.COUNT)
              .hears(
                  "(?<broken>interrupt|broken off|broke off|suspended|cut short|breach|storm(?:ed|ing)|overr[au]n|broke in(?:to)?|invaded|entered the (?:capitol|building)|mob|rioters|crowd)",
                  "(?<resumed>resum|reconven|c[ao]me back|went back|(?:were|was|is) back|picked up where|sat down again|took up the count again|returned to)",
                  "(?<vote>{H:h}.{0,40}?(?:vote[ds]?|reject(?:s|ed)|turn(?:s|ed) (?:it )?down|overrul|refus)|(?:reject|vot|defeat|turned down).{0,40}?{H:i}|senators (?:reject|vot)|the (?:latter|former) at)",
                  "{U:u}.{0,40}?(?<read>read|opened|reached|counted|came up|called|over the (?:top|line)|past)")
              .example(
                  SUPPORTED,
                  "2021-02-01",
                  "On January 6, 2021 the count was interrupted at about 2:15 p.m. by a crowd.")
              .example(
                  CONTRADICTED,
                  "2021-02-01",
                  "On January 6, 2021 the count was interrupted at about 4:15 p.m. by a crowd.")
              .judges(SessionPieces::hour));

  /** "interrupted the count about 14:15", "had resumed about 03:27" in a note. */
  private static final Pattern NOTED =
      Pattern.compile(
          "(?i)(?<what>interrupted|resumed|opened)[^.;]*?\\b(?:about|at) (?<hour>[0-2][0-9]:[0-5][0-9])");

  private record Moment(Entry entry, When at, boolean isAbout) {}

  private static Judged hour(Slots s, Evidence e) {
    Optional<Entry> opened = e.first(Fact.CountOpened.class, f -> true);
    List<Mention.Clock> hours =
        s.piece().times().stream()
            .map(Mention.Placed::mention)
            .filter(Mention.Clock.class::isInstance)
            .map(Mention.Clock.class::cast)
            .toList();
    if (opened.isEmpty() || hours.isEmpty() || s.hears("⟦k|⟦a|\\bcourt|certif"))
      return Judged.NO_CLAIM;
    if (!isOfCount(s)) return Judged.NO_CLAIM;
    List<Moment> meant = new ArrayList<>();
    if (s.has("broken")) meant.addAll(noted(e, "interrupted", f -> true));
    else if (s.has("resumed")) {
      if (s.hears("senate|upper|⟦h")) return Judged.NO_CLAIM;
      meant.addAll(noted(e, "resumed", f -> true));
    } else if (s.has("vote")) meant.addAll(votes(s, e));
    else meant.addAll(read(s, e));
    if (meant.isEmpty()) return Judged.NO_CLAIM;
    for (Moment each : meant) {
      Judged judged = told(each);
      if (s.fits(judged, e)) return judged;
    }
    return meant.size() == 1 ? told(meant.getFirst()) : Judged.NO_CLAIM;
  }

  private static Judged told(Moment of) {
    return new Judged(
        SUPPORTED,
        "It was %s%s.".formatted(of.isAbout() ? "about " : "", Evidence.time(of.at())),
        List.of(of.entry().index()),
        Optional.of(of.at()),
        false,
        of.isAbout());
  }

  private static final Pattern OF_COUNT =
      Pattern.compile("congress|joint session|senat|house|object|session|count|capitol|chamber");

  private static boolean isOfCount(Slots s) {
    return OF_COUNT.matcher(s.context()).find();
  }

  /** What notes of the states that were counted tell of the sitting. */
  private static List<Moment> noted(Evidence e, String what, Predicate<Fact.Counted> which) {
    List<Moment> all = new ArrayList<>();
    for (Entry each : e.all(Fact.Counted.class, which)) {
      Matcher found = NOTED.matcher(each.fact().attestation().note().orElse(""));
      while (found.find())
        if (found.group("what").equalsIgnoreCase(what)) {
          LocalTime hour = LocalTime.parse(found.group("hour"));
          OffsetDateTime counted = Washington.at(each.effective());
          // the sitting goes on into the night: an hour of the afternoon is of the day before
          boolean isBefore = hour.getHour() >= 12 && counted.getHour() < 12;
          LocalDate day = isBefore ? counted.toLocalDate().minusDays(1) : counted.toLocalDate();
          OffsetDateTime at = day.atTime(hour).atOffset(counted.getOffset());
          all.add(new Moment(each, new When.AtMoment(at), found.group().contains("about")));
        }
    }
    return all;
  }

  private static List<Moment> votes(Slots s, Evidence e) {
    boolean senate = s.hears("senat|upper|former");
    Optional<Mention.House> house =
        s.one(Mention.House.class).or(() -> s.earlier(Mention.House.class));
    Chamber chamber =
        house
            .map(h -> h.isSenate() ? Chamber.SENATE : Chamber.HOUSE)
            .orElse(senate ? Chamber.SENATE : Chamber.HOUSE);
    if (house.isEmpty() && !s.hears("senat|lower|upper|latter|former")) return List.of();
    if (s.hears("latter")) chamber = Chamber.HOUSE;
    Chamber of = chamber;
    Optional<String> unit = s.placeOfSentence().or(() -> s.scene().unit());
    return e
        .all(
            ChamberVote.class,
            f -> f.chamber() == of && unit.map(f.jurisdiction()::equals).orElse(true))
        .stream()
        .map(v -> new Moment(v, v.fact().attestation().at(), v.fact().attestation().about()))
        .toList();
  }

  private static List<Moment> read(Slots s, Evidence e) {
    String unit = s.unit("u");
    List<Moment> all = noted(e, "opened", f -> f.jurisdiction().equals(unit));
    for (Entry each : e.all(Fact.Counted.class, f -> f.jurisdiction().equals(unit)))
      all.add(new Moment(each, each.fact().attestation().at(), each.fact().attestation().about()));
    return all;
  }

  private SessionPieces() {}
}
