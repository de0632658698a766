package org.ascertain.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.exchange.Fault;
import org.ascertain.exchange.Format;
import org.ascertain.exchange.ReadRow;
import org.ascertain.exchange.ReadRows;

/** The rows of a file of others, as rows that are handed in. */
final class ForeignRows implements Rows {

  private final ReadRows rows;
  private final Format format;
  private long number;

  ForeignRows(ReadRows rows, Format format) {
    this.rows = rows;
    this.format = format;
  }

  @Override
  public Optional<Finding> refusal() throws IOException {
    return rows.refusal().map(fault -> finding(0, IntakeCheck.OTHER_FORMAT, fault));
  }

  @Override
  public Optional<Read> next() throws IOException {
    Optional<ReadRow> next = rows.next();
    if (next.isEmpty()) return Optional.empty();
    number++;
    List<Finding> findings = new ArrayList<>();
    for (Fault fault : next.get().faults()) findings.add(finding(number, check(fault), fault));
    // what nobody can read has only its place to be told apart by
    String raw = next.get().raw().isEmpty() ? format.id() + " " + number : next.get().raw();
    return Optional.of(
        new Read(new Row(number, raw, Map.of(), next.get().fact(), List.of()), findings));
  }

  private static IntakeCheck check(Fault fault) {
    return switch (fault.check().weight()) {
      case NOTE -> IntakeCheck.READ_SO;
      case ASIDE, REFUSE -> IntakeCheck.NOT_READ;
    };
  }

  private Finding finding(long row, IntakeCheck check, Fault fault) {
    return Finding.of(
        check,
        row,
        "",
        Figure.text("format", format.id()),
        Figure.text("code", fault.check().code()),
        Figure.text("what", fault.says()));
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
