package org.ascertain.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The tiles of hashes of a growing tree (C2SP tlog-tiles). It holds the tiles at the right edge,
 * one for each level, and hands each over when it is full.
 */
final class TileStack {

  /** A tile that is not full yet. */
  private static final class Level {
    final byte[] hashes = new byte[TilePath.FULL * Hash.LENGTH];
    MerkleTree tree = new MerkleTree();
    long full;

    int width() {
      return (int) tree.size();
    }

    void add(Hash hash) {
      hash.copyTo(hashes, width() * Hash.LENGTH);
      tree.add(hash);
    }
  }

  private final List<Level> levels = new ArrayList<>();
  private final BiConsumer<TilePath, byte[]> whenFull;
  private long size;

  /**
   * @param whenFull gets each tile when it is full, with its hashes one after the other
   */
  TileStack(BiConsumer<TilePath, byte[]> whenFull) {
    this.whenFull = whenFull;
  }

  long size() {
    return size;
  }

  void add(Hash leaf) {
    add(0, leaf);
    size++;
  }

  private void add(int at, Hash hash) {
    if (at == levels.size()) levels.add(new Level());
    Level level = levels.get(at);
    level.add(hash);
    if (level.width() < TilePath.FULL) return;
    whenFull.accept(new TilePath(at, level.full, TilePath.FULL), level.hashes.clone());
    Hash root = level.tree.root();
    level.tree = new MerkleTree();
    level.full++;
    add(at + 1, root);
  }

  /** Hands over the tiles at the right edge that are not full. */
  void eachPartial(BiConsumer<TilePath, byte[]> each) {
    for (int at = 0; at < levels.size(); at++) {
      Level level = levels.get(at);
      if (level.width() == 0) continue;
      each.accept(
          new TilePath(at, level.full, level.width()),
          Arrays.copyOf(level.hashes, level.width() * Hash.LENGTH));
    }
  }

  Hash root() {
    Optional<Hash> root = Optional.empty();
    for (Level level : levels) root = level.tree.root(root);
    return root.orElse(Hash.OF_NOTHING);
  }
}
