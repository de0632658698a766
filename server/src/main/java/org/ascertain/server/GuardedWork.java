package org.ascertain.server;

import java.time.Duration;
import java.util.Optional;
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
            fault.get(),
            "%s stopped: %s; it is tried again in %d s",
            name,
            said(fault.get()),
            pause.toSeconds());
        Thread.sleep(pause);
        Duration twice = pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
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
