package org.ascertain.record;

import java.time.Instant;
import org.ascertain.election.Check;
import org.jspecify.annotations.Nullable;

/**
 * Whether lines follow each other as those of a record must: the header first and once, indexes
 * without gaps, recorded in order, all with an index or none. After a mistake it goes on from what
 * it found, so that one mistake is told once.
 */
final class LineOrder {

  private enum Lines {
    NONE_YET,
    WITH_INDEX,
    WITHOUT_INDEX
  }

  private static final long NONE = -1;
  private static final long ANY = 1L << 60;

  private final Report report;
  private Lines lines = Lines.NONE_YET;
  private boolean isMixed;
  private boolean isBegun;
  private long header = NONE;
  private Instant recorded = Instant.MIN;

  /**
   * The next index is from {@code due} to {@code latest}; more than one where a line could not be
   * read.
   */
  private long due;

  private long latest;

  /**
   * The next index if the one before was wrong by itself, and is not followed by a gap's other
   * side.
   */
  private long elseDue = NONE;

  LineOrder(Report report) {
    this.report = report;
  }

  /** Lines are to follow a record, which has its header: drafts, then. */
  void follow() {
    isBegun = true;
    header = 0;
    lines = Lines.WITHOUT_INDEX;
  }

  /** A line that could not be read; it may have been an entry or not. */
  void unreadable() {
    isBegun = true;
    mayHaveBeenEntry();
  }

  private void mayHaveBeenEntry() {
    latest++;
    if (elseDue != NONE) elseDue++;
  }

  /** The end of the lines. */
  void end() {
    if (!isBegun) report.add(Check.NO_HEADER, "it is empty");
  }

  /**
   * A line about a fact of some kind; false if it is a header where there was one.
   *
   * @param word null where there is no such fact
   * @param line counts from 0
   */
  boolean kind(@Nullable String word, long line) {
    boolean isFirst = !isBegun;
    isBegun = true;
    if (word == null) return true;
    boolean isHeader = word.equals(OtherFacts.HEADER.word());
    boolean isSecond = isHeader && header != NONE;
    report.enter(FactCodecs.WORD);
    if (isSecond) report.add(Check.SECOND_HEADER, " (the first is line " + (header + 1) + ")");
    if (!isHeader && isFirst) {
      report.add(Check.NO_HEADER, "it begins with " + word);
      latest = ANY;
    }
    report.leave();
    if (isHeader && !isSecond) header = line;
    return !isSecond;
  }

  /** Whether this line is of the same sort as those before: all have an index, or none has. */
  boolean isOfOneSort(boolean withIndex) {
    Lines here = withIndex ? Lines.WITH_INDEX : Lines.WITHOUT_INDEX;
    if (lines == Lines.NONE_YET) lines = here;
    if (here == lines) return true;
    mayHaveBeenEntry();
    if (!isMixed) {
      report.enter("index");
      report.add(Check.MIXED_INDEXES, withIndex ? "this line has one" : "this line has none");
      report.leave();
    }
    isMixed = true;
    return false;
  }

  /** An entry's place; false if its index cannot be right. */
  boolean place(EntryPlace place) {
    boolean isNext = placeIndex(place.index());
    if (place.recorded().isBefore(recorded)) {
      report.enter("recorded");
      report.add(Check.RECORDED_FALLS, place.recorded() + " after " + recorded);
      report.leave();
    }
    recorded = place.recorded();
    return isNext;
  }

  private boolean placeIndex(long index) {
    if ((due <= index && index <= latest) || index == elseDue) {
      due = index + 1;
      latest = due;
      elseDue = NONE;
      return true;
    }
    report.enter("index");
    report.add(Check.WRONG_INDEX, index + " where " + due + " is due");
    report.leave();
    if (index < due) {
      mayHaveBeenEntry();
    } else {
      elseDue = (elseDue == NONE ? latest : elseDue) + 1;
      due = index + 1;
      latest = due;
    }
    return false;
  }
}
