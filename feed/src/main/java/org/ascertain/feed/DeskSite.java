package org.ascertain.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A desk on a server, as one who hands in to it sees it. What gets no answer is asked again, under
 * the same key, so that nothing is recorded twice.
 */
public final class DeskSite {

  private static final JsonMapper JSON = new JsonMapper();

  private static final String WHOLE = "application/json";

  /** How long to wait for a connection. */
  private static final Duration CONNECTING = Duration.ofSeconds(10);

  /** How long one request may take, for a desk checks every row before it answers. */
  private static final Duration ANSWERING = Duration.ofMinutes(10);

  /** How long to wait before the first further try; each later one waits twice as long. */
  private static final Duration FIRST_WAIT = Duration.ofMillis(250);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final String address;
  private final String token;
  private final Duration patience;
  private final Consumer<String> notices;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECTING)
          .build();

  /** What came back. */
  public sealed interface Reply {}

  /** What was asked is done; what became of it. */
  public record Answer(JsonNode body) implements Reply {}

  /**
   * It was refused as a whole.
   *
   * @param body of the refusal (RFC 9457), or an empty object
   */
  public record Refusal(int status, JsonNode body) implements Reply {

    /** What the desk says, with its code where it has one. */
    public String says() {
      String code = body.path("code").asText();
      String detail = body.path("detail").asText(body.path("title").asText("no reason given"));
      String advice = body.path("advice").asText();
      return (code.isEmpty() ? "" : code + " ")
          + detail
          + (advice.isEmpty() || detail.contains(advice) ? "" : " " + advice);
    }
  }

  /** Nobody answered in all the time; whether it was recorded is not known. */
  public record Silence(String why) implements Reply {}

  /**
   * A desk.
   *
   * @param address of the server, as {@code http://127.0.0.1:8080/}
   * @param patience how long to go on trying while no answer comes
   * @param notices gets a sentence at each further try
   */
  public DeskSite(URI address, String token, Duration patience, Consumer<String> notices) {
    String text = address.toString();
    this.address = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    this.token = token;
    this.patience = patience;
    this.notices = notices;
  }

  /** What the token may hand in. */
  public Reply session() {
    return ask(
        HttpRequest.newBuilder(URI.create(address + "/api/session")).GET(), WHOLE, rows -> {});
  }

  /**
   * Hands in rows.
   *
   * @param key under which the same content may be handed in again
   */
  public Reply handIn(String election, Form form, String key, BodyPublisher content) {
    return ask(handingIn(election, form, key, content), WHOLE, rows -> {});
  }

  /**
   * The same, of many rows.
   *
   * @param progress gets how many of them are decided and durable, as often as the desk tells it
   */
  public Reply handIn(
      String election, Form form, String key, BodyPublisher content, LongConsumer progress) {
    return ask(handingIn(election, form, key, content), AnswerLines.TYPE, progress);
  }

  /**
   * Hands in a file in a format of others. The same file with the same words beside it is the same.
   *
   * @param said how it is to be read, as the desk's address for it names it: {@code format} and
   *     whatever the format does not say
   * @param progress gets how many rows are decided and durable
   */
  public Reply handIn(
      String election, Map<String, String> said, BodyPublisher content, LongConsumer progress) {
    String words =
        said.entrySet().stream()
            .map(each -> each.getKey() + '=' + URLEncoder.encode(each.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(address + "/api/elections/" + election + "/files?" + words))
            .header("Content-Type", "application/octet-stream")
            .POST(content);
    return ask(request, AnswerLines.TYPE, progress);
  }

  private HttpRequest.Builder handingIn(
      String election, Form form, String key, BodyPublisher content) {
    return HttpRequest.newBuilder(
            URI.create(address + "/api/elections/" + election + "/" + form.route()))
        .header("Content-Type", form.mediaType())
        .header("Idempotency-Key", key)
        .POST(content);
  }

  private Reply ask(HttpRequest.Builder asked, String accepted, LongConsumer progress) {
    HttpRequest request =
        asked
            .header("Authorization", "Bearer " + token)
            .header("Accept", accepted)
            .timeout(ANSWERING)
            .build();
    long end = System.nanoTime() + patience.toNanos();
    String told = "";
    for (Duration wait = FIRST_WAIT; ; wait = longer(wait)) {
      String why;
      Duration pause = wait;
      try {
        HttpResponse<Stream<String>> response =
            client.send(request, HttpResponse.BodyHandlers.ofLines());
        Reply reply = reply(response, progress);
        if (!(reply instanceof Refusal(int status, JsonNode body)) || !isForLater(status))
          return reply;
        why = "It answers " + status;
        pause = retryAfter(response).orElse(wait);
      } catch (IOException e) {
        why = "No answer from " + address + ": " + why(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Silence("interrupted");
      }
      if (System.nanoTime() + pause.toNanos() >= end) return new Silence(why);
      if (!why.equals(told))
        notices.accept(
            why + "; trying again for up to %d seconds.".formatted(patience.toSeconds()));
      told = why;
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Silence("interrupted");
      }
    }
  }

  /** Why a server did not answer, in words. */
  static String why(IOException failed) {
    return switch (failed) {
      case ConnectException nowhere
          when nowhere.getCause() instanceof ConnectException cause
              && cause.getCause() instanceof UnresolvedAddressException ->
          "no server has that name";
      case ConnectException nobody -> "nobody listens there";
      case HttpTimeoutException late -> "it took too long";
      default -> Objects.requireNonNullElse(failed.getMessage(), "the connection broke off");
    };
  }

  private static Duration longer(Duration wait) {
    Duration twice = wait.multipliedBy(2);
    return twice.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : twice;
  }

  /** Too early, or too much at once: nothing of it was done. */
  private static boolean isForLater(int status) {
    return status == 425 || status == 429 || status == 502 || status == 503 || status == 504;
  }

  private static Optional<Duration> retryAfter(HttpResponse<?> response) {
    OptionalLong seconds;
    try {
      seconds = response.headers().firstValueAsLong("Retry-After");
    } catch (NumberFormatException aDate) {
      seconds = OptionalLong.empty();
    }
    return seconds.isPresent()
        ? Optional.of(Duration.ofSeconds(Math.clamp(seconds.getAsLong(), 0, 60)))
        : Optional.empty();
  }

  private static Reply reply(HttpResponse<Stream<String>> response, LongConsumer progress)
      throws IOException {
    boolean inLines =
        response.headers().firstValue("Content-Type").orElse("").startsWith(AnswerLines.TYPE);
    try (Stream<String> lines = response.body()) {
      if (inLines) return AnswerLines.read(lines, progress);
      JsonNode body = json(lines.collect(Collectors.joining("\n")));
      return response.statusCode() / 100 == 2
          ? new Answer(body)
          : new Refusal(response.statusCode(), body.isObject() ? body : JSON.createObjectNode());
    } catch (UncheckedIOException brokenOff) {
      throw brokenOff.getCause();
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      return JSON.createObjectNode();
    }
  }
}
