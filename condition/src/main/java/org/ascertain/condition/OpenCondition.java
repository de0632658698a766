package org.ascertain.condition;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongConsumer;

/** A condition that is asked again and again while a record grows. */
public final class OpenCondition {

  private final Condition condition;
  private final OpenPart whole;
  private final List<OpenAtom> atoms;

  /** The places of the candidates for whom it holds. */
  private final BitSet holds = new BitSet();

  OpenCondition(Condition condition, AtomIndex index, LongConsumer alarm) {
    this.condition = condition;
    this.atoms = atoms(condition).stream().map(index::of).distinct().toList();
    this.whole = OpenPart.of(condition, index, alarm);
  }

  private static List<Condition.Atom> atoms(Condition condition) {
    List<Condition.Atom> atoms = new ArrayList<>();
    condition.eachAtom(atoms::add);
    return atoms;
  }

  /** What is asked. */
  public Condition condition() {
    return condition;
  }

  List<OpenAtom> atoms() {
    return atoms;
  }

  /** The places of the candidates for whom it holds. */
  BitSet holds() {
    return (BitSet) holds.clone();
  }

  /** Asks again for each candidate; gives the places of those for whom it holds now. */
  BitSet ask(List<Integer> running, long clock) {
    BitSet now = new BitSet();
    for (int c : running) if (whole.of(c, running, clock) == Truth.YES) now.set(c);
    holds.clear();
    holds.or(now);
    return now;
  }
}
