package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Washington;
import org.ascertain.election.When;

/** Claims of how long it was from one event of an election to another. */
final class DurationPieces {

  static final List<Form> ALL =
      List.of(
          Form.of("duration", Kind.DURATION)
              .knows("official affirmation confirmation win victory over all")
              .hears(
                  "{V:v}(?: to the day)? (?:(?:have|had|has) (?:now )?(?:passed|gone by|elapsed) )?(?<way>after|since|from|before)",
                  "(?:took|lasted|passed|ran|over|in|it was|had waited|after) (?:almost |less than |only |nearly |about )?{V:v}",
                  "{V:v} (?<now>from (?:now|today)|hence)",
                  "{V:v} (?:later|afterwards|longer|late|earlier|of counting|had passed|passed)",
                  "from .{0,60}?(?:passed|are|were|it had passed|is) {V:v}")
              .ahead()
              .example(
                  SUPPORTED,
                  "2020-12-16",
                  "He wrote on 15 December, forty-two days after the election.")
              .example(
                  CONTRADICTED,
                  "2020-12-13",
                  "The electors meet on Monday, December 14, forty-two days after the election.")
              .judges(DurationPieces::duration));

  private static Judged duration(Slots s, Evidence e) {
    Mention.Length length = (Mention.Length) s.mention("v");
    String sentence = s.piece().sentence().words().toLowerCase(Locale.ROOT);
    if (s.hears(
        "young|old\\b|career|campaign|life|age\\b|prison|in office|as (?:vice )?president|senator for"))
      return Judged.NO_CLAIM;
    boolean ofElection =
        s.hears(
            "(?:after|since|from|before) (?:the )?(?:⟦d[0-9]+⟧ )?(?:election|poll\\b|vote\\b|voting|ballot|election day|(?:country|nation|people|americans|voters|they) (?:had )?(?:voted|went to the polls))");
    if (length.unit() == ChronoUnit.MINUTES || length.unit() == ChronoUnit.HOURS)
      return length.count() <= 120
              && s.hears(
                  "took|lasted|in ⟦v|cost|less than|after ⟦v|⟦v[0-9]+⟧ after (?:the )?(?:opening|session (?:opened|began)|it (?:opened|began))")
              && Sought.has(
                  sentence,
                  "count|session|congress|declared|announced|outcome|it took|all over|presid|sitting")
          ? ofCount(length, s, e)
          : Judged.NO_CLAIM;
    LocalDate vote = e.electionDay();
    if (s.hears("from the election to the declaration"))
      return held(length, vote, Event.DECLARATION.day(e), s);
    if (s.hears("of counting")) return held(length, vote, Optional.of(s.textDay()), s);
    if (s.hears("certificates? came in over|certified over")) {
      List<Entry> all = e.all(Fact.Certification.class, f -> true);
      if (all.size() < 20) return Judged.NO_CLAIM;
      LocalDate first = Washington.day(all.getFirst().effective());
      Optional<LocalDate> last =
          e.jurisdictions().stream()
              .flatMap(j -> e.first(Fact.Certification.class, f -> f.unit().equals(j)).stream())
              .map(c -> Washington.day(c.effective()))
              .max(LocalDate::compareTo);
      return held(length, first, last, s);
    }
    if (s.has("now")) return ahead(length, s, e);
    if (!ofElection) return betweenEvents(length, s, e);
    List<LocalDate> ends = new ArrayList<>();
    Happenings.day(s.piece(), s.start(), e).ifPresent(ends::add);
    boolean certain = !ends.isEmpty();
    for (Mention.Days each : s.here(Mention.Days.class))
      if (each.isOne() && !each.isYear() && each.weekday().isEmpty() && !each.from().equals(vote)) {
        ends.add(each.from());
        certain = true;
      }
    Optional<Mention.Days> earlier = s.earlier(Mention.Days.class);
    if (ends.isEmpty()
        && !certain
        && earlier.isPresent()
        && earlier.get().isOne()
        && earlier.get().weekday().isEmpty()) {
      ends.add(earlier.get().from());
      certain = true;
    }
    if (!certain) {
      Optional<Event> event = Event.in(s.heard()).filter(v -> v != Event.ELECTION);
      for (Piece each : s.piece().before())
        event = event.or(() -> Event.in(each.marked().toLowerCase(Locale.ROOT)));
      event.flatMap(v -> v.day(e)).or(() -> before(s, e)).ifPresent(ends::add);
      certain = !ends.isEmpty();
      ends.add(s.textDay());
      for (Mention.Placed each : s.piece().sentence().mentions())
        if (each.mention() instanceof Mention.Days d
            && d.isOne()
            && d.weekday().isEmpty()
            && !d.isYear()) ends.add(d.from());
    }
    ends.removeIf(end -> isTurned(s, vote, end));
    if (ends.isEmpty()) return Judged.NO_CLAIM;
    for (LocalDate end : ends) {
      Judged judged = held(length, vote, Optional.of(end), s);
      if (judged.verdict() != CONTRADICTED) return judged;
    }
    Judged last = held(length, vote, Optional.of(ends.getFirst()), s);
    // "Delaware, two days after the election": what came then is not said
    if (!certain && s.placeOfSentence().isPresent()) return Judged.NO_CLAIM;
    // what a text tells may have been on the day before
    if (!certain
        && held(length, vote, Optional.of(s.textDay().minusDays(1)), s).verdict() != CONTRADICTED)
      return Judged.NO_CLAIM;
    return certain || (ends.size() == 1 && !s.hears("^[ ,]*$"))
        ? last
        : Judged.beyond(last.why() + " Of what other day it is said is not clear.");
  }

  /** "The electors vote five weeks from now." */
  private static Judged ahead(Mention.Length length, Slots s, Evidence e) {
    Optional<Event> event = Event.in(s.heard()).or(() -> eventBefore(s));
    Optional<LocalDate> day = event.flatMap(v -> v.day(e));
    return day.isEmpty() ? Judged.NO_CLAIM : held(length, s.textDay(), day, s);
  }

  private static final Pattern FROM_EVENT =
      Pattern.compile("\\b(?:after|before|since) (?:the |that )?(?<event>.*)$");

  /** "On Dec. 28, fifteen days after the electors had met". */
  private static Judged betweenEvents(Mention.Length length, Slots s, Evidence e) {
    Matcher from = FROM_EVENT.matcher(s.heard());
    Optional<LocalDate> first = Optional.empty();
    if (from.find()) {
      String event = from.group("event");
      first =
          Event.in(event)
              .flatMap(v -> v.day(e))
              .or(() -> Happenings.day(event, s.piece().sentence(), e));
    }
    boolean isSince = s.hears("(?:have|has) (?:now )?(?:passed|gone by|elapsed) since");
    if (isSince)
      return first.isEmpty()
          ? Judged.NO_CLAIM
          : held(length, first.get(), Optional.of(s.textDay()), s);
    Optional<LocalDate> other =
        s.here(Mention.Days.class).stream()
            .filter(d -> d.isOne() && d.weekday().isEmpty())
            .map(Mention.Days::from)
            .findFirst()
            .or(
                () ->
                    s.earlier(Mention.Days.class)
                        .filter(d -> d.isOne() && d.weekday().isEmpty())
                        .map(Mention.Days::from))
            .or(() -> before(s, e))
            .or(() -> onlyLater(s));
    return first.isEmpty()
            || other.isEmpty()
            || first.equals(other)
            || isTurned(s, first.get(), other.get())
        ? Judged.NO_CLAIM
        : held(length, first.get(), other, s);
  }

  /** "41 days before the election", of what came after it. */
  private static boolean isTurned(Slots s, LocalDate reference, LocalDate other) {
    return switch (s.words("way")) {
      case "before" -> other.isAfter(reference);
      case "after", "since" -> other.isBefore(reference);
      default -> false;
    };
  }

  /** The day of what is told before the length of time in the piece, or in the one before it. */
  private static Optional<LocalDate> before(Slots s, Evidence e) {
    Optional<LocalDate> own = Happenings.day(s.piece(), s.start(), e);
    if (own.isPresent()) return own;
    return s.piece().before().stream()
        .findFirst()
        .flatMap(piece -> Happenings.day(piece, piece.marked().length(), e));
  }

  /** "A day after the electors had met, he wrote on Tuesday": the one day behind it. */
  private static Optional<LocalDate> onlyLater(Slots s) {
    List<LocalDate> days =
        s.piece().sentence().mentions().stream()
            .filter(each -> each.start() >= s.piece().end())
            .filter(each -> each.mention() instanceof Mention.Days)
            .map(each -> (Mention.Days) s.look(each))
            .filter(d -> d.isOne() && d.weekday().isEmpty())
            .map(Mention.Days::from)
            .distinct()
            .toList();
    return days.size() == 1 ? Optional.of(days.getFirst()) : Optional.empty();
  }

  private static Optional<Event> eventBefore(Slots s) {
    for (Piece each : s.piece().before()) {
      Optional<Event> event = Event.in(each.marked().toLowerCase(Locale.ROOT));
      if (event.isPresent()) return event;
    }
    return Optional.empty();
  }

  /** A length of time against the days between two days. */
  private static Judged held(
      Mention.Length length, LocalDate from, Optional<LocalDate> to, Slots s) {
    if (to.isEmpty()) return Judged.beyond("The other day is not on record.");
    long days = Math.abs(ChronoUnit.DAYS.between(from, to.get()));
    String why =
        "From %s to %s it is %s."
            .formatted(
                Calendar.words(from.isBefore(to.get()) ? from : to.get()),
                Calendar.words(from.isBefore(to.get()) ? to.get() : from),
                Wording.counted(days, "day", "days"));
    long said =
        switch (length.unit()) {
          case DAYS -> length.count();
          case WEEKS -> 7 * length.count();
          case MONTHS -> 30 * length.count();
          case YEARS -> 365 * length.count();
          default -> -1;
        };
    if (said < 0) return Judged.NO_CLAIM;
    boolean exact = s.hears("to the day");
    boolean almost =
        length.about() || s.hears("almost|nearly|about|some ⟦v|more than|less than|over ⟦v");
    long off = Math.abs(days - said);
    long open =
        switch (length.unit()) {
          case DAYS -> almost ? 1 : 0;
          case WEEKS -> exact ? 0 : almost ? 3 : 0;
          case MONTHS -> exact ? 1 : 6;
          default -> 20;
        };
    if (off <= open) return Judged.supported(why, List.of()).undeniable();
    boolean near =
        (length.unit() == ChronoUnit.WEEKS && off <= 2)
            || (length.unit() == ChronoUnit.MONTHS && off <= 12);
    return near && !exact
        ? Judged.imprecise(why, List.of())
        : Judged.contradicted(why, List.of()).undeniable();
  }

  /** How long Congress counted. */
  private static Judged ofCount(Mention.Length length, Slots s, Evidence e) {
    Optional<Entry> opened = e.first(Fact.CountOpened.class, f -> true);
    Optional<Entry> declared = e.last(Fact.Declared.class, f -> true);
    if (opened.isEmpty() || declared.isEmpty()) return Judged.NO_CLAIM;
    When first = opened.get().fact().attestation().at();
    When last = declared.get().fact().attestation().at();
    if (!(first instanceof When.AtMoment) || last instanceof When.OnDay)
      return Judged.beyond("The record does not tell the hours of the count.");
    long least = (last.begins() - first.effective()) / 60_000_000_000L;
    long most = (last.effective() - first.begins()) / 60_000_000_000L;
    long said = length.count() * (length.unit() == ChronoUnit.HOURS ? 60 : 1);
    String why =
        "It opened %s; the result was declared %s."
            .formatted(Evidence.time(opened.get()), Evidence.time(declared.get()));
    List<Entry> by = List.of(opened.get(), declared.get());
    boolean less = Sought.has(s.piece().words(), "(?i)(?:less than|under) ");
    boolean isRound = said % 5 == 0;
    long open = isRound ? 5 : 0;
    if (less && least < said + 3)
      // nobody says "less than 41 minutes" of 35
      return (isRound || said - least <= 2 ? Judged.supported(why, by) : Judged.imprecise(why, by))
          .undeniable();
    if (less) return Judged.contradicted(why, by).undeniable();
    boolean isHours = length.unit() == ChronoUnit.HOURS;
    boolean isAbout = length.about() || s.hears("some ⟦v|about ⟦v|around ⟦v|nearly ⟦v|almost ⟦v");
    long close = isHours ? (isAbout ? 20 : 10) : open;
    if (said >= least - close && said <= most + close)
      return Judged.supported(why, by).undeniable();
    if (isHours && said >= least - 45 && said <= most + 45) return Judged.imprecise(why, by);
    if (!isRound && said >= least - 5 && said <= most + 5) return Judged.imprecise(why, by);
    return Judged.contradicted(why, by).undeniable();
  }

  private DurationPieces() {}
}
