package org.ascertain.record;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a log says of itself: that its first {@code size} entries have this root (C2SP
 * tlog-checkpoint).
 *
 * @param origin names the log: {@code <log name>/us-president-2020}
 */
public record Checkpoint(String origin, long size, Hash root) {

  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

  public Checkpoint {
    SignedNote.requireName(origin);
  }

  /**
   * Reads the text of a note as a checkpoint.
   *
   * @throws IllegalArgumentException saying in which way it is none
   */
  public static Checkpoint of(SignedNote note) {
    List<String> lines = note.text().lines().toList();
    if (lines.size() < 3)
      throw new IllegalArgumentException("a checkpoint has at least three lines");
    if (lines.stream().anyMatch(String::isEmpty))
      throw new IllegalArgumentException("a checkpoint has no empty lines");
    if (!SIZE.matcher(lines.get(1)).matches())
      throw new IllegalArgumentException(
          "the second line of a checkpoint is its number of entries");
    return new Checkpoint(lines.get(0), Long.parseLong(lines.get(1)), Hash.parse(lines.get(2)));
  }

  /** The text that is signed. */
  public String text() {
    return origin + "\n" + size + "\n" + root + "\n";
  }

  /** The checkpoint as a note that nobody has signed. */
  public SignedNote unsigned() {
    return new SignedNote(text(), List.of());
  }

  /** The id of the election whose log this is: what follows the log's name. */
  public String election() {
    return origin.substring(origin.lastIndexOf('/') + 1);
  }
}
