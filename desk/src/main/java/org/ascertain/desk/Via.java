package org.ascertain.desk;

import java.util.Locale;

/** By which way something came. */
public enum Via {
  HTTP,
  FOLDER,
  FORM,
  FEED;

  /** As it is written in tables and answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Via of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
