package org.ascertain.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.ascertain.ledger.SqliteStore;
import org.ascertain.ledger.StoredRecord;

/**
 * A record of a million entries of three thousand counties: what the command line takes to say
 * where it stands, and to take in one line more; and the same served, while two hundred entries a
 * second are appended by another process.
 */
final class ScaleBenchmark implements Benchmark {

  private static final long ENTRIES = 1_000_000;
  private static final int RATE = 200;
  private static final int SECONDS = 20;

  /**
   * What comes first is not counted: the server's JVM still compiles what it has just begun to run.
   */
  private static final int WARM_UP_SECONDS = 5;

  private static final int MOMENTS = 200;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final String API = "/api/elections/" + CountyRecord.ELECTION;
  private static final OffsetDateTime POLLS_CLOSE =
      OffsetDateTime.parse("2020-11-03T20:00:00-05:00");
  private static final int NIGHT_SECONDS = 8 * 3_600;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Override
  public String name() {
    return "scale";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    try (Scratch scratch = Scratch.make()) {
      try (CountyRecord record = new CountyRecord(scratch.folder(), ENTRIES)) {
        record.fill(ENTRIES);
        out.printf("  %,d entries of %,d counties%n", ENTRIES, record.counties());
        Path file = scratch.file("record.jsonl");
        write(scratch.folder(), file);
        out.printf("  the file's bytes read once: %.2f s%n", readOnce(file));
        out.printf(
            "  standing: %s (due: 4 s, 400 MB)%n",
            WatchedProcess.ascertain("standing", file.toString()));
        out.printf(
            "  standing --json: %s%n",
            WatchedProcess.ascertain("standing", "--json", file.toString()));
        out.printf("  check: %s%n", WatchedProcess.ascertain("check", file.toString()));
        Files.delete(file);
        importOne(scratch, out);
        served(scratch.folder(), record, out);
      }
    }
  }

  private static void write(Path folder, Path file) throws IOException {
    StoredRecord stored = new SqliteStore(folder).election(CountyRecord.ELECTION);
    try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      stored.writeTo(to, Long.MAX_VALUE);
    }
  }

  private static double readOnce(Path file) throws IOException {
    long began = System.nanoTime();
    try (var in = Files.newInputStream(file)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return (System.nanoTime() - began) / 1e9;
  }

  /** Twice: the first may find no kept state, the second goes on from what the first left. */
  private static void importOne(Scratch scratch, PrintStream out) throws IOException {
    for (int time = 1; time <= 2; time++) {
      Path line = scratch.file("line.jsonl");
      Files.writeString(
          line,
          "{\"fact\":\"returns\",\"at\":\"2020-11-04T05:00:0%d-05:00\",\"source\":\"feed\",\"unit\":\"PA/42003\",\"votes\":{\"biden\":1,\"trump\":1}}\n"
              .formatted(time));
      out.printf(
          "  import of one line%s: %s%n",
          time == 1 ? "" : ", once more",
          WatchedProcess.ascertain(
              "import",
              CountyRecord.ELECTION,
              line.toString(),
              "--data",
              scratch.folder().toString()));
      Files.delete(line);
    }
  }

  private void served(Path folder, CountyRecord record, PrintStream out) throws IOException {
    WatchedProcess.ascertain("serve", "--help"); // builds the server where it has to be built
    for (String start : new String[] {"first", "second"}) {
      long began = System.nanoTime();
      try (ServerProcess server = new ServerProcess("--data", folder.toString())) {
        awaitStanding(server.address());
        out.printf(
            "  served, the %s time: first answer after %.1f s, %.1f s of processor time (due: 6 s); %d MB%n",
            start,
            (System.nanoTime() - began) / 1e9,
            server.processorSeconds(),
            server.megabytes());
        if (start.equals("second")) live(server, record, out);
      }
    }
  }

  private void live(ServerProcess server, CountyRecord record, PrintStream out) throws IOException {
    out.printf(
        "  first load of the page: %,d bytes compressed (due: 300,000)%n", firstLoad(server));
    int count = RATE * (WARM_UP_SECONDS + SECONDS);
    AtomicLongArray heard = new AtomicLongArray(count);
    AtomicLongArray shown = new AtomicLongArray(count);
    long[] appended = new long[count];
    long first = record.size();
    double[] asOf = new double[MOMENTS];
    AtomicInteger asked = new AtomicInteger();
    List<Thread> readers =
        List.of(
            reading("the live stream", () -> listen(server.address(), first, heard)),
            reading("the newest standing", () -> poll(server.address(), first, shown)),
            reading("standings as of a moment", () -> moments(server.address(), asOf, asked)));
    LockSupport.parkNanos(1_000_000_000);
    long began = System.nanoTime();
    for (int i = 0; i < count; i++) {
      while (System.nanoTime() - began < i * 1_000_000_000L / RATE) LockSupport.parkNanos(500_000);
      record.appendNext();
      appended[i] = System.nanoTime();
    }
    end(readers);
    out.printf(
        "  %d entries a second for %d s: from append to the live stream %s; to the newest standing %s (due: 99 of 100 in 300 ms)%n",
        RATE, SECONDS, delays(appended, heard), delays(appended, shown));
    double[] sorted = Arrays.copyOf(asOf, asked.get());
    Arrays.sort(sorted);
    out.printf(
        "  meanwhile %d standings as of any moment: median %.0f ms, 99 of 100 in %.0f ms (due: 50 ms)%n",
        sorted.length,
        sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2],
        sorted.length == 0 ? Double.NaN : sorted[sorted.length * 99 / 100]);
    out.printf("  memory %d MB (due: 900 MB)%n", server.megabytes());
  }

  /** A reader on a thread of its own; why it could not go on is told. */
  private static Thread reading(String what, Runnable work) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                work.run();
              } catch (RuntimeException fault) {
                if (Thread.currentThread().isInterrupted()) return; // the measurement is over
                System.err.printf("ascertain: reading %s ended: %s%n", what, fault.getMessage());
              }
            });
  }

  /** Waits for readers a while, and then ends them, so that none outlives the server. */
  private static void end(List<Thread> readers) {
    try {
      for (Thread reader : readers) reader.join(LONGEST_WAIT);
      readers.forEach(Thread::interrupt);
      for (Thread reader : readers) reader.join(LONGEST_WAIT);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static String delays(long[] appended, AtomicLongArray seen) {
    int first = RATE * WARM_UP_SECONDS;
    long[] delays = new long[appended.length - first];
    for (int i = first; i < appended.length; i++) {
      if (seen.get(i) == 0) return "entry %d of %d was not seen".formatted(i, appended.length);
      delays[i - first] = Math.max(0, seen.get(i) - appended[i]) / 1_000_000;
    }
    Arrays.sort(delays);
    return "median %d ms, 99 of 100 in %d ms"
        .formatted(delays[delays.length / 2], delays[delays.length * 99 / 100]);
  }

  /** The bytes of the answers that the page asks for before it shows the whole election. */
  private long firstLoad(ServerProcess server) throws IOException {
    long bytes = 0;
    for (String path : new String[] {"/2020", API + "/glance", API, API + "/story"}) {
      HttpResponse<byte[]> answer =
          get(
              HttpRequest.newBuilder(server.address().resolve(path))
                  .header("Accept-Encoding", "br"));
      bytes += answer.body().length;
    }
    return bytes;
  }

  private void awaitStanding(URI server) throws IOException {
    while (true) {
      HttpResponse<byte[]> answer = get(HttpRequest.newBuilder(server.resolve(API + "/standing")));
      if (answer.statusCode() == 200) return;
      LockSupport.parkNanos(20_000_000);
    }
  }

  private void listen(URI server, long first, AtomicLongArray heard) {
    try {
      HttpResponse<Stream<String>> stream =
          client.send(
              HttpRequest.newBuilder(server.resolve(API + "/live")).build(),
              HttpResponse.BodyHandlers.ofLines());
      long last = first + heard.length() - 1;
      for (Iterator<String> lines = stream.body().iterator(); lines.hasNext(); ) {
        String line = lines.next();
        if (!line.startsWith("id: ")) continue;
        long index = Long.parseLong(line.substring(4));
        if (index >= first && index <= last) heard.set((int) (index - first), System.nanoTime());
        if (index == last) return;
      }
    } catch (IOException ended) {
      throw new UncheckedIOException(ended);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void poll(URI server, long first, AtomicLongArray shown) {
    int next = 0;
    try {
      while (next < shown.length() && !Thread.currentThread().isInterrupted()) {
        String answer =
            new String(
                get(HttpRequest.newBuilder(server.resolve(API + "/standing"))).body(), UTF_8);
        int at = answer.indexOf("\"entries\":") + 10;
        int end = at;
        while (Character.isDigit(answer.charAt(end))) end++;
        long entries = Long.parseLong(answer.substring(at, end));
        long now = System.nanoTime();
        for (; next < shown.length() && first + next < entries; next++) shown.set(next, now);
        LockSupport.parkNanos(20_000_000);
      }
    } catch (IOException ended) {
      throw new UncheckedIOException(ended);
    }
  }

  private void moments(URI server, double[] millis, AtomicInteger asked) {
    Random random = new Random(2020);
    try {
      for (int i = -MOMENTS / 4; i < millis.length; i++) {
        String at =
            URLEncoder.encode(
                POLLS_CLOSE.plusSeconds(random.nextInt(NIGHT_SECONDS)).toString(), UTF_8);
        long began = System.nanoTime();
        get(HttpRequest.newBuilder(server.resolve(API + "/standing?at=" + at)));
        if (i >= 0) {
          millis[i] = (System.nanoTime() - began) / 1e6;
          asked.set(i + 1);
        }
        LockSupport.parkNanos(50_000_000);
      }
    } catch (IOException ended) {
      throw new UncheckedIOException(ended);
    }
  }

  private HttpResponse<byte[]> get(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("the measurement is over", stop);
    }
  }
}
