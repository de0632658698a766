package org.ascertain.desk;

import java.util.Locale;

/** What becomes of a sender's rows that ask for a person. */
public enum Policy {
  /** They are kept aside. */
  ASIDE,
  /**
   * Rows that ask, and those that would be kept aside for their time, their change or another level
   * or source (D3xx, D6xx, D7xx), are recorded; the finding is shown as not explained.
   */
  FLAG;

  /** As it is written in answers and options. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
