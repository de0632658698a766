package org.ascertain.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.ascertain.election.Fact;
import org.ascertain.election.Votes;
import org.ascertain.feed.WireScript.Timed;

/**
 * The rows that a wire sends once faults are planted among its returns: of each kind of fault the
 * same number, in the same places each time.
 */
final class PlantedFaults {

  /** How many of each kind of fault are planted. */
  private static final int OF_EACH = 10;

  private static final long SEED = 2020;

  /**
   * A row that a wire sends.
   *
   * @param planted the fault that it shows, if it does; of a row that is never sent, the next of
   *     its unit and source shows it
   */
  record SentRow(Fact fact, long at, Optional<Planted> planted) {}

  /**
   * A fault that was planted.
   *
   * @param of the row as it should have been
   */
  record Planted(Fault fault, Fact.Returns of) {}

  private final List<Timed> script;
  private final Map<Integer, Integer> next = new HashMap<>();
  private final Set<Integer> used = new HashSet<>();
  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

  private PlantedFaults(List<Timed> script) {
    this.script = script;
  }

  /** The rows of a script with these kinds of faults. */
  static List<SentRow> rows(WireScript script, List<Fault> faults) {
    return new PlantedFaults(script.facts()).plant(faults);
  }

  private List<SentRow> plant(List<Fault> faults) {
    List<Integer> between = rowsBetween();
    Map<Integer, Fault> planted = new HashMap<>();
    for (Fault fault : faults) {
      int left = OF_EACH;
      for (int tries = between.size() * 4; left > 0 && tries > 0; tries--) {
        int row = between.get(random.nextInt(between.size()));
        int following = next.getOrDefault(row, row);
        if (used.contains(row) || used.contains(following) || !fits(fault, row)) continue;
        used.add(row);
        used.add(following);
        planted.put(row, fault);
        left--;
      }
    }
    return rows(planted);
  }

  /**
   * Rows of returns with another of their unit and source before and behind; notes what follows.
   */
  private List<Integer> rowsBetween() {
    Map<String, Integer> last = new HashMap<>();
    Set<Integer> withOneBefore = new HashSet<>();
    for (int i = 0; i < script.size(); i++) {
      if (!(script.get(i).fact() instanceof Fact.Returns returns)) continue;
      Integer before = last.put(returns.unit() + " " + returns.attestation().source().id(), i);
      if (before == null) continue;
      next.put(before, i);
      withOneBefore.add(i);
    }
    return next.keySet().stream().filter(withOneBefore::contains).sorted().toList();
  }

  private boolean fits(Fault fault, int row) {
    Votes votes = returns(row).votes();
    return switch (fault) {
      case SWAP -> votes.size() >= 2 && votes.count(0) != votes.count(1);
      case DIGIT -> votes.size() >= 1 && votes.count(0) > 0;
      case DROP, REPEAT, LATE -> true;
    };
  }

  private Fact.Returns returns(int row) {
    return (Fact.Returns) script.get(row).fact();
  }

  private List<SentRow> rows(Map<Integer, Fault> planted) {
    List<SentRow> rows = new ArrayList<>();
    Map<Integer, Integer> held = new HashMap<>(); // by the row behind which one comes late
    Map<Integer, Integer> shown = new HashMap<>(); // by the row that shows that one was dropped
    for (int i = 0; i < script.size(); i++) {
      Fault fault = planted.get(i);
      Timed timed = script.get(i);
      if (fault == null) {
        Integer dropped = shown.get(i);
        rows.add(
            new SentRow(
                timed.fact(),
                timed.at(),
                dropped == null
                    ? Optional.empty()
                    : Optional.of(new Planted(Fault.DROP, returns(dropped)))));
        Integer late = held.get(i);
        if (late != null) rows.add(showing(Fault.LATE, late, returns(late), timed.at()));
        continue;
      }
      switch (fault) {
        case SWAP -> rows.add(showing(fault, i, swapped(returns(i)), timed.at()));
        case DIGIT -> rows.add(showing(fault, i, withADigitMore(returns(i)), timed.at()));
        case REPEAT -> {
          rows.add(new SentRow(timed.fact(), timed.at(), Optional.empty()));
          rows.add(showing(fault, i, returns(i), timed.at()));
        }
        case LATE -> held.put(next.getOrDefault(i, i), i);
        case DROP -> shown.put(next.getOrDefault(i, i), i);
      }
    }
    return rows;
  }

  private SentRow showing(Fault fault, int row, Fact.Returns sent, long at) {
    return new SentRow(sent, at, Optional.of(new Planted(fault, returns(row))));
  }

  private static Fact.Returns swapped(Fact.Returns of) {
    Votes votes = of.votes();
    long[] counts = counts(votes);
    counts[0] = votes.count(1);
    counts[1] = votes.count(0);
    return with(of, Votes.of(votes.ids(), counts));
  }

  /** The first figure with its last digit twice. */
  private static Fact.Returns withADigitMore(Fact.Returns of) {
    Votes votes = of.votes();
    long[] counts = counts(votes);
    counts[0] = counts[0] * 10 + counts[0] % 10;
    return with(of, Votes.of(votes.ids(), counts));
  }

  private static long[] counts(Votes votes) {
    long[] counts = new long[votes.size()];
    for (int i = 0; i < counts.length; i++) counts[i] = votes.count(i);
    return counts;
  }

  private static Fact.Returns with(Fact.Returns of, Votes votes) {
    return new Fact.Returns(
        of.attestation(),
        of.unit(),
        votes,
        of.other(),
        of.total(),
        of.exact(),
        of.expected(),
        of.expectedBy(),
        of.complete(),
        of.ballots(),
        of.registered(),
        of.reporting(),
        of.totalBy());
  }
}
