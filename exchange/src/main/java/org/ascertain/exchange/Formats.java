package org.ascertain.exchange;

import java.util.List;
import java.util.Optional;

/** Every format of figures and facts that there is. */
public final class Formats {

  private static final List<Format> ALL =
      List.of(Nist.XML, Nist.JSON, Civics.XML, DataPackage.CSV, OpenElections.CSV, Medsl.CSV);

  public static List<Format> all() {
    return ALL;
  }

  /** The format of an id. */
  public static Optional<Format> of(String id) {
    return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
  }

  private Formats() {}
}
