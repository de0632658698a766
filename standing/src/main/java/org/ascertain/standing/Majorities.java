package org.ascertain.standing;

import java.util.List;
import org.ascertain.election.Fact.CountResult;
import org.ascertain.election.Fact.Office;
import org.ascertain.law.Base;
import org.ascertain.law.Electors;
import org.ascertain.law.Verdict;

/**
 * Whether a candidate has a majority on a rung; where the base has alternatives, in each of them.
 */
public final class Majorities {

  private final Tabulation now;
  private final Rung rung;
  private final int candidate;

  private Majorities(Tabulation now, Rung rung, int candidate) {
    this.now = now;
    this.rung = rung;
    this.candidate = candidate;
  }

  /** Those of a candidate, by its place, on a rung. */
  public static Majorities of(Tabulation now, Rung rung, int candidate) {
    return new Majorities(now, rung, candidate);
  }

  /** Whether the candidate has a majority. */
  public boolean hold() {
    return rung == Rung.IN_OFFICE ? now.inOffice(candidate) : holdWith(electors());
  }

  /** Whether there would be one on a rung of electors with so many more than are known. */
  public boolean isPossible(int more) {
    return holdWith(electors() + more);
  }

  private int electors() {
    return now.electors(rung, candidate);
  }

  private boolean holdWith(int electors) {
    if (electors == 0) return false;
    int without = rung == Rung.REPORTED || rung == Rung.CALLED ? 0 : eitherWay();
    return bases(now.base()).stream()
        .allMatch(base -> electors - (base.isWithout() ? without : 0) >= base.majority());
  }

  /** Whether the candidate has at least so many electors, in each alternative. */
  public boolean atLeast(int electors) {
    if (rung == Rung.IN_OFFICE) return now.inOffice(candidate);
    return least() >= electors;
  }

  /** How many electors the candidate has in each alternative, on a rung of electors. */
  public int least() {
    return electors() - (rung == Rung.COUNTED || rung == Rung.DECLARED ? eitherWay() : 0);
  }

  /** Whether so many electors are a majority, in each alternative. */
  static boolean reaches(Verdict<Base> base, int electors) {
    return bases(base).stream().allMatch(needed -> electors >= needed.majority());
  }

  /**
   * A majority, and whether it is that of the alternative without the votes announced either way.
   */
  private record Needed(int majority, boolean isWithout) {}

  private static List<Needed> bases(Verdict<Base> base) {
    return switch (base) {
      case Verdict.Determined<Base>(var value, var grounds) ->
          List.of(new Needed(value.majority(), false));
      case Verdict.Alternatives<Base>(var answers) -> {
        int most = answers.stream().mapToInt(a -> a.value().electors()).max().orElseThrow();
        yield answers.stream()
            .map(a -> new Needed(a.value().majority(), a.value().electors() < most))
            .toList();
      }
      case Verdict.NotYet<Base> v -> List.of(new Needed(Integer.MAX_VALUE, false));
      case Verdict.NoRule<Base> v -> List.of(new Needed(Integer.MAX_VALUE, false));
    };
  }

  /** The candidate's votes from jurisdictions that Congress announced either way. */
  private int eitherWay() {
    String id = now.candidates().get(candidate);
    int votes = 0;
    for (Electors electors : now.college().electors())
      if (electors.result().filter(CountResult.EITHER_WAY::equals).isPresent())
        votes +=
            Math.toIntExact(
                electors.counted().map(b -> b.of(Office.PRESIDENT).count(id).orElse(0)).orElse(0L));
    return votes;
  }

  /** Whether a person has a majority of votes for an office, as counted or as cast. */
  static boolean has(Tabulation now, Rung rung, Office office, String person) {
    long votes = 0;
    for (Electors electors : now.college().electors()) {
      var ballots = rung == Rung.COUNTED ? electors.counted() : electors.cast();
      votes += ballots.map(b -> b.of(office).count(person).orElse(0)).orElse(0L);
    }
    return reaches(now.base(), Math.toIntExact(votes));
  }
}
