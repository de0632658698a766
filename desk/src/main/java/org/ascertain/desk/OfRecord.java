package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Fact;
import org.ascertain.election.Source;

/**
 * Facts that waited, as they go into the record by now: a source that it has described meanwhile is
 * the one that they name, however they describe it.
 */
final class OfRecord {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SOURCE = "source";

  /** The fact with the sources that the record has. */
  static Fact fact(Fact fact, RecordState state) {
    List<Source> known = new ArrayList<>();
    JsonNode draft = tree(KeptRow.draft(fact));
    name(draft, state, known);
    if (known.isEmpty()) return fact;
    Rows.Read read = new FactRows(known.getFirst(), known).row(1, draft.toString().getBytes(UTF_8));
    return read.row()
        .fact()
        .orElseThrow(() -> new IllegalStateException("a fact that was read is none any more"));
  }

  /** Puts ids where sources are described that the record has under the same id. */
  private static void name(JsonNode node, RecordState state, List<Source> known) {
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      String id = each.getValue().path("id").asText();
      Optional<Source> there = each.getKey().equals(SOURCE) ? state.source(id) : Optional.empty();
      if (there.isPresent()) {
        known.add(there.get());
        ((ObjectNode) node).put(SOURCE, id);
      } else name(each.getValue(), state, known);
    }
  }

  private static JsonNode tree(String draft) {
    try {
      return JSON.readTree(draft);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a draft that was written cannot be read", impossible);
    }
  }

  private OfRecord() {}
}
