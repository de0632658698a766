package org.ascertain.standing;

import java.util.AbstractList;
import java.util.RandomAccess;
import org.ascertain.election.Entry;

/** Entries as they were recorded, each made when it is asked for. */
final class RecordedEntries extends AbstractList<Entry> implements RandomAccess {

  private final KnownFacts facts;
  private final int[] indexes;

  /** Those of so many indexes; each is of an entry that is known. */
  RecordedEntries(KnownFacts facts, int[] indexes) {
    this.facts = facts;
    this.indexes = indexes;
  }

  @Override
  public Entry get(int i) {
    return facts.entry(indexes[i]).orElseThrow();
  }

  @Override
  public int size() {
    return indexes.length;
  }
}
