package org.ascertain.press;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.press.Mention.Clock;
import org.ascertain.press.Mention.Days;
import org.ascertain.press.Mention.Placed;

/**
 * The words of a claim with what stands around them: the day and the hour that go with it, words of
 * denial, and words that make it no claim (what somebody only supposes, expects or alleges).
 *
 * @param start the first character of the claim in its sentence, its day and hour included
 * @param end the character after its last
 */
record Clause(
    int start,
    int end,
    List<Days> days,
    List<Days> electionDays,
    List<Clock> clocks,
    boolean isDenied,
    boolean isSupposed,
    boolean isForeseen) {

  private static final Sought DENIAL =
      Sought.of(
          "\\b(?:[Nn]ot(?! (?:quite|only|even|merely|just|until|surprisingly|far|long|yet two)\\b)|[Nn]ever|[Nn]obody(?! (?:else )?(?:remembers|recalls|knows|doubts|disputes|denies))|[Nn]one|[Nn]either|[Nn]or|[Ww]ithout|cannot|[Hh]ardly|failed to|refused to|declined to|yet to|[Nn]owhere)\\b|n't\\b");
  private static final Sought SUPPOSED =
      Sought.of(
          "\\b(?:would|could|might|may|should|[Ww]hether|[Uu]nless|[Ss]uppose|[Pp]erhaps|[Mm]aybe|expected|likely|unlikely|predicts?|predicted|predicting|forecasts?|hopes?|hoped|hoping|wants?(?! of\\b)|wanted|falsely|wrongly|allegedly|supposedly|claims?|claimed|claiming|insists?|insisted|insisting|believes?|believed|suggests?|suggested|alleg(?:es?|ed|ing)|baseless|myth|poised|on track|set to|scheduled|plans? to|planned|vows?|vowed|trying|tried|attempts?|attempted|attempting|sought|seeks?|seeking|scenario|polls?|odds|rumou?rs?|rumou?red|had hoped|almost|nearly|in an alternate|as though|as if|pretend|erroneously|mistakenly|incorrectly)\\b");

  /** Words of two letters by themselves: they would have the others searched for in every line. */
  private static final Pattern IF = Starts.compile("\\b[Ii]f\\b");

  private static final Pattern NO = Starts.compile("\\b(?:no|No(?!\\.))\\b");
  private static final Sought WISH =
      Sought.of(
          "(?:^|[,;] )(?:[Hh]ad [A-Z⟦]|[Ii]f |[Ss]uppose|[Ww]ere [A-Z])|^[\"\u201c]?(?:Move|Flip|Swap|Take away|Subtract|Remove|Imagine|Picture|Give) ");
  private static final Sought FORESEEN = Sought.of("\\b(?:will|shall|going to|is to|are to)\\b");
  private static final Pattern BOUNDARY =
      Starts.compile("[;:,\u2014]|\\b(?:but|while|although|though|whereas)\\b");
  private static final Pattern END_OF_CLAUSE =
      Starts.compile("[;:,\u2014]|\\b(?:and|but|while|although|though|whereas)\\b");

  /**
   * Behind such words a day is that of something else, "after the electors had voted on Monday".
   */
  private static final Pattern END_OF_OWN =
      Starts.compile(
          END_OF_CLAUSE.pattern()
              + "|\\b(?:after|before|when|once|since|until)\\b(?= (?:the|he|she|they|it|his|her|[A-Z][a-z]+ [A-Z]?[a-z]+))");

  private static final Pattern NEAR_AFTER =
      Starts.compile(
          "^,?(?: (?!(?:after|before|when|while|as|since|until|because|which|who|that|and|but|if|by|than|from|ahead|amid|against|compared|following|or|through|to)\\b)(?:[a-z'-]+|Electoral|College|Congress|United|States|White|House|Senate)){0,7} ?$");
  private static final Pattern NEAR_BEFORE =
      Starts.compile("^,?(?: (?:the|when|that|with)){0,1} ?$");
  private static final Pattern ELECTION =
      Starts.compile(
          "^(?:'s)? (?:U\\.S\\. |American |presidential |general |national )*(?:election|vote|balloting|contest|race|polls|ballot)\\b");
  private static final Pattern ROOM_FOR_HOUR =
      Starts.compile("^,?(?: (?:on|at|in|the|early|late|just|shortly|a)){0,3} ?$");

  static boolean isDenied(String words) {
    return DENIAL.isIn(words) || NO.matcher(words).find();
  }

  /** Whether words of a line are only supposed. */
  private static boolean isSupposed(String words, Sought.Line of) {
    return (SUPPOSED.mayBeIn(of) && SUPPOSED.isIn(words)) || IF.matcher(words).find();
  }

  /** How many words of denial there are. */
  static long denials(String words) {
    return DENIAL.pattern().matcher(words).results().count() + NO.matcher(words).results().count();
  }

  /** The same claim without its days and hours. */
  Clause without(int from, int to) {
    return new Clause(from, to, List.of(), List.of(), List.of(), isDenied, isSupposed, isForeseen);
  }

  /** Of a piece of a sentence: all its days and hours go with the claim. */
  static Clause of(Piece piece, int from, int to) {
    Clause all = piece.circumstances();
    return new Clause(
        Math.min(from, all.start),
        Math.max(to, all.end),
        all.days,
        all.electionDays,
        all.clocks,
        all.isDenied,
        all.isSupposed,
        all.isForeseen);
  }

  /** What stands around any claim of a piece; from its first own day or hour to its last. */
  static Clause around(Piece piece) {
    String words = piece.sentence().words();
    List<Days> days = new ArrayList<>();
    List<Days> electionDays = new ArrayList<>();
    List<Clock> clocks = new ArrayList<>();
    int start = Integer.MAX_VALUE;
    int end = -1;
    for (Placed each : piece.times()) {
      if (isApposition(piece.sentence(), each)) continue;
      boolean own = each.start() >= piece.start() && each.end() <= piece.end();
      if (own) {
        start = Math.min(start, each.start());
        end = Math.max(end, each.end());
      }
      if (each.mention() instanceof Clock clock) clocks.add(clock);
      else if (each.mention() instanceof Days day)
        (!day.isYear() && ELECTION.matcher(words.substring(each.end())).find()
                ? electionDays
                : days)
            .add(day);
    }
    String heard = words.substring(piece.start(), piece.end());
    String all = words.substring(0, piece.end());
    return new Clause(
        start,
        end,
        days,
        electionDays,
        clocks,
        isDenied(heard),
        isSupposed(piece.marked(), piece.heard()) || WISH.isIn(all),
        FORESEEN.isIn(heard));
  }

  /** "January 6, a Thursday": a weekday that is told of a day is a claim of its own. */
  private static boolean isApposition(Tagged sentence, Placed each) {
    String words = sentence.words();
    return each.mention() instanceof Days days
        && days.weekday().isPresent()
        && words.startsWith("a ", each.start())
        && OF_A_DAY.matcher(words.substring(0, each.start())).find()
        && sentence.mentions().stream()
            .anyMatch(other -> other.end() <= each.start() && other.mention() instanceof Days);
  }

  /** "As 4 March fell on a Sunday, he": the weekday is that of the day before it. */
  private static boolean isFellOn(Tagged sentence, Placed each) {
    return isApposition(sentence, each)
        && FELL_ON.matcher(sentence.words().substring(0, each.start())).find();
  }

  private static final Pattern FELL_ON = Starts.compile("\\b(?:f[ae]ll(?:s|ing)? on|was|is) $");
  private static final Pattern OF_A_DAY = Starts.compile("(?:, |\\b(?:on|was|is|being) )$");

  static Clause of(Tagged sentence, int from, int to, Set<Integer> taken, boolean ownsDays) {
    String words = sentence.words();
    int start = from;
    int end = to;
    List<Days> days = new ArrayList<>();
    List<Days> electionDays = new ArrayList<>();
    List<Clock> clocks = new ArrayList<>();
    boolean grew = true;
    Set<Placed> used = new HashSet<>();
    while (grew) {
      grew = false;
      for (int i = 0; i < sentence.mentions().size(); i++) {
        Placed each = sentence.mentions().get(i);
        if (taken.contains(i) || used.contains(each)) continue;
        boolean isTime = each.mention() instanceof Days || each.mention() instanceof Clock;
        if (ownsDays && each.end() <= from) continue;
        if (!isTime || isFellOn(sentence, each) || !goesWith(words, each, start, end)) continue;
        used.add(each);
        grew = true;
        start = Math.min(start, each.start());
        end = Math.max(end, each.end());
        if (each.mention() instanceof Clock clock) clocks.add(clock);
        else if (each.mention() instanceof Days day)
          (!day.isYear() && ELECTION.matcher(words.substring(each.end())).find()
                  ? electionDays
                  : days)
              .add(day);
      }
    }
    String inside = words.substring(from, to);
    String left = words.substring(Math.max(0, from - 70), from);
    Matcher boundary = BOUNDARY.matcher(left);
    int at = 0;
    while (boundary.find()) at = boundary.end();
    String before = left.substring(at);
    // "the statement never was published on Tuesday": up to the day that goes with it
    boolean denied =
        isDenied(words.substring(Math.min(from, start), Math.max(to, end)))
            || isDenied(lastWords(before, 4));
    String heard = before + inside;
    return new Clause(
        start,
        end,
        days,
        electionDays,
        clocks,
        denied,
        isSupposed(heard, sentence.line())
            || (WISH.mayBeIn(sentence.line()) && WISH.isIn(words.substring(0, end))),
        FORESEEN.isIn(heard));
  }

  private static final Pattern AFTER_HEADING = Starts.compile("(?:: | ?[-\\u2013\\u2014|] )");

  /**
   * "Nov. 9: Nixon concedes": the day by which a line of a list begins is that of what it tells.
   */
  Optional<Clause> headed(Tagged sentence) {
    if (!days.isEmpty()) return Optional.empty();
    return heading(sentence, start)
        .map(
            day ->
                new Clause(
                    start,
                    end,
                    List.of(day),
                    electionDays,
                    clocks,
                    isDenied,
                    isSupposed,
                    isForeseen));
  }

  private static Optional<Days> heading(Tagged sentence, int before) {
    return sentence.mentions().stream()
        .filter(each -> each.start() <= LATEST_HEADING && each.end() <= before)
        .filter(
            each ->
                AFTER_HEADING
                    .matcher(sentence.words())
                    .region(each.end(), sentence.words().length())
                    .lookingAt())
        .map(Placed::mention)
        .filter(Days.class::isInstance)
        .map(Days.class::cast)
        .filter(day -> !day.isYear())
        .findFirst();
  }

  /** A sign of a list may stand before it. */
  private static final int LATEST_HEADING = 5;

  private static String lastWords(String words, int most) {
    String[] all = words.strip().split(" ", -1);
    return String.join(" ", List.of(all).subList(Math.max(0, all.length - most), all.length));
  }

  private static boolean goesWith(String words, Placed time, int start, int end) {
    if (time.start() >= start && time.end() <= end) return true;
    if (time.start() >= end) {
      String between = words.substring(end, time.start());
      return time.mention() instanceof Clock
          ? ROOM_FOR_HOUR.matcher(between).matches() || NEAR_AFTER.matcher(between).matches()
          : NEAR_AFTER.matcher(between).matches();
    }
    return time.end() <= start && NEAR_BEFORE.matcher(words.substring(time.end(), start)).matches();
  }

  /** The day that the text gives for the claim; empty where it gives none, or only a year. */
  Optional<Days> day() {
    return days.stream().filter(day -> !day.isYear() && day.weekday().isEmpty()).findFirst();
  }

  /** The years of elections beside the claim, and those in whose seasons its days lie. */
  Set<Integer> electionYears() {
    Set<Integer> years = new HashSet<>();
    for (Days each : days) season(each).ifPresent(years::add);
    for (Days each : electionDays) season(each).ifPresent(years::add);
    return years;
  }

  /** Those that a whole sentence names. */
  static Set<Integer> electionYears(Tagged sentence) {
    Set<Integer> years = new HashSet<>();
    for (Placed each : sentence.mentions())
      if (each.mention() instanceof Days days) season(days).ifPresent(years::add);
    return years;
  }

  static Optional<Integer> season(Days days) {
    int year = days.from().getYear();
    if (days.isYear()) return year % 4 == 0 ? Optional.of(year) : Optional.empty();
    if (year % 4 == 0 && days.to().getMonthValue() >= 9) return Optional.of(year);
    return year % 4 == 1 && days.from().getMonthValue() <= 3
        ? Optional.of(year - 1)
        : Optional.empty();
  }

  /** The days between the end of a claim and the next comma or conjunction. */
  List<Days> daysBeside(Tagged sentence) {
    String after = sentence.words().substring(end);
    Matcher boundary = END_OF_OWN.matcher(after);
    int until = end + (boundary.find() ? boundary.start() : after.length());
    List<Days> beside = new ArrayList<>();
    for (Placed each : sentence.mentions())
      if (each.start() >= end
          && each.end() <= until
          && each.mention() instanceof Days day
          && day.weekday().isEmpty()) beside.add(day);
    return beside;
  }

  /**
   * Whether a verdict that only the days of the text contradict may be about another of them: one
   * fits, or they are counted from what was told before.
   */
  boolean mayBeOtherwise(Judged judged, Evidence evidence) {
    if (judged.verdict() != Verdict.SUPPORTED
        || timed(judged, evidence).verdict() != Verdict.CONTRADICTED) return false;
    List<Days> against =
        days.stream()
            .filter(each -> ofDay(judged, each, zone(), evidence).verdict() == Verdict.CONTRADICTED)
            .toList();
    if (against.isEmpty() || against.stream().anyMatch(each -> !each.contradiction().isEmpty()))
      return false;
    boolean oneFits =
        days.stream()
            .anyMatch(
                each ->
                    !each.isYear()
                        && ofDay(judged, each, zone(), evidence).verdict() == Verdict.SUPPORTED);
    return oneFits || against.stream().allMatch(Days::isCounted);
  }

  /**
   * Whether it is not certain which day is meant: one of them is counted from what was told before,
   * or there are two.
   */
  boolean isOfUncertainDay() {
    List<Days> own = days.stream().filter(each -> !each.isYear()).toList();
    return own.stream().allMatch(each -> each.contradiction().isEmpty())
        && (own.stream().anyMatch(Days::isCounted) || own.stream().distinct().count() > 1);
  }

  boolean isOfNight() {
    return days.stream().anyMatch(Days::isNight);
  }

  /** What becomes of a verdict by the days and hours that the text gives. */
  Judged timed(Judged judged, Evidence evidence) {
    Judged now = timedOfOne(judged, evidence);
    for (Judged.Time also : judged.also())
      now = now.worse(timedOfOne(judged.at(also.at(), also.isAbout()), evidence));
    return now;
  }

  private Judged timedOfOne(Judged judged, Evidence evidence) {
    Judged now = judged;
    for (Days each : electionDays) now = ofElectionDay(now, each, evidence);
    for (Days each : days) now = ofDay(now, each, zone(), evidence);
    for (Clock each : clocks) now = Hours.held(now, each);
    return now;
  }

  /** By whose clock the days of the claim are told: by that of its hour. */
  private Optional<Zone> zone() {
    return clocks.stream().flatMap(each -> each.zone().stream()).findFirst();
  }

  private static Judged ofElectionDay(Judged judged, Days said, Evidence evidence) {
    if (!said.contradiction().isEmpty())
      return judged.as(Verdict.CONTRADICTED, "The days do not fit: " + said.contradiction() + ".");
    LocalDate is = evidence.electionDay();
    boolean fits = !is.isBefore(said.from()) && !is.isAfter(said.to());
    return fits
        ? judged
        : judged.as(
            Verdict.CONTRADICTED, "Election day was " + Calendar.words(is) + ". " + judged.why());
  }

  private static Judged ofDay(Judged judged, Days said, Optional<Zone> zone, Evidence evidence) {
    if (!said.contradiction().isEmpty())
      return judged.as(Verdict.CONTRADICTED, "The days do not fit: " + said.contradiction() + ".");
    if (judged.verdict() == Verdict.CONTRADICTED || judged.verdict() == Verdict.BEYOND)
      return judged;
    if (said.isYear() && season(said).filter(of -> of == evidence.year()).isPresent())
      return judged;
    if (judged.when().isEmpty()) {
      LocalDate vote = evidence.electionDay();
      boolean isElectionDay =
          said.weekday().isEmpty() && !vote.isBefore(said.from()) && !vote.isAfter(said.to());
      return isElectionDay
          ? judged
          : judged.as(Verdict.BEYOND, "The record gives no day for it. " + judged.why());
    }
    When when = judged.when().get();
    if (said.weekday().isPresent()) return ofWeekday(judged, said.weekday().get(), when);
    if (said.isNight() && isByDay(when, said.from()))
      return judged.as(Verdict.CONTRADICTED, Wording.withTime(judged.why(), Evidence.time(when)));
    if (Evidence.within(when, said.from(), said.to())
        || Hours.isOfDay(when, said.from(), said.to(), zone)) return judged;
    if (Evidence.mayBeWithin(when, said.from(), said.to()))
      return judged.as(Verdict.IMPRECISE, Wording.withTime(judged.why(), Evidence.time(when)));
    return judged.as(Verdict.CONTRADICTED, Wording.withTime(judged.why(), Evidence.time(when)));
  }

  /** Whether a moment near a night is certainly none of it: before the evening, or by daylight. */
  private static boolean isByDay(When when, LocalDate evening) {
    if (!(when instanceof When.AtMoment)) return false;
    LocalDateTime at = Washington.at(when.effective()).toLocalDateTime();
    return at.isBefore(evening.atTime(NIGHT_BEGINS, 0))
        || at.isAfter(evening.plusDays(1).atTime(NIGHT_ENDS, 0));
  }

  private static final int NIGHT_BEGINS = 16;
  private static final int NIGHT_ENDS = 9;

  private static Judged ofWeekday(Judged judged, DayOfWeek said, When when) {
    LocalDate first = Washington.day(when.begins());
    LocalDate last = Washington.day(when.effective());
    String why = Wording.withTime(judged.why(), Evidence.time(when));
    if (!first.equals(last)) return judged.as(Verdict.BEYOND, why);
    return first.getDayOfWeek() == said
        ? judged
        : judged.as(
            Verdict.CONTRADICTED, "It was a " + Calendar.name(first.getDayOfWeek()) + ". " + why);
  }
}
