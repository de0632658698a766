package org.ascertain.bench;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ascertain.election.Attestation;
import org.ascertain.election.Caller;
import org.ascertain.election.Candidate;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Source;
import org.ascertain.election.Ticket;
import org.ascertain.election.Votes;
import org.ascertain.election.When;

/** Records that grow in one direction. */
final class GrowingRecords {

  /**
   * One direction.
   *
   * @param smallest how many facts of it the smallest record has
   * @param candidates how many candidates stand
   * @param facts the facts of a record, by how many
   */
  record Direction(String name, int smallest, int candidates, IntFunction<Stream<Fact>> facts) {}

  static final List<Direction> ALL =
      List.of(
          new Direction("challenges, each ruled on", 200, 2, GrowingRecords::challenges),
          new Direction("challenges and certificates", 200, 2, GrowingRecords::certificates),
          new Direction("slates", 200, 2, GrowingRecords::slates),
          new Direction("sources", 200, 2, GrowingRecords::sources),
          new Direction("objections", 200, 2, GrowingRecords::objections),
          new Direction("ranked parts", 200, 4, GrowingRecords::ranked),
          new Direction("corrections", 200, 2, GrowingRecords::corrections),
          new Direction("units", 200, 2, GrowingRecords::units),
          new Direction("changes of the lead", 200, 2, GrowingRecords::leads),
          new Direction("acknowledgements", 200, 2, GrowingRecords::acknowledgements),
          new Direction("returns of 900 tickets", 5, 900, GrowingRecords::manyTickets));

  private static final OffsetDateTime BEGIN = OffsetDateTime.parse("2020-11-03T20:00:00-05:00");
  private static final Instant RECORDED = Instant.parse("2020-11-04T12:00:00Z");
  private static final Source DESK = source("desk");

  /** A record with so many facts of a direction, behind its header. */
  static List<Entry> record(Direction direction, int facts) {
    List<Entry> entries = new ArrayList<>(facts + 1);
    entries.add(new Entry(0, RECORDED, "7", header(direction.candidates)));
    direction
        .facts
        .apply(facts)
        .forEach(fact -> entries.add(new Entry(entries.size(), RECORDED, "7", fact)));
    return entries;
  }

  private static Fact header(int candidates) {
    List<String> ids = IntStream.range(0, candidates).mapToObj(i -> "c" + i).toList();
    return new Fact.Header(
        Attestation.of(When.parse("2020-11-03"), DESK),
        "us-president-2020",
        2020,
        OptionalInt.empty(),
        ids.stream().map(id -> new Candidate(id, id, Optional.empty())).toList(),
        ids.stream().map(id -> new Ticket(id, id, Optional.empty())).toList(),
        List.of(new Caller("AP", "AP")),
        Optional.of("AP"),
        List.of("desk"));
  }

  private static Source source(String id) {
    return Source.of(id, id);
  }

  private static Attestation at(int second, Source source) {
    return Attestation.of(new When.AtMoment(BEGIN.plusSeconds(second)), source);
  }

  private static Attestation at(int second) {
    return at(second, DESK);
  }

  private static Votes votes(long first, long second) {
    return Votes.of(List.of("c0", "c1"), first, second);
  }

  private static Fact returns(Attestation by, String unit, Votes votes) {
    return Fact.Returns.of(by, unit, votes);
  }

  private static Fact challenge(int i, int second) {
    return new Fact.Challenge(
        at(second),
        "k" + i,
        Fact.ChallengeKind.LAWSUIT,
        "Suit",
        "Court",
        List.of("PA"),
        Optional.empty(),
        List.of());
  }

  private static Stream<Fact> challenges(int n) {
    Stream<Fact> filed = IntStream.range(0, n / 2).mapToObj(i -> challenge(i, i));
    Stream<Fact> ruled =
        IntStream.range(0, n / 2)
            .mapToObj(
                i ->
                    new Fact.Ruling(
                        at(n + i), "k" + i, "Dismissed", Optional.of(Fact.Side.RESPONDENT), true));
    return Stream.concat(filed, ruled);
  }

  private static Stream<Fact> certificates(int n) {
    return IntStream.range(0, n)
        .mapToObj(
            i ->
                i % 2 == 0
                    ? challenge(i, i)
                    : new Fact.Certification(
                        at(i),
                        "PA",
                        votes(5 + i, 4),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        "Board",
                        OptionalLong.empty()));
  }

  private static Stream<Fact> slates(int n) {
    return IntStream.range(0, n)
        .mapToObj(
            i ->
                new Fact.Ascertainment(
                    at(i),
                    "PA",
                    Votes.of(List.of("c0"), 20),
                    "Governor",
                    Optional.of("z" + i),
                    OptionalLong.empty()));
  }

  private static Stream<Fact> sources(int n) {
    return IntStream.range(0, n).mapToObj(i -> returns(at(i, source("q" + i)), "PA", votes(i, 4)));
  }

  private static Stream<Fact> objections(int n) {
    return IntStream.range(0, n)
        .mapToObj(
            i ->
                new Fact.Objection(
                    at(i),
                    "PA",
                    Fact.Grounds.OTHER,
                    OptionalLong.empty(),
                    OptionalLong.of(1),
                    OptionalLong.of(1),
                    List.of(),
                    true));
  }

  private static Stream<Fact> ranked(int n) {
    return IntStream.range(0, n)
        .mapToObj(
            i ->
                new Fact.RankedReturns(
                    at(i),
                    "ME-2",
                    IntStream.range(0, 4)
                        .mapToObj(
                            first ->
                                new Fact.Ranking(
                                    IntStream.range(0, 4)
                                        .mapToObj(k -> List.of("c" + (i + first + k) % 4))
                                        .toList(),
                                    5 + first))
                        .toList(),
                    OptionalInt.of(i + 1),
                    OptionalInt.of(n)));
  }

  private static Stream<Fact> corrections(int n) {
    return IntStream.range(0, n)
        .mapToObj(
            i ->
                i == 0
                    ? returns(at(0), "PA", votes(1, 4))
                    : new Fact.Correction(at(i), i, "Slip", returns(at(0), "PA", votes(i, 4))));
  }

  private static Stream<Fact> units(int n) {
    return IntStream.range(0, n).mapToObj(i -> returns(at(i), "PA/" + i, votes(i, 4)));
  }

  private static Stream<Fact> leads(int n) {
    List<String> states = List.of("PA", "GA", "MI", "NY", "CA", "TX");
    return IntStream.range(0, n)
        .mapToObj(
            i ->
                returns(
                    at(i),
                    states.get(i % states.size()),
                    votes(10 + i + i / states.size() % 2 * 5, 12 + i)));
  }

  private static Stream<Fact> acknowledgements(int n) {
    return IntStream.range(0, n)
        .mapToObj(
            i ->
                new Fact.Acknowledgement(
                    at(i),
                    "a" + i,
                    Optional.empty(),
                    "c0",
                    "call",
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty()));
  }

  private static Stream<Fact> manyTickets(int n) {
    List<String> states = List.of("PA", "GA", "MI", "NY");
    List<String> tickets = IntStream.range(0, 900).mapToObj(t -> "c" + t).toList();
    return IntStream.range(0, n)
        .mapToObj(
            i ->
                returns(
                    at(i),
                    states.get(i % states.size()),
                    Votes.of(tickets, IntStream.range(0, 900).mapToLong(t -> i + t).toArray())));
  }

  private GrowingRecords() {}
}
