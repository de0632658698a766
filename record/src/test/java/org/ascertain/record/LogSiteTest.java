package org.ascertain.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Logs at an address, on servers that behave and on others. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class LogSiteTest {

  @TempDir private Path around;
  private Path folder = Path.of("");

  private final CountDownLatch held = new CountDownLatch(1);
  private HttpServer server;
  private String stalling = "nothing";

  @BeforeEach
  void serve() throws IOException {
    folder = Files.createDirectory(around.resolve("log"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    held.countDown();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(1);
    Path file = folder.resolve(path);
    try (exchange) {
      if (!Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] bytes = Files.readAllBytes(file);
      exchange.sendResponseHeaders(200, bytes.length);
      boolean stalls = path.equals(stalling);
      exchange.getResponseBody().write(bytes, 0, stalls ? bytes.length / 2 : bytes.length);
      exchange.getResponseBody().flush();
      if (stalls) held.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Verification verify() {
    return verify(Duration.ofSeconds(20));
  }

  private Verification verify(Duration patience) {
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    return PublishedLog.verify(new LogSite(URI.create(address), patience), Logs.TRUST);
  }

  @Test
  void a_log_at_an_address_is_proven() {
    Logs.publish(folder, Logs.entries(300));
    assertThat(verify().summary()).isEqualTo("complete and unaltered");
  }

  @Test
  void a_server_that_stops_in_the_middle_of_a_file_is_not_waited_for() {
    Logs.publish(folder, Logs.entries(300));
    stalling = "tile/entries/000";
    assertThatThrownBy(() -> verify(Duration.ofSeconds(2)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("tile/entries/000 sent nothing more for");
  }

  /** A cache may still have a checkpoint of a time when the last tiles were less full. */
  @Test
  void a_checkpoint_older_than_the_tiles_is_proven_from_the_fuller_ones() throws IOException {
    List<byte[]> entries = Logs.entries(700);
    for (int size : new int[] {4, 260, 512, 600}) {
      folder = Files.createDirectory(around.resolve("log" + size));
      byte[] cached = Logs.publish(folder, entries.subList(0, size)).bytes();
      Logs.publish(folder, entries);
      Files.write(folder.resolve("checkpoint"), cached);
      Verification verification = verify();
      assertThat(verification.summary()).isEqualTo("complete and unaltered");
      assertThat(verification.size()).isEqualTo(size);
      LogTiles tiles = new LogTiles(new LogFolder(folder), size);
      assertThat(
              InclusionProof.of(size - 1, tiles.entry(size - 1), tiles, SignedNote.parse(cached))
                  .holds())
          .isTrue();
    }
  }
}
