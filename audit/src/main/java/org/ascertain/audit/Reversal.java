package org.ascertain.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.audit.Cover.Choice;

/**
 * The fewest votes that would undo a majority, moved unit by unit from who leads to who comes next.
 *
 * @param votes in all
 * @param units where
 * @param electors whose the electors then were, the most first
 */
public record Reversal(long votes, List<Holding> units, Map<String, Integer> electors) {

  /**
   * The fewest among what a candidate holds.
   *
   * @param where the units that may be chosen; those without a count cannot
   * @return empty where no choice of them undoes the majority
   */
  static Optional<Reversal> fewest(Holdings holdings, String winner, List<Holding> where) {
    List<Choice<Holding>> choices = new ArrayList<>();
    for (Holding holding : where)
      holding
          .turned()
          .ifPresent(
              count -> choices.add(new Choice<>(holding, holding.electors(), count.toUndo())));
    return Cover.lightest(Cover.apart(choices), holdings.toOverturn(winner))
        .map(cover -> of(holdings, winner, cover.chosen().stream().map(Choice::what).toList()));
  }

  private static Reversal of(Holdings holdings, String winner, List<Holding> units) {
    Map<String, Integer> electors = new LinkedHashMap<>(holdings.byCandidate());
    long votes = 0;
    for (Holding unit : units) {
      votes += unit.count().orElseThrow().toUndo();
      electors.merge(winner, -unit.electors(), Integer::sum);
      electors.merge(unit.count().orElseThrow().second(), unit.electors(), Integer::sum);
    }
    return new Reversal(votes, List.copyOf(units), electors);
  }

  /** Who has a majority then. */
  public Optional<String> winner(int majority) {
    return electors.entrySet().stream()
        .filter(each -> each.getValue() >= majority)
        .<String>map(Map.Entry::getKey)
        .findFirst();
  }
}
