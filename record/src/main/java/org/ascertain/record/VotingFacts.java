package org.ascertain.record;

import static org.ascertain.record.Codecs.COUNT;
import static org.ascertain.record.Codecs.FLAG;
import static org.ascertain.record.Codecs.ID;
import static org.ascertain.record.Codecs.TEXT;
import static org.ascertain.record.Codecs.VOTES;

import java.util.Optional;
import org.ascertain.election.Check;
import org.ascertain.election.Fact.BallotCounts;
import org.ascertain.election.Fact.Call;
import org.ascertain.election.Fact.CallWithdrawn;
import org.ascertain.election.Fact.Certification;
import org.ascertain.election.Fact.Challenge;
import org.ascertain.election.Fact.ChallengeKind;
import org.ascertain.election.Fact.Drawn;
import org.ascertain.election.Fact.ExpectedBy;
import org.ascertain.election.Fact.Lot;
import org.ascertain.election.Fact.RankedReturns;
import org.ascertain.election.Fact.Ranking;
import org.ascertain.election.Fact.Reporting;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Fact.Ruling;
import org.ascertain.election.Fact.Side;
import org.ascertain.election.Fact.Stake;
import org.ascertain.election.Fact.Subject;
import org.ascertain.election.Fact.TotalBy;
import org.jspecify.annotations.Nullable;

/** The fields of facts about the popular vote: returns, lots, calls, certification, challenges. */
final class VotingFacts {

  static final FactCodec<Returns> RETURNS = returns();
  static final FactCodec<RankedReturns> RANKED_RETURNS = rankedReturns();
  static final FactCodec<Lot> LOT = lot();
  static final FactCodec<Call> CALL = call();
  static final FactCodec<CallWithdrawn> CALL_WITHDRAWN = callWithdrawn();
  static final FactCodec<Certification> CERTIFICATION = certification();
  static final FactCodec<Challenge> CHALLENGE = challenge();
  static final FactCodec<Ruling> RULING = ruling();

  private static final String EVERYTHING = "all";

  private static FactCodec<Returns> returns() {
    Fields<Returns> has = new Fields<>();
    var unit = has.required("unit", ID, Returns::unit);
    var votes = has.required("votes", VOTES, Returns::votes);
    var other = has.optionalCount("other", Returns::other);
    var total = has.optionalCount("total", Returns::total);
    var exact = has.orElse(true, "exact", FLAG, Returns::exact);
    var expected = has.optionalCount("expected", Returns::expected);
    var expectedBy =
        has.optional("expectedBy", Codecs.words(ExpectedBy.class), Returns::expectedBy);
    var complete = has.orElse(false, "complete", FLAG, Returns::complete);
    var ballots = has.optional("ballots", ballotCounts(), Returns::ballots);
    var registered = has.optionalCount("registered", Returns::registered);
    var reporting = has.optional("reporting", reporting(), Returns::reporting);
    var totalBy =
        has.orElse(TotalBy.PRINTED, "totalBy", Codecs.words(TotalBy.class), Returns::totalBy);
    return new FactCodec<>(
        "returns",
        has.codec(),
        (said, of) ->
            new Returns(
                said,
                of.get(unit),
                of.get(votes),
                of.get(other),
                of.get(total),
                of.get(exact),
                of.get(expected),
                of.get(expectedBy),
                of.get(complete),
                of.get(ballots),
                of.get(registered),
                of.get(reporting),
                of.get(totalBy)));
  }

  private static Codec<BallotCounts> ballotCounts() {
    Fields<BallotCounts> has = new Fields<>();
    var cast = has.optionalCount("cast", BallotCounts::cast);
    var over = has.optionalCount("over", BallotCounts::over);
    var under = has.optionalCount("under", BallotCounts::under);
    var invalid = has.optionalCount("invalid", BallotCounts::invalid);
    return has.object(
        of -> new BallotCounts(of.get(cast), of.get(over), of.get(under), of.get(invalid)));
  }

  private static Codec<Reporting> reporting() {
    Fields<Reporting> has = new Fields<>();
    var units = has.required("units", COUNT, Reporting::units);
    var all = has.required("of", COUNT, Reporting::of);
    return has.object(of -> new Reporting(of.get(units), of.get(all)));
  }

  private static FactCodec<RankedReturns> rankedReturns() {
    Fields<RankedReturns> has = new Fields<>();
    var unit = has.required("unit", ID, RankedReturns::unit);
    var rankings = has.required("rankings", Codecs.list(ranking()), RankedReturns::rankings);
    var part = has.optionalNumber("part", RankedReturns::part);
    var parts = has.optionalNumber("parts", RankedReturns::parts);
    return new FactCodec<>(
        "ranked-returns",
        has.codec(),
        (said, of) ->
            new RankedReturns(said, of.get(unit), of.get(rankings), of.get(part), of.get(parts)));
  }

  private static Codec<Ranking> ranking() {
    Fields<Ranking> has = new Fields<>();
    var order = has.required("order", Codecs.list(Codecs.list(ID)), Ranking::order);
    var ballots = has.required("ballots", COUNT, Ranking::ballots);
    return has.object(of -> new Ranking(of.get(order), of.get(ballots)));
  }

  private static FactCodec<Lot> lot() {
    Fields<Lot> has = new Fields<>();
    var unit = has.required("unit", ID, Lot::unit);
    var between = has.required("between", Codecs.list(ID), Lot::between);
    var winner = has.optional("for", ID, lot -> winner(lot.drawn()));
    var out = has.optional("out", ID, lot -> out(lot.drawn()));
    return new FactCodec<>(
        "lot",
        has.codec(),
        (said, of) -> {
          Drawn drawn = drawn(of.get(winner), of.get(out), of.report());
          return drawn == null ? null : new Lot(said, of.get(unit), of.get(between), drawn);
        });
  }

  private static @Nullable Drawn drawn(
      Optional<String> winner, Optional<String> out, Report report) {
    if (winner.isPresent() && out.isPresent()) {
      report.beside("out", "for");
      return null;
    }
    if (winner.isPresent()) return new Drawn.Winner(winner.get());
    if (out.isPresent()) return new Drawn.Out(out.get());
    report.missingField("for");
    return null;
  }

  private static Optional<String> winner(Drawn drawn) {
    return switch (drawn) {
      case Drawn.Winner(String ticket) -> Optional.of(ticket);
      case Drawn.Out _ -> Optional.empty();
    };
  }

  private static Optional<String> out(Drawn drawn) {
    return switch (drawn) {
      case Drawn.Winner _ -> Optional.empty();
      case Drawn.Out(String ticket) -> Optional.of(ticket);
    };
  }

  private static FactCodec<Call> call() {
    Fields<Call> has = new Fields<>();
    var unit = has.required("unit", ID, Call::unit);
    var caller = has.required("caller", ID, Call::caller);
    var candidate = has.required("for", ID, Call::candidate);
    return new FactCodec<>(
        "call",
        has.codec(),
        (said, of) -> new Call(said, of.get(unit), of.get(caller), of.get(candidate)));
  }

  private static FactCodec<CallWithdrawn> callWithdrawn() {
    Fields<CallWithdrawn> has = new Fields<>();
    var unit = has.required("unit", ID, CallWithdrawn::unit);
    var caller = has.required("caller", ID, CallWithdrawn::caller);
    var candidate = has.required("for", ID, CallWithdrawn::candidate);
    return new FactCodec<>(
        "call-withdrawn",
        has.codec(),
        (said, of) -> new CallWithdrawn(said, of.get(unit), of.get(caller), of.get(candidate)));
  }

  private static FactCodec<Certification> certification() {
    Fields<Certification> has = new Fields<>();
    var unit = has.required("unit", ID, Certification::unit);
    var votes = has.required("votes", VOTES, Certification::votes);
    var other = has.optionalCount("other", Certification::other);
    var total = has.optionalCount("total", Certification::total);
    var authority = has.required("authority", TEXT, Certification::authority);
    var amends = has.optionalCount("amends", Certification::amends);
    return new FactCodec<>(
        "certification",
        has.codec(),
        (said, of) ->
            new Certification(
                said,
                of.get(unit),
                of.get(votes),
                of.get(other),
                of.get(total),
                of.get(authority),
                of.get(amends)));
  }

  private static FactCodec<Challenge> challenge() {
    Fields<Challenge> has = new Fields<>();
    var id = has.required("id", ID, Challenge::id);
    var kind = has.required("kind", Codecs.words(ChallengeKind.class), Challenge::kind);
    var name = has.required("name", TEXT, Challenge::name);
    var venue = has.required("venue", TEXT, Challenge::venue);
    var units = has.list("units", ID, Challenge::units);
    var atStake = has.optional("atStake", stake(), Challenge::atStake);
    var subject = has.list("subject", Codecs.words(Subject.class), Challenge::subject);
    return new FactCodec<>(
        "challenge",
        has.codec(),
        (said, of) ->
            new Challenge(
                said,
                of.get(id),
                of.get(kind),
                of.get(name),
                of.get(venue),
                of.get(units),
                of.get(atStake),
                of.get(subject)));
  }

  private static Codec<Stake> stake() {
    return Codecs.of(
        (json, in) ->
            switch (json) {
              case Json.Text(String text) when text.equals(EVERYTHING) -> new Stake.Everything();
              case Json.Text(String text) -> {
                in.report.addValue(Check.UNKNOWN_WORD, text);
                yield null;
              }
              default -> {
                Long ballots = COUNT.read(json, in);
                yield ballots == null ? null : new Stake.Ballots(ballots);
              }
            },
        (stake, out) -> {
          switch (stake) {
            case Stake.Everything() -> out.json().writeString(EVERYTHING);
            case Stake.Ballots(long ballots) -> out.json().writeNumber(ballots);
          }
        });
  }

  private static FactCodec<Ruling> ruling() {
    Fields<Ruling> has = new Fields<>();
    var challenge = has.required("challenge", ID, Ruling::challenge);
    var outcome = has.required("outcome", TEXT, Ruling::outcome);
    var side = has.optional("for", Codecs.words(Side.class), Ruling::side);
    var closing = has.orElse(false, "final", FLAG, Ruling::closing);
    return new FactCodec<>(
        "ruling",
        has.codec(),
        (said, of) ->
            new Ruling(said, of.get(challenge), of.get(outcome), of.get(side), of.get(closing)));
  }

  private VotingFacts() {}
}
