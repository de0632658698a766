package org.ascertain.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ascertain.archive.Archive;
import org.ascertain.election.Entry;
import org.ascertain.election.Washington;
import org.ascertain.record.RecordReader;

/**
 * Reading: the newest standing while a rehearsal goes on, against nginx with the same bytes as a
 * file in the same run; and standings as of moments of 2020, one reader at a time.
 */
final class ReadBenchmark implements Benchmark {

  private static final String STANDING = "/api/elections/us-president-2020/standing";
  private static final int MOMENTS = 2_000;
  private static final int SECONDS = 10;

  /**
   * A server that has just started still compiles itself; nginx gets the same time before its turn.
   */
  private static final int WARM_UP_SECONDS = 10;

  @Override
  public String name() {
    return "read";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    try (ServerProcess server = new ServerProcess()) {
      moments(server.address(), out);
    }
    try (ServerProcess server =
        new ServerProcess(
            "--rehearse", "2020", "--rate", "200", "--from", "2020-11-03T18:00:00-05:00")) {
      wrk(
          server.address().resolve(STANDING).toString(),
          "the newest standing, 200 entries/s (due: 20,000/s, 20 ms)",
          out);
      nginx(server.address(), out);
    }
  }

  private static void moments(URI server, PrintStream out) throws IOException {
    List<Entry> entries;
    try (var record = Archive.open("us-president-2020").orElseThrow()) {
      entries = RecordReader.read(record).entries();
    }
    HttpClient client = HttpClient.newHttpClient();
    Random random = new Random(2020);
    double[] millis = new double[MOMENTS];
    for (int i = -MOMENTS / 4; i < MOMENTS; i++) {
      Entry entry = entries.get(random.nextInt(entries.size()));
      String at = URLEncoder.encode(Washington.at(entry.effective()).toString(), UTF_8);
      long start = System.nanoTime();
      get(client, server.resolve(STANDING + "?at=" + at));
      if (i >= 0) millis[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    out.printf(
        "  standing as of the moment of any entry of 2020: median %.1f ms, 99th percentile %.1f ms, most %.1f ms (due: 50 ms)%n",
        millis[MOMENTS / 2], millis[MOMENTS * 99 / 100], millis[MOMENTS - 1]);
  }

  private static byte[] get(HttpClient client, URI address) throws IOException {
    try {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(address).header("Accept-Encoding", "gzip").build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) throw new IOException(address + ": " + answer.statusCode());
      return answer.body();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException(stop);
    }
  }

  /** The same bytes as a file, served by nginx, where the machine has it. */
  static void nginx(URI server, PrintStream out) throws IOException {
    if (!Installed.has("nginx")) {
      out.println(
          "  nginx is not installed, so the limit was not measured (Debian and Ubuntu: apt-get install nginx)");
      return;
    }
    try (Scratch scratch = Scratch.make()) {
      Files.write(
          scratch.file("standing"), get(HttpClient.newHttpClient(), server.resolve(STANDING)));
      int port = Installed.freePort();
      Path file = scratch.file("nginx.conf");
      Files.writeString(
          file,
          """
          user root; daemon off; worker_processes 2; pid %1$s/pid; error_log stderr crit;
          events { worker_connections 1024; }
          http { access_log off; server { listen 127.0.0.1:%2$d; root %1$s; default_type application/json;
            add_header Content-Encoding gzip; keepalive_requests 100000000; open_file_cache max=10; } }
          """
              .formatted(scratch.folder(), port));
      Process nginx = new ProcessBuilder("nginx", "-c", file.toString()).inheritIO().start();
      try {
        Installed.awaitAnswer(port);
        wrk(
            "http://127.0.0.1:%d/standing".formatted(port),
            "limit: nginx, the same bytes as a file",
            out);
      } finally {
        nginx.destroy();
        nginx.onExit().join();
      }
    }
  }

  /** Asks an address as often as it answers, where the machine has wrk. */
  static void wrk(String address, String what, PrintStream out) throws IOException {
    if (!Installed.has("wrk")) {
      out.println(
          "  wrk is not installed, so this was not measured (Debian and Ubuntu: apt-get install wrk): "
              + what);
      return;
    }
    wrk(address, WARM_UP_SECONDS);
    out.println("  " + what + ":");
    wrk(address, SECONDS)
        .lines()
        .map(String::strip)
        .filter(
            line ->
                line.startsWith("99%")
                    || line.startsWith("50%")
                    || line.startsWith("Requests/sec")
                    || line.contains("errors")
                    || line.startsWith("Non-2xx"))
        .forEach(line -> out.println("    " + line));
  }

  private static String wrk(String address, int seconds) throws IOException {
    Process wrk =
        new ProcessBuilder(
                "wrk",
                "-t1",
                "-c64",
                "-d" + seconds + "s",
                "--latency",
                "-H",
                "Accept-Encoding: gzip",
                address)
            .redirectErrorStream(true)
            .start();
    return new String(wrk.getInputStream().readAllBytes(), UTF_8);
  }
}
