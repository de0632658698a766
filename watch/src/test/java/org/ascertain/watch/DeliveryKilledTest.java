package org.ascertain.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.ascertain.archive.Archive;
import org.ascertain.condition.Condition;
import org.ascertain.condition.ConditionParser;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.election.Attestation;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;
import org.ascertain.watch.Endpoint.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who follows and tells is killed at any moment, between recording, asking and telling, and the
 * receivers answer as receivers do: no turn is lost, each has one id and one body, and none comes
 * before the one before it. Killed 12 times; {@code -Dascertain.kills=1000} for more.
 */
@Timeout(3_600)
class DeliveryKilledTest {

  private static final String ID = "us-president-2020";
  private static final String FOLLOWER = "server";
  private static final int KILLS = Integer.getInteger("ascertain.kills", 12);
  private static final List<String> STATES = List.of("FL", "OH", "TX");

  /** Hours of the schedule pass in a second. */
  private static final int HASTE = 6_000;

  private static final Header HEADER = header();
  private static final Law LAW = Law.of(HEADER).orElseThrow();

  @TempDir private Path folder;

  /** Of each watch its notices by their numbers, in the order in which they first came. */
  private final Map<String, Map<Integer, String>> heard = new HashMap<>();

  private final Map<String, String> bodies = new HashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final Random moods = new Random(7);

  private static Header header() {
    try (BufferedReader record =
        new BufferedReader(new InputStreamReader(Archive.open(ID).orElseThrow(), UTF_8))) {
      byte[] first = (record.readLine() + "\n").getBytes(UTF_8);
      return History.header(RecordReader.read(new ByteArrayInputStream(first)).entries())
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Condition condition(String state) {
    return ((Parsed.Understood) ConditionParser.parse("called(" + state + ") by AP", HEADER, LAW))
        .condition();
  }

  private void receive(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String id = exchange.getRequestHeaders().getFirst("webhook-id");
    int mood;
    synchronized (heard) {
      mood = moods.nextInt(10);
      boolean isTaken = mood < 7;
      String before = bodies.putIfAbsent(id, body);
      if (before != null && !before.equals(body)) faults.add(id + " has two bodies");
      if (isTaken) {
        Map<Integer, String> of =
            heard.computeIfAbsent(
                exchange.getRequestURI().getPath(), each -> new LinkedHashMap<>());
        int seq = Integer.parseInt(body.replaceAll("(?s).*\"seq\":(\\d+).*", "$1"));
        if (!of.containsKey(seq) && of.keySet().stream().anyMatch(earlier -> earlier > seq))
          faults.add(id + " came after a later one");
        of.putIfAbsent(seq, id);
      }
    }
    switch (mood) {
      case 0 -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(150)); // late
      case 1 -> {
        exchange.close(); // taken, and the answer lost: it comes twice
        return;
      }
      case 7 -> exchange.getResponseHeaders().set("Retry-After", "6");
      default -> {} // at once
    }
    exchange.sendResponseHeaders(mood == 7 ? 429 : mood > 7 ? 500 : 204, -1);
    exchange.close();
  }

  private static void append(Ledger ledger, Fact... facts) {
    List<Draft> drafts = new ArrayList<>();
    for (Fact fact : facts) drafts.add(new Draft.Fresh("7", fact));
    ledger.append(drafts, "key " + System.nanoTime()).join();
    LockSupport.parkNanos(3_000_000); // what is recorded at one moment counts together
  }

  private static Fact call(String state, int number) {
    Attestation at =
        Attestation.of(
            When.parse("2020-11-04T00:00:" + "%02d".formatted(number % 60) + "-05:00"),
            HEADER.attestation().source());
    return number % 2 == 0
        ? new Fact.Call(at, state, "AP", "trump")
        : new Fact.CallWithdrawn(at, state, "AP", "trump");
  }

  @Test
  void no_turn_is_lost_and_each_comes_in_its_order_with_one_id_and_one_body() throws Exception {
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    receiver.createContext("/", this::receive);
    receiver.start();
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int calls = 0;
    try (Ledger ledger =
        new DataFolder(folder).store().open(ID, InstantSource.system(), sentence -> {})) {
      append(ledger, HEADER);
      for (int kill = 0; kill < KILLS; kill++) {
        Process teller = teller(receiver.getAddress().getPort());
        try {
          assertThat(teller.inputReader(UTF_8).readLine()).isEqualTo("begun");
          for (int i = random.nextInt(3); i >= 0; i--, calls++)
            for (String state : STATES) append(ledger, call(state, calls));
          TimeUnit.MILLISECONDS.sleep(random.nextInt(200));
        } finally {
          teller.destroyForcibly().waitFor();
        }
      }
      Process last = teller(receiver.getAddress().getPort());
      try {
        assertThat(last.inputReader(UTF_8).readLine()).isEqualTo("begun");
        while (!isAllHeard(calls) && last.isAlive()) TimeUnit.MILLISECONDS.sleep(50);
      } finally {
        last.destroyForcibly().waitFor();
      }
    } finally {
      receiver.stop(0);
    }
    synchronized (heard) {
      assertThat(faults).as("seed " + seed).isEmpty();
      for (String state : STATES)
        assertThat(heard.getOrDefault("/" + state, Map.of()).values())
            .doesNotHaveDuplicates()
            .hasSize(calls);
    }
  }

  private boolean isAllHeard(int calls) {
    synchronized (heard) {
      return STATES.stream()
          .allMatch(state -> heard.getOrDefault("/" + state, Map.of()).size() == calls);
    }
  }

  private Process teller(int port) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.sqlite.tmpdir="
                + Objects.requireNonNullElse(
                    System.getProperty("org.sqlite.tmpdir"), folder.toString()),
            "-cp",
            System.getProperty("java.class.path"),
            Teller.class.getName(),
            folder.toString(),
            Integer.toString(port));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A program of its own that follows a record and tells its turns, to be killed. */
  static final class Teller {
    public static void main(String[] args) throws Exception {
      DataFolder data = new DataFolder(Path.of(args[0]));
      DeskKey key = DeskKey.open(data.path().resolve("keys").resolve("desk.key"));
      // Across kills the hasty clock goes on: it began with the day.
      Instant origin = Instant.now().truncatedTo(ChronoUnit.DAYS);
      InstantSource hasty =
          () -> origin.plus(Duration.between(origin, Instant.now()).multipliedBy(HASTE));
      try (WatchStore store = WatchStore.open(data.store())) {
        Following following =
            new Following(
                FOLLOWER,
                ID,
                data.election(ID),
                Archive.knownUnits(),
                store,
                InstantSource.system(),
                Optional::empty,
                false);
        following.goOn();
        following.look();
        for (String state : STATES) add(following, store, key, state, args[1]);
        Webhooks webhooks =
            new Webhooks(key, Teller::post, InetAddress::getAllByName, Set.of("127.0.0.1"), hasty);
        Messenger messenger =
            new Messenger(store, webhooks, Optional.empty(), hasty, new SecureRandom());
        Delivering delivering =
            new Delivering(
                FOLLOWER,
                store.deliveries(),
                messenger,
                hasty,
                Duration.ofMillis(700).multipliedBy(HASTE));
        System.out.println("begun");
        while (true) {
          following.look();
          delivering.look();
          delivering.await(Duration.ofMillis(5));
        }
      }
    }

    private static void add(
        Following following, WatchStore store, DeskKey key, String state, String port) {
      String watch = TurnId.of("watch", state);
      if (store.watch(watch).isPresent()) return;
      Endpoint endpoint =
          Endpoint.made(
              watch,
              WatchSecret.random(new SecureRandom()),
              Kind.WEBHOOK,
              "http://127.0.0.1:" + port + "/" + state,
              "",
              key.seal(Webhooks.newSecret(), watch),
              "en",
              false,
              OptionalLong.empty(),
              "network");
      following.add(watch, condition(state), Optional.of(endpoint));
      store.endpoints().confirm(watch);
    }

    private static HttpPost.Answer post(
        InetSocketAddress place, WebhookAddress address, Map<String, String> headers, String body)
        throws IOException {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(address.text()).toURL().openConnection();
      connection.setDoOutput(true);
      connection.setReadTimeout(600);
      headers.forEach(connection::setRequestProperty);
      connection.getOutputStream().write(body.getBytes(UTF_8));
      int status = connection.getResponseCode();
      Optional<String> later = Optional.ofNullable(connection.getHeaderField("Retry-After"));
      try (InputStream in =
          status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
        return new HttpPost.Answer(
            status, later, in == null ? "" : new String(in.readAllBytes(), UTF_8));
      }
    }
  }
}
