package org.ascertain.audit;

/** Why a file, or something else that was written, cannot be taken, as a sentence. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  public Unreadable(String why) {
    super(why);
  }

  /** The sentence. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
