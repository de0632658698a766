package org.ascertain.press;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.Votes;

/** Who has more votes than whom. */
final class Ranking {

  /** The counts, the most first. */
  static List<Long> of(Votes votes) {
    return votes.ids().stream()
        .map(id -> votes.count(id).orElse(0))
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** Who has the most; empty where two have as many. */
  static Optional<String> first(Votes votes) {
    List<Long> counts = of(votes);
    if (counts.isEmpty() || (counts.size() > 1 && counts.get(0).equals(counts.get(1))))
      return Optional.empty();
    return votes.ids().stream()
        .filter(id -> votes.count(id).orElse(0) == counts.getFirst())
        .findFirst();
  }

  private Ranking() {}
}
