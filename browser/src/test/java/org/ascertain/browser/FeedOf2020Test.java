package org.ascertain.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.ascertain.postgres.ScratchServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The election of 2020 is handed in over HTTP as a wire would have given it, to the packaged server
 * by the packaged command line: what comes of it are the standings of the archive's own record, as
 * far as a wire could hand it in.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 20, unit = TimeUnit.MINUTES) // of a machine that is busy
class FeedOf2020Test {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ELECTION = "us-president-2020";

  /** The property and the variable that say in whose folder the keys of a database lie. */
  private static final String HERE = "ascertain.config";

  private static final String THERE = "XDG_CONFIG_HOME";

  private static final int KILLS = 12;
  private static final Duration ANSWERING = Duration.ofMinutes(1);

  /** Kinds of facts that bind nobody. */
  private static final Set<String> OF_A_WIRE =
      Set.of(
          "returns",
          "ranked-returns",
          "call",
          "call-withdrawn",
          "challenge",
          "ruling",
          "acknowledgement",
          "statement",
          "death",
          "withdrawal",
          "voting-extended");

  private static final List<String> MOMENTS =
      List.of(
          "2020-11-03T19:30:00-05:00",
          "2020-11-03T20:30:00-05:00",
          "2020-11-03T21:30:00-05:00",
          "2020-11-03T22:30:00-05:00",
          "2020-11-03T23:30:00-05:00",
          "2020-11-04T00:30:00-05:00",
          "2020-11-04T02:00:00-05:00",
          "2020-11-04T04:00:00-05:00",
          "2020-11-04T06:00:00-05:00",
          "2020-11-04T09:20:00-05:00",
          "2020-11-04T14:20:00-05:00",
          "2020-11-04T18:30:00-05:00",
          "2020-11-05T12:00:00-05:00",
          "2020-11-06T04:50:07-05:00",
          "2020-11-06T12:00:00-05:00",
          "2020-11-07T12:00:00-05:00",
          "2020-11-20T12:00:00-05:00",
          "2020-12-08T12:00:00-05:00",
          "2020-12-14T18:00:00-05:00",
          "2021-01-20T12:00:00-05:00");

  /**
   * How many rows the checks keep aside of the feed of 2020 for somebody to decide about, by the
   * gravest finding.
   */
  private static final SortedMap<String, Long> KEPT_ASIDE =
      new TreeMap<>(
          Map.of(
              "D301", 5L, "D601", 318L, "D602", 134L, "D603", 29L, "D604", 25L, "D605", 206L,
              "D606", 31L, "D608", 1L, "D702", 305L, "D807", 2L));

  private final HttpClient http = HttpClient.newHttpClient();
  private final PackagedProgram commandLine = PackagedProgram.commandLine();
  private final Map<String, JsonNode> due = new LinkedHashMap<>();
  private Path folder = Path.of("");
  private int rows;

  @BeforeAll
  void reduceTheArchivesRecord(@TempDir Path temporary) throws IOException {
    folder = temporary;
    List<String> drafts = drafts();
    rows = drafts.size();
    Path file = folder.resolve("drafts.jsonl");
    Files.write(file, drafts);
    begin(data("reduced"));
    commandLine.says("import", ELECTION, file.toString(), "--data", data("reduced"));
    for (String at : MOMENTS)
      due.put(
          at,
          comparable(
              commandLine.says(
                  "standing", ELECTION, "--data", data("reduced"), "--at", at, "--json")));
  }

  @AfterAll
  void close() throws IOException {
    commandLine.close();
  }

  private String data(String name) {
    return folder.resolve(name).toString();
  }

  /** A server over a folder or a database; whose keys lie in the folder of these tests. */
  private RunningServer serve(String data) {
    return RunningServer.start(Map.of(THERE, folder.toString()), "--data", data, "--port", "0");
  }

  private void begin(String data) {
    commandLine.says("new", ELECTION, "--data", data, "--like", "2020");
  }

  /** Makes a token for all that a wire gives, and tells it. */
  private String token(String data, String policy) {
    return commandLine
        .says(
            "token",
            ELECTION,
            "--data",
            data,
            "--label",
            "Wire",
            "--facts",
            String.join(",", OF_A_WIRE),
            "--callers",
            "AP,Fox,NBC,ABC,CBS,CNN,DDHQ",
            "--policy",
            policy)
        .lines()
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_feed_of_2020_gives_the_standings_of_the_archives_record_at_20_moments()
      throws IOException {
    begin(data("flag"));
    String token = token(data("flag"), "flag");
    try (RunningServer server = serve(data("flag"))) {
      JsonNode fed = feed(server, token);
      assertThat(fed.path("sent").asInt()).isEqualTo(rows);
      assertThat(fed.path("recorded").asInt()).isEqualTo(rows);
      assertThat(fed.path("kept")).isEmpty();
      assertThat(fed.path("leftOut").path("certification").asInt()).isPositive();
      assertStandings(server);
      assertThat(feed(server, token)).as("played again").isEqualTo(fed);
      assertThat(entries(server)).isEqualTo(begun() + rows);
    }
  }

  @Test
  void the_rows_of_2020_that_wait_are_known_by_code_and_released_they_give_the_same()
      throws IOException {
    begin(data("aside"));
    String token = token(data("aside"), "aside");
    try (RunningServer server = serve(data("aside"))) {
      JsonNode fed = feed(server, token);
      SortedMap<String, Long> kept = new TreeMap<>();
      fed.path("kept").properties().forEach(e -> kept.put(e.getKey(), e.getValue().asLong()));
      assertThat(kept).isEqualTo(KEPT_ASIDE);
      long waiting = kept.values().stream().mapToLong(Long::longValue).sum();
      assertThat(fed.path("recorded").asLong() + fed.path("known").asLong() + waiting)
          .as("nothing is dropped")
          .isEqualTo(rows);
      assertNebraska(
          get(server, "/api/elections/" + ELECTION + "/kept?unit=NE", "Bearer " + token));
      commandLine.says(
          "kept", ELECTION, "--data", data("aside"), "--release-all", "--reason", "Looked at");
      assertThat(
              get(server, "/api/elections/" + ELECTION + "/kept?state=open", "Bearer " + token)
                  .path("items"))
          .isEmpty();
      assertThat(entries(server)).isLessThanOrEqualTo(begun() + rows);
      assertStandings(server, begun() + rows - fed.path("known").asInt());
    }
  }

  /** Two columns were exchanged for three minutes: no reader saw it, and the row after shows it. */
  private static void assertNebraska(JsonNode kept) {
    JsonNode exchanged = kept.path("items").path(0);
    for (JsonNode each : kept.path("items"))
      if (each.path("fact").path("at").asText().startsWith("2020-11-07T00:47:07")) exchanged = each;
    assertThat(exchanged.path("findings").findValuesAsText("code")).contains("D605");
    assertThat(exchanged.path("shown").findValuesAsText("code")).containsExactly("D604");
    assertThat(exchanged.path("overtaken").asText()).isNotEmpty();
    assertThat(exchanged.path("inForce").path("total").asLong()).isPositive();
  }

  /** In turn the server and the client end as by a power cut, at whatever they are about. */
  @Test
  void killed_twelve_times_it_gives_the_same_and_nothing_comes_twice() throws Exception {
    assertKills(data("killed"));
  }

  @Test
  void over_a_database_the_same() throws Exception {
    System.setProperty(HERE, folder.resolve("ascertain").toString());
    try (ScratchServer database = ScratchServer.start()) {
      assertKills(database.newDatabase());
    } finally {
      System.clearProperty(HERE);
    }
  }

  private void assertKills(String data) throws Exception {
    begin(data);
    String token = token(data, "flag");
    RunningServer server = serve(data);
    try {
      for (int kill = 0; kill < KILLS; kill++) {
        Process client =
            RunningServer.commandLine(
                "feed", "2020", "--speed", "max", "--to", server.address(), "--token", token);
        try {
          awaitIntakes(server, token, 3 * (kill + 1));
          if (kill % 2 == 0) {
            server.die();
            client.destroyForcibly().onExit().join(); // its server has another address next time
            server = serve(data);
          }
        } finally {
          client.destroyForcibly().onExit().join();
        }
      }
      JsonNode fed = feed(server, token);
      assertThat(fed.path("sent").asInt()).isEqualTo(rows);
      assertThat(fed.path("recorded").asInt() + fed.path("known").asInt()).isEqualTo(rows);
      assertStandings(server);
      assertThat(entries(server)).as("nothing twice").isEqualTo(begun() + rows);
    } finally {
      server.close();
    }
  }

  /** How many entries a record has that has just begun. */
  private int begun() {
    return 7;
  }

  private JsonNode feed(RunningServer server, String token) throws IOException {
    return JSON.readTree(
        commandLine.says(
            "feed",
            "2020",
            "--speed",
            "max",
            "--to",
            server.address(),
            "--token",
            token,
            "--json"));
  }

  /** Waits until the desk has taken in so many requests. */
  private void awaitIntakes(RunningServer server, String token, int number) throws Exception {
    for (int tries = 0; tries < 1_200; tries++) {
      JsonNode intakes = get(server, "/api/elections/" + ELECTION + "/intakes", "Bearer " + token);
      if (intakes.path("items").size() >= number) return;
      Thread.sleep(50);
    }
    throw new AssertionError("the desk has not taken in " + number + " requests in a minute");
  }

  private void assertStandings(RunningServer server) throws IOException {
    assertStandings(server, begun() + rows);
  }

  private void assertStandings(RunningServer server, int entries) throws IOException {
    awaitEntries(server, entries);
    for (String at : MOMENTS) {
      JsonNode standing =
          get(
              server,
              "/api/elections/" + ELECTION + "/standing?at=" + URLEncoder.encode(at, UTF_8),
              "");
      assertThat(comparable(standing.toString())).as(at).isEqualTo(due.get(at));
    }
  }

  private void awaitEntries(RunningServer server, int number) throws IOException {
    for (int tries = 0; tries < 1_200 && entries(server) < number; tries++)
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    assertThat(entries(server)).isEqualTo(number);
  }

  private int entries(RunningServer server) throws IOException {
    return get(server, "/api/elections/" + ELECTION + "/standing", "").path("entries").asInt();
  }

  private JsonNode get(RunningServer server, String path, String authorization) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + path)).timeout(ANSWERING).GET();
    if (!authorization.isEmpty()) request.header("Authorization", authorization);
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
      return JSON.readTree(response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** A standing without the places of entries, and without what is told of the asking. */
  private static JsonNode comparable(String standing) throws JsonProcessingException {
    JsonNode whole = JSON.readTree(standing);
    ((ObjectNode) whole)
        .remove(List.of("live", "atMs", "caveat", "entries", "remarks", "checkpoint"));
    return withoutPlaces(whole);
  }

  private static JsonNode withoutPlaces(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(List.of("entry", "entries", "more"));
      object.properties().forEach(each -> each.setValue(withoutPlaces(each.getValue())));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) array.set(i, withoutPlaces(array.get(i)));
    } else if (node.isTextual()) {
      return TextNode.valueOf(node.asText().replaceAll("entry [0-9]+", "entry"));
    }
    return node;
  }

  /** The archive's facts that a wire could give, without what was put right, in their order. */
  private List<String> drafts() throws IOException {
    Map<Long, ObjectNode> inForce = new LinkedHashMap<>();
    Map<String, JsonNode> sources = new HashMap<>();
    for (String line : commandLine.says("export", "2020").lines().toList()) {
      ObjectNode entry = (ObjectNode) JSON.readTree(line);
      describe(entry, sources);
      long index = entry.path("index").asLong();
      String kind = entry.path("fact").asText();
      if (kind.equals("retraction")) inForce.remove(entry.path("retracts").asLong());
      if (kind.equals("correction")) {
        inForce.remove(entry.path("corrects").asLong());
        entry = (ObjectNode) entry.path("with");
        describe(entry, sources);
      }
      if (!OF_A_WIRE.contains(entry.path("fact").asText())) continue;
      entry.remove(List.of("index", "recorded", "recordedBy"));
      inForce.put(index, entry);
    }
    return inForce.values().stream().map(ObjectNode::toString).toList();
  }

  /** A draft describes its source in full, for the one that did before may be left out. */
  private static void describe(ObjectNode fact, Map<String, JsonNode> sources) {
    JsonNode source = fact.path("source");
    if (source.isObject()) sources.put(source.path("id").asText(), source);
    else fact.set("source", sources.get(source.asText()));
  }
}
