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
 *
 * @param recorded the record's entries
 * @param would those that would follow
 */
public record Prospect(Standing before, Standing after, List<Entry> recorded, List<Entry> would) {

  public Prospect {
    recorded = List.copyOf(recorded);
    would = List.copyOf(would);
  }

  /**
   * The prospect of facts.
   *
   * @param by whose account the entries would bear
   * @throws IllegalArgumentException if the record has no header, or one of a year without a law
   */
  static Prospect of(StoredRecord record, List<Fact> facts, Account by, Instant now) {
    List<Entry> recorded = entries(record);
    List<Entry> would = new ArrayList<>();
    for (Fact fact : facts)
      would.add(new Entry(recorded.size() + would.size(), now, Long.toString(by.number()), fact));
    History before = ElectionHistory.of(recorded);
    List<Entry> all = new ArrayList<>(recorded);
    all.addAll(would);
    History after = ElectionHistory.of(all);
    long moment = Math.max(before.end(), after.end());
    return new Prospect(before.at(moment), after.at(moment), recorded, would);
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

  /**
   * Ladder and outcome of both.
   *
   * @param watches how many watches would be told of a turn
   */
  public String json(long watches) {
    return JsonAnswer.compact(
        json -> {
          json.object("before", inside -> StandingJson.writeResult(inside, before));
          json.object("after", inside -> StandingJson.writeResult(inside, after));
          json.number("watches", watches);
        });
  }
}
