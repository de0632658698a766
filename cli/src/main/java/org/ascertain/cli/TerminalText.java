package org.ascertain.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Text on its way to a terminal, a pipe or a file. Names and notes come from records that others
 * wrote: no control character of theirs gets through, nor one that turns the direction of writing,
 * so that a record can neither repaint a screen nor make a line read as another. Our own colours
 * are marks that stand for a fixed sequence each.
 */
final class TerminalText extends FilterWriter {

  static final char BOLD = '\uFDD0';
  static final char FAINT = '\uFDD1';
  static final char MARKED = '\uFDD2';
  static final char PLAIN = '\uFDD3';

  /** Goes back to the beginning of the line, and what was there goes. */
  static final char LINE_AGAIN = '\uFDD4';

  private static final char UNPRINTABLE = '\uFFFD';

  TerminalText(Writer out) {
    super(out);
  }

  @Override
  public void write(int c) throws IOException {
    out.write(shown((char) c));
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) write(text[i]);
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) write(text.charAt(i));
  }

  /** Whether a character of ours takes no room on the screen. */
  static boolean isMark(char c) {
    return c >= BOLD && c <= LINE_AGAIN;
  }

  private static String shown(char c) {
    return switch (c) {
      case BOLD -> "\033[1m";
      case FAINT -> "\033[2m";
      case MARKED -> "\033[1m\033[38;5;33m";
      case PLAIN -> "\033[0m";
      case LINE_AGAIN -> "\r\033[K";
      case '\n', '\t' -> String.valueOf(c);
      default -> String.valueOf(isUnprintable(c) ? UNPRINTABLE : c);
    };
  }

  private static boolean isUnprintable(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      case Character.FORMAT -> c != '\u200C' && c != '\u200D'; // joiners, which some scripts need
      default -> false;
    };
  }
}
