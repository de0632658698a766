package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ascertain.answers.JsonAnswer;
import org.ascertain.answers.StandingJson;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.ledger.StoredRecord;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;
import org.ascertain.standing.Standing;

/**
 * What facts would make of an election if they were recorded now: the whole law applied to the
 * record with them, beside the same without them.
 */
public record Prospect(Standing before, Standing after) {

  /**
   * The prospect of facts.
   *
   * @param by whose account the entries would bear
   * @throws IllegalArgumentException if the record has no header, or one of a year without a law
   */
  static Prospect of(StoredRecord record, List<Fact> facts, Account by, Instant now) {
    List<Entry> entries = new ArrayList<>(entries(record));
    History before = ElectionHistory.of(entries);
    for (Fact fact : facts)
      entries.add(new Entry(entries.size(), now, Long.toString(by.number()), fact));
    History after = ElectionHistory.of(entries);
    long moment = Math.max(before.end(), after.end());
    return new Prospect(before.at(moment), after.at(moment));
  }

  private static List<Entry> entries(StoredRecord record) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    record.read(
        0,
        record.size(),
        (line, index) -> {
          lines.writeBytes(line);
          lines.writeBytes("\n".getBytes(UTF_8));
        });
    return RecordReader.read(new ByteArrayInputStream(lines.toByteArray())).entries();
  }

  /** Ladder and outcome of both. */
  public String json() {
    return JsonAnswer.compact(
        json -> {
          json.object("before", inside -> StandingJson.writeResult(inside, before));
          json.object("after", inside -> StandingJson.writeResult(inside, after));
        });
  }
}
