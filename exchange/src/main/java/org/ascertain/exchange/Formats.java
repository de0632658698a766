package org.ascertain.exchange;

import java.util.List;
import java.util.Optional;

/** Every format of figures and facts that there is, to write in and to read. */
public final class Formats {

  private static final List<Format> ALL =
      List.of(
          Nist.XML,
          Nist.JSON,
          Civics.XML,
          DataPackage.CSV,
          OpenElections.CSV,
          Medsl.CSV,
          GeoJson.FORMAT,
          MappedTable.CSV,
          ApJson.JSON,
          Clarity.XML,
          Clarity.JSON,
          NytTimeline.JSON);

  public static List<Format> all() {
    return ALL;
  }

  /** Those that are read. */
  public static List<Format> read() {
    return ALL.stream().filter(format -> format.reads().isPresent()).toList();
  }

  /** The format of an id. */
  public static Optional<Format> of(String id) {
    return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
  }

  private Formats() {}
}
