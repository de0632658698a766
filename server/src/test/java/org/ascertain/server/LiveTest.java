package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An election that happens again: what is new is told at once, and nothing twice. */
@QuarkusTest
@TestProfile(LiveTest.Rehearsed.class)
class LiveTest {

  /** The election of 2024, from its election day on, twenty entries a second. */
  public static final class Rehearsed implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("ascertain.rehearse", "2024", "ascertain.rehearse.rate", "20");
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final String ELECTION = "/api/elections/us-president-2024";

  private final Client client = new Client();

  @Test
  void every_answer_says_that_it_is_a_rehearsal() throws IOException {
    for (String path :
        List.of(
            "",
            "/standing",
            "/standing?at=2024-11-09",
            "/story",
            "/timeline",
            "/law",
            "/challenges",
            "/counties",
            "/entries/0",
            "/when?condition=declared",
            "/explain?figure=majority"))
      assertThat(json(ELECTION + path).path("rehearsal").asBoolean()).as(path).isTrue();
    JsonNode all = json("/api/elections").get("elections");
    for (JsonNode each : all)
      assertThat(each.path("rehearsal").asBoolean())
          .isEqualTo(each.get("id").asText().equals("us-president-2024"));
    assertThat(client.get("/log/us-president-2024/checkpoint").body()).startsWith("rehearsal/");
    assertThat(client.get(ELECTION + "/feed.atom").body())
        .contains("Rehearsal:", "tag:ascertain,2026:rehearsal:");
  }

  @Test
  void the_stream_goes_on_after_the_last_event_that_was_seen() throws IOException {
    List<Event> first = listen("Last-Event-ID: -1", 30);
    assertThat(first).extracting(Event::id).isEqualTo(upTo(0, 30));
    List<Event> resumed = listen("Last-Event-ID: 29", 10);
    assertThat(resumed).extracting(Event::id).isEqualTo(upTo(30, 40));
    assertThat(resumed.getFirst().data().get("index").asInt()).isEqualTo(30);
    assertThat(resumed.getFirst().data().get("rehearsal").asBoolean()).isTrue();
    assertThat(resumed.getFirst().data().get("text").asText()).isNotBlank();
  }

  @Test
  void the_stream_goes_on_where_the_story_ended() throws IOException {
    int entries = json(ELECTION + "/story").get("entries").asInt();
    List<Event> next = listen(ELECTION + "/live?after=" + (entries - 1), "Accept: */*", 5);
    assertThat(next).extracting(Event::id).isEqualTo(upTo(entries, entries + 5));
  }

  @Test
  void an_entry_of_the_stream_is_in_the_record_and_soon_in_the_standing() throws IOException {
    Event event =
        listen("Last-Event-ID: " + (json(ELECTION).get("entries").asInt() + 3), 1).getFirst();
    assertThat(
            client.get(ELECTION + "/record?from=" + event.id() + "&to=" + (event.id() + 1)).body())
        .contains("\"index\":" + event.id());
    int entries = 0;
    long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (entries <= event.id() && System.nanoTime() < limit)
      entries = json(ELECTION).get("entries").asInt();
    assertThat(entries).isGreaterThan(event.id());
  }

  @Test
  void many_who_never_read_are_not_felt_by_others() throws IOException {
    List<Socket> deaf = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        Socket socket = client.connect();
        deaf.add(socket);
        socket
            .getOutputStream()
            .write(
                ("GET " + ELECTION + "/live?after=-1 HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(UTF_8));
      }
      assertThat(listen("Last-Event-ID: -1", 30)).hasSize(30);
      assertThat(client.get(ELECTION + "/standing").statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : deaf) socket.close();
    }
  }

  @Test
  void a_listener_from_nowhere_gets_what_comes_next() throws IOException {
    assertThat(listen("Last-Event-ID: 999999999", 2)).hasSize(2);
  }

  @Test
  void a_stream_is_not_begun_from_what_is_no_index() throws IOException {
    String answer =
        client.raw(
            "GET "
                + ELECTION
                + "/live HTTP/1.1\r\nHost: a\r\nLast-Event-ID: 1; x\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 400").contains("problem+json");
  }

  private record Event(int id, JsonNode data) {}

  private static List<Integer> upTo(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  private List<Event> listen(String header, int count) throws IOException {
    return listen(ELECTION + "/live", header, count);
  }

  private List<Event> listen(String path, String header, int count) throws IOException {
    try (Socket socket = client.connect()) {
      socket
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\nHost: a\r\n" + header + "\r\n\r\n").getBytes(UTF_8));
      BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      List<Event> events = new ArrayList<>();
      int id = -1;
      long until = System.nanoTime() + LONGEST.toNanos();
      for (String line = in.readLine();
          line != null && System.nanoTime() < until;
          line = in.readLine()) {
        if (line.startsWith("id: ")) id = Integer.parseInt(line.substring(4));
        if (line.startsWith("data: ")) events.add(new Event(id, JSON.readTree(line.substring(6))));
        if (events.size() == count) return events;
      }
      throw new AssertionError("the stream ended after " + events.size());
    }
  }

  private JsonNode json(String path) throws IOException {
    return JSON.readTree(client.get(path).body());
  }
}
