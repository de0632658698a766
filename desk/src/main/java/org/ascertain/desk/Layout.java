package org.ascertain.desk;

import java.io.IOException;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Source;

/** How rows stand in what is handed in: in a form of the desk's own, or in a format of others. */
public sealed interface Layout permits Form, ForeignForm {

  /**
   * The rows of a body.
   *
   * @param source of rows that name none
   * @param known sources that the record has described
   */
  Rows rows(Body body, Header header, Source source, Iterable<Source> known) throws IOException;

  /** Whether only UTF-8 is taken; else the reader of the format decides. */
  boolean isPlain();

  /** What is said beside the bytes of how they are to be read; nothing where they say it all. */
  String beside();
}
