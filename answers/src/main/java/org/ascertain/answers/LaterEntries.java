package org.ascertain.answers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.standing.History;

/** Which later entries of a record speak of an entry by its index, and what they do to it. */
final class LaterEntries {

  /**
   * A later entry.
   *
   * @param does in one word: corrected, retracted, amended, superseded
   */
  record Later(Entry entry, String does) {}

  /** In the order of the record. Who corrects a correction speaks of what that corrects, too. */
  static List<Later> of(long index, History history) {
    List<Later> later = new ArrayList<>();
    Set<Long> named = new HashSet<>(Set.of(index));
    for (Entry entry : history.recorded()) {
      if (entry.index() <= index) continue;
      Fact fact = entry.fact();
      if (fact instanceof Fact.Correction f && named.contains(f.corrects())) {
        named.add(entry.index());
        later.add(new Later(entry, "corrected"));
      } else if (fact instanceof Fact.Retraction f && named.contains(f.retracts()))
        later.add(new Later(entry, "retracted"));
      else if (fact instanceof Fact.Certification f
          && f.amends().stream().anyMatch(named::contains)) later.add(new Later(entry, "amended"));
      else if (fact instanceof Fact.Ascertainment f
          && f.supersedes().stream().anyMatch(named::contains))
        later.add(new Later(entry, "superseded"));
    }
    return later;
  }

  private LaterEntries() {}
}
