package org.ascertain.standing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.RankedReturns;
import org.jspecify.annotations.Nullable;

/** Which parts of a unit's ranked ballots are there, by source. */
final class RankedParts {

  private final Map<String, Set<Integer>> there = new HashMap<>();
  private final Map<String, Integer> announced = new HashMap<>();
  private @Nullable Entry last;
  private String lastSource = "";

  void add(Entry entry, RankedReturns part) {
    String source = part.attestation().source().id();
    there.computeIfAbsent(source, id -> new HashSet<>()).add(part.part().orElse(1));
    announced.merge(source, part.parts().orElse(1), Math::max);
    if (last != null && FactOrder.IN_TIME.compare(last, entry) > 0) return;
    last = entry;
    lastSource = source;
  }

  /** Whether the source that spoke last has announced more parts than are there. */
  boolean lack() {
    return there.getOrDefault(lastSource, Set.of()).size() < announced.getOrDefault(lastSource, 0);
  }
}
