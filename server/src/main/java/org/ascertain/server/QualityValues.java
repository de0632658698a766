package org.ascertain.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a header accepts, each with its weight (RFC 9110, 12.4.2), in the header's order. An element
 * whose weight cannot be read is passed over.
 */
record QualityValues(List<Element> elements) {

  private static final Pattern WEIGHT =
      Pattern.compile(";\\s*q\\s*=\\s*(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)\\s*(?:;|$)");
  private static final Pattern ANY_WEIGHT = Pattern.compile(";\\s*q\\s*=");

  /**
   * One of them.
   *
   * @param name without parameters, in lower case
   */
  record Element(String name, double weight) {}

  static QualityValues of(String header) {
    List<Element> elements = new ArrayList<>();
    for (String each : header.split(",", -1)) {
      String text = each.strip().toLowerCase(Locale.ROOT);
      int end = text.indexOf(';');
      String name = end < 0 ? text : text.substring(0, end).strip();
      if (name.isEmpty()) continue;
      Matcher weight = WEIGHT.matcher(text);
      if (weight.find()) elements.add(new Element(name, Double.parseDouble(weight.group(1))));
      else if (!ANY_WEIGHT.matcher(text).find()) elements.add(new Element(name, 1));
    }
    return new QualityValues(elements);
  }

  /** The weight of a name that the header has. */
  OptionalDouble weight(CharSequence name) {
    return elements.stream()
        .filter(each -> each.name().contentEquals(name))
        .mapToDouble(Element::weight)
        .findFirst();
  }

  /** The weight of a media type, by the most specific range that holds it (RFC 9110, 12.5.1). */
  double ofMedia(String type) {
    OptionalDouble own = weight(type);
    if (own.isPresent()) return own.getAsDouble();
    OptionalDouble kind = weight(type.substring(0, type.indexOf('/')) + "/*");
    return kind.isPresent() ? kind.getAsDouble() : weight("*/*").orElse(0);
  }

  /** Where a name stands in the header; behind all others if it does not. */
  int place(String name) {
    for (int i = 0; i < elements.size(); i++) if (elements.get(i).name().equals(name)) return i;
    return elements.size();
  }
}
