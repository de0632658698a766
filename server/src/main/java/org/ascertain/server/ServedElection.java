package org.ascertain.server;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** One election as the server has it. */
interface ServedElection {

  String id();

  ServingState state();

  /**
   * The newest snapshot; made on {@code executor} for the first who asks, if it takes making. It
   * comes within some seconds, or fails with a {@link Refusal}.
   */
  CompletableFuture<Snapshot> snapshot(Executor executor);

  /**
   * The newest snapshot, made on this thread if it takes making.
   *
   * @throws Refusal if there is none
   */
  Snapshot snapshot();

  /** The snapshot that goes into a list of all; empty where nothing is known. */
  CompletableFuture<Optional<Snapshot>> known(Executor executor);

  /** Says that its record may have grown. */
  default void wake() {}

  /**
   * The bytes of its record.
   *
   * @throws Refusal if they are damaged, or it is not known yet whether they are
   */
  RecordLines lines();

  /**
   * Where its new entries are told; archive elections have none.
   *
   * @throws Refusal if its record is damaged, or it is not known yet whether it is
   */
  default Optional<LiveFeed> feed() {
    return Optional.empty();
  }
}
