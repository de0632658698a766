package org.ascertain.record;

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
  private final Encoder encoder = new Encoder(sources.asWritten());

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
      if (encoder.size() > RecordReader.LONGEST_LINE)
        throw new IllegalArgumentException(
            "it has %s bytes and the most is %s"
                .formatted(
                    Report.grouped(encoder.size()), Report.grouped(RecordReader.LONGEST_LINE)));
      return encoder.bytes();
    } catch (RuntimeException refused) {
      sources.takeBack();
      throw refused;
    }
  }
}
