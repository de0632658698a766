package org.ascertain.standing;

import java.util.AbstractList;
import java.util.RandomAccess;
import org.ascertain.election.Entry;

/** Facts in the order of time, of which entries are made when they are asked for. */
final class EntriesInTime extends AbstractList<Entry> implements RandomAccess {
  private final KnownFacts facts;
  private final int[] places;

  EntriesInTime(KnownFacts facts, int[] places) {
    this.facts = facts;
    this.places = places;
  }

  @Override
  public Entry get(int i) {
    return facts.entryAt(places[i]);
  }

  @Override
  public int size() {
    return places.length;
  }
}
