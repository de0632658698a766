package org.ascertain.cli;

import java.io.IOException;
import java.io.Writer;

/**
 * Breaks lines at words where the terminal ends, and begins what follows under the text of the
 * line: under what comes after its label or date, if that leaves room. A word that is longer than a
 * line stays whole.
 */
final class Wrapped extends Writer {

  private static final int HANG = 4;

  private final Writer out;
  private final int width;
  private final StringBuilder line = new StringBuilder();

  Wrapped(Writer out, int width) {
    this.out = out;
    this.width = width;
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      if (text[i] == '\n') {
        wrap();
        out.write('\n');
      } else line.append(text[i]);
    }
  }

  private void wrap() throws IOException {
    String whole = line.toString();
    line.setLength(0);
    String seen = visible(whole);
    if (seen.length() <= width) {
      out.write(whole);
      return;
    }
    int hang = hang(seen);
    int column = 0;
    int begin = 0;
    boolean begun = false;
    while (begin < whole.length()) {
      int end = begin;
      while (end < whole.length() && whole.charAt(end) == ' ') end++;
      while (end < whole.length() && whole.charAt(end) != ' ') end++;
      String piece = whole.substring(begin, end);
      int length = visible(piece).length();
      if (begun && column + length > width) {
        out.write('\n' + " ".repeat(hang));
        piece = piece.stripLeading();
        column = hang;
        length = visible(piece).length();
      }
      out.write(piece);
      begun = true;
      column += length;
      begin = end;
    }
  }

  /** What sets colours takes no room; what is gone back over has gone. */
  private static String visible(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = text.lastIndexOf(TerminalText.LINE_AGAIN) + 1; i < text.length(); i++)
      if (!TerminalText.isMark(text.charAt(i))) shown.append(text.charAt(i));
    return shown.toString();
  }

  /** Where the text of a line begins: behind its label, which two spaces part from it. */
  private int hang(String seen) {
    int lead = 0;
    while (lead < seen.length() && seen.charAt(lead) == ' ') lead++;
    int gap = seen.indexOf("  ", lead);
    int text = gap;
    while (text >= 0 && text < seen.length() && seen.charAt(text) == ' ') text++;
    boolean room = text > 0 && text <= width / 3;
    return Math.min(room ? text : lead + HANG, width / 2);
  }

  /** A part of a line waits for the rest, unless it is there to be written over. */
  @Override
  public void flush() throws IOException {
    if (line.indexOf(String.valueOf(TerminalText.LINE_AGAIN)) >= 0) {
      out.write(line.toString());
      line.setLength(0);
    }
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.write(line.toString());
    line.setLength(0);
    out.close();
  }
}
