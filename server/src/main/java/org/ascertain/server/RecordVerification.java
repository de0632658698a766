package org.ascertain.server;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.ascertain.ledger.DataFolder;
import org.ascertain.record.Flaw;
import org.ascertain.record.Trust;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Holds a record against what was written and signed, once, while it is being read for the first
 * time. Until it has shown to be sound nothing of it is told, and of a damaged one nothing ever.
 */
final class RecordVerification implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(RecordVerification.class);

  private final DataFolder folder;
  private final String id;
  private final GuardedWork work;
  private final CompletableFuture<Void> sound = new CompletableFuture<>();
  private volatile @Nullable String damage;

  RecordVerification(DataFolder folder, String id) {
    this.folder = folder;
    this.id = id;
    this.work = new GuardedWork("verification of " + id, this::verify);
  }

  void start() {
    work.start();
  }

  private boolean verify() {
    Optional<String> found = damage(folder, id);
    if (found.isEmpty()) {
      sound.complete(null);
      return false;
    }
    LOG.errorf("%s is not served: %s", id, found.get());
    damage = found.get();
    sound.completeExceptionally(new IllegalStateException(found.get()));
    return false;
  }

  /** What is wrong with a record, and what to do; empty for a sound one. */
  static Optional<String> damage(DataFolder folder, String id) {
    List<Flaw> flaws = folder.verify(id, Trust.NONE).flaws();
    if (flaws.isEmpty()) return Optional.empty();
    String further = flaws.size() == 1 ? "" : " (and %,d more)".formatted(flaws.size() - 1);
    return Optional.of(
        "its record is damaged: %s%s. 'ascertain verify %s' tells all; 'ascertain restore BACKUP --data NEW' makes a sound folder of a backup, to be served in its place; a server that has found damage looks at the record again when it is started again"
            .formatted(flaws.getFirst(), further, folder.named()));
  }

  /** Done once the record has shown to be sound; fails if it is damaged. */
  CompletableFuture<Void> sound() {
    return sound;
  }

  boolean isSound() {
    return sound.isDone() && !sound.isCompletedExceptionally();
  }

  /** Why the record is not served. */
  Optional<String> damage() {
    return Optional.ofNullable(damage);
  }

  /** Why it cannot be told at present whether the record is sound. */
  Optional<String> trouble() {
    return work.trouble();
  }

  @Override
  public void close() {
    work.close();
  }
}
