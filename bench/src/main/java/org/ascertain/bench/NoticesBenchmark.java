package org.ascertain.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ascertain.archive.Archive;
import org.ascertain.condition.Condition;
import org.ascertain.condition.ConditionParser;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.Secret;
import org.ascertain.standing.History;
import org.ascertain.watch.DeskKey;
import org.ascertain.watch.Endpoint;
import org.ascertain.watch.Endpoint.Kind;
import org.ascertain.watch.Following;
import org.ascertain.watch.PastElections;
import org.ascertain.watch.WatchStore;
import org.ascertain.watch.Webhooks;

/**
 * From a row that is durable to the webhook that tells of it: one endpoint, ten thousand, and nine
 * thousand while a thousand hang.
 */
final class NoticesBenchmark implements Benchmark {

  private static final String ELECTION = "us-president-2020";
  private static final int ROUNDS = 200;
  private static final int MANY = 10_000;
  private static final int HANGING = 1_000;
  private static final int TAKERS = 64;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** Limits, in seconds. */
  private static final double ONE = 0.25;

  private static final double ALL = 20;
  private static final double READER = 0.02;
  private static final double SLOWED = 2;

  /** When each path's first notice came since it was last cleared. */
  private final Map<String, Long> came = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "notices";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    HttpServer well = receiver(this::receive);
    HttpServer hanging = receiver(NoticesBenchmark::hang);
    try (Scratch scratch = Scratch.make();
        RunningDesk desk =
            new RunningDesk(
                Files.createDirectory(scratch.file("data")),
                data -> watches(data, well.getAddress().getPort(), hanging.getAddress().getPort()),
                "--allow-address",
                "127.0.0.1")) {
      awaitReady(desk);
      one(desk, out);
      peer(scratch, out);
      double quiet = many(desk, out);
      slowed(desk, out, quiet);
    } finally {
      well.stop(0);
      hanging.stop(0);
    }
  }

  private static HttpServer receiver(HttpHandler handler) throws IOException {
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4_096);
    receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    receiver.createContext("/", handler);
    receiver.start();
    return receiver;
  }

  private void receive(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    came.putIfAbsent(exchange.getRequestURI().getPath(), System.nanoTime());
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private static void hang(HttpExchange exchange) throws IOException {
    try {
      TimeUnit.SECONDS.sleep(20);
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }

  /** One that waits for North Dakota, ten thousand for South Dakota, and again for Wyoming. */
  private static void watches(DataFolder data, int well, int hanging) {
    History past = PastElections.history(ELECTION);
    DeskKey key = DeskKey.open(data.deskKeyFile());
    try (WatchStore store = WatchStore.open(data.store())) {
      Following following =
          new Following(
              "server",
              ELECTION,
              data.election(ELECTION),
              Archive.knownUnits(),
              store,
              InstantSource.system(),
              Optional::empty,
              false);
      following.goOn();
      following.look();
      add(following, store, key, past, "ND", well, 0);
      for (int i = 0; i < MANY; i++) add(following, store, key, past, "SD", well, i);
      for (int i = 0; i < MANY; i++)
        add(following, store, key, past, "WY", i < HANGING ? hanging : well, i);
    }
  }

  private static void add(
      Following following,
      WatchStore store,
      DeskKey key,
      History past,
      String state,
      int port,
      int number) {
    Condition leads =
        ((Parsed.Understood)
                ConditionParser.parse("leads(" + state + ")", past.header(), past.law()))
            .condition();
    String path = state + number;
    String watch = Following.watchOf(ELECTION, leads, path);
    Endpoint endpoint =
        Endpoint.made(
            watch,
            Secret.random(new SecureRandom()),
            Kind.WEBHOOK,
            "http://127.0.0.1:" + port + "/" + path,
            "",
            key.seal(Webhooks.newSecret(), watch),
            "en",
            false,
            OptionalLong.empty(),
            "");
    following.add(watch, leads, Optional.of(endpoint), true);
    store.endpoints().confirm(watch);
  }

  private void awaitReady(RunningDesk desk) throws IOException {
    for (int i = 0; came.isEmpty() && i < 600; i++) {
      lead(desk, "ND", i);
      pause(50);
    }
    if (came.isEmpty()) throw new IOException("no notice came");
  }

  /** Hands in a row by which the other leads; gives when it was durable. */
  private static long lead(RunningDesk desk, String state, int round) throws IOException {
    int more = 1_000 + round;
    String row =
        """
        {"fact":"returns","at":"2020-11-04T02:%02d:%02d-05:00","unit":"%s",\
        "votes":{"trump":%d,"biden":%d},"total":%d,"source":{"id":"feed","title":"Feed"}}"""
            .formatted(
                round / 60 % 60,
                round % 60,
                state,
                round % 2 == 0 ? more + 1 : more,
                round % 2 == 0 ? more : more + 1,
                2 * more + 1);
    desk.handIn(
        "facts",
        "application/json",
        state + round + " " + System.nanoTime(),
        BodyPublishers.ofString(row));
    return System.nanoTime();
  }

  private void one(RunningDesk desk, PrintStream out) throws IOException {
    List<Double> took = new ArrayList<>();
    double processor = desk.processorSeconds();
    for (int i = 0; i < ROUNDS; i++) {
      came.clear();
      long durable = lead(desk, "ND", 1_000 + i);
      long end = durable + LONGEST.toNanos();
      while (!came.containsKey("/ND0") && System.nanoTime() < end) pause(1);
      took.add(seconds(came.getOrDefault("/ND0", end) - durable));
      pause(20);
    }
    out.printf(
        "  %-40s %8.0f ms   limit %.0f%n",
        "durable to received, 99 of 100 within", percentile(took, 99) * 1e3, ONE * 1e3);
    out.printf(
        "  %-40s %8.0f ms, %.0f ms of the server's processor time%n",
        "the median",
        percentile(took, 50) * 1e3,
        (desk.processorSeconds() - processor) / ROUNDS * 1e3);
  }

  /** What a queue takes for its part: a row synced to its disk, and told to who waits for it. */
  private static void peer(Scratch scratch, PrintStream out) throws IOException {
    Optional<RedisPeer> redis = RedisPeer.start(scratch);
    if (redis.isEmpty()) {
      out.println("  no Redis here to compare with; Debian has it: apt-get install redis-server");
      return;
    }
    try (RedisPeer peer = redis.get()) {
      List<Double> told = peer.tell(ROUNDS);
      out.printf(
          "  %-40s %8.2f ms%n",
          "Redis: durable to read, 99 of 100 within", percentile(told, 99) * 1e3);
      out.printf("  %-40s %8.2f ms%n", "the median", percentile(told, 50) * 1e3);
      out.printf("  %-40s %8.1f s%n", "Redis: 10,000 rows to 64 takers", peer.share(MANY, TAKERS));
    }
  }

  private double many(RunningDesk desk, PrintStream out) throws IOException {
    came.clear();
    AtomicBoolean ended = new AtomicBoolean();
    List<Double> reads = Collections.synchronizedList(new ArrayList<>());
    Thread reader = Thread.ofVirtual().start(() -> read(desk, reads, ended));
    double processor = desk.processorSeconds();
    double took = told(desk, "SD", MANY);
    processor = desk.processorSeconds() - processor;
    ended.set(true);
    try {
      reader.join();
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
    }
    out.printf(
        "  %-40s %8.1f s    limit %.0f, %.1f s of the server's processor time%n",
        "one turn told to 10,000 endpoints", took, ALL, processor);
    out.printf(
        "  %-40s %8.0f ms   limit %.0f%n",
        "readers meanwhile, 99 of 100 within", percentile(reads, 99) * 1e3, READER * 1e3);
    return took;
  }

  private void slowed(RunningDesk desk, PrintStream out, double quiet) throws IOException {
    came.clear();
    double processor = desk.processorSeconds();
    double took = told(desk, "WY", MANY - HANGING);
    out.printf(
        "  %-40s %8.1f times %.1f s, limit %.0f, %.1f s of the server's processor time%n",
        "9,000 while 1,000 hang",
        took / (quiet * 0.9),
        quiet * 0.9,
        SLOWED,
        desk.processorSeconds() - processor);
  }

  /** Until so many endpoints have heard of a state. */
  private double told(RunningDesk desk, String state, int endpoints) throws IOException {
    long durable = lead(desk, state, 0);
    long end = durable + LONGEST.toNanos();
    while (came.size() < endpoints && System.nanoTime() < end) pause(20);
    if (came.size() < endpoints)
      throw new IOException("only %,d endpoints heard".formatted(came.size()));
    return seconds(Collections.max(came.values()) - durable);
  }

  private static void read(RunningDesk desk, List<Double> took, AtomicBoolean ended) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI standing = desk.address().resolve("/api/elections/" + ELECTION + "/standing");
      while (!ended.get()) {
        long begun = System.nanoTime();
        client.send(
            HttpRequest.newBuilder(standing).build(), HttpResponse.BodyHandlers.discarding());
        took.add(seconds(System.nanoTime() - begun));
        pause(10);
      }
    } catch (IOException broken) {
      took.add(LONGEST.toSeconds() * 1.0);
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
    }
  }

  private static double percentile(List<Double> of, int percent) {
    List<Double> sorted = of.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * percent / 100);
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
    }
  }
}
