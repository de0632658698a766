package org.ascertain.record;

import static org.ascertain.record.Codecs.COUNT;
import static org.ascertain.record.Codecs.FLAG;
import static org.ascertain.record.Codecs.ID;
import static org.ascertain.record.Codecs.NUMBER;
import static org.ascertain.record.Codecs.TEXT;
import static org.ascertain.record.Codecs.VOTES;

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

  static final FactCodec<CountOpened> COUNT_OPENED =
      new FactCodec<>(
          "count-opened", new Fields<CountOpened>().codec(), (said, of) -> new CountOpened(said));
  static final FactCodec<Objection> OBJECTION = objection();
  static final FactCodec<ChamberVote> CHAMBER_VOTE = chamberVote();
  static final FactCodec<CommissionRuling> COMMISSION_RULING = commissionRuling();
  static final FactCodec<Counted> COUNTED = counted();
  static final FactCodec<Declared> DECLARED = declared();
  static final FactCodec<ContingentBallot> CONTINGENT_BALLOT = contingentBallot();

  private static FactCodec<Objection> objection() {
    Fields<Objection> has = new Fields<>();
    var jurisdiction = has.required("jurisdiction", ID, Objection::jurisdiction);
    var grounds = has.required("grounds", Codecs.words(Grounds.class), Objection::grounds);
    var electors = has.optionalCount("electors", Objection::electors);
    var senators = has.optionalCount("senators", Objection::senators);
    var representatives = has.optionalCount("representatives", Objection::representatives);
    var signers = has.list("signers", TEXT, Objection::signers);
    var received = has.required("received", FLAG, Objection::received);
    return new FactCodec<>(
        "objection",
        has.codec(),
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

  private static FactCodec<ChamberVote> chamberVote() {
    Fields<ChamberVote> has = new Fields<>();
    var jurisdiction = has.required("jurisdiction", ID, ChamberVote::jurisdiction);
    var chamber = has.required("chamber", Codecs.words(Chamber.class), ChamberVote::chamber);
    var sustain = has.required("sustain", COUNT, ChamberVote::sustain);
    var reject = has.required("reject", COUNT, ChamberVote::reject);
    return new FactCodec<>(
        "chamber-vote",
        has.codec(),
        (said, of) ->
            new ChamberVote(
                said, of.get(jurisdiction), of.get(chamber), of.get(sustain), of.get(reject)));
  }

  private static FactCodec<CommissionRuling> commissionRuling() {
    Fields<CommissionRuling> has = new Fields<>();
    var jurisdiction = has.required("jurisdiction", ID, CommissionRuling::jurisdiction);
    var slate = has.required("slate", ID, CommissionRuling::slate);
    var inFavour = has.required("for", COUNT, CommissionRuling::inFavour);
    var against = has.required("against", COUNT, CommissionRuling::against);
    return new FactCodec<>(
        "commission-ruling",
        has.codec(),
        (said, of) ->
            new CommissionRuling(
                said, of.get(jurisdiction), of.get(slate), of.get(inFavour), of.get(against)));
  }

  private static FactCodec<Counted> counted() {
    Fields<Counted> has = new Fields<>();
    var jurisdiction = has.required("jurisdiction", ID, Counted::jurisdiction);
    var result = has.required("result", Codecs.words(CountResult.class), Counted::result);
    var slate = has.optional("slate", ID, Counted::slate);
    var ballots = new BallotFields<Counted>(has, Counted::ballots);
    return new FactCodec<>(
        "counted",
        has.codec(),
        (said, of) -> {
          if (!ballots.areOfOneKind(of)) return null;
          return new Counted(
              said, of.get(jurisdiction), of.get(result), of.get(slate), ballots.read(of));
        });
  }

  private static FactCodec<Declared> declared() {
    Fields<Declared> has = new Fields<>();
    var ballots = new BallotFields<Declared>(has, fact -> Optional.of(fact.ballots()));
    var base = has.optionalCount("base", Declared::base);
    var majority = has.optionalCount("majority", Declared::majority);
    return new FactCodec<>(
        "declared",
        has.codec(),
        (said, of) -> {
          if (!ballots.areOfOneKind(of)) return null;
          return new Declared(
              said, ballots.read(of).orElse(BallotFields.NONE), of.get(base), of.get(majority));
        });
  }

  private static FactCodec<ContingentBallot> contingentBallot() {
    Fields<ContingentBallot> has = new Fields<>();
    var chamber = has.required("chamber", Codecs.words(Chamber.class), ContingentBallot::chamber);
    var ballot = has.required("ballot", NUMBER, ContingentBallot::ballot);
    var states = has.optional("states", Codecs.map(ID), fact -> states(fact.votes()));
    var members = has.orElse(Map.of(), "members", Codecs.map(VOTES), fact -> members(fact.votes()));
    var senators = has.optional("senators", VOTES, fact -> senators(fact.votes()));
    return new FactCodec<>(
        "contingent-ballot",
        has.codec(),
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
