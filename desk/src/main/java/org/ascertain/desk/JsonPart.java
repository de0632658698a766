package org.ascertain.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether one value of JSON is a part of another: an object, if each of its fields is ({@code null}
 * for one that must not be there); a list whose items have a {@code stage}, {@code unit} or {@code
 * rule}, if each is a part of the item of that name; another list, item by item and to its end.
 */
public final class JsonPart {

  private static final List<String> NAMES = List.of("unit", "rule", "stage");

  private final List<String> differences = new ArrayList<>();

  private JsonPart() {}

  /** What of {@code part} is not so in {@code whole}, each with its path; nothing if all is. */
  public static List<String> of(JsonNode whole, JsonNode part) {
    JsonPart compared = new JsonPart();
    compared.compare("", whole, part);
    return compared.differences;
  }

  private void compare(String path, JsonNode whole, JsonNode part) {
    if (part.isNull() && !whole.isMissingNode()) differ(path, whole, part);
    else if (part.isNull()) return;
    else if (part.isObject() && whole.isObject()) fields(path, whole, part);
    else if (part.isArray() && whole.isArray()) items(path, whole, part);
    else if (!whole.equals(part)) differ(path, whole, part);
  }

  private void differ(String path, JsonNode whole, JsonNode part) {
    differences.add(
        "%s: expected %s, but was %s"
            .formatted(path, part, whole.isMissingNode() ? "nothing" : whole));
  }

  private void fields(String path, JsonNode whole, JsonNode part) {
    for (Map.Entry<String, JsonNode> field : part.properties())
      compare(path + "/" + field.getKey(), whole.path(field.getKey()), field.getValue());
  }

  private void items(String path, JsonNode whole, JsonNode part) {
    Optional<String> name = NAMES.stream().filter(each -> all(part, each)).findFirst();
    if (name.isPresent()) {
      for (JsonNode item : part) {
        String wanted = item.get(name.get()).asText();
        compare(path + "/" + wanted, named(whole, name.get(), wanted), item);
      }
    } else if (whole.size() != part.size()) {
      differ(path, whole, part);
    } else {
      for (int i = 0; i < part.size(); i++) compare(path + "/" + i, whole.get(i), part.get(i));
    }
  }

  private static boolean all(JsonNode items, String name) {
    for (JsonNode item : items) if (!item.has(name)) return false;
    return !items.isEmpty();
  }

  private static JsonNode named(JsonNode items, String name, String wanted) {
    for (JsonNode item : items) if (item.path(name).asText().equals(wanted)) return item;
    return items.path("");
  }
}
