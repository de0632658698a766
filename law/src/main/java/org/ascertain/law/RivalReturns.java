package org.ascertain.law;

import java.util.List;
import java.util.Optional;

/**
 * Returns of one jurisdiction under the act of 1887, each by its slate.
 *
 * @param determined slates that a timely final determination of the state is claimed for (s. 5), by
 *     each authority that claims to have made it
 * @param certified slates that the executive certified under the seal of the state
 * @param senate the slate that the Senate holds lawful; empty if none or not agreed
 * @param house the slate that the House holds lawful
 */
public record RivalReturns(
    List<String> determined,
    List<String> certified,
    Optional<String> senate,
    Optional<String> house) {

  public RivalReturns {
    determined = List.copyOf(determined);
    certified = List.copyOf(certified);
  }

  /** The slate on which both Houses agree. */
  Optional<String> agreed() {
    return senate.equals(house) ? senate : Optional.empty();
  }
}
