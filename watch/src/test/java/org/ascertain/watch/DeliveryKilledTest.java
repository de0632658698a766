package org.ascertain.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.Secret;
import org.ascertain.postgres.ScratchStores;
import org.ascertain.watch.Endpoint.Kind;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who follows and tells is killed at any moment, between recording, asking and telling, and the
 * receivers answer as receivers do: no turn is lost, each has one id and one body, and none comes
 * before the one before it. Killed 12 times; {@code -Dascertain.kills=1000} for more, a record for
 * every fifty.
 */
@Timeout(900)
class DeliveryKilledTest {

  private static final String FOLLOWER = "server";
  private static final int KILLS = 12;

  private static final List<String> STATES = List.of("FL", "OH", "TX");

  /** A notice that is refused ten times is given up, which is right and not what is asked here. */
  private static final int MOST_REFUSED = 5;

  /** Hours of the schedule pass in a second. */
  private static final int HASTE = 6_000;

  @TempDir private Path folder;

  /** Of each watch its notices by their numbers, in the order in which they first came. */
  private final Map<String, Map<Integer, String>> heard = new HashMap<>();

  private final Map<String, String> bodies = new HashMap<>();
  private final Map<String, Integer> refused = new HashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final Random moods = new Random(7);

  private void receive(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String id = exchange.getRequestHeaders().getFirst("webhook-id");
    int mood;
    synchronized (heard) {
      mood = moods.nextInt(10);
      boolean isTaken = mood < 7 || refused.merge(id, 1, Integer::sum) > MOST_REFUSED;
      if (isTaken && mood >= 7) mood = 2;
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

  /** How often each record's teller is killed. */
  static IntStream records() {
    return FollowedRecord.slices(ScratchStores.kills(KILLS));
  }

  @ParameterizedTest
  @MethodSource("records")
  void no_turn_is_lost_and_each_comes_in_its_order_with_one_id_and_one_body(int kills)
      throws Exception {
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    receiver.createContext("/", this::receive);
    receiver.start();
    String port = Integer.toString(receiver.getAddress().getPort());
    try {
      kill(folder.resolve("record"), kills, port);
    } finally {
      receiver.stop(0);
    }
  }

  private void kill(Path into, int kills, String port) throws IOException, InterruptedException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int calls = 0;
    FollowedRecord record = FollowedRecord.in(Files.createDirectory(into));
    try (Ledger ledger = record.ledger()) {
      FollowedRecord.append(ledger, FollowedRecord.HEADER);
      for (int kill = 0; kill < kills; kill++) {
        Process teller = record.start(Teller.class, port);
        try {
          for (int i = random.nextInt(3); i >= 0; i--, calls++)
            for (String state : STATES)
              FollowedRecord.append(ledger, FollowedRecord.call(state, calls));
          TimeUnit.MILLISECONDS.sleep(random.nextInt(200));
        } finally {
          teller.destroyForcibly().waitFor();
        }
      }
      Process last = record.start(Teller.class, port);
      try {
        while (!isAllHeard(calls) && last.isAlive()) TimeUnit.MILLISECONDS.sleep(50);
      } finally {
        last.destroyForcibly().waitFor();
      }
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

  /** A program of its own that follows a record and tells its turns, to be killed. */
  static final class Teller {
    public static void main(String[] args) throws Exception {
      FollowedRecord record = FollowedRecord.in(Path.of(args[0]));
      DeskKey key = DeskKey.open(record.data().deskKeyFile());
      // Across kills the hasty clock goes on: it began with the day.
      Instant origin = Instant.now().truncatedTo(ChronoUnit.DAYS);
      InstantSource hasty =
          () -> origin.plus(Duration.between(origin, Instant.now()).multipliedBy(HASTE));
      try (WatchStore store = WatchStore.open(record.data().store())) {
        Following following = record.following(FOLLOWER, store);
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
          sayYesAgain(store);
          delivering.await(Duration.ofMillis(5));
        }
      }
    }

    /**
     * The five days after which a receiver that fails is told nothing more pass in 72 seconds of
     * the hasty clock; a busy machine may take so long for one try.
     */
    private static void sayYesAgain(WatchStore store) {
      for (String state : STATES) {
        String watch = TurnId.of("watch", state);
        if (store.endpoints().of(watch).orElseThrow().state() == Endpoint.State.DISABLED)
          store.endpoints().confirm(watch);
      }
    }

    private static void add(
        Following following, WatchStore store, DeskKey key, String state, String port) {
      String watch = TurnId.of("watch", state);
      if (store.watch(watch).isPresent()) return;
      Endpoint endpoint =
          Endpoint.made(
              watch,
              Secret.random(new SecureRandom()),
              Kind.WEBHOOK,
              "http://127.0.0.1:" + port + "/" + state,
              "",
              key.seal(Webhooks.newSecret(), watch),
              "en",
              false,
              OptionalLong.empty(),
              "network");
      following.add(
          watch,
          FollowedRecord.condition("called(" + state + ") by AP"),
          Optional.of(endpoint),
          true);
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
