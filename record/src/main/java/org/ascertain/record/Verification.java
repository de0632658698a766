package org.ascertain.record;

import java.util.List;

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
 */
public record Verification(
    String origin,
    long size,
    Hash root,
    boolean trusted,
    List<String> proven,
    List<String> remarks,
    List<Flaw> flaws) {

  public Verification {
    proven = List.copyOf(proven);
    remarks = List.copyOf(remarks);
    flaws = List.copyOf(flaws);
  }

  /** Whether nothing is wrong and somebody who is trusted vouches for it. */
  public boolean holds() {
    return trusted && flaws.isEmpty();
  }

  /** The same with other flaws. */
  public Verification with(List<Flaw> others) {
    return new Verification(origin, size, root, trusted, proven, remarks, others);
  }

  /** The outcome in one line. */
  public String summary() {
    if (!flaws.isEmpty()) return "wrong: " + flaws.getFirst();
    return trusted ? "complete and unaltered" : "consistent, signature not checked";
  }
}
