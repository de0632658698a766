package org.ascertain.record;

import java.util.List;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Problem;

/** A line of a record as it was read: its bytes, what they say, and what is wrong with them. */
public final class Line {

  private final long index;
  private final byte[] bytes;
  private final Optional<Entry> entry;
  private final List<Problem> problems;

  Line(long index, byte[] bytes, Optional<Entry> entry, List<Problem> problems) {
    this.index = index;
    this.bytes = bytes;
    this.entry = entry;
    this.problems = problems;
  }

  /** Its place in the file, from 0. */
  public long index() {
    return index;
  }

  /** The bytes without the line feed; of a line that is too long, the first 65,536. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * What the line says, if it could be read. It may have problems nonetheless: of its place, or of
   * the form in which it is written.
   */
  public Optional<Entry> entry() {
    return entry;
  }

  /** What is wrong with it; of a line without problems, {@link #entry} is there. */
  public List<Problem> problems() {
    return problems;
  }
}
