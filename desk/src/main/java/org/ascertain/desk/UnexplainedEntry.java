package org.ascertain.desk;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.answers.JsonAnswer;
import org.ascertain.ledger.StoredRecord;

/**
 * An entry that a check doubts and that was recorded all the same, because its sender's policy is
 * so: readers are told that nobody has explained it.
 */
public record UnexplainedEntry(long entry, List<Told> findings) {

  /**
   * Those of a record, in its order; none where no desk has ever opened it.
   *
   * @param to the entry to stop before
   */
  public static List<UnexplainedEntry> of(
      StoredRecord record, long from, OptionalLong to, int most) {
    return record.ask(of -> NotedRow.flagged(of, from, to.orElse(Long.MAX_VALUE), most)).stream()
        .map(row -> new UnexplainedEntry(row.entry().orElseThrow(), row.findings()))
        .toList();
  }

  /** A list of them. */
  public static String json(List<UnexplainedEntry> entries, Optional<String> more) {
    return JsonAnswer.compact(
        json -> {
          json.list(
              "items",
              entries,
              each -> {
                json.number("entry", each.entry());
                json.list("findings", each.findings(), found -> IntakeJson.told(json, found));
              });
          json.text("more", more);
        });
  }
}
