package org.ascertain.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Check;
import org.ascertain.election.Fact;
import org.ascertain.election.Problem;
import org.ascertain.election.Source;
import org.jspecify.annotations.Nullable;

/**
 * Reads drafts one by one, each judged by itself: what is wrong with one says nothing of the next.
 * Sources that the record, or a sound draft before, has described may be named by their ids.
 */
public final class DraftReader {

  private final Map<String, Source> known = new HashMap<>();
  private Decoder decoder = new Decoder();
  private LineParser parser = new LineParser(decoder.report);

  /**
   * A draft as it was read.
   *
   * @param fact there if nothing is wrong
   * @param problems what is wrong with its form, each with the index that was asked with
   */
  public record Reading(Optional<Fact> fact, List<Problem> problems) {}

  /** Takes a source as described. */
  public void know(Source source) {
    known.put(source.id(), source);
    decoder.sources.know(source);
  }

  /**
   * Reads the draft that a line is.
   *
   * @param line without its line feed
   * @param index by which its problems are told
   */
  public Reading read(byte[] line, long index) {
    Report report = decoder.report;
    report.begin(index);
    if (line.length > RecordReader.LONGEST_LINE) {
      report.add(Check.TOO_LONG, Report.grouped(line.length));
      return failed();
    }
    Json.@Nullable Members members = parser.parse(line, 0, line.length);
    if (members == null) return failed();
    FieldSlots slots = EntryPlace.CODEC.slots();
    decoder.sources.beginLine(true);
    Fact fact = FactCodecs.read(members, slots, decoder);
    if (EntryPlace.CODEC.hasAny(members)) {
      report.restart();
      report.add(Check.MIXED_INDEXES, "an entry of a record, where a new fact is due");
    }
    if (fact == null || !report.isEmpty()) return failed();
    RecordSoFar.eachSource(fact, source -> known.putIfAbsent(source.id(), source));
    return new Reading(Optional.of(fact), List.of());
  }

  /** What an unsound draft has described is forgotten with it. */
  private Reading failed() {
    List<Problem> problems = decoder.report.problems();
    decoder = new Decoder();
    parser = new LineParser(decoder.report);
    known.values().forEach(decoder.sources::know);
    return new Reading(Optional.empty(), problems);
  }
}
