package org.ascertain.standing;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ascertain.election.Entry;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;

/**
 * What one fact changed of one unit of appointment. What did not change is absent. Whoever adds the
 * changes up from the first has every unit as it stood at any moment.
 *
 * @param entry the fact that brought it
 * @param unit the unit; absent where the fact is about the nation
 * @param tally the unit's tally since then, by ticket; a ticket without a figure is left out
 * @param others the votes for others in that tally; empty where nobody says how many
 * @param stage how official the unit is since then; of the nation, that the result is declared
 * @param electors by rung that changed, the electors of the unit's whole jurisdiction by candidate,
 *     those with none left out
 */
public record UnitChange(
    Entry entry,
    Optional<Unit> unit,
    Optional<Votes> tally,
    OptionalLong others,
    Optional<Rung> stage,
    SortedMap<Rung, Votes> electors) {

  public UnitChange {
    electors = Collections.unmodifiableSortedMap(new TreeMap<>(electors));
  }

  /** When it took effect, in nanoseconds since 1970-01-01T00:00Z. */
  public long moment() {
    return entry.effective();
  }

  UnitChange withoutElectors() {
    return new UnitChange(entry, unit, tally, others, stage, new TreeMap<>());
  }

  /** Its electors alone, in the row of a unit of the same jurisdiction. */
  UnitChange electorsOf(Unit row) {
    return new UnitChange(
        entry,
        Optional.of(row),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        electors);
  }

  /** The same followed by a later change of the same unit: of each part, the later one. */
  UnitChange then(UnitChange later) {
    Map<Rung, Votes> both = new TreeMap<>(electors);
    both.putAll(later.electors);
    return new UnitChange(
        later.entry,
        unit,
        later.tally.or(() -> tally),
        later.tally.isPresent() ? later.others : others,
        later.stage.or(() -> stage),
        new TreeMap<>(both));
  }
}
