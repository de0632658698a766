package org.ascertain.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/** The schemas of the answers as a validator reads them; notes which of their fields were seen. */
final class Schemas {

  static final String FOLDER = "classpath:org/ascertain/answers/schemas/";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, JsonNode> TREES = new ConcurrentHashMap<>();

  private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private final Map<String, JsonSchema> read = new ConcurrentHashMap<>();
  private final Set<String> seen = new TreeSet<>();

  static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static JsonNode schema(String name) {
    return TREES.computeIfAbsent(name, each -> tree(AnswerSchemas.text(each)));
  }

  /** What of an answer its schema does not allow; nothing where they agree. */
  List<String> faults(String name, String answer) {
    see(name, schema(name), tree(answer), name);
    return read
        .computeIfAbsent(name, n -> factory.getSchema(SchemaLocation.of(FOLDER + n + ".json")))
        .validate(answer, InputFormat.JSON)
        .stream()
        .map(ValidationMessage::toString)
        .toList();
  }

  /** Fields that a schema has and no answer so far, as {@code Rung/majority/implied}. */
  Set<String> unseen() {
    Set<String> all = new TreeSet<>();
    for (String name : AnswerSchemas.names()) collect(schema(name), name, all);
    all.removeAll(seen);
    return all;
  }

  private static void collect(JsonNode schema, String path, Set<String> all) {
    schema
        .path("properties")
        .properties()
        .forEach(
            each -> {
              if (each.getValue().isBoolean()) return;
              all.add(path + "/" + each.getKey());
              collect(each.getValue(), path + "/" + each.getKey(), all);
            });
    for (JsonNode inner : inner(schema)) collect(inner, path, all);
  }

  /** Of a list or map, and of what may be one thing or another, the schemas of what is inside. */
  private static List<JsonNode> inner(JsonNode schema) {
    return StreamSupport.stream(
            List.of(
                    List.of(schema.path("items")),
                    List.of(schema.path("additionalProperties")),
                    schema.path("oneOf"),
                    schema.path("prefixItems"))
                .spliterator(),
            false)
        .flatMap(each -> StreamSupport.stream(each.spliterator(), false))
        .filter(JsonNode::isObject)
        .toList();
  }

  private void see(String name, JsonNode schema, JsonNode value, String path) {
    if (schema.has("$ref")) {
      String other = schema.path("$ref").asText().replace(".json", "");
      see(other, schema(other), value, other);
      return;
    }
    JsonNode fields = schema.path("properties");
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      JsonNode of = fields.path(field.getKey());
      if (of.isObject()) {
        seen.add(path + "/" + field.getKey());
        see(name, of, field.getValue(), path + "/" + field.getKey());
      } else see(name, schema.path("additionalProperties"), field.getValue(), path);
    }
    if (value.isArray()) {
      for (JsonNode item : value) see(name, schema.path("items"), item, path);
      for (int i = 0; i < Math.min(value.size(), schema.path("prefixItems").size()); i++)
        see(name, schema.path("prefixItems").get(i), value.get(i), path);
    }
    for (JsonNode one : schema.path("oneOf")) see(name, one, value, path);
  }
}
