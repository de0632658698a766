package org.ascertain.exchange;

/**
 * What was found in a file of others.
 *
 * @param place where, in words: a line, or a line and a column
 * @param what it was
 */
public record Fault(ReadCheck check, String place, String what) {

  /** What was written where a number of votes is due. */
  static Fault noCount(String place, String written) {
    return new Fault(
        ReadCheck.NO_COUNT, place, written.isBlank() ? "An empty cell" : "'" + written + "'");
  }

  /** Where and what, in a sentence. */
  public String says() {
    return (place.isEmpty() ? "" : place + ": ") + check.says(what);
  }
}
