package org.ascertain.exchange;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Numbers by what they are of, which are told together and shortly. */
final class NamedCounts {

  private static final int MOST_NAMES = 12;
  private static final int LONGEST_NAME = 60;

  private final Map<String, Long> counts = new TreeMap<>();

  void add(String name, long number) {
    counts.merge(name, number, Long::sum);
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  /** Each with its number, as far as they are few. */
  String told() {
    String some =
        counts.entrySet().stream()
            .limit(MOST_NAMES)
            .map(each -> shown(each.getKey()) + " " + each.getValue())
            .collect(Collectors.joining(", "));
    int more = counts.size() - MOST_NAMES;
    return more <= 0 ? some : some + " and %d more".formatted(more);
  }

  private static String shown(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
  }
}
