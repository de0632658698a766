package org.ascertain.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ascertain.ledger.DataFolder;
import org.ascertain.record.Checkpoint;
import org.ascertain.record.InclusionProof;
import org.ascertain.record.Lines;
import org.ascertain.record.LogFolder;
import org.ascertain.record.LogTiles;
import org.ascertain.record.LogWriter;
import org.ascertain.record.SignedNote;
import org.ascertain.record.SigningKey;

/**
 * One election's published log, brought up to date when somebody asks and something is new. What is
 * signed is signed by the key of the data folder, and kept there; the archive's logs, and those of
 * a folder without a key, stand unsigned.
 */
final class ServedLog {

  private static final String UNSIGNED = "ascertain.invalid/archive/";
  private static final long PUBLISH_EVERY_NANOS = 1_000_000_000L;

  private final ServedElection served;
  private final Path folder;
  private final Optional<DataFolder> data;
  private final Lines lines;
  private Optional<LogWriter> writer = Optional.empty();
  private Optional<SignedNote> checkpoint = Optional.empty();
  private long published;

  ServedLog(ServedElection served, Path folder, Optional<DataFolder> data) {
    this.served = served;
    this.folder = folder;
    this.data = data;
    this.lines = (from, to, each) -> served.lines().read(from, to, each);
  }

  /** A file of the log as it is now, if it has it. */
  synchronized Optional<Path> file(String path) {
    checkpoint();
    Path file = folder.resolve(path);
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }

  /** The proof that an entry stands in the log. */
  Optional<InclusionProof> proof(long index) {
    SignedNote note = checkpoint();
    long size = Checkpoint.of(note).size();
    if (index >= size) return Optional.empty();
    LogTiles tiles = new LogTiles(new LogFolder(folder), size);
    return Optional.of(InclusionProof.of(index, tiles.entry(index), tiles, note));
  }

  /** The newest checkpoint; a second old at most while entries come. */
  synchronized SignedNote checkpoint() {
    long size = served.lines().size();
    boolean known = checkpoint.isPresent() && Checkpoint.of(checkpoint.get()).size() == size;
    if (checkpoint.isPresent() && (known || System.nanoTime() - published < PUBLISH_EVERY_NANOS))
      return checkpoint.get();
    SignedNote note = publish(size);
    checkpoint = Optional.of(note);
    published = System.nanoTime();
    return note;
  }

  private SignedNote publish(long size) {
    Optional<SigningKey> key = data.flatMap(this::key);
    LogWriter log =
        writer.orElseGet(
            () ->
                new LogWriter(
                    folder,
                    key.map(k -> DataFolder.origin(k, served.id()))
                        .orElse(UNSIGNED + served.id())));
    writer = Optional.of(log);
    lines.read(log.size(), size, (line, index) -> log.add(line));
    if (key.isPresent()) data.ifPresent(folder -> folder.requireContinued(served.id()));
    SignedNote note = log.publish(key);
    if (key.isPresent()) data.ifPresent(folder -> folder.keep(served.id(), note));
    return note;
  }

  private Optional<SigningKey> key(DataFolder folder) {
    Optional<String> name = nameOf(served);
    return name.isPresent() ? Optional.of(folder.keyOrNew(name)) : folder.key();
  }

  /** What a new key is to be called: of a rehearsal, by the name that says what it is. */
  static Optional<String> nameOf(ServedElection served) {
    return served.snapshot().edition().rehearsal() ? Optional.of("rehearsal") : Optional.empty();
  }
}
