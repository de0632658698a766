package org.ascertain.press;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.press.Mention.Placed;

/**
 * A sentence with a mark in the place of each mention, as forms read it: {@code ⟦C0⟧ defeated ⟦C1⟧
 * ⟦X2⟧}.
 *
 * @param line the sentence as it is read
 * @param full with all marks
 * @param bare without days, times, brackets and adverbs: what can stand anywhere
 */
record Tagged(Sought.Line line, List<Placed> mentions, Line full, Line bare) {

  private static final Pattern ANYWHERE =
      Starts.compile(
          " ?\\([^()⟦⟧]{0,40}\\)|,? (?:(?:on|in|at|late|early|around|about|during|just|shortly|only|afternoon|night|of|before|after) ){0,3}⟦T[0-9]+⟧(?: ?(?:EST|EDT|ET|Eastern(?: [Tt]ime)?))?|, (?:on|in|late|early|at) ⟦D[0-9]+⟧,|, ⟦D[0-9]+⟧,|, ⟦G[0-9]+⟧,|^(?:(?:On|In|Late|Early|By late|At) )?(?:the (?:morning|evening|night|afternoon) of )?⟦D[0-9]+⟧,? | (?:on |in |late |early |late on |early on |at the end of |in early |in late |in mid-|on the (?:morning|evening|night|afternoon) of )?⟦D[0-9]+⟧(?: (?:morning|afternoon|evening|night))?| (?:also|then|narrowly|officially|formally|finally|ultimately|eventually|decisively|handily|easily|comfortably|soundly|clearly|just|still|already|later|duly|promptly|publicly|only|actually|even|swiftly|quickly|in fact|in the end|once again)(?= )");

  /** Marked words, and where each of their characters stands in the sentence. */
  static final class Line {
    private final String text;
    private final int[] origin;

    private Line(String text, int[] origin) {
      this.text = text;
      this.origin = origin;
    }

    String text() {
      return text;
    }

    int place(int at) {
      return origin[at];
    }
  }

  /** The words of the sentence. */
  String words() {
    return line.words();
  }

  static Tagged of(Sought.Line read, List<Placed> found) {
    String words = read.words();
    List<Placed> mentions = new ArrayList<>(found);
    mentions.sort(Comparator.comparingInt(Placed::start));
    StringBuilder full = new StringBuilder();
    int[] origin = new int[words.length() + 10 * mentions.size() + 1];
    int at = 0;
    for (int i = 0; i <= mentions.size(); i++) {
      int until = i < mentions.size() ? mentions.get(i).start() : words.length();
      for (; at < until; at++) {
        origin[full.length()] = at;
        full.append(words.charAt(at));
      }
      if (i == mentions.size()) break;
      for (char c : ("⟦" + mentions.get(i).mention().letter() + i + "⟧").toCharArray()) {
        origin[full.length()] = at;
        full.append(c);
      }
      at = mentions.get(i).end();
    }
    origin[full.length()] = words.length();
    Line line = new Line(full.toString(), origin);
    return new Tagged(read, mentions, line, bare(line));
  }

  private static Line bare(Line full) {
    StringBuilder bare = new StringBuilder();
    int[] origin = new int[full.text().length() + 1];
    int at = 0;
    Matcher left = ANYWHERE.matcher(full.text());
    while (left.find()) {
      for (; at < left.start(); at++) {
        origin[bare.length()] = full.place(at);
        bare.append(full.text().charAt(at));
      }
      at = left.end();
    }
    for (; at < full.text().length(); at++) {
      origin[bare.length()] = full.place(at);
      bare.append(full.text().charAt(at));
    }
    origin[bare.length()] = full.place(full.text().length());
    return new Line(bare.toString(), origin);
  }

  /**
   * Whether what stands between two places of the sentence only joins two of a kind, of which
   * together something is said: "CNN and NBC called it", "Vermont and Florida".
   */
  boolean joins(int start, int end) {
    for (Placed each : mentions)
      if (each.end() == start && isOfMany(each.mention()))
        return mentions.stream()
            .anyMatch(
                next ->
                    isSecond(next, end)
                        && next.mention().letter() == each.mention().letter()
                        && !isPossessive(next.end()));
    return false;
  }

  private boolean isSecond(Placed next, int end) {
    String between = next.start() >= end ? words().substring(end, next.start()) : "-";
    return JOINED.matcher(between).matches();
  }

  /** "Georgia and Arizona's 11": what belongs to the second alone is of its own. */
  private boolean isPossessive(int end) {
    return words().startsWith("'s", end) || words().startsWith("' ", end);
  }

  private static final Pattern JOINED = Starts.compile(" ?(?:and )?(?:in |of |by )?(?:the )?");

  private static boolean isOfMany(Mention mention) {
    return mention instanceof Mention.Caller
        || mention instanceof Mention.Actor
        || mention instanceof Mention.Place
        || (mention instanceof Mention.Person who && !who.isPronoun());
  }

  /** Where, in the sentence, a piece of a line ends. */
  int end(Line line, int at) {
    if (at == 0) return 0;
    int last = line.place(at - 1);
    for (Placed each : mentions)
      if (each.start() == last && line.text().charAt(at - 1) == '⟧') return each.end();
    return last + 1;
  }
}
