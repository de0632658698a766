package org.ascertain.answers;

/**
 * A language in which answers are told. Wherever something is worded, both stand beside each other;
 * the command line speaks English.
 */
public enum Language {
  ENGLISH,
  SPANISH;

  /** The wording of this language. */
  public String of(String english, String spanish) {
    return switch (this) {
      case ENGLISH -> english;
      case SPANISH -> spanish;
    };
  }
}
