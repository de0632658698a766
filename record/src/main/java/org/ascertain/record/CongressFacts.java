package org.ascertain.record;

import static org.ascertain.record.Forms.COUNT;
import static org.ascertain.record.Forms.FLAG;
import static org.ascertain.record.Forms.ID;
import static org.ascertain.record.Forms.NUMBER;
import static org.ascertain.record.Forms.TEXT;
import static org.ascertain.record.Forms.VOTES;

import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Fact.Chamber;
import org.ascertain.election.Fact.ChamberVote;
import org.ascertain.election.Fact.CommissionRuling;
import org.ascertain.election.Fact.ContingentBallot;
import org.ascertain.election.Fact.ContingentVotes;
import org.ascertain.election.Fact.CountOpened;
import org.ascertain.election.Fact.CountResult;
import org.ascertain.election.Fact.Counted;
import org.ascertain.election.Fact.Declared;
import org.ascertain.election.Fact.Grounds;
import org.ascertain.election.Fact.Objection;
import org.ascertain.election.Votes;
import org.jspecify.annotations.Nullable;

/**
 * The fields of facts about Congress: the count, objections, the declaration, the contingent
 * election.
 */
final class CongressFacts {

  static final Kind<CountOpened> COUNT_OPENED =
      new Kind<>(
          "count-opened", new Fields<CountOpened>().shape(), (said, of) -> new CountOpened(said));
  static final Kind<Objection> OBJECTION = objection();
  static final Kind<ChamberVote> CHAMBER_VOTE = chamberVote();
  static final Kind<CommissionRuling> COMMISSION_RULING = commissionRuling();
  static final Kind<Counted> COUNTED = counted();
  static final Kind<Declared> DECLARED = declared();
  static final Kind<ContingentBallot> CONTINGENT_BALLOT = contingentBallot();

  private static Kind<Objection> objection() {
    Fields<Objection> has = new Fields<>();
    var jurisdiction = has.required("jurisdiction", ID, Objection::jurisdiction);
    var grounds = has.required("grounds", Forms.words(Grounds.class), Objection::grounds);
    var electors = has.optionalCount("electors", Objection::electors);
    var senators = has.optionalCount("senators", Objection::senators);
    var representatives = has.optionalCount("representatives", Objection::representatives);
    var signers = has.list("signers", TEXT, Objection::signers);
    var received = has.required("received", FLAG, Objection::received);
    return new Kind<>(
        "objection",
        has.shape(),
        (said, of) ->
            new Objection(
                said,
                of.get(jurisdiction),
                of.get(grounds),
                of.get(electors),
                of.get(senators),
                of.get(representatives),
                of.get(signers),
                of.get(received)));
  }

  private static Kind<ChamberVote> chamberVote() {
    Fields<ChamberVote> has = new Fields<>();
    var jurisdiction = has.required("jurisdiction", ID, ChamberVote::jurisdiction);
    var chamber = has.required("chamber", Forms.words(Chamber.class), ChamberVote::chamber);
    var sustain = has.required("sustain", COUNT, ChamberVote::sustain);
    var reject = has.required("reject", COUNT, ChamberVote::reject);
    return new Kind<>(
        "chamber-vote",
        has.shape(),
        (said, of) ->
            new ChamberVote(
                said, of.get(jurisdiction), of.get(chamber), of.get(sustain), of.get(reject)));
  }

  private static Kind<CommissionRuling> commissionRuling() {
    Fields<CommissionRuling> has = new Fields<>();
    var jurisdiction = has.required("jurisdiction", ID, CommissionRuling::jurisdiction);
    var slate = has.required("slate", ID, CommissionRuling::slate);
    var inFavour = has.required("for", COUNT, CommissionRuling::inFavour);
    var against = has.required("against", COUNT, CommissionRuling::against);
    return new Kind<>(
        "commission-ruling",
        has.shape(),
        (said, of) ->
            new CommissionRuling(
                said, of.get(jurisdiction), of.get(slate), of.get(inFavour), of.get(against)));
  }

  private static Kind<Counted> counted() {
    Fields<Counted> has = new Fields<>();
    var jurisdiction = has.required("jurisdiction", ID, Counted::jurisdiction);
    var result = has.required("result", Forms.words(CountResult.class), Counted::result);
    var slate = has.optional("slate", ID, Counted::slate);
    var ballots = new BallotFields<Counted>(has, Counted::ballots);
    return new Kind<>(
        "counted",
        has.shape(),
        (said, of) -> {
          if (!ballots.areOfOneKind(of)) return null;
          return new Counted(
              said, of.get(jurisdiction), of.get(result), of.get(slate), ballots.read(of));
        });
  }

  private static Kind<Declared> declared() {
    Fields<Declared> has = new Fields<>();
    var ballots = new BallotFields<Declared>(has, fact -> Optional.of(fact.ballots()));
    var base = has.optionalCount("base", Declared::base);
    var majority = has.optionalCount("majority", Declared::majority);
    return new Kind<>(
        "declared",
        has.shape(),
        (said, of) -> {
          if (!ballots.areOfOneKind(of)) return null;
          return new Declared(
              said, ballots.read(of).orElse(BallotFields.NONE), of.get(base), of.get(majority));
        });
  }

  private static Kind<ContingentBallot> contingentBallot() {
    Fields<ContingentBallot> has = new Fields<>();
    var chamber = has.required("chamber", Forms.words(Chamber.class), ContingentBallot::chamber);
    var ballot = has.required("ballot", NUMBER, ContingentBallot::ballot);
    var states = has.optional("states", Forms.map(ID), fact -> states(fact.votes()));
    var members = has.orElse(Map.of(), "members", Forms.map(VOTES), fact -> members(fact.votes()));
    var senators = has.optional("senators", VOTES, fact -> senators(fact.votes()));
    return new Kind<>(
        "contingent-ballot",
        has.shape(),
        (said, of) -> {
          ContingentVotes votes =
              votes(of.get(states), of.get(members), of.get(senators), of.report());
          return votes == null
              ? null
              : new ContingentBallot(said, of.get(chamber), of.get(ballot), votes);
        });
  }

  private static @Nullable ContingentVotes votes(
      Optional<Map<String, String>> states,
      Map<String, Votes> members,
      Optional<Votes> senators,
      Report report) {
    if (states.isPresent() && senators.isEmpty())
      return new ContingentVotes.ByState(states.get(), members);
    if (senators.isPresent() && states.isEmpty() && members.isEmpty())
      return new ContingentVotes.BySenator(senators.get());
    if (senators.isPresent()) report.beside("senators", "votes by state");
    else report.missingField("states");
    return null;
  }

  private static Optional<Map<String, String>> states(ContingentVotes votes) {
    return switch (votes) {
      case ContingentVotes.ByState(var states, var _) -> Optional.of(states);
      case ContingentVotes.BySenator _ -> Optional.empty();
    };
  }

  private static Map<String, Votes> members(ContingentVotes votes) {
    return switch (votes) {
      case ContingentVotes.ByState(var _, var members) -> members;
      case ContingentVotes.BySenator _ -> Map.of();
    };
  }

  private static Optional<Votes> senators(ContingentVotes votes) {
    return switch (votes) {
      case ContingentVotes.ByState _ -> Optional.empty();
      case ContingentVotes.BySenator(Votes senators) -> Optional.of(senators);
    };
  }

  private CongressFacts() {}
}
