package org.ascertain.desk;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Source;

/** In what form rows are handed in. */
public enum Form implements Layout {
  /** A table of returns: CSV as in RFC 4180. */
  TABLE,
  /** Facts, one a line: JSON Lines. */
  LINES,
  /** One fact, or a list of facts: JSON. */
  LIST;

  /** The form that a file's name tells. */
  public static Optional<Form> ofFile(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".csv")) return Optional.of(TABLE);
    if (lower.endsWith(".jsonl")) return Optional.of(LINES);
    return lower.endsWith(".json") ? Optional.of(LIST) : Optional.empty();
  }

  @Override
  public boolean isPlain() {
    return true;
  }

  @Override
  public String beside() {
    return "";
  }

  @Override
  public Rows rows(Body body, Header header, Source source, Known known) throws IOException {
    InputStream in = body.open();
    return switch (this) {
      case TABLE -> new TableRows(in, header, source, known.sources());
      case LINES -> new LineRows(in, source, known.sources());
      case LIST -> new ListRows(in, source, known.sources());
    };
  }
}
