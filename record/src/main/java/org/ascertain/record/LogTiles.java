package org.ascertain.record;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tiles of a published log, for a tree of so many entries. Where a tile is not full in that
 * tree and its file is gone, the log has grown and the full tile begins with it (C2SP tlog-tiles,
 * "Partial Tiles"): so a checkpoint that came from a cache can still be verified.
 */
public final class LogTiles implements TreeHashes {

  private static final int MOST_KEPT = 64;

  private final LogFiles files;
  private final long size;

  private final Map<TilePath, byte[]> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath, byte[]> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /**
   * @param size how many entries the tree has; the log may have more
   */
  public LogTiles(LogFiles files, long size) {
    this.files = files;
    this.size = size;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the log lacks the tile
   */
  @Override
  public byte[] read(int level, long from, int count) {
    TilePath tile =
        TilePath.in(size, level, from / TilePath.FULL)
            .orElseThrow(() -> new IllegalArgumentException("no tile has hash " + from));
    byte[] hashes = kept.get(tile);
    if (hashes == null) {
      hashes =
          hashes(tile)
              .filter(bytes -> bytes.length == tile.width() * Hash.LENGTH)
              .orElseThrow(() -> new IllegalArgumentException(tile + " is missing or damaged"));
      kept.put(tile, hashes);
    }
    int at = (int) (from % TilePath.FULL) * Hash.LENGTH;
    return Arrays.copyOfRange(hashes, at, at + count * Hash.LENGTH);
  }

  /** A tile of hashes, or the beginning of the full one in its place; empty if there is neither. */
  Optional<byte[]> hashes(TilePath tile) {
    int length = tile.width() * Hash.LENGTH;
    Optional<byte[]> own = files.read(tile.path(), length);
    if (own.isPresent() || !tile.isPartial()) return own;
    return files
        .read(tile.whole().path(), TilePath.FULL * Hash.LENGTH)
        .map(whole -> Arrays.copyOf(whole, Math.min(length, whole.length)));
  }

  /** A bundle of entries, or the full one in its place; empty if there is neither. */
  Optional<byte[]> entries(TilePath bundle) {
    Optional<byte[]> own = files.read(bundle.path(), EntryBundle.LARGEST);
    return own.isPresent() || !bundle.isPartial()
        ? own
        : files
            .read(bundle.whole().path(), EntryBundle.LARGEST)
            .map(whole -> EntryBundle.beginning(whole, bundle.width()));
  }

  /**
   * The bytes of one entry.
   *
   * @throws IllegalArgumentException if the log lacks it
   */
  public byte[] entry(long index) {
    Optional<byte[]> bundle =
        TilePath.in(size, TilePath.ENTRIES, index / TilePath.FULL).flatMap(this::entries);
    if (bundle.isEmpty()) throw new IllegalArgumentException("the log has no entry " + index);
    EntryBundle.Reader reader = new EntryBundle.Reader(bundle.get());
    for (long skip = index % TilePath.FULL; skip > 0; skip--) reader.next();
    return reader
        .next()
        .orElseThrow(() -> new IllegalArgumentException("the log has no entry " + index));
  }
}
