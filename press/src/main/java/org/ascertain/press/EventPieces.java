package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.When;

/** Claims of when the days of an election were. */
final class EventPieces {

  static final List<Form> ALL =
      List.of(
          Form.of("day-of-an-event", Kind.DAY)
              .knows(
                  "begins begun noon inauguration ceremony fell safe harbor harbour deadline polls voters upon taking")
              .hears("{D:d}", "{T:t}")
              .ahead()
              .example(SUPPORTED, "2020-12-01", "Then the electors meet on December 14.")
              .example(CONTRADICTED, "2020-12-01", "Then the electors meet on December 15.")
              .example(CONTRADICTED, "2021-02-01", "The inauguration ceremony fell on January 21.")
              .example(SUPPORTED, "2020-12-01", "The term of office begins at noon on 20 January.")
              .example(CONTRADICTED, "1961-01-06", "The inauguration is on a Thursday.")
              .example(SUPPORTED, "1961-01-06", "The inauguration is on a Friday.")
              .judges(EventPieces::day),
          Form.of("weekday-of-a-date", Kind.DAY)
              .whole()
              .hears(
                  "(?:the (?<nth>[a-z]+)|{D:d}) (?:was|is|fell (?:up)?on|falls (?:up)?on|will be|being) (?:on )?(?:a )?{D:w}",
                  "(?<=⟧, ){D:w}",
                  "{D:own}")
              .ahead()
              .example(SUPPORTED, "2020-12-15", "It is said that November 3 was a Tuesday.")
              .example(CONTRADICTED, "2020-12-15", "It is said that November 3 was a Wednesday.")
              .judges(EventPieces::weekday));

  private static Judged weekday(Slots s, Evidence e) {
    if (s.has("own")) return ofItself(s);
    Mention.Days weekday = s.days("w");
    if (weekday.weekday().isEmpty()) return Judged.NO_CLAIM;
    Optional<LocalDate> day = Optional.empty();
    if (!s.has("d") && !s.has("nth")) day = before(s, weekday);
    if (s.has("d") && s.days("d").isOne()) day = Optional.of(s.days("d").from());
    else if (s.has("nth")) {
      Optional<Integer> nth = Figures.ordinal(s.words("nth"));
      Optional<Mention.Days> near = s.earlier(Mention.Days.class);
      if (nth.isPresent() && near.isPresent() && near.get().isOne())
        day =
            YearMonth.from(near.get().from()).isValidDay(nth.get())
                ? Optional.of(near.get().from().withDayOfMonth(nth.get()))
                : Optional.empty();
    }
    if (day.isEmpty()) return Judged.NO_CLAIM;
    return Judged.held(
        day.get().getDayOfWeek() == weekday.weekday().get(),
        "%s was a %s."
            .formatted(Calendar.words(day.get()), Calendar.name(day.get().getDayOfWeek())),
        List.of());
  }

  /** "January 6, a Tuesday": the weekday is what is wrong there. */
  private static boolean hasWrongWeekday(Slots s) {
    Optional<LocalDate> day = Optional.empty();
    for (Mention.Placed each : s.piece().sentence().mentions()) {
      if (!(each.mention() instanceof Mention.Days days)) continue;
      if (days.weekday().isPresent()
          && day.isPresent()
          && each.start() <= s.piece().end() + 4
          && s.piece().sentence().words().startsWith("a ", each.start())
          && day.get().getDayOfWeek() != days.weekday().get()) return true;
      day = days.isOne() ? Optional.of(days.from()) : Optional.empty();
    }
    return false;
  }

  /** The day that stands right before a weekday. */
  private static Optional<LocalDate> before(Slots s, Mention.Days weekday) {
    Optional<Mention.Days> last = Optional.empty();
    for (Mention.Placed each : s.piece().sentence().mentions()) {
      if (each.mention().equals(weekday)) break;
      last = each.mention() instanceof Mention.Days days ? Optional.of(days) : Optional.empty();
    }
    return last.filter(Mention.Days::isOne).map(Mention.Days::from);
  }

  /**
   * "Saturday, November 26": a weekday and a date that do not fit. Where they do, what happened on
   * the day may still be wrong, and that they fit is nothing to be told.
   */
  private static Judged ofItself(Slots s) {
    String against = s.days("own").contradiction();
    return against.isEmpty()
        ? Judged.NO_CLAIM
        : Judged.contradicted("The days do not fit: " + against + ".", List.of());
  }

  /** The event whose day a piece gives: of its own words, else of the sentence before it. */
  private static Judged day(Slots s, Evidence e) {
    if (s.hears(
        "certif|congratul|concede|conced|call(?:ed|s)\\b|project|\\bcourt|judge|lawsuit|suit\\b|petition|recount|canvass|audit|statement|telegram|letter|said|wrote|⟦a|⟦k|tweet|objection|signed|dismiss|commission|interrupt|resum|hand tally|published|posted|filed|waited|was fined|withdrew|withdrawn|telephon|spoke|speech|⟦v"))
      return Judged.NO_CLAIM;
    List<Mention> times =
        s.piece().times().stream()
            .map(Mention.Placed::mention)
            .filter(m -> !(m instanceof Mention.Days d && d.isYear()))
            .toList();
    if (times.isEmpty()) return Judged.NO_CLAIM;
    if (hasWrongWeekday(s)) return Judged.NO_CLAIM;
    Optional<Event> event = Event.in(s.heard());
    boolean own = event.isPresent();
    if (event.isEmpty()
        && s.hears(
            "^[ ,]*(?:it|that|this|which)\\b.*(?:was|fell|is)|^ ?(?:on|at) ⟦d|presid|^[ ,]*(?:an? |on )?⟦d[0-9]+⟧[ .,]*$")) {
      for (Piece each : s.piece().before()) {
        event = Event.in(each.marked().toLowerCase(Locale.ROOT));
        if (event.isPresent()) break;
      }
      if (event.isEmpty()
          && s.piece().before().isEmpty()
          && !Sought.has(s.scene().words(), "(?i)\\b(?:tomorrow|tonight|today|yesterday)\\b")
          && s.piece().sentence().words().matches("(?s).*[.!]\"?$"))
        event = Event.in(s.scene().words().toLowerCase(Locale.ROOT));
    }
    if (event.isEmpty()) return Judged.NO_CLAIM;
    if (event.get() == Event.MEETING && s.placeHere().isPresent() && !s.hears("slates"))
      return Judged.NO_CLAIM;
    if ((event.get() == Event.OATH || event.get() == Event.TERM)
        && s.standing().stream().anyMatch(who -> e.whole().chosen().filter(who::equals).isEmpty()))
      return Judged.NO_CLAIM;
    if (event.get() == Event.OATH
        && e.all(Fact.Oath.class, f -> f.office() == Fact.Office.PRESIDENT).size() > 1)
      return ofOaths(s, e);
    if (event.get() == Event.OPENING && s.hears("finish|ended|over|completed"))
      event = Optional.of(Event.DECLARATION);
    Optional<When> when = event.get().when(e);
    if (when.isEmpty())
      return event.get().when(e.whole()).isEmpty()
          ? Judged.NO_CLAIM
          : Judged.beyond("It had not come by then.");
    if (!own && s.hears("⟦n|⟦s[0-9]|⟦x")) return Judged.NO_CLAIM;
    boolean begins = s.hears("began|begun|opened|opens|met|convened|counts|meets?\\b|counted");
    When meant = when.get();
    if (event.get() == Event.OPENING && !begins) meant = sitting(e, when.get());
    if (event.get() == Event.OPENING && s.hears("counted the votes") && !s.hears("⟦t"))
      meant = when.get();
    Judged judged = Judged.supported("It was " + Evidence.time(meant) + ".", List.of()).at(meant);
    return event.get().isAbout(e)
        ? new Judged(judged.verdict(), judged.why(), judged.entries(), judged.when(), true, true)
        : judged;
  }

  private static When sitting(Evidence e, When opened) {
    return e.last(Fact.Declared.class, f -> true)
        .map(d -> When.between(opened.earliest(), d.fact().attestation().at().latest()))
        .orElse(opened);
  }

  private static Judged ofOaths(Slots s, Evidence e) {
    List<Entry> oaths = e.all(Fact.Oath.class, f -> f.office() == Fact.Office.PRESIDENT);
    Judged first = Judged.NO_CLAIM;
    for (Entry each : oaths) {
      Judged judged =
          Judged.supported("An oath was taken " + Evidence.time(each) + ".", List.of(each))
              .at(each);
      if (s.fits(judged, e)) return judged;
      first = judged;
    }
    return first;
  }

  private EventPieces() {}
}
