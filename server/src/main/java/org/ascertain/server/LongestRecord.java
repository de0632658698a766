package org.ascertain.server;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * The archive's longest record, that of 2020. It never changes, so that it is read, and a question
 * of the costly kind asked of it once, while the server itself still starts: whoever asks first
 * then waits no longer than others.
 */
final class LongestRecord {

  static final String ID = "us-president-2020";

  private static final String QUESTION = "settled";
  private static final ArchivedElection SERVED = new ArchivedElection(ID);
  private static final Lazy<String> ASKED = new Lazy<>(LongestRecord::ask);

  static ArchivedElection served() {
    return SERVED;
  }

  /**
   * Reads and asks on a thread of its own, once, however often it is called. Is done also where the
   * record cannot be read: whoever asks for the election is told.
   */
  static CompletableFuture<Void> readAhead() {
    return ASKED
        .future(Thread.ofPlatform().daemon().name("longest record")::start)
        .handle((asked, failed) -> null);
  }

  private static String ask() {
    return QuestionsResource.turns(
        SERVED.snapshot(),
        QUESTION,
        Instant.now(),
        new Earlier(OptionalLong.empty(), Optional.empty()));
  }

  private LongestRecord() {}
}
