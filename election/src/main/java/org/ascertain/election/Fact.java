package org.ascertain.election;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;

/**
 * Something that happened in an election, when, and the source that says so. Each kind holds its
 * own particulars and no others; what differs by kind is a {@code switch} over this type. Fields
 * that are absent are unknown, not nought. Longer than other files: all kinds, so that they are
 * read beside each other.
 */
public sealed interface Fact {

  Attestation attestation();

  /**
   * This fact with every entry that it names ({@code amends}, {@code supersedes}, {@code corrects},
   * {@code retracts}) named by another index. The fact that a correction puts in place is changed
   * alike.
   *
   * @param entry from the index that is named to the one that is to be named
   */
  default Fact withReferences(LongUnaryOperator entry) {
    return switch (this) {
      case Certification f ->
          f.amends().isEmpty()
              ? f
              : new Certification(
                  f.attestation(),
                  f.unit(),
                  f.votes(),
                  f.other(),
                  f.total(),
                  f.authority(),
                  named(f.amends(), entry));
      case Ascertainment f ->
          f.supersedes().isEmpty()
              ? f
              : new Ascertainment(
                  f.attestation(),
                  f.jurisdiction(),
                  f.electors(),
                  f.authority(),
                  f.slate(),
                  named(f.supersedes(), entry));
      case Correction f ->
          new Correction(
              f.attestation(),
              entry.applyAsLong(f.corrects()),
              f.reason(),
              f.with().withReferences(entry));
      case Retraction f ->
          new Retraction(f.attestation(), entry.applyAsLong(f.retracts()), f.reason());
      case Header f -> f;
      case Addition f -> f;
      case Coverage f -> f;
      case Returns f -> f;
      case RankedReturns f -> f;
      case Lot f -> f;
      case Call f -> f;
      case CallWithdrawn f -> f;
      case Challenge f -> f;
      case Ruling f -> f;
      case AuditRound f -> f;
      case Appointment f -> f;
      case NotAppointed f -> f;
      case ElectorVotes f -> f;
      case CountOpened f -> f;
      case Objection f -> f;
      case ChamberVote f -> f;
      case CommissionRuling f -> f;
      case Counted f -> f;
      case Declared f -> f;
      case ContingentBallot f -> f;
      case Oath f -> f;
      case Death f -> f;
      case Withdrawal f -> f;
      case VotingExtended f -> f;
      case Acknowledgement f -> f;
      case Statement f -> f;
    };
  }

  private static OptionalLong named(OptionalLong index, LongUnaryOperator entry) {
    return OptionalLong.of(entry.applyAsLong(index.orElseThrow()));
  }

  /** A fact about one unit: of appointment, or of reporting. */
  sealed interface OfUnit extends Fact
      permits Returns, RankedReturns, Lot, Call, CallWithdrawn, Certification, AuditRound {
    String unit();
  }

  /** A fact about all electors of one jurisdiction. */
  sealed interface OfJurisdiction extends Fact
      permits Appointment,
          NotAppointed,
          Ascertainment,
          ElectorVotes,
          Objection,
          ChamberVote,
          CommissionRuling,
          Counted,
          VotingExtended {
    String jurisdiction();
  }

  /**
   * What an election is; always the record's first fact, and in force at every moment.
   *
   * @param year the year of the general election, which is its key
   * @param law the year whose law applies, where it is another
   * @param caller the caller whose calls the ladder shows
   * @param returnsFrom ids of the sources of returns, in order of preference
   */
  record Header(
      Attestation attestation,
      String election,
      int year,
      OptionalInt law,
      List<Candidate> candidates,
      List<Ticket> tickets,
      List<Caller> callers,
      Optional<String> caller,
      List<String> returnsFrom)
      implements Fact {}

  /**
   * Names that come late in a record that runs: a person whom an elector votes for, a substitute, a
   * caller who joins. They count as if they stood in the header, behind what stands there.
   *
   * @param returnsFrom sources of returns that come after those named before
   */
  record Addition(
      Attestation attestation,
      List<Candidate> candidates,
      List<Ticket> tickets,
      List<Caller> callers,
      List<String> returnsFrom)
      implements Fact {}

  /** A kind of thing that a record can hold all of, some of, or nothing of. */
  enum Matter {
    CALLS,
    RETURNS,
    RANKED_RETURNS,
    /** The votes of all candidates, and the totals. */
    VOTES,
    CERTIFICATIONS,
    APPOINTMENTS,
    ASCERTAINMENTS,
    ELECTOR_VOTES,
    CHALLENGES,
    RULINGS,
    ACKNOWLEDGEMENTS,
    STATEMENTS,
    OBJECTIONS,
    COUNTED,
    DECLARED,
    OATHS
  }

  /** How much of a matter a record holds. */
  enum Extent {
    COMPLETE,
    PARTIAL,
    NONE
  }

  /**
   * What this record says that it holds of a matter. {@code at} is the day from which it holds it.
   *
   * @param caller of calls: whose; absent means everybody's
   * @param units the units it speaks of; empty means all
   * @param until the last day for which it holds it; absent means that it goes on
   */
  record Coverage(
      Attestation attestation,
      Matter of,
      Extent extent,
      Optional<String> caller,
      List<String> units,
      Optional<LocalDate> until)
      implements Fact {}

  /** Who says how many votes are expected. Only an official's figure can bound anything. */
  enum ExpectedBy {
    OFFICIAL,
    ESTIMATE
  }

  /** Where a total comes from. */
  enum TotalBy {
    /** Whoever reported printed it. */
    PRINTED,
    /** Nobody printed it: it is the sum of the figures that are known here. */
    SUM
  }

  /**
   * Ballots, which are not votes: a ballot may hold no vote, or none that counts.
   *
   * @param cast all ballots
   * @param over those with votes for more than may be voted for
   * @param under those with no vote in this election
   * @param invalid those that do not count for another reason
   */
  record BallotCounts(
      OptionalLong cast, OptionalLong over, OptionalLong under, OptionalLong invalid) {}

  /** How many of a unit's parts have reported: "x of y precincts". */
  record Reporting(long units, long of) {}

  /**
   * The votes that one reporting unit reports, cumulative: its whole statement.
   *
   * @param exact false where the figures are computed from rounded shares
   * @param expected how many votes are expected in the end
   * @param complete whether the unit says that it is done
   * @param registered how many voters are registered
   */
  record Returns(
      Attestation attestation,
      String unit,
      Votes votes,
      OptionalLong other,
      OptionalLong total,
      boolean exact,
      OptionalLong expected,
      Optional<ExpectedBy> expectedBy,
      boolean complete,
      Optional<BallotCounts> ballots,
      OptionalLong registered,
      Optional<Reporting> reporting,
      TotalBy totalBy)
      implements OfUnit {

    /** Exact votes of those who stand, and nothing else. */
    public static Returns of(Attestation attestation, String unit, Votes votes) {
      return new Returns(
          attestation,
          unit,
          votes,
          OptionalLong.empty(),
          OptionalLong.empty(),
          true,
          OptionalLong.empty(),
          Optional.empty(),
          false);
    }

    /** Votes, and what is expected in the end, without ballots and voters. */
    public Returns(
        Attestation attestation,
        String unit,
        Votes votes,
        OptionalLong other,
        OptionalLong total,
        boolean exact,
        OptionalLong expected,
        Optional<ExpectedBy> expectedBy,
        boolean complete) {
      this(
          attestation,
          unit,
          votes,
          other,
          total,
          exact,
          expected,
          expectedBy,
          complete,
          Optional.empty(),
          OptionalLong.empty(),
          Optional.empty(),
          TotalBy.PRINTED);
    }
  }

  /** Identical ballots: what they rank in order, several tickets on one rank being an overvote. */
  record Ranking(List<List<String>> order, long ballots) {}

  /**
   * Ranked ballots of a unit, as groups of identical rankings; {@code part} of {@code parts} where
   * split.
   */
  record RankedReturns(
      Attestation attestation,
      String unit,
      List<Ranking> rankings,
      OptionalInt part,
      OptionalInt parts)
      implements OfUnit {}

  /** What a lot decided. */
  sealed interface Drawn {
    /** The one who wins the last place. */
    record Winner(String ticket) implements Drawn {}

    /** The one who is eliminated. */
    record Out(String ticket) implements Drawn {}
  }

  /** A tie of a unit that was broken by lot; it gives nobody a vote more. */
  record Lot(Attestation attestation, String unit, List<String> between, Drawn drawn)
      implements OfUnit {}

  /**
   * One caller's projection of a winner. {@code unit} may be {@code US}, which adds no electors.
   */
  record Call(Attestation attestation, String unit, String caller, String candidate)
      implements OfUnit {}

  /** A caller takes a call back. */
  record CallWithdrawn(Attestation attestation, String unit, String caller, String candidate)
      implements OfUnit {}

  /**
   * The act that declares the official count of a unit, or of a reporting unit below it. {@code
   * amends} is the index of the certificate it replaces.
   */
  record Certification(
      Attestation attestation,
      String unit,
      Votes votes,
      OptionalLong other,
      OptionalLong total,
      String authority,
      OptionalLong amends)
      implements OfUnit {}

  /** How a result is challenged. */
  enum ChallengeKind {
    LAWSUIT,
    RECOUNT,
    AUDIT,
    ELECTION_CONTEST
  }

  /** What a challenge could change. */
  sealed interface Stake {
    /** The whole result of its units. */
    record Everything() implements Stake {}

    /** At most so many ballots. */
    record Ballots(long ballots) implements Stake {}
  }

  /** What a challenge is about. */
  enum Subject {
    FRAUD,
    DEADLINES,
    OBSERVERS,
    SIGNATURES,
    COUNTING,
    PROCEDURE,
    ELIGIBILITY,
    OTHER
  }

  /**
   * A lawsuit, recount, audit or election contest.
   *
   * @param subject what it is about; empty where the record does not say
   */
  record Challenge(
      Attestation attestation,
      String id,
      ChallengeKind kind,
      String name,
      String venue,
      List<String> units,
      Optional<Stake> atStake,
      List<Subject> subject)
      implements Fact {}

  /** For whom a ruling is. */
  enum Side {
    PETITIONER,
    RESPONDENT,
    PART
  }

  /** What came of a challenge; the last ruling of one is {@code closing}. */
  record Ruling(
      Attestation attestation,
      String challenge,
      String outcome,
      Optional<Side> side,
      boolean closing)
      implements Fact {}

  /** How the cards of an audit's round were looked at. */
  enum AuditKind {
    /** Each card against its record. */
    COMPARISON,
    /** The votes on each card. */
    POLLING,
    /** All cards of the unit, by hand. */
    HAND_COUNT
  }

  /**
   * On how many cards the record has another vote than the card, for the reported winner against
   * the loser who gains most by it.
   *
   * @param oneTooMany one vote too many for the winner; and so on
   */
  record Discrepancies(long oneTooMany, long twoTooMany, long oneTooFew, long twoTooFew) {

    /** On how many cards in all. */
    public long sum() {
      return oneTooMany + twoTooMany + oneTooFew + twoTooFew;
    }
  }

  /**
   * A round of the audit of a unit, as evidence for who has won it.
   *
   * @param cards how many were looked at
   * @param manifest how many the unit has, by the manifest that they were drawn from
   * @param seed what the cards were drawn by
   * @param seedAt when that was drawn in public
   * @param committed SHA-256 of manifest, records and reported winner
   * @param committedAt when that was published
   * @param rule name of the published rule by which units and sizes of rounds are chosen
   * @param replacement whether a card could be drawn again
   * @param sharedWith further units whose cards are the same draw
   * @param discrepancies of a comparison
   * @param votes found on the cards by ticket: by polling, or by a hand count of all
   * @param complete whether a hand count was of all cards
   * @param custody who says that the paper of a hand count was complete and kept
   */
  record AuditRound(
      Attestation attestation,
      String unit,
      AuditKind kind,
      long cards,
      OptionalLong manifest,
      Optional<String> seed,
      Optional<When> seedAt,
      Optional<String> committed,
      Optional<When> committedAt,
      Optional<String> rule,
      Optional<Boolean> replacement,
      List<String> sharedWith,
      Optional<Discrepancies> discrepancies,
      Votes votes,
      boolean complete,
      Optional<String> custody)
      implements OfUnit {}

  /**
   * A jurisdiction appoints electors; {@code electors} by ticket where it is known to whom they are
   * pledged.
   */
  record Appointment(
      Attestation attestation, String jurisdiction, long number, String method, Votes electors)
      implements OfJurisdiction {}

  /** A jurisdiction appoints so many electors fewer than it is entitled to. */
  record NotAppointed(Attestation attestation, String jurisdiction, long number, String reason)
      implements OfJurisdiction {}

  /** The executive's certificate that names a jurisdiction's electors (3 USC 5). */
  record Ascertainment(
      Attestation attestation,
      String jurisdiction,
      Votes electors,
      String authority,
      Optional<String> slate,
      OptionalLong supersedes)
      implements OfJurisdiction {}

  /** One elector's votes by name, where they are known. */
  record ElectorVote(String name, Optional<String> president, Optional<String> vicePresident) {}

  /** How electors' votes are laid out. */
  sealed interface Ballots {

    /** The votes for an office; of votes for two persons without distinction, all of them. */
    default Votes of(Office office) {
      return switch (this) {
        case Distinct(Votes president, Votes vicePresident) ->
            office == Office.PRESIDENT ? president : vicePresident;
        case Pairs(Votes both) -> both;
      };
    }

    /** Distinct votes for each office (12th Amendment). */
    record Distinct(Votes president, Votes vicePresident) implements Ballots {}

    /** Two names from each elector without distinction (Art. II s. 1 cl. 3), 1788 to 1800. */
    record Pairs(Votes both) implements Ballots {}
  }

  /** What a jurisdiction's electors cast. */
  record ElectorVotes(
      Attestation attestation,
      String jurisdiction,
      Ballots ballots,
      OptionalLong absent,
      OptionalLong blank,
      List<ElectorVote> electors,
      Optional<String> slate)
      implements OfJurisdiction {}

  /** The joint session opens. */
  record CountOpened(Attestation attestation) implements Fact {}

  /** What an objection says against a vote. */
  enum Grounds {
    NOT_LAWFULLY_CERTIFIED,
    NOT_REGULARLY_GIVEN,
    OTHER
  }

  /**
   * An objection to a jurisdiction's electoral votes.
   *
   * @param electors how many votes it is against; absent means all
   * @param senators how many signed, where that is known
   * @param representatives how many signed, where that is known
   * @param received whether the chair received it
   */
  record Objection(
      Attestation attestation,
      String jurisdiction,
      Grounds grounds,
      OptionalLong electors,
      OptionalLong senators,
      OptionalLong representatives,
      List<String> signers,
      boolean received)
      implements OfJurisdiction {}

  /** A House of Congress. */
  enum Chamber {
    SENATE,
    HOUSE
  }

  /** How a House voted on an objection. */
  record ChamberVote(
      Attestation attestation, String jurisdiction, Chamber chamber, long sustain, long reject)
      implements OfJurisdiction {}

  /** A decision of the Electoral Commission of 1877 for a slate. */
  record CommissionRuling(
      Attestation attestation, String jurisdiction, String slate, long inFavour, long against)
      implements OfJurisdiction {}

  /** What Congress did with a jurisdiction's votes. */
  enum CountResult {
    COUNTED,
    REJECTED,
    EITHER_WAY
  }

  /**
   * A jurisdiction's votes in the joint session; without {@code ballots}, as its electors cast
   * them.
   */
  record Counted(
      Attestation attestation,
      String jurisdiction,
      CountResult result,
      Optional<String> slate,
      Optional<Ballots> ballots)
      implements OfJurisdiction {}

  /**
   * The announcement of the state of the vote, with the base and majority announced where the
   * Journal gives them.
   */
  record Declared(
      Attestation attestation, Ballots ballots, OptionalLong base, OptionalLong majority)
      implements Fact {}

  /** One ballot of a contingent election. */
  sealed interface ContingentVotes {
    /** In the House: by state, the candidate or {@code divided}; the members' votes where known. */
    record ByState(Map<String, String> states, Map<String, Votes> members)
        implements ContingentVotes {}

    /** In the Senate: by head. */
    record BySenator(Votes senators) implements ContingentVotes {}
  }

  /** A ballot of the House for a President or of the Senate for a Vice President. */
  record ContingentBallot(
      Attestation attestation, Chamber chamber, int ballot, ContingentVotes votes)
      implements Fact {}

  /** An office filled by the election. */
  enum Office {
    PRESIDENT,
    VICE_PRESIDENT
  }

  /** A person takes the oath of an office. */
  record Oath(Attestation attestation, String person, Office office) implements Fact {}

  record Death(Attestation attestation, String person) implements Fact {}

  /** A candidate withdraws. */
  record Withdrawal(Attestation attestation, String person) implements Fact {}

  /** A jurisdiction's voting goes on until a later day, under the named law (3 USC 1, 2022). */
  record VotingExtended(Attestation attestation, String jurisdiction, LocalDate until, String law)
      implements OfJurisdiction {}

  /** What somebody does who speaks of a result. */
  enum Stance {
    CONGRATULATES,
    CONCEDES,
    RECOGNISES,
    WAITS,
    WITHHOLDS,
    CLAIMS,
    OTHER
  }

  /**
   * What others do on the strength of a result.
   *
   * @param toward a candidate, or {@code none}
   * @param form the medium: a letter, a call, a statement
   * @param quotes every sentence of it that was published
   * @param waits for what the actor waits, in words
   */
  record Acknowledgement(
      Attestation attestation,
      String actor,
      Optional<String> country,
      String toward,
      String form,
      Optional<String> quote,
      Optional<Stance> stance,
      List<String> quotes,
      Optional<String> waits)
      implements Fact {}

  /** What a statement is about. */
  enum Topic {
    FRAUD,
    RESULT,
    PROCEDURE,
    SECURITY,
    CLAIM_OF_VICTORY,
    OTHER
  }

  /**
   * What somebody said of the election without acknowledging a result: an official that it was
   * secure, a candidate that he has won.
   *
   * @param body in whose name the actor speaks
   * @param units the units it is about; empty where it is about all or about none
   * @param text what was said, in a sentence of the record's own
   */
  record Statement(
      Attestation attestation,
      String actor,
      Optional<String> body,
      Topic about,
      List<String> units,
      Optional<String> quote,
      Optional<String> text)
      implements Fact {

    /**
     * @throws IllegalArgumentException if the time is approximate: the record's field for that is
     *     the statement's own {@code about}, so that such a time is given by its bounds
     */
    public Statement {
      if (attestation.about())
        throw new IllegalArgumentException("the time of a statement is given by its bounds");
    }
  }

  /** What was recorded wrongly at an earlier index, and what stands in its place. */
  record Correction(Attestation attestation, long corrects, String reason, Fact with)
      implements Fact {}

  /** An earlier entry falls; of a correction, what it replaced stands again. */
  record Retraction(Attestation attestation, long retracts, String reason) implements Fact {}
}
