package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.time.LocalDate;
import java.time.YearMonth;
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
import org.ascertain.law.DeadlineKind;

/** Claims of when the days of an election were, and of how long it was from one to another. */
final class EventPieces {

  /** An event that texts give a day or an hour. */
  private enum Event {
    ELECTION(
        "election day|election (?:took place|was held|fell)|went to the polls|people voted|americans (?:voted|chose)|voters chose|the poll\\b|polling day|(?:the )?people chose between"),
    MEETING(
        "electors? (?:all )?(?:met|meet|vote[ds]?|gathered|had met|assembled|cast|will meet|convened)|(?:vote|votes|voting|meetings?) of the electors|electoral college (?:on ⟦d[0-9]+⟧ )?(?:met|voted|votes|meets)|they meet|(?:fifty-one|51) meetings|secured the presidency in the electoral|slates voted"),
    OPENING(
        "congress (?:met|meets|counts?|counted|began|opens|convened|will count)|(?:joint )?session (?:began|opens|opened|convened|met|had opened)|count (?:began|opened|had been opened|was opened|had opened)|sitting that had opened|had opened|count in congress|counting in congress|he announced|she announced"),
    DECLARATION(
        "result was (?:proclaimed|declared|announced)|declares? the result|declared elected|(?:count|it) was (?:finished|completed|over|done)|read out (?:the|what|his own|her own)|gavels? through|proclaimed|to the declaration|(?:vice.president|president of the senate).{0,40}?(?:announced|declared|read)|declared .{0,40}?(?:duly |re-)?elected|read out the numbers"),
    OATH(
        "inaugurat|sworn in|tak(?:es?|ing) (?:the )?(?:oath|office)|the (?:public |private )?oath (?:follows|is|was)|took (?:the|his|her) oath|raised (?:his|her) right hand|the ceremony|^[-* ]*oath"),
    HARBOUR("safe.harbou?r");

    private final Pattern words;

    Event(String words) {
      this.words = Pattern.compile(words);
    }

    static Optional<Event> in(String heard) {
      for (Event each : values()) if (each.words.matcher(heard).find()) return Optional.of(each);
      return Optional.empty();
    }

    /** When it was; by law where it is not on record yet. */
    Optional<When> when(Evidence e) {
      return switch (this) {
        case ELECTION -> Optional.of(e.history().header().attestation().at());
        case MEETING -> e.haveVoted() ? Optional.of(span(e)) : law(e, DeadlineKind.MEET);
        case OPENING ->
            e.first(Fact.CountOpened.class, f -> true)
                .map(o -> o.fact().attestation().at())
                .or(() -> law(e, DeadlineKind.COUNT));
        case DECLARATION ->
            e.last(Fact.Declared.class, f -> true).map(d -> d.fact().attestation().at());
        case OATH ->
            e.last(Fact.Oath.class, f -> f.office() == Fact.Office.PRESIDENT)
                .map(o -> o.fact().attestation().at())
                .or(() -> Optional.of(whole(Washington.day(e.history().law().termBegins()))));
        case HARBOUR -> law(e, DeadlineKind.SAFE_HARBOUR);
      };
    }

    boolean isAbout(Evidence e) {
      return switch (this) {
        case OPENING ->
            e.first(Fact.CountOpened.class, f -> true).filter(EventPieces::isAbout).isPresent();
        case DECLARATION ->
            e.last(Fact.Declared.class, f -> true).filter(EventPieces::isAbout).isPresent();
        case OATH ->
            e.last(Fact.Oath.class, f -> f.office() == Fact.Office.PRESIDENT)
                .filter(EventPieces::isAbout)
                .isPresent();
        case ELECTION, MEETING, HARBOUR -> false;
      };
    }

    private static Optional<When> law(Evidence e, DeadlineKind kind) {
      return e.history().law().deadline(kind).map(d -> whole(d.day()));
    }

    private static When span(Evidence e) {
      List<Entry> votes = e.all(Fact.ElectorVotes.class, f -> f.slate().isEmpty());
      if (votes.isEmpty()) votes = e.all(Fact.ElectorVotes.class, f -> true);
      When first = votes.getFirst().fact().attestation().at();
      When last = first;
      for (Entry each : votes) {
        When at = each.fact().attestation().at();
        if (at.begins() < first.begins()) first = at;
        if (at.effective() > last.effective()) last = at;
      }
      return When.between(first.earliest(), last.latest());
    }
  }

  private static boolean isAbout(Entry entry) {
    return entry.fact().attestation().about();
  }

  private static When whole(LocalDate day) {
    return new When.OnDay(day);
  }

  static final List<Form> ALL =
      List.of(
          Form.of("duration", Kind.DURATION)
              .hears(
                  "{V:v}(?: to the day)? (?<way>after|since|from|before)",
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
              .judges(EventPieces::duration),
          Form.of("day-of-an-event", Kind.DAY)
              .hears("{D:d}", "{T:t}")
              .ahead()
              .example(SUPPORTED, "2020-12-01", "Next the electors meet on December 14.")
              .example(CONTRADICTED, "2020-12-01", "Next the electors meet on December 15.")
              .example(CONTRADICTED, "2021-02-01", "The inauguration ceremony fell on January 21.")
              .judges(EventPieces::day),
          Form.of("weekday-of-a-date", Kind.DAY)
              .hears(
                  "(?:the (?<nth>[a-z]+)|{D:d}) (?:was|is|fell (?:up)?on|falls (?:up)?on|will be|being) (?:on )?(?:a )?{D:w}",
                  "{D:d}, {D:w}",
                  "{D:own}")
              .ahead()
              .example(SUPPORTED, "2020-12-15", "Some recall that November 3 was a Tuesday.")
              .example(CONTRADICTED, "2020-12-15", "Some recall that November 3 was a Wednesday.")
              .judges(EventPieces::weekday));

  private static Judged weekday(Slots s, Evidence e) {
    if (s.has("own")) return ofItself(s);
    Mention.Days weekday = s.days("w");
    if (weekday.weekday().isEmpty()) return Judged.NO_CLAIM;
    Optional<LocalDate> day = Optional.empty();
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

  private static final Pattern WEEKDAY_AND_DATE =
      Pattern.compile(
          "(?i)\\b(?<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\\b.*(?:[0-9]|\\bthe [a-z]+(?:st|nd|rd|th)\\b).*|.*[0-9].*\\b(?<after>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)");

  /** "Saturday, November 26": a weekday and a date that fit or do not. */
  private static Judged ofItself(Slots s) {
    Mention.Days days = s.days("own");
    if (!days.contradiction().isEmpty())
      return Judged.contradicted("The days do not fit: " + days.contradiction() + ".", List.of());
    String words =
        s.piece().mentions().stream()
            .filter(each -> each.mention().equals(days))
            .map(each -> s.piece().sentence().words().substring(each.start(), each.end()))
            .findFirst()
            .orElse("");
    if (!days.isOne() || days.weekday().isPresent() || !WEEKDAY_AND_DATE.matcher(words).matches())
      return Judged.NO_CLAIM;
    return Judged.supported(
            "%s was a %s."
                .formatted(Calendar.words(days.from()), Calendar.name(days.from().getDayOfWeek())),
            List.of())
        .undeniable();
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
          && s.piece().sentence().words().matches("(?s).*[.!]\"?$"))
        event = Event.in(s.scene().words().toLowerCase(Locale.ROOT));
    }
    if (event.isEmpty()) return Judged.NO_CLAIM;
    if (event.get() == Event.MEETING && s.placeHere().isPresent() && !s.hears("slates"))
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
    boolean begins = s.hears("began|opened|opens|met|convened|counts|meets?\\b|counted");
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

  private static Optional<LocalDate> dayOf(Event event, Evidence e) {
    return event.when(e).or(() -> event.when(e.whole())).map(w -> Washington.day(w.begins()));
  }

  private static Judged duration(Slots s, Evidence e) {
    Mention.Length length = (Mention.Length) s.mention("v");
    String sentence = s.piece().sentence().words().toLowerCase(Locale.ROOT);
    if (s.hears(
        "young|old\\b|career|campaign|life|age\\b|prison|in office|as (?:vice )?president|senator for"))
      return Judged.NO_CLAIM;
    boolean ofElection =
        s.hears(
            "(?:after|since|from|before) (?:the )?(?:⟦d[0-9]+⟧ )?(?:election|poll\\b|vote\\b|voting|ballot|election day)");
    if (length.unit() == ChronoUnit.MINUTES || length.unit() == ChronoUnit.HOURS)
      return length.count() <= 120
              && s.hears("took|lasted|in ⟦v|cost|less than|after ⟦v")
              && sentence.matches(
                  "(?s).*(?:count|session|congress|declared|it took|presid|sitting).*")
          ? ofCount(length, s, e)
          : Judged.NO_CLAIM;
    LocalDate vote = e.electionDay();
    if (s.hears("from the election to the declaration"))
      return held(length, vote, dayOf(Event.DECLARATION, e), s);
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
    boolean certain = false;
    for (Mention.Days each : s.here(Mention.Days.class))
      if (each.isOne() && !each.isYear() && each.weekday().isEmpty() && !each.from().equals(vote)) {
        ends.add(each.from());
        certain = true;
      }
    Optional<Mention.Days> earlier = s.earlier(Mention.Days.class);
    if (ends.isEmpty()
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
      event.flatMap(v -> dayOf(v, e)).ifPresent(ends::add);
      certain = !ends.isEmpty();
      ends.add(s.textDay());
      for (Mention.Placed each : s.piece().sentence().mentions())
        if (each.mention() instanceof Mention.Days d
            && d.isOne()
            && d.weekday().isEmpty()
            && !d.isYear()) ends.add(d.from());
    }
    for (LocalDate end : ends) {
      Judged judged = held(length, vote, Optional.of(end), s);
      if (judged.verdict() != CONTRADICTED) return judged;
    }
    Judged last = held(length, vote, Optional.of(ends.getFirst()), s);
    // "Delaware, two days after the election": what came then is not said
    if (!certain && s.placeOfSentence().isPresent()) return Judged.NO_CLAIM;
    return certain || (ends.size() == 1 && !s.hears("^[ ,]*$"))
        ? last
        : Judged.beyond(last.why() + " Of what other day it is said is not clear.");
  }

  /** "The electors vote five weeks from now." */
  private static Judged ahead(Mention.Length length, Slots s, Evidence e) {
    Optional<Event> event = Event.in(s.heard()).or(() -> eventBefore(s));
    Optional<LocalDate> day = event.flatMap(v -> dayOf(v, e));
    return day.isEmpty() ? Judged.NO_CLAIM : held(length, s.textDay(), day, s);
  }

  private static final Pattern FROM_EVENT =
      Pattern.compile("\\b(?:after|before|since) (?:the |that )?(?<event>.*)$");

  /** "On Dec. 28, fifteen days after the electors had met". */
  private static Judged betweenEvents(Mention.Length length, Slots s, Evidence e) {
    Matcher from = FROM_EVENT.matcher(s.heard());
    Optional<LocalDate> first =
        from.find() ? Event.in(from.group("event")).flatMap(v -> dayOf(v, e)) : Optional.empty();
    Optional<LocalDate> other =
        s.here(Mention.Days.class).stream()
            .filter(d -> d.isOne() && d.weekday().isEmpty())
            .map(Mention.Days::from)
            .findFirst()
            .or(
                () ->
                    s.earlier(Mention.Days.class)
                        .filter(d -> d.isOne() && d.weekday().isEmpty())
                        .map(Mention.Days::from));
    return first.isEmpty() || other.isEmpty() || first.equals(other)
        ? Judged.NO_CLAIM
        : held(length, first.get(), other, s);
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
        "From %s to %s it is %d days."
            .formatted(Calendar.words(from), Calendar.words(to.get()), days);
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
        "From the opening, %s, to the declaration, %s."
            .formatted(Evidence.time(opened.get()), Evidence.time(declared.get()));
    List<Entry> by = List.of(opened.get(), declared.get());
    boolean less = s.piece().words().matches("(?is).*(?:less than|under) .*");
    long open = length.unit() == ChronoUnit.HOURS ? 35 : 5;
    if (less) return Judged.held(least < said + 3, why, by).undeniable();
    if (said >= least - open && said <= most + open) return Judged.supported(why, by).undeniable();
    return Judged.contradicted(why, by).undeniable();
  }

  private EventPieces() {}
}
