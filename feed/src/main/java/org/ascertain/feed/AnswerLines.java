package org.ascertain.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Iterator;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * An answer that comes line by line while the desk takes rows in: what was found, how far it is, at
 * last the summary, or why it went no further.
 */
final class AnswerLines {

  static final String TYPE = "application/jsonl";

  /** How many findings are kept; those beyond are counted. */
  private static final int MOST_FINDINGS = 1_000;

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Reads an answer to its end.
   *
   * @param progress gets how many rows are decided and durable
   * @throws IOException if it breaks off
   */
  static DeskSite.Reply read(Stream<String> lines, LongConsumer progress) throws IOException {
    ArrayNode findings = JSON.createArrayNode();
    long more = 0;
    for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
      JsonNode line = JSON.readTree(each.next());
      if (line.has("progress")) progress.accept(line.path("progress").path("rows").asLong());
      else if (line.has("severity") && line.has("row")) {
        if (findings.size() < MOST_FINDINGS) findings.add(line);
        else more++;
      } else if (line.has("state") && line instanceof ObjectNode summary) {
        summary.set("findings", findings);
        return new DeskSite.Answer(summary.put("more", more));
      } else return new DeskSite.Refusal(line.path("status").asInt(), line);
    }
    throw new IOException("the answer broke off");
  }

  private AnswerLines() {}
}
