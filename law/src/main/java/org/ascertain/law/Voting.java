package org.ascertain.law;

import java.util.List;
import java.util.Optional;
import org.ascertain.election.Fact.Office;

/** A way in which electors vote, and what comes of it. */
sealed interface Voting permits DistinctVotes, PairsOfVotes {

  /** What the canvass is of: one office, or both at once. */
  Optional<Office> canvassed(Office office);

  /** What comes of the votes: one outcome, or several where the law is read in several ways. */
  List<Outcome> outcomes(Office office, Canvass canvass, Base base, List<College.Ballot> ballots);

  /** The choice by a House of Congress that the votes lead to, if they do. */
  Optional<ContingentChoice> contingent(
      Office office, Canvass canvass, Base base, List<College.Ballot> ballots);

  static Voting of(int election) {
    return ElectorsVote.TWO.holdsFor(election)
        ? new PairsOfVotes(election)
        : new DistinctVotes(election);
  }
}
