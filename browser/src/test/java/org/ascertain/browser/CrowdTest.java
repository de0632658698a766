package org.ascertain.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Crowds that would hold others up, in small: {@code ./ascertain bench crowd} measures them at full
 * size. What others wait is held against what they wait without a crowd on the same machine, at
 * most three times the time that is due.
 */
@Timeout(180)
class CrowdTest {

  private static final String ELECTION = "/api/elections/us-president-2020";
  private static final double DUE_MILLIS = 150;
  private static final int READS = 100;
  private static final int TIMES_WITHOUT = 5;

  @TempDir private Path folder;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<SocketChannel> crowd = new ArrayList<>();
  private RunningServer server;

  @BeforeEach
  void start() {
    server =
        RunningServer.start(
            "--port", "0", "--data", folder.toString(), "--rehearse", "2020", "--rate", "50");
    get("/api/elections/us-president-2020/standing");
  }

  @AfterEach
  void end() throws IOException {
    for (SocketChannel each : crowd) each.close();
    server.close();
  }

  @Test
  void a_crowd_of_any_kind_holds_nobody_up_and_health_tells_the_truth() throws IOException {
    wait99();
    double without = wait99();
    double due = Math.max(DUE_MILLIS, TIMES_WITHOUT * without);
    come(40, i -> request(ELECTION + "/live?after=-1"));
    assertThat(wait99()).as("with listeners that never read").isLessThan(due);
    come(30, i -> "GET /api/elections HTTP/1.1\r\nHost: a\r\nX-");
    assertThat(wait99()).as("with half-open connections").isLessThan(due);
    come(6, CrowdTest::costly);
    for (SocketChannel each : crowd) each.close();
    assertThat(wait99()).as("with costly questions that were abandoned").isLessThan(due);
    String health = ask(management().resolve("/q/health")).body();
    assertThat(health)
        .contains("\"UP\"")
        .containsPattern("us-president-2020\": \"live: [0-9]+ entries");
    assertThat(ask(management().resolve("/q/metrics")).statusCode()).isEqualTo(200);
    assertThat(ask(URI.create(server.address() + "/q/health")).statusCode()).isEqualTo(404);
  }

  /** Within five seconds, of which a busy machine is given three times as many. */
  @Test
  void a_signal_ends_the_server_whatever_it_is_asked() throws IOException {
    come(20, i -> request(ELECTION + "/live?after=-1"));
    come(6, CrowdTest::costly);
    long began = System.nanoTime();
    server.close();
    assertThat((System.nanoTime() - began) / 1e9).isLessThan(15);
    assertThat(server.hasEndedByItself()).isTrue();
    assertThat(folder.resolve("server.json")).doesNotExist();
  }

  private static String costly(int place) {
    return request(
        ELECTION
            + "/when?condition="
            + URLEncoder.encode("voted >= " + (place + 1) + " or not settled".repeat(40), UTF_8));
  }

  private static String request(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
  }

  private void come(int number, IntFunction<String> says) throws IOException {
    for (int i = 0; i < number; i++) {
      SocketChannel channel =
          SocketChannel.open(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
      channel.write(ByteBuffer.wrap(says.apply(i).getBytes(UTF_8)));
      crowd.add(channel);
    }
  }

  /** In how many milliseconds 99 of 100 answers are there. */
  private double wait99() {
    double[] millis = new double[READS];
    for (int i = 0; i < READS; i++) {
      long began = System.nanoTime();
      get(ELECTION + "/standing");
      millis[i] = (System.nanoTime() - began) / 1e6;
    }
    Arrays.sort(millis);
    return millis[READS * 99 / 100 - 1];
  }

  private void get(String path) {
    assertThat(ask(URI.create(server.address() + path)).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> ask(URI address) {
    try {
      return client.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  private URI management() throws IOException {
    String addresses = Files.readString(folder.resolve("server.json")).strip();
    return URI.create(addresses.replaceAll("^.*\"management\":\"([^\"]*)\".*$", "$1"));
  }
}
