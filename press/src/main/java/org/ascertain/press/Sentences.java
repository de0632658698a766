package org.ascertain.press;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.Span;

/** Cuts a text into sentences: paragraph by paragraph, by the model of OpenNLP for English. */
final class Sentences {

  private static final String MODEL = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";

  /** What the model takes for an end now and then: a point that belongs to a word. */
  private static final Pattern NO_END =
      Pattern.compile(
          "(?:\\b(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Sens|Reps|Lt|Gen|Prof|Judge|St|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|No|vs|v|Ga|Pa|Fla|Mich|Wis|Ariz|Nev|Minn|Ala|Ark|Calif|Colo|Conn|Del|Ill|Ind|Kan|Ky|Md|Mass|Mo|Mont|Neb|Okla|Ore|Tenn|Tex|Vt|Va|Wash|Wyo|Hon|Capt|Col|Messrs)\\.|\\b[A-Z]\\.)\\s*$");

  private static final Pattern END_AFTER_FIGURE =
      Pattern.compile(
          "(?<=\\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\\.? [0-9]{1,2}\\.) (?=[A-Z])|(?<=(?<!\\bNo\\. )(?<![\\w.])[0-9,-]{1,9}\\.) (?=[A-Z][a-z]+ [a-z0-9])(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b)");

  private static final Pattern STOP =
      Pattern.compile(" STOP\\b|(?<=[A-Z]{3}[.!?]) (?=[A-Z])|(?<=[A-Z]{3})[.!?]$");

  /**
   * Where a paragraph ends; not where a blank line stands between two small letters, in the midst
   * of a sentence. A line with a number only is one of a page or a counter.
   */
  private static final Pattern BREAK =
      Pattern.compile(
          "(?<![a-z,] ?)\\n[ \\t]*\\n\\s*|\\n[ \\t]*\\n\\s*+(?![a-z])|(?<=(?:^|\\n)[0-9]{1,4})\\n|\\n(?=[ \\t]*(?:[A-Z][A-Za-z.]+,? ){1,3} *\\+?[0-9][0-9,.]*[ \\t]*(?:\\n|$))|\\n(?=[^\\n|]{0,60}\\|)|(?<=\\|[^\\n|]{0,60})\\n|(?<=[.!?\"])[ ]*\\n|\\n(?=[ \\t]*(?:[-\u2022*\u2014] |[QA]: |p\\. [0-9]|[A-Z][A-Za-z ]{2,30}: ))");

  /** Read once, when a text is first checked. */
  private static final class Model {
    private static final SentenceModel ENGLISH = read();

    private static SentenceModel read() {
      try (InputStream model = Sentences.class.getResourceAsStream(MODEL)) {
        if (model == null) throw new IOException("no resource " + MODEL);
        return new SentenceModel(model);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  /** Where a sentence begins and ends. */
  record Place(int start, int end) {}

  /** The sentences of a text as it is read, in its order. */
  static List<Place> of(String plain) {
    SentenceDetectorME detector = new SentenceDetectorME(Model.ENGLISH);
    List<Place> places = new ArrayList<>();
    Matcher paragraphs = BREAK.matcher(plain);
    paragraphs.useTransparentBounds(true).useAnchoringBounds(false);
    int at = 0;
    while (at < plain.length()) {
      int end = breaks(plain, at, paragraphs);
      paragraph(plain, at, end, detector, places);
      if (end == plain.length()) break;
      at = paragraphs.end();
    }
    return places;
  }

  /** Where the next paragraph ends: it is only looked for at ends of lines and blanks before. */
  private static int breaks(String plain, int from, Matcher paragraphs) {
    for (int at = from; at < plain.length(); at++) {
      char c = plain.charAt(at);
      if (c != '\n' && (c != ' ' || at == 0 || ".!?\"".indexOf(plain.charAt(at - 1)) < 0)) continue;
      if (paragraphs.region(at, plain.length()).lookingAt()) return at;
    }
    return plain.length();
  }

  /** No longer is what {@link #NO_END} looks for at the end of a sentence. */
  private static final int LONGEST_SHORT = 12;

  /** What goes on behind the point of "a.m.": a small letter, a day, the name of a clock. */
  private static final Pattern GOES_ON =
      Pattern.compile(
          " ?\\(?(?:[a-z]|(?:E|C|M|P|AK|H)[SD]?T\\b|GMT|UTC|BST|(?:Eastern|Central|Mountain|Pacific|Alaska|Hawaii|Washington|Moscow|London)\\b(?! [a-z]{4,} )|[A-Z][a-z]+ time\\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b|(?:Jan|Feb|Nov|Dec)[a-z.]* [0-9])");

  private static final Pattern HALF = Pattern.compile("(?i)\\b[ap]\\. ?m\\.[,;:]?$");

  /** Whether the model has taken the point of "a.m." for an end, or a comma behind it. */
  private static boolean goesOn(String paragraph, int end) {
    String before = paragraph.substring(Math.max(0, end - LONGEST_SHORT), end).stripTrailing();
    if (before.endsWith(",")) return true;
    return HALF.matcher(before).find()
        && GOES_ON.matcher(paragraph).region(end, paragraph.length()).lookingAt();
  }

  private static boolean isNoEnd(String words) {
    String end = words.stripTrailing();
    return end.endsWith(".")
        && NO_END
            .matcher(end)
            .useTransparentBounds(true)
            .region(Math.max(0, end.length() - LONGEST_SHORT), end.length())
            .find();
  }

  private static void paragraph(
      String plain, int from, int to, SentenceDetectorME detector, List<Place> places) {
    if (plain.substring(from, to).isBlank()) return;
    String paragraph = plain.substring(from, to).replace('\n', ' ');
    if (Capitals.areIn(paragraph)) {
      telegram(paragraph, from, places);
      return;
    }
    int open = -1;
    for (Span span : detector.sentPosDetect(paragraph)) {
      int start = open >= 0 ? open : span.getStart();
      String words = paragraph.substring(start, span.getEnd());
      boolean isLast = span.getEnd() >= paragraph.strip().length();
      if (!isLast && (isNoEnd(words) || goesOn(paragraph, span.getEnd()))) {
        open = start;
        continue;
      }
      open = -1;
      apart(words, from + start, places);
    }
    if (open >= 0) places.add(new Place(from + open, to));
  }

  /** The model seldom takes a point after a figure for an end: "93 to 6. In the House". */
  private static void apart(String words, int from, List<Place> places) {
    Matcher end =
        END_AFTER_FIGURE.matcher(words).useTransparentBounds(true).useAnchoringBounds(false);
    int at = 0;
    for (int stop = words.indexOf(". "); stop >= 0; stop = words.indexOf(". ", stop + 1)) {
      boolean isAfterFigure = stop > 0 && "0123456789,-".indexOf(words.charAt(stop - 1)) >= 0;
      if (!isAfterFigure || !end.region(stop + 1, words.length()).lookingAt()) continue;
      places.add(new Place(from + at, from + end.start()));
      at = end.end();
    }
    places.add(new Place(from + at, from + words.length()));
  }

  /** In capitals "STOP" ends a sentence, as a point does. */
  private static void telegram(String paragraph, int from, List<Place> places) {
    Matcher stop = STOP.matcher(paragraph);
    int at = 0;
    while (at < paragraph.length()) {
      boolean found = stop.find(at);
      int end = found ? stop.start() : paragraph.length();
      int start = at;
      while (start < end && paragraph.charAt(start) == ' ') start++;
      if (start < end) places.add(new Place(from + start, from + end));
      if (!found) return;
      at = stop.end();
    }
  }

  private Sentences() {}
}
