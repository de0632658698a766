package org.ascertain.answers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ascertain.election.Washington;

/**
 * Challenges that moved, figures that were corrected a little, certificates amended when all was
 * over: of one day or several.
 */
final class MinorFacts {

  private final Map<String, Integer> challenges = new LinkedHashMap<>();
  private final Map<String, Long> corrected = new TreeMap<>();
  private final Set<String> amended = new TreeSet<>();
  private Optional<LocalDate> first = Optional.empty();
  private LocalDate last = LocalDate.MIN;

  void challenge(LocalDate day, String what) {
    on(day);
    challenges.merge(what, 1, Integer::sum);
  }

  void amended(LocalDate day, String unit) {
    on(day);
    amended.add(unit);
  }

  /** A unit's figures fell by so many votes. */
  void corrected(LocalDate day, String unit, long by) {
    on(day);
    corrected.merge(unit, by, Math::max);
  }

  private void on(LocalDate day) {
    if (first.isEmpty()) first = Optional.of(day);
    last = day;
  }

  boolean isOlderThan(LocalDate day) {
    return first.filter(earliest -> earliest.isBefore(day)).isPresent();
  }

  /** A line of its own with the days it spans, empty if there is nothing to tell; then no more. */
  Optional<Story.Line> line() {
    if (first.isEmpty()) return Optional.empty();
    LocalDate from = first.get();
    String text = FactText.capital(String.join("; ", clauses(from)));
    return Optional.of(new Story.Line(Washington.endOf(last), from, "", text, false));
  }

  /** Each in a clause for the line of a day, saying since when if that is earlier; then no more. */
  List<String> clauses(LocalDate day) {
    String since =
        first.filter(day::isAfter).map(from -> " since " + TimeText.dayOfYear(from)).orElse("");
    List<String> clauses = new ArrayList<>();
    List<String> moved =
        challenges.entrySet().stream().map(each -> each.getValue() + " " + each.getKey()).toList();
    if (!moved.isEmpty()) clauses.add("challenges" + since + ": " + String.join(", ", moved));
    corrected.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .ifPresent(
            most -> clauses.add("figures corrected down a little" + since + " in " + where(most)));
    if (!amended.isEmpty())
      clauses.add("certificates amended" + since + ": " + String.join(", ", amended));
    challenges.clear();
    corrected.clear();
    amended.clear();
    first = Optional.empty();
    return clauses;
  }

  private String where(Map.Entry<String, Long> most) {
    String largest = most.getKey() + " by " + Names.number(most.getValue()) + " votes";
    return corrected.size() == 1 ? largest : corrected.size() + " states, most in " + largest;
  }
}
