package org.ascertain.standing;

import java.util.Arrays;
import java.util.Optional;

/** How official something is, from the tally to the oath. */
public enum Rung {
  REPORTED("reported"),
  CALLED("called"),
  CERTIFIED("certified"),
  ASCERTAINED("ascertained"),
  VOTED("voted"),
  COUNTED("counted"),
  DECLARED("declared"),
  IN_OFFICE("in-office");

  private final String word;

  Rung(String word) {
    this.word = word;
  }

  /** Its name in commands, conditions and JSON. */
  public String word() {
    return word;
  }

  /**
   * Whether a later fact of the chain implies this rung: certified, ascertained, voted, counted.
   */
  public boolean inChain() {
    return compareTo(CERTIFIED) >= 0 && compareTo(COUNTED) <= 0;
  }

  /** Whether electors stand on this rung by jurisdiction; the last two speak of the nation only. */
  public boolean byJurisdiction() {
    return compareTo(COUNTED) <= 0;
  }

  public static Optional<Rung> of(String word) {
    return Arrays.stream(values()).filter(rung -> rung.word.equals(word)).findFirst();
  }
}
