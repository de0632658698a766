package org.ascertain.condition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.election.Attestation;
import org.ascertain.election.Caller;
import org.ascertain.election.Candidate;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Extent;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Fact.Matter;
import org.ascertain.election.Fact.Stance;
import org.ascertain.election.Source;
import org.ascertain.election.Ticket;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.ascertain.standing.History;

/** A record of 2020 with biden and trump, one line a fact, and questions to it. */
final class Contest {

  static final Law LAW = Law.of(2020).orElseThrow();
  private static final Source DESK = Source.of("desk", "The desk");
  private static final List<String> TICKETS = List.of("biden", "trump");

  static final Header HEADER =
      new Header(
          on("2020-11-03"),
          "us-president-2020",
          2020,
          OptionalInt.empty(),
          List.of(
              candidate("biden", "Joseph R. Biden Jr."),
              candidate("trump", "Donald J. Trump"),
              candidate("harris", "Kamala D. Harris")),
          List.of(
              new Ticket("biden", "biden", Optional.of("harris")),
              new Ticket("trump", "trump", Optional.empty())),
          List.of(new Caller("AP", "AP"), new Caller("Fox", "Fox"), new Caller("NBC", "NBC")),
          Optional.of("AP"),
          List.of());

  private final List<Entry> entries = new ArrayList<>();
  private final Set<Matter> complete = EnumSet.allOf(Matter.class);

  private final Law law;

  Contest() {
    this(LAW);
  }

  /** The same candidates under the law of another year, from the same day on. */
  Contest(Law law) {
    this.law = law;
    add(HEADER);
  }

  /** The record says nothing of these matters; of all others it says that it is complete. */
  Contest lacking(Matter... matters) {
    complete.removeAll(List.of(matters));
    return this;
  }

  /** The record says of a matter that it is complete for these units. */
  Contest holds(String at, Matter matter, String... units) {
    return add(
        new Fact.Coverage(
            on(at), matter, Extent.COMPLETE, Optional.empty(), List.of(units), Optional.empty()));
  }

  /** The record says of a matter that it is complete up to the end of a day. */
  Contest holdsUntil(String at, Matter matter, String day) {
    return add(
        new Fact.Coverage(
            on(at),
            matter,
            Extent.COMPLETE,
            Optional.empty(),
            List.of(),
            Optional.of(LocalDate.parse(day))));
  }

  Contest acknowledged(String at, String actor, String country, String toward, Stance stance) {
    return add(
        new Fact.Acknowledgement(
            on(at),
            actor,
            country.isEmpty() ? Optional.empty() : Optional.of(country),
            toward,
            "message",
            Optional.empty(),
            Optional.of(stance),
            List.of(),
            Optional.empty()));
  }

  private static Candidate candidate(String id, String name) {
    return new Candidate(id, name, Optional.empty());
  }

  static Attestation on(String at) {
    return Attestation.of(When.parse(at), DESK);
  }

  private Contest add(Fact fact) {
    entries.add(new Entry(entries.size(), Instant.parse("2020-11-03T00:00:00Z"), "7", fact));
    return this;
  }

  Contest returns(String at, String unit, long biden, long trump) {
    return add(Fact.Returns.of(on(at), unit, Votes.of(TICKETS, biden, trump)));
  }

  Contest call(String at, String unit, String caller, String person) {
    return add(new Fact.Call(on(at), unit, caller, person));
  }

  Contest withdrawn(String at, String unit, String caller, String person) {
    return add(new Fact.CallWithdrawn(on(at), unit, caller, person));
  }

  Contest certified(String at, String unit, long biden, long trump) {
    return add(
        new Fact.Certification(
            on(at),
            unit,
            Votes.of(TICKETS, biden, trump),
            OptionalLong.empty(),
            OptionalLong.empty(),
            "board",
            OptionalLong.empty()));
  }

  /** A certificate that amends an earlier one. */
  Contest certifiedAgain(String at, String unit, long amends, long biden, long trump) {
    return add(
        new Fact.Certification(
            on(at),
            unit,
            Votes.of(TICKETS, biden, trump),
            OptionalLong.empty(),
            OptionalLong.empty(),
            "board",
            OptionalLong.of(amends)));
  }

  /** A certificate that tells all votes cast. */
  Contest certifiedOf(String at, String unit, long biden, long trump) {
    return add(
        new Fact.Certification(
            on(at),
            unit,
            Votes.of(TICKETS, biden, trump),
            OptionalLong.of(0),
            OptionalLong.of(biden + trump),
            "board",
            OptionalLong.empty()));
  }

  /** Electors who all name one person for President, and nobody for Vice President. */
  Contest voted(String at, String jurisdiction, String person, long electors) {
    return add(
        new Fact.ElectorVotes(
            on(at),
            jurisdiction,
            new Fact.Ballots.Distinct(Votes.of(List.of(person), electors), Votes.of(List.of())),
            OptionalLong.empty(),
            OptionalLong.empty(),
            List.of(),
            Optional.empty()));
  }

  /** Electors who divide, as a state's with districts do. */
  Contest divided(String at, String jurisdiction, long biden, long trump) {
    return add(
        new Fact.ElectorVotes(
            on(at),
            jurisdiction,
            new Fact.Ballots.Distinct(Votes.of(TICKETS, biden, trump), Votes.of(List.of())),
            OptionalLong.empty(),
            OptionalLong.empty(),
            List.of(),
            Optional.empty()));
  }

  /** A recount that nobody bounds: while it is open its units are not settled. */
  Contest recount(String at, String id, String... units) {
    return add(
        new Fact.Challenge(
            on(at),
            id,
            Fact.ChallengeKind.RECOUNT,
            "a recount",
            "a board",
            List.of(units),
            Optional.empty(),
            List.of()));
  }

  Contest closed(String at, String challenge) {
    return add(new Fact.Ruling(on(at), challenge, "counted again", Optional.empty(), true));
  }

  Contest declared(String at, long biden, long trump) {
    return add(
        new Fact.Declared(
            on(at),
            new Fact.Ballots.Distinct(Votes.of(TICKETS, biden, trump), Votes.of(List.of())),
            OptionalLong.empty(),
            OptionalLong.empty()));
  }

  Contest oath(String at, String person) {
    return add(new Fact.Oath(on(at), person, Fact.Office.PRESIDENT));
  }

  Evaluation ask(String condition) {
    return switch (ConditionParser.parse(condition, HEADER, law)) {
      case Parsed.Understood(var understood) -> Evaluation.of(understood, history());
      case Parsed.NotUnderstood(int place, var problem) ->
          throw new AssertionError(condition + " at " + place + ": " + problem);
    };
  }

  History history() {
    return History.of(withCoverage(), law, History.ALL);
  }

  private List<Entry> withCoverage() {
    List<Entry> all = new ArrayList<>(entries);
    for (Matter matter : complete)
      all.add(
          new Entry(
              all.size(),
              Instant.parse("2020-11-03T00:00:00Z"),
              "7",
              new Fact.Coverage(
                  on("2020-11-03"),
                  matter,
                  Extent.COMPLETE,
                  Optional.empty(),
                  List.of(),
                  Optional.empty())));
    return all;
  }

  /**
   * Every turn as {@code biden 2020-11-04..2020-11-06}, with nothing after the points if it stands.
   */
  List<String> turns(String condition) {
    return ask(condition).turns().stream().map(Contest::written).toList();
  }

  private static String written(Evaluation.Turn turn) {
    return turn.candidate()
        + " "
        + (turn.atLatest() ? "by " : "")
        + turn.since().given()
        + ".."
        + turn.until().map(until -> until.given().toString()).orElse("");
  }
}
