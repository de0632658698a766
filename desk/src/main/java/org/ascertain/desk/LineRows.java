package org.ascertain.desk;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.ascertain.desk.RowCutter.Cut;
import org.ascertain.election.Source;

/** Facts as JSON Lines, one a row. The last line needs no end. */
final class LineRows implements Rows {

  private final InputStream in;
  private final RowCutter cutter;
  private final FactRows facts;
  private long number;

  LineRows(InputStream in, Source source, Iterable<Source> known) {
    this.in = in;
    this.cutter = new RowCutter(in, false);
    this.facts = new FactRows(source, known);
  }

  @Override
  public Optional<Finding> refusal() {
    return Optional.empty();
  }

  @Override
  public Optional<Read> next() throws IOException {
    Optional<Cut> cut = cutter.next();
    while (cut.isPresent() && cut.get().length() == 0) cut = cutter.next(); // an empty line is none
    if (cut.isEmpty()) return Optional.empty();
    number++;
    return Optional.of(
        cut.get().isTooLong()
            ? TableRows.tooLong(number, cut.get())
            : facts.row(number, cut.get().bytes()));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
