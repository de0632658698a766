package org.ascertain.feed;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A mistake that a wire makes, and the codes by which a desk tells that it saw it. */
public enum Fault {
  /** The votes of two tickets stand in each other's column. */
  SWAP(Set.of("D604", "D605", "D606", "D609", "D613")),
  /** A row is never sent. */
  DROP(Set.of("D307")),
  /** A row is sent twice. */
  REPEAT(Set.of("D204", "D612")),
  /** A row comes after the next one of its unit and source. */
  LATE(Set.of("D303")),
  /** A ticket's figure has a digit too many. */
  DIGIT(
      Set.of(
          "D401", "D403", "D404", "D601", "D602", "D605", "D606", "D607", "D610", "D611", "D613"));

  private final Set<String> codes;

  Fault(Set<String> codes) {
    this.codes = codes;
  }

  /** Whether a finding of this code, on the row in question, means that the fault was seen. */
  boolean isSeenBy(String code) {
    return codes.contains(code);
  }

  /** As it is written on the command line and in answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The fault that a word means. */
  public static Optional<Fault> of(String word) {
    return Arrays.stream(values()).filter(fault -> fault.word().equals(word)).findFirst();
  }
}
