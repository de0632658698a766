package org.ascertain.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ascertain.election.Check;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads records: JSON Lines, one entry a line, in exactly the form in which {@link RecordWriter}
 * writes them. Lines without {@code index}, {@code recorded} and {@code recordedBy} are drafts,
 * which may have spaces and any order of fields. Whatever the bytes are, reading goes on to the end
 * and tells every problem; it throws only where the stream does.
 */
public final class RecordReader {

  /**
   * How many bytes a line may have without its line feed: what an entry bundle of tlog-tiles
   * allows.
   */
  public static final int LONGEST_LINE = 65_535;

  /**
   * How many problems {@link #read} lists; a file that is no record at all has one on every line.
   */
  public static final int MOST_PROBLEMS = 10_000;

  private static final int EXCERPT = 24;
  private static final byte[] NO_BYTES = {};

  private final Consumer<Line> each;
  private final boolean keepsBytes;
  private final LineSplitter lines;
  private final Decoder decoder = new Decoder();
  private final Report report = decoder.report;
  private final LineParser parser = new LineParser(report);
  private final CanonicalReturns returns = new CanonicalReturns(decoder);
  private final LineOrder order = new LineOrder(report);
  private final Encoder encoder = new Encoder(decoder.sources.asRead());
  private long firstIndex;

  /** Whether lines of the commonest form are read by the reader for them. */
  private boolean fast = true;

  private RecordReader(InputStream in, boolean keepsBytes, Consumer<Line> each) {
    this.each = each;
    this.keepsBytes = keepsBytes;
    this.lines = new LineSplitter(in);
  }

  private RecordReader after(RecordSoFar record) {
    record.sources().forEach(decoder.sources::know);
    if (record.size() == 0) return this;
    firstIndex = record.size();
    order.follow();
    return this;
  }

  /**
   * A whole record.
   *
   * @param entries those that could be read, their indexes rising; without problems, all of them
   * @param problems the first {@link #MOST_PROBLEMS} of them, in the order of lines
   * @param furtherProblems how many more there are
   */
  public record Reading(List<Entry> entries, List<Problem> problems, long furtherProblems) {}

  /**
   * Reads to the end of the stream, which stays open.
   *
   * @throws UncheckedIOException if the stream cannot be read
   */
  public static Reading read(InputStream in) {
    Listing listing = new Listing();
    new RecordReader(in, false, listing::add).read();
    return listing.reading();
  }

  /**
   * Reads drafts that are to follow a record. Their indexes follow the record's; the lines of
   * problems are those of the drafts.
   *
   * @throws UncheckedIOException if the stream cannot be read
   */
  public static Reading readOn(RecordSoFar record, InputStream drafts) {
    Listing listing = new Listing();
    new RecordReader(drafts, false, listing::add).after(record).read();
    return listing.reading();
  }

  /**
   * Hands on line after line and keeps none. Empty lines that follow each other are one line, as is
   * a file of no lines at all: it has the problem that it is empty.
   *
   * @throws UncheckedIOException if the stream cannot be read
   */
  public static void forEach(InputStream in, Consumer<Line> each) {
    new RecordReader(in, true, each).read();
  }

  /**
   * Hands on draft after draft that are to follow a record, and keeps none.
   *
   * @throws UncheckedIOException if the stream cannot be read
   */
  public static void forEachOn(RecordSoFar record, InputStream drafts, Consumer<Line> each) {
    new RecordReader(drafts, true, each).after(record).read();
  }

  /** Reads every line in the one way that judges, whatever its form: what tests hold against. */
  static void forEachSlowly(InputStream in, Consumer<Line> each) {
    RecordReader reader = new RecordReader(in, true, each);
    reader.fast = false;
    reader.read();
  }

  private void read() {
    try {
      long index = 0;
      long empty = 0;
      for (; lines.next(); index++) {
        if (lines.length() == 0) {
          empty++;
          continue;
        }
        if (empty > 0) emptyLines(index - empty, empty);
        empty = 0;
        report.begin(index);
        hand(index, line(index));
      }
      if (empty > 0) emptyLines(index - empty, empty);
      report.begin(0);
      order.end();
      if (!report.isEmpty())
        each.accept(new Line(0, NO_BYTES, Optional.empty(), report.problems()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void hand(long index, @Nullable Entry entry) {
    int from = lines.from();
    byte[] bytes =
        keepsBytes ? Arrays.copyOfRange(lines.bytes(), from, from + lines.kept()) : NO_BYTES;
    each.accept(new Line(index, bytes, Optional.ofNullable(entry), report.problems()));
  }

  private void emptyLines(long first, long number) {
    report.begin(first);
    report.add(
        Check.EMPTY_LINE,
        number == 1 ? "" : ", and so are those after it: " + Report.grouped(number) + " in all");
    each.accept(new Line(first, NO_BYTES, Optional.empty(), report.problems()));
  }

  private @Nullable Entry line(long index) {
    Entry common = fast && lines.isEnded() ? commonLine() : null;
    return common == null ? anyLine(index) : placed(common, index);
  }

  /** The entry of a line of the commonest form, of which nothing but its place is to be checked. */
  private @Nullable Entry commonLine() {
    return returns.read(lines.bytes(), lines.from(), lines.kept());
  }

  private @Nullable Entry placed(Entry entry, long index) {
    boolean isInPlace = order.kind(VotingFacts.RETURNS.word(), index);
    if (!order.isOfOneSort(true)) return null;
    EntryPlace place = new EntryPlace(entry.index(), entry.recorded(), entry.recordedBy());
    return order.place(place) && isInPlace ? entry : null;
  }

  private @Nullable Entry anyLine(long index) {
    Json.Members members = members();
    if (members == null) {
      order.unreadable();
      return null;
    }
    FieldSlots slots = EntryPlace.CODEC.slots();
    boolean hasPlace = EntryPlace.CODEC.hasAny(members);
    decoder.sources.beginLine(!hasPlace);
    Fact fact = FactCodecs.read(members, slots, decoder);
    boolean isInPlace = order.kind(FactCodecs.word(members), index);
    if (!order.isOfOneSort(hasPlace)) return null;
    EntryPlace place = hasPlace ? place(slots) : draft(index, fact);
    if (!isInPlace || fact == null || place == null) return null;
    Entry entry = new Entry(place.index(), place.recorded(), place.recordedBy(), fact);
    if (report.isEmpty()) {
      if (hasPlace) checkForm(entry);
      else checkLength(entry);
    }
    return entry;
  }

  private Json.@Nullable Members members() {
    if (!lines.isEnded() && hasReturnInside()) {
      report.add(
          Check.NOT_JSON, "lines end in CR alone; save the file with LF at the ends of lines");
      return null;
    }
    if (lines.length() > LONGEST_LINE) {
      report.add(Check.TOO_LONG, Report.grouped(lines.length()));
      return null;
    }
    if (!lines.isEnded()) {
      report.add(Check.CUT_SHORT, "it ends at byte " + Report.grouped(lines.length()));
      return null;
    }
    return parser.parse(lines.bytes(), lines.from(), lines.kept());
  }

  /** Whether what was read as one line has ends of lines as other systems once had them. */
  private boolean hasReturnInside() {
    for (int i = 0; i < lines.kept() - 1; i++)
      if (lines.bytes()[lines.from() + i] == '\r') return true;
    return false;
  }

  private @Nullable EntryPlace draft(long index, @Nullable Fact fact) {
    return fact == null ? null : EntryPlace.ofDraft(firstIndex + index, fact);
  }

  private @Nullable EntryPlace place(FieldSlots slots) {
    EntryPlace place = EntryPlace.read(slots, decoder);
    if (place != null) return order.place(place) ? place : null;
    order.unreadable();
    return null;
  }

  /**
   * What was read, written again, must be the same bytes: then the line is the only one that says
   * this.
   */
  private void checkForm(Entry entry) {
    encoder.write(entry);
    int place = encoder.mismatch(lines.bytes(), lines.from(), lines.kept());
    if (place < 0) return;
    if (place == lines.kept() - 1 && lines.bytes()[lines.from() + place] == '\r') {
      report.add(
          Check.NOT_CANONICAL,
          "it ends in CR LF, as on Windows; save the file with LF alone at the ends of lines");
      return;
    }
    String found = excerpt(lines.bytes(), lines.from() + place, lines.from() + lines.kept());
    String due = excerpt(encoder.bytes(), place, encoder.size());
    report.add(
        Check.NOT_CANONICAL, "at byte " + (place + 1) + " stands " + found + ", due is " + due);
  }

  /** With the place that the ledger is to give it, a draft must be no longer than any entry. */
  private void checkLength(Entry draft) {
    if (lines.length() < LONGEST_LINE / 2) return; // written anew, no line gets twice as long
    encoder.write(draft);
    int fact = EntryLine.factOf(encoder.bytes()).length;
    int length = EntryLine.LONGEST_PLACE + fact + 1;
    if (length > LONGEST_LINE)
      report.add(Check.TOO_LONG, Report.grouped(length) + " with its index, time and account");
  }

  private static String excerpt(byte[] bytes, int from, int end) {
    String text = new String(bytes, from, Math.min(end - from, EXCERPT), UTF_8);
    return text.isEmpty() ? "the line's end" : Report.quote(text);
  }
}
