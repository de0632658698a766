package org.ascertain.answers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Office;
import org.ascertain.law.Base;
import org.ascertain.law.Verdict;
import org.ascertain.standing.History;
import org.ascertain.standing.Tabulation;

/** The course of an election: every change in the order of time, and the moments to mark. */
public record Course(
    List<String> candidates, Verdict<Base> base, List<Changes.Change> changes, List<Mark> marks) {

  public static Course of(History history) {
    Changes changes = new Changes(history.law());
    List<Changes.Change> all = new ArrayList<>(history.entries().size());
    Set<Long> seen = new HashSet<>();
    Tabulation end =
        history.walk(
            history.end(),
            (entry, over, now) -> {
              if (seen.add(entry.index())) all.addAll(changes.after(entry, now));
            });
    List<Mark> marks = Mark.of(history, all, end.candidates());
    return new Course(end.candidates(), end.base(), all, marks);
  }

  /** All changes up to a moment in one for each unit that has any, and one for the nation. */
  List<Changes.Change> upTo(long moment) {
    Map<Integer, Changes.Change> sums = new LinkedHashMap<>();
    for (Changes.Change each : changes) {
      if (each.entry.effective() > moment) break;
      Changes.Change sum = sum(sums, each, each.unit);
      if (each.votes.isPresent()) sum.votes = each.votes;
      if (each.stage.isPresent()) sum.stage = each.stage;
      // Rows of one jurisdiction speak of the same electors: the last of them counts.
      if (!each.rungs.isEmpty()) sum(sums, each, each.home).rungs.putAll(each.rungs);
    }
    return List.copyOf(sums.values());
  }

  private static Changes.Change sum(
      Map<Integer, Changes.Change> sums, Changes.Change each, int unit) {
    return sums.computeIfAbsent(unit, place -> new Changes.Change(each.entry, place, each.home));
  }

  /**
   * How much each candidate had of electors in the whole course, which says who stands where: what
   * each change gave on every rung, and ten times what was declared.
   */
  long[] weight() {
    long[] weight = new long[candidates.size()];
    for (Changes.Change change : changes) {
      for (int[] electors : change.rungs.values())
        for (int c = 0; c < electors.length; c++) weight[c] += electors[c];
      if (change.entry.fact() instanceof Fact.Declared declared)
        for (int c = 0; c < weight.length; c++)
          weight[c] +=
              10 * declared.ballots().of(Office.PRESIDENT).count(candidates.get(c)).orElse(0);
    }
    return weight;
  }
}
