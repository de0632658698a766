package org.ascertain.exchange;

/**
 * What was found in a file of others.
 *
 * @param place where, in words: a line, or a line and a column
 * @param what it was
 */
public record Fault(ReadCheck check, String place, String what) {

  /** Where and what, in a sentence. */
  public String says() {
    return (place.isEmpty() ? "" : place + ": ") + check.says(what);
  }
}
