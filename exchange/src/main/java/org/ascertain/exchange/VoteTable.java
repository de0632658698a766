package org.ascertain.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipException;
import org.ascertain.election.Attestation;
import org.jspecify.annotations.Nullable;

/** Reads a table of votes as CSV: its lines are added up to what each unit has. */
final class VoteTable extends ReadRows {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** What the columns of a table mean, once its first line is known. */
  @FunctionalInterface
  interface Columns {
    /** Fails with a sentence where the columns are another format's. */
    Mapping of(List<String> names) throws Unfit;
  }

  private final Content content;
  private final Reading reading;
  private final Columns columns;
  private final char separator;
  private Iterator<UnitFigures> units = List.<UnitFigures>of().iterator();
  private List<ReadRow> apart = List.of();
  private Optional<Attestation> attestation = Optional.empty();
  private TicketNames names;

  VoteTable(Content content, Reading reading, Columns columns, char separator) {
    this.content = content;
    this.reading = reading;
    this.columns = columns;
    this.separator = separator;
    this.names = new TicketNames(reading.header());
  }

  @Override
  void begin() throws IOException, Unfit {
    if (reading.at().isEmpty()) throw new Unfit(ReadCheck.NO_MOMENT, "", "");
    attestation = Optional.of(reading.attestation(reading.at().get()));
    try {
      read(StandardCharsets.UTF_8);
    } catch (CharacterCodingException notUtf8) {
      note(ReadCheck.OTHER_ENCODING, WINDOWS.name());
      read(WINDOWS);
    }
  }

  private void read(Charset otherwise) throws IOException, Unfit {
    TableRow row = new TableRow();
    @Nullable TableLines begun = null;
    List<Torn> torn = new ArrayList<>();
    long line = 0;
    try (LastLine text = new LastLine(text(otherwise, true));
        CsvReader<TableRow> csv = csv().build(row, text)) {
      Iterator<TableRow> rows = csv.iterator();
      if (!rows.hasNext()) throw new Unfit(ReadCheck.OTHER_FORMAT, "", "it is empty");
      List<String> header = rows.next().cells();
      TableLines lines = new TableLines(reading, names, columns.of(header), header);
      begun = lines;
      row.hasCounts(lines.counts());
      line = row.lastLine();
      while (rows.hasNext()) {
        rows.next();
        boolean isTorn =
            row.lastLine() > row.line()
                && (row.size() != header.size() || row.hasSwallowed(separator, header.size() - 1));
        if (isTorn) torn.add(new Torn(row.line(), row.lastLine()));
        else lines.take(row);
        line = row.lastLine();
      }
      if (!text.isEnded() && torn.isEmpty()) lines.withoutEnd(line);
    } catch (CsvParseException unfit) {
      if (begun == null) throw new Unfit(ReadCheck.OTHER_FORMAT, "line 1", "it is no table");
      torn.add(new Torn(line + 1, Long.MAX_VALUE)); // a cell that goes on and on
    } catch (UncheckedIOException failed) {
      IOException broken = Objects.requireNonNull(failed.getCause());
      boolean isPackedBadly = broken instanceof EOFException || broken instanceof ZipException;
      if (!isPackedBadly) throw broken;
      if (begun == null || line < 2)
        throw new Unfit(ReadCheck.CUT_OFF, "after line " + line, why(broken));
      begun.cutOff(line, why(broken));
      brokenOff();
    } catch (NoSuchElementException ended) {
      if (begun == null)
        throw new Unfit(ReadCheck.CUT_OFF, "after line " + line, "it ends within a line");
      begun.cutOff(line, "it ends within a line");
      brokenOff();
    }
    TableLines lines = Objects.requireNonNull(begun);
    if (!torn.isEmpty()) again(torn, lines, otherwise);
    if (lines.isAboutNothing())
      throw new Unfit(
          ReadCheck.OTHER_FORMAT,
          "",
          "it has no votes for President in %d, but %s"
              .formatted(reading.header().year(), lines.passedOver()));
    for (Map.Entry<ReadCheck, String> each : lines.notes().entrySet())
      note(each.getKey(), each.getValue());
    apart = lines.apart();
    units = lines.units().iterator();
  }

  /** Text of which it is known whether its last line has an end. */
  private static final class LastLine extends FilterReader {

    private char last = '\n';

    LastLine(Reader in) {
      super(in);
    }

    @Override
    public int read(char[] to, int from, int length) throws IOException {
      int read = super.read(to, from, length);
      if (read > 0) last = to[from + read - 1];
      return read;
    }

    boolean isEnded() {
      return last == '\n' || last == '\r';
    }
  }

  private CsvReader.CsvReaderBuilder csv() {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true)
        .maxBufferSize(1 << 20);
  }

  /** Lines that a quotation mark made one, which no other closes where a cell ends. */
  private record Torn(long first, long last) {}

  /** Reads lines that were torn each by itself, so that one is lost and not all behind it. */
  private void again(List<Torn> torn, TableLines lines, Charset otherwise) throws IOException {
    Iterator<Torn> all = torn.iterator();
    Torn now = all.next();
    try (BufferedReader text = new BufferedReader(text(otherwise, false))) {
      long number = 1;
      for (String line = text.readLine(); line != null; line = text.readLine(), number++) {
        if (number > now.last) {
          if (!all.hasNext()) return;
          now = all.next();
        }
        if (number >= now.first && !line.isBlank()) one(line, number, lines);
      }
    }
  }

  private void one(String line, long number, TableLines lines) throws IOException {
    TableRow row = new TableRow(number - 1);
    try (CsvReader<TableRow> csv = csv().build(row, line)) {
      for (TableRow each : csv) lines.take(each);
    } catch (CsvParseException unfit) {
      lines.cutOff(number - 1, "its line %d is longer than any".formatted(number));
    }
  }

  private Reader text(Charset otherwise, boolean isTold) throws IOException {
    InputStream in = open(content);
    in.mark(4);
    byte[] start = in.readNBytes(3);
    in.reset();
    int first = start.length > 0 ? start[0] & 0xff : 0;
    int second = start.length > 1 ? start[1] & 0xff : 0;
    boolean isWide = (first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff);
    if (isWide && isTold) note(ReadCheck.OTHER_ENCODING, "UTF-16");
    boolean isMarked =
        first == 0xef && second == 0xbb && start.length > 2 && (start[2] & 0xff) == 0xbf;
    if (isMarked) in.skipNBytes(3);
    Charset charset = isWide ? StandardCharsets.UTF_16 : otherwise;
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  @Override
  boolean more() {
    if (!apart.isEmpty()) {
      apart.forEach(this::add);
      apart = List.of();
      return true;
    }
    while (units.hasNext()) {
      UnitFigures unit = units.next();
      ReadRow row = unit.row(attestation.orElseThrow(), names);
      // of a unit with registered voters alone nothing is said of votes
      boolean saysSomething = unit.hasVotes() || row.fact().isEmpty();
      if (!saysSomething) continue;
      add(row);
      return true;
    }
    return false;
  }

  @Override
  public void close() {} // it is read whole when it begins

  @Override
  boolean isAskedForUnits() {
    return false;
  }

  /** A cell's text becomes something once, however many lines have it. */
  static <T> Function<String, T> once(Function<String, T> meaning) {
    Map<String, T> known = new HashMap<>();
    return text -> known.computeIfAbsent(text, meaning);
  }
}
