package org.ascertain.standing;

import java.util.List;
import java.util.Optional;

/** A name that an election does not have, with what may be written in its place. */
final class UnknownName {

  /** So many names are listed. */
  private static final int MOST = 8;

  /**
   * "Biden; write biden", "zdf; it has AP, Fox".
   *
   * @param meant the id that it nearly is
   * @param known the ids that there are
   */
  static String of(String name, Optional<String> meant, List<String> known) {
    if (meant.isPresent()) return name + "; write " + meant.get();
    if (known.isEmpty()) return name;
    String more = known.size() > MOST ? " and " + (known.size() - MOST) + " more" : "";
    return name + "; it has " + String.join(", ", known.stream().limit(MOST).toList()) + more;
  }

  private UnknownName() {}
}
