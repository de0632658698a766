package org.ascertain.press;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascertain.press.Mention.Placed;
import org.jspecify.annotations.Nullable;

/** Finds numbers: in digits and in words, rounded, as shares, scores, lengths of time, ordinals. */
final class Figures {

  /** Words for the numbers from nought to nineteen. */
  static final List<String> ONES =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");

  private static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final List<String> ORDINALS =
      List.of(
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "seventh",
          "eighth",
          "ninth",
          "tenth",
          "eleventh",
          "twelfth",
          "thirteenth",
          "fourteenth",
          "fifteenth",
          "sixteenth",
          "seventeenth",
          "eighteenth",
          "nineteenth");

  private static final String SENSE =
      "(?:(?<sense>about|around|roughly|approximately|some|more than|over|upwards of|in excess of|at least|nearly|almost|just under|close to|fewer than|less than|under|just over|a little over|a little more than|slightly more than|only|exactly|just) )?";
  private static final String SMALL =
      "(?:"
          + String.join("|", TENS)
          + ")(?:-(?:"
          + String.join("|", ONES.subList(1, 10))
          + "))?|"
          + String.join("|", ONES);
  private static final String WORDS =
      "(?:(?:"
          + SMALL
          + ") hundred(?: and)? (?:"
          + SMALL
          + ")|(?:"
          + SMALL
          + "|a) hundred|(?:"
          + SMALL
          + ")|a dozen)";

  /** Thousands and millions spelled out to the last word. */
  private static final String LONG =
      "(?:(?:"
          + WORDS
          + ") million,? (?:and )?(?:(?:"
          + WORDS
          + ") thousand(?:,? (?:and )?(?:"
          + WORDS
          + "))?|and (?:"
          + WORDS
          + "))|(?:"
          + WORDS
          + ") thousand,? (?:and )?(?:"
          + WORDS
          + "))";

  private static final String DIGITS = "[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\\.[0-9]+)?";
  private static final Set<String> SCORE_BEGINS =
      Stream.concat(Stream.of("a"), Stream.concat(ONES.stream(), TENS.stream()))
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> NUMBER_BEGINS =
      Stream.concat(
              SCORE_BEGINS.stream(),
              Pattern.compile("[a-z]+").matcher(SENSE).results().map(MatchResult::group))
          .collect(Collectors.toUnmodifiableSet());
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)(?<![\\w$.,/-])"
              + SENSE
              + "(?<n>"
              + DIGITS
              + "|"
              + LONG
              + "|"
              + WORDS
              + ")(?: (?<scale>thousand|million|billion))?(?<tail>(?:-|th|st|nd|rd)?)(?![\\w])(?!\\.[0-9])");
  private static final Pattern SCORE =
      Pattern.compile(
          "(?i)(?<![\\w$,.-])(?<!\\bfrom )(?:(?<a>[0-9]{1,6}(?:,[0-9]{3})*) ?- ?(?<b>[0-9]{1,6}(?:,[0-9]{3})*)|(?<c>[0-9]{1,6}(?:,[0-9]{3})*|"
              + WORDS
              + ")(?: to |-to-| (?:votes|justices|judges|members|senators|representatives) to | votes against | against | plays )(?<d>[0-9]{1,6}(?:,[0-9]{3})*|"
              + WORDS
              + "))(?![\\w%]|,[0-9]|\\.[0-9]|-[0-9]|:[0-9]|(?: per ?cent| percent| million| thousand| hundred| points| o'clock| noon| in the (?:morning|afternoon)))");

  /** "half a million", "a quarter of one percent", "one and a half points". */
  private static final Sought PART =
      Sought.of(
          "(?i)(?<![\\w-])"
              + SENSE
              + "(?:(?<whole>[0-9]{1,3}|"
              + SMALL
              + ") and )?(?<part>an? half|half an?|half|an? quarter|a third|three[- ]quarters|an? tenth)(?: (?:of )?(?:an? |one )?(?<unit>million|percentage point|percent|per cent|point)s?)(?![\\w-])");

  private static final Pattern NUMBER_ALONE = Pattern.compile("(?i)(?:" + WORDS + ")");
  private static final Pattern PERCENT =
      Pattern.compile(
          "^(?: ?%| percent(?:age points?)?| per cent| percentage[- ]points?| points?| of a percentage point| of a point)");
  private static final Pattern LENGTH =
      Pattern.compile(
          "(?i)^[ -](?:(?<unit>day|week|month|year|hour|minute)s?|(?<s>seconds))\\b(?!['’])");

  /** "a week", "a fortnight": what is counted stands for one of it. */
  private static final Sought ONE_LENGTH =
      Sought.of(
          "(?i)(?<![\\w-])(?:an? |one )(?<unit>day|week|fortnight|month|year|hour|minute)(?![\\w-])");

  private static final String ORDINALS_WRITTEN =
      "(?i)(?<![\\w-])(?:(?<d>[0-9]{1,3})(?:st|nd|rd|th|d)|(?<w>(?:"
          + String.join("|", TENS)
          + ")-(?:"
          + String.join("|", ORDINALS.subList(0, 9))
          + ")|"
          + String.join("|", ORDINALS)
          + "|fortieth|thirtieth|twentieth))(?![\\w-])";
  private static final Pattern ORDINAL = Pattern.compile(ORDINALS_WRITTEN);

  /** One of what a form asks for by its number. */
  private static final Sought ORDINAL_OF_COUNTED =
      Sought.of(ORDINALS_WRITTEN + "(?= (?:U\\.S\\. |American )?(?:president|ballot)\\b)");

  static void find(Sought.Line line, List<Placed> taken) {
    String sentence = line.words();
    Matcher parts = PART.in(line);
    while (parts.find())
      if (Placed.isFree(taken, parts.start(), parts.end())) taken.add(part(parts));
    Matcher scores = from(SCORE, sentence);
    int next = 0;
    for (int start : starts(sentence, SCORE_BEGINS)) {
      if (start < next || !scores.region(start, sentence.length()).lookingAt()) continue;
      next = scores.end();
      boolean dash = scores.group("a") != null;
      Optional<Long> a = whole(scores.group(dash ? "a" : "c"));
      Optional<Long> b = whole(scores.group(dash ? "b" : "d"));
      if (a.isEmpty() || b.isEmpty() || !Placed.isFree(taken, scores.start(), scores.end()))
        continue;
      taken.add(new Placed(scores.start(), scores.end(), new Mention.Score(a.get(), b.get())));
    }
    Matcher lengths = ONE_LENGTH.in(line);
    while (lengths.find()) {
      if (!Placed.isFree(taken, lengths.start(), lengths.end())) continue;
      boolean fortnight = lengths.group("unit").equalsIgnoreCase("fortnight");
      ChronoUnit unit =
          fortnight
              ? ChronoUnit.WEEKS
              : ChronoUnit.valueOf(lengths.group("unit").toUpperCase(Locale.ROOT) + "S");
      taken.add(
          new Placed(
              lengths.start(), lengths.end(), new Mention.Length(fortnight ? 2 : 1, unit, false)));
    }
    Matcher ordinals = ORDINAL_OF_COUNTED.in(line);
    while (ordinals.find())
      if (Placed.isFree(taken, ordinals.start(), ordinals.end()))
        taken.add(
            new Placed(ordinals.start(), ordinals.end(), new Mention.Ordinal(ordinal(ordinals))));
    Matcher numbers = from(NUMBER, sentence);
    int at = 0;
    for (int start : starts(sentence, NUMBER_BEGINS))
      if (start >= at && numbers.region(start, sentence.length()).lookingAt()) {
        at = numbers.end();
        number(sentence, numbers, taken);
      }
  }

  /** A pattern that is tried at the words where it may begin. */
  private static Matcher from(Pattern pattern, String sentence) {
    return pattern.matcher(sentence).useTransparentBounds(true).useAnchoringBounds(false);
  }

  /** Where words begin that are digits or one of some. */
  private static List<Integer> starts(String sentence, Set<String> words) {
    List<Integer> starts = new ArrayList<>();
    int at = 0;
    while (at < sentence.length()) {
      int end = at;
      while (end < sentence.length() && Character.isLetterOrDigit(sentence.charAt(end))) end++;
      if (end > at
          && (Character.isDigit(sentence.charAt(at))
              || words.contains(sentence.substring(at, end).toLowerCase(Locale.ROOT))))
        starts.add(at);
      at = Math.max(end, at + 1);
    }
    return starts;
  }

  private static Placed part(Matcher found) {
    String part = found.group("part").toLowerCase(Locale.ROOT);
    BigDecimal value =
        new BigDecimal(
            part.contains("half")
                ? "0.5"
                : part.startsWith("three")
                    ? "0.75"
                    : part.contains("quarter") ? "0.25" : part.contains("third") ? "0.33" : "0.1");
    if (found.group("whole") != null)
      value = value.add(BigDecimal.valueOf(whole(found.group("whole")).orElse(0L)));
    Quantity.Sense sense = sense(found.group("sense"));
    if (found.group("unit").equalsIgnoreCase("million"))
      return new Placed(
          found.start(),
          found.end(),
          new Mention.Count(
              new Quantity(
                  value.multiply(BigDecimal.valueOf(1_000_000)),
                  BigDecimal.valueOf(100_000),
                  sense)));
    return new Placed(
        found.start(),
        found.end(),
        new Mention.Share(new Quantity(value, new BigDecimal("0.1"), sense)));
  }

  private static void number(String sentence, Matcher found, List<Placed> taken) {
    int end = found.end("scale") > 0 ? found.end("scale") : found.end("n");
    // "one" is a number only before what is counted
    if (found.group("n").equalsIgnoreCase("one")
        && !sentence
            .substring(end)
            .matches(
                "^(?:(?: (?:[a-z]+ )?(?:elector|faithless|vote|electoral|state| each| apiece)| (?:of|from|in|to|for) (?:⟦|[A-Z])| each).*|[.,;]?$|[,;] .*)"))
      return;
    // "one by one"
    if (sentence.startsWith("ne by ", Math.max(0, found.start() - 6))) return;
    if (!found.group("tail").isEmpty() && !found.group("tail").equals("-")) return;
    if (!Placed.isFree(taken, found.start(), end)) return;
    Quantity quantity = quantity(found.group("sense"), found.group("n"), found.group("scale"));
    String after = sentence.substring(end);
    Matcher percent = PERCENT.matcher(after);
    if (percent.find()) {
      Quantity share = new Quantity(quantity.value(), step(found.group("n")), quantity.sense());
      taken.add(new Placed(found.start(), end + percent.end(), new Mention.Share(share)));
      return;
    }
    Matcher length = LENGTH.matcher(after);
    if (length.find()) {
      ChronoUnit unit =
          length.group("s") != null
              ? ChronoUnit.SECONDS
              : ChronoUnit.valueOf(length.group("unit").toUpperCase(Locale.ROOT) + "S");
      boolean about = quantity.sense() != Quantity.Sense.PLAIN;
      taken.add(
          new Placed(
              found.start(),
              end + length.end(),
              new Mention.Length(quantity.whole(), unit, about)));
      return;
    }
    taken.add(new Placed(found.start(), end, new Mention.Count(quantity)));
  }

  private static Quantity quantity(@Nullable String sense, String digits, @Nullable String scale) {
    BigDecimal value = value(digits);
    BigDecimal step = step(digits);
    if (scale != null) {
      BigDecimal times =
          Map.of(
                  "thousand", BigDecimal.valueOf(1_000),
                  "million", BigDecimal.valueOf(1_000_000),
                  "billion", BigDecimal.valueOf(1_000_000_000))
              .getOrDefault(scale.toLowerCase(Locale.ROOT), BigDecimal.ONE);
      value = value.multiply(times);
      step = step.multiply(times);
    }
    return new Quantity(value, step, sense(sense));
  }

  private static Quantity.Sense sense(@Nullable String word) {
    if (word == null) return Quantity.Sense.PLAIN;
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "about", "around", "roughly", "approximately", "some", "close to" ->
          Quantity.Sense.ABOUT;
      case "at least" -> Quantity.Sense.AT_LEAST;
      case "just over", "a little over", "a little more than", "slightly more than" ->
          Quantity.Sense.JUST_OVER;
      case "nearly", "almost", "just under" -> Quantity.Sense.NEARLY;
      case "fewer than", "less than", "under" -> Quantity.Sense.LESS_THAN;
      case "only", "exactly", "just" -> Quantity.Sense.PLAIN;
      default -> Quantity.Sense.MORE_THAN;
    };
  }

  private static BigDecimal step(String digits) {
    int point = digits.indexOf('.');
    return point < 0 ? BigDecimal.ONE : BigDecimal.ONE.movePointLeft(digits.length() - point - 1);
  }

  private static BigDecimal value(String text) {
    return Character.isDigit(text.charAt(0))
        ? new BigDecimal(text.replace(",", ""))
        : BigDecimal.valueOf(whole(text).orElse(0L));
  }

  /** A whole number in digits or in words. */
  static Optional<Long> whole(String written) {
    String text = written.toLowerCase(Locale.ROOT).strip();
    if (text.isEmpty()) return Optional.empty();
    if (Character.isDigit(text.charAt(0))) {
      String digits = text.replace(",", "");
      return digits.length() > 15 ? Optional.empty() : Optional.of(Long.parseLong(digits));
    }
    if (text.equals("a dozen")) return Optional.of(12L);
    for (String scale : List.of(" million", " thousand")) {
      int at = text.indexOf(scale);
      if (at < 0) continue;
      long times = scale.equals(" million") ? 1_000_000L : 1_000L;
      String rest = text.substring(at + scale.length()).replaceFirst("^,? (?:and )?", "").strip();
      long below = rest.isEmpty() ? 0 : whole(rest).orElse(0L);
      return Optional.of(times * whole(text.substring(0, at)).orElse(0L) + below);
    }
    int hundred = text.indexOf(" hundred");
    if (hundred >= 0) {
      String rest = text.substring(hundred + " hundred".length()).replaceFirst("^ and", "").strip();
      long above = text.startsWith("a ") ? 1 : small(text.substring(0, hundred));
      return Optional.of(100 * above + (rest.isEmpty() ? 0 : small(rest)));
    }
    return Optional.of(small(text));
  }

  /** A number in words, if it is one. */
  static Optional<Long> number(String written) {
    return NUMBER_ALONE.matcher(written).matches() ? whole(written) : Optional.empty();
  }

  private static long small(String word) {
    int one = ONES.indexOf(word);
    if (one >= 0) return one;
    int hyphen = word.indexOf('-');
    String tens = hyphen < 0 ? word : word.substring(0, hyphen);
    long value = 20 + 10L * TENS.indexOf(tens);
    return hyphen < 0 ? value : value + Math.max(0, ONES.indexOf(word.substring(hyphen + 1)));
  }

  /** The number of an ordinal in words or digits, if it is one. */
  static Optional<Integer> ordinal(String written) {
    Matcher found = ORDINAL.matcher(written);
    return found.matches() ? Optional.of(ordinal(found)) : Optional.empty();
  }

  private static int ordinal(Matcher found) {
    if (found.group("d") != null) return Integer.parseInt(found.group("d"));
    String word = found.group("w").toLowerCase(Locale.ROOT);
    int one = ORDINALS.indexOf(word);
    if (one >= 0) return one + 1;
    if (word.endsWith("ieth")) return (int) small(word.replace("ieth", "y"));
    int hyphen = word.indexOf('-');
    return (int) small(word.substring(0, hyphen))
        + ORDINALS.indexOf(word.substring(hyphen + 1))
        + 1;
  }

  private Figures() {}
}
