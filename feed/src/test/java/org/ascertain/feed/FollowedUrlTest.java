package org.ascertain.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An address that is followed, against a server that answers in all the ways that servers do. */
@Timeout(60)
class FollowedUrlTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2024-11-06T00:00:00Z"));

  private static final Duration EVERY = Duration.ofSeconds(30);

  /** How the server answers. */
  private interface Answer {
    void to(HttpExchange asked) throws IOException;
  }

  @TempDir private Path folder;

  private final AtomicReference<Answer> answer = new AtomicReference<>(asked -> {});
  private final List<String> asked = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            asked.add(exchange.getRequestURI().toString());
            answer.get().to(exchange);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private URI address() {
    return URI.create("http://127.0.0.1:%d/feed.json".formatted(server.getAddress().getPort()));
  }

  private FollowedUrl follow() throws IOException {
    return new FollowedUrl(address(), folder.resolve("memory"), CLOCK);
  }

  private FollowedUrl.Look look(FollowedUrl followed) throws IOException, InterruptedException {
    return followed.look(folder.resolve("body"));
  }

  private static void send(HttpExchange to, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    to.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    to.getResponseBody().write(bytes);
  }

  /** As a server that keeps to what it is asked: the same is not sent twice. */
  private static Answer tagged(String tag, String text) {
    return to -> {
      if (tag.equals(to.getRequestHeaders().getFirst("If-None-Match"))) send(to, 304, "");
      else {
        to.getResponseHeaders().set("ETag", tag);
        to.getResponseHeaders().set("Last-Modified", "Wed, 06 Nov 2024 00:00:00 GMT");
        send(to, 200, text);
      }
    };
  }

  @Test
  void what_was_taken_in_is_not_sent_again_even_after_a_start() throws Exception {
    answer.set(tagged("\"a\"", "{\"x\":1}"));
    FollowedUrl followed = follow();
    assertThat(look(followed)).isInstanceOf(FollowedUrl.New.class);
    assertThat(look(follow())).as("not remembered yet").isInstanceOf(FollowedUrl.New.class);
    followed.remember();
    assertThat(look(followed)).isInstanceOf(FollowedUrl.Same.class);
    assertThat(look(follow())).isInstanceOf(FollowedUrl.Same.class);
    answer.set(tagged("\"b\"", "{\"x\":2}"));
    assertThat(look(follow())).isInstanceOf(FollowedUrl.New.class);
  }

  @Test
  void a_feed_that_turns_back_is_known_by_what_was_taken_in_even_after_a_start() throws Exception {
    for (String each : List.of("{\"x\":1}", "{\"x\":2}")) {
      answer.set(to -> send(to, 200, each));
      FollowedUrl followed = follow();
      assertThat(look(followed))
          .isInstanceOfSatisfying(
              FollowedUrl.New.class, found -> assertThat(found.hasTurnedBack()).isFalse());
      followed.remember();
    }
    answer.set(to -> send(to, 200, "{\"x\":1}"));
    assertThat(look(follow()))
        .isInstanceOfSatisfying(
            FollowedUrl.New.class, found -> assertThat(found.hasTurnedBack()).isTrue());
  }

  @Test
  void the_same_bytes_are_the_same_though_the_server_does_not_say_so() throws Exception {
    answer.set(to -> send(to, 200, "{\"x\":1}"));
    FollowedUrl followed = follow();
    assertThat(look(followed)).isInstanceOf(FollowedUrl.New.class);
    followed.remember();
    assertThat(look(followed)).isInstanceOf(FollowedUrl.Same.class);
  }

  @Test
  void what_breaks_off_is_never_handed_on_and_waits_grow() throws Exception {
    answer.set(
        to -> {
          to.sendResponseHeaders(200, 100);
          to.getResponseBody().write("{\"x\":".getBytes(UTF_8));
          to.getResponseBody().flush();
        });
    FollowedUrl followed = follow();
    for (int times : new int[] {2, 4, 8}) {
      assertThat(look(followed)).isInstanceOf(FollowedUrl.Failed.class);
      assertThat(followed.pause(EVERY)).isEqualTo(EVERY.multipliedBy(times));
    }
    for (int i = 0; i < 10; i++) look(followed);
    assertThat(followed.pause(EVERY)).isEqualTo(Duration.ofMinutes(10));
    answer.set(tagged("\"a\"", "{}"));
    assertThat(look(followed)).isInstanceOf(FollowedUrl.New.class);
    assertThat(followed.pause(EVERY)).isEqualTo(EVERY);
  }

  @Test
  void a_server_that_asks_for_a_pause_gets_it() throws Exception {
    answer.set(
        to -> {
          to.getResponseHeaders().set("Retry-After", "900");
          send(to, 503, "busy");
        });
    FollowedUrl followed = follow();
    assertThat(look(followed)).isEqualTo(new FollowedUrl.Failed("it answered 503"));
    assertThat(followed.pause(EVERY)).isEqualTo(Duration.ofMinutes(15));
    answer.set(
        to -> {
          to.getResponseHeaders().set("Retry-After", "Wed, 06 Nov 2024 01:00:00 GMT");
          send(to, 429, "");
        });
    look(followed);
    assertThat(followed.pause(EVERY)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void it_goes_on_where_the_feed_says_and_nowhere_else() throws Exception {
    String next = address().resolve("/feed.json?minDateTime=1").toString();
    answer.set(
        tagged(
            "\"a\"",
            "{\"races\":[{\"nextrequest\":\"/no\"}],\"nextrequest\":\"%s\"}".formatted(next)));
    FollowedUrl followed = follow();
    look(followed);
    followed.remember();
    look(follow());
    assertThat(asked).containsExactly("/feed.json", "/feed.json?minDateTime=1");
    answer.set(tagged("\"c\"", "{\"nextrequest\":\"http://example.org/elsewhere\"}"));
    FollowedUrl other = follow();
    look(other);
    other.remember();
    look(follow());
    assertThat(asked).last().isEqualTo("/feed.json");
  }

  @Test
  void another_address_begins_anew() throws Exception {
    Files.writeString(folder.resolve("memory"), "address=http://example.org/\netag=\"a\"\n");
    answer.set(tagged("\"a\"", "{}"));
    assertThat(look(follow())).isInstanceOf(FollowedUrl.New.class);
  }
}
