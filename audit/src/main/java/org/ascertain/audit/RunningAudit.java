package org.ascertain.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.audit.Evidence.Weakest;

/** An audit while its rounds come in, one by one. */
public final class RunningAudit {

  private final Holdings holdings;
  private final Map<String, UnitEvidence> units = new LinkedHashMap<>();

  /**
   * @param holdings with a majority
   */
  public RunningAudit(Holdings holdings) {
    this.holdings = holdings;
    String winner = holdings.winner().orElseThrow();
    for (Holding holding : holdings.of(winner)) units.put(holding.id(), new UnitEvidence(holding));
  }

  /** Takes a round in; one of a unit that the winner does not hold adds nothing. */
  public void add(AuditRound round) {
    Optional.ofNullable(units.get(round.unit())).ifPresent(unit -> unit.add(round));
  }

  /** The evidence in each of the winner's units. */
  public List<Evidence> evidence() {
    List<Evidence> evidence = new ArrayList<>(units.size());
    for (UnitEvidence unit : units.values()) evidence.add(unit.evidence());
    return evidence;
  }

  /** The set with the least evidence; {@link Evidence#weakest} says what is shared. */
  public Weakest weakest(List<List<String>> shared) {
    return Evidence.weakest(holdings, evidence(), shared);
  }
}
