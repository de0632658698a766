package org.ascertain.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.record.Checkpoint;
import org.ascertain.record.EntryLine;
import org.ascertain.record.Flaw;
import org.ascertain.record.Hash;
import org.ascertain.record.MerkleTree;
import org.ascertain.record.RecordCheck;
import org.ascertain.record.SignedNote;
import org.ascertain.record.SigningKey;
import org.ascertain.record.Trust;
import org.ascertain.record.Verification;
import org.ascertain.record.VerifierKey;

/**
 * Records and the key that signs their logs: {@code us-president-2020.db}, {@code keys/log.key}.
 * One key signs the logs of all elections in it, each under its own name.
 *
 * @param path the folder of the keys and of the elections' settings
 * @param store the records: files in that folder, unless they are in a database
 */
public record DataFolder(Path path, Store store) {

  /** A folder with the records in it. */
  public DataFolder(Path path) {
    this(path, new SqliteStore(path));
  }

  /** Where the records are, for people. */
  public String place() {
    return store.place();
  }

  /** As {@code --data} names it on a command line; of a database never its password. */
  public String named() {
    return store.named();
  }

  /** The ids of the elections whose records it has. */
  public List<String> elections() {
    return store.elections();
  }

  /** Whether there is a record of that election. */
  public boolean has(String election) {
    return store.has(election);
  }

  public StoredRecord election(String election) {
    return store.election(election);
  }

  /** The files in which the elections' settings stand, each named after its election. */
  List<Path> settings() {
    return elections().stream()
        .map(election -> path.resolve(election + ".checks.json"))
        .filter(Files::isRegularFile)
        .toList();
  }

  public Path keyFile() {
    return path.resolve("keys").resolve("log.key");
  }

  /**
   * The key of the desk, where it has watches: it seals what they keep and signs what they send.
   */
  public Path deskKeyFile() {
    return path.resolve("keys").resolve("desk.key");
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
                + place()
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
              + place()
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
   * Signs what is committed of a record. The tree goes on from the last checkpoint, after the
   * stored hashes have shown to be those that were signed then; so what comes before is not read
   * again, and nothing is ever signed that is no continuation of it.
   */
  public SignedNote sign(String election, SigningKey key) {
    StoredRecord stored = election(election);
    String origin = origin(key, election);
    requireContinued(election);
    List<SignedNote> earlier = stored.checkpoints();
    MerkleTree tree = earlier.isEmpty() ? new MerkleTree() : tree(stored, earlier, origin);
    grow(tree, stored);
    SignedNote note = key.sign(new Checkpoint(origin, tree.size(), tree.root()));
    for (SignedNote old : earlier) if (old.text().equals(note.text())) return old;
    keep(election, note);
    stored.keep(tree.size(), note);
    return note;
  }

  /**
   * Files of a folder come and go together; what was signed of a record in a database is kept
   * beside the key, too.
   */
  private Optional<LastSigned> lastSigned(String election) {
    return store instanceof SqliteStore
        ? Optional.empty()
        : Optional.of(new LastSigned(keyFile().resolveSibling(election + ".checkpoint")));
  }

  /**
   * To be asked before a record is signed.
   *
   * @throws LedgerException if it does not continue what was signed by this folder's key before
   */
  public void requireContinued(String election) {
    lastSigned(election).ifPresent(last -> last.requireContinued(election(election)));
  }

  /** To be told of what was signed, before anybody sees it. */
  public void keep(String election, SignedNote note) {
    lastSigned(election).ifPresent(last -> last.keep(note));
  }

  /** The tree as it was signed last. */
  private static MerkleTree tree(StoredRecord stored, List<SignedNote> earlier, String origin) {
    Checkpoint last = Checkpoint.of(earlier.getLast());
    if (!last.origin().equals(origin))
      throw unsigned(
          "checkpoint of " + last.size() + " entries: is of another log, " + last.origin());
    if (last.size() <= stored.size()) {
      MerkleTree tree = stored.tree(last.size());
      if (tree.root().equals(last.root())) return tree;
    }
    Verification derived = RecordCheck.verify(origin, stored.size(), stored, earlier, Trust.NONE);
    throw unsigned(
        derived.flaws().isEmpty()
            ? "the stored hashes are not those of the entries"
            : derived.flaws().getFirst().toString());
  }

  /**
   * Takes what follows the tree; the bytes must be those that were hashed when they were written.
   */
  private static void grow(MerkleTree tree, StoredRecord stored) {
    long size = stored.size();
    stored.read(
        tree.size(),
        size,
        (line, index) -> {
          if (EntryLine.of(line).filter(place -> place.index() == index).isEmpty())
            throw unsigned("entry " + index + " does not begin with its index and its time");
          tree.add(Hash.ofLeaf(line));
        });
    if (tree.size() != size || !tree.root().equals(stored.root(size)))
      throw unsigned("an entry was altered since it was written; 'verify' says which");
  }

  private static LedgerException unsigned(String why) {
    return new LedgerException(Reason.DAMAGED, "Nothing was signed: " + why + ".");
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
      Optional<VerifierKey> own = key().map(key -> key.verifier().named(origin(key, election)));
      Trust used = trust.key().isPresent() ? trust : own.map(trust::withKey).orElse(trust);
      List<SignedNote> checkpoints = stored.checkpoints();
      String origin =
          checkpoints.isEmpty() ? election : Checkpoint.of(checkpoints.getLast()).origin();
      Verification derived =
          RecordCheck.verify(
              origin,
              stored.size(),
              (from, to, each) -> stored.readChecked(to, each, flaws::add),
              checkpoints,
              used);
      flaws.addAll(derived.flaws());
      return derived.with(flaws);
    } catch (LedgerException | IllegalArgumentException e) {
      // a disk that is full or cannot be read says nothing of the record
      if (e instanceof LedgerException trouble && trouble.reason() != Reason.DAMAGED) throw trouble;
      // of a missing entry, what cannot be read for want of it is no second flaw
      if (flaws.isEmpty()) flaws.add(new Flaw(election, String.valueOf(e.getMessage())));
      return RecordCheck.verify(election, 0, (from, to, each) -> {}, List.of(), Trust.NONE)
          .with(flaws);
    }
  }
}
