package org.ascertain.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long whoever has failed to sign in has to wait before the next attempt: longer each time, and
 * never for good, so that nobody can lock out a desk. It is known by name and by address apart, and
 * forgotten when the program ends.
 */
final class FailedSignIns {

  /** So many are free, for people mistype. */
  private static final int FREE = 3;

  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** After so long without a failure, those before do not count any more. */
  private static final Duration FORGOTTEN = Duration.ofHours(1);

  /** Beyond these the one longest without an attempt is forgotten. */
  private static final int MOST = 10_000;

  private record Failures(int number, Instant last) {}

  private final Map<String, Failures> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MOST;
        }
      };

  /** How long from now on it is too early; not at all if it is not. */
  synchronized Duration tooEarly(String who, Instant now) {
    Failures failures = known.get(who);
    if (failures == null || !now.isBefore(failures.last().plus(FORGOTTEN))) return Duration.ZERO;
    Duration left = Duration.between(now, failures.last().plus(delay(failures.number())));
    return left.isNegative() ? Duration.ZERO : left;
  }

  synchronized void failed(String who, Instant now) {
    Failures before = known.get(who);
    int number =
        before == null || !now.isBefore(before.last().plus(FORGOTTEN)) ? 1 : before.number() + 1;
    known.put(who, new Failures(number, now));
  }

  synchronized void succeeded(String who) {
    known.remove(who);
  }

  /** 0, 0, 0, 1, 2, 4 ... 300 s. */
  private static Duration delay(int failures) {
    if (failures < FREE) return Duration.ZERO;
    int doublings = Math.min(failures - FREE, 9);
    Duration delay = Duration.ofSeconds(1L << doublings);
    return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
  }
}
