package org.ascertain.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.record.Checkpoint;
import org.ascertain.record.Flaw;
import org.ascertain.record.RecordCheck;
import org.ascertain.record.SignedNote;
import org.ascertain.record.SigningKey;
import org.ascertain.record.Trust;
import org.ascertain.record.Verification;
import org.ascertain.record.VerifierKey;

/**
 * A folder with records and the key that signs their logs: {@code us-president-2020.db}, {@code
 * keys/log.key}. One key signs the logs of all elections in it, each under its own name.
 */
public record DataFolder(Path path) {

  private static final String RECORD = ".db";

  /** The ids of the elections whose records it has. */
  public List<String> elections() {
    if (!Files.isDirectory(path)) return List.of();
    try (Stream<Path> files = Files.list(path)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("us-president-") && name.endsWith(RECORD))
          .map(name -> name.substring(0, name.length() - RECORD.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether there is a record of that election. */
  public boolean has(String election) {
    return Files.isRegularFile(file(election));
  }

  public Path file(String election) {
    return path.resolve(election + RECORD);
  }

  public StoredRecord election(String election) {
    return new RecordOnDisk(file(election));
  }

  public Path keyFile() {
    return path.resolve("keys").resolve("log.key");
  }

  /** The folder's key, if it has one. */
  public Optional<SigningKey> key() {
    return Files.exists(keyFile()) ? Optional.of(SigningKeyFile.read(keyFile())) : Optional.empty();
  }

  /**
   * The folder's key, made on first use.
   *
   * @param name what a new key's logs are to be called; without one they are named after the key
   * @throws LedgerException if the folder has a key of another name, or has lost its key
   */
  public SigningKey keyOrNew(Optional<String> name) {
    Optional<SigningKey> present = key();
    if (present.isPresent()) {
      if (name.filter(n -> !n.equals(present.get().name())).isPresent())
        throw new LedgerException(
            Reason.REFUSED,
            "The logs in "
                + path
                + " are called "
                + present.get().name()
                + "; a log keeps its name.");
      return present.get();
    }
    Path keys = path.resolve("keys");
    if (Files.isDirectory(keys) && !Files.isExecutable(keys))
      throw new LedgerException(
          Reason.READ_ONLY,
          keys + " belongs to somebody else, and only its owner can sign and continue the logs.");
    if (elections().stream().anyMatch(election -> !election(election).checkpoints().isEmpty()))
      throw new LedgerException(
          Reason.REFUSED,
          "The key of "
              + path
              + " is missing: put back "
              + keyFile()
              + ". A new one could not go on with its logs.");
    SigningKey made =
        name.map(n -> SigningKey.make(n, VerifierKey.Kind.LOG)).orElseGet(SigningKey::make);
    SigningKeyFile.write(keyFile(), made);
    return made;
  }

  /** The name of an election's log, which is its origin and the name of its key. */
  public static String origin(SigningKey key, String election) {
    return key.name() + "/" + election;
  }

  /**
   * Signs what is committed of a record, after it has shown that this continues all that was signed
   * before.
   */
  public SignedNote sign(String election, SigningKey key) {
    StoredRecord stored = election(election);
    String origin = origin(key, election);
    long size = stored.size();
    List<SignedNote> earlier = stored.checkpoints();
    Verification derived = RecordCheck.verify(origin, size, stored, earlier, Trust.NONE);
    if (!derived.flaws().isEmpty())
      throw new LedgerException(
          Reason.DAMAGED, "Nothing was signed: " + derived.flaws().getFirst() + ".");
    SignedNote note = key.sign(new Checkpoint(origin, size, derived.root()));
    for (SignedNote old : earlier) if (old.text().equals(note.text())) return old;
    stored.keep(size, note);
    return note;
  }

  /**
   * Verifies a record: every entry has the bytes that were written, and all checkpoints that were
   * signed are of it.
   *
   * @param trust its key, if it has one, counts instead of the folder's own
   */
  public Verification verify(String election, Trust trust) {
    StoredRecord stored = election(election);
    List<Flaw> flaws = new ArrayList<>();
    try {
      stored.checkBytes(flaws::add);
      Optional<VerifierKey> own = key().map(key -> key.verifier().named(origin(key, election)));
      Trust used = trust.key().isPresent() ? trust : own.map(trust::withKey).orElse(trust);
      List<SignedNote> checkpoints = stored.checkpoints();
      String origin =
          checkpoints.isEmpty() ? election : Checkpoint.of(checkpoints.getLast()).origin();
      Verification derived = RecordCheck.verify(origin, stored.size(), stored, checkpoints, used);
      flaws.addAll(derived.flaws());
      return derived.with(flaws);
    } catch (LedgerException | IllegalArgumentException e) {
      // of a missing entry, what cannot be read for want of it is no second flaw
      if (flaws.isEmpty()) flaws.add(new Flaw(election, String.valueOf(e.getMessage())));
      return RecordCheck.verify(election, 0, (from, to, each) -> {}, List.of(), Trust.NONE)
          .with(flaws);
    }
  }
}
