package org.ascertain.press;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.press.Mention.Placed;
import org.jspecify.annotations.Nullable;

/** Finds numbers: in digits and in words, rounded, as shares, scores, lengths of time, ordinals. */
final class Figures {

  private static final List<String> ONES =
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
  private static final String DIGITS = "[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\\.[0-9]+)?";
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)(?<![\\w$.,/-])"
              + SENSE
              + "(?<n>"
              + DIGITS
              + "|"
              + WORDS
              + ")(?: (?<scale>thousand|million|billion))?(?<tail>(?:-|th|st|nd|rd)?)(?![\\w])(?!\\.[0-9])");
  private static final Pattern SCORE =
      Pattern.compile(
          "(?i)(?<![\\w$,.-])(?<a>[0-9]{1,3}(?:,[0-9]{3})*|"
              + SMALL
              + ")(?: ?- ?| to |-to-| votes to )(?<b>[0-9]{1,3}(?:,[0-9]{3})*|"
              + SMALL
              + ")(?![\\w%]|,[0-9]|\\.[0-9]| percent| million| points)");
  private static final Pattern PERCENT =
      Pattern.compile(
          "^(?: ?%| percent(?:age points?)?| per cent| percentage[- ]points?| points?| of a percentage point| of a point)");
  private static final Pattern LENGTH =
      Pattern.compile("(?i)^[ -](?<unit>day|week|month|year|hour|minute)s?\\b");
  private static final Pattern ORDINAL =
      Pattern.compile(
          "(?i)(?<![\\w-])(?:(?<d>[0-9]{1,3})(?:st|nd|rd|th)|(?<w>(?:"
              + String.join("|", TENS)
              + ")-(?:"
              + String.join("|", ORDINALS.subList(0, 9))
              + ")|"
              + String.join("|", ORDINALS)
              + "|fortieth|thirtieth|twentieth))(?![\\w-])");

  /** What follows an ordinal that a form asks for. */
  private static final Pattern COUNTED =
      Pattern.compile("^ (?:U\\.S\\. |American )?(?:[Pp]resident|ballot)\\b");

  static void find(String sentence, List<Placed> taken) {
    Matcher scores = SCORE.matcher(sentence);
    while (scores.find()) {
      Optional<Long> a = whole(scores.group("a"));
      Optional<Long> b = whole(scores.group("b"));
      if (a.isEmpty() || b.isEmpty() || !Placed.isFree(taken, scores.start(), scores.end()))
        continue;
      taken.add(new Placed(scores.start(), scores.end(), new Mention.Score(a.get(), b.get())));
    }
    Matcher ordinals = ORDINAL.matcher(sentence);
    while (ordinals.find())
      if (Placed.isFree(taken, ordinals.start(), ordinals.end())
          && COUNTED.matcher(sentence.substring(ordinals.end())).find())
        taken.add(
            new Placed(ordinals.start(), ordinals.end(), new Mention.Ordinal(ordinal(ordinals))));
    Matcher numbers = NUMBER.matcher(sentence);
    while (numbers.find()) number(sentence, numbers, taken);
  }

  private static void number(String sentence, Matcher found, List<Placed> taken) {
    int end = found.end("scale") > 0 ? found.end("scale") : found.end("n");
    // "one" is a number only before what is counted
    if (found.group("n").equalsIgnoreCase("one")
        && !sentence
            .substring(end)
            .matches("^ (?:[a-z]+ )?(?:elector|faithless|vote|electoral|state).*")) return;
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
      ChronoUnit unit = ChronoUnit.valueOf(length.group("unit").toUpperCase(Locale.ROOT) + "S");
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
    int hundred = text.indexOf(" hundred");
    if (hundred >= 0) {
      String rest = text.substring(hundred + " hundred".length()).replaceFirst("^ and", "").strip();
      long above = text.startsWith("a ") ? 1 : small(text.substring(0, hundred));
      return Optional.of(100 * above + (rest.isEmpty() ? 0 : small(rest)));
    }
    return Optional.of(small(text));
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
