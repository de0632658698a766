package org.ascertain.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tree of RFC 9162 section 2.1 as it grows at its right edge. It keeps the roots of the
 * complete subtrees and no more: a number of hashes that grows with the logarithm of the size.
 */
public final class MerkleTree {

  /**
   * Roots of complete subtrees from the left, each larger than the next; one for each bit set in
   * the size.
   */
  private final List<Hash> peaks = new ArrayList<>();

  private long size;

  /** The tree of the first so many entries, as its hashes are kept; it can grow from there. */
  public static MerkleTree of(long size, TreeHashes hashes) {
    MerkleTree tree = new MerkleTree();
    for (long rest = size; rest > 0; rest -= Long.highestOneBit(rest)) {
      long from = size - rest;
      tree.peaks.add(hashes.subtree(from, from + Long.highestOneBit(rest)));
    }
    tree.size = size;
    return tree;
  }

  public long size() {
    return size;
  }

  public void add(Hash leaf) {
    Hash hash = leaf;
    for (long rest = size; (rest & 1) == 1; rest >>= 1)
      hash = Hash.ofNode(peaks.removeLast(), hash);
    peaks.add(hash);
    size++;
  }

  /** The root of the tree as it is now. */
  public Hash root() {
    return root(Optional.empty()).orElse(Hash.OF_NOTHING);
  }

  /**
   * The root of this tree with {@code rest}, a smaller subtree, at its right edge; empty if there
   * is neither.
   */
  Optional<Hash> root(Optional<Hash> rest) {
    Optional<Hash> root = rest;
    for (Hash peak : peaks.reversed())
      root = Optional.of(root.map(r -> Hash.ofNode(peak, r)).orElse(peak));
    return root;
  }
}
