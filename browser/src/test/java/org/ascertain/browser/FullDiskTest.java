package org.ascertain.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk fills up while rows are handed in to the packaged server: it says so, answers readers,
 * has every row that it acknowledged, and goes on once there is room. The disk is a small tmpfs,
 * which root alone may mount; elsewhere this is told as not tested.
 */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class FullDiskTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ELECTION = "us-president-2020";
  private static final int ROWS = 400;

  private final HttpClient http = HttpClient.newHttpClient();
  private String token = "";

  @Test
  void rows_are_refused_while_the_disk_is_full_and_none_is_lost(@TempDir Path folder)
      throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Assumptions.assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", disk.toString()),
        "no tmpfs can be mounted here, so a full disk is not tested");
    try {
      fill(disk);
    } finally {
      assertThat(run("umount", "-l", disk.toString())).isTrue();
    }
  }

  private void fill(Path disk) throws Exception {
    Path data = disk.resolve("data");
    Path ballast = disk.resolve("ballast");
    try (PackagedProgram commandLine = PackagedProgram.commandLine()) {
      commandLine.says("new", ELECTION, "--data", data.toString(), "--like", "2020");
      token =
          commandLine
              .says(
                  "token",
                  ELECTION,
                  "--data",
                  data.toString(),
                  "--label",
                  "Wire",
                  "--facts",
                  "returns")
              .lines()
              .findFirst()
              .orElseThrow();
    }
    Files.write(ballast, new byte[6 << 20]);
    try (RunningServer server = RunningServer.start("--data", data.toString(), "--port", "0")) {
      int before = entries(server);
      int acknowledged = 0;
      int post = 0;
      HttpResponse<String> answer = post(server, post);
      for (; answer.statusCode() == 200 && post < 500; answer = post(server, ++post))
        acknowledged += JSON.readTree(answer.body()).path("recorded").asInt();

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(JSON.readTree(answer.body()).path("detail").asText()).contains("full");
      assertThat(entriesOnce(server, before + acknowledged))
          .as("readers are answered, and nothing acknowledged is lost")
          .isGreaterThanOrEqualTo(before + acknowledged);

      Files.delete(ballast);
      HttpResponse<String> again = post(server, post);
      assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
      acknowledged += JSON.readTree(again.body()).path("recorded").asInt();
      assertThat(acknowledged).isEqualTo((post + 1) * ROWS);
      assertThat(entriesOnce(server, before + acknowledged)).isEqualTo(before + acknowledged);
    }
  }

  /** Each post tells of every county of Texas a little later, with a little more. */
  private HttpResponse<String> post(RunningServer server, int post)
      throws IOException, InterruptedException {
    StringBuilder table = new StringBuilder("unit,at,biden,trump\n");
    for (int i = 0; i < ROWS; i++) {
      int step = post * 2 + i / 200;
      int unit = i % 200;
      table.append(
          "TX/48%03d,2020-11-04T%02d:%02d:%02dZ,%d,%d\n"
              .formatted(
                  2 * unit + 1,
                  3 + step / 3600,
                  step / 60 % 60,
                  step % 60,
                  1_000 + 37 * step + 5 * unit,
                  900 + 29 * step + 3 * unit));
    }
    return http.send(
        asked(server, "/api/elections/" + ELECTION + "/returns")
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "text/csv")
            .POST(BodyPublishers.ofString(table.toString()))
            .build(),
        BodyHandlers.ofString());
  }

  private static HttpRequest.Builder asked(RunningServer server, String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path))
        .timeout(Duration.ofSeconds(60));
  }

  private JsonNode get(RunningServer server, String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(asked(server, path).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private int entries(RunningServer server) throws IOException, InterruptedException {
    return get(server, "/api/elections/" + ELECTION + "/standing").path("entries").asInt();
  }

  /** How many entries readers see once there are so many, or after half a minute. */
  private int entriesOnce(RunningServer server, int number)
      throws IOException, InterruptedException {
    for (int tries = 0; tries < 300 && entries(server) < number; tries++) Thread.sleep(100);
    return entries(server);
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
