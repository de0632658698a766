package org.ascertain.record;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The tree of a published log's first so many entries, read from its files. */
public final class LogTiles implements TreeHashes {

  private static final int MOST_KEPT = 64;

  private final TileFiles files;
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
    this.files = new TileFiles(files);
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
          files
              .hashes(tile)
              .filter(bytes -> bytes.length == tile.width() * Hash.LENGTH)
              .orElseThrow(() -> new IllegalArgumentException(tile + " is missing or damaged"));
      kept.put(tile, hashes);
    }
    int at = (int) (from % TilePath.FULL) * Hash.LENGTH;
    return Arrays.copyOfRange(hashes, at, at + count * Hash.LENGTH);
  }

  /**
   * The bytes of one entry.
   *
   * @throws IllegalArgumentException if the log lacks it
   */
  public byte[] entry(long index) {
    Optional<byte[]> bundle =
        TilePath.in(size, TilePath.ENTRIES, index / TilePath.FULL).flatMap(files::entries);
    if (bundle.isEmpty()) throw new IllegalArgumentException("the log has no entry " + index);
    EntryBundle.Reader reader = new EntryBundle.Reader(bundle.get());
    for (long skip = index % TilePath.FULL; skip > 0; skip--) reader.next();
    return reader
        .next()
        .orElseThrow(() -> new IllegalArgumentException("the log has no entry " + index));
  }
}
