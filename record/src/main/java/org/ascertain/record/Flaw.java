package org.ascertain.record;

/**
 * Something that is wrong with a log.
 *
 * @param where an entry, a file of the log, a checkpoint or a signature
 * @param what what is wrong with it, as a sentence without its stop
 */
public record Flaw(String where, String what) {

  static Flaw ofEntry(long index, String what) {
    return new Flaw("entry " + index, what);
  }

  @Override
  public String toString() {
    return where + ": " + what;
  }
}
