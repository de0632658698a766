package org.ascertain.condition;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.ascertain.condition.Condition.Atom;
import org.jspecify.annotations.Nullable;

/** How an atom stands for each candidate now, and which open conditions have it. */
final class OpenAtom {

  final Atom atom;
  final Set<OpenCondition> conditions = new LinkedHashSet<>();
  private @Nullable Truth[] truth = new Truth[0];

  OpenAtom(Atom atom) {
    this.atom = atom;
  }

  /** How it stands for a candidate, by its place. */
  Truth of(int candidate) {
    Truth known = candidate < truth.length ? truth[candidate] : null;
    return known == null ? Truth.NO : known;
  }

  /**
   * Asks again, of so many candidates.
   *
   * @return whether it stands otherwise for one of them
   */
  boolean ask(AtomTruth now, int candidates, long clock) {
    if (truth.length < candidates) truth = Arrays.copyOf(truth, candidates);
    Optional<Long> from = ByTheClock.begins(atom);
    boolean changed = false;
    for (int c = 0; c < candidates; c++) {
      Truth fresh = from.isPresent() ? Truth.of(clock >= from.get()) : now.of(atom, c);
      changed |= fresh != truth[c];
      truth[c] = fresh;
    }
    return changed;
  }
}
