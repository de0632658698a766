package org.ascertain.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
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

  /** Keeps what is about to be handed out, unless another program has signed more meanwhile. */
  void keep(SignedNote note) {
    try {
      if (Files.exists(file) && read().size() >= Checkpoint.of(note).size()) return;
      Path fresh = file.resolveSibling(file.getFileName() + "-" + ProcessHandle.current().pid());
      Files.deleteIfExists(fresh);
      DurableFiles.write(fresh, ByteBuffer.wrap(note.bytes()));
      DurableFiles.move(fresh, file);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private LedgerException unusable(IOException e) {
    return new LedgerException(
        Reason.READ_ONLY, "Nothing was signed: %s cannot be used (%s).".formatted(file, e), e);
  }
}
