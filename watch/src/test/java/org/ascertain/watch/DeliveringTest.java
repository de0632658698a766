package org.ascertain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.ascertain.election.Washington;
import org.ascertain.ledger.Secret;
import org.ascertain.postgres.ScratchStores;
import org.ascertain.watch.Deliveries.Logged;
import org.ascertain.watch.Endpoint.Kind;
import org.ascertain.watch.Endpoint.State;
import org.ascertain.watch.HttpPost.Answer;
import org.ascertain.watch.WatchStore.Watch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each turn reaches its endpoint in order, whatever the receiver does; the clock is turned. */
@Timeout(120)
class DeliveringTest {

  private static final String FOLLOWER = "server";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private WatchStore store;
  private DeskKey key;
  private Instant now = Instant.parse("2028-11-08T12:00:00Z");
  private final InstantSource clock = () -> now;
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

  /** Of turns that came after one that was given up, that one. */
  private final Map<String, String> untold = new ConcurrentHashMap<>();

  /** What each watch's receiver answers, the first first; afterwards 204. */
  private final Map<String, List<Answer>> answers = new HashMap<>();

  @BeforeEach
  void open() {
    store = WatchStore.open(ScratchStores.in(folder));
    key = DeskKey.open(folder.resolve("keys").resolve("desk.key"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Answer answer(int status) {
    return new Answer(status, Optional.empty(), "");
  }

  private Delivering delivering(HttpPost http) {
    Webhooks webhooks =
        new Webhooks(
            key,
            http,
            host -> new InetAddress[] {InetAddress.getByName("8.8.8.8")},
            Set.of(),
            clock);
    Messenger messenger = new Messenger(store, webhooks, Optional.empty(), clock, new Random(1));
    return new Delivering(FOLLOWER, store.deliveries(), messenger, clock);
  }

  private Answer receive(WebhookAddress address, Map<String, String> headers, String body) {
    heard.add(address.target() + " " + headers.get("webhook-id") + " " + body);
    if (headers.containsKey("ascertain-untold"))
      untold.put(headers.get("webhook-id"), headers.get("ascertain-untold"));
    List<Answer> due = answers.getOrDefault(address.target(), List.of());
    return due.isEmpty() ? answer(204) : due.removeFirst();
  }

  private Delivering delivering() {
    return delivering((place, address, headers, body) -> receive(address, headers, body));
  }

  /** A watch with so many turns, told at a path. */
  private void watch(String name, int turns, Answer... answered) {
    answers.put("/" + name, new ArrayList<>(List.of(answered)));
    String id = TurnId.of(name);
    Watch made = new Watch(id, FOLLOWER, "us-president-2028", "declared", 1, 0);
    Endpoint endpoint =
        Endpoint.made(
            id,
            Secret.random(new SecureRandom()),
            Kind.WEBHOOK,
            "https://hooks.example.org/" + name,
            "",
            key.seal(Webhooks.newSecret(), id),
            "en",
            false,
            OptionalLong.empty(),
            "network");
    store.keep(
        FOLLOWER,
        "us-president-2028",
        Optional.of(made),
        Optional.of(endpoint),
        List.of(),
        new WatchStore.Cursor(1, 0),
        now);
    store.endpoints().confirm(id);
    for (int i = 1; i <= turns; i++)
      store.keep(id, i, new Notice(TurnId.of(name, "" + i), "{\"seq\":" + i + "}"), now);
  }

  private static void until(Delivering delivering, BooleanSupplier isSo)
      throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!isSo.getAsBoolean()) {
      delivering.look();
      delivering.await(Duration.ofMillis(20));
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
    }
  }

  private Logged logged(String name, int seq) {
    return store.deliveries().log(TurnId.of(name), 100).stream()
        .filter(each -> each.seq() == seq)
        .findFirst()
        .orElseThrow();
  }

  private State state(String name) {
    return store.endpoints().of(TurnId.of(name)).orElseThrow().state();
  }

  private List<String> ids(String name) {
    return heard.stream()
        .filter(each -> each.startsWith("/" + name + " "))
        .map(each -> each.split(" ", 3)[1])
        .toList();
  }

  @Test
  void turns_come_in_their_order_one_at_a_time() throws InterruptedException {
    watch("a", 5);
    watch("b", 5);
    until(
        delivering(),
        () ->
            logged("a", 5).state().equals("delivered")
                && logged("b", 5).state().equals("delivered"));
    for (String name : List.of("a", "b"))
      assertThat(ids(name))
          .containsExactly(
              TurnId.of(name, "1"),
              TurnId.of(name, "2"),
              TurnId.of(name, "3"),
              TurnId.of(name, "4"),
              TurnId.of(name, "5"));
  }

  @Test
  void of_many_that_are_due_a_group_is_begun_and_the_others_after_a_pause()
      throws InterruptedException {
    for (int i = 0; i < 120; i++) watch("w" + i, 1);
    Semaphore arrived = new Semaphore(0);
    Delivering delivering =
        delivering(
            (place, address, headers, body) -> {
              arrived.release();
              return receive(address, headers, body);
            });
    for (int group = 0; group < 2; group++) {
      delivering.look();
      assertThat(arrived.tryAcquire(35, 30, TimeUnit.SECONDS)).isTrue();
      long before = System.nanoTime();
      delivering.await(Duration.ofMinutes(1)); // what has arrived does not end the pause
      assertThat(System.nanoTime() - before).isGreaterThan(Duration.ofMillis(40).toNanos());
      assertThat(arrived.availablePermits()).isZero();
    }
    until(delivering, () -> store.deliveries().untold() == 0);
    assertThat(new LinkedHashSet<>(heard)).hasSize(120);
  }

  @Test
  void after_an_error_the_same_bytes_come_again_under_the_same_id_before_the_next_turn()
      throws InterruptedException {
    watch("a", 2, answer(500), answer(302));
    Delivering delivering = delivering();
    until(delivering, () -> !logged("a", 1).tried().isEmpty());
    assertThat(logged("a", 1).state()).isEqualTo("due");
    until(delivering, () -> !delivering.look());
    assertThat(ids("a")).as("not before its time").hasSize(1);
    now = now.plusSeconds(7);
    until(delivering, () -> logged("a", 1).tried().size() == 2);
    assertThat(logged("a", 1).state()).as("a redirect is no yes").isEqualTo("due");
    now = now.plusSeconds(400);
    until(delivering, () -> logged("a", 2).state().equals("delivered"));
    assertThat(new LinkedHashSet<>(ids("a")))
        .containsExactly(TurnId.of("a", "1"), TurnId.of("a", "2"));
    assertThat(heard.stream().filter(each -> each.contains(TurnId.of("a", "1"))).distinct())
        .hasSize(1);
    assertThat(logged("a", 1).tried())
        .extracting(Deliveries.Attempt::status)
        .containsExactly(500, 302, 204);
  }

  @Test
  void a_receiver_that_asks_for_time_gets_it_within_twice_the_wait() throws InterruptedException {
    watch("a", 1, new Answer(429, Optional.of("9"), "slowly"));
    watch("b", 1, new Answer(503, Optional.of("86400"), "down"));
    watch("c", 1, new Answer(429, Optional.of("Wed, 08 Nov 2028 12:00:08 GMT"), "until then"));
    watch("d", 1, new Answer(429, Optional.of("soon; or never"), "unfit"));
    Delivering delivering = delivering();
    until(
        delivering,
        () ->
            List.of("a", "b", "c", "d").stream()
                .noneMatch(name -> logged(name, 1).tried().isEmpty()));
    long from = Washington.nanos(now);
    assertThat(Duration.ofNanos(logged("a", 1).due() - from)).isEqualTo(Duration.ofSeconds(9));
    assertThat(Duration.ofNanos(logged("b", 1).due() - from)).isEqualTo(Duration.ofSeconds(10));
    assertThat(Duration.ofNanos(logged("c", 1).due() - from)).isEqualTo(Duration.ofSeconds(8));
    assertThat(Duration.ofNanos(logged("d", 1).due() - from))
        .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
    assertThat(List.of("a", "b", "c", "d"))
        .as("what it asked for stands in the log")
        .extracting(name -> logged(name, 1).tried().getFirst().asked())
        .containsExactly(9L, 86_400L, 8L, 0L);
  }

  @Test
  void one_that_is_gone_is_told_nothing_more_until_it_is_confirmed_again()
      throws InterruptedException {
    watch("a", 2, answer(410));
    Delivering delivering = delivering();
    until(delivering, () -> logged("a", 1).state().equals("given-up"));
    assertThat(state("a")).isEqualTo(State.DISABLED);
    until(delivering, () -> !delivering.look());
    assertThat(ids("a")).hasSize(1);
    store.endpoints().confirm(TurnId.of("a"));
    until(delivering, () -> logged("a", 2).state().equals("delivered"));
    assertThat(
            store.deliveries().resend(TurnId.of("a"), TurnId.of("a", "1"), Washington.nanos(now)))
        .isTrue();
    until(delivering, () -> logged("a", 1).state().equals("delivered"));
    assertThat(ids("a"))
        .containsExactly(TurnId.of("a", "1"), TurnId.of("a", "2"), TurnId.of("a", "1"));
  }

  @Test
  void a_turn_that_follows_one_that_could_not_be_told_says_so() throws InterruptedException {
    watch("a", 3, answer(410));
    Delivering delivering = delivering();
    until(delivering, () -> logged("a", 1).state().equals("given-up"));
    store.endpoints().confirm(TurnId.of("a"));
    until(delivering, () -> logged("a", 3).state().equals("delivered"));
    assertThat(untold).containsExactly(Map.entry(TurnId.of("a", "2"), TurnId.of("a", "1")));
  }

  @Test
  void one_that_fails_for_five_days_is_disabled_and_what_waits_comes_once_it_says_yes_again()
      throws InterruptedException {
    watch("a", 2, Collections.nCopies(6, answer(500)).toArray(Answer[]::new));
    Delivering delivering = delivering();
    for (int tries = 1; tries <= 6; tries++) {
      int due = tries;
      assertThat(state("a")).isEqualTo(State.LIVE);
      until(delivering, () -> heard.size() >= due && !delivering.look());
      now = now.plus(Duration.ofHours(30));
    }
    assertThat(state("a")).isEqualTo(State.DISABLED);
    now = now.plus(Duration.ofDays(10));
    until(delivering, () -> !delivering.look());
    assertThat(heard).hasSize(6);
    store.endpoints().confirm(TurnId.of("a"));
    until(delivering, () -> logged("a", 2).state().equals("delivered"));
    assertThat(untold).isEmpty();
  }

  @Test
  void a_turn_that_fails_through_the_whole_schedule_is_a_dead_letter_and_the_next_says_so()
      throws InterruptedException {
    watch("a", 2, Collections.nCopies(10, answer(500)).toArray(Answer[]::new));
    Delivering delivering = delivering();
    for (int tries = 1; tries <= 10; tries++) {
      int tried = tries;
      until(delivering, () -> logged("a", 1).tried().size() == tried);
      if (tries < 10) now = Washington.at(logged("a", 1).due()).toInstant().plusSeconds(1);
    }
    assertThat(logged("a", 1).state()).isEqualTo("given-up");
    until(delivering, () -> logged("a", 2).state().equals("delivered"));
    assertThat(untold).containsExactly(Map.entry(TurnId.of("a", "2"), TurnId.of("a", "1")));
    assertThat(store.deliveries().untold()).isEqualTo(1);
  }

  @Test
  void two_servers_that_tell_at_a_time_tell_each_turn_once() throws InterruptedException {
    for (int i = 0; i < 50; i++) watch("w" + i, 3);
    Delivering one = delivering();
    Delivering other = delivering();
    until(
        one,
        () -> {
          other.look();
          for (int i = 0; i < 50; i++)
            if (!logged("w" + i, 3).state().equals("delivered")) return false;
          return true;
        });
    assertThat(heard).hasSize(150).doesNotHaveDuplicates();
  }

  @Test
  void one_that_is_on_its_way_is_not_sent_beside_itself() throws InterruptedException {
    watch("a", 1);
    Semaphore arrived = new Semaphore(0);
    Semaphore answered = new Semaphore(0);
    Delivering delivering =
        delivering(
            (place, address, headers, body) -> {
              arrived.release();
              answered.acquire();
              return receive(address, headers, body);
            });
    delivering.look();
    arrived.acquire();
    assertThat(
            store.deliveries().resend(TurnId.of("a"), TurnId.of("a", "1"), Washington.nanos(now)))
        .isTrue();
    for (int i = 0; i < 3; i++) delivering.look();
    answered.release(4);
    until(delivering, () -> logged("a", 1).state().equals("delivered"));
    assertThat(ids("a")).hasSize(1);
    assertThat(logged("a", 1).tried()).hasSize(1);
  }

  @Test
  void those_that_hang_keep_nobody_else_waiting() throws InterruptedException {
    for (int i = 0; i < 20; i++) watch("hangs" + i, 1);
    for (int i = 0; i < 20; i++) watch("well" + i, 3);
    Delivering delivering =
        delivering(
            (place, address, headers, body) -> {
              if (address.target().startsWith("/hangs")) {
                Thread.sleep(Duration.ofSeconds(20));
                throw new IOException("no answer");
              }
              return receive(address, headers, body);
            });
    long begun = System.nanoTime();
    until(
        delivering,
        () -> {
          for (int i = 0; i < 20; i++)
            if (!logged("well" + i, 3).state().equals("delivered")) return false;
          return true;
        });
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void an_endpoint_whose_name_comes_to_lead_inside_is_not_connected_to()
      throws InterruptedException {
    watch("a", 1);
    Webhooks webhooks =
        new Webhooks(
            key,
            (place, address, headers, body) -> {
              throw new AssertionError("connected to " + place);
            },
            host -> new InetAddress[] {InetAddress.getByName("169.254.169.254")},
            Set.of(),
            clock);
    Delivering delivering =
        new Delivering(
            FOLLOWER,
            store.deliveries(),
            new Messenger(store, webhooks, Optional.empty(), clock, new Random(1)),
            clock);
    until(delivering, () -> !logged("a", 1).tried().isEmpty());
    assertThat(logged("a", 1).tried().getFirst().answer()).contains("not of the public internet");
    assertThat(heard).isEmpty();
  }

  @Test
  void nobody_is_told_before_they_have_sent_the_challenge_back() throws Exception {
    watch("a", 1);
    String id = TurnId.of("a");
    store.endpoints().disable(id);
    List<String> echo = new ArrayList<>(List.of("no", "yes"));
    Webhooks webhooks =
        new Webhooks(
            key,
            (place, address, headers, body) -> {
              heard.add(body);
              String challenge = JSON.readTree(body).at("/data/challenge").asText();
              return echo.removeFirst().equals("yes")
                  ? new Answer(200, Optional.empty(), "{\"challenge\":\"" + challenge + "\"}")
                  : new Answer(200, Optional.empty(), "ok");
            },
            host -> new InetAddress[] {InetAddress.getByName("8.8.8.8")},
            Set.of(),
            clock);
    Messenger messenger = new Messenger(store, webhooks, Optional.empty(), clock, new Random(1));
    Delivering delivering = new Delivering(FOLLOWER, store.deliveries(), messenger, clock);
    until(delivering, () -> !delivering.look());
    assertThat(heard).isEmpty();
    assertThat(messenger.challenge(store.endpoints().of(id).orElseThrow())).isPresent();
    assertThat(state("a")).isEqualTo(State.DISABLED);
    assertThat(messenger.challenge(store.endpoints().of(id).orElseThrow())).isEmpty();
    assertThat(state("a")).isEqualTo(State.LIVE);
  }
}
