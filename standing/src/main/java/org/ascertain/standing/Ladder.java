package org.ascertain.standing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ascertain.election.Fact.Declared;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Unit;
import org.jspecify.annotations.Nullable;

/**
 * How many electors each candidate has on each rung, added up over the jurisdictions. Only those
 * that a fact has touched since are looked at again, and only when somebody asks.
 */
final class Ladder {

  /** In place of a leader that was not looked for yet. */
  private static final int NEVER_ASKED = Integer.MIN_VALUE;

  private final Register register;
  private final ReportingUnits units;
  private final Tallies tallies;
  private final Function<String, JurisdictionFacts> facts;
  private final Map<String, JurisdictionRungs> rungs = new HashMap<>();
  private final Map<Rung, int[]> totals = new EnumMap<>(Rung.class);

  /** The jurisdictions whose electors may have changed since they were looked at. */
  private final Set<String> stale = new LinkedHashSet<>();

  /** By unit, whether its returns are newer than what its electors were told to rest on. */
  private boolean[] newer = new boolean[0];

  /** By unit, the ticket that led its tally when its returns were taken in last. */
  private int[] leading = new int[0];

  private long revision;

  /**
   * @param facts gives the facts of a jurisdiction
   */
  Ladder(
      Register register,
      ReportingUnits units,
      Tallies tallies,
      Function<String, JurisdictionFacts> facts) {
    this.register = register;
    this.units = units;
    this.tallies = tallies;
    this.facts = facts;
    for (Rung rung : Rung.values()) totals.put(rung, new int[register.candidates.size()]);
    stale.addAll(register.jurisdictions);
  }

  /** Something about a jurisdiction may have changed. */
  void touch(String jurisdiction) {
    stale.add(jurisdiction);
  }

  /** Whether another ticket leads a unit, by its place, than when this was asked last. */
  boolean hasNewLeader(int unit) {
    if (unit >= leading.length) {
      int size = leading.length;
      leading = Arrays.copyOf(leading, Math.max(64, 2 * unit));
      Arrays.fill(leading, size, leading.length, NEVER_ASKED);
    }
    int before = leading[unit];
    leading[unit] = tallies.leader(unit);
    return leading[unit] != before;
  }

  /** A unit, by its place, has newer returns, which need not have changed who leads. */
  void hasNewerReturns(int unit) {
    if (unit >= newer.length) newer = Arrays.copyOf(newer, Math.max(64, 2 * unit));
    newer[unit] = true;
  }

  /** The state of the vote was announced. */
  void declare(Declared fact) {
    int[] declared = total(Rung.DECLARED);
    Arrays.fill(declared, 0);
    fact.ballots()
        .of(Office.PRESIDENT)
        .forEach((id, n) -> declared[register.candidate(id)] = Math.toIntExact(n));
  }

  /** Grows whenever somebody has more or fewer electors on a rung than before. */
  long revision() {
    refresh();
    return revision;
  }

  /** How many electors a candidate has on a rung. */
  int electors(Rung rung, int candidate) {
    refresh();
    return total(rung)[candidate];
  }

  /** The rungs of a jurisdiction; the entries behind a tally may be older than its newest. */
  JurisdictionRungs of(String jurisdiction) {
    refresh();
    return Optional.ofNullable(rungs.get(jurisdiction)).orElseThrow();
  }

  /** The rungs of a jurisdiction with the newest entries behind each. */
  JurisdictionRungs dated(String jurisdiction) {
    for (Unit unit : register.units(jurisdiction)) {
      int place = units.find(unit.id());
      if (place < 0 || place >= newer.length || !newer[place]) continue;
      newer[place] = false;
      stale.add(jurisdiction);
    }
    return of(jurisdiction);
  }

  private void refresh() {
    if (stale.isEmpty()) return;
    for (String jurisdiction : stale) {
      JurisdictionRungs fresh = new JurisdictionRungs(register, tallies, facts.apply(jurisdiction));
      JurisdictionRungs before = rungs.put(jurisdiction, fresh);
      for (Rung rung : Rung.values()) if (rung.byJurisdiction()) exchange(rung, before, fresh);
    }
    stale.clear();
  }

  private void exchange(Rung rung, @Nullable JurisdictionRungs before, JurisdictionRungs fresh) {
    int[] total = total(rung);
    for (int c = 0; c < total.length; c++) {
      int change = fresh.on(rung).electors[c] - (before == null ? 0 : before.on(rung).electors[c]);
      total[c] += change;
      if (change != 0) revision++;
    }
  }

  private int[] total(Rung rung) {
    return Optional.ofNullable(totals.get(rung)).orElseThrow();
  }
}
