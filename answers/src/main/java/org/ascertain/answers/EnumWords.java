package org.ascertain.answers;

import java.util.Locale;

/** Enumerated words as they stand in records and answers. */
public final class EnumWords {

  /** {@code ELECTION_CONTEST} is {@code election-contest}. */
  public static String of(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private EnumWords() {}
}
