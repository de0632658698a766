package org.ascertain.election;

import java.util.Optional;

/**
 * Whom a popular vote is for: a candidate for President, as a rule with one for Vice President.
 *
 * @param slate tickets of one slate are lines on which the same electors are voted for: their votes
 *     are added up
 */
public record Ticket(
    String id, String president, Optional<String> vicePresident, Optional<String> slate) {

  /** A ticket with electors of its own. */
  public Ticket(String id, String president, Optional<String> vicePresident) {
    this(id, president, vicePresident, Optional.empty());
  }
}
