package org.ascertain.press;

import java.util.Locale;

/** What a claim is about. */
public enum Kind {
  SCORE,
  TOTAL,
  MAJORITY,
  UNIT,
  POPULAR_VOTE,
  MARGIN,
  CALL,
  PROJECTION,
  CERTIFICATION,
  ELECTORS,
  FAITHLESS,
  COUNT,
  OBJECTION,
  SUIT,
  ACKNOWLEDGEMENT,
  QUOTATION,
  CONCESSION,
  STATEMENT,
  OFFICE,
  DAY,
  DURATION;

  /** Its name in JSON and for people. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
