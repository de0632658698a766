package org.ascertain.press;

/** What the record says to a claim. */
public enum Verdict {
  SUPPORTED("supported"),
  CONTRADICTED("contradicted"),
  /** Right in the main, and not as exact as the record. */
  IMPRECISE("imprecise"),
  /** The record cannot speak to it. */
  BEYOND("beyond");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /** Its name in JSON. */
  public String word() {
    return word;
  }

  /** Its name for people. */
  public String title() {
    return this == BEYOND ? "beyond the record" : word;
  }
}
