package org.ascertain.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file is sent to the packaged server, and sender and server end on the way as by a power cut:
 * the same command again goes on, nothing is lost, and nothing comes twice.
 */
@Timeout(value = 6, unit = TimeUnit.MINUTES) // of a machine that is busy
class SendKilledTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ELECTION = "us-president-2020";
  private static final int ROWS = 60_000;
  private static final int UNITS = 250;

  /** How many entries a record has that has just begun. */
  private static final int BEGUN = 7;

  @TempDir private Path folder;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void what_was_sent_before_and_after_the_kills_is_there_once() throws Exception {
    String data = folder.resolve("desk").toString();
    Path file = table();
    try (PackagedProgram commandLine = PackagedProgram.commandLine()) {
      commandLine.says("new", ELECTION, "--data", data, "--like", "2020");
      String token =
          commandLine
              .says("token", ELECTION, "--data", data, "--label", "Wire", "--facts", "returns")
              .lines()
              .findFirst()
              .orElseThrow();
      RunningServer server = RunningServer.start("--data", data, "--port", "0");
      try {
        Process sender = send(file, server, token);
        awaitRows(server, token, 5_000);
        server.die();
        sender.destroyForcibly().onExit().join();
        server = RunningServer.start("--data", data, "--port", "0");

        sender = send(file, server, token);
        awaitRows(server, token, 20_000);
        sender.destroyForcibly().onExit().join();

        sender = send(file, server, token);
        awaitRows(server, token, 35_000);
        server.die();
        sender.destroyForcibly().onExit().join();
        server = RunningServer.start("--data", data, "--port", "0");

        JsonNode sent = sent(commandLine, file, server, token);
        assertThat(sent.path("rows").asInt()).as(sent.toString()).isEqualTo(ROWS);
        int recorded = sent.path("recorded").asInt();
        assertThat(recorded + sent.path("known").asInt() + sent.path("kept").asInt())
            .as("each row is told of")
            .isEqualTo(ROWS);
        assertThat(sent.path("kept").asInt()).isEqualTo(ROWS / 1_000);
        assertThat(recorded).isEqualTo(ROWS - ROWS / 1_000);
        assertThat(sent(commandLine, file, server, token)).as("sent again").isEqualTo(sent);
        String log = commandLine.says("export", ELECTION, "--data", data);
        assertThat(log.lines().count()).as("nothing twice").isEqualTo(BEGUN + recorded);
      } finally {
        server.close();
      }
    }
  }

  private static Process send(Path file, RunningServer server, String token) throws IOException {
    return RunningServer.commandLine(
        "send", file.toString(), "--to", server.address(), "--token", token);
  }

  private static JsonNode sent(
      PackagedProgram commandLine, Path file, RunningServer server, String token)
      throws IOException {
    return JSON.readTree(
        commandLine.says(
            "send", file.toString(), "--to", server.address(), "--token", token, "--json"));
  }

  /** Waits until so many rows are decided and durable. */
  private void awaitRows(RunningServer server, String token, int number) throws Exception {
    HttpRequest intakes =
        HttpRequest.newBuilder(
                URI.create(server.address() + "/api/elections/" + ELECTION + "/intakes"))
            .header("Authorization", "Bearer " + token)
            .build();
    for (int tries = 0; tries < 6_000; tries++) {
      HttpResponse<String> answer = http.send(intakes, HttpResponse.BodyHandlers.ofString());
      if (JSON.readTree(answer.body()).at("/items/0/rows").asInt() >= number) return;
      Thread.sleep(10);
    }
    throw new AssertionError("the desk has not taken in " + number + " rows in a minute");
  }

  /** Each unit grows a little with each of its rows; one row in a thousand cannot be read. */
  private Path table() throws IOException {
    Path file = folder.resolve("night.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("unit,at,biden,trump\n");
      for (int i = 0; i < ROWS; i++) {
        int unit = i % UNITS;
        int step = i / UNITS;
        String biden = i % 1_000 == 7 ? "1O" : Integer.toString(1_000 + 37 * step + 5 * unit);
        out.write(
            "TX/48%03d,2020-11-04T%02d:%02d:00Z,%s,%d%n"
                .formatted(
                    2 * unit + 1, 3 + step / 60, step % 60, biden, 900 + 29 * step + 3 * unit));
      }
    }
    return file;
  }
}
