package org.ascertain.press;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.When;

/**
 * What a form has read of a clause of which it has not read all. It is a finding where the rest of
 * the clause is a claim of its own.
 *
 * @param from where in its sentence the claim begins
 */
record HalfRead(Finding finding, int from, int to, Optional<When> when, Remainder remainder) {
  Remainder.Other place() {
    return new Remainder.Other(from, to, when);
  }

  boolean overlaps(HalfRead other) {
    return from < other.to && other.from < to;
  }

  /**
   * Of the claims of a sentence beside which something was not read those that it all belongs to.
   *
   * @param free those over which no finding lies
   * @param kept where the findings of the sentence lie that stand
   */
  static List<Finding> settled(List<HalfRead> free, List<Remainder.Other> kept) {
    List<HalfRead> candidates = whole(free, kept);
    List<HalfRead> apart = new ArrayList<>();
    for (HalfRead each : candidates) if (apart.stream().noneMatch(each::overlaps)) apart.add(each);
    return whole(apart, kept).stream().map(HalfRead::finding).toList();
  }

  /** Those of which nothing is left beside the others, as long as these stand themselves. */
  private static List<HalfRead> whole(List<HalfRead> these, List<Remainder.Other> kept) {
    List<HalfRead> now = these;
    while (true) {
      List<HalfRead> all = now;
      List<HalfRead> stand =
          all.stream()
              .filter(each -> !each.remainder.isLeftBeside(each.others(all, kept), each.place()))
              .toList();
      if (stand.size() == all.size()) return stand;
      now = stand;
    }
  }

  private List<Remainder.Other> others(List<HalfRead> all, List<Remainder.Other> kept) {
    List<Remainder.Other> others = new ArrayList<>();
    for (HalfRead each : all) if (!each.overlaps(this)) others.add(each.place());
    others.addAll(kept);
    return others;
  }

  /** A finding, unless something beside it was not read: then it waits for what that is. */
  static Optional<Finding> wholeOrLater(
      ReadSentence of, Finding finding, Clause clause, Judged judged, Remainder remainder) {
    if (judged.verdict() == Verdict.BEYOND || !remainder.isLeft()) return Optional.of(finding);
    of.pending().add(new HalfRead(finding, clause.start(), clause.end(), judged.when(), remainder));
    return Optional.empty();
  }
}
