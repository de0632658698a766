package org.ascertain.law;

import java.util.List;
import org.ascertain.election.Fact.ContingentBallot;

/**
 * All electors of an election as the record has them so far, and the ballots of a contingent
 * election, if one was held.
 */
public record College(List<Electors> electors, List<Ballot> contingent) {

  /** A ballot of a contingent election with its place in the record. */
  public record Ballot(long entry, ContingentBallot ballot) {}
}
