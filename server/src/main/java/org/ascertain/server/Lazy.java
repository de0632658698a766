package org.ascertain.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when first asked for, once, by one thread; whoever else asks waits. */
final class Lazy<T> {

  private final Supplier<T> making;
  private final AtomicReference<@Nullable CompletableFuture<T>> value = new AtomicReference<>();

  Lazy(Supplier<T> making) {
    this.making = making;
  }

  /** The value, made on the thread that asks first. */
  T get() {
    return future(Runnable::run).join();
  }

  /** The value to come, made on {@code executor} if nobody has asked before. */
  CompletableFuture<T> future(Executor executor) {
    CompletableFuture<T> present = value.get();
    if (present != null) return present;
    CompletableFuture<T> mine = new CompletableFuture<>();
    if (!value.compareAndSet(null, mine)) return future(executor);
    executor.execute(() -> make(mine));
    return mine;
  }

  private void make(CompletableFuture<T> mine) {
    try {
      mine.complete(making.get());
    } catch (RuntimeException | Error fault) {
      mine.completeExceptionally(fault);
    }
  }
}
