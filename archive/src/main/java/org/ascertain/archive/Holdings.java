package org.ascertain.archive;

import java.util.List;

/** What the archive holds. A record is here, or the archive does not have it. */
final class Holdings {

  static final List<String> IDS = List.of("us-president-2020");

  private Holdings() {}
}
