package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.ascertain.ledger.LedgerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GuardedWorkTest {

  @Test
  void what_fails_is_in_trouble_and_is_tried_again() throws InterruptedException {
    AtomicInteger steps = new AtomicInteger();
    CountDownLatch again = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (GuardedWork work =
        new GuardedWork(
            "a trial",
            () -> {
              if (steps.incrementAndGet() == 1) throw new StackOverflowError("too deep");
              again.countDown();
              return !goOn.await(20, TimeUnit.SECONDS);
            })) {
      work.start();
      assertThat(again.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(work.trouble()).contains("too deep");
      assertThat(work.stopped()).contains("a trial: too deep");
      goOn.countDown();
      long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
      while (work.trouble().isPresent() && System.nanoTime() < limit) Thread.onSpinWait();
      assertThat(work.trouble()).isEmpty();
    }
  }

  @Test
  void who_waits_for_a_database_that_is_away_looks_again_within_seconds() {
    Throwable away = new LedgerException(LedgerException.Reason.BUSY, "It gave no connection.");
    Throwable full = new LedgerException(LedgerException.Reason.FULL, "The disk is full.");
    assertThat(after(10, away)).isEqualTo(Duration.ofSeconds(4));
    assertThat(after(10, full)).isEqualTo(Duration.ofSeconds(60));
    assertThat(after(1, full)).isEqualTo(Duration.ofSeconds(2));
  }

  private static Duration after(int times, Throwable fault) {
    Duration pause = Duration.ofSeconds(1);
    for (int i = 0; i < times; i++) pause = GuardedWork.after(pause, fault);
    return pause;
  }

  /** What a step reads may be deleted then; {@code FileChannel} and SQLite end no sooner. */
  @Test
  void no_step_is_under_way_once_it_is_closed() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicInteger ended = new AtomicInteger();
    try (GuardedWork work =
        new GuardedWork(
            "a trial",
            () -> {
              begun.countDown();
              long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
              while (System.nanoTime() < until) Thread.onSpinWait();
              ended.incrementAndGet();
              return true;
            })) {
      work.start();
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(ended).hasValue(1);
  }

  @Test
  void a_value_whose_making_failed_is_made_anew() {
    AtomicInteger asked = new AtomicInteger();
    Lazy<Integer> value =
        new Lazy<>(
            () -> {
              if (asked.incrementAndGet() == 1) throw new IllegalStateException("not yet");
              return asked.get();
            });
    assertThat(value.future(Runnable::run)).isCompletedExceptionally();
    assertThat(value.made()).isEmpty();
    assertThat(value.get()).isEqualTo(2);
    assertThat(value.made()).contains(2);
  }
}
