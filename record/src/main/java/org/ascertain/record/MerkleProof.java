package org.ascertain.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proofs of RFC 9162: that an entry is in a tree (section 2.1.3), that a tree is the beginning of a
 * later one (2.1.4). They are made of the hashes that tiles keep, a number that grows with the
 * logarithm of the size.
 */
public final class MerkleProof {

  /**
   * The hashes that lead from an entry to the root, beginning beside the leaf (section 2.1.3.1).
   *
   * @throws IllegalArgumentException if the tree has no such entry
   */
  public static List<Hash> ofInclusion(long index, long size, TreeHashes hashes) {
    if (index < 0 || index >= size)
      throw new IllegalArgumentException("there is no entry " + index + " among " + size);
    List<Hash> path = new ArrayList<>();
    for (long from = 0, to = size; to - from > 1; ) {
      long middle = from + split(to - from);
      path.addFirst(index < middle ? hashes.subtree(middle, to) : hashes.subtree(from, middle));
      if (index < middle) to = middle;
      else from = middle;
    }
    return List.copyOf(path);
  }

  /**
   * The hashes that show that the tree of {@code older} entries begins the tree of {@code newer}
   * (section 2.1.4.1).
   *
   * @throws IllegalArgumentException unless 0 &lt; older &lt;= newer
   */
  public static List<Hash> ofConsistency(long older, long newer, TreeHashes hashes) {
    if (older <= 0 || older > newer)
      throw new IllegalArgumentException("no proof leads from " + older + " entries to " + newer);
    List<Hash> path = new ArrayList<>();
    long from = 0;
    long to = newer;
    while (older != to) {
      long middle = from + split(to - from);
      path.addFirst(older <= middle ? hashes.subtree(middle, to) : hashes.subtree(from, middle));
      if (older <= middle) to = middle;
      else from = middle;
    }
    // Where the older tree is itself a complete subtree at the left edge, the verifier has its root
    // already.
    if (from != 0) path.addFirst(hashes.subtree(from, to));
    return List.copyOf(path);
  }

  /**
   * The root that an inclusion proof leads to (section 2.1.3.2); empty if it has not the right
   * length.
   */
  public static Optional<Hash> rootOf(Hash leaf, long index, long size, List<Hash> proof) {
    if (index < 0 || index >= size) return Optional.empty();
    long node = index;
    long last = size - 1;
    Hash root = leaf;
    for (Hash beside : proof) {
      if (last == 0) return Optional.empty();
      if ((node & 1) == 1 || node == last) {
        root = Hash.ofNode(beside, root);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        root = Hash.ofNode(root, beside);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 ? Optional.of(root) : Optional.empty();
  }

  /** Whether a proof shows that the older tree begins the newer one (section 2.1.4.2). */
  public static boolean isConsistent(
      long older, Hash olderRoot, long newer, Hash newerRoot, List<Hash> proof) {
    if (older <= 0 || older > newer) return false;
    if (older == newer) return proof.isEmpty() && olderRoot.equals(newerRoot);
    List<Hash> path = new ArrayList<>(proof);
    if (Long.bitCount(older) == 1) path.addFirst(olderRoot);
    if (path.isEmpty()) return false;
    int whole = Long.numberOfTrailingZeros(older);
    long node = (older - 1) >> whole;
    long last = (newer - 1) >> whole;
    Hash first = path.getFirst();
    Hash second = first;
    for (Hash beside : path.subList(1, path.size())) {
      if (last == 0) return false;
      if ((node & 1) == 1 || node == last) {
        first = Hash.ofNode(beside, first);
        second = Hash.ofNode(beside, second);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        second = Hash.ofNode(second, beside);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && first.equals(olderRoot) && second.equals(newerRoot);
  }

  /** The largest power of two below {@code size}. */
  private static long split(long size) {
    return Long.highestOneBit(size - 1);
  }

  private MerkleProof() {}
}
