package org.ascertain.record;

import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads entries of a sound record one by one, as they come. It may begin anywhere, once it knows
 * what the record has described before; what {@link RecordReader} checks beside is not checked.
 */
public final class EntryReader {

  private final Decoder decoder = new Decoder();
  private final LineParser parser = new LineParser(decoder.report);
  private final CanonicalReturns returns = new CanonicalReturns(decoder);

  /**
   * @param record what stands before the first line that it is given
   */
  public EntryReader(RecordSoFar record) {
    record.sources().forEach(decoder.sources::know);
  }

  /** Takes a source as described by an entry that was not read here. */
  public void know(Entry entry) {
    RecordSoFar.eachSource(entry.fact(), decoder.sources::know);
  }

  /**
   * The entry that a line is.
   *
   * @param line without its line feed
   * @throws IllegalArgumentException saying why it is none
   */
  public Entry read(byte[] line) {
    Entry common = returns.read(line, 0, line.length);
    if (common != null) return common;
    decoder.report.begin(0);
    decoder.sources.beginLine(false);
    Json.@Nullable Members members = parser.parse(line, 0, line.length);
    if (members != null) {
      FieldSlots slots = EntryPlace.CODEC.slots();
      Fact fact = FactCodecs.read(members, slots, decoder);
      EntryPlace place = EntryPlace.read(slots, decoder);
      if (fact != null && place != null && decoder.report.isEmpty())
        return new Entry(place.index(), place.recorded(), place.recordedBy(), fact);
    }
    Problem first = decoder.report.problems().getFirst();
    throw new IllegalArgumentException("the line is no entry: " + first.sentence());
  }
}
