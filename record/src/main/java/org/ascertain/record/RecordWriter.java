package org.ascertain.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;

/**
 * Writes entries in the one form that the record has for each: UTF-8, no spaces, fields in their
 * order, the shortest escapes, what means the same when left out left out. A source is described
 * where the record first names it, and named by its id from then on; so lines are written in the
 * record's order.
 */
public final class RecordWriter {

  private final Sources sources = new Sources();
  private final Sources.Written written = sources.asWritten();
  private final Encoder encoder = new Encoder(written);
  private Instant lastRecorded = Instant.EPOCH;
  private String lastRecordedBy = "";
  private byte[] lastBehind = EntryLine.behindIndex(lastRecorded, lastRecordedBy).getBytes(UTF_8);

  /** Writes a record from its beginning. */
  public RecordWriter() {}

  /** Writes a record on. */
  public RecordWriter(RecordSoFar record) {
    record.sources().forEach(sources::know);
  }

  /** The record's word for the kind of a fact: {@code elector-votes}. */
  public static String word(Fact fact) {
    return FactCodecs.of(fact).word();
  }

  /** The record's words for all kinds of facts, in the order of the alphabet. */
  public static SortedSet<String> words() {
    return FactCodecs.all().map(FactCodec::word).collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The entry's line without its line feed.
   *
   * @throws IllegalArgumentException if it would be longer than {@link RecordReader#LONGEST_LINE},
   *     or its source has the id of another; the writer is then as it was before
   */
  public byte[] line(Entry entry) {
    sources.beginLine(false);
    try {
      encoder.write(entry);
      requireShort(encoder.size());
      return encoder.bytes();
    } catch (RuntimeException refused) {
      sources.takeBack();
      throw refused;
    }
  }

  /**
   * The same line of a fact that is written already.
   *
   * @param place the index and the time of the entry
   * @param recordedBy an account, of letters that JSON has as they are
   */
  public byte[] line(EntryLine place, String recordedBy, DraftLine fact) {
    sources.beginLine(false);
    try {
      byte[] index = EntryLine.beforeTime(place.index()).getBytes(UTF_8);
      byte[] behind = behindIndex(place.recorded(), recordedBy);
      byte[] line = new byte[index.length + behind.length + fact.bytes().length - 1];
      int to = put(index, 0, index.length, line, 0);
      to = put(behind, 0, behind.length, line, to);
      int from = 1; // without its brace
      for (DraftLine.Description each : fact.descriptions()) {
        if (written.describes(each.source())) continue;
        to = put(fact.bytes(), from, each.from(), line, to);
        to = put(each.id(), 0, each.id().length, line, to);
        from = each.to();
      }
      to = put(fact.bytes(), from, fact.bytes().length, line, to);
      requireShort(to);
      return to == line.length ? line : Arrays.copyOf(line, to);
    } catch (RuntimeException refused) {
      sources.takeBack();
      throw refused;
    }
  }

  /** Entries of a batch have one time, and to write it anew takes long. */
  private byte[] behindIndex(Instant recorded, String recordedBy) {
    if (!recorded.equals(lastRecorded) || !recordedBy.equals(lastRecordedBy))
      lastBehind = EntryLine.behindIndex(recorded, recordedBy).getBytes(UTF_8);
    lastRecorded = recorded;
    lastRecordedBy = recordedBy;
    return lastBehind;
  }

  private static int put(byte[] bytes, int from, int until, byte[] into, int at) {
    System.arraycopy(bytes, from, into, at, until - from);
    return at + until - from;
  }

  private static void requireShort(int length) {
    if (length > RecordReader.LONGEST_LINE)
      throw new IllegalArgumentException(
          "it has %s bytes and the most is %s"
              .formatted(Report.grouped(length), Report.grouped(RecordReader.LONGEST_LINE)));
  }
}
