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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ascertain.election.Fact.Certification;
import org.ascertain.election.Fact.CountResult;
import org.ascertain.election.Fact.Counted;
import org.ascertain.election.Fact.ElectorVotes;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Fact.Ranking;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.law.RankedChoice;
import org.ascertain.law.Verdict;

/**
 * How many electors of one jurisdiction each candidate has on each rung, and by which entries.
 *
 * <p>A rung of the chain (certified, ascertained, voted, counted) takes its electors from its own
 * fact; where there is none, from the earliest later fact of the chain, and is then implied. {@code
 * reported} and {@code called} stand outside the chain and show only facts of their own.
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

    OnRung(int candidates) {
      this.electors = new int[candidates];
    }

    private void add(Distribution other) {
      for (int c = 0; c < electors.length; c++) electors[c] += other.electors[c];
      entries.add(other.entry);
    }
  }

  /** A fact about all electors of the jurisdiction: how many each candidate has by it. */
  private static final class Distribution {
    final int[] electors;
    final long entry;

    Distribution(int[] electors, long entry) {
      this.electors = electors;
      this.entry = entry;
    }
  }

  private final Register register;
  private final JurisdictionFacts facts;
  private final Map<Rung, OnRung> rungs = new EnumMap<>(Rung.class);

  JurisdictionRungs(Register register, Tallies tallies, JurisdictionFacts facts) {
    this.register = register;
    this.facts = facts;
    for (Rung rung : Rung.values())
      if (rung.byJurisdiction()) rungs.put(rung, new OnRung(register.candidates.size()));
    reported(tallies);
    called();
    chain();
  }

  OnRung on(Rung rung) {
    return Optional.ofNullable(rungs.get(rung)).orElseThrow();
  }

  private void reported(Tallies tallies) {
    for (Unit unit : register.units(facts.jurisdiction())) {
      if (ranked(unit)) continue;
      Tallies.Node node = tallies.find(unit.id());
      if (node == null) continue;
      int leader = Leader.of(tallies.tally(node));
      Tallies.Statement speaking = node.speaking();
      if (leader >= 0)
        give(
            REPORTED,
            register.presidentOf(leader),
            unit,
            speaking == null ? -1 : speaking.entry().index());
    }
  }

  /**
   * Where the law of the day ranks candidates and the rankings are known, the winner of the last
   * round leads; nobody does while a lot has to decide.
   */
  private boolean ranked(Unit unit) {
    List<Ranking> rankings = facts.rankings(unit.id());
    if (rankings.isEmpty()) return false;
    Optional<RankedChoice.Tabulation> rounds = register.law.tabulate(unit.id(), rankings);
    if (rounds.isPresent()
        && rounds.get().winner() instanceof Verdict.Determined<String>(var ticket, var grounds))
      give(REPORTED, register.presidentOf(register.ticket(ticket)), unit, -1);
    return rounds.isPresent();
  }

  private void called() {
    register
        .header
        .caller()
        .ifPresent(
            caller -> {
              for (Unit unit : register.units(facts.jurisdiction()))
                facts
                    .call(unit.id(), caller)
                    .ifPresent(
                        call ->
                            give(
                                CALLED,
                                register.candidate(call.fact().candidate()),
                                unit,
                                call.entry().index()));
            });
  }

  private void give(Rung rung, int candidate, Unit unit, long entry) {
    OnRung on = on(rung);
    on.electors[candidate] += unit.electors();
    if (entry >= 0) on.entries.add(entry);
  }

  private void chain() {
    Optional<Distribution> counted = facts.counted().flatMap(this::counted);
    Optional<Distribution> voted = facts.cast().map(this::voted);
    Optional<Distribution> ascertained =
        facts
            .ascertainment()
            .map(
                found ->
                    new Distribution(byPresident(found.fact().electors()), found.entry().index()));
    counted.ifPresent(on(COUNTED)::add);
    whole(VOTED, voted, counted);
    whole(ASCERTAINED, ascertained, voted.or(() -> counted));
    certified(ascertained.or(() -> voted).or(() -> counted));
  }

  private void whole(Rung rung, Optional<Distribution> own, Optional<Distribution> later) {
    own.or(() -> later).ifPresent(on(rung)::add);
    if (own.isEmpty() && later.isPresent()) on(rung).implied.add(facts.jurisdiction());
  }

  /**
   * Units with a certificate of their own count by it; what is left of a later fact goes to the
   * other units.
   */
  private void certified(Optional<Distribution> later) {
    OnRung on = on(CERTIFIED);
    List<Unit> without = new ArrayList<>();
    for (Unit unit : register.units(facts.jurisdiction())) {
      Optional<JurisdictionFacts.Found<Certification>> found = facts.certification(unit.id());
      if (found.isEmpty()) {
        without.add(unit);
        continue;
      }
      int leader = Leader.of(byTicket(found.get().fact().votes()));
      if (leader >= 0)
        give(CERTIFIED, register.presidentOf(leader), unit, found.get().entry().index());
    }
    if (later.isEmpty() || without.isEmpty()) return;
    boolean all = without.size() == register.units(facts.jurisdiction()).size();
    int room = without.stream().mapToInt(Unit::electors).sum();
    int[] rest = later.get().electors.clone();
    for (int c = 0; c < rest.length; c++) {
      rest[c] = Math.max(0, rest[c] - on.electors[c]);
      if (!all) rest[c] = Math.min(rest[c], room);
      if (!all) room -= rest[c];
    }
    on.add(new Distribution(rest, later.get().entry));
    without.forEach(unit -> on.implied.add(unit.id()));
  }

  private Optional<Distribution> counted(JurisdictionFacts.Found<Counted> found) {
    if (found.fact().result() == CountResult.REJECTED) return Optional.empty();
    return found
        .fact()
        .ballots()
        .or(() -> facts.cast().map(cast -> cast.fact().ballots()))
        .map(
            ballots ->
                new Distribution(byCandidate(ballots.of(Office.PRESIDENT)), found.entry().index()));
  }

  private Distribution voted(JurisdictionFacts.Found<ElectorVotes> found) {
    return new Distribution(
        byCandidate(found.fact().ballots().of(Office.PRESIDENT)), found.entry().index());
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

  private long[] byTicket(Votes votes) {
    long[] byTicket = new long[register.tickets.size()];
    Arrays.fill(byTicket, -1);
    votes.forEach((id, n) -> byTicket[register.ticket(id)] = n);
    return byTicket;
  }
}
