package org.ascertain.law;

/** How it is known what the law of a state says. */
public enum HowKnown {
  /** The law itself or an official page was read. */
  A("the law or an official page was read"),
  /** A secondary page was read. */
  B("a secondary page was read"),
  /** Nothing was read: shown with its badge, and decides nothing. */
  C("general knowledge; nothing was read");

  private final String words;

  HowKnown(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /** Whether a verdict may rest on it. */
  public boolean decides() {
    return this != C;
  }
}
