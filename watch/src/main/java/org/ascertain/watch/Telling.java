package org.ascertain.watch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ascertain.election.Washington;
import org.ascertain.watch.Deliveries.Attempt;
import org.ascertain.watch.Deliveries.Due;
import org.ascertain.watch.Deliveries.Outcome;

/**
 * Tells turns that are due, of each watch one at a time and in their order. Killed between telling
 * and noting that it was told, it tells the same turn again, under the same id and with the same
 * bytes.
 */
public final class Telling {

  /** Longer than any telling takes: after it, one that was killed meanwhile is told again. */
  private static final Duration HOLD = Duration.ofMinutes(2);

  private static final int AT_A_TIME = 100;

  /** How a turn is told. */
  @FunctionalInterface
  public interface Teller {
    /** Tells it; says whether that went well. */
    boolean tell(Due due) throws InterruptedException;
  }

  private final Deliveries deliveries;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Teller teller;
  private final Duration hold;

  /** Tells what a store has. */
  public Telling(WatchStore store, InstantSource clock, RandomGenerator random, Teller teller) {
    this(store, clock, random, teller, HOLD);
  }

  /**
   * The same.
   *
   * @param hold for how long a turn is held by whoever tells it
   */
  Telling(
      WatchStore store, InstantSource clock, RandomGenerator random, Teller teller, Duration hold) {
    this.hold = hold;
    this.deliveries = store.deliveries();
    this.clock = clock;
    this.random = random;
    this.teller = teller;
  }

  /**
   * Tells whatever is due now.
   *
   * @param follower of whose watches
   * @return how many turns were told
   */
  public int look(String follower) throws InterruptedException {
    int told = 0;
    for (boolean more = true; more; ) {
      more = false;
      for (Due due : deliveries.take(follower, now(), hold, AT_A_TIME)) {
        long begun = now();
        boolean isTold = teller.tell(due);
        long millis = (now() - begun) / 1_000_000;
        Attempt attempt = new Attempt(begun, 0, millis, isTold ? "ended well" : "failed");
        deliveries.settle(due, attempt, isTold ? new Outcome.Delivered() : again(due));
        if (isTold) told++;
        more |= isTold;
      }
    }
    return told;
  }

  private Outcome again(Due due) {
    return Schedule.after(due.attempts() + 1, Optional.empty(), random)
        .<Outcome>map(wait -> new Outcome.Again(now() + wait.toNanos()))
        .orElseGet(Outcome.GivenUp::new);
  }

  private long now() {
    return Washington.nanos(clock.instant());
  }
}
