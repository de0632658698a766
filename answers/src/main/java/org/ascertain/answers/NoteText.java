package org.ascertain.answers;

import java.util.Optional;
import org.ascertain.election.Fact;

/**
 * What the notes of returns say. A note is the record's own text, written with the record: by its
 * custom it ends with what was seen in the feed ("Scrape ...", "Fell: ..."), which the figures of
 * the returns say themselves, and it says "The cause was not found." where nobody could explain a
 * fall.
 */
final class NoteText {

  /** What is told of a fall without a note. */
  static final String UNEXPLAINED = "The cause was not found.";

  private static final String NO_CAUSE = "cause was not found";

  private static final String FALL = "Fell: ";
  private static final String FEED = "Scrape ";

  /** What a note tells beyond figures that stand in the fact itself. */
  static Optional<String> remark(Fact fact) {
    return fact.attestation()
        .note()
        .map(note -> before(FEED, before(FALL, note)).strip())
        .filter(remark -> !remark.isEmpty());
  }

  /** Whether a remark says why. */
  static boolean explains(String remark) {
    return !remark.contains(NO_CAUSE);
  }

  private static String before(String mark, String note) {
    int place = note.indexOf(mark);
    return place < 0 ? note : note.substring(0, place);
  }

  private NoteText() {}
}
