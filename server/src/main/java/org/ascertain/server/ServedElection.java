package org.ascertain.server;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** One election as the server has it. */
interface ServedElection {

  String id();

  /** The newest snapshot; made on {@code executor} for the first who asks, if it takes making. */
  CompletableFuture<Snapshot> snapshot(Executor executor);

  /** The newest snapshot, made on this thread if it takes making. */
  default Snapshot snapshot() {
    return snapshot(Runnable::run).join();
  }

  /** The bytes of its record. */
  RecordLines lines();

  /** Where its new entries are told; archive elections have none. */
  default Optional<LiveFeed> feed() {
    return Optional.empty();
  }
}
