package org.ascertain.standing;

import java.util.Arrays;
import java.util.Optional;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Matter;

/** How official something is, from the tally to the oath. */
public enum Rung {
  REPORTED("reported"),
  CALLED("called"),
  CERTIFIED("certified"),
  ASCERTAINED("ascertained"),
  VOTED("voted"),
  COUNTED("counted"),
  DECLARED("declared"),
  IN_OFFICE("in-office");

  private final String word;

  Rung(String word) {
    this.word = word;
  }

  /** Its name in commands, conditions and JSON. */
  public String word() {
    return word;
  }

  /**
   * Whether a later fact of the chain implies this rung: certified, ascertained, voted, counted.
   */
  public boolean inChain() {
    return compareTo(CERTIFIED) >= 0 && compareTo(COUNTED) <= 0;
  }

  /** Whether electors stand on this rung by jurisdiction; the last two speak of the nation only. */
  public boolean byJurisdiction() {
    return compareTo(COUNTED) <= 0;
  }

  /** The matter of which a record can say that it holds all facts that bring here. */
  public Matter matter() {
    return switch (this) {
      case REPORTED -> Matter.RETURNS;
      case CALLED -> Matter.CALLS;
      case CERTIFIED -> Matter.CERTIFICATIONS;
      case ASCERTAINED -> Matter.ASCERTAINMENTS;
      case VOTED -> Matter.ELECTOR_VOTES;
      case COUNTED -> Matter.COUNTED;
      case DECLARED -> Matter.DECLARED;
      case IN_OFFICE -> Matter.OATHS;
    };
  }

  /**
   * The rung of which a fact speaks itself; empty for a fact that is about no rung, or about how
   * far another fact stands.
   */
  public static Optional<Rung> of(Fact fact) {
    return switch (fact) {
      case Fact.Returns f -> Optional.of(REPORTED);
      case Fact.RankedReturns f -> Optional.of(REPORTED);
      case Fact.Call f -> Optional.of(CALLED);
      case Fact.Certification f -> Optional.of(CERTIFIED);
      case Fact.Ascertainment f -> Optional.of(ASCERTAINED);
      case Fact.ElectorVotes f -> Optional.of(VOTED);
      case Fact.Counted f -> Optional.of(COUNTED);
      case Fact.Declared f -> Optional.of(DECLARED);
      case Fact.Oath f -> Optional.of(IN_OFFICE);
      case Fact.Header f -> Optional.empty();
      case Fact.Addition f -> Optional.empty();
      case Fact.Coverage f -> Optional.empty();
      case Fact.Lot f -> Optional.of(REPORTED);
      case Fact.CallWithdrawn f -> Optional.empty();
      case Fact.Challenge f -> Optional.empty();
      case Fact.Ruling f -> Optional.empty();
      case Fact.AuditRound f -> Optional.empty();
      case Fact.Appointment f -> Optional.empty();
      case Fact.NotAppointed f -> Optional.empty();
      case Fact.CountOpened f -> Optional.empty();
      case Fact.Objection f -> Optional.empty();
      case Fact.ChamberVote f -> Optional.empty();
      case Fact.CommissionRuling f -> Optional.empty();
      case Fact.ContingentBallot f -> Optional.empty();
      case Fact.Death f -> Optional.empty();
      case Fact.Withdrawal f -> Optional.empty();
      case Fact.VotingExtended f -> Optional.empty();
      case Fact.Acknowledgement f -> Optional.empty();
      case Fact.Statement f -> Optional.empty();
      case Fact.Correction f -> of(f.with());
      case Fact.Retraction f -> Optional.empty();
    };
  }

  /**
   * Whether a fact brings this rung only by implication, being further up the chain itself: what is
   * asked for may then have come before, and is told as "at the latest".
   */
  public boolean isImpliedBy(Fact fact) {
    return inChain()
        && of(fact).filter(own -> own.inChain() && own.compareTo(this) > 0).isPresent();
  }

  /** The rung of a word in commands, conditions and JSON. */
  public static Optional<Rung> of(String word) {
    return Arrays.stream(values()).filter(rung -> rung.word.equals(word)).findFirst();
  }
}
