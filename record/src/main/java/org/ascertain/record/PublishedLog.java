package org.ascertain.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Verifies a published log: derives everything again from its entries, and holds every file against
 * it. Nothing but the files is needed. It holds one bundle of entries and one tile of each level,
 * however long the record is.
 */
public final class PublishedLog {

  private static final String CHECKPOINT = "checkpoint";

  private final LogFiles files;
  private final VerificationLog log = new VerificationLog();
  private final TileFiles tiles;
  private final SignatureCheck signatures;
  private final Derivation derivation = new Derivation(this::compareTile, this::tell);

  /**
   * The tree over the hashes that the tiles of the lowest level claim, to tell whether they or the
   * entries are wrong.
   */
  private final MerkleTree claimed = new MerkleTree();

  /**
   * The tiles of the lowest level that do not fit their entries; what stands above them cannot fit
   * either.
   */
  private final BitSet unfit = new BitSet();

  private Optional<Mismatch> first = Optional.empty();

  /**
   * An entry whose hash is not the one that its tile has.
   *
   * @param before how many flaws were found before it
   */
  private record Mismatch(long entry, TilePath tile, TilePath bundle, int before) {}

  private PublishedLog(LogFiles files, Trust trust) {
    this.files = files;
    this.tiles = new TileFiles(files);
    this.signatures = new SignatureCheck(trust, log);
  }

  /**
   * Verifies a log.
   *
   * @throws java.io.UncheckedIOException if a file cannot be read
   */
  public static Verification verify(LogFiles files, Trust trust) {
    return new PublishedLog(files, trust).verify();
  }

  /**
   * The entries of a log, as many as its checkpoint speaks of. Nothing is checked: {@link #verify}
   * does that.
   *
   * @throws IllegalArgumentException if a file is missing, or is none of a log
   * @throws java.io.UncheckedIOException if a file cannot be read
   */
  public static List<byte[]> entries(LogFiles files) {
    byte[] note =
        files
            .read(CHECKPOINT, SignedNote.LARGEST)
            .orElseThrow(() -> new IllegalArgumentException("the log has no checkpoint"));
    long size = Checkpoint.of(SignedNote.parse(note)).size();
    TileFiles tiles = new TileFiles(files);
    List<byte[]> entries = new ArrayList<>();
    for (long at = 0; entries.size() < size; at++) {
      TilePath bundle = TilePath.in(size, TilePath.ENTRIES, at).orElseThrow();
      byte[] bytes =
          tiles
              .entries(bundle)
              .orElseThrow(() -> new IllegalArgumentException(bundle.path() + " is missing"));
      EntryBundle.Reader reader = new EntryBundle.Reader(bytes);
      for (int i = 0; i < bundle.width(); i++)
        entries.add(
            reader
                .next()
                .orElseThrow(() -> new IllegalArgumentException(bundle.path() + " breaks off")));
    }
    return entries;
  }

  private Verification verify() {
    Optional<byte[]> bytes = files.read(CHECKPOINT, SignedNote.LARGEST);
    if (bytes.isEmpty()) return nothing("is missing");
    SignedNote note;
    Checkpoint checkpoint;
    try {
      note = SignedNote.parse(bytes.get());
      checkpoint = Checkpoint.of(note);
    } catch (IllegalArgumentException e) {
      return nothing("is no checkpoint: " + e.getMessage());
    }
    if (signatures.checkSignatures(note, checkpoint)) derive(checkpoint);
    return log.conclude(checkpoint.origin(), derivation.size(), derivation.root());
  }

  private Verification nothing(String what) {
    log.flaw(CHECKPOINT, what);
    return log.conclude(files.place(), 0, Hash.OF_NOTHING);
  }

  private void derive(Checkpoint checkpoint) {
    long size = checkpoint.size();
    signatures.claim(derivation, checkpoint.origin(), checkpoint.election(), size, false);
    for (long at = 0; at * TilePath.FULL < size; at++) {
      if (!readBundle(
          TilePath.in(size, TilePath.ENTRIES, at).orElseThrow(),
          TilePath.in(size, 0, at).orElseThrow())) break;
    }
    derivation.eachPartial(this::compareTile);
    if (derivation.size() == size) {
      first.ifPresent(mismatch -> blame(mismatch, checkpoint.root()));
      if (!derivation.root().equals(checkpoint.root())) {
        if (first.isEmpty())
          log.flaw(
              CHECKPOINT,
              "has the root " + checkpoint.root() + " and the entries have " + derivation.root());
      } else if (log.areClean()) {
        log.proven("all " + size + " entries give the root of the checkpoint");
      }
      derivation.end();
    } else {
      first.ifPresent(mismatch -> blame(mismatch, checkpoint.root()));
    }
    files
        .paths()
        .ifPresentOrElse(
            paths -> checkPaths(paths, size),
            () -> log.remark("a file too many cannot be found at an address, only in a folder"));
  }

  /**
   * Takes the entries of one bundle, each held against its hash; false where the log breaks off.
   */
  private boolean readBundle(TilePath bundle, TilePath tile) {
    Optional<byte[]> entries = required(bundle);
    byte[] hashes = required(tile).orElse(new byte[0]);
    if (entries.isEmpty()) return false;
    if (hashes.length != 0 && hashes.length != tile.width() * Hash.LENGTH) {
      log.flaw(tile.path(), "has " + hashes.length + " bytes, not " + tile.width() * Hash.LENGTH);
      hashes = new byte[0];
    }
    EntryBundle.Reader reader = new EntryBundle.Reader(entries.get());
    for (int at = 0; at < bundle.width(); at++) {
      long index = derivation.size();
      Optional<byte[]> entry = reader.next();
      if (entry.isEmpty()) {
        if (first.isEmpty())
          log.flaw(
              Flaw.ofEntry(
                  index, "breaks off: " + bundle + " is too short or a length in it is wrong"));
        return false;
      }
      if (hashes.length != 0)
        compareLeaf(
            Hash.ofLeaf(entry.get()), Hash.at(hashes, at * Hash.LENGTH), index, tile, bundle);
      derivation.add(entry.get());
    }
    if (!reader.isAtEnd())
      log.flaw(bundle.path(), "goes on after its last entry, " + (derivation.size() - 1));
    return true;
  }

  private void compareLeaf(Hash leaf, Hash expected, long index, TilePath tile, TilePath bundle) {
    claimed.add(expected);
    if (expected.equals(leaf)) return;
    unfit.set(Math.toIntExact(tile.index()));
    if (first.isEmpty()) first = Optional.of(new Mismatch(index, tile, bundle, log.count()));
  }

  /** Behind the first entry that does not fit, what is wrong with entries may be its doing. */
  private void tell(Flaw flaw) {
    boolean behind = first.filter(f -> derivation.size() > f.entry()).isPresent();
    if (!behind || !flaw.where().startsWith("entry ")) log.flaw(flaw);
  }

  /**
   * Says which of the two is wrong, an entry or its hash: the checkpoint's root agrees with the
   * other.
   */
  private void blame(Mismatch mismatch, Hash root) {
    String entryIn = "in " + mismatch.bundle() + " ";
    Flaw flaw;
    if (derivation.root().equals(root))
      flaw =
          new Flaw(
              mismatch.tile().path(),
              "has a wrong hash for entry " + mismatch.entry() + "; the entry is right");
    else if (claimed.root().equals(root))
      flaw = Flaw.ofEntry(mismatch.entry(), entryIn + "was changed after its checkpoint was made");
    else
      flaw =
          Flaw.ofEntry(
              mismatch.entry(), entryIn + "has not the hash that stands in " + mismatch.tile());
    log.insert(mismatch.before(), flaw);
  }

  private Optional<byte[]> required(TilePath path) {
    Optional<byte[]> bytes =
        path.level() == TilePath.ENTRIES ? tiles.entries(path) : tiles.hashes(path);
    if (bytes.isEmpty()) log.flaw(path.path(), "is missing, or larger than any file of its kind");
    return bytes;
  }

  /**
   * Holds a tile above the lowest level against what was derived; the lowest were, entry by entry.
   */
  private void compareTile(TilePath tile, byte[] derived) {
    if (tile.level() == 0) return;
    Optional<byte[]> found = required(tile);
    if (found.isEmpty()) return;
    if (found.get().length != derived.length) {
      log.flaw(tile.path(), "has " + found.get().length + " bytes, not " + derived.length);
      return;
    }
    for (int at = 0; at < tile.width(); at++) {
      int from = at * Hash.LENGTH;
      int to = from + Hash.LENGTH;
      if (Arrays.equals(found.get(), from, to, derived, from, to) || standsAboveUnfit(tile, at))
        continue;
      log.flaw(tile.path(), "has a wrong hash at place " + at);
      return;
    }
  }

  private boolean standsAboveUnfit(TilePath tile, int at) {
    int height = (tile.level() - 1) * 8;
    long from = (tile.index() * TilePath.FULL + at) << height;
    int next = unfit.nextSetBit(Math.toIntExact(from));
    return next >= 0 && next < from + (1L << height);
  }

  private void checkPaths(Stream<String> paths, long size) {
    paths
        .filter(path -> !path.equals(CHECKPOINT))
        .forEach(
            path ->
                TilePath.parse(path)
                    .filter(tile -> tile.isExplainedBy(size))
                    .ifPresentOrElse(
                        tile -> checkEarlier(tile, size),
                        () ->
                            log.flaw(
                                path,
                                "is a file too many: no log of " + size + " entries has it")));
  }

  /**
   * A tile as it was while it had fewer hashes may still be there, for those who hold the
   * checkpoint of that time.
   */
  private void checkEarlier(TilePath tile, long size) {
    TilePath now = TilePath.in(size, tile.level(), tile.index()).orElseThrow();
    if (now.equals(tile)) return;
    boolean isBundle = tile.level() == TilePath.ENTRIES;
    int limit = isBundle ? EntryBundle.LARGEST : TilePath.FULL * Hash.LENGTH;
    byte[] earlier = files.read(tile.path(), limit).orElse(new byte[0]);
    byte[] whole = files.read(now.path(), limit).orElse(new byte[0]);
    byte[] due =
        isBundle
            ? EntryBundle.beginning(whole, tile.width())
            : Arrays.copyOf(whole, Math.min(tile.width() * Hash.LENGTH, whole.length));
    if (!Arrays.equals(earlier, due)) log.flaw(tile.path(), "is not how " + now + " begins");
  }
}
