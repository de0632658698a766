package org.ascertain.condition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.ascertain.election.Entry;

/**
 * How a condition stood over time for one candidate: its changes in order. Before the first change,
 * which comes with the first fact of the record, nothing is asked and the answer is no.
 */
record Timeline(List<Change> changes) {

  /**
   * A place in the order in which facts took effect.
   *
   * @param moment nanoseconds since 1970-01-01T00:00Z
   * @param step the how-manyth fact it is; {@link #CLOCK} where the clock alone brings something,
   *     which comes before the facts of the same moment
   * @param entry the fact, or the last one before the clock came to this moment
   */
  record Place(long moment, int step, Entry entry) implements Comparable<Place> {

    static final int CLOCK = -1;

    private static final Comparator<Place> ORDER =
        Comparator.comparingLong(Place::moment).thenComparingInt(Place::step);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /** From a place on the condition stands so. */
  record Change(Place at, Truth truth) {}

  /** Writes down changes as they come, and passes over what changes nothing. */
  static final class Builder {
    private final List<Change> changes = new ArrayList<>();

    void add(Place at, Truth truth) {
      Truth before = changes.isEmpty() ? null : changes.getLast().truth();
      if (truth != before) changes.add(new Change(at, truth));
    }

    Timeline built() {
      return new Timeline(List.copyOf(changes));
    }
  }

  /** How it stood at the end of a moment; nanoseconds since 1970-01-01T00:00Z. */
  Truth at(long moment) {
    Truth truth = Truth.NO;
    for (Change change : changes) {
      if (change.at().moment() > moment) break;
      truth = change.truth();
    }
    return truth;
  }

  /** Each change turned into another value. */
  Timeline each(Function<Truth, Truth> turned) {
    Builder builder = new Builder();
    changes.forEach(change -> builder.add(change.at(), turned.apply(change.truth())));
    return builder.built();
  }

  /** Several timelines put together, by what all of them are at each place. */
  static Timeline together(List<Timeline> several, Function<Truth[], Truth> joined) {
    record Of(int which, Change change) {}
    List<Of> all = new ArrayList<>();
    for (int i = 0; i < several.size(); i++)
      for (Change change : several.get(i).changes()) all.add(new Of(i, change));
    all.sort(Comparator.comparing(of -> of.change().at()));
    Truth[] now = new Truth[several.size()];
    Arrays.fill(now, Truth.NO);
    Builder builder = new Builder();
    for (int i = 0; i < all.size(); i++) {
      Place at = all.get(i).change().at();
      now[all.get(i).which()] = all.get(i).change().truth();
      boolean last = i + 1 == all.size() || all.get(i + 1).change().at().compareTo(at) != 0;
      if (last) builder.add(at, joined.apply(now));
    }
    return builder.built();
  }

  /** What stood at the end of each moment: what comes and goes within one was never true. */
  Timeline byMoments() {
    Builder builder = new Builder();
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      boolean last =
          i + 1 == changes.size() || changes.get(i + 1).at().moment() != change.at().moment();
      if (last) builder.add(change.at(), change.truth());
    }
    return builder.built();
  }

  /**
   * Yes once it has been yes for so long without a break, unknown once it has been yes or unknown
   * for so long.
   *
   * @param nanos how long, in nanoseconds
   */
  Timeline steady(long nanos) {
    return together(
        List.of(held(Truth.YES, nanos), held(Truth.UNKNOWN, nanos)),
        truths -> Truth.of(truths[0] == Truth.YES, truths[1] == Truth.YES));
  }

  private Timeline held(Truth atLeast, long nanos) {
    List<Change> runs =
        byMoments().each(truth -> Truth.of(truth.compareTo(atLeast) >= 0)).changes();
    Builder builder = new Builder();
    if (!runs.isEmpty()) builder.add(runs.getFirst().at(), Truth.NO);
    for (int i = 0; i < runs.size(); i++) {
      Place since = runs.get(i).at();
      if (runs.get(i).truth() != Truth.YES) continue;
      long from = Math.addExact(since.moment(), nanos);
      boolean ended = i + 1 < runs.size();
      if (ended && runs.get(i + 1).at().moment() <= from) continue;
      builder.add(new Place(from, Place.CLOCK, since.entry()), Truth.YES);
      if (ended) builder.add(runs.get(i + 1).at(), Truth.NO);
    }
    return builder.built();
  }

  /** This one before a place; from it on always the same. */
  Timeline then(Place from, Truth always) {
    Builder builder = new Builder();
    for (Change change : changes)
      if (change.at().compareTo(from) < 0) builder.add(change.at(), change.truth());
    builder.add(from, always);
    return builder.built();
  }
}
