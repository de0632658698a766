package org.ascertain.ledger;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

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
    long bytes,
    byte[] digest,
    CompletableFuture<Ledger.Indexes> answer) {

  static PendingBatch of(List<Draft> batch, String key) {
    List<Draft> copy = List.copyOf(batch);
    long bytes = copy.stream().mapToLong(draft -> content(draft).length).sum();
    return new PendingBatch(copy, key, bytes, digest(copy), new CompletableFuture<>());
  }

  private static byte[] content(Draft draft) {
    return switch (draft) {
      case Draft.Fresh fresh -> fresh.fact();
      case Draft.Copied copied -> copied.line();
    };
  }

  private static byte[] digest(List<Draft> batch) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Draft draft : batch) {
        byte[] content = content(draft);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, content.length));
        digest.update(content);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
