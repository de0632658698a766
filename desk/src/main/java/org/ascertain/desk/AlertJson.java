package org.ascertain.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.ascertain.answers.JsonAnswer;
import org.ascertain.desk.Weighing.Could;

/** Alerts as JSON, as they are answered and as their sums are kept. */
public final class AlertJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A list of alerts. */
  public static String list(List<Alert> alerts) {
    return JsonAnswer.compact(
        json ->
            json.list(
                "items",
                alerts,
                alert -> {
                  json.number("id", alert.id());
                  json.text("unit", alert.unit());
                  json.text("raised", alert.raised().toString());
                  json.text("cleared", alert.cleared().map(Object::toString));
                  json.text("why", alert.why().orElseGet(alert.weighing()::says));
                  figures(json, alert.weighing());
                }));
  }

  /** A sum as it is kept. */
  static String weighing(Weighing weighing) {
    return JsonAnswer.compact(json -> figures(json, weighing));
  }

  private static void figures(JsonAnswer json, Weighing weighing) throws IOException {
    json.number("margin", weighing.margin());
    json.number("kept", weighing.kept());
    json.number("outstanding", weighing.outstanding());
    json.number("atStake", weighing.atStake());
    if (weighing.allAtStake()) json.truth("allAtStake", true);
    json.text("could", weighing.could().word());
    json.out().writeArrayFieldStart("rows");
    for (long row : weighing.rows()) json.out().writeNumber(row);
    json.out().writeEndArray();
    json.number("furthest", weighing.furthest());
  }

  /** A sum as it was kept. */
  static Weighing weighing(String unit, String json) {
    try {
      JsonNode kept = JSON.readTree(json);
      List<Long> rows = new ArrayList<>();
      for (JsonNode row : kept.path("rows")) rows.add(row.asLong());
      return new Weighing(
          unit,
          number(kept, "margin"),
          kept.path("kept").asLong(),
          number(kept, "outstanding"),
          number(kept, "atStake"),
          kept.path("allAtStake").asBoolean(),
          could(kept.path("could").asText()),
          rows,
          number(kept, "furthest"));
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("an alert that was kept cannot be read: " + json, damaged);
    }
  }

  private static Could could(String word) {
    for (Could each : Could.values()) if (each.word().equals(word)) return each;
    throw new IllegalStateException("no such verdict: " + word);
  }

  private static OptionalLong number(JsonNode kept, String field) {
    return kept.has(field) ? OptionalLong.of(kept.get(field).asLong()) : OptionalLong.empty();
  }

  private AlertJson() {}
}
