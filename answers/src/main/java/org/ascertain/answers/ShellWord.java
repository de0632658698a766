package org.ascertain.answers;

import java.util.regex.Pattern;

/**
 * A word of a command line that people may copy and run: quoted where a shell would take it apart.
 */
public final class ShellWord {

  private static final Pattern PLAIN = Pattern.compile("[\\w./:@%+=,-]+");

  /** The word, as a POSIX shell reads it back. */
  public static String of(Object word) {
    String text = word.toString();
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  private ShellWord() {}
}
