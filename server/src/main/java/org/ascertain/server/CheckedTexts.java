package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.ascertain.archive.Archive;
import org.ascertain.election.ElectionId;
import org.ascertain.press.ArchivedRecords;
import org.ascertain.press.CheckedText;
import org.ascertain.press.PressJson;
import org.ascertain.press.TextCheck;
import org.jspecify.annotations.Nullable;

/**
 * Texts that are held against the record. Nothing of a text is kept when it is answered, and
 * nothing of it is logged.
 */
@ApplicationScoped
class CheckedTexts {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Texts are checked one beside another, as many as there are processors. */
  private final Semaphore room = new Semaphore(Runtime.getRuntime().availableProcessors());

  private @Nullable TextCheck check;

  /** What a request asks to be checked. */
  private record Asked(String text, Optional<String> election, Optional<String> asOf) {}

  /**
   * Reads the text of a request, plain, HTML or in JSON, and answers what was found in it.
   *
   * @throws Refusal saying why not
   * @throws IOException if the request breaks off
   */
  void check(RoutingContext context) throws IOException {
    DeskAnswers.requireParameters(context, java.util.List.of());
    Asked asked = asked(context);
    Optional<Integer> year = asked.election().map(CheckedTexts::year);
    Optional<LocalDate> day = asked.asOf().map(CheckedTexts::day);
    room.acquireUninterruptibly();
    try {
      CheckedText checked = check().check(asked.text(), year, day);
      DeskAnswers.send(context, 200, PressJson.one(checked));
    } finally {
      room.release();
    }
  }

  private synchronized TextCheck check() {
    TextCheck made = check;
    if (made == null) {
      made = new TextCheck(new ArchivedRecords());
      check = made;
    }
    return made;
  }

  private static Asked asked(RoutingContext context) throws IOException {
    String type =
        Objects.requireNonNullElse(context.request().getHeader(HttpHeaders.CONTENT_TYPE), "");
    int end = type.indexOf(';');
    String kind = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null && (length.length() > 9 || Long.parseLong(length) > Routes.MOST_TEXT))
      throw DeskRefusals.tooLarge(
          length.length() > 15 ? Long.MAX_VALUE : Long.parseLong(length), Routes.MOST_TEXT);
    RequestBody body =
        new RequestBody(
            context.request(),
            context.request(),
            context.vertx().getOrCreateContext(),
            Routes.MOST_TEXT);
    String text = new String(body.readAllBytes(), UTF_8);
    return switch (kind) {
      case "", "text/plain", "text/html", "application/xhtml+xml" ->
          new Asked(text, Optional.empty(), Optional.empty());
      case "application/json" -> ofJson(text);
      default ->
          throw new Refusal(
                  415,
                  "Unsupported type",
                  "This address takes text/plain, text/html or application/json, not '%s'."
                      .formatted(Refusal.quote(kind)))
              .with("Connection", "close");
    };
  }

  private static Asked ofJson(String text) {
    try {
      JsonNode tree = JSON.readTree(text);
      if (!tree.path("text").isTextual())
        throw new Refusal(400, "No text", "Give the text in 'text'.");
      return new Asked(tree.get("text").asText(), field(tree, "election"), field(tree, "asOf"));
    } catch (JsonProcessingException unreadable) {
      throw new Refusal(400, "Not JSON", "The request cannot be read as JSON.");
    }
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
