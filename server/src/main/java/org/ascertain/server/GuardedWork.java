package org.ascertain.server;

import java.time.Duration;
import java.util.Optional;
import org.ascertain.answers.CrashReport;
import org.ascertain.ledger.LedgerException;
import org.ascertain.ledger.LedgerException.Reason;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Work that goes on as long as the server does, step by step. A step that fails is logged, is the
 * work's trouble until a later one succeeds, and is tried again after a pause, which grows.
 */
final class GuardedWork implements AutoCloseable {

  /** One step of the work; it waits for no more than about a second. */
  @FunctionalInterface
  interface Step {
    /** Whether there is more to come. */
    boolean take() throws InterruptedException;
  }

  private static final Logger LOG = Logger.getLogger(GuardedWork.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final Duration LONGEST_PAUSE_WHILE_AWAY = Duration.ofSeconds(4);

  /** How long the end of a step is waited for. */
  private static final Duration LONGEST_END = Duration.ofSeconds(3);

  private final String name;
  private final Step step;
  private final Thread thread;
  private volatile @Nullable String trouble;
  private volatile boolean closed;

  GuardedWork(String name, Step step) {
    this.name = name;
    this.step = step;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Why it does not go on at present. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** The same with the work's name before it, as whoever reads health needs to know. */
  Optional<String> stopped() {
    return trouble().map(why -> name + ": " + why);
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    try {
      while (!closed) {
        Optional<Throwable> fault = attempt();
        if (fault.isEmpty()) {
          trouble = null;
          pause = FIRST_PAUSE;
          continue;
        }
        trouble = said(fault.get());
        LOG.errorf(
            shown(fault.get()),
            "%s stopped: %s; it is tried again in %d s",
            name,
            said(fault.get()),
            pause.toSeconds());
        Thread.sleep(pause);
        pause = after(pause, fault.get());
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** A store that is away is back within seconds, and its readers wait for it. */
  static Duration after(Duration pause, Throwable fault) {
    boolean isAway =
        fault instanceof LedgerException why
            && (why.reason() == Reason.BUSY || why.reason() == Reason.UNKNOWN);
    Duration longest = isAway ? LONGEST_PAUSE_WHILE_AWAY : LONGEST_PAUSE;
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(longest) > 0 ? longest : twice;
  }

  /** What a store says is no fault of the program, and where in it that was told helps nobody. */
  private static @Nullable Throwable shown(Throwable fault) {
    return fault instanceof LedgerException && !CrashReport.isTraceAsked() ? null : fault;
  }

  private Optional<Throwable> attempt() throws InterruptedException {
    try {
      if (!step.take()) closed = true;
      return Optional.empty();
    } catch (RuntimeException | Error fault) {
      return Optional.of(fault);
    }
  }

  static String said(Throwable fault) {
    String message = fault.getMessage();
    return message == null || message.isBlank() ? fault.getClass().getSimpleName() : message;
  }

  /** Afterwards nothing that a step uses is in use, unless it takes longer than any should. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    if (thread.equals(Thread.currentThread())) return;
    try {
      thread.join(LONGEST_END.toMillis());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
