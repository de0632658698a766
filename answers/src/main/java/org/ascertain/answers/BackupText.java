package org.ascertain.answers;

import java.util.SequencedMap;

/** What was copied: of each election, how many entries. */
public final class BackupText {

  /** One line for each election. */
  public static String lines(SequencedMap<String, Long> entries) {
    StringBuilder lines = new StringBuilder();
    entries.forEach(
        (election, number) ->
            lines
                .append(election)
                .append(": ")
                .append(Names.several(number, "entry", "entries"))
                .append(System.lineSeparator()));
    return lines.toString();
  }

  /** For programs. */
  public static String json(SequencedMap<String, Long> entries) {
    return JsonAnswer.object(json -> json.numbers("entries", entries));
  }

  private BackupText() {}
}
