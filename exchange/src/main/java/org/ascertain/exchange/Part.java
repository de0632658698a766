package org.ascertain.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of a file that is read whole: an element of XML, or a field of JSON. Of a list in JSON
 * each item is a part with the list's name.
 *
 * @param attributes of XML; in JSON fields whose names begin with @ are taken for such
 */
record Part(String name, Map<String, String> attributes, String text, List<Part> parts) {

  /** The parts of a name, as deep as they lie in mere collections of them. */
  List<Part> all(String wanted) {
    return parts.stream()
        .flatMap(
            part ->
                part.name.equals(wanted)
                    ? List.of(part).stream()
                    : part.name.endsWith("Collection") || part.name.endsWith("Identifiers")
                        ? part.all(wanted).stream()
                        : List.<Part>of().stream())
        .toList();
  }

  Optional<Part> first(String wanted) {
    return all(wanted).stream().findFirst();
  }

  /** The text of the first part of a name, if it has any. */
  Optional<String> text(String wanted) {
    return first(wanted).map(Part::inner).filter(text -> !text.isEmpty());
  }

  /** Its own text, or that of the first text in it: a text in a language. */
  String inner() {
    if (!text.isEmpty() || parts.isEmpty()) return text;
    return parts.stream()
        .filter(part -> part.name.equals("Text") || part.name.equals("Content"))
        .map(Part::inner)
        .findFirst()
        .orElse("");
  }

  /** An attribute, whatever the case of its first letter: the versions of one format differ. */
  Optional<String> attribute(String wanted) {
    return Optional.ofNullable(attributes.get(wanted));
  }

  /** By which others refer to it. */
  String id() {
    return attribute("ObjectId")
        .or(() -> attribute("objectId"))
        .or(() -> attribute("id"))
        .orElse("");
  }

  /** Ids that it refers to: in XML one text, in JSON a list. */
  List<String> references(String wanted) {
    return all(wanted).stream().flatMap(part -> Part.words(part.text).stream()).toList();
  }

  /** Ids that stand in one text. */
  static List<String> words(String text) {
    return List.of(text.strip().split("\\s+", -1)).stream().filter(id -> !id.isEmpty()).toList();
  }
}
