package org.ascertain.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ascertain.postgres.ScratchServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two packaged servers on one database of PostgreSQL, each with the keys in a folder of its own:
 * one writes, the other reads and takes over. {@code -Dascertain.kills=20} kills the one that
 * writes more often.
 */
@Timeout(value = 6, unit = TimeUnit.MINUTES) // of a machine that is busy
class TwoServersTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ELECTION = "us-president-2020";
  private static final String WRITES = "This server writes";

  /** The property and the variable that say in whose folder the keys of a database lie. */
  private static final String HERE = "ascertain.config";

  private static final String THERE = "XDG_CONFIG_HOME";

  private static final Duration TAKEOVER = Duration.ofSeconds(2);
  private static final Duration ANSWERING = Duration.ofSeconds(20);

  /** In the place of a status: there was no answer. */
  private static final int GONE = 0;

  private static final int ROWS_BETWEEN_KILLS = 25;
  private static final int KILLS = Integer.getInteger("ascertain.kills", 1);
  private static final Pattern FIGURE = Pattern.compile("\"biden\":(\\d+)");

  @TempDir private Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private final ScratchServer database = ScratchServer.start();
  private final List<RunningServer> started = new ArrayList<>();
  private final List<Integer> answered = new ArrayList<>();
  private String address = "";
  private String token = "";

  @BeforeEach
  void begin() throws IOException {
    address = database.newDatabase();
    System.setProperty(HERE, folder.resolve("one/ascertain").toString());
    try (PackagedProgram commandLine = PackagedProgram.commandLine()) {
      commandLine.says("new", ELECTION, "--data", address, "--like", "2020", "--name", "a.example");
      token =
          commandLine
              .says("token", ELECTION, "--data", address, "--label", "Wire", "--facts", "returns")
              .lines()
              .findFirst()
              .orElseThrow();
    }
    copy(folder.resolve("one"), folder.resolve("other"));
  }

  @AfterEach
  void end() {
    System.clearProperty(HERE);
    started.forEach(RunningServer::die);
    database.close();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) Files.copy(file, to.resolve(from.relativize(file)));
    }
  }

  private RunningServer server(String keys) {
    RunningServer server =
        RunningServer.start(
            Map.of(THERE, folder.resolve(keys).toString()), "--data", address, "--port", "0");
    started.add(server);
    return server;
  }

  /** Hands in what the row of a number says, by a key of that number; gives the status. */
  private int handIn(RunningServer to, int number) {
    try {
      HttpResponse<String> answer = begin(to, number).join();
      if (answer.statusCode() == 200)
        assertThat(JSON.readTree(answer.body()).path("recorded").asInt())
            .as(answer.body())
            .isEqualTo(1);
      return answer.statusCode();
    } catch (CompletionException | IOException gone) {
      return GONE;
    }
  }

  private CompletableFuture<HttpResponse<String>> begin(RunningServer to, int number) {
    String row =
        "unit,at,biden,trump\nTX/48001,2020-11-04T%02d:%02d:00Z,%d,%d\n"
            .formatted(3 + number / 60, number % 60, figure(number), 900 + 29 * number);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(to.address() + "/api/elections/" + ELECTION + "/returns"))
            .timeout(ANSWERING)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "text/csv")
            .header("Idempotency-Key", "\"row-" + number + "\"")
            .POST(HttpRequest.BodyPublishers.ofString(row))
            .build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }

  private static int figure(int number) {
    return 1_000 + 37 * number;
  }

  private void handInAll(RunningServer to) {
    for (int i = 0; i < ROWS_BETWEEN_KILLS; i++) {
      assertThat(handIn(to, answered.size())).isEqualTo(200);
      answered.add(answered.size());
    }
  }

  /** Goes on as a client does: the same row by the same key, until it is answered. */
  private void goOn(RunningServer to) throws InterruptedException {
    for (int tries = 0; tries < 400; tries++) {
      if (handIn(to, answered.size()) == 200) {
        answered.add(answered.size());
        return;
      }
      TimeUnit.MILLISECONDS.sleep(25);
    }
    throw new AssertionError("nothing was answered in ten seconds");
  }

  /** What health tells while a server is well. */
  private String health(RunningServer of) throws IOException, InterruptedException {
    String told = of.says("Health and metrics");
    URI well = URI.create(told.replaceAll("^.*(http://[^/]+).*$", "$1/q/health/well"));
    HttpResponse<String> answer =
        http.send(HttpRequest.newBuilder(well).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private int entries(RunningServer of) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(of.address() + "/api/elections/" + ELECTION + "/standing"))
            .timeout(ANSWERING)
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    return JSON.readTree(answer.body()).path("entries").asInt();
  }

  private void awaitEntries(RunningServer in, int number) throws Exception {
    for (int tries = 0; tries < 400 && entries(in) < number; tries++)
      TimeUnit.MILLISECONDS.sleep(25);
    assertThat(entries(in)).isEqualTo(number);
  }

  @Test
  void when_the_writer_is_killed_the_other_takes_over_and_nothing_answered_is_lost()
      throws Exception {
    RunningServer writer = server("one");
    RunningServer reader = server("other");
    assertThat(health(writer))
        .contains("this server writes to postgresql://", "has no stand-by that confirms commits");
    assertThat(health(reader)).contains("this server only reads from postgresql://");
    int begun = entries(writer);
    for (int kill = 0; kill < KILLS; kill++) {
      handInAll(writer);
      awaitEntries(reader, begun + answered.size());
      assertThat(handIn(reader, answered.size())).as("the other only reads").isEqualTo(503);
      CompletableFuture<HttpResponse<String>> cutOff = begin(writer, answered.size());
      writer.die();
      long died = System.nanoTime();
      String said = reader.says(WRITES);
      assertThat(Duration.ofNanos(System.nanoTime() - died)).as(said).isLessThan(TAKEOVER);
      goOn(reader); // whether the row that was cut off was recorded or not
      assertThat(cutOff).isDone();
      writer = reader;
      reader = server(kill % 2 == 0 ? "one" : "other");
    }
    handInAll(writer);
    awaitEntries(reader, begun + answered.size());
    try (PackagedProgram commandLine = PackagedProgram.commandLine()) {
      String record = commandLine.says("export", ELECTION, "--data", address);
      assertThat(FIGURE.matcher(record).results().map(TwoServersTest::number))
          .containsExactlyElementsOf(answered.stream().map(TwoServersTest::figure).toList());
      assertThat(commandLine.says("verify", address)).contains("complete and unaltered");
    }
  }

  private static int number(MatchResult found) {
    return Integer.parseInt(found.group(1));
  }
}
