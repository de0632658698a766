package org.ascertain.standing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Grounds;
import org.ascertain.election.Fact.Objection;
import org.ascertain.law.Electors.Struck;
import org.ascertain.standing.JurisdictionFacts.Found;

/** The objections to one jurisdiction's votes that the chair received. */
final class ObjectionsReceived {

  private final List<Found<Objection>> received = new ArrayList<>();
  private final Set<Grounds> grounds = EnumSet.noneOf(Grounds.class);
  private boolean ofSome = false;
  private Optional<Found<Objection>> last = Optional.empty();

  void add(Entry entry, Objection objection) {
    if (!objection.received()) return;
    Found<Objection> found = new Found<>(entry, objection);
    received.add(found);
    grounds.add(objection.grounds());
    ofSome |= objection.electors().isPresent();
    if (last.isEmpty() || FactOrder.IN_TIME.compare(last.get().entry(), entry) < 0)
      last = Optional.of(found);
  }

  /** All of them. */
  List<Found<Objection>> all() {
    return received;
  }

  /** Whether each is to all of the jurisdiction's votes. */
  boolean areToAllVotes() {
    return !ofSome;
  }

  /** On what ground votes were struck, where all objections name the same. */
  Optional<Struck> struck() {
    if (grounds.size() != 1) return Optional.empty();
    return last.map(
        found ->
            new Struck(
                found.fact().grounds(),
                found.fact().electors().isPresent()
                    ? OptionalInt.of(Math.toIntExact(found.fact().electors().getAsLong()))
                    : OptionalInt.empty()));
  }
}
