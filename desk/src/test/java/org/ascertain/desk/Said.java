package org.ascertain.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Attestation;
import org.ascertain.election.Fact.BallotCounts;
import org.ascertain.election.Fact.ExpectedBy;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Fact.TotalBy;
import org.ascertain.election.Source;
import org.ascertain.election.Votes;
import org.ascertain.election.When;

/** Returns of the election of 2020 for tests, figure by figure. */
record Said(
    String unit,
    String source,
    String at,
    Votes votes,
    OptionalLong other,
    OptionalLong total,
    boolean exact,
    OptionalLong expected,
    Optional<ExpectedBy> expectedBy,
    boolean complete,
    OptionalLong cast,
    OptionalLong registered) {

  private static final List<String> BOTH = List.of("biden", "trump");

  /** Of Pennsylvania, in the evening of 3 November, all votes named. */
  static Said pa(long biden, long trump) {
    return new Said(
        "PA",
        "state",
        "2020-11-03T22:00:00-05:00",
        Votes.of(BOTH, biden, trump),
        OptionalLong.empty(),
        OptionalLong.of(biden + trump),
        true,
        OptionalLong.empty(),
        Optional.empty(),
        false,
        OptionalLong.empty(),
        OptionalLong.empty());
  }

  Said total(long total) {
    return new Said(
        unit,
        source,
        at,
        votes,
        OptionalLong.of(total - votes.sum()),
        OptionalLong.of(total),
        exact,
        expected,
        expectedBy,
        complete,
        cast,
        registered);
  }

  /** A total without a figure for the others. */
  Said onlyTotal(long total) {
    return new Said(
        unit,
        source,
        at,
        votes,
        OptionalLong.empty(),
        OptionalLong.of(total),
        exact,
        expected,
        expectedBy,
        complete,
        cast,
        registered);
  }

  Said of(String unit) {
    return new Said(
        unit,
        source,
        at,
        votes,
        other,
        total,
        exact,
        expected,
        expectedBy,
        complete,
        cast,
        registered);
  }

  Said by(String source) {
    return new Said(
        unit,
        source,
        at,
        votes,
        other,
        total,
        exact,
        expected,
        expectedBy,
        complete,
        cast,
        registered);
  }

  /** At a time of that evening by Washington's clock, or at any whole time. */
  Said at(String at) {
    String whole = at.length() == 5 ? "2020-11-03T" + at + ":00-05:00" : at;
    return new Said(
        unit,
        source,
        whole,
        votes,
        other,
        total,
        exact,
        expected,
        expectedBy,
        complete,
        cast,
        registered);
  }

  Said rounded() {
    return new Said(
        unit,
        source,
        at,
        votes,
        other,
        total,
        false,
        expected,
        expectedBy,
        complete,
        cast,
        registered);
  }

  Said estimated(long expected) {
    return expected(expected, ExpectedBy.ESTIMATE);
  }

  Said official(long expected) {
    return expected(expected, ExpectedBy.OFFICIAL);
  }

  private Said expected(long votes, ExpectedBy by) {
    return new Said(
        unit,
        source,
        at,
        this.votes,
        other,
        total,
        exact,
        OptionalLong.of(votes),
        Optional.of(by),
        complete,
        cast,
        registered);
  }

  Said done() {
    return new Said(
        unit, source, at, votes, other, total, exact, expected, expectedBy, true, cast, registered);
  }

  Said cast(long ballots) {
    return new Said(
        unit,
        source,
        at,
        votes,
        other,
        total,
        exact,
        expected,
        expectedBy,
        complete,
        OptionalLong.of(ballots),
        registered);
  }

  Said registered(long voters) {
    return new Said(
        unit,
        source,
        at,
        votes,
        other,
        total,
        exact,
        expected,
        expectedBy,
        complete,
        cast,
        OptionalLong.of(voters));
  }

  /** For other tickets. */
  Said votes(Map<String, Long> votes) {
    Votes these = Votes.of(votes);
    return new Said(
        unit,
        source,
        at,
        these,
        OptionalLong.empty(),
        OptionalLong.of(these.sum()),
        exact,
        expected,
        expectedBy,
        complete,
        cast,
        registered);
  }

  Returns fact() {
    return new Returns(
        Attestation.of(When.parse(at), source(source)),
        unit,
        votes,
        other,
        total,
        exact,
        expected,
        expectedBy,
        complete,
        cast.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new BallotCounts(
                    cast, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty())),
        registered,
        Optional.empty(),
        TotalBy.PRINTED);
  }

  static Source source(String id) {
    return Source.of(id, id);
  }
}
