package org.ascertain.server;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.ascertain.answers.Edition;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions on a few threads, each within a limit of processor time; who waits for a thread
 * waits no longer than that either. Equal questions are answered once, and what was answered last
 * is kept. Work is ended by interrupting its thread.
 */
final class QuestionBudget implements AutoCloseable {

  private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());
  private static final int MOST_WAITING = 64;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long LOOK_NANOS = 50_000_000;

  /** How many times its limit a question may take where others keep the processors busy. */
  private static final int PATIENCE = 5;

  private static final int MOST_KEPT = 64;
  private static final int MOST_KEPT_BYTES = 1 << 20;

  private final Duration limit;
  private final Duration patience;
  private final ThreadPoolExecutor workers;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("limit of questions").factory());
  private final Map<Question, Asking> asking = new HashMap<>();
  private final Map<Question, Rendered> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Rendered> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /**
   * A question of a record, which is the same as long as nothing is added to it.
   *
   * @param words all that the answer depends on
   */
  record Question(String election, Edition edition, int entries, List<Optional<String>> words) {

    static Question of(Snapshot snapshot, List<@Nullable String> words) {
      List<Optional<String>> all = new ArrayList<>();
      for (String word : words) all.add(Optional.ofNullable(word));
      return new Question(
          snapshot.history().header().election(),
          snapshot.edition(),
          snapshot.size(),
          List.copyOf(all));
    }
  }

  /** One who waits for an answer. */
  interface Asked {
    CompletableFuture<Rendered> answer();

    /** Gives up; does nothing where the answer is there. */
    void leave();
  }

  QuestionBudget(Duration limit) {
    this(limit, limit.multipliedBy(PATIENCE));
  }

  /**
   * A budget of processor time for each question.
   *
   * @param patience how long one waits by the clock for a processor that others have
   */
  QuestionBudget(Duration limit, Duration patience) {
    this.limit = limit;
    this.patience = patience;
    this.workers =
        new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("questions ", 0).factory());
  }

  /** Asks; the answer comes within a few times the limit, or fails with a {@link Refusal}. */
  synchronized Asked ask(Question question, Supplier<Rendered> making) {
    Rendered known = kept.get(question);
    if (known != null) return new Answered(CompletableFuture.completedFuture(known));
    Asking present = asking.get(question);
    if (present != null) return present.join();
    Asking fresh = new Asking(question, making);
    try {
      workers.execute(fresh.work);
    } catch (RejectedExecutionException full) {
      return new Answered(CompletableFuture.failedFuture(busy()));
    }
    asking.put(question, fresh);
    fresh.watch(limit.toNanos());
    return fresh.join();
  }

  /** How many questions are being answered, or wait for it. */
  synchronized int open() {
    return asking.size();
  }

  private synchronized void done(Asking asked, @Nullable Rendered answer) {
    asking.remove(asked.question, asked);
    if (answer != null && answer.plain().length() <= MOST_KEPT_BYTES)
      kept.put(asked.question, answer);
  }

  private static Refusal busy() {
    return Refusal.later("Too many questions", "Others are being answered; ask again.", 2);
  }

  private Refusal costly() {
    return new Refusal(
        422,
        "The question takes too long",
        "It was not answered within %.1f seconds; ask for less at once."
            .formatted(limit.toMillis() / 1e3));
  }

  @Override
  public void close() {
    clock.shutdownNow();
    workers.shutdownNow();
  }

  private record Answered(CompletableFuture<Rendered> answer) implements Asked {
    @Override
    public void leave() {}
  }

  /** A question that is being answered, for all who have asked it. */
  private final class Asking {
    private final Question question;
    private final Supplier<Rendered> making;
    private final FutureTask<@Nullable Void> work = new FutureTask<>(this::make, null);
    private final CompletableFuture<Rendered> answer = new CompletableFuture<>();
    private final long asked = System.nanoTime();
    private volatile @Nullable Thread worker;
    private volatile long usedBefore;
    private int waiting;

    Asking(Question question, Supplier<Rendered> making) {
      this.question = question;
      this.making = making;
    }

    /** One more waits; called by whoever holds the budget. */
    Asked join() {
      waiting++;
      AtomicBoolean left = new AtomicBoolean();
      return new Asked() {
        @Override
        public CompletableFuture<Rendered> answer() {
          return answer;
        }

        @Override
        public void leave() {
          if (left.compareAndSet(false, true)) Asking.this.leave();
        }
      };
    }

    private void leave() {
      synchronized (QuestionBudget.this) {
        if (--waiting > 0 || answer.isDone()) return;
      }
      end(busy());
    }

    private void make() {
      usedBefore = THREADS.getCurrentThreadCpuTime();
      worker = Thread.currentThread();
      try {
        Rendered made = Objects.requireNonNull(making.get());
        done(this, made);
        answer.complete(made);
      } catch (RuntimeException | Error fault) {
        done(this, null);
        answer.completeExceptionally(fault);
      }
    }

    private void watch(long nanos) {
      var _ = clock.schedule(this::look, Math.max(nanos, LOOK_NANOS), TimeUnit.NANOSECONDS);
    }

    /** Whether the limit is over; who only waited for others may ask again. */
    private void look() {
      if (answer.isDone()) return;
      Thread working = worker;
      if (working == null) {
        end(busy());
        return;
      }
      long left = limit.toNanos() - (THREADS.getThreadCpuTime(working.threadId()) - usedBefore);
      if (left <= 0) end(costly());
      else if (System.nanoTime() - asked > patience.toNanos()) end(busy());
      else watch(left);
    }

    private void end(Refusal refusal) {
      done(this, null);
      answer.completeExceptionally(refusal);
      work.cancel(true);
      workers.remove(work);
    }
  }
}
