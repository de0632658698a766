package org.ascertain.postgres;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One of several servers on one database: it asks for the lead until it has it, and once that is
 * lost, as when the database is stopped, it asks again.
 */
public final class Leading implements AutoCloseable {

  /** Between two looks, whether the lead is free or is still held. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final PostgresStore store;
  private final Consumer<String> notices;
  private final Thread thread;
  private final Lead.Candidate candidate;
  private Optional<Lead> lead = Optional.empty();
  private String told = "";

  private Leading(PostgresStore store, Consumer<String> notices) {
    this.store = store;
    this.notices = notices;
    this.candidate = new Lead.Candidate(store);
    this.thread = Thread.ofPlatform().daemon().name("lead").unstarted(this::run);
  }

  /** Takes the lead if it is free, and goes on asking for it else. */
  static Leading begin(PostgresStore store, Consumer<String> notices) {
    Leading made = new Leading(store, notices);
    made.look();
    made.thread.start();
    return made;
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(PAUSE);
        look();
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } finally {
      candidate.close();
      giveUp();
    }
  }

  private void look() {
    if (lead.isPresent()) {
      if (lead.get().isHeld()) return;
      store.loseLead();
      giveUp();
      tell(
          "The connection by which this server leads was lost; it writes nothing until it leads again.");
    }
    try {
      lead = store.lead(candidate);
      tell(
          lead.isPresent()
              ? "This server writes to %s.".formatted(store.place())
              : "Another server writes to %s, or nobody may; this one reads, and takes over."
                  .formatted(store.place()));
    } catch (RuntimeException unreachable) {
      tell(String.valueOf(unreachable.getMessage())); // it is asked again, whatever it was
    }
  }

  /** Tells what was not told last. */
  private void tell(String sentence) {
    if (told.equals(sentence)) return;
    told = sentence;
    notices.accept(sentence);
  }

  private void giveUp() {
    store.giveUpLead();
    lead.ifPresent(Lead::close);
    lead = Optional.empty();
  }

  /** Gives the lead up, or asks for it no more. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
