package org.ascertain.standing;

import static org.ascertain.standing.Rung.ASCERTAINED;
import static org.ascertain.standing.Rung.CALLED;
import static org.ascertain.standing.Rung.CERTIFIED;
import static org.ascertain.standing.Rung.COUNTED;
import static org.ascertain.standing.Rung.REPORTED;
import static org.ascertain.standing.Rung.VOTED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ascertain.election.Fact.Appointment;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Fact.CountResult;
import org.ascertain.election.Fact.Counted;
import org.ascertain.election.Fact.ElectorVotes;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.standing.JurisdictionFacts.Found;

/**
 * How many electors of one jurisdiction each candidate has on each rung, and by which entries.
 *
 * <p>A rung of the chain (certified, ascertained, voted, counted) takes its electors from its own
 * fact. Where there is none and a later one stands, the rung is implied. Whose the electors then
 * are is told by the pledge: for whom they were appointed, else by the later fact as far as it can
 * have followed the pledge. A vote against the pledge is on no earlier rung. {@code reported} and
 * {@code called} stand outside the chain and show only facts of their own.
 */
final class JurisdictionRungs {

  /**
   * One rung: electors by candidate, the entries behind them, and the units that are there by
   * implication.
   */
  static final class OnRung {
    final int[] electors;
    final List<Long> entries = new ArrayList<>();
    final Set<String> implied = new LinkedHashSet<>();

    /** By unit, the candidate for whom it is, by place; {@link Leader#NOBODY} after a tie. */
    private final Map<String, Integer> winners = new HashMap<>();

    /** Electors that have come to this rung, the record does not tell for whom. */
    int unknown;

    OnRung(int candidates) {
      this.electors = new int[candidates];
    }

    /** For whom a unit is, by the candidate's place, as far as the record tells. */
    Optional<Integer> winner(Unit unit) {
      return Optional.ofNullable(winners.get(unit.id()));
    }

    private void add(Distribution other) {
      for (int c = 0; c < electors.length; c++) electors[c] += other.electors[c];
      unknown += other.unknown;
      entries.addAll(other.entries);
    }
  }

  /**
   * Facts about all electors of the jurisdiction: how many each candidate has by them, and of how
   * many it is not known.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Distribution(int[] electors, int unknown, List<Long> entries) {
    int sum() {
      return Arrays.stream(electors).sum();
    }
  }

  private final Register register;
  private final JurisdictionFacts facts;
  private final List<Unit> units;
  private final Map<Rung, OnRung> rungs = new EnumMap<>(Rung.class);

  JurisdictionRungs(Register register, Tallies tallies, JurisdictionFacts facts) {
    this.register = register;
    this.facts = facts;
    this.units = register.units(facts.jurisdiction());
    for (Rung rung : Rung.values())
      if (rung.byJurisdiction()) rungs.put(rung, new OnRung(register.candidates.size()));
    UnitLeads leads = new UnitLeads(register, tallies);
    for (Unit unit : units) reported(unit, leads.of(unit.id(), facts));
    called();
    chain();
  }

  OnRung on(Rung rung) {
    return Optional.ofNullable(rungs.get(rung)).orElseThrow();
  }

  private void reported(Unit unit, UnitLeads.Lead lead) {
    give(REPORTED, lead.candidate(), unit, lead.entries());
  }

  private void called() {
    Optional<String> caller = register.header.caller();
    if (caller.isEmpty()) return;
    for (Unit unit : units)
      facts
          .call(unit.id(), caller.get())
          .ifPresent(
              call ->
                  give(
                      CALLED,
                      register.candidate(call.fact().candidate()),
                      unit,
                      List.of(call.entry().index())));
  }

  private void give(Rung rung, int candidate, Unit unit, List<Long> entries) {
    OnRung on = on(rung);
    if (candidate == Leader.NOT_KNOWN) {
      on.unknown += unit.electors();
      return;
    }
    on.winners.put(unit.id(), candidate);
    if (candidate < 0) return;
    on.electors[candidate] += unit.electors();
    on.entries.addAll(entries);
  }

  private void chain() {
    Optional<Distribution> counted = facts.counted().flatMap(this::counted);
    Optional<Distribution> voted = facts.cast().map(this::voted);
    Optional<Distribution> ascertained =
        facts
            .ascertainment()
            .map(
                found ->
                    new Distribution(
                        byPresident(found.fact().electors()), 0, List.of(found.entry().index())));
    Optional<Distribution> pledged =
        facts
            .cast()
            .map(cast -> pledged(cast.fact().ballots(), voted.orElseThrow()))
            .or(() -> counted.flatMap(this::pledged));
    counted.ifPresent(on(COUNTED)::add);
    whole(VOTED, voted, counted);
    whole(ASCERTAINED, ascertained, pledged);
    certified(pledged.flatMap(p -> appointed()).or(() -> ascertained).or(() -> pledged));
  }

  private void whole(Rung rung, Optional<Distribution> own, Optional<Distribution> later) {
    own.or(() -> later).ifPresent(on(rung)::add);
    if (own.isEmpty() && later.isPresent()) on(rung).implied.add(facts.jurisdiction());
  }

  private Optional<Distribution> pledged(Distribution counted) {
    return facts.countedBallots().map(ballots -> pledged(ballots, counted));
  }

  /**
   * The electors behind votes, by their pledge: as they were appointed, else as they voted where
   * somebody stood for President to whom they can have been pledged. Of votes for two persons
   * without distinction, cast before there were pledges, nobody can tell.
   */
  private Distribution pledged(Ballots ballots, Distribution votes) {
    Optional<Distribution> appointed = appointed();
    if (appointed.isPresent()) {
      List<Long> entries = new ArrayList<>(appointed.get().entries);
      entries.addAll(votes.entries);
      return new Distribution(appointed.get().electors, appointed.get().unknown, entries);
    }
    int[] electors = new int[votes.electors.length];
    int unknown = 0;
    for (int c = 0; c < electors.length; c++)
      if (register.isOnTicket(c)) electors[c] = votes.electors[c];
      else unknown += votes.electors[c];
    return switch (ballots) {
      case Ballots.Distinct distinct -> new Distribution(electors, unknown, votes.entries);
      case Ballots.Pairs pairs ->
          new Distribution(
              new int[electors.length], JurisdictionFacts.electorsIn(ballots), votes.entries);
    };
  }

  /** The electors as they were appointed, where the record tells for whom. */
  private Optional<Distribution> appointed() {
    return facts
        .appointment()
        .filter(found -> !found.fact().electors().isEmpty())
        .map(this::appointed);
  }

  private Distribution appointed(Found<Appointment> found) {
    int[] electors = byPresident(found.fact().electors());
    int unknown = (int) found.fact().number() - Arrays.stream(electors).sum();
    return new Distribution(electors, Math.max(0, unknown), List.of(found.entry().index()));
  }

  /**
   * Units with a certificate of their own count by it; what is left of a later fact goes to the
   * other units.
   */
  private void certified(Optional<Distribution> later) {
    List<Unit> without = new ArrayList<>();
    for (Unit unit : units) {
      var found = facts.certification(unit.id());
      if (found.isEmpty()) without.add(unit);
      else
        give(
            CERTIFIED,
            CertifiedCount.leader(register, facts, unit),
            unit,
            List.of(found.get().entry().index()));
    }
    later.filter(all -> !without.isEmpty()).ifPresent(all -> certified(all, without));
  }

  private void certified(Distribution all, List<Unit> without) {
    OnRung on = on(CERTIFIED);
    int room = without.stream().mapToInt(Unit::electors).sum();
    Distribution rest = without.size() == units.size() ? all : rest(all, on, room);
    on.add(rest);
    without.forEach(unit -> on.implied.add(unit.id()));
    winner(rest, without).ifPresent(c -> without.forEach(unit -> on.winners.put(unit.id(), c)));
  }

  /** What is left of all electors when the certificates have been counted. */
  private static Distribution rest(Distribution all, OnRung certified, int room) {
    int[] rest = all.electors.clone();
    int left = room;
    for (int c = 0; c < rest.length; c++) {
      rest[c] = Math.min(left, Math.max(0, rest[c] - certified.electors[c]));
      left -= rest[c];
    }
    return new Distribution(rest, Math.min(left, all.unknown), all.entries);
  }

  /** For whom units are that share electors: clear for one unit, or where one has all of them. */
  private static Optional<Integer> winner(Distribution electors, List<Unit> units) {
    int leader = Leader.of(Arrays.stream(electors.electors).asLongStream().toArray());
    if (leader < 0) return Optional.empty();
    int others = electors.sum() - electors.electors[leader] + electors.unknown;
    boolean isClear = others == 0 || (units.size() == 1 && electors.electors[leader] > others);
    return isClear ? Optional.of(leader) : Optional.empty();
  }

  private Optional<Distribution> counted(Found<Counted> found) {
    if (found.fact().result() == CountResult.REJECTED) return Optional.empty();
    return facts
        .countedBallots()
        .map(
            ballots ->
                new Distribution(
                    byCandidate(ballots.of(Office.PRESIDENT)), 0, List.of(found.entry().index())));
  }

  private Distribution voted(Found<ElectorVotes> found) {
    return new Distribution(
        byCandidate(found.fact().ballots().of(Office.PRESIDENT)),
        0,
        List.of(found.entry().index()));
  }

  private int[] byCandidate(Votes votes) {
    int[] electors = new int[register.candidates.size()];
    votes.forEach((id, n) -> electors[register.candidate(id)] += Math.toIntExact(n));
    return electors;
  }

  private int[] byPresident(Votes tickets) {
    int[] electors = new int[register.candidates.size()];
    tickets.forEach(
        (id, n) -> electors[register.presidentOf(register.ticket(id))] += Math.toIntExact(n));
    return electors;
  }
}
