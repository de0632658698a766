package org.ascertain.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The file of an election's thresholds, {@code us-president-YYYY.checks.json} in the data folder.
 * It has a version, and names what differs from the defaults.
 */
public final class ThresholdsFile {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> FIELDS =
      Set.of("version", "thresholds", "ballots", "population");

  /**
   * What a file says.
   *
   * @param thresholds what holds: of a file that is wrong, the defaults
   * @param fault what is wrong with it, in a sentence
   */
  public record Read(Thresholds thresholds, Optional<String> fault) {}

  /** Where an election has its file. */
  public static Path of(Path folder, String election) {
    return folder.resolve(election + ".checks.json");
  }

  /** Reads an election's file; where there is none, the defaults hold. */
  public static Read read(Path file) throws IOException {
    if (!Files.exists(file)) return new Read(Thresholds.defaults(), Optional.empty());
    return parse(Files.readString(file));
  }

  static Read parse(String text) {
    try {
      JsonNode all = JSON.readTree(text);
      if (!all.isObject()) return wrong("it is not one JSON object");
      for (Map.Entry<String, JsonNode> field : all.properties())
        if (!FIELDS.contains(field.getKey())) return wrong("it has no field " + field.getKey());
      int version = all.path("version").asInt(0);
      if (version < 1) return wrong("its version is a number from 1 on");
      Map<Threshold, Long> set = new EnumMap<>(Threshold.class);
      for (Map.Entry<String, JsonNode> each : all.path("thresholds").properties()) {
        Optional<Threshold> threshold = Threshold.ofKey(each.getKey());
        if (threshold.isEmpty()) return wrong("there is no threshold " + each.getKey());
        if (!isCount(each.getValue())) return wrong(each.getKey() + " is no whole number");
        set.put(threshold.get(), each.getValue().longValue());
      }
      Map<String, Long> population = new HashMap<>();
      for (Map.Entry<String, JsonNode> each : all.path("population").properties()) {
        if (!isCount(each.getValue()))
          return wrong("the population of " + each.getKey() + " is no whole number");
        population.put(each.getKey(), each.getValue().longValue());
      }
      return new Read(
          new Thresholds(version, set, ballots(all.path("ballots")), population), Optional.empty());
    } catch (JsonProcessingException notJson) {
      return wrong("it is not JSON (" + notJson.getOriginalMessage() + ")");
    }
  }

  private static boolean isCount(JsonNode value) {
    return value.canConvertToLong() && value.isIntegralNumber() && value.longValue() >= 0;
  }

  private static Map<String, Set<String>> ballots(JsonNode of) {
    Map<String, Set<String>> ballots = new HashMap<>();
    for (Map.Entry<String, JsonNode> each : of.properties()) {
      Set<String> tickets = new HashSet<>();
      each.getValue().forEach(ticket -> tickets.add(ticket.asText()));
      ballots.put(each.getKey(), Set.copyOf(tickets));
    }
    return ballots;
  }

  private static Read wrong(String fault) {
    return new Read(Thresholds.defaults(), Optional.of("The file of thresholds: " + fault + "."));
  }

  private ThresholdsFile() {}
}
