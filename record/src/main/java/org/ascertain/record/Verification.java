package org.ascertain.record;

import java.util.List;
import java.util.Optional;

/**
 * What verifying came to.
 *
 * @param origin the log, or the record, that was verified
 * @param size how many entries were derived from
 * @param root what their tree's root is
 * @param trusted whether a key or a pinned root vouches for the root
 * @param proven what was shown, one sentence each
 * @param remarks what was seen and not checked
 * @param flaws what is wrong; the first named first
 * @param partly what alone is proven, where the rest was not checked; empty where all was
 */
public record Verification(
    String origin,
    long size,
    Hash root,
    boolean trusted,
    List<String> proven,
    List<String> remarks,
    List<Flaw> flaws,
    Optional<String> partly) {

  /** Of something that was checked as a whole. */
  public Verification(
      String origin,
      long size,
      Hash root,
      boolean trusted,
      List<String> proven,
      List<String> remarks,
      List<Flaw> flaws) {
    this(origin, size, root, trusted, proven, remarks, flaws, Optional.empty());
  }

  public Verification {
    proven = List.copyOf(proven);
    remarks = List.copyOf(remarks);
    flaws = List.copyOf(flaws);
  }

  /** Whether all was checked, nothing is wrong, and somebody who is trusted vouches for it. */
  public boolean holds() {
    return trusted && flaws.isEmpty() && partly.isEmpty();
  }

  /** The same with other flaws. */
  public Verification with(List<Flaw> others) {
    return new Verification(origin, size, root, trusted, proven, remarks, others, partly);
  }

  /** The outcome in one line. */
  public String summary() {
    if (!flaws.isEmpty()) return "wrong: " + flaws.getFirst();
    if (partly.isPresent()) return partly.get();
    return trusted ? "complete and unaltered" : "consistent, signature not checked";
  }
}
