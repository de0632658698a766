package org.ascertain.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;
import org.ascertain.election.Problem;

/**
 * A finding as it was told and is kept: its words, the version of its rule and what it rests on
 * stay as they were, whatever becomes of the rule.
 *
 * @param inputs the figures of row and record by their names, as an object of JSON
 * @param parameters the thresholds that decided, likewise
 */
public record Told(
    String code,
    String severity,
    String path,
    String says,
    String advice,
    int version,
    String inputs,
    String parameters) {

  /** No figures. */
  static final String NONE = "{}";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A finding of the desk's checks. */
  public static Told of(Finding finding) {
    return new Told(
        finding.check().code(),
        finding.check().severity().word(),
        finding.path(),
        finding.says(),
        finding.advice(),
        finding.check().version(),
        figures(finding.inputs()),
        figures(finding.parameters()));
  }

  /** A problem of form or sense; it keeps its row aside. */
  public static Told of(Problem problem) {
    return new Told(
        problem.check().code(),
        Severity.ASIDE.word(),
        problem.path(),
        problem.check().says(problem.detail()),
        problem.check().advice(),
        1,
        NONE,
        NONE);
  }

  /** All that was found in a row, problems first. */
  static List<Told> all(List<Problem> problems, List<Finding> findings) {
    List<Told> all = new ArrayList<>();
    problems.forEach(problem -> all.add(of(problem)));
    findings.forEach(finding -> all.add(of(finding)));
    return all;
  }

  private static String figures(List<Figure> figures) {
    ObjectNode named = JSON.createObjectNode();
    for (Figure figure : figures)
      if (figure.number().isPresent()) named.put(figure.name(), figure.number().getAsLong());
      else named.put(figure.name(), figure.text());
    return named.toString();
  }

  private static String named(JsonNode finding, String field) {
    JsonNode figures = finding.get(field);
    return figures == null ? NONE : figures.toString();
  }

  /** Findings as they are kept. */
  static String json(List<Told> findings) {
    ArrayNode all = JSON.createArrayNode();
    for (Told each : findings) {
      ObjectNode told = all.addObject();
      told.put("code", each.code).put("severity", each.severity);
      if (!each.path.isEmpty()) told.put("path", each.path);
      told.put("says", each.says).put("advice", each.advice).put("version", each.version);
      if (!each.inputs.equals(NONE)) told.putRawValue("inputs", new RawValue(each.inputs));
      if (!each.parameters.equals(NONE))
        told.putRawValue("parameters", new RawValue(each.parameters));
    }
    return all.toString();
  }

  /** Findings as they were kept. */
  static List<Told> read(String json) {
    try {
      List<Told> all = new ArrayList<>();
      for (JsonNode each : JSON.readTree(json))
        all.add(
            new Told(
                each.path("code").asText(),
                each.path("severity").asText(),
                each.path("path").asText(""),
                each.path("says").asText(),
                each.path("advice").asText(),
                each.path("version").asInt(),
                named(each, "inputs"),
                named(each, "parameters")));
      return all;
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("findings that were kept cannot be read: " + json, damaged);
    }
  }
}
