package org.ascertain.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A value of JSON; asking for what is not there, or is of another type, fails the test. */
record JsonValue(Object value) {

  static JsonValue read(String text) {
    try (JsonParser in = new JsonFactory().createParser(text)) {
      in.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
      in.nextToken();
      JsonValue read = new JsonValue(value(in));
      if (in.nextToken() != null) throw new AssertionError("more than one value: " + text);
      return read;
    } catch (IOException notJson) {
      throw new AssertionError(text, notJson);
    }
  }

  private static Object value(JsonParser in) throws IOException {
    return switch (in.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
          String name = in.currentName();
          in.nextToken();
          fields.put(name, value(in));
        }
        yield fields;
      }
      case START_ARRAY -> {
        List<Object> items = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) items.add(value(in));
        yield items;
      }
      case VALUE_NUMBER_INT -> in.getLongValue();
      case VALUE_NUMBER_FLOAT -> in.getDecimalValue();
      case VALUE_TRUE, VALUE_FALSE -> in.getBooleanValue();
      case VALUE_STRING -> in.getText();
      default -> throw new AssertionError("no answer has a " + in.currentToken());
    };
  }

  private <T> T as(Class<T> type) {
    if (!type.isInstance(value)) throw new AssertionError(value + " is no " + type.getSimpleName());
    return type.cast(value);
  }

  long number() {
    return as(Long.class);
  }

  String text() {
    return as(String.class);
  }

  boolean truth() {
    return as(Boolean.class);
  }

  boolean has(String name) {
    return as(Map.class).containsKey(name);
  }

  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (Object name : as(Map.class).keySet()) names.add((String) name);
    return names;
  }

  /** The field of an object, by its path with points between. */
  JsonValue at(String path) {
    JsonValue at = this;
    for (String name : List.of(path.split("\\.", -1))) {
      if (!at.has(name)) throw new AssertionError("there is no " + name + " in " + at.names());
      at = new JsonValue(Objects.requireNonNull(at.as(Map.class).get(name)));
    }
    return at;
  }

  List<JsonValue> items() {
    List<JsonValue> items = new ArrayList<>();
    for (Object item : as(List.class)) items.add(new JsonValue(item));
    return items;
  }

  List<String> texts() {
    return items().stream().map(JsonValue::text).toList();
  }

  /** The one item of a list whose field is this text. */
  JsonValue item(String name, String text) {
    List<JsonValue> found =
        items().stream().filter(item -> item.at(name).text().equals(text)).toList();
    if (found.size() != 1)
      throw new AssertionError(found.size() + " items have " + name + " " + text);
    return found.getFirst();
  }

  /** Figures by name. */
  Map<String, Long> numbers() {
    Map<String, Long> numbers = new LinkedHashMap<>();
    for (String name : names()) numbers.put(name, at(name).number());
    return numbers;
  }
}
