package org.ascertain.exchange;

import java.io.IOException;
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
 * @param writer how an election is written in it, if it is
 * @param reads how it is read, if it is
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
    Optional<Writer> writer,
    Optional<Reads> reads) {

  /** A format that is only written. */
  public Format(
      String id,
      String title,
      String extension,
      String mediaType,
      Set<String> keeps,
      List<Loss> losses,
      List<String> unsaid,
      boolean isOfOneMoment,
      Optional<Writer> writer) {
    this(
        id,
        title,
        extension,
        mediaType,
        keeps,
        losses,
        unsaid,
        isOfOneMoment,
        writer,
        Optional.empty());
  }

  /** A format that is only read. */
  static Format read(String id, String title, String extension, String mediaType, Reads reads) {
    return new Format(
        id,
        title,
        extension,
        mediaType,
        Set.of(),
        List.of(),
        List.of(),
        true,
        Optional.empty(),
        Optional.of(reads));
  }

  /** The same format, which is read too. */
  Format with(Reads reads) {
    return new Format(
        id,
        title,
        extension,
        mediaType,
        keeps,
        losses,
        unsaid,
        isOfOneMoment,
        writer,
        Optional.of(reads));
  }

  /**
   * What is read of it.
   *
   * @param makes the record's words for the kinds of facts that come of it
   * @param notes how it is read, what is not, and what has to be said beside it: sentences
   * @param whole the kinds of which each file has all that its source knows: {@code call}, of the
   *     units that it speaks of; {@code returns}, of all units beside those that it speaks of
   */
  public record Reads(Set<String> makes, List<String> notes, Set<String> whole, Reader reader) {

    Reads(Set<String> makes, List<String> notes, Reader reader) {
      this(makes, notes, Set.of(), reader);
    }
  }

  /** How a file is read. */
  @FunctionalInterface
  public interface Reader {
    /** The file's rows, which are read as they are asked for. */
    ReadRows rows(Content content, Reading reading) throws IOException;
  }

  /** How an election is written. */
  @FunctionalInterface
  public interface Writer {
    /**
     * The files that the election makes, the most official first: it is the one that is given where
     * only one can be.
     */
    List<Document> documents(ElectionAt election);
  }

  /** What some of the files that an election makes in this format do not have of it. */
  public LeftOut leftOut(ElectionAt election, List<Document> files) {
    return LeftOut.of(this, election, files);
  }
}
