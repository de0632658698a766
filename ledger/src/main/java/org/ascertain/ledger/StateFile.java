package org.ascertain.ledger;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.record.DurableFiles;
import org.ascertain.record.Hash;

/**
 * A kept state in a file beside its record: {@code us-president-2020.standing.state}. Before the
 * content stand a mark, the content's version, its size in entries, their root, and the content's
 * hash, so that half a file or an altered one is none.
 */
record StateFile(Path file) {

  private static final long MARK = 0x4153435253544154L; // "ASCRSTAT"
  private static final int HEAD = 2 * Long.BYTES + Integer.BYTES + 2 * Hash.LENGTH;

  StateFile(Path record, String name) {
    this(
        record.resolveSibling(
            record.getFileName().toString().replaceFirst("\\.db$", "") + "." + name + ".state"));
  }

  /** The state, if the file is whole and of that version; removes any other. */
  Optional<KeptState> read(int version) {
    if (!Files.isRegularFile(file)) return Optional.empty();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      boolean known = in.readLong() == MARK && in.readInt() == version;
      long size = in.readLong();
      Hash root = Hash.at(in.readNBytes(Hash.LENGTH), 0);
      byte[] digest = in.readNBytes(Hash.LENGTH);
      byte[] content = known ? in.readAllBytes() : new byte[0];
      if (known && Arrays.equals(digest, Hash.ofLeaf(content).bytes()))
        return Optional.of(new KeptState(version, size, root, content));
    } catch (IOException e) {
      // cut short, or unreadable: it is made again like any that does not fit
    }
    remove();
    return Optional.empty();
  }

  private void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // in a folder that cannot be written to it stays, and is of no use
    }
  }

  void write(KeptState state) {
    ByteBuffer head = ByteBuffer.allocate(HEAD).putLong(MARK).putInt(state.version());
    head.putLong(state.size()).put(state.root().bytes());
    head.put(Hash.ofLeaf(state.content()).bytes()).flip();
    try {
      Path unfinished = Files.createTempFile(DurableFiles.folderOf(file), ".state", "");
      DurableFiles.write(unfinished, head, ByteBuffer.wrap(state.content()));
      DurableFiles.move(unfinished, file);
    } catch (IOException e) {
      throw new LedgerException(Reason.READ_ONLY, file + " cannot be written (" + e + ").", e);
    }
  }
}
