package org.ascertain.watch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When telling is tried again: as Standard Webhooks advise, at once, then after 5 seconds, 5 and 30
 * minutes, 2, 5, 10, 14, 20 and 24 hours, each more or less by a fifth, so that all who were down
 * together do not come back together.
 */
final class Schedule {

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  private static final double JITTER = 0.2;

  /**
   * How long to wait after so many attempts that failed; empty to give up.
   *
   * @param asked what the receiver asked for, taken between the schedule's wait and twice that
   */
  static Optional<Duration> after(int attempts, Optional<Duration> asked, RandomGenerator random) {
    if (attempts < 1 || attempts > WAITS.size()) return Optional.empty();
    Duration base = WAITS.get(attempts - 1);
    if (asked.isPresent()) {
      Duration most = base.multipliedBy(2);
      Duration wait = asked.get();
      return Optional.of(wait.compareTo(base) < 0 ? base : wait.compareTo(most) > 0 ? most : wait);
    }
    double factor = 1 + JITTER * (2 * random.nextDouble() - 1);
    return Optional.of(Duration.ofNanos((long) (base.toNanos() * factor)));
  }

  private Schedule() {}
}
