package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.desk.RowCutter.Cut;
import org.ascertain.election.Check;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Problem;
import org.ascertain.election.Source;

/** A table of returns as CSV (RFC 4180): the first line names the columns, each other is a row. */
final class TableRows implements Rows {

  private static final int AT_ONCE = 500;

  private final InputStream in;
  private final RowCutter cutter;
  private final Optional<Finding> refusal;
  private final Deque<Read> read = new ArrayDeque<>();
  private List<String> names = List.of();
  private TableReturns returns;
  private long number;

  /**
   * @param source of rows that name none
   * @param known sources that the record has described
   */
  TableRows(InputStream in, Header header, Source source, Iterable<Source> known)
      throws IOException {
    this.in = in;
    this.cutter = new RowCutter(in, true);
    this.returns =
        new TableReturns(TableColumns.of(List.of(), header), source, id -> Optional.empty());
    Optional<String> fault = begin(header, source, known);
    this.refusal =
        fault.map(what -> Finding.of(IntakeCheck.WRONG_COLUMNS, 0, "", Figure.text("what", what)));
  }

  private Optional<String> begin(Header header, Source source, Iterable<Source> known)
      throws IOException {
    Optional<Cut> first = cutter.next();
    if (first.isEmpty() || first.get().length() == 0)
      return Optional.of("there is none; the file is empty, or begins with an empty line");
    if (first.get().isTooLong()) return Optional.of("it is longer than 65,535 bytes");
    List<List<String>> line = cells(List.of(text(first.get())));
    if (line.size() != 1) return Optional.of("a quotation mark is not closed where its cell ends");
    names = line.getFirst();
    Optional<String> fault = TableColumns.fault(names, header);
    if (fault.isPresent()) return fault;
    Map<String, Source> described = new HashMap<>();
    for (Source each : known) described.put(each.id(), each);
    returns =
        new TableReturns(
            TableColumns.of(names, header), source, id -> Optional.ofNullable(described.get(id)));
    return fault;
  }

  @Override
  public Optional<Finding> refusal() {
    return refusal;
  }

  @Override
  public Optional<Read> next() throws IOException {
    if (read.isEmpty() && refusal.isEmpty()) readOn();
    return Optional.ofNullable(read.poll());
  }

  private void readOn() throws IOException {
    List<Cut> cuts = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    while (cuts.size() < AT_ONCE) {
      Optional<Cut> cut = cutter.next();
      if (cut.isEmpty()) break;
      if (cut.get().length() == 0) continue; // an empty line is no row
      cuts.add(cut.get());
      if (!cut.get().isTooLong()) texts.add(text(cut.get()));
    }
    List<List<String>> cells = cells(texts);
    if (cells.size() != texts.size()) cells = oneByOne(texts);
    int next = 0;
    for (Cut cut : cuts) {
      number++;
      if (cut.isTooLong()) read.add(tooLong(number, cut));
      else {
        read.add(row(number, texts.get(next), cells.get(next)));
        next++;
      }
    }
  }

  /** Where the rows run into one another by a quotation mark, each keeps what it is. */
  private static List<List<String>> oneByOne(List<String> texts) throws IOException {
    List<List<String>> rows = new ArrayList<>(texts.size());
    for (String text : texts) {
      List<List<String>> alone = cells(List.of(text));
      rows.add(alone.size() == 1 ? alone.getFirst() : List.of(text));
    }
    return rows;
  }

  private static String text(Cut cut) {
    return new String(cut.bytes(), UTF_8);
  }

  static Read tooLong(long number, Cut cut) {
    Problem problem = new Problem(Check.TOO_LONG, number - 1, "", "%,d".formatted(cut.length()));
    return Read.of(new Row(number, text(cut), Map.of(), Optional.empty(), List.of(problem)));
  }

  /** The cells of rows; too few of them where a quotation mark is not closed at a cell's end. */
  private static List<List<String>> cells(List<String> texts) throws IOException {
    List<List<String>> rows = new ArrayList<>(texts.size());
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .maxBufferSize(1 << 20)
            .ofCsvRecord(String.join("\n", texts))) {
      for (CsvRecord each : reader) rows.add(each.getFields());
    } catch (CsvParseException unfit) {
      rows.clear();
    }
    return rows;
  }

  private Read row(long number, String raw, List<String> cells) {
    if (cells.size() != names.size()) {
      Finding wrong =
          Finding.of(
              IntakeCheck.WRONG_CELLS,
              number,
              "",
              Figure.of("cells", cells.size()),
              Figure.of("columns", names.size()));
      return new Read(new Row(number, raw, Map.of(), Optional.empty(), List.of()), List.of(wrong));
    }
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) named.put(names.get(i), cells.get(i));
    try {
      return Read.of(new Row(number, raw, named, Optional.of(returns.of(cells)), List.of()));
    } catch (TableReturns.Unreadable cell) {
      return Read.of(
          new Row(number, raw, named, Optional.empty(), List.of(problem(number - 1, cell, named))));
    }
  }

  private static Problem problem(
      long index, TableReturns.Unreadable cell, Map<String, String> named) {
    String value = named.getOrDefault(cell.column, "");
    String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
    return switch (cell.column) {
      case TableColumns.AT, "learned" ->
          new Problem(Check.NOT_A_TIME, index, cell.column, cell.column + ": " + shown);
      case TableColumns.UNIT -> new Problem(Check.EMPTY_TEXT, index, cell.column, cell.column);
      case "source" -> new Problem(Check.SOURCE_UNKNOWN, index, cell.column, shown);
      case "exact", "complete", "expectedBy", "totalBy" ->
          new Problem(Check.UNKNOWN_WORD, index, cell.column, cell.column + ": " + shown);
      default -> new Problem(Check.NOT_A_COUNT, index, cell.column, cell.column + ": " + shown);
    };
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
