package org.ascertain.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Looks now and then at which of our methods a thread is in. */
final class StackSampler implements AutoCloseable {

  private static final long EVERY_MILLIS = 5;

  private final Thread watched;
  private final Thread watching;
  private final Map<String, Integer> seen = new HashMap<>();

  private StackSampler(Thread watched) {
    this.watched = watched;
    this.watching = Thread.ofPlatform().daemon().name("stack sampler").unstarted(this::watch);
  }

  static StackSampler of(Thread watched) {
    StackSampler sampler = new StackSampler(watched);
    sampler.watching.start();
    return sampler;
  }

  private void watch() {
    try {
      while (true) {
        Stream.of(watched.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("org.ascertain.standing"))
            .findFirst()
            .ifPresent(this::count);
        Thread.sleep(EVERY_MILLIS);
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void count(StackTraceElement frame) {
    String name = frame.getClassName().replaceFirst(".*\\.", "") + "." + frame.getMethodName();
    seen.merge(name, 1, Integer::sum);
  }

  /** How often each method was seen. */
  synchronized Map<String, Integer> seen() {
    return Map.copyOf(seen);
  }

  @Override
  public void close() {
    watching.interrupt();
  }
}
