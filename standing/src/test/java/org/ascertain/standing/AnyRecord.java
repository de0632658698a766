package org.ascertain.standing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.ascertain.election.Attestation;
import org.ascertain.election.Caller;
import org.ascertain.election.Candidate;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.ChallengeKind;
import org.ascertain.election.Fact.CountResult;
import org.ascertain.election.Fact.ExpectedBy;
import org.ascertain.election.Fact.Stake;
import org.ascertain.election.Ticket;
import org.ascertain.election.Votes;
import org.ascertain.election.When;

/**
 * Small records of anything that can happen, made so that facts meet: few places, few sources, few
 * moments, and some facts that the law refuses. Each fact comes from a seed of its own, so that a
 * record that breaks a property shrinks to the few facts that break it. One file: a kind of fact
 * more is a case more beside the others.
 */
final class AnyRecord {

  private static final String[] UNITS = {"PA", "GA", "ME", "ME-1", "ME-2"};
  private static final String[] JURISDICTIONS = {"PA", "GA", "ME"};
  private static final String[] REPORTING = {
    "PA", "PA/1", "PA/1/1", "PA/1/2", "PA/2", "GA", "GA/1", "ME", "ME/1", "ME-1", "ME-1/1", "XX/1"
  };
  private static final String[] SOURCES = {"first", "second", "third"};
  private static final List<When> TIMES =
      Stream.of(
              "2020-11-03T20:00:00-05:00",
              "2020-11-03T21:00:00-05:00",
              "2020-11-03T21:00:00.000000001-05:00",
              "2020-11-03",
              "2020-11-04/2020-11-06",
              "2020-11-05",
              "2020-11-06T12:00:00-05:00/2020-11-07T12:00:00-05:00",
              "2020-11-20",
              "2020-12-08",
              "2020-12-14",
              "2021-01-06T13:00:00-05:00",
              "2021-01-20T11:48:00-05:00",
              "2021-01-21")
          .map(When::parse)
          .toList();

  private static final String[] LATE = {"powell", "eagle"};

  private final Random random;
  private final List<Entry> before;

  private AnyRecord(long seed, List<Entry> before) {
    this.random = new Random(seed);
    this.before = before;
  }

  /** Any record; its header is entry 0. */
  static Arbitrary<List<Entry>> records() {
    return Arbitraries.longs().list().ofMaxSize(40).map(seeds -> extend(List.of(), seeds));
  }

  /** A record that goes on from another, with one fact for each seed. */
  static List<Entry> extend(List<Entry> record, List<Long> seeds) {
    List<Entry> entries = new ArrayList<>(record);
    if (entries.isEmpty())
      entries.add(new Entry(0, SmallElection.BEGUN, "7", SmallElection.HEADER));
    for (long seed : seeds)
      entries.add(entry(entries.size(), new AnyRecord(seed, List.copyOf(entries)).factOrChange()));
    return List.copyOf(entries);
  }

  static Entry entry(long index, Fact fact) {
    return new Entry(index, recorded(index), "7", fact);
  }

  static Instant recorded(long index) {
    return SmallElection.BEGUN.plusSeconds(index * 3_600);
  }

  /** Another fact of the same kind about the same place, as can be put in its place. */
  static Fact like(Fact fact, List<Entry> before, long seed) {
    AnyRecord any = new AnyRecord(seed, before);
    for (int tries = 0; tries < 2_000; tries++) {
      Fact other = any.fact();
      if (References.differs(other, fact).isEmpty()) return other;
    }
    return fact;
  }

  static When anyTime(Random random) {
    return TIMES.get(random.nextInt(TIMES.size()));
  }

  private Fact factOrChange() {
    return switch (random.nextInt(8)) {
      case 0 -> correction();
      case 1 -> new Fact.Retraction(attestation("desk"), earlier(), "recorded wrongly");
      default -> fact();
    };
  }

  /** Mostly of an earlier fact, by one like it. */
  private Fact correction() {
    long index = earlier();
    Fact with = random.nextInt(6) == 0 || index >= before.size() ? fact() : standsAt(index);
    return new Fact.Correction(attestation("desk"), index, "recorded wrongly", with);
  }

  private Fact standsAt(long index) {
    Fact fact = before.get(Math.toIntExact(index)).fact();
    return like(fact instanceof Fact.Correction c ? c.with() : fact, before, random.nextLong());
  }

  /** An earlier entry, rarely one that is none. */
  private long earlier() {
    return random.nextInt(before.size() + 1);
  }

  /** An earlier entry of the same kind and place as a fact, where there is one; else any. */
  private OptionalLong sometimesEarlierLike(Fact fact) {
    if (random.nextBoolean()) return OptionalLong.empty();
    List<Entry> alike =
        before.stream()
            .filter(
                entry ->
                    References.differs(
                            entry.fact() instanceof Fact.Correction c ? c.with() : entry.fact(),
                            fact)
                        .isEmpty())
            .toList();
    return OptionalLong.of(
        alike.isEmpty() || random.nextInt(8) == 0
            ? earlier()
            : alike.get(random.nextInt(alike.size())).index());
  }

  private Fact fact() {
    Attestation desk = attestation("desk");
    return switch (random.nextInt(30)) {
      case 0, 1 -> new Fact.Call(desk, unitOrNation(), caller(), person());
      case 2 -> new Fact.CallWithdrawn(desk, unitOrNation(), caller(), person());
      case 3, 4 -> certification(desk);
      case 5, 13 -> ascertainment(desk);
      case 6, 7 ->
          new Fact.ElectorVotes(
              desk,
              any(JURISDICTIONS),
              SmallElection.ballots(random.nextInt(5), random.nextInt(5)),
              mostlyNone(2),
              mostlyNone(2),
              List.of(),
              slate());
      case 8 ->
          new Fact.Counted(
              desk,
              any(JURISDICTIONS),
              any(CountResult.values()),
              slate(),
              random.nextBoolean()
                  ? Optional.empty()
                  : Optional.of(SmallElection.ballots(random.nextInt(4), random.nextInt(4))));
      case 9 ->
          new Fact.Challenge(
              desk,
              "C" + random.nextInt(3),
              any(ChallengeKind.values()),
              "name",
              "court",
              List.of(any(UNITS)),
              stake(),
              List.of());
      case 10 ->
          new Fact.Ruling(
              desk, "C" + random.nextInt(3), "ruled", Optional.empty(), random.nextBoolean());
      case 11 ->
          new Fact.Appointment(desk, any(JURISDICTIONS), random.nextInt(5), "by law", Votes.NONE);
      case 12 ->
          random.nextBoolean()
              ? new Fact.NotAppointed(desk, any(JURISDICTIONS), random.nextInt(3), "late")
              : new Fact.Oath(desk, person(), Fact.Office.PRESIDENT);
      case 14 -> ranked();
      case 15 ->
          new Fact.Objection(
              desk,
              any(JURISDICTIONS),
              any(Fact.Grounds.values()),
              mostlyNone(3),
              mostlyNone(2),
              mostlyNone(2),
              List.of(),
              random.nextInt(4) > 0);
      case 16 ->
          new Fact.ChamberVote(
              desk,
              any(JURISDICTIONS),
              any(Fact.Chamber.values()),
              random.nextInt(3),
              random.nextInt(3));
      case 17 -> small(desk);
      case 18 ->
          new Fact.Declared(
              desk,
              SmallElection.ballots(random.nextInt(600), random.nextInt(20)),
              OptionalLong.empty(),
              OptionalLong.empty());
      default -> returns();
    };
  }

  private Fact certification(Attestation desk) {
    Fact.Certification plain =
        new Fact.Certification(
            desk,
            any(UNITS),
            votes(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            "board",
            OptionalLong.empty());
    return new Fact.Certification(
        desk,
        plain.unit(),
        plain.votes(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        "board",
        sometimesEarlierLike(plain));
  }

  private Fact ascertainment(Attestation desk) {
    Fact.Ascertainment plain =
        new Fact.Ascertainment(
            desk, any(JURISDICTIONS), electors(), "governor", slate(), OptionalLong.empty());
    return new Fact.Ascertainment(
        desk,
        plain.jurisdiction(),
        plain.electors(),
        "governor",
        plain.slate(),
        sometimesEarlierLike(plain));
  }

  /** Names that come late; some of the facts beside it use them. */
  private Fact addition(Attestation desk) {
    if (random.nextInt(4) == 0) return SmallElection.HEADER;
    String name = any(LATE);
    boolean isCaller = random.nextBoolean();
    return new Fact.Addition(
        desk,
        isCaller ? List.of() : List.of(new Candidate(name, name, Optional.empty())),
        isCaller ? List.of() : List.of(new Ticket(name, name, Optional.empty())),
        isCaller ? List.of(new Caller("NYT", "NYT")) : List.of(),
        random.nextBoolean() ? List.of() : List.of("third"));
  }

  private Fact handCount(Attestation desk) {
    Votes votes = votes();
    return new Fact.AuditRound(
        desk,
        any(UNITS),
        Fact.AuditKind.HAND_COUNT,
        votes.sum() + random.nextInt(3),
        OptionalLong.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        votes,
        random.nextInt(4) > 0,
        Optional.of("board"));
  }

  /** Facts that few answers rest on. */
  private Fact small(Attestation desk) {
    return switch (random.nextInt(13)) {
      case 0 -> new Fact.CountOpened(desk);
      case 10 -> addition(desk);
      case 11 ->
          new Fact.ContingentBallot(
              desk,
              Fact.Chamber.HOUSE,
              1 + random.nextInt(2),
              new Fact.ContingentVotes.ByState(
                  Map.of(any(JURISDICTIONS), random.nextInt(3) == 0 ? "divided" : person()),
                  Map.of()));
      case 6 ->
          new Fact.Coverage(
              desk,
              any(Fact.Matter.values()),
              any(Fact.Extent.values()),
              Optional.empty(),
              random.nextBoolean() ? List.of() : List.of(any(UNITS)),
              Optional.empty());
      case 7 ->
          new Fact.Lot(
              desk, any(UNITS), List.of("biden", "trump"), new Fact.Drawn.Winner(person()));
      case 12 -> handCount(desk);
      case 8 ->
          new Fact.Statement(
              desk,
              "A" + random.nextInt(2),
              Optional.empty(),
              Fact.Topic.OTHER,
              List.of(),
              Optional.empty(),
              Optional.empty());
      case 1 ->
          new Fact.CommissionRuling(
              desk, any(JURISDICTIONS), "s" + random.nextInt(2), random.nextInt(9), 4);
      case 2 ->
          new Fact.ContingentBallot(
              desk,
              any(Fact.Chamber.values()),
              1 + random.nextInt(2),
              new Fact.ContingentVotes.BySenator(Votes.of(List.of("harris"), random.nextInt(60))));
      case 3 -> new Fact.Death(desk, person());
      case 4 -> new Fact.Withdrawal(desk, person());
      case 5 ->
          new Fact.VotingExtended(desk, any(JURISDICTIONS), LocalDate.of(2020, 11, 10), "a law");
      default ->
          new Fact.Acknowledgement(
              desk,
              "A" + random.nextInt(2),
              Optional.empty(),
              person(),
              "call",
              Optional.empty(),
              Optional.empty(),
              List.of(),
              Optional.empty());
    };
  }

  private Fact ranked() {
    int parts = 1 + random.nextInt(2);
    return new Fact.RankedReturns(
        attestation(any(SOURCES)),
        "ME-2",
        List.of(
            new Fact.Ranking(List.of(List.of("jorgensen"), List.of("biden")), random.nextInt(4)),
            new Fact.Ranking(List.of(List.of("trump")), random.nextInt(9)),
            new Fact.Ranking(List.of(List.of("biden")), random.nextInt(9))),
        OptionalInt.of(1 + random.nextInt(parts)),
        OptionalInt.of(parts));
  }

  /** Mostly none. */
  private OptionalLong mostlyNone(int most) {
    return random.nextInt(4) > 0 ? OptionalLong.empty() : OptionalLong.of(random.nextInt(most));
  }

  private Fact returns() {
    Votes votes = votes();
    return new Fact.Returns(
        attestation(any(SOURCES)),
        any(REPORTING),
        votes,
        OptionalLong.empty(),
        random.nextInt(9) > 0 ? OptionalLong.empty() : OptionalLong.of(random.nextInt(20)),
        random.nextBoolean(),
        random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextInt(30)),
        random.nextBoolean() ? Optional.empty() : Optional.of(any(ExpectedBy.values())),
        random.nextBoolean());
  }

  private Attestation attestation(String source) {
    Attestation plain = Attestation.of(anyTime(random), SmallElection.source(source));
    return random.nextInt(3) > 0
        ? plain
        : new Attestation(
            plain.at(),
            false,
            Optional.of(anyTime(random)),
            plain.source(),
            Optional.empty(),
            Optional.empty());
  }

  private String any(String[] of) {
    return of[random.nextInt(of.length)];
  }

  private String unitOrNation() {
    return random.nextInt(4) == 0 ? "US" : any(UNITS);
  }

  private String caller() {
    return random.nextInt(10) == 0 ? any("ZDF", "NYT") : random.nextBoolean() ? "AP" : "Fox";
  }

  private String person() {
    if (random.nextInt(12) == 0) return any(LATE);
    return random.nextBoolean() ? "biden" : "trump";
  }

  private Optional<String> slate() {
    return random.nextInt(3) > 0 ? Optional.empty() : Optional.of("s" + random.nextInt(2));
  }

  private Optional<Stake> stake() {
    return switch (random.nextInt(3)) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new Stake.Everything());
      default -> Optional.of(new Stake.Ballots(random.nextInt(10)));
    };
  }

  /** Some tickets' votes, in any order, rarely of a ticket that does not stand. */
  private Votes votes() {
    int scale = random.nextInt(4) == 0 ? 1_000 : 1;
    return switch (random.nextInt(5)) {
      case 0 -> Votes.of(List.of("trump", "biden"), few(scale), few(scale));
      case 1 -> Votes.of(List.of("biden"), few(scale));
      case 2 ->
          random.nextInt(3) == 0
              ? Votes.of(List.of("biden", any("nobody", "powell", "eagle")), few(scale), 2)
              : SmallElection.votes(few(scale), few(scale), few(scale));
      default -> SmallElection.votes(few(scale), few(scale));
    };
  }

  /** Few different numbers, so that some are equal. */
  private long few(int scale) {
    return (long) scale * random.nextInt(9);
  }

  /** By ticket in any order. */
  private Votes electors() {
    return random.nextInt(3) == 0
        ? Votes.of(List.of("trump", "biden"), random.nextInt(3), random.nextInt(3))
        : SmallElection.votes(random.nextInt(3), random.nextInt(3));
  }

  @SafeVarargs
  private final <T> T any(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
