package org.ascertain.cli;

import java.io.PrintWriter;
import org.ascertain.answers.TextLayout;
import picocli.CommandLine.Help.Ansi;

/**
 * Colour where a terminal shows it, plain text otherwise. Colour only ever repeats what the words
 * say.
 */
final class Screen implements TextLayout {

  static final TextLayout SCREEN = new Screen();

  private static final int USUAL_WIDTH = 100;

  @Override
  public String bold(String text) {
    return styled(TerminalText.BOLD, text);
  }

  @Override
  public String faint(String text) {
    return styled(TerminalText.FAINT, text);
  }

  @Override
  public String marked(String text) {
    return styled(TerminalText.MARKED, text);
  }

  /** Whether somebody is looking on; the launcher gives a terminal's width, and to nothing else. */
  static boolean isTerminal() {
    return System.getenv("ASCERTAIN_COLUMNS") != null;
  }

  /** How many columns a line may have: those of the terminal; without one, lines stay whole. */
  @Override
  public int width() {
    if (!isTerminal()) return Integer.MAX_VALUE;
    String columns = System.getenv().getOrDefault("ASCERTAIN_COLUMNS", "");
    return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
  }

  /** Whether the terminal shows colour, and its user wants it. */
  private static boolean isColoured() {
    return Ansi.AUTO.enabled() && !"dumb".equals(System.getenv("TERM"));
  }

  /** A line that is overwritten by what comes next. */
  static void progress(PrintWriter out, String text) {
    if (!isColoured()) return;
    out.print(TerminalText.LINE_AGAIN + SCREEN.faint(text));
    out.flush();
  }

  static void clearProgress(PrintWriter out) {
    if (isColoured()) out.print(TerminalText.LINE_AGAIN);
  }

  private static String styled(char style, String text) {
    return isColoured() ? style + text + TerminalText.PLAIN : text;
  }

  private Screen() {}
}
