package org.ascertain.archive;

import java.util.List;
import org.ascertain.record.Hash;
import org.ascertain.record.Pin;

/**
 * What each of the archive's records is: its election, its entries, the root of its tree. Made by
 * hand when a record is taken in or mended, from what {@code ./ascertain verify ELECTION} prints;
 * {@code verify} goes by it.
 */
public final class Pinned {

  private static final List<Pin> PINS =
      List.of(pin("us-president-2020", 13_218, "wifXMZvBzBI/i/zdENT7AltS+4tV3x5w+fVPL3EDr2g="));

  /** One pin for each record that the archive has, in the order of their years. */
  public static List<Pin> pins() {
    return PINS;
  }

  private static Pin pin(String election, long entries, String root) {
    return new Pin(election, entries, Hash.parse(root));
  }

  private Pinned() {}
}
