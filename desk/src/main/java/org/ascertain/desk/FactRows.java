package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.desk.Rows.Read;
import org.ascertain.election.Check;
import org.ascertain.election.Problem;
import org.ascertain.election.Source;
import org.ascertain.record.DraftReader;

/** Facts as JSON become rows; one that names no source is given that of its sender. */
final class FactRows {

  private static final String SOURCE = "source";

  private final DraftReader drafts = new DraftReader();
  private final Source source;

  /**
   * @param source of facts that name none
   * @param known sources that the record has described
   */
  FactRows(Source source, Iterable<Source> known) {
    this.source = source;
    known.forEach(drafts::know);
  }

  /** The row that the bytes of an object are. */
  Read row(long number, byte[] line) {
    DraftReader.Reading reading = drafts.read(line, number - 1);
    if (lacksOnlySource(reading.problems())) {
      drafts.know(source);
      reading = drafts.read(withSource(line), number - 1);
    }
    return Read.of(
        new Row(number, new String(line, UTF_8), Map.of(), reading.fact(), reading.problems()));
  }

  private static boolean lacksOnlySource(List<Problem> problems) {
    return problems.size() == 1
        && problems.getFirst().check() == Check.MISSING_FIELD
        && problems.getFirst().path().equals(SOURCE);
  }

  private byte[] withSource(byte[] line) {
    String text = new String(line, UTF_8);
    int brace = text.indexOf('{');
    // the row has fields, or its kind would be missing too
    return (text.substring(0, brace + 1)
            + "\"source\":\""
            + source.id()
            + "\","
            + text.substring(brace + 1))
        .getBytes(UTF_8);
  }

  /** A row that is no fact for a reason of its own. */
  static Read unreadable(long number, String raw, Check check, String detail) {
    Problem problem = new Problem(check, number - 1, "", detail);
    return Read.of(new Row(number, raw, Map.of(), Optional.empty(), List.of(problem)));
  }
}
