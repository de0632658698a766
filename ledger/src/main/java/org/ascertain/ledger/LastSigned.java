package org.ascertain.ledger;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.record.Checkpoint;
import org.ascertain.record.DurableFiles;
import org.ascertain.record.SignedNote;

/**
 * What was signed last of a record, in a file beside the key: a database that has lost entries, as
 * a replica that took over too early has, lost what it knew of signatures with them. Nothing is
 * signed that does not continue it.
 */
record LastSigned(Path file) {

  private static final Object ONE_OF_THIS_PROGRAM = new Object();

  /**
   * @throws LedgerException if the record does not continue what was signed
   */
  void requireContinued(StoredRecord record) {
    try {
      if (!Files.exists(file)) return;
      Checkpoint last = read();
      long size = record.size();
      if (size < last.size())
        throw new LedgerException(
            Reason.DAMAGED,
            "Nothing was signed: %,d entries were signed here before, and %s has %,d. It has lost entries, or is a replica that is behind."
                .formatted(last.size(), record.place(), size));
      if (!record.root(last.size()).equals(last.root()))
        throw new LedgerException(
            Reason.DAMAGED,
            "Nothing was signed: the first %,d entries of %s are not those that were signed here before."
                .formatted(last.size(), record.place()));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private Checkpoint read() throws IOException {
    return Checkpoint.of(SignedNote.parse(Files.readAllBytes(file)));
  }

  /** Keeps what is about to be handed out, unless another thread or program has signed more. */
  void keep(SignedNote note) {
    synchronized (ONE_OF_THIS_PROGRAM) { // it may not take a file's lock twice
      try (FileChannel lock = FileChannel.open(beside(".lock"), CREATE, WRITE);
          FileLock _ = lock.lock()) {
        if (Files.exists(file) && read().size() >= Checkpoint.of(note).size()) return;
        Path fresh = beside(".new");
        DurableFiles.write(fresh, ByteBuffer.wrap(note.bytes()));
        DurableFiles.move(fresh, file);
      } catch (IOException e) {
        throw unusable(e);
      }
    }
  }

  private Path beside(String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  private LedgerException unusable(IOException e) {
    return new LedgerException(
        Reason.READ_ONLY, "Nothing was signed: %s cannot be used (%s).".formatted(file, e), e);
  }
}
