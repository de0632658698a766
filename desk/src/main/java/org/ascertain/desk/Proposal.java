package org.ascertain.desk;

import java.util.List;
import java.util.Optional;
import org.ascertain.election.Fact;

/**
 * Something that binds on its way into the record: two people have to stand by it. It goes one of
 * two ways: proposed by one and approved by another ({@link ForApproval}), or typed from the paper
 * by two who do not see each other's figures ({@link Blind}). Each state holds only its own data,
 * and has only the acts that it allows.
 */
public sealed interface Proposal permits ForApproval, Blind, Ended {

  /** Who put it forward. */
  Account by();

  /**
   * What one person puts forward.
   *
   * @param facts recorded together or not at all
   * @param reason for whoever approves, and for the trail
   * @param paper the SHA-256 of the document it rests on
   */
  record Content(List<Fact> facts, String reason, Optional<String> paper) {
    public Content {
      facts = List.copyOf(facts);
      if (facts.isEmpty()) throw new IllegalArgumentException("nothing is proposed");
    }
  }
}
