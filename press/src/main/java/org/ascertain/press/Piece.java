package org.ascertain.press;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.press.Mention.Clock;
import org.ascertain.press.Mention.Days;
import org.ascertain.press.Mention.Placed;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a sentence, from one comma or conjunction to the next. What forms ask of it again and
 * again is found once; it is of one text, and read by one thread.
 */
final class Piece {

  private final Tagged sentence;
  private final int from;
  private final int to;
  private final List<Piece> before;
  private final Scene scene;
  private final String marked;
  private final List<Placed> mentions;
  private final String words;
  private Sought.@Nullable Line heard;
  private @Nullable String context;
  private @Nullable Clause circumstances;
  private long denials = -1;

  private Piece(Tagged sentence, int from, int to, List<Piece> before, Scene scene) {
    this.sentence = sentence;
    this.from = from;
    this.to = to;
    this.before = before;
    this.scene = scene;
    this.marked = sentence.full().text().substring(from, to);
    int start = start();
    int end = end();
    this.words = sentence.words().substring(start, end);
    this.mentions =
        sentence.mentions().stream()
            .filter(each -> each.start() >= start && each.end() <= end)
            .toList();
  }

  /** The sentence of which it is a piece. */
  Tagged sentence() {
    return sentence;
  }

  /** Where it begins in the marked sentence. */
  int from() {
    return from;
  }

  /** The pieces of the sentence before it, the nearest first. */
  List<Piece> before() {
    return before;
  }

  /** What the sentences before its own leave open. */
  Scene scene() {
    return scene;
  }

  /** Its words with their marks. */
  String marked() {
    return marked;
  }

  /** What it names itself, in its order. */
  List<Placed> mentions() {
    return mentions;
  }

  /** Its own words. */
  String words() {
    return words;
  }

  /** Its words with their marks, in small letters. */
  Sought.Line heard() {
    Sought.Line line = heard;
    if (line == null) {
      line = Sought.Line.of(marked.toLowerCase(Locale.ROOT));
      heard = line;
    }
    return line;
  }

  /** The words of its sentence with those of the sentence before it, in small letters. */
  String context() {
    String all = context;
    if (all == null) {
      all = (scene.words() + " " + sentence.words()).toLowerCase(Locale.ROOT);
      context = all;
    }
    return all;
  }

  /** Its days and hours, and what makes it no claim; from where to where those reach. */
  Clause circumstances() {
    Clause all = circumstances;
    if (all == null) {
      all = Clause.around(this);
      circumstances = all;
    }
    return all;
  }

  /** How many words of denial it has. */
  long denials() {
    if (denials < 0) denials = Clause.denials(marked);
    return denials;
  }

  private static final Pattern BOUNDARY =
      Starts.compile(
          "[;()\u2014]| - | \\* |, |: |,? (?:and|but|while|whereas|though|although|which|who|where|whose|because)(?= )");

  private static final Pattern AGE_BEFORE = Starts.compile("⟦G[0-9]+⟧$");

  /** "Harris, 60, spoke": what somebody is told of is told of him whose age stands between. */
  private static boolean isBesideAge(String marked, int comma, int after) {
    return marked.startsWith("⟦G", after) || AGE_BEFORE.matcher(marked).region(0, comma).find();
  }

  private static boolean isOfList(String boundary) {
    return boundary.equals(", ") || boundary.endsWith("and");
  }

  /** Words on both sides of a colon: a statement, and another that explains it. */
  private static final Pattern WORDS = Starts.compile("(?:[^ ]+ ){2,}[^ ]+");

  private static final Pattern COLON_OR_COMMA = Starts.compile("[,;:(—]");

  private static boolean isOfTwo(String marked, int from, int colon, int after) {
    Matcher end = COLON_OR_COMMA.matcher(marked).region(after, marked.length());
    int until = end.find() ? end.start() : marked.length();
    return WORDS.matcher(marked.substring(from, colon).strip()).matches()
        && WORDS.matcher(marked.substring(after, until).strip()).matches();
  }

  /** Of words without anything but a day or an hour and what leads to it. */
  private static final Pattern ONLY_TIME =
      Starts.compile(
          "(?i)^[ ,]*(?:(?:on|at|in|by|late|early|just|about|around|the|a|of|from|until|since|earlier|later|only|that|this|shortly|after|before|morning|afternoon|evening|night|eastern|time|et|est|edt)[ ,]*)*(?:⟦[DT][0-9]+⟧[ ,]*(?:(?:on|at|in|the|of|morning|afternoon|evening|night|eastern|time|et|est|edt)[ ,]*)*)+[.!]?$");

  private static final Pattern TIME_WORDS =
      Starts.compile("(?i)^ *(?:eastern|local|washington)(?: (?:standard|daylight))? time *$");

  /** The pieces of a sentence in its order. */
  static List<Piece> of(Tagged sentence, Scene scene) {
    String marked = sentence.full().text();
    List<int[]> spans = new ArrayList<>();
    Matcher boundary = BOUNDARY.matcher(marked);
    int at = 0;
    while (boundary.find()) {
      if (boundary.group().equals(": ") && !isOfTwo(marked, at, boundary.start(), boundary.end()))
        continue;
      if (boundary.group().equals(", ") && isBesideAge(marked, boundary.start(), boundary.end()))
        continue;
      if (isOfList(boundary.group())
          && sentence.joins(
              sentence.end(sentence.full(), boundary.start()),
              sentence.full().place(boundary.end()))) continue;
      if (boundary.start() > at) spans.add(new int[] {at, boundary.start()});
      at = boundary.end();
    }
    if (at < marked.length()) spans.add(new int[] {at, marked.length()});
    List<int[]> joined = new ArrayList<>();
    boolean open = false;
    for (int[] span : spans) {
      boolean ofTime = open && TIME_WORDS.matcher(marked.substring(span[0], span[1])).matches();
      boolean onlyTime = ONLY_TIME.matcher(marked.substring(span[0], span[1])).matches();
      if (!joined.isEmpty() && (open || onlyTime)) joined.getLast()[1] = span[1];
      else joined.add(span);
      open = ofTime || (onlyTime && joined.getLast()[0] == span[0]);
    }
    List<Piece> pieces = new ArrayList<>();
    for (int[] span : joined) {
      List<Piece> before = new ArrayList<>(pieces);
      Collections.reverse(before);
      pieces.add(new Piece(sentence, span[0], span[1], List.copyOf(before), scene));
    }
    return pieces;
  }

  /** This piece and the next one as one. */
  Piece with(Piece next) {
    return new Piece(sentence, from, next.to, before, scene);
  }

  /** Its first character in the sentence. */
  int start() {
    return sentence.full().place(from);
  }

  /** The character of the sentence after its last. */
  int end() {
    return sentence.end(sentence.full(), to);
  }

  /** A pattern may end in a word: a claim does not. */
  int endOfWord(int at) {
    String words = sentence.words();
    int end = at;
    while (end > 0
        && end < end()
        && Character.isLetter(words.charAt(end - 1))
        && Character.isLetter(words.charAt(end))) end++;
    return end;
  }

  /** "The first since Bill Clinton in 1992": what stands there is of another election. */
  private static final Pattern SINCE_WHEN =
      Starts.compile("\\bsince (?:[A-Za-z'.-]+ ){0,6}?(?:⟦[CDN][0-9]+⟧)");

  /** Where in its sentence it begins to tell of another election. */
  int sinceWhen() {
    Matcher since = SINCE_WHEN.matcher(marked);
    return since.find() && YEAR_AFTER.matcher(words()).find()
        ? sentence.full().place(from + since.start())
        : Integer.MAX_VALUE;
  }

  private static final Pattern YEAR_AFTER =
      Starts.compile("\\bsince .{0,60}?(?:\\b|-)(?:1[789][0-9]{2}|20[0-9]{2})\\b");

  /** Its days and hours, and those with which its sentence begins. */
  List<Placed> times() {
    List<Placed> times = new ArrayList<>();
    for (Placed each : mentions())
      if (each.mention() instanceof Days || each.mention() instanceof Clock) times.add(each);
    // a line of a list of hours begins with its own, and may tell another
    List<Placed> hours = times.stream().filter(t -> t.mention() instanceof Clock).toList();
    if (hours.size() > 1 && hours.getFirst().start() <= 5) times.remove(hours.getFirst());
    boolean hasHour = times.stream().anyMatch(t -> t.mention() instanceof Clock);
    boolean hasDay = times.stream().anyMatch(t -> t.mention() instanceof Days);
    for (Placed each : sentence.mentions()) {
      if (each.start() > 5) break;
      if (each.mention() instanceof Clock && !hasHour && each.start() < start()) times.add(each);
      if (each.mention() instanceof Days day && !day.isYear() && !hasDay && each.start() < start())
        times.add(each);
    }
    return times;
  }

  <M extends Mention> Optional<Placed> first(Class<M> kind) {
    return mentions().stream().filter(each -> kind.isInstance(each.mention())).findFirst();
  }
}
