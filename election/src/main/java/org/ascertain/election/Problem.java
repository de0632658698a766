package org.ascertain.election;

/**
 * One thing that is wrong with an entry: where, which check found it, and a sentence that says what
 * is wrong and what to do.
 *
 * @param index the entry's place in the record, from 0
 * @param path the field, as {@code votes.biden}; empty where the whole entry is meant
 * @param detail what was found
 */
public record Problem(Check check, long index, String path, String detail) {

  /** The line of the record file, from 1. */
  public long line() {
    return index + 1;
  }

  /** What is wrong and what to do, in one or two sentences. */
  public String sentence() {
    return check.says(detail) + " " + check.advice();
  }
}
