package org.ascertain.desk;

import java.io.IOException;
import java.util.function.Function;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Source;

/** How rows stand in what is handed in: in a form of the desk's own, or in a format of others. */
public sealed interface Layout permits Form, ForeignForm {

  /**
   * The rows of a body.
   *
   * @param source of rows that name none
   */
  Rows rows(Body body, Header header, Source source, Known known) throws IOException;

  /**
   * What the record has already.
   *
   * @param sources that it has described
   * @param saidBy what a source has said, by its id, at the time when it is asked
   */
  record Known(Iterable<Source> sources, Function<String, SaidBefore> saidBy) {}

  /** Whether only UTF-8 is taken; else the reader of the format decides. */
  boolean isPlain();

  /** What is said beside the bytes of how they are to be read; nothing where they say it all. */
  String beside();
}
