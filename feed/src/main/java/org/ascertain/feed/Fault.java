package org.ascertain.feed;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A mistake that a wire makes, and the codes by which a desk tells that it saw it. */
public enum Fault {
  /** The votes of two tickets stand in each other's column. */
  SWAP,
  /** A row is never sent. */
  DROP,
  /** A row is sent twice. */
  REPEAT,
  /** A row comes after the next one of its unit and source. */
  LATE,
  /** A ticket's figure has a digit too many. */
  DIGIT;

  /** Whether a finding of this code, on the row in question, means that the fault was seen. */
  boolean isSeenBy(String code) {
    return switch (this) {
      case SWAP -> Set.of("D604", "D605", "D606", "D609", "D613").contains(code);
      case DROP -> code.equals("D307");
      case REPEAT -> code.equals("D204") || code.equals("D612");
      case LATE -> code.equals("D303");
      case DIGIT -> OF_A_DIGIT.contains(code);
    };
  }

  private static final Set<String> OF_A_DIGIT =
      Set.of(
          "D401", "D403", "D404", "D601", "D602", "D605", "D606", "D607", "D610", "D611", "D613");

  /** As it is written on the command line and in answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The fault that a word means. */
  public static Optional<Fault> of(String word) {
    return Arrays.stream(values()).filter(fault -> fault.word().equals(word)).findFirst();
  }
}
