package org.ascertain.server;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The object of JSON that a person's page sends. What it may hold is asked for field by field; what
 * is missing, unknown or of another kind is refused, and the refusal quotes nothing of it.
 */
final class SentObject {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode node;

  private SentObject(JsonNode node) {
    this.node = node;
  }

  /**
   * Reads a request's body.
   *
   * @param known all fields that it may have
   */
  static SentObject read(HandedInRequest handed, String... known) throws IOException {
    JsonNode node = tree(handed.json());
    Set<String> fields = Set.of(known);
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!fields.contains(name))
                throw unfit(
                    "There is no field '%s' here; there are: %s."
                        .formatted(Refusal.quote(name), String.join(", ", List.of(known))));
            });
    return new SentObject(node);
  }

  private static JsonNode tree(String body) {
    try {
      JsonNode node = JSON.readTree(body);
      if (node.isObject()) return node;
    } catch (JsonProcessingException damaged) {
      throw unfit("The body is no JSON, or names a field twice.");
    }
    throw unfit("The body is to be one object of JSON.");
  }

  boolean has(String name) {
    return node.has(name);
  }

  String text(String name) {
    return optionalText(name).orElseThrow(() -> unfit("'%s' is missing.".formatted(name)));
  }

  Optional<String> optionalText(String name) {
    JsonNode value = node.get(name);
    if (value == null) return Optional.empty();
    if (!value.isTextual()) throw unfit("'%s' is to be a text.".formatted(name));
    return Optional.of(value.textValue());
  }

  List<String> texts(String name) {
    List<String> all = new ArrayList<>();
    JsonNode value = node.get(name);
    if (value == null) return all;
    for (JsonNode each : value) {
      if (!each.isTextual()) throw unfit("'%s' is to be a list of texts.".formatted(name));
      all.add(each.textValue());
    }
    if (!value.isArray()) throw unfit("'%s' is to be a list of texts.".formatted(name));
    return all;
  }

  /** Texts by their names. */
  SortedMap<String, String> fields(String name) {
    JsonNode value = node.get(name);
    if (value == null || !value.isObject()) throw unfit("'%s' is to be an object.".formatted(name));
    SortedMap<String, String> all = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : value.properties()) {
      if (!each.getValue().isTextual())
        throw unfit("In '%s' everything is a text, as it was typed.".formatted(name));
      all.put(each.getKey(), each.getValue().textValue());
    }
    return all;
  }

  /** Objects in a list, each as it was written. */
  List<String> objects(String name) {
    JsonNode value = node.get(name);
    if (value == null || !value.isArray() || value.isEmpty())
      throw unfit("'%s' is to be a list of one object or more.".formatted(name));
    List<String> all = new ArrayList<>();
    for (JsonNode each : value) all.add(each.toString());
    return all;
  }

  /** An object with one field more, if it has none of that name. */
  static String with(String object, String name, String text) {
    try {
      ObjectNode node = (ObjectNode) JSON.readTree(object);
      if (!node.has(name)) node.put(name, text);
      return node.toString();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("an object that was read cannot be read", impossible);
    }
  }

  /** One object as it was written. */
  String object(String name) {
    JsonNode value = node.get(name);
    if (value == null || !value.isObject()) throw unfit("'%s' is to be an object.".formatted(name));
    return value.toString();
  }

  /** The version of a thing that was looked at. */
  long version() {
    return number("version").orElseThrow(() -> unfit("'version' is missing: what was looked at?"));
  }

  OptionalLong number(String name) {
    JsonNode value = node.get(name);
    if (value == null) return OptionalLong.empty();
    if (!value.isIntegralNumber() || !value.canConvertToLong())
      throw unfit("'%s' is to be a whole number.".formatted(name));
    return OptionalLong.of(value.longValue());
  }

  static Refusal unfit(String why) {
    return new Refusal(400, "Not understood", why);
  }
}
