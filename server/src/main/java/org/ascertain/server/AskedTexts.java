package org.ascertain.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.archive.Archive;
import org.ascertain.election.ElectionId;

/**
 * Which texts a request asks to be checked, and how. What is refused is told without a word of a
 * text.
 *
 * @param files what each is called, where that is said
 * @param areSeveral whether they came as a list, which is answered by one
 */
record AskedTexts(
    List<String> texts,
    List<Optional<String>> files,
    boolean areSeveral,
    Optional<Integer> year,
    Optional<LocalDate> day) {

  /** How many texts may be compared. */
  static final int MOST = 20;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_NAME = 200;

  AskedTexts {
    texts = List.copyOf(texts);
    files = List.copyOf(files);
  }

  static AskedTexts plain(String text) {
    return new AskedTexts(
        List.of(text), List.of(Optional.empty()), false, Optional.empty(), Optional.empty());
  }

  /** As {@code {"text"}} or {@code {"texts":[{"text","file"?}]}}, with what else may be said. */
  static AskedTexts ofJson(String body) {
    JsonNode tree = tree(body);
    boolean areSeveral = tree.has("texts");
    if (areSeveral && tree.has("text"))
      throw new Refusal(400, "Text and texts", "Give one text in 'text' or several in 'texts'.");
    List<String> texts = new ArrayList<>();
    List<Optional<String>> files = new ArrayList<>();
    if (areSeveral) {
      JsonNode list = tree.get("texts");
      if (!list.isArray() || list.isEmpty() || list.size() > MOST)
        throw new Refusal(
            400, "No texts", "'texts' is a list of 1 to %d, each with its 'text'.".formatted(MOST));
      for (JsonNode each : list) {
        texts.add(text(each));
        files.add(
            field(each, "file")
                .map(name -> name.substring(0, Math.min(LONGEST_NAME, name.length()))));
      }
    } else {
      texts.add(text(tree));
      files.add(Optional.empty());
    }
    return new AskedTexts(
        texts,
        files,
        areSeveral,
        field(tree, "election").map(AskedTexts::year),
        field(tree, "asOf").map(AskedTexts::day));
  }

  private static JsonNode tree(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException unreadable) {
      throw new Refusal(400, "Not JSON", "The request cannot be read as JSON.");
    }
  }

  private static String text(JsonNode of) {
    JsonNode text = of.path("text");
    if (!text.isTextual()) throw new Refusal(400, "No text", "Give the text in 'text'.");
    return text.asText();
  }

  private static Optional<String> field(JsonNode tree, String name) {
    JsonNode field = tree.path(name);
    if (field.isMissingNode() || field.isNull()) return Optional.empty();
    if (!field.isTextual() && !field.isIntegralNumber())
      throw new Refusal(400, "Not understood", "'%s' is a text.".formatted(name));
    return Optional.of(field.asText());
  }

  private static int year(String election) {
    return Archive.find(election)
        .flatMap(ElectionId::of)
        .orElseThrow(() -> Refusal.noElection(election))
        .year();
  }

  private static LocalDate day(String written) {
    try {
      return LocalDate.parse(written);
    } catch (DateTimeException noDay) {
      throw new Refusal(
          400,
          "No such day",
          "'%s' of 'asOf' is no day; write one such as 2020-12-15."
              .formatted(Refusal.quote(written)));
    }
  }
}
