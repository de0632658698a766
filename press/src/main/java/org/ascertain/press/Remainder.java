package org.ascertain.press;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.election.When;
import org.ascertain.press.Mention.Clock;
import org.ascertain.press.Mention.Days;
import org.ascertain.press.Mention.Person;
import org.ascertain.press.Mention.Placed;

/**
 * What of a clause its form has not read. Of a clause that was read in part nothing is known: "was
 * next to congratulate" is not "congratulated", "not one state yet" is not "not Alaska", "held up
 * for six hours" is not "held". So a clause with such a remainder gets no verdict of any kind.
 *
 * <p>Read is what the pattern of the form asks for in so many words, what its judge has listened
 * for or has looked up, and what the reason tells. Of the rest a number, a length of time, a day or
 * an hour, a name and a quotation always count; so do the small words of English but those that
 * carry nothing; of other words one may be left.
 */
final class Remainder {

  private static final Set<String> CARRIES_NOTHING = Vocabulary.of("carries-nothing");
  private static final Set<String> NO_GIVEN_NAME = Vocabulary.of("no-given-name");
  private static final Set<String> TURNS = Vocabulary.of("turns");
  private static final Set<String> UNDOES = Vocabulary.of("undoes");

  /** So many words that are neither small nor of every election may be left. */
  private static final int MOST_OTHERS = 1;

  /** A reason tells of a word where it has one as long as this. */
  private static final int LEAST_TOLD = 5;

  private static final Pattern DENIAL =
      Pattern.compile("no|not|never|none|nobody|nor|neither|without");

  /** By what a clause is joined to the one before it. */
  private static final Pattern LEAD =
      Pattern.compile(
          "(?i) ?(?:but|while|though|although|whereas|because|and|so far|so|then|in all|in the end)\\b");

  /**
   * Something of a clause that its form has not read.
   *
   * @param isStrong whether it counts by itself; of other words one may be left
   */
  private record Left(int start, int end, boolean isStrong) {}

  private final Tagged sentence;
  private final Predicate<String> isNameOfEntry;
  private final List<Left> left = new ArrayList<>();

  /**
   * What of a clause was not read.
   *
   * @param start where the clause begins in its sentence
   * @param end the character after its last
   * @param at a place of the claim
   * @param isTimed whether its days and hours were held against the record
   * @param isDenialRead whether a word of denial in it was understood
   * @param isNameOfEntry whether a name is that of an official in an entry on which the claim rests
   */
  Remainder(
      Form form,
      Slots slots,
      Tagged sentence,
      int start,
      int end,
      int at,
      Judged judged,
      boolean isTimed,
      boolean isDenialRead,
      Predicate<String> isNameOfEntry) {
    this.sentence = sentence;
    this.isNameOfEntry = isNameOfEntry;
    if (form.isWhole()) return;
    int[] cell = cell(sentence.words(), start, end, at);
    Set<Placed> read = slots.read();
    for (Placed each : sentence.mentions())
      if (each.start() >= cell[0]
          && each.end() <= cell[1]
          && !read.contains(each)
          && !(judged.verdict() == Verdict.SUPPORTED
              && isTold(sentence.words().substring(each.start(), each.end()), judged.why()))
          && !form.knows().contains("@" + each.mention().letter())
          && !isYear(each.mention(), slots.year())
          && counts(each.mention(), isTimed)) left.add(new Left(each.start(), each.end(), true));
    // what stands around quoted words says something of them only by a name, a figure or a day
    if (form.kind() != Kind.QUOTATION) words(form, slots, cell[0], cell[1], judged, isDenialRead);
  }

  private void words(
      Form form, Slots slots, int start, int end, Judged judged, boolean isDenialRead) {
    Set<String> known = new HashSet<>(form.knows());
    known.addAll(slots.heardWords());
    known.addAll(slots.askedWords());
    String told = judged.why().toLowerCase(Locale.ROOT);
    Matcher lead = LEAD.matcher(sentence.words()).region(start, end);
    int from = lead.lookingAt() ? lead.end() : start;
    Matcher word = Slots.WORD.matcher(sentence.words()).region(from, end);
    while (word.find()) {
      if (!Placed.isFree(sentence.mentions(), word.start(), word.end())) continue;
      String small = word.group().toLowerCase(Locale.ROOT);
      if (small.endsWith(".")) small = small.substring(0, small.length() - 1);
      if (known.contains(small) || CARRIES_NOTHING.contains(small)) continue;
      if (small.length() >= LEAST_TOLD && told.contains(small)) continue;
      if (isDenialRead && (DENIAL.matcher(small).matches() || small.endsWith("n't"))) continue;
      boolean isName =
          (word.start() > 0 || isBeforeName(sentence, word))
              && !form.knows().contains("^")
              && Character.isUpperCase(word.group().charAt(0));
      if (isName && judged.verdict() == Verdict.SUPPORTED && isNameOfEntry.test(word.group()))
        continue;
      boolean isStrong =
          isName || TURNS.contains(small) || isUndoing(small) || small.endsWith("n't");
      left.add(new Left(word.start(), word.end(), isStrong));
    }
    figures(from, end);
  }

  /** "Annulled the result it certified", "a mock vote": what was done is undone, or was not. */
  private static boolean isUndoing(String word) {
    return UNDOES.stream().anyMatch(word::startsWith);
  }

  /** Whether something was not read. */
  boolean isLeft() {
    return isLeft(left);
  }

  private static boolean isLeft(List<Left> these) {
    return these.stream().anyMatch(Left::isStrong) || these.size() > MOST_OTHERS;
  }

  /** Another claim of the same sentence that the record supports, and when that was. */
  record Other(int start, int end, Optional<When> when) {}

  /**
   * Whether something was not read that is neither part of another claim nor joins it to this one,
   * "after the electors had met": then of the two the one has to be later than the other.
   */
  boolean isLeftBeside(List<Other> others, Other own) {
    List<Left> rest = new ArrayList<>();
    for (Left each : left) {
      boolean isCovered =
          others.stream().anyMatch(o -> o.start() <= each.start() && each.end() <= o.end());
      boolean isJoining =
          others.stream()
              .anyMatch(
                  o ->
                      o.start() >= each.end()
                          ? joins(each, own, o)
                          : o.end() <= each.start() && joins(each, o, own));
      if (!isCovered && !isJoining) rest.add(each);
    }
    return isLeft(rest);
  }

  /** Whether a word stands right before the second of two claims, and is so of their times. */
  private boolean joins(Left word, Other one, Other second) {
    if (word.end() >= second.start()
        || !BETWEEN.matcher(sentence.words().substring(word.end(), second.start())).matches())
      return false;
    String joining = sentence.words().substring(word.start(), word.end()).toLowerCase(Locale.ROOT);
    boolean isAfter = joining.equals("after");
    if (!isAfter && !joining.equals("before")) return false;
    if (one.when().isEmpty() || second.when().isEmpty()) return false;
    When first = isAfter ? second.when().get() : one.when().get();
    When last = isAfter ? one.when().get() : second.when().get();
    return last.begins() > first.effective();
  }

  private static final Pattern BETWEEN = Pattern.compile(" (?:the |a |an |its |his |her |their )?");

  /** A figure that is not so much as a mention; a list may be numbered. */
  private void figures(int from, int end) {
    FIGURE
        .matcher(sentence.words())
        .region(from, end)
        .results()
        .filter(
            found ->
                found.start() > 0 && Placed.isFree(sentence.mentions(), found.start(), found.end()))
        .forEach(found -> left.add(new Left(found.start(), found.end(), true)));
  }

  private static final Pattern FIGURE = Pattern.compile("[0-9]+");

  /** "Boris Putin", at the beginning of a sentence: a given name that is not his. */
  private static boolean isBeforeName(Tagged sentence, Matcher word) {
    return !NO_GIVEN_NAME.contains(word.group().toLowerCase(Locale.ROOT))
        && sentence.mentions().stream()
            .anyMatch(
                each ->
                    each.start() == word.end() + 1
                        && (each.mention() instanceof Person
                            || each.mention() instanceof Mention.Actor));
  }

  /** Whether a reason tells of a figure of three digits or more. */
  private static boolean isTold(String mention, String why) {
    String last = mention.substring(mention.lastIndexOf(' ') + 1);
    return last.length() > 2
        && Character.isDigit(last.charAt(0))
        && Pattern.compile("\\b" + Pattern.quote(last) + "\\b").matcher(why).find();
  }

  /** "The electors of 2016": the year of the election of which the form speaks. */
  private static boolean isYear(Mention mention, int year) {
    return mention instanceof Days day && day.isYear() && day.from().getYear() == year;
  }

  /** Of a row of a table each cell is a clause. */
  private static int[] cell(String words, int start, int end, int at) {
    int before = words.lastIndexOf('|', at);
    int after = words.indexOf('|', at);
    return new int[] {
      before >= start ? before + 1 : start, after >= 0 && after < end ? after : end
    };
  }

  private static boolean counts(Mention mention, boolean isTimed) {
    return switch (mention) {
      case Days day -> !isTimed;
      case Clock hour -> !isTimed;
      case Person who -> !who.isPronoun();
      case Mention.Place place -> true;
      case Mention.Caller caller -> true;
      case Mention.Actor actor -> true;
      case Mention.Media media -> false;
      case Mention.House house -> false;
      case Mention.Count count -> true;
      case Mention.Age age -> false;
      case Mention.Share share -> true;
      case Mention.Score score -> true;
      case Mention.Ordinal ordinal -> true;
      case Mention.Length length -> true;
      case Mention.Quotation quotation -> true;
    };
  }
}
