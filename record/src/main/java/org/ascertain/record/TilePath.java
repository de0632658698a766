package org.ascertain.record;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a tile of hashes or a bundle of entries lies in a published log (C2SP tlog-tiles): {@code
 * tile/0/x001/234} holds 256 hashes, {@code tile/0/x001/235.p/17} the first 17 of a tile that is
 * not full yet.
 *
 * @param level 0 for leaf hashes; each hash of a level stands for a full tile of the level below.
 *     {@link #ENTRIES} for entries
 * @param index from 0 in its level
 * @param width how many hashes or entries it has, 1 to 256
 */
public record TilePath(int level, long index, int width) {

  public static final int ENTRIES = -1;

  /** The width of a full tile. */
  public static final int FULL = 256;

  static final int HEIGHT = 8;
  private static final Pattern FORM =
      Pattern.compile(
          "tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([0-9]{1,3}))?");

  public TilePath {
    if (level < ENTRIES || level > 63 || index < 0 || width < 1 || width > FULL)
      throw new IllegalArgumentException(
          "no tile: level " + level + ", index " + index + ", width " + width);
  }

  /** The tile at this place when it is full. */
  TilePath whole() {
    return new TilePath(level, index, FULL);
  }

  public boolean isPartial() {
    return width < FULL;
  }

  /** How many hashes, or entries, this level has in a tree of so many entries. */
  public static long count(int level, long size) {
    int shift = Math.max(level, 0) * HEIGHT;
    return shift < Long.SIZE ? size >> shift : 0;
  }

  /**
   * The tile of this level and index in a tree of so many entries; empty if the tree has none
   * there.
   */
  public static Optional<TilePath> in(long size, int level, long index) {
    long count = count(level, size);
    if (index > count / FULL) return Optional.empty(); // before index * FULL could overflow
    long width = Math.min(FULL, count - index * FULL);
    return width > 0 ? Optional.of(new TilePath(level, index, (int) width)) : Optional.empty();
  }

  /**
   * Whether a tree of so many entries has this file: the tile as it is, or as it was while it was
   * less full.
   */
  boolean isExplainedBy(long size) {
    return in(size, level, index)
        .filter(now -> now.width == width || (now.isPartial() && width < now.width))
        .isPresent();
  }

  /** The path below the log's folder or address, with slashes. */
  public String path() {
    StringBuilder digits = new StringBuilder("%03d".formatted(index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000)
      digits.insert(0, "x%03d/".formatted(rest % 1000));
    return "tile/"
        + (level == ENTRIES ? "entries" : level)
        + "/"
        + digits
        + (isPartial() ? ".p/" + width : "");
  }

  /** Reads what {@link #path} writes; empty for any other text. */
  public static Optional<TilePath> parse(String path) {
    Matcher form = FORM.matcher(path);
    if (!form.matches()) return Optional.empty();
    int level = form.group(1).equals("entries") ? ENTRIES : Integer.parseInt(form.group(1));
    long index = Long.parseLong(form.group(2).replace("x", "").replace("/", ""));
    int width = form.group(3) == null ? FULL : Integer.parseInt(form.group(3));
    if (level > 63 || width < 1 || width > FULL) return Optional.empty();
    return Optional.of(new TilePath(level, index, width)).filter(tile -> tile.path().equals(path));
  }

  @Override
  public String toString() {
    return path();
  }
}
