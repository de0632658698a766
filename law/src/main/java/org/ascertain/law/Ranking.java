package org.ascertain.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who leads by votes. Equal votes are equal: no order of names or of recording decides. */
final class Ranking {

  /** Those with the most votes, in the order of their ids; nobody if nobody has any. */
  static List<String> leaders(Map<String, Long> votes) {
    long most = votes.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return most == 0
        ? List.of()
        : votes.keySet().stream()
            .filter(id -> votes.getOrDefault(id, 0L) == most)
            .sorted()
            .toList();
  }

  static Map<String, Long> without(Map<String, Long> votes, String id) {
    Map<String, Long> rest = new TreeMap<>(votes);
    rest.remove(id);
    return rest;
  }

  /**
   * The highest on the list, not exceeding {@code places}. Where a tie straddles the last place it
   * is unsettled who is among them: none of the tied, all of them, or as many as there is room for,
   * each such choice being a reading of its own.
   */
  static List<List<String>> highest(Map<String, Long> votes, int places) {
    List<String> ranked =
        votes.keySet().stream()
            .filter(id -> votes.getOrDefault(id, 0L) > 0)
            .sorted(
                Comparator.comparingLong((String id) -> -votes.getOrDefault(id, 0L))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    if (ranked.size() <= places) return List.of(ranked);
    long last = votes.getOrDefault(ranked.get(places - 1), 0L);
    if (votes.getOrDefault(ranked.get(places), 0L) < last)
      return List.of(ranked.subList(0, places));
    List<String> above = ranked.stream().filter(id -> votes.getOrDefault(id, 0L) > last).toList();
    List<String> tied = ranked.stream().filter(id -> votes.getOrDefault(id, 0L) == last).toList();
    List<List<String>> readings = new ArrayList<>();
    if (!above.isEmpty()) readings.add(above);
    readings.add(joined(above, tied));
    for (List<String> some : choices(tied, places - above.size()))
      readings.add(joined(above, some));
    return List.copyOf(readings);
  }

  private static List<List<String>> choices(List<String> of, int number) {
    if (number == 0) return List.of(List.of());
    if (of.size() < number) return List.of();
    List<List<String>> choices = new ArrayList<>();
    List<String> rest = of.subList(1, of.size());
    for (List<String> more : choices(rest, number - 1)) choices.add(joined(of.subList(0, 1), more));
    choices.addAll(choices(rest, number));
    return choices;
  }

  private static List<String> joined(List<String> one, List<String> other) {
    List<String> both = new ArrayList<>(one);
    both.addAll(other);
    return List.copyOf(both);
  }

  private Ranking() {}
}
