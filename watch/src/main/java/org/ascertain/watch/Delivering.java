package org.ascertain.watch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
 * Tells a server's turns, many endpoints at a time, each one turn after the other. Where many are
 * due they are begun in groups with a pause between, so that who reads meanwhile is not kept
 * waiting. What came of them is written down together, so that ten thousand cost no ten thousand
 * writes to disk.
 */
public final class Delivering {

  /** How many notices are on their way at once. */
  private static final int AT_ONCE = 2_048;

  /** How many of them to endpoints that failed last: who hangs keeps no others waiting. */
  private static final int FAILING_AT_ONCE = 256;

  /** So many of each lane are begun together. */
  private static final int GROUP = 35;

  /** Between two groups; by it no more than 700 are told in a second. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** So many are taken from the tables together, to be told in groups. */
  private static final int TAKEN = 500;

  /** Longer than any telling takes: after it, one that was killed meanwhile is told again. */
  private static final Duration HOLD = Duration.ofMinutes(2);

  /** After a failure of our own. */
  private static final Duration SOON = Duration.ofSeconds(30);

  private final String follower;
  private final Deliveries deliveries;
  private final Messenger messenger;
  private final InstantSource clock;
  private final Duration hold;
  private final Lane well = new Lane(new Semaphore(AT_ONCE), new ArrayDeque<>());
  private final Lane failing = new Lane(new Semaphore(FAILING_AT_ONCE), new ArrayDeque<>());
  private final Semaphore news = new Semaphore(0);
  private final LinkedBlockingQueue<Settled> settled = new LinkedBlockingQueue<>();
  private boolean isWhole;

  /**
   * Endpoints that are told beside those of another lane.
   *
   * @param room how many more may be on their way
   * @param taken those that are told next
   */
  private record Lane(Semaphore room, Deque<Due> taken) {

    int mayTake() {
      return Math.min(TAKEN, room.availablePermits());
    }
  }

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
    if (well.taken.isEmpty()) take(Washington.nanos(clock.instant()));
    int begun = begin(well) + begin(failing);
    isWhole = begun >= GROUP;
    return !done.isEmpty()
        || begun > 0
        || well.room.availablePermits() < AT_ONCE
        || failing.room.availablePermits() < FAILING_AT_ONCE;
  }

  private void take(long now) {
    if (well.mayTake() > 0) well.taken.addAll(deliveries.take(follower, now, hold, well.mayTake()));
    if (failing.taken.isEmpty() && failing.mayTake() > 0)
      failing.taken.addAll(deliveries.takeFailing(follower, now, hold, failing.mayTake()));
  }

  private int begin(Lane lane) {
    int begun = 0;
    while (begun < GROUP && !lane.taken.isEmpty() && lane.room.tryAcquire()) {
      Due next = lane.taken.remove();
      Thread.ofVirtual().name("notice " + next.notice().id()).start(() -> tell(next, lane.room));
      begun++;
    }
    return begun;
  }

  /** Says that something may be due. */
  public void wake() {
    news.release();
  }

  /**
   * Waits until one of those on their way has arrived or something is due, or for a while; after a
   * whole group for the pause.
   */
  public void await(Duration longest) throws InterruptedException {
    if (isWhole) {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      return;
    }
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
