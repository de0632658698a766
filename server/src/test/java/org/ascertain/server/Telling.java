package org.ascertain.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A story played up to a moment, as the page does: changes added up, nothing else known. */
final class Telling {

  private final List<String> units = new ArrayList<>();
  private final List<String> stages = new ArrayList<>();
  private final List<String> candidates = new ArrayList<>();
  private final List<String> tickets = new ArrayList<>();
  private final Map<String, Map<Integer, JsonNode>> rungs = new HashMap<>();
  private final Map<String, JsonNode> votes = new HashMap<>();

  Telling(JsonNode story, long untilMs) {
    story.get("units").forEach(each -> units.add(each.asText()));
    story.get("stages").forEach(each -> stages.add(each.asText()));
    story.get("candidates").forEach(each -> candidates.add(each.asText()));
    story.get("tickets").forEach(each -> tickets.add(each.asText()));
    for (JsonNode change : story.get("changes"))
      if (change.get(0).asLong() <= untilMs && change.get(2).asInt() >= 0) take(change);
  }

  private void take(JsonNode change) {
    String unit = units.get(change.get(2).asInt());
    if (change.get(3).isArray()) votes.put(unit, change.get(3));
    if (!change.get(5).isObject()) return;
    String jurisdiction = unit.split("-", 2)[0];
    Map<Integer, JsonNode> own = rungs.computeIfAbsent(jurisdiction, j -> new HashMap<>());
    change.get(5).forEachEntry((rung, electors) -> own.put(Integer.parseInt(rung), electors));
  }

  /** How many electors a candidate has on a rung by now. */
  int electors(String stage, String candidate) {
    int rung = stages.indexOf(stage);
    int place = candidates.indexOf(candidate);
    return rungs.values().stream()
        .filter(of -> of.containsKey(rung))
        .mapToInt(of -> of.get(rung).get(place).asInt())
        .sum();
  }

  /** How many votes a ticket has in a unit by now; -1 before the first. */
  long votes(String unit, String ticket) {
    return votes.containsKey(unit) ? votes.get(unit).get(tickets.indexOf(ticket)).asLong() : -1;
  }
}
