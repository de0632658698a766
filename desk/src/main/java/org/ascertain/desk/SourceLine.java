package org.ascertain.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What one source has said of one unit lately, the newest first. */
final class SourceLine {

  /** Gaps that a usual one is the median of. */
  private static final int GAPS = 9;

  private final long reach;
  private final List<Reported> recent = new ArrayList<>(2);
  private final long[] gaps = new long[GAPS];
  private int gapsSeen;

  /**
   * @param reach how long before the newest statement others are kept, in nanoseconds; the last one
   *     before that is kept too, so that what the first of them added is known
   */
  SourceLine(long reach) {
    this.reach = reach;
  }

  List<Reported> recent() {
    return List.copyOf(recent);
  }

  Optional<Reported> newest() {
    return recent.isEmpty() ? Optional.empty() : Optional.of(recent.getFirst());
  }

  boolean isEmpty() {
    return recent.isEmpty();
  }

  /** Takes a statement to its place in time; of one moment, the one recorded later is newer. */
  void add(Reported said) {
    if (!recent.isEmpty()) gap(said.effective() - recent.getFirst().effective());
    int at = 0;
    while (at < recent.size() && recent.get(at).effective() > said.effective()) at++;
    recent.add(at, said);
    while (recent.size() > 2
        && recent.get(recent.size() - 2).effective() < recent.getFirst().effective() - reach)
      recent.removeLast();
  }

  private void gap(long nanos) {
    if (nanos <= 0) return;
    gaps[gapsSeen % GAPS] = nanos;
    gapsSeen++;
  }

  /** Whether the statement of an entry is among those that are kept. */
  boolean has(long entry) {
    return recent.stream().anyMatch(each -> each.entry() == entry);
  }

  void remove(long entry) {
    recent.removeIf(each -> each.entry() == entry);
  }

  /** Empty where it spoke less than twice. */
  Optional<Before.Pace> pace() {
    int known = Math.min(gapsSeen, GAPS);
    if (known == 0 || recent.isEmpty()) return Optional.empty();
    long[] sorted = Arrays.copyOf(gaps, known);
    Arrays.sort(sorted);
    return Optional.of(new Before.Pace(recent.getFirst().effective(), sorted[known / 2], known));
  }
}
