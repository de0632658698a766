package org.ascertain.press;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.press.Mention.Clock;
import org.ascertain.press.Mention.Count;
import org.ascertain.press.Mention.Placed;
import org.ascertain.press.Mention.Score;

/**
 * What stands around a claim and was looked at by nobody: a number of which the claim is a part, a
 * day or an hour that was not understood, a word that says more than the claim ("the first
 * battleground that the AP called"), a condition. Where there is some, nothing is called supported.
 */
final class Unread {

  /** What something was of all, or of some. */
  private static final Pattern RANK =
      Starts.compile(
          "\\b(?:[Ff]irst|[Ll]ast|[Oo]nly|sole|earliest|latest|fastest|quickest|slowest)\\b(?! (?:time|week|month|night|year|Tuesday|Monday|Wednesday|Thursday|Friday|Saturday|Sunday|woman|man|lady|name|count|returns?|minutes?|hours?))");

  /** Of whose doings such words tell: what is counted has ranks of its own. */
  private static final Set<Kind> DEEDS =
      EnumSet.of(
          Kind.CALL,
          Kind.PROJECTION,
          Kind.CERTIFICATION,
          Kind.ACKNOWLEDGEMENT,
          Kind.CONCESSION,
          Kind.SUIT,
          Kind.OBJECTION);

  /** Words of days that no mention has taken. */
  private static final Pattern DAY =
      Starts.compile(
          "(?i)\\b(?:(?:last|next|previous|following|coming|past) (?:day|week|month|year|weekend|spring|summer|fall|autumn|winter)|(?:days?|weeks?|months?) (?:ago|earlier|later|before that|after that|from (?:now|today))|last day of|day (?:before|after)|eve of|fortnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|november|december)\\b");

  /** A condition or an occasion of which no form asks. */
  private static final Pattern UNTIL =
      Starts.compile(
          "\\b(?:until|till|unless|for (?:the|all) [^,;]{0,40}? to|before (?:the|all) [^,;]{0,30}? (?:had|met|voted|was|were))\\b");

  /** "Without prejudice", "one senator": what follows a comma and has no verb of its own. */
  private static final Pattern AFTERTHOUGHT =
      Starts.compile(
          "^(?:, | - | \\()(?:with(?:out)? (?:any |a |a single )?(?:prejudice|senators?|explanation|dissent)|(?:one|two|three|a single) (?:senators?|dissents?))\\b");

  private static final Pattern VOTE_AFTER =
      Starts.compile("(?<![0-9])[0-9] ?(?:-|to) ?[0-9](?![0-9])");

  private static final Pattern BESIDE =
      Starts.compile(" (?:before|after|earlier than|ahead of) [A-Z]");

  private static final Pattern OF_THEM =
      Starts.compile("\\bof (?:(?:the|all|its|their|these|those)(?: the)? )?$");

  /**
   * Whether more is said than was looked at.
   *
   * @param start where the clause around the claim begins in its sentence
   * @param from where the claim begins
   * @param to where it ends
   * @param end where the clause ends
   * @param judged what the record says to it
   * @param isTimed whether the days and hours of the clause were held against the record
   */
  static boolean isMore(
      Form form,
      Slots slots,
      Tagged sentence,
      int start,
      int from,
      int to,
      int end,
      Judged judged,
      boolean isTimed) {
    String words = sentence.words();
    Set<Placed> read = slots.read();
    for (Placed each : sentence.mentions()) {
      if (read.contains(each)) continue;
      boolean isNumber = each.mention() instanceof Count || each.mention() instanceof Score;
      // "two of the 538 electors"
      if (isNumber
          && each.end() <= from
          && each.start() >= start
          && OF_THEM.matcher(words.substring(each.end(), from)).find()) return true;
      boolean isHour = each.mention() instanceof Clock && !isTimed;
      if (isHour && each.start() >= from && each.end() <= end) return true;
    }
    if (isFigureBehind(sentence, end, read) || isNameBehind(sentence, end, read)) return true;
    if (isTimeBehindAgainst(sentence, end, read, judged)) return true;
    if (form.kind() == Kind.UNIT && isGiven(slots, sentence, start, end, read)) return true;
    boolean isOfVote =
        form.kind() == Kind.SUIT
            && sentence.mentions().stream()
                .filter(each -> each.mention() instanceof Score && !read.contains(each))
                .anyMatch(each -> each.start() >= from && each.start() <= end + 4);
    if (isOfVote && VOTE_AFTER.matcher(words.substring(to)).find()) return true;
    // "a day before Putin": how long before or after another deed
    boolean isCounted =
        DEEDS.contains(form.kind())
            && sentence.mentions().stream()
                .filter(each -> each.mention() instanceof Mention.Length && !read.contains(each))
                .anyMatch(
                    each ->
                        each.start() >= from
                            && each.end() <= end
                            && BESIDE.matcher(words.substring(each.end())).lookingAt());
    if (isCounted) return true;
    Matcher after = AFTERTHOUGHT.matcher(words.substring(end));
    if (after.find() && !judged.why().contains(phrase(after)) && !slots.tells(phrase(after)))
      return true;
    if (form.kind() != Kind.DURATION && has(DAY, sentence, from, end)) return true;
    if (form.kind() == Kind.ACKNOWLEDGEMENT && isOfCondition(sentence, from, end, judged.why()))
      return true;
    if (!DEEDS.contains(form.kind())) return false;
    Matcher rank = RANK.matcher(words).region(start, end);
    while (rank.find())
      if (Placed.isFree(sentence.mentions(), rank.start(), rank.end())
          && !slots.tells(rank.group().toLowerCase(Locale.ROOT))) return true;
    return false;
  }

  private static final Pattern EXCEPTED =
      Starts.compile(
          "\\b(?:(?i:all|nobody|no one|none|nothing|any(?:one|body|thing)?|every(?:one|body|thing)?|(?:no|any|every)(?: other| single)? [a-z]+|(?:no|all) (?:[a-z]+ ){1,3})(?:else )?(?: ?but)|(?i:except|save|other than|apart from|aside from|unlike)(?: for)?) (?:for )?(?:the )?$");

  /** "Nobody but Putin", "all but two states": what stands there is of what is not told of it. */
  static boolean isExcepted(Tagged sentence, int start) {
    if (start < 4 || sentence.words().charAt(start - 1) != ' ') return false;
    return EXCEPTED
        .matcher(sentence.words().substring(Math.max(0, start - LONGEST_EXCEPTED), start))
        .find();
  }

  /** No longer is what stands before what is excepted. */
  private static final int LONGEST_EXCEPTED = 50;

  /** "Nixon carried more states, twenty-eight of them": how many, behind a comma. */
  private static boolean isFigureBehind(Tagged sentence, int end, Set<Placed> read) {
    Matcher lead = LEAD_TO_FIGURE.matcher(sentence.words()).region(end, sentence.words().length());
    if (!lead.lookingAt()) return false;
    for (Placed each : sentence.mentions())
      if (each.start() == lead.end())
        return !read.contains(each)
            && (each.mention() instanceof Count
                || each.mention() instanceof Score
                || each.mention() instanceof Mention.Share)
            && OF_WHAT
                .matcher(sentence.words())
                .region(each.end(), sentence.words().length())
                .lookingAt();
    return false;
  }

  /** "One vote, from an elector of Wisconsin": where or of whom, behind a comma. */
  private static boolean isNameBehind(Tagged sentence, int end, Set<Placed> read) {
    Matcher rival = LEAD_TO_RIVAL.matcher(sentence.words()).region(end, sentence.words().length());
    if (rival.lookingAt()
        && sentence.mentions().stream()
            .anyMatch(
                each ->
                    each.start() == rival.end()
                        && (each.mention() instanceof Mention.Caller
                            || each.mention() instanceof Mention.Actor)
                        && !read.contains(each))) return true;
    Matcher lead = LEAD_TO_NAME.matcher(sentence.words()).region(end, sentence.words().length());
    if (!lead.lookingAt()) return false;
    Matcher stop = END_OF_NAME.matcher(sentence.words());
    int until = stop.find(lead.end()) ? stop.start() : sentence.words().length();
    return sentence.mentions().stream()
        .filter(each -> each.start() >= lead.end() && each.end() <= until)
        .anyMatch(
            each ->
                !read.contains(each)
                    && (each.mention() instanceof Mention.Place
                        || each.mention() instanceof Mention.Caller
                        || (each.mention() instanceof Mention.Person who && !who.isPronoun())));
  }

  /** "The last to vote, at 7 p.m. Pacific time": an hour or a day behind a comma, and not its. */
  private static boolean isTimeBehindAgainst(
      Tagged sentence, int end, Set<Placed> read, Judged judged) {
    Matcher lead = LEAD_TO_TIME.matcher(sentence.words()).region(end, sentence.words().length());
    if (!lead.lookingAt()) return false;
    for (Placed each : sentence.mentions()) {
      if (each.start() != lead.end() || read.contains(each)) continue;
      if (!OF_WHAT
          .matcher(sentence.words())
          .region(each.end(), sentence.words().length())
          .lookingAt()) return false;
      if (each.mention() instanceof Clock hour)
        return Hours.held(judged, hour).verdict() != Verdict.SUPPORTED;
      if (each.mention() instanceof Mention.Days day && !day.isYear() && judged.when().isPresent())
        return day.weekday().isEmpty()
            && !Evidence.mayBeWithin(judged.when().get(), day.from(), day.to());
    }
    return false;
  }

  private static final Pattern LEAD_TO_TIME =
      Pattern.compile(", (?:(?:at|on|about|around|shortly after|just before|late|early) )*");

  /** "Fox called it, minutes after the AP". */
  private static final Pattern LEAD_TO_RIVAL =
      Pattern.compile(
          "(?:, | - | \\()(?:[a-z]+ ){0,3}(?:before|after|ahead of|behind|following|unlike|like) ");

  private static final Pattern LEAD_TO_NAME =
      Pattern.compile(
          "(?:, | - | \\()(?:from|of|in|by|for|to|under|over|against|before|with|without|including|counting|thanks to) ");

  private static final Pattern END_OF_NAME =
      Pattern.compile("[,;:.()]| (?:and|but|while|who|which|when) ");

  private static final Pattern LEAD_TO_FIGURE =
      Pattern.compile(
          "(?:, | - | \\(|: )(?:(?:all|some|about|just|only|or|by|with|fully|no fewer than|a total of|the) )*");

  /** Behind a figure that is told of what stands before it; else it begins what is told next. */
  private static final Pattern OF_WHAT =
      Pattern.compile(
          "(?: (?:of them|in all|in number|altogether|apiece|each|votes?|electors|states))?(?:[.,;)]|$)");

  /**
   * Whether it is told who had the electors of a place, and nobody has looked at that: "Georgia's
   * twelve, to the surprise of some, went to the Virginian too".
   */
  private static boolean isGiven(
      Slots slots, Tagged sentence, int start, int end, Set<Placed> read) {
    if (read.stream().anyMatch(each -> each.mention() instanceof Mention.Person)) return false;
    int until = sentence.words().length();
    for (Placed each : sentence.mentions())
      if (each.start() >= end && each.mention() instanceof Mention.Place)
        until = Math.min(until, each.start());
    int stop = sentence.words().indexOf(';', end);
    if (stop >= 0) until = Math.min(until, stop);
    for (Placed each : sentence.mentions())
      if (each.mention() instanceof Mention.Person
          && each.start() > start
          && each.end() <= until
          && FOR.matcher(sentence.words().substring(start, each.start())).find()) return true;
    Set<String> known = slots.askedWords();
    known.addAll(slots.heardWords());
    return GIVEN
        .matcher(sentence.words())
        .region(start, until)
        .results()
        .anyMatch(
            found ->
                Placed.isFree(sentence.mentions(), found.start(), found.end())
                    && !known.contains(found.group().toLowerCase(Locale.ROOT)));
  }

  private static final Pattern FOR =
      Starts.compile("\\b(?:counted|cast|voted|votes?|ballots?|electors?) (?:all )?for (?:the )?$");

  private static final Pattern GIVEN =
      Starts.compile(
          "(?i)\\b(?:lost|los(?:es?|ing)|went|gone|goes|fell|fallen|won|carried|kept|gave|given|flipped|belonged|awarded|credited|stolen)\\b");

  private static String phrase(Matcher after) {
    return after.group().replaceFirst("^[, (-]+", "");
  }

  /** Whether something is said to wait for what the record does not tell of. */
  private static boolean isOfCondition(Tagged sentence, int from, int to, String told) {
    Matcher until = UNTIL.matcher(sentence.words()).region(from, to);
    if (!until.find()) return false;
    int after = until.end();
    boolean isOfDay =
        sentence.mentions().stream()
            .anyMatch(
                each ->
                    each.mention() instanceof Mention.Days
                        && each.start() >= after
                        && each.start() <= after + 4);
    return !isOfDay
        && WORD.matcher(sentence.words())
            .region(after, to)
            .results()
            .noneMatch(word -> told.contains(stem(word.group())));
  }

  private static String stem(String word) {
    return word.substring(0, Math.min(word.length(), LONGEST_STEM));
  }

  private static final int LONGEST_STEM = 6;

  private static final Pattern WORD = Starts.compile("(?<![A-Za-z])[a-z]{5,}");

  private static boolean has(Pattern pattern, Tagged sentence, int from, int to) {
    Matcher found = pattern.matcher(sentence.words()).region(from, to);
    while (found.find())
      if (Placed.isFree(sentence.mentions(), found.start(), found.end())) return true;
    return false;
  }

  private static final Pattern EDGE =
      Starts.compile(
          "[;()\u2014]|, |: |,? (?:and|but|while|whereas|though|although|which|who|where|whose|because)(?= )");

  /** Where the clause around some words begins and ends: at a comma or a conjunction. */
  static int[] around(Tagged sentence, int from, int to, boolean isOfTelling) {
    int start = isBehindCaption(sentence, from) ? from : 0;
    Matcher edge = EDGE.matcher(sentence.words());
    while (edge.find()) {
      if (edge.group().equals(", ") && isBesideAge(sentence, edge.start(), edge.end())) continue;
      boolean isOfList = edge.group().equals(", ") || edge.group().endsWith("and");
      if (isOfList && sentence.joins(edge.start(), edge.end())) continue;
      if (edge.end() <= from) start = edge.end();
      else if (edge.start() >= to)
        return new int[] {
          start, isOfTelling ? beforeThat(sentence, to, edge.start()) : edge.start()
        };
    }
    int end = sentence.words().length();
    return new int[] {start, isOfTelling ? beforeThat(sentence, to, end) : end};
  }

  private static final Pattern CREDIT =
      Starts.compile(
          "(?:/|\\bvia )(?:Getty|Shutterstock|Reuters|AFP|AP|EPA|TASS)\\b|\\bGetty Images\\b");

  /**
   * "Jane Doe/Getty The nominee Votes were counted": behind a caption that ends without a stop a
   * sentence begins with its capital.
   */
  private static boolean isBehindCaption(Tagged sentence, int from) {
    return from > 0
        && Character.isUpperCase(sentence.words().charAt(from))
        && sentence.mentions().stream().noneMatch(each -> each.start() == from)
        && CREDIT.matcher(sentence.words()).region(0, from).find();
  }

  /** "A statement published on Tuesday said that": what was told is a claim of its own. */
  private static final Pattern THAT =
      Starts.compile(
          "(?: (?:noted|said|says|stated|showed|shows|saying|stating|noting))? that (?=[A-Z]|(?:the|he|she|it|they|his|her|its|their|a) )");

  private static int beforeThat(Tagged sentence, int from, int end) {
    Matcher that = THAT.matcher(sentence.words()).region(Math.max(0, from - 1), end);
    return that.find() ? Math.max(from, that.start()) : end;
  }

  private static boolean isBesideAge(Tagged sentence, int comma, int after) {
    return sentence.mentions().stream()
        .anyMatch(
            each ->
                each.mention() instanceof Mention.Age
                    && (each.end() == comma || each.start() == after));
  }

  private Unread() {}
}
