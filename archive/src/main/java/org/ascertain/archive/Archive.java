package org.ascertain.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.ascertain.election.ElectionId;
import org.ascertain.election.KnownUnits;
import org.ascertain.record.Pin;

/** The elections of the past, each as a whole record that the program brings with it. */
public final class Archive {

  private static final List<String> IDS = Pinned.pins().stream().map(Pin::election).toList();
  private static final int CHUNK = 1 << 16;

  /** The elections that the archive has, in the order of their years. */
  public static List<String> ids() {
    return IDS;
  }

  /**
   * The id of the election that is meant by a year ({@code 2020}) or an id, if the archive has it.
   */
  public static Optional<String> find(String yearOrId) {
    return ElectionId.of(yearOrId).map(ElectionId::toString).filter(IDS::contains);
  }

  /**
   * The record of an election as lines, if the archive has it. The caller closes it.
   *
   * @throws UncheckedIOException if the program was put together without it
   */
  public static Optional<InputStream> open(String id) {
    return ids().contains(id) ? Optional.of(lines(id)) : Optional.empty();
  }

  /** The units below the states that are known, for the elections of 2000 to 2028. */
  public static KnownUnits knownUnits() {
    return Units.KNOWN;
  }

  /** Read once, when it is first asked for. */
  private static final class Units {
    private static final KnownUnits KNOWN = UnitsTable.read();
  }

  private static InputStream lines(String id) {
    String file = id + ".jsonl.gz";
    InputStream packed = Archive.class.getResourceAsStream(file);
    if (packed == null) throw new UncheckedIOException(new IOException("no resource " + file));
    try {
      return new BufferedInputStream(new GZIPInputStream(packed, CHUNK), CHUNK);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private Archive() {}
}
