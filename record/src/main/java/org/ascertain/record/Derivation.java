package org.ascertain.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Everything about a log that follows from its entries alone: its tiles, its root at each size, and
 * whether the entries stand in their places with times that never fall. What a checkpoint claims is
 * held against it at the checkpoint's size.
 */
final class Derivation {

  /**
   * A root that somebody claims for so many entries.
   *
   * @param binding whether the record is at fault if it has another
   */
  record Claim(
      String where, long size, Hash root, String ifWrong, Runnable ifRight, boolean binding) {
    Claim(String where, long size, Hash root, String ifWrong, Runnable ifRight) {
      this(where, size, root, ifWrong, ifRight, true);
    }
  }

  private final TileStack tiles;
  private final Consumer<Flaw> flaws;
  private final List<Claim> claims = new ArrayList<>();
  private Instant recorded = Instant.MIN;

  Derivation(BiConsumer<TilePath, byte[]> whenFull, Consumer<Flaw> flaws) {
    this.tiles = new TileStack(whenFull);
    this.flaws = flaws;
  }

  /** Holds a claim against what is derived: at once if its size is reached, else when it is. */
  void hold(Claim claim) {
    if (claim.size() > tiles.size()) claims.add(claim);
    else if (claim.size() == tiles.size()) settle(claim);
    else throw new IllegalStateException("the derivation is past " + claim.size() + " entries");
  }

  /** Takes the next entry. */
  void add(byte[] line) {
    long at = tiles.size();
    EntryLine.of(line)
        .ifPresentOrElse(
            start -> checkPlace(start, at),
            () ->
                flaws.accept(
                    Flaw.ofEntry(
                        at, "does not begin as an entry does, with its index and its time")));
    tiles.add(Hash.ofLeaf(line));
    if (!claims.isEmpty()) {
      claims.stream().filter(claim -> claim.size() == tiles.size()).forEach(this::settle);
      claims.removeIf(claim -> claim.size() == tiles.size());
    }
  }

  private void checkPlace(EntryLine start, long at) {
    if (start.index() != at)
      flaws.accept(
          Flaw.ofEntry(
              at,
              "says that it is entry "
                  + start.index()
                  + "; entries were dropped or changed places"));
    if (start.recorded().isBefore(recorded))
      flaws.accept(
          Flaw.ofEntry(
              at, "was recorded at " + start.recorded() + ", before the entry that precedes it"));
    else recorded = start.recorded();
  }

  private void settle(Claim claim) {
    if (claim.root().equals(tiles.root())) claim.ifRight().run();
    else if (claim.binding()) flaws.accept(new Flaw(claim.where(), claim.ifWrong()));
  }

  /** Says of each claim to more entries than there were that it is wrong. */
  void end() {
    for (Claim claim : claims)
      flaws.accept(
          new Flaw(
              claim.where(),
              "is of "
                  + claim.size()
                  + " entries and there are only "
                  + size()
                  + "; the log was cut"));
    claims.clear();
  }

  long size() {
    return tiles.size();
  }

  Hash root() {
    return tiles.root();
  }

  void eachPartial(BiConsumer<TilePath, byte[]> each) {
    tiles.eachPartial(each);
  }
}
