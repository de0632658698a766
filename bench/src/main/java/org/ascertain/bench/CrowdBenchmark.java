package org.ascertain.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.ascertain.ledger.SqliteFile;

/**
 * Crowds that mean no good, or know no better, each beside an ordinary reader: what the reader
 * waits with each of them, beside what it waits without any, in the same run.
 */
final class CrowdBenchmark implements Benchmark {

  private static final String LIVE = "/api/elections/us-president-2020";
  private static final String EMPTY = "us-president-2028";
  private static final int LISTENERS = 400;
  private static final int HALF_OPEN = 300;
  private static final int QUESTIONS = 30;
  private static final int NOT_BEGUN = 260;
  private static final int READS = 400;
  private static final long BETWEEN_NANOS = 10_000_000;
  private static final int TERMS_OF_A_QUESTION = 40;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Override
  public String name() {
    return "crowd";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    try (Scratch scratch = Scratch.make()) {
      // A record without any entry: an election that has not begun.
      SqliteFile.open(
              scratch.file(EMPTY + ".db"),
              InstantSource.system(),
              notice -> System.err.println(notice))
          .close();
      try (ServerProcess server =
          new ServerProcess(
              "--data",
              scratch.folder().toString(),
              "--rehearse",
              "2020",
              "--rate",
              "200",
              "--from",
              "2020-11-03T18:00:00-05:00")) {
        measure(server, out);
      }
    }
  }

  private void measure(ServerProcess server, PrintStream out) throws IOException {
    URI address = server.address();
    reader(address);
    out.printf("  an ordinary reader without any crowd: %s%n", reader(address));
    tell(out, LISTENERS + " listeners that never read", listeners(address), address);
    tell(out, HALF_OPEN + " half-open connections", halfOpen(address), address);
    tell(out, QUESTIONS + " abandoned costly questions", questions(address), address);
    tell(out, NOT_BEGUN + " requests for an election that has not begun", early(address), address);
    out.printf("  memory %d MB; health: %s%n", server.megabytes(), health(server));
    long began = System.nanoTime();
    server.close();
    out.printf("  ended %.1f s after the signal (due: 5 s)%n", (System.nanoTime() - began) / 1e9);
  }

  private void tell(PrintStream out, String what, List<SocketChannel> crowd, URI address)
      throws IOException {
    out.printf("  with %s: %s (due: 99 of 100 in 50 ms)%n", what, reader(address));
    for (SocketChannel each : crowd) each.close();
  }

  private String reader(URI address) throws IOException {
    double[] millis = new double[READS];
    for (int i = 0; i < READS; i++) {
      long began = System.nanoTime();
      HttpResponse<byte[]> answer = get(address.resolve(LIVE + "/standing"));
      if (answer.statusCode() != 200) throw new IOException("answered " + answer.statusCode());
      millis[i] = (System.nanoTime() - began) / 1e6;
      LockSupport.parkNanos(BETWEEN_NANOS);
    }
    Arrays.sort(millis);
    return "median %.1f ms, 99 of 100 in %.1f ms"
        .formatted(millis[READS / 2], millis[READS * 99 / 100]);
  }

  private static List<SocketChannel> listeners(URI address) throws IOException {
    return crowd(address, LISTENERS, i -> request(LIVE + "/live?after=-1"));
  }

  private static List<SocketChannel> halfOpen(URI address) throws IOException {
    return crowd(address, HALF_OPEN, i -> "GET /api/elections HTTP/1.1\r\nHost: a\r\nX-");
  }

  /** Each another question, so that none is answered with another's answer. */
  private static List<SocketChannel> questions(URI address) throws IOException {
    List<SocketChannel> crowd =
        crowd(
            address,
            QUESTIONS,
            i ->
                request(
                    LIVE
                        + "/when?condition="
                        + URLEncoder.encode(
                            "voted >= " + (i + 1) + " or not settled".repeat(TERMS_OF_A_QUESTION),
                            UTF_8)));
    LockSupport.parkNanos(1_000_000_000);
    for (SocketChannel each : crowd) each.close();
    return crowd;
  }

  private static List<SocketChannel> early(URI address) throws IOException {
    return crowd(
        address, NOT_BEGUN, i -> request("/api/elections/" + EMPTY + "/standing?at=2028-11-09"));
  }

  private static String request(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
  }

  @FunctionalInterface
  private interface Says {
    String at(int place);
  }

  private static List<SocketChannel> crowd(URI address, int number, Says says) throws IOException {
    List<SocketChannel> crowd = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      SocketChannel channel =
          SocketChannel.open(new InetSocketAddress(address.getHost(), address.getPort()));
      channel.write(ByteBuffer.wrap(says.at(i).getBytes(UTF_8)));
      crowd.add(channel);
    }
    return crowd;
  }

  private String health(ServerProcess server) throws IOException {
    String all = new String(get(server.management().resolve("/q/health")).body(), UTF_8);
    return all.replaceAll("\\s+", " ");
  }

  private HttpResponse<byte[]> get(URI address) throws IOException {
    try {
      return client.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException(stop);
    }
  }
}
