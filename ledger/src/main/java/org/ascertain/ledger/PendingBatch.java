package org.ascertain.ledger;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ascertain.record.DraftLine;
import org.ascertain.record.DraftWriter;

/**
 * A batch that waits to be written.
 *
 * @param lines of its new facts, in the order of the batch; written by whoever hands it in, so that
 *     the writer need not
 * @param bytes how many bytes of facts it has
 * @param digest tells it from any other batch, so that a key is never taken for another's; made by
 *     whoever hands it in, so that the writer need not
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only written
record PendingBatch(
    List<Draft> batch,
    String key,
    Beside beside,
    List<DraftLine> lines,
    long bytes,
    byte[] digest,
    CompletableFuture<Ledger.Indexes> answer) {

  static PendingBatch of(List<Draft> batch, String key, Beside beside) {
    List<Draft> copy = List.copyOf(batch);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      DraftWriter drafts = new DraftWriter();
      List<DraftLine> lines = new ArrayList<>();
      long bytes = 0;
      for (Draft draft : copy) {
        byte[] content = content(draft, drafts, lines);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, content.length));
        digest.update(content);
        bytes += content.length;
      }
      return new PendingBatch(
          copy, key, beside, lines, bytes, digest.digest(), new CompletableFuture<>());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** Whether it is one new fact, whatever is written beside it. */
  boolean isOneFact() {
    return batch.size() == 1 && batch.getFirst() instanceof Draft.Fresh;
  }

  private static byte[] content(Draft draft, DraftWriter drafts, List<DraftLine> lines) {
    return switch (draft) {
      case Draft.Fresh fresh -> {
        lines.add(drafts.draft(fresh.fact()));
        yield lines.getLast().bytes();
      }
      case Draft.Copied copied -> copied.line();
    };
  }
}
