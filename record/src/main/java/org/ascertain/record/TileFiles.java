package org.ascertain.record;

import java.util.Arrays;
import java.util.Optional;

/**
 * The tiles and bundles of a published log. Where one is not full in the tree that is asked for and
 * its file is gone, the log has grown since, and the full one begins with it (C2SP tlog-tiles,
 * "Partial Tiles"): so a checkpoint that came from a cache can still be verified.
 */
record TileFiles(LogFiles files) {

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
}
