package org.ascertain.desk;

import java.util.Locale;

/** What a finding asks for, the gravest first. */
public enum Severity {
  /** The request or the row is not taken at all; nothing else is known of it. */
  REFUSE,
  /** The row is kept aside with its bytes until somebody decides. */
  ASIDE,
  /** The row is recorded only with a reason that a person gives; from a feed it is kept aside. */
  ASK,
  /** The row is recorded; the finding is kept and shown. */
  NOTE;

  /** As it is written in answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
