package org.ascertain.press;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the day of a text in its first lines: where it says so itself, never in what it tells. */
final class Dateline {

  private static final String MONTH =
      "(?<month>(?i:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June|July|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?))";
  private static final String DATE =
      "(?:(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),? (?:the )?)?(?:"
          + MONTH
          + " (?<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?:,? (?<year>1[789][0-9]{2}|20[0-9]{2}))?|(?<day2>[0-3]?[0-9])(?:st|nd|rd|th)? (?:of )?"
          + MONTH.replace("<month>", "<month2>")
          + "(?:,? (?<year2>1[789][0-9]{2}|20[0-9]{2}))?|(?<iso>(?:1[789]|20)[0-9]{2}-[01][0-9]-[0-3][0-9])(?:T[0-9:.Z+-]+)?)";

  private static final String HOUR = "(?:, [0-9]{1,2}(?:[:.][0-9]{2})? ?[AaPp]\\. ?[Mm]\\.)?";

  /**
   * A line of its own, or with "date", "published" or a place before it; "Held: 3 November 2020" is
   * a line of what the text tells.
   */
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^[ \\t#>_-]*(?:(?i:date|dated|published|posted|updated|last updated|for release|filed|issued)(?: on| at)?:? *)?(?:[A-Z][\\w .,'-]{0,40}[,|/\u2014-] *|[A-Z][A-Z .,'-]{1,40}: *)?"
              + DATE
              + "(?:,? *(?:at )?[0-9]{1,2}[:.][0-9]{2} ?(?:[aApP]\\.?[mM]\\.?)?(?: ?[A-Z]{2,4})?)?[ \\t]*\\.?(?:[ \\t]*[|/\u2014-][^\\n]{0,60}|(?<=\\.) [A-Z][^\\n.]{0,50}\\.?)?[ \\t]*$");

  /** A place and a day before the first sentence: "WASHINGTON, Dec. 14 (AP) -". */
  private static final Pattern PLACE =
      Pattern.compile(
          "(?m)^[ \\t]*(?:\\([A-Z][A-Za-z ]+\\) *)?[A-Z][A-Z .'-]{2,40}(?:,? (?:D\\.C\\.|[A-Z]{2}|[A-Z][a-z]+\\.?))?(?: \\([A-Za-z /]+\\))?(?:, |: | \u2014 | - | )\\(?"
              + DATE
              + "\\)?"
              + HOUR
              + "(?: \\([A-Za-z /]+\\))?\\.? ?(?:\u2014|--?|:|\\.)");

  /** What is left of a dateline if its place has ended with a point. */
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "[ \\t]*" + DATE + "" + HOUR + "(?: \\([A-Za-z /]+\\))?\\.? ?(?:\u2014|--?) ");

  /** "date 2020-12-15" where the text begins. */
  private static final Pattern FIRST =
      Pattern.compile("^\\s*(?i:date|dated|published|posted)(?: on)?:? *" + DATE);

  private static final Pattern ANYWHERE =
      Pattern.compile("(?<![\\w])" + DATE + "(?![\\w])", Pattern.CASE_INSENSITIVE);

  /** "the twentieth of February, 2021". */
  private static final Pattern IN_WORDS =
      Pattern.compile(
          "(?i)\\b(?<day>[a-z]+(?:-[a-z]+)?) (?:day )?of "
              + MONTH
              + ",? (?<year>1[789][0-9]{2}|20[0-9]{2})");

  /** "It's Saturday the seventh of November", as it is said on the air. */
  private static final Pattern SAID =
      Pattern.compile(
          "(?i)\\b(?:it's|it is|today is|this is)"
              + " (?<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day),? (?:the )?"
              + "(?<day>[a-z]+(?:-[a-z]+)?|[0-3]?[0-9](?:st|nd|rd|th)?) (?:day )?of "
              + MONTH);

  /** "THU 01-06-05": day and month in the order that the weekday fits. */
  private static final Pattern IN_FIGURES =
      Pattern.compile(
          "(?i)(?<![\\w-])(?<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?,? (?<a>[0-9]{1,2})[-/.](?<b>[0-9]{1,2})[-/.](?<y>[0-9]{4}|[0-9]{2})(?![\\w-])");

  private static Optional<LocalDate> inFigures(String line) {
    Matcher found = IN_FIGURES.matcher(line);
    if (!found.find()) return Optional.empty();
    int a = Integer.parseInt(found.group("a"));
    int b = Integer.parseInt(found.group("b"));
    int y = Integer.parseInt(found.group("y"));
    int year = y >= 100 ? y : y <= LAST_SHORT_YEAR ? 2000 + y : 1900 + y;
    for (int[] each : new int[][] {{a, b}, {b, a}}) {
      if (each[0] < 1 || each[0] > 12 || !YearMonth.of(year, each[0]).isValidDay(each[1])) continue;
      LocalDate day = LocalDate.of(year, each[0], each[1]);
      if (day.getDayOfWeek().name().startsWith(found.group("weekday").toUpperCase(Locale.ROOT)))
        return Optional.of(day);
    }
    return Optional.empty();
  }

  /** "05" is of this century, "60" of the last. */
  private static final int LAST_SHORT_YEAR = 40;

  /** How long a line may be that is no sentence. */
  private static final int LONGEST_LINE = 110;

  /** In how many characters of a text it is looked for. */
  static final int BEGINNING = 1_200;

  /** How many characters of a sentence are its dateline: a place, a day and a dash. */
  static int leading(String sentence) {
    Matcher place = PLACE.matcher(sentence);
    if (place.lookingAt()) return place.end();
    Matcher day = DAY_FIRST.matcher(sentence);
    if (day.lookingAt()) return day.end();
    Matcher first = FIRST.matcher(sentence);
    return first.lookingAt()
            && BEGINS.matcher(sentence).region(first.end(), sentence.length()).lookingAt()
        ? first.end() + 1
        : 0;
  }

  /** "date 2020-12-15 After six weeks": the first sentence goes on behind the day. */
  private static final Pattern BEGINS = Pattern.compile(" [A-Z]");

  private static final Pattern CITY =
      Pattern.compile("(?m)^[ \\t]*(?<city>[A-Z][A-Z. ]{3,20}?)(?:,| \\(| —| --?|:) ?");

  private static final Map<String, String> CITIES =
      Vocabulary.table("cities.tsv").stream()
          .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[1]));

  /** The state of the city from which a text is dated: "the state" in it is that one at first. */
  static Optional<String> state(String plain) {
    Matcher city = CITY.matcher(plain.substring(0, Math.min(BEGINNING, plain.length())));
    while (city.find()) {
      String state = CITIES.get(city.group("city").strip());
      if (state != null) return Optional.of(state);
    }
    return Optional.empty();
  }

  /** The day of a text as it is read; a day without a year is that of the season of an election. */
  static Optional<LocalDate> of(String plain, Optional<Integer> season) {
    String beginning = plain.substring(0, Math.min(BEGINNING, plain.length()));
    for (Pattern each : new Pattern[] {FIRST, LINE, PLACE}) {
      Matcher found = each.matcher(beginning);
      while (found.find()) {
        Optional<LocalDate> day = day(found, each == PLACE ? season : Optional.empty());
        if (day.isPresent()) return day;
      }
    }
    Optional<LocalDate> ofLine = ofShortLine(beginning, season).or(() -> said(beginning, season));
    if (ofLine.isPresent()) return ofLine;
    String end = plain.substring(Math.max(0, plain.length() - 300));
    Matcher last = LINE.matcher(end);
    while (last.find()) {
      Optional<LocalDate> day = day(last, Optional.empty());
      if (day.isPresent()) return day;
    }
    return Optional.empty();
  }

  /**
   * The day on which a text was written that is of another, as a morning paper prints what was
   * wired the day before: "today" and "tonight" in it are of that day.
   */
  static LocalDate wired(String plain, LocalDate day) {
    Matcher found = PLACE.matcher(plain.substring(0, Math.min(BEGINNING, plain.length())));
    while (found.find()) {
      Optional<LocalDate> written =
          day(found, Optional.of(day.getMonthValue() >= 7 ? day.getYear() : day.getYear() - 1));
      if (written
          .filter(of -> of.isBefore(day) && !of.isBefore(day.minusDays(LONGEST_WAY)))
          .isPresent()) return written.get();
    }
    return day;
  }

  private static final int LONGEST_WAY = 2;

  /** "Sworn in: 20 January": what was that day, and not when the text was written. */
  private static final Pattern OF_WHAT =
      Pattern.compile(
          "(?i)[ #>*-]*(?:held|sworn|oath|inaugurat|elect|vote|voting|polls|certif|count|called|signed|met|declar|conce|won|born|died|took)[^:]{0,40}: (?:on )?"
              + DATE);

  /** "LIVE TICKER: Election night, Tuesday, November 5, 2024. All times Eastern." */
  private static final Pattern HEADING = Pattern.compile("[A-Z][A-Z -]{3,30}: ");

  /** A day with its year in a line that is short and no sentence: a byline, "Issue of ...". */
  private static Optional<LocalDate> ofShortLine(String beginning, Optional<Integer> season) {
    for (String line : beginning.lines().filter(l -> !l.isBlank()).limit(8).toList()) {
      String words = line.strip();
      boolean isSentence =
          (words.endsWith(".") || words.endsWith("?") || words.endsWith("!"))
              && !HEADING.matcher(words).lookingAt();
      if (words.length() > LONGEST_LINE || isSentence || OF_WHAT.matcher(words).lookingAt())
        continue;
      Matcher found = ANYWHERE.matcher(words);
      while (found.find()) {
        boolean hasYear =
            found.group("iso") != null
                || found.group("year") != null
                || found.group("year2") != null;
        Optional<LocalDate> day = day(found, hasYear ? Optional.empty() : season);
        if (day.isPresent()) return day;
      }
      Optional<LocalDate> inFigures = inFigures(words);
      if (inFigures.isPresent()) return inFigures;
      Matcher inWords = IN_WORDS.matcher(words);
      if (!inWords.find()) continue;
      Optional<Integer> day = Figures.ordinal(inWords.group("day"));
      if (day.isEmpty()) continue;
      int month = Calendar.month(inWords.group("month"));
      int year = Integer.parseInt(inWords.group("year"));
      if (YearMonth.of(year, month).isValidDay(day.get()))
        return Optional.of(LocalDate.of(year, month, day.get()));
    }
    return Optional.empty();
  }

  /** A day that is said with its weekday, in the year of an election's season that it fits. */
  private static Optional<LocalDate> said(String beginning, Optional<Integer> season) {
    Matcher found = SAID.matcher(beginning);
    if (season.isEmpty() || !found.find()) return Optional.empty();
    String written = found.group("day").replaceAll("(?<=[0-9])(?:st|nd|rd|th)$", "");
    Optional<Integer> day =
        written.matches("[0-9]+")
            ? Optional.of(Integer.valueOf(written))
            : Figures.ordinal(written.toLowerCase(Locale.ROOT));
    int month = Calendar.month(found.group("month"));
    int year = month >= 7 ? season.get() : season.get() + 1;
    return day.filter(YearMonth.of(year, month)::isValidDay)
        .map(of -> LocalDate.of(year, month, of))
        .filter(of -> Calendar.name(of.getDayOfWeek()).equalsIgnoreCase(found.group("weekday")));
  }

  private static Optional<LocalDate> day(Matcher found, Optional<Integer> season) {
    try {
      if (found.group("iso") != null) return Optional.of(LocalDate.parse(found.group("iso")));
      boolean first = found.group("month") != null;
      int month = Calendar.month(found.group(first ? "month" : "month2"));
      int day = Integer.parseInt(found.group(first ? "day" : "day2"));
      String year = found.group(first ? "year" : "year2");
      if (year != null) return Optional.of(LocalDate.of(Integer.parseInt(year), month, day));
      return season.map(of -> LocalDate.of(month >= 7 ? of : of + 1, month, day));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private Dateline() {}
}
