package org.ascertain.exchange;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A format that others speak.
 *
 * @param id by which it is asked for
 * @param title its name, with its version
 * @param extension of its files, without the point
 * @param keeps the record's words for the kinds of facts that have a place in it; all others are
 *     left out
 * @param losses what the facts that it keeps lose in it
 * @param unsaid what it has no words for, whatever a record holds: sentences
 * @param isOfOneMoment whether only the newest figures, calls and certificates are in it
 * @param writer how an election is written in it, where that is known
 */
public record Format(
    String id,
    String title,
    String extension,
    String mediaType,
    Set<String> keeps,
    List<Loss> losses,
    List<String> unsaid,
    boolean isOfOneMoment,
    Optional<Writer> writer) {

  /** How an election is written. */
  @FunctionalInterface
  public interface Writer {
    /**
     * The files that the election makes, the most official first: it is the one that is given where
     * only one can be.
     */
    List<Document> documents(ElectionAt election);
  }

  /** What an export of an election in this format does not have of it. */
  public LeftOut leftOut(ElectionAt election) {
    return LeftOut.of(this, election);
  }
}
