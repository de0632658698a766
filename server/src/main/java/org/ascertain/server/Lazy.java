package org.ascertain.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made when first asked for, once, by one thread; whoever else asks waits. Where
 * making it fails, those who wait are told, and the next who asks has it made anew.
 */
final class Lazy<T> {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final Supplier<T> making;
  private final AtomicReference<@Nullable CompletableFuture<T>> value = new AtomicReference<>();

  Lazy(Supplier<T> making) {
    this.making = making;
  }

  /**
   * The value, made on the thread that asks first.
   *
   * @throws Refusal if another thread makes it and takes too long
   */
  T get() {
    try {
      return future(Runnable::run).get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException fault) throw fault;
      if (failed.getCause() instanceof Error fault) throw fault;
      throw new IllegalStateException(failed.getCause());
    } catch (TimeoutException late) {
      throw Refusal.later("Not ready", "The answer is still being made.", 5);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw Refusal.later("Not ready", "The answer was not made to its end.", 5);
    }
  }

  /** The value to come, made on {@code executor} if nobody has asked before. */
  CompletableFuture<T> future(Executor executor) {
    CompletableFuture<T> present = value.get();
    if (present != null) return present;
    CompletableFuture<T> mine = new CompletableFuture<>();
    if (!value.compareAndSet(null, mine)) return future(executor);
    try {
      executor.execute(() -> make(mine));
    } catch (RuntimeException refused) {
      fail(mine, refused);
    }
    return mine;
  }

  /** The value, if it has been made. */
  Optional<T> made() {
    CompletableFuture<T> present = value.get();
    return present == null || !present.isDone() || present.isCompletedExceptionally()
        ? Optional.empty()
        : Optional.of(present.join());
  }

  private void make(CompletableFuture<T> mine) {
    try {
      mine.complete(making.get());
    } catch (RuntimeException | Error fault) {
      fail(mine, fault);
    }
  }

  private void fail(CompletableFuture<T> mine, Throwable fault) {
    value.compareAndSet(mine, null);
    mine.completeExceptionally(fault);
  }
}
