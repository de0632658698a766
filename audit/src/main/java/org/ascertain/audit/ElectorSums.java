package org.ascertain.audit;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Electors added up by candidate. */
final class ElectorSums {

  private final Map<String, Integer> sums = new TreeMap<>();

  void add(String candidate, int electors) {
    sums.merge(candidate, electors, Integer::sum);
  }

  /** The sums, the most first. */
  Map<String, Integer> mostFirst() {
    Map<String, Integer> most = new LinkedHashMap<>();
    sums.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(each -> most.put(each.getKey(), each.getValue()));
    return most;
  }

  /** Who has so many at least; of several, who has the most. */
  Optional<String> whoHas(int electors) {
    return mostFirst().entrySet().stream()
        .filter(each -> each.getValue() >= electors)
        .<String>map(Map.Entry::getKey)
        .findFirst();
  }
}
