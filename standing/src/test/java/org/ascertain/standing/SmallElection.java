package org.ascertain.standing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ascertain.election.Attestation;
import org.ascertain.election.Caller;
import org.ascertain.election.Candidate;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Source;
import org.ascertain.election.Ticket;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.law.Law;

/**
 * A record of 2020 made by hand, one line a fact: biden, trump and jorgensen stand, and returns of
 * source {@code first} are preferred to those of {@code second}.
 */
final class SmallElection {

  static final Law LAW = Law.of(2020).orElseThrow();
  static final List<String> TICKETS = List.of("biden", "trump", "jorgensen");
  static final Instant BEGUN = Instant.parse("2020-11-03T00:00:00Z");

  static final Header HEADER =
      new Header(
          Attestation.of(When.parse("2020-11-03"), source("desk")),
          "us-president-2020",
          2020,
          OptionalInt.empty(),
          List.of(
              candidate("biden"),
              candidate("trump"),
              candidate("jorgensen"),
              candidate("harris"),
              candidate("pence")),
          List.of(
              new Ticket("biden", "biden", Optional.of("harris")),
              new Ticket("trump", "trump", Optional.of("pence")),
              new Ticket("jorgensen", "jorgensen", Optional.empty())),
          List.of(new Caller("AP", "AP"), new Caller("Fox", "Fox")),
          Optional.of("AP"),
          List.of("first", "second"));

  private final List<Entry> entries = new ArrayList<>();
  private final Law law;

  SmallElection() {
    this(LAW);
  }

  /** The same election under the law of another year. */
  SmallElection(Law law) {
    this.law = law;
    add(HEADER);
  }

  private static Candidate candidate(String id) {
    return new Candidate(id, id, Optional.empty());
  }

  static Source source(String id) {
    return Source.of(id, id);
  }

  static Attestation on(String at) {
    return Attestation.of(When.parse(at), source("desk"));
  }

  /** Votes in the order of the tickets; those left out have no figure. */
  static Votes votes(long... counts) {
    return Votes.of(TICKETS.subList(0, counts.length), counts);
  }

  static Ballots ballots(long biden, long trump) {
    return new Ballots.Distinct(
        Votes.of(List.of("biden", "trump"), biden, trump),
        Votes.of(List.of("harris", "pence"), biden, trump));
  }

  static Fact.Returns returns(String unit, String source, String at, long... counts) {
    return Fact.Returns.of(Attestation.of(When.parse(at), source(source)), unit, votes(counts));
  }

  static Fact.Certification certificate(String unit, String at, long... counts) {
    return new Fact.Certification(
        on(at),
        unit,
        votes(counts),
        OptionalLong.empty(),
        OptionalLong.empty(),
        "board",
        OptionalLong.empty());
  }

  static Fact.Ascertainment ascertainment(String jurisdiction, String at, long... electors) {
    return new Fact.Ascertainment(
        on(at), jurisdiction, votes(electors), "governor", Optional.empty(), OptionalLong.empty());
  }

  static Fact.ElectorVotes electors(String jurisdiction, String at, long biden, long trump) {
    return new Fact.ElectorVotes(
        on(at),
        jurisdiction,
        ballots(biden, trump),
        OptionalLong.empty(),
        OptionalLong.empty(),
        List.of(),
        Optional.empty());
  }

  static Fact.Challenge challenge(
      String id, Fact.ChallengeKind kind, String at, String unit, Fact.Stake... atStake) {
    return new Fact.Challenge(
        on(at),
        id,
        kind,
        id,
        "court",
        List.of(unit),
        List.of(atStake).stream().findFirst(),
        List.of());
  }

  static Fact.Ruling ruling(String challenge, String at, boolean closing) {
    return new Fact.Ruling(on(at), challenge, "dismissed", Optional.empty(), closing);
  }

  /** Adds a fact, recorded a second after the one before. */
  SmallElection add(Fact fact) {
    entries.add(new Entry(entries.size(), BEGUN.plusSeconds(entries.size()), "7", fact));
    return this;
  }

  SmallElection correct(long index, Fact with) {
    return add(new Fact.Correction(on("2020-11-30"), index, "recorded wrongly", with));
  }

  SmallElection retract(long index) {
    return add(new Fact.Retraction(on("2020-11-30"), index, "recorded wrongly"));
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  History history() {
    return History.of(entries, law, History.ALL);
  }

  Standing standing() {
    return history().standing();
  }

  Standing at(String moment) {
    return history().at(When.parse(moment).effective());
  }

  /** Where the record stands when all of it has been taken in, to ask it anything. */
  Tabulation end() {
    return history().walk(History.ALL, (entry, over, now) -> {});
  }

  static Standing.UnitRow row(Standing standing, String unit) {
    return standing.units().stream()
        .filter(row -> row.unit().id().equals(unit))
        .findFirst()
        .orElseThrow();
  }

  static Standing.RungFigures rung(Standing standing, Rung rung) {
    return standing.ladder().stream().filter(each -> each.rung() == rung).findFirst().orElseThrow();
  }
}
