package org.ascertain.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.ascertain.ledger.LedgerException.Reason;

/**
 * Sees to it that a record has one writer. The system lets go of the lock when the program ends,
 * however it ends.
 */
final class WriterLock implements AutoCloseable {

  private final FileChannel channel;

  private WriterLock(FileChannel channel) {
    this.channel = channel;
  }

  static WriterLock take(Path record) {
    Path file = record.resolveSibling(record.getFileName() + ".lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isOurs(channel)) return new WriterLock(channel);
      channel.close();
    } catch (IOException e) {
      throw new LedgerException(
          Reason.READ_ONLY,
          file.getParent() + " cannot be written to (" + e + "). Check the folder's permissions.",
          e);
    }
    throw new LedgerException(
        Reason.TAKEN,
        "Another writer has " + record + "; a record has one writer. Stop that one first.");
  }

  private static boolean isOurs(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // this very program has it
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new LedgerException(
          Reason.UNKNOWN, "The lock could not be let go: " + e.getMessage(), e);
    }
  }
}
