package org.ascertain.standing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.ascertain.election.Entry;
import org.ascertain.election.Problem;

/**
 * The entries that stand once corrections and retractions are applied: a function of the set of
 * entries known, not of the order in which they came.
 *
 * @param entries in the order of their indexes; a corrected fact stands at the index of its
 *     correction
 * @param problems corrections and retractions that do not hold
 * @param amendments the other ones, in the order of their indexes
 * @param references what has become of entries that others name
 */
record InForce(
    List<Entry> entries,
    List<Problem> problems,
    List<Amendment> amendments,
    References references) {

  static InForce of(Collection<Entry> known) {
    List<Entry> ordered = new ArrayList<>(known);
    ordered.sort(Comparator.comparingLong(Entry::index));
    Amendments amended = new Amendments();
    List<Problem> problems = new ArrayList<>();
    List<Amendment> amendments = new ArrayList<>();
    for (Entry entry : ordered)
      switch (amended.add(entry)) {
        case Amendments.Stands stands -> {}
        case Amendments.Refused(var problem) -> problems.add(problem);
        case Amendments.Amended(var amendment, var restored) -> amendments.add(amendment);
      }
    return new InForce(amended.inForce(), List.copyOf(problems), List.copyOf(amendments), amended);
  }
}
