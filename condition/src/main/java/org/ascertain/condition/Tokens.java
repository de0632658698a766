package org.ascertain.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a condition, read one after the other. Words are the same in capitals. */
final class Tokens {

  /** A word and its place in the text, counted from 0; the last one is empty. */
  record Token(String text, int place) {

    boolean is(String word) {
      return text.equalsIgnoreCase(word);
    }

    boolean isQuoted() {
      return text.length() >= 2 && (isBetween('"') || isBetween('\''));
    }

    private boolean isBetween(char mark) {
      return text.charAt(0) == mark && text.charAt(text.length() - 1) == mark;
    }
  }

  /** Ends reading at the first thing that is not understood; never leaves the parser. */
  static final class Stuck extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int place;

    Stuck(int place, String problem) {
      super(problem, null, false, false);
      this.place = place;
    }

    int place() {
      return place;
    }

    String problem() {
      return String.valueOf(getMessage());
    }
  }

  private static final Pattern TOKEN =
      Pattern.compile("\\s*(>=|\"[^\"]*\"|'[^'\"]*'|[(),=]|[^\\s(),>=\"]+|.)", Pattern.DOTALL);

  private final List<Token> tokens = new ArrayList<>();
  private int next;

  Tokens(String text) {
    String written = text.stripTrailing().replace('\u201c', '"').replace('\u201d', '"');
    Matcher matcher = TOKEN.matcher(written);
    while (matcher.lookingAt()) {
      tokens.add(new Token(matcher.group(1), matcher.start(1)));
      matcher.region(matcher.end(), written.length());
    }
    tokens.add(new Token("", text.length()));
  }

  /** The word that is next. */
  Token now() {
    return tokens.get(next);
  }

  /** The word so many places after the next one; the empty last one where there are fewer. */
  Token after(int places) {
    return tokens.get(Math.min(next + places, tokens.size() - 1));
  }

  /** The word that is next, which is thereby read. */
  Token read() {
    Token token = now();
    if (next < tokens.size() - 1) next++;
    return token;
  }

  /** Reads words if they are the next ones, all of them. */
  boolean take(String... words) {
    for (int i = 0; i < words.length; i++) if (!after(i).is(words[i])) return false;
    next += words.length;
    return true;
  }

  /** Reads a word that has to stand here; {@code said} is how a person is told of it. */
  void expect(String word, String said) {
    if (word.isEmpty() ? now().text().isEmpty() : take(word)) return;
    String found = now().text().isEmpty() ? "the end" : "\"" + now().text() + "\"";
    throw new Stuck(now().place(), said + " should stand here, not " + found);
  }
}
