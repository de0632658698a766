package org.ascertain.desk;

import java.util.Set;
import org.ascertain.election.Fact;

/**
 * Which facts bind: what an office does, and what a desk says in its own name, takes two people.
 */
final class Binding {

  /**
   * Whether a fact binds.
   *
   * @param ownCallers in whose name this desk calls
   */
  static boolean is(Fact fact, Set<String> ownCallers) {
    return switch (fact) {
      case Fact.Call f -> ownCallers.contains(f.caller());
      case Fact.CallWithdrawn f -> ownCallers.contains(f.caller());
      case Fact.Certification f -> true;
      case Fact.Appointment f -> true;
      case Fact.NotAppointed f -> true;
      case Fact.Ascertainment f -> true;
      case Fact.ElectorVotes f -> true;
      case Fact.Counted f -> true;
      case Fact.Declared f -> true;
      case Fact.ContingentBallot f -> true;
      case Fact.Oath f -> true;
      // what an office examined; a majority may be confirmed by it
      case Fact.AuditRound f -> true;
      // what is put in another's place, or taken back, may have bound
      case Fact.Correction f -> true;
      case Fact.Retraction f -> true;
      case Fact.Header f -> false;
      case Fact.Addition f -> false;
      case Fact.Coverage f -> false;
      case Fact.Returns f -> false;
      case Fact.RankedReturns f -> false;
      case Fact.Lot f -> false;
      case Fact.Challenge f -> false;
      case Fact.Ruling f -> false;
      case Fact.CountOpened f -> false;
      case Fact.Objection f -> false;
      case Fact.ChamberVote f -> false;
      case Fact.CommissionRuling f -> false;
      case Fact.Death f -> false;
      case Fact.Withdrawal f -> false;
      case Fact.VotingExtended f -> false;
      case Fact.Acknowledgement f -> false;
      case Fact.Statement f -> false;
    };
  }

  private Binding() {}
}
