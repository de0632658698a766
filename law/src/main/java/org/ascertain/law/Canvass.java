package org.ascertain.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Fact.CountResult;
import org.ascertain.election.Fact.Office;

/**
 * The electors' votes in one way of counting them: as Congress counted them where it has, as they
 * were cast where it has not. Votes that were rejected, or that rival returns dispute, are for
 * nobody.
 *
 * @param votes by person, for one office or, of pairs, for both
 * @param outstanding how many electors have still to vote, or have rival returns
 * @param missing what has still to happen
 */
record Canvass(
    Map<String, Long> votes, int outstanding, List<Missing> missing, List<Long> entries) {

  private record Awaited(String jurisdiction, int electors) {}

  /** The votes for an office; empty for votes for both, and then none may be distinct. */
  static Canvass of(int election, List<Electors> college, Optional<Office> office) {
    Map<String, Long> votes = new TreeMap<>();
    List<Awaited> unvoted = new ArrayList<>();
    List<Awaited> disputed = new ArrayList<>();
    List<Long> entries = new ArrayList<>();
    for (Electors electors : college) {
      int appointed = MajorityBase.appointed(election, electors);
      if (appointed == 0) continue;
      if (electors.disputed() && electors.result().isEmpty()) {
        disputed.add(new Awaited(electors.jurisdiction(), appointed));
        continue;
      }
      Optional<Ballots> ballots = ballots(electors);
      if (ballots.isPresent()) {
        entries.addAll(electors.entries());
        add(votes, ballots.get(), office);
      } else if (MajorityBase.isRejected(electors)) {
        entries.addAll(electors.entries());
      } else {
        unvoted.add(new Awaited(electors.jurisdiction(), appointed));
      }
    }
    List<Missing> missing = new ArrayList<>();
    if (!unvoted.isEmpty()) missing.add(new Missing.ElectorsVotes(largestFirst(unvoted)));
    if (!disputed.isEmpty())
      missing.add(new Missing.DecisionBetweenReturns(largestFirst(disputed)));
    int outstanding = electors(unvoted) + electors(disputed);
    return new Canvass(
        votes, outstanding, List.copyOf(missing), entries.stream().distinct().sorted().toList());
  }

  /** Whether nothing more can come from the electors, and something came. */
  boolean isComplete() {
    return missing.isEmpty() && !votes.isEmpty();
  }

  /** The electors have chosen nobody yet. */
  Outcome open(List<String> rules) {
    return new Outcome.Open(
        missing.isEmpty() ? List.of(new Missing.ElectorsVotes(List.of())) : missing,
        Optional.empty(),
        rules,
        entries);
  }

  /** What Congress counted; else, unless it rejected them, what the electors cast. */
  private static Optional<Ballots> ballots(Electors electors) {
    return electors.result().filter(CountResult.REJECTED::equals).isPresent()
        ? electors.counted()
        : electors.counted().or(electors::cast);
  }

  private static void add(Map<String, Long> votes, Ballots ballots, Optional<Office> office) {
    switch (ballots) {
      case Ballots.Distinct(var president, var vicePresident) -> {
        if (office.isEmpty() || office.get() == Office.PRESIDENT)
          president.forEach((id, n) -> votes.merge(id, n, Long::sum));
        if (office.isEmpty() || office.get() == Office.VICE_PRESIDENT)
          vicePresident.forEach((id, n) -> votes.merge(id, n, Long::sum));
      }
      case Ballots.Pairs(var both) -> both.forEach((id, n) -> votes.merge(id, n, Long::sum));
    }
  }

  private static int electors(List<Awaited> awaited) {
    return awaited.stream().mapToInt(Awaited::electors).sum();
  }

  private static List<String> largestFirst(List<Awaited> awaited) {
    return awaited.stream()
        .sorted(
            Comparator.comparingInt((Awaited of) -> -of.electors())
                .thenComparing(Awaited::jurisdiction))
        .map(Awaited::jurisdiction)
        .toList();
  }
}
