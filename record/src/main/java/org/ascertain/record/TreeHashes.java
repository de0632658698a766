package org.ascertain.record;

import java.util.ArrayList;
import java.util.List;

/**
 * The hashes of a record's tree, as the tiles of a log have them (C2SP tlog-tiles): level 0 are the
 * leaves, and each hash of a level is the root over 256 of the level below.
 */
@FunctionalInterface
public interface TreeHashes {

  /**
   * So many hashes of a level, one after the other, from an index on; all of them of one tile, so
   * at most 256.
   */
  byte[] read(int level, long from, int count);

  /** The root of the first so many entries (RFC 9162 section 2.1.1). */
  default Hash root(long size) {
    return size == 0 ? Hash.OF_NOTHING : subtree(0, size);
  }

  /**
   * The root over the entries from {@code from} up to, not including, {@code to}: a subtree of the
   * record's tree, so {@code from} is a multiple of the least power of two that covers it.
   */
  default Hash subtree(long from, long to) {
    long size = to - from;
    if (Long.bitCount(size) != 1) {
      long middle = from + Long.highestOneBit(size);
      return Hash.ofNode(subtree(from, middle), subtree(middle, to));
    }
    int height = Long.numberOfTrailingZeros(size);
    int level = height / TilePath.HEIGHT;
    int shift = level * TilePath.HEIGHT;
    return rootOf(read(level, from >> shift, 1 << (height - shift)));
  }

  /** So many hashes of a level above 0, made of the level below it. */
  default byte[] above(int level, long from, int count) {
    byte[] hashes = new byte[count * Hash.LENGTH];
    for (int i = 0; i < count; i++)
      rootOf(read(level - 1, (from + i) * TilePath.FULL, TilePath.FULL))
          .copyTo(hashes, i * Hash.LENGTH);
    return hashes;
  }

  /** The tree of the first so many entries that lie before us; their leaf hashes are in memory. */
  static TreeHashes of(Lines entries, long size) {
    List<Hash> leaves = new ArrayList<>();
    entries.read(0, size, (line, index) -> leaves.add(Hash.ofLeaf(line)));
    return new TreeHashes() {
      @Override
      public byte[] read(int level, long from, int count) {
        if (level > 0) return above(level, from, count);
        byte[] hashes = new byte[count * Hash.LENGTH];
        for (int i = 0; i < count; i++) leaves.get((int) from + i).copyTo(hashes, i * Hash.LENGTH);
        return hashes;
      }
    };
  }

  /** The root over hashes that stand one after the other. */
  static Hash rootOf(byte[] hashes) {
    MerkleTree tree = new MerkleTree();
    for (int at = 0; at < hashes.length; at += Hash.LENGTH) tree.add(Hash.at(hashes, at));
    return tree.root();
  }
}
