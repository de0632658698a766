package org.ascertain.ledger;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ascertain.record.DraftWriter;

/**
 * A batch that waits to be written.
 *
 * @param bytes how many bytes of facts it has
 * @param digest tells it from any other batch, so that a key is never taken for another's; made by
 *     whoever hands it in, so that the writer need not
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only written
record PendingBatch(
    List<Draft> batch,
    String key,
    Beside beside,
    long bytes,
    byte[] digest,
    CompletableFuture<Ledger.Indexes> answer) {

  static PendingBatch of(List<Draft> batch, String key, Beside beside) {
    List<Draft> copy = List.copyOf(batch);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      DraftWriter drafts = new DraftWriter();
      long bytes = 0;
      for (Draft draft : copy) {
        byte[] content = content(draft, drafts);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, content.length));
        digest.update(content);
        bytes += content.length;
      }
      return new PendingBatch(copy, key, beside, bytes, digest.digest(), new CompletableFuture<>());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** Whether it is one new fact, whatever is written beside it. */
  boolean isOneFact() {
    return batch.size() == 1 && batch.getFirst() instanceof Draft.Fresh;
  }

  private static byte[] content(Draft draft, DraftWriter drafts) {
    return switch (draft) {
      case Draft.Fresh fresh -> drafts.line(fresh.fact());
      case Draft.Copied copied -> copied.line();
    };
  }
}
