package org.ascertain.press;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as it is read: quotation marks, dashes and blanks of one kind each, without markup and
 * control characters; and for each of its characters where it stood in the text as it came.
 */
final class Text {

  private static final Pattern MARKUP =
      Pattern.compile(
          "(?i)<(?:!doctype|html|body|head|p|div|article|span|br|h[1-6])\\b[^>]{0,400}>");
  private static final Pattern UNREAD =
      Pattern.compile(
          "(?is)<(script|style|noscript|template)\\b.*?</\\1\\s*>|<!--.*?-->|<head\\b.*?</head\\s*>");
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?i)</?(?:p|div|article|section|h[1-6]|li|ul|ol|table|tr|td|br|blockquote|header|footer|body|html|title)\\b.*");
  private static final Map<String, String> ENTITIES =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("rsquo", "'"),
          Map.entry("lsquo", "'"),
          Map.entry("ldquo", "\""),
          Map.entry("rdquo", "\""),
          Map.entry("mdash", "\u2014"),
          Map.entry("ndash", "-"),
          Map.entry("hellip", "."));
  private static final Pattern ENTITY = Pattern.compile("&(#?[A-Za-z0-9]{1,8});");

  private final String original;

  /** Whether each of its code points is one character, as nearly always. */
  private final boolean isOfUnits;

  private final StringBuilder read = new StringBuilder();
  private String plain = "";
  private boolean isMarkup;
  private int[] origin;
  private int codePoint;

  private Text(String original) {
    this.original = original;
    this.isOfUnits = original.codePointCount(0, original.length()) == original.length();
    this.origin = new int[original.length() + 16];
  }

  /** A text as it came: plain, or HTML. */
  static Text of(String written) {
    Text text = new Text(written);
    text.isMarkup = MARKUP.matcher(written).find();
    if (text.isMarkup) text.readMarkup();
    else text.readPlain(0, written.length());
    text.plain = text.read.toString();
    return text;
  }

  /** As it is read. */
  String plain() {
    return plain;
  }

  /** Where a character of {@link #plain} stood, in code points of the text as it came. */
  int origin(int place) {
    return place >= read.length() ? codePoint : origin[place];
  }

  /** The words between two places of the text as it came, in code points; without markup. */
  String words(int start, int end) {
    String words = isOfUnits ? original.substring(start, end) : ofCodePoints(start, end);
    return isMarkup ? withoutMarkup(words) : words;
  }

  private String ofCodePoints(int start, int end) {
    int from = original.offsetByCodePoints(0, start);
    return original.substring(from, original.offsetByCodePoints(from, end - start));
  }

  private static final Pattern TAG = Pattern.compile("<[^<>]*>");

  private static String withoutMarkup(String words) {
    return ENTITY
        .matcher(TAG.matcher(words).replaceAll(""))
        .replaceAll(entity -> Matcher.quoteReplacement(decoded(entity.group(1))));
  }

  private void readMarkup() {
    int at = 0;
    Matcher unread = UNREAD.matcher(original);
    while (at < original.length()) {
      boolean found = unread.find(at);
      int until = found ? unread.start() : original.length();
      readTags(at, until);
      if (!found) return;
      skip(unread.start(), unread.end());
      at = unread.end();
    }
  }

  private void readTags(int from, int to) {
    int at = from;
    while (at < to) {
      int tag = original.indexOf('<', at);
      int close = tag < 0 ? -1 : original.indexOf('>', tag);
      if (tag < 0 || tag >= to || close < 0 || close >= to) {
        readPlain(at, to);
        return;
      }
      readPlain(at, tag);
      if (BLOCK.matcher(original.substring(tag, close + 1)).lookingAt()) {
        put('\n');
        put('\n');
      }
      skip(tag, close + 1);
      at = close + 1;
    }
  }

  private void readPlain(int from, int to) {
    int at = from;
    Matcher entity = ENTITY.matcher(original).region(from, to);
    while (at < to) {
      char c = original.charAt(at);
      if (c == '&' && entity.region(at, to).lookingAt()) {
        for (char each : decoded(entity.group(1)).toCharArray()) put(each);
        skip(at, entity.end());
        at = entity.end();
        continue;
      }
      int link = afterLink(at);
      if (link > at) {
        skip(at, link);
        at = link;
        continue;
      }
      int whole = original.codePointAt(at);
      one(whole);
      codePoint++;
      at += Character.charCount(whole);
    }
  }

  /** "[counted](#)": the brackets of a link of which only the words are read. */
  private static final Pattern LINK =
      Pattern.compile("\\[(?=[^\\[\\]\\n]{1,200}\\]\\((?:#|/|https?:)[^()\\s]{0,300}\\))");

  private static final Pattern LINK_END =
      Pattern.compile("\\]\\((?:#|/|https?:)[^()\\s]{0,300}\\)");

  /** The signs of a heading. */
  private static final Pattern HEADING = Pattern.compile("#{1,6} +");

  /** Where what is no word of the text ends that begins at a place. */
  private int afterLink(int at) {
    Pattern sign =
        switch (original.charAt(at)) {
          case '[' -> LINK;
          case ']' -> LINK_END;
          case '#' -> HEADING;
          default -> null;
        };
    boolean isHeading = sign == HEADING;
    if (sign == null || (isHeading && at > 0 && original.charAt(at - 1) != '\n')) return at;
    Matcher found = sign.matcher(original).region(at, original.length()).useTransparentBounds(true);
    return found.lookingAt() ? found.end() : at;
  }

  private static String decoded(String entity) {
    if (!entity.startsWith("#")) return ENTITIES.getOrDefault(entity.toLowerCase(Locale.ROOT), " ");
    try {
      int code =
          entity.startsWith("#x") || entity.startsWith("#X")
              ? Integer.parseInt(entity.substring(2), 16)
              : Integer.parseInt(entity.substring(1));
      return Character.isBmpCodePoint(code) ? String.valueOf(plainOf(code)) : " ";
    } catch (NumberFormatException unreadable) {
      return " ";
    }
  }

  private void one(int c) {
    if (c == 0x200B || c == 0x200C || c == 0x200D || c == 0xFEFF || c == 0xAD || c == '*') return;
    put(Character.isBmpCodePoint(c) ? plainOf(c) : ' ');
  }

  private static char plainOf(int c) {
    return switch (c) {
      case '\u2018', '\u2019', '\u201A', '\u02BC', '\u2032', '`', '\u00B4' -> '\'';
      case '\u201C', '\u201D', '\u201E', '\u2033', '\u00AB', '\u00BB' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2212' -> '-';
      case '\u2015' -> '\u2014';
      case '\u00A0', '\u2007', '\u2009', '\u202F', '\t', '\u27E6', '\u27E7' -> ' ';
      case '\r', '\u2028', '\u2029' -> '\n';
      case '[' -> '(';
      case ']' -> ')';
      default -> Character.isISOControl(c) && c != '\n' ? ' ' : withoutAccent((char) c);
    };
  }

  /** Records and texts differ in the accents of names. */
  private static char withoutAccent(char c) {
    return c < '\u00C0' || c > '\u024F'
        ? c
        : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
  }

  /** Of several blanks one is read. */
  private void put(char c) {
    boolean isAgain = c == ' ' && !read.isEmpty() && read.charAt(read.length() - 1) == ' ';
    if (isAgain) return;
    if (read.length() == origin.length) origin = Arrays.copyOf(origin, 2 * origin.length);
    origin[read.length()] = codePoint;
    read.append(c);
  }

  private void skip(int from, int to) {
    codePoint += original.codePointCount(from, to);
  }
}
