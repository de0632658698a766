package org.ascertain.watch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.ascertain.election.Washington;
import org.ascertain.watch.Deliveries.Attempt;
import org.ascertain.watch.Deliveries.Due;
import org.ascertain.watch.Deliveries.Outcome;
import org.ascertain.watch.Deliveries.Settled;

/**
 * Tells a server's turns, many endpoints at a time, each one turn after the other. What came of
 * them is written down together, so that ten thousand cost no ten thousand writes to disk.
 */
public final class Delivering {

  /** How many notices are on their way at once. */
  private static final int AT_ONCE = 2_048;

  /** How many of them to endpoints that failed last: who hangs keeps no others waiting. */
  private static final int FAILING_AT_ONCE = 256;

  /** Longer than any telling takes: after it, one that was killed meanwhile is told again. */
  private static final Duration HOLD = Duration.ofMinutes(2);

  /** After a failure of our own. */
  private static final Duration SOON = Duration.ofSeconds(30);

  private final String follower;
  private final Deliveries deliveries;
  private final Messenger messenger;
  private final InstantSource clock;
  private final Duration hold;
  private final Semaphore room = new Semaphore(AT_ONCE);
  private final Semaphore roomForFailing = new Semaphore(FAILING_AT_ONCE);
  private final Semaphore news = new Semaphore(0);
  private final LinkedBlockingQueue<Settled> settled = new LinkedBlockingQueue<>();

  public Delivering(
      String follower, Deliveries deliveries, Messenger messenger, InstantSource clock) {
    this(follower, deliveries, messenger, clock, HOLD);
  }

  /**
   * The same.
   *
   * @param hold for how long a turn is held by whoever tells it
   */
  Delivering(
      String follower,
      Deliveries deliveries,
      Messenger messenger,
      InstantSource clock,
      Duration hold) {
    this.hold = hold;
    this.follower = follower;
    this.deliveries = deliveries;
    this.messenger = messenger;
    this.clock = clock;
  }

  /**
   * Writes down what came of those on their way, and sends what is due.
   *
   * @return whether anything was done, or is on its way
   */
  public boolean look() {
    List<Settled> done = new ArrayList<>();
    settled.drainTo(done);
    if (!done.isEmpty()) deliveries.settle(done);
    long now = Washington.nanos(clock.instant());
    int free = room.availablePermits();
    int freeForFailing = roomForFailing.availablePermits();
    int sent = 0;
    if (free > 0) sent += send(deliveries.take(follower, now, hold, free), room);
    if (freeForFailing > 0)
      sent += send(deliveries.takeFailing(follower, now, hold, freeForFailing), roomForFailing);
    return !done.isEmpty() || sent > 0 || free < AT_ONCE || freeForFailing < FAILING_AT_ONCE;
  }

  private int send(List<Due> due, Semaphore from) {
    for (Due each : due) {
      from.acquireUninterruptibly();
      Thread.ofVirtual().name("notice " + each.notice().id()).start(() -> tell(each, from));
    }
    return due.size();
  }

  /** Says that something may be due. */
  public void wake() {
    news.release();
  }

  /** Waits until one of those on their way has arrived or something is due, or for a while. */
  public void await(Duration longest) throws InterruptedException {
    if (news.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) news.drainPermits();
  }

  private void tell(Due due, Semaphore from) {
    try {
      settled.add(messenger.tell(due));
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt(); // the hold ends by itself
    } catch (RuntimeException fault) {
      long now = Washington.nanos(clock.instant());
      settled.add(
          new Settled(
              due,
              new Attempt(now, 0, 0, "a fault of Ascertain: " + fault),
              new Outcome.Again(now + SOON.toNanos())));
    } finally {
      from.release();
      news.release();
    }
  }
}
