package org.ascertain.standing;

import org.ascertain.election.Fact;

/**
 * What a fact is about. Of the facts with one key the greatest (effective moment, index) counts;
 * facts of the kinds that are kept side by side have their index in the key.
 */
record Key(Kind kind, String first, String second) {

  enum Kind {
    ADDITION,
    COVERAGE,
    RANKED,
    LOT,
    CALL,
    CERTIFICATION,
    CHALLENGE,
    RULING,
    AUDIT_ROUND,
    APPOINTMENT,
    NOT_APPOINTED,
    ASCERTAINMENT,
    ELECTOR_VOTES,
    COUNT_OPENED,
    OBJECTION,
    CHAMBER_VOTE,
    COMMISSION_RULING,
    COUNTED,
    DECLARED,
    CONTINGENT_BALLOT,
    OATH,
    DEATH,
    WITHDRAWAL,
    VOTING_EXTENDED,
    ACKNOWLEDGEMENT,
    STATEMENT,
    /** The header; and returns, which have a fold of their own. */
    APART
  }

  static final Key APART = new Key(Kind.APART, "", "");

  static Key of(Fact fact, long index) {
    String own = Long.toString(index);
    return switch (fact) {
      case Fact.Header f -> APART;
      case Fact.Returns f -> APART;
      case Fact.Addition f -> new Key(Kind.ADDITION, "", own);
      case Fact.Coverage f -> new Key(Kind.COVERAGE, f.of().name(), own);
      case Fact.Correction f -> APART;
      case Fact.Retraction f -> APART;
      case Fact.RankedReturns f ->
          new Key(Kind.RANKED, f.unit(), f.attestation().source().id() + "/" + f.part().orElse(1));
      case Fact.Lot f -> new Key(Kind.LOT, f.unit(), own);
      case Fact.Call f -> new Key(Kind.CALL, f.unit(), f.caller());
      case Fact.CallWithdrawn f -> new Key(Kind.CALL, f.unit(), f.caller());
      case Fact.Certification f -> new Key(Kind.CERTIFICATION, f.unit(), "");
      case Fact.Challenge f -> new Key(Kind.CHALLENGE, f.id(), own);
      case Fact.Ruling f -> new Key(Kind.RULING, f.challenge(), own);
      case Fact.AuditRound f -> new Key(Kind.AUDIT_ROUND, f.unit(), own);
      case Fact.Appointment f -> new Key(Kind.APPOINTMENT, f.jurisdiction(), "");
      case Fact.NotAppointed f -> new Key(Kind.NOT_APPOINTED, f.jurisdiction(), "");
      case Fact.Ascertainment f -> new Key(Kind.ASCERTAINMENT, f.jurisdiction(), own);
      case Fact.ElectorVotes f ->
          new Key(Kind.ELECTOR_VOTES, f.jurisdiction(), f.slate().orElse(""));
      case Fact.CountOpened f -> new Key(Kind.COUNT_OPENED, "", "");
      case Fact.Objection f -> new Key(Kind.OBJECTION, f.jurisdiction(), own);
      case Fact.ChamberVote f -> new Key(Kind.CHAMBER_VOTE, f.jurisdiction(), own);
      case Fact.CommissionRuling f -> new Key(Kind.COMMISSION_RULING, f.jurisdiction(), f.slate());
      case Fact.Counted f -> new Key(Kind.COUNTED, f.jurisdiction(), "");
      case Fact.Declared f -> new Key(Kind.DECLARED, "", "");
      case Fact.ContingentBallot f ->
          new Key(Kind.CONTINGENT_BALLOT, f.chamber().name(), Integer.toString(f.ballot()));
      case Fact.Oath f -> new Key(Kind.OATH, f.office().name(), "");
      case Fact.Death f -> new Key(Kind.DEATH, f.person(), "");
      case Fact.Withdrawal f -> new Key(Kind.WITHDRAWAL, f.person(), "");
      case Fact.VotingExtended f -> new Key(Kind.VOTING_EXTENDED, f.jurisdiction(), "");
      case Fact.Acknowledgement f -> new Key(Kind.ACKNOWLEDGEMENT, f.actor(), own);
      case Fact.Statement f -> new Key(Kind.STATEMENT, f.actor(), own);
    };
  }
}
