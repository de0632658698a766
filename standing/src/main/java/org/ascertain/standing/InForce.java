package org.ascertain.standing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Check;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Correction;
import org.ascertain.election.Fact.Retraction;
import org.ascertain.election.Problem;

/**
 * The entries that stand once corrections and retractions are applied: a function of the set of
 * entries known, not of the order in which they came.
 *
 * @param entries in the order of their indexes; a corrected fact stands at the index of its
 *     correction
 * @param problems corrections and retractions that name nothing in force
 * @param amendments the other ones, in the order of their indexes
 */
record InForce(List<Entry> entries, List<Problem> problems, List<Amendment> amendments) {

  static InForce of(Collection<Entry> known) {
    List<Entry> ordered = new ArrayList<>(known);
    ordered.sort(Comparator.comparingLong(Entry::index));
    Map<Long, Entry> standing = new HashMap<>();
    Map<Long, Entry> replaced = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    List<Amendment> amendments = new ArrayList<>();
    for (Entry entry : ordered) {
      switch (entry.fact()) {
        case Correction(var attestation, long corrects, var reason, var with) -> {
          Entry before = standing.remove(corrects);
          if (before == null || before.index() == 0) {
            if (before != null) standing.put(corrects, before);
            problems.add(
                new Problem(
                    Check.NOT_IN_FORCE, entry.index(), "corrects", Long.toString(corrects)));
          } else {
            replaced.put(entry.index(), before);
            amendments.add(new Amendment(entry, before, Optional.of(with)));
            standing.put(
                entry.index(),
                new Entry(entry.index(), entry.recorded(), entry.recordedBy(), with));
          }
        }
        case Retraction(var attestation, long retracts, var reason) -> {
          Entry before = standing.remove(retracts);
          if (before == null || before.index() == 0) {
            if (before != null) standing.put(retracts, before);
            problems.add(
                new Problem(
                    Check.NOT_IN_FORCE, entry.index(), "retracts", Long.toString(retracts)));
          } else {
            Entry restored = replaced.get(retracts);
            if (restored != null) standing.put(restored.index(), restored);
            amendments.add(
                new Amendment(entry, before, Optional.ofNullable(restored).map(Entry::fact)));
          }
        }
        default -> standing.put(entry.index(), entry);
      }
    }
    List<Entry> entries = new ArrayList<>(standing.values());
    entries.sort(Comparator.comparingLong(Entry::index));
    return new InForce(List.copyOf(entries), List.copyOf(problems), List.copyOf(amendments));
  }
}
