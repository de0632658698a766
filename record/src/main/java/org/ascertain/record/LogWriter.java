package org.ascertain.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes a log as static files (C2SP tlog-tiles). Entries are taken from the first on; a file that
 * is there already is left alone, so that a writer that was cut short goes on where it stopped.
 * Tiles are on disk before the checkpoint that speaks of them, and nothing is ever signed that is
 * no continuation of the checkpoint that lies in the folder.
 */
public final class LogWriter {

  private static final String CHECKPOINT = "checkpoint";

  /**
   * Where a file is written before it takes its name; left over if the writer is killed, and used
   * again.
   */
  private static final String UNFINISHED = ".unfinished";

  private final Path folder;
  private final String origin;
  private final Derivation derivation = new Derivation(this::write, this::refuse);
  private final Optional<SignedNote> published;

  /** Full tiles beside which files of a time may lie when they were less full. */
  private final List<TilePath> filled = new ArrayList<>();

  /** Folders in which files got names that may not be on disk yet. */
  private final Set<Path> named = new LinkedHashSet<>();

  private ByteArrayOutputStream bundle = new ByteArrayOutputStream();

  /**
   * @param origin the log's name with the election's id: {@code <log name>/us-president-2020}
   * @throws LogRefused if another log lies in the folder
   */
  public LogWriter(Path folder, String origin) {
    this.folder = folder;
    this.origin = origin;
    this.published = readPublished();
    published.map(Checkpoint::of).ifPresent(this::requireContinuation);
  }

  private Optional<SignedNote> readPublished() {
    try {
      return Optional.of(SignedNote.parse(Files.readAllBytes(folder.resolve(CHECKPOINT))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw new LogRefused(folder + " has a checkpoint that is none: " + e.getMessage());
    }
  }

  private void requireContinuation(Checkpoint earlier) {
    if (!earlier.origin().equals(origin))
      throw new LogRefused(folder + " holds the log " + earlier.origin() + ", not " + origin);
    require(earlier, folder.resolve(CHECKPOINT).toString());
  }

  /** Has the entries to come held against a checkpoint that was given out before. */
  public void require(Checkpoint earlier, String where) {
    derivation.hold(
        new Derivation.Claim(
            where,
            earlier.size(),
            earlier.root(),
            "is not continued by these entries; nothing was signed",
            () -> {}));
  }

  private void refuse(Flaw flaw) {
    throw new LogRefused(flaw.toString());
  }

  public long size() {
    return derivation.size();
  }

  /**
   * Takes the next entry.
   *
   * @throws LogRefused if it cannot stand there
   */
  public void add(byte[] line) {
    long before = derivation.size();
    EntryBundle.append(bundle, line);
    derivation.add(line);
    if (derivation.size() % TilePath.FULL != 0) return;
    write(
        new TilePath(TilePath.ENTRIES, before / TilePath.FULL, TilePath.FULL),
        bundle.toByteArray());
    bundle = new ByteArrayOutputStream();
  }

  /**
   * Makes the entries so far public: first what is not full yet, then the checkpoint.
   *
   * @param key signs; without one the checkpoint stands unsigned
   * @return what lies in the folder now, with the cosignatures that were there for the same text
   */
  public SignedNote publish(Optional<SigningKey> key) {
    derivation.end();
    Checkpoint checkpoint = new Checkpoint(origin, derivation.size(), derivation.root());
    derivation.eachPartial(this::write);
    TilePath.in(derivation.size(), TilePath.ENTRIES, derivation.size() / TilePath.FULL)
        .ifPresent(tile -> write(tile, bundle.toByteArray()));
    SignedNote note = key.map(k -> k.sign(checkpoint)).orElse(checkpoint.unsigned());
    SignedNote kept =
        published
            .filter(p -> p.text().equals(note.text()))
            .map(p -> note.with(p.signatures()))
            .orElse(note);
    syncNames();
    replace(CHECKPOINT, kept.bytes());
    syncNames();
    removeFilled();
    return kept;
  }

  /** Has on disk in which folders files got their names: all at once, since each takes its time. */
  private void syncNames() {
    try {
      for (Path each : named) DurableFiles.syncNames(each);
      named.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(TilePath tile, byte[] content) {
    Path file = folder.resolve(tile.path());
    if (!tile.isPartial()) filled.add(tile);
    try {
      if (!Files.exists(file)) replace(tile.path(), content);
      else if (!Arrays.equals(Files.readAllBytes(file), content))
        throw new LogRefused(
            file
                + " has other content; "
                + folder
                + " holds another log, or this file was altered");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a file in place whole: nobody ever reads half of it, even after a loss of power. */
  private void replace(String path, byte[] content) {
    Path target = folder.resolve(path);
    Path unfinished = folder.resolve(UNFINISHED);
    try {
      makeFolder(DurableFiles.folderOf(target));
      DurableFiles.write(unfinished, ByteBuffer.wrap(content));
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      named.add(DurableFiles.folderOf(target));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void makeFolder(Path made) throws IOException {
    if (Files.isDirectory(made)) return;
    Path around = DurableFiles.folderOf(made);
    makeFolder(around);
    Files.createDirectories(made);
    named.add(around);
  }

  /** Removes what a tile was while it was less full: whoever asks for less is given the whole. */
  private void removeFilled() {
    try {
      for (TilePath tile : filled) {
        Path earlier = folder.resolve(tile.path() + ".p");
        if (!Files.isDirectory(earlier)) continue;
        List<Path> files;
        try (Stream<Path> all = Files.list(earlier)) {
          files = all.toList();
        }
        for (Path file : files) Files.delete(file);
        Files.delete(earlier);
      }
      filled.clear();
      Files.deleteIfExists(folder.resolve(UNFINISHED));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
