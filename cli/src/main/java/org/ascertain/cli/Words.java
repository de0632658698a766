package org.ascertain.cli;

import java.util.Locale;

/** Enumerated words as they stand in records and answers. */
final class Words {

  /** {@code ELECTION_CONTEST} is {@code election-contest}. */
  static String of(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Words() {}
}
