package org.ascertain.feed;

import java.util.Locale;
import java.util.Optional;

/** In what form rows are handed in. */
public enum Form {
  /** Returns as CSV. */
  TABLE("returns", "text/csv"),
  /** Facts, one a line. */
  LINES("facts", "application/jsonl"),
  /** One fact, or a list of facts. */
  LIST("facts", "application/json");

  private final String route;
  private final String mediaType;

  Form(String route, String mediaType) {
    this.route = route;
    this.mediaType = mediaType;
  }

  /** The form that a file's name tells. */
  public static Optional<Form> ofFile(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".csv")) return Optional.of(TABLE);
    if (lower.endsWith(".jsonl") || lower.endsWith(".ndjson")) return Optional.of(LINES);
    return lower.endsWith(".json") ? Optional.of(LIST) : Optional.empty();
  }

  String route() {
    return route;
  }

  String mediaType() {
    return mediaType;
  }
}
