package org.ascertain.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/**
 * Colour where a terminal shows it, plain text otherwise. Colour only ever repeats what the words
 * say.
 */
final class Screen {

  private static final int USUAL_WIDTH = 100;

  static String bold(String text) {
    return styled("bold", text);
  }

  static String faint(String text) {
    return styled("faint", text);
  }

  static String marked(String text) {
    return styled("bold,fg(33)", text);
  }

  /** Whether somebody is looking on. */
  static boolean isTerminal() {
    return Ansi.AUTO.enabled();
  }

  /** How many columns a line may have: those of the terminal; without one, lines stay whole. */
  static int width() {
    if (!isTerminal()) return Integer.MAX_VALUE;
    String columns = System.getenv().getOrDefault("COLUMNS", "");
    return columns.matches("[0-9]{2,4}") ? Integer.parseInt(columns) : USUAL_WIDTH;
  }

  /** A line that is overwritten by what comes next. */
  static void progress(PrintWriter out, String text) {
    out.print("\r" + faint(text));
    out.flush();
  }

  static void clearProgress(PrintWriter out) {
    out.print("\r\033[K");
  }

  private static String styled(String style, String text) {
    return Ansi.AUTO.enabled()
        ? Ansi.ON.string("@|" + style + " " + text.replace("@|", "@ |") + "|@")
        : text;
  }

  private Screen() {}
}
