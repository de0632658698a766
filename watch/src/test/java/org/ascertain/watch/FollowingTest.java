package org.ascertain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.ascertain.condition.Condition;
import org.ascertain.election.Fact;
import org.ascertain.election.Washington;
import org.ascertain.ledger.Ledger;
import org.ascertain.postgres.ScratchStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A record that grows is followed, and each turn told once, whatever is killed meanwhile. */
@Timeout(900)
class FollowingTest {

  private static final Condition CONDITION = FollowedRecord.condition("called(FL) by AP");
  private static final int KILLS = 12;

  @TempDir private Path folder;

  private FollowedRecord record() {
    return FollowedRecord.in(folder);
  }

  private Ledger ledger() {
    return record().ledger();
  }

  private WatchStore store() {
    return WatchStore.open(record().data().store());
  }

  private static void append(Ledger ledger, Fact... facts) {
    FollowedRecord.append(ledger, facts);
  }

  private static Fact begun() {
    return FollowedRecord.HEADER;
  }

  private static Fact call(int number) {
    return FollowedRecord.call("FL", number);
  }

  /** Follows a record that has been begun, with one watch on it. */
  private Following watching(WatchStore store) {
    Following following = following(store);
    following.goOn();
    following.look();
    assertThat(following.add("w", CONDITION)).isTrue();
    return following;
  }

  private Following following(WatchStore store) {
    return record().following("w", store);
  }

  private static List<String> told(WatchStore store, String watch) throws InterruptedException {
    List<String> told = new ArrayList<>();
    new Telling(
            store,
            InstantSource.system(),
            new Random(1),
            due -> {
              told.add(due.notice().id() + " " + due.notice().body());
              return true;
            })
        .look(watch);
    return told;
  }

  @Test
  void a_turn_is_made_once_although_the_follower_begins_again() throws Exception {
    try (Ledger ledger = ledger();
        WatchStore store = store()) {
      append(ledger, begun());
      Following first = watching(store);
      append(ledger, call(0));
      assertThat(first.look()).isEqualTo(1);
      Following second = following(store);
      second.goOn();
      assertThat(second.look()).isZero();
      assertThat(told(store, "w")).hasSize(1).first().asString().contains("ascertain.watch.on");
      assertThat(told(store, "w")).isEmpty();
      append(ledger, call(1));
      assertThat(second.look()).isEqualTo(1);
      assertThat(told(store, "w")).hasSize(1).first().asString().contains("\"seq\":2");
    }
  }

  @Test
  void a_turn_that_a_restored_backup_lacks_comes_again_under_its_id() throws Exception {
    try (Ledger ledger = ledger()) {
      append(ledger, begun());
      List<WatchStore.Kept> made;
      Path copy = folder.resolve("copy");
      try (WatchStore store = store()) {
        Following first = watching(store);
        record().data().store().copyDesk(copy);
        append(ledger, call(0));
        first.look();
        made = store.turns("w", 0, 10);
        assertThat(made).hasSize(1);
      }
      for (String end : List.of("", "-wal", "-shm"))
        Files.deleteIfExists(folder.resolve("desk.db" + end));
      Files.move(copy, folder.resolve("desk.db"));
      try (WatchStore store = store()) {
        assertThat(store.turns("w", 0, 10)).isEmpty();
        Following again = following(store);
        again.goOn();
        again.look();
        assertThat(store.turns("w", 0, 10)).isEqualTo(made);
      }
    }
  }

  @Test
  void what_came_and_went_within_a_batch_is_no_turn() throws Exception {
    try (Ledger ledger = ledger();
        WatchStore store = store()) {
      append(ledger, begun());
      Following following = watching(store);
      append(ledger, call(0), call(1));
      assertThat(following.look()).isZero();
    }
  }

  /** Whether a watch's only turn is told at a moment. */
  private static boolean isDue(WatchStore store, Instant at) {
    return store.deliveries().log("w", 1).getFirst().due() <= Washington.nanos(at);
  }

  @Test
  void a_turn_that_rests_on_an_entry_that_is_looked_into_waits_a_quarter_of_an_hour_at_most()
      throws Exception {
    try (Ledger ledger = ledger();
        WatchStore store = store()) {
      append(ledger, begun());
      Following following = watching(store);
      append(ledger, call(0));
      Instant now = Instant.now();
      Held held = new Held(Map.of(1L, now));
      assertThat(following.look(Long.MAX_VALUE, held)).isEqualTo(1);
      assertThat(isDue(store, now.plusSeconds(14 * 60))).isFalse();
      assertThat(isDue(store, now.plusSeconds(15 * 60))).isTrue();
      assertThat(store.deliveries().await("w", FollowedRecord.ID, held, now)).isEqualTo(1);
      assertThat(isDue(store, now.plusSeconds(14 * 60))).isFalse();
      assertThat(store.deliveries().await("w", FollowedRecord.ID, Held.NOTHING, now)).isEqualTo(1);
      assertThat(isDue(store, now)).as("it is looked into no longer").isTrue();
      Held another = new Held(Map.of(0L, now));
      assertThat(store.deliveries().await("w", FollowedRecord.ID, another, now)).isZero();
    }
  }

  @Test
  void a_watch_is_told_at_once_what_holds_already() throws Exception {
    try (Ledger ledger = ledger();
        WatchStore store = store()) {
      append(ledger, begun());
      append(ledger, call(0));
      watching(store);
      assertThat(told(store, "w"))
          .hasSize(1)
          .first()
          .asString()
          .contains("\"alreadyTrue\":true", "\"since\":\"2020-11-04T00:00:00-05:00\"");
    }
  }

  @Test
  void whoever_wants_to_hear_of_changes_alone_is_not_told_what_holds_already() throws Exception {
    try (Ledger ledger = ledger();
        WatchStore store = store()) {
      append(ledger, begun());
      append(ledger, call(0));
      Following following = following(store);
      following.goOn();
      following.look();
      assertThat(following.add("w", CONDITION, Optional.empty(), false)).isTrue();
      assertThat(store.turns("w", 0, 10)).as("it is kept").hasSize(1);
      assertThat(told(store, "w")).isEmpty();
      append(ledger, call(1));
      following.look();
      assertThat(told(store, "w")).hasSize(1).first().asString().contains("\"seq\":2");
    }
  }

  @Test
  void a_turn_that_could_not_be_told_is_tried_again_before_the_next() throws Exception {
    try (Ledger ledger = ledger();
        WatchStore store = store()) {
      append(ledger, begun());
      Following following = watching(store);
      append(ledger, call(0));
      append(ledger, call(1));
      following.look();
      Instant[] now = {Instant.now()};
      List<String> tried = new ArrayList<>();
      boolean[] answers = {false};
      Telling telling =
          new Telling(
              store,
              () -> now[0],
              new Random(1),
              due -> {
                tried.add(due.notice().id());
                return answers[0];
              });
      assertThat(telling.look("w")).isZero();
      assertThat(telling.look("w")).as("not before its time").isZero();
      assertThat(tried).hasSize(1);
      now[0] = now[0].plusSeconds(7);
      answers[0] = true;
      assertThat(telling.look("w")).isEqualTo(2);
      assertThat(tried).hasSize(3);
      assertThat(tried.get(0)).isEqualTo(tried.get(1)).isNotEqualTo(tried.get(2));
    }
  }

  /** How often each record's follower is killed. */
  static IntStream records() {
    return FollowedRecord.slices(ScratchStores.kills(KILLS));
  }

  @ParameterizedTest
  @MethodSource("records")
  void killed_at_any_moment_it_loses_no_turn_and_gives_each_one_id_and_one_body(int kills)
      throws Exception {
    kill(folder.resolve("record"), kills);
  }

  /** Where each follower is killed changes from run to run on purpose; the seed is told. */
  private static void kill(Path into, int kills) throws IOException, InterruptedException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    FollowedRecord record = FollowedRecord.in(Files.createDirectory(into));
    Path heard = into.resolve("heard");
    int calls = 0;
    try (Ledger ledger = record.ledger()) {
      append(ledger, begun());
      for (int kill = 0; kill < kills; kill++) {
        Process follower = record.start(Follower.class, heard.toString());
        try {
          for (int i = random.nextInt(4); i >= 0; i--) append(ledger, call(calls++));
          TimeUnit.MILLISECONDS.sleep(random.nextInt(120));
        } finally {
          follower.destroyForcibly().waitFor();
        }
      }
      Process last = record.start(Follower.class, heard.toString());
      try {
        while (bodies(heard).size() < calls && last.isAlive()) TimeUnit.MILLISECONDS.sleep(20);
      } finally {
        last.destroyForcibly().waitFor();
      }
    }
    Map<String, String> bodies = bodies(heard);
    assertThat(bodies).as("seed " + seed).hasSize(calls);
    List<Integer> seqs =
        bodies.values().stream()
            .map(body -> Integer.parseInt(body.replaceAll(".*\"seq\":(\\d+).*", "$1")))
            .sorted()
            .toList();
    for (int i = 0; i < calls; i++) assertThat(seqs.get(i)).isEqualTo(i + 1);
  }

  /** By id what was heard; whoever heard an id twice heard the same. */
  private static Map<String, String> bodies(Path heard) throws IOException {
    Map<String, String> bodies = new HashMap<>();
    if (!Files.exists(heard)) return bodies;
    String text = Files.readString(heard);
    // a line that was cut off by a kill is told again
    for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
      int body = line.lastIndexOf("{\"type\"");
      if (body < 1) continue;
      String id = line.substring(0, body).strip();
      id = id.substring(id.lastIndexOf(' ') + 1);
      String before = bodies.putIfAbsent(id, line.substring(body));
      if (before != null) assertThat(line.substring(body)).isEqualTo(before);
    }
    return bodies;
  }

  /** A program of its own that follows a record and writes down what it tells, to be killed. */
  static final class Follower {
    public static void main(String[] args) throws Exception {
      FollowedRecord record = FollowedRecord.in(Path.of(args[0]));
      try (WatchStore store = WatchStore.open(record.data().store())) {
        Following following = record.following("w", store);
        following.goOn();
        following.look();
        following.add("w", CONDITION);
        Telling telling =
            new Telling(
                store,
                InstantSource.system(),
                new Random(),
                due -> {
                  Notice notice = due.notice();
                  write(Path.of(args[1]), "\n" + notice.id() + " " + notice.body() + "\n");
                  return true;
                },
                Duration.ofMillis(1));
        System.out.println("begun");
        while (true) {
          following.look();
          telling.look("w");
          TimeUnit.MILLISECONDS.sleep(5);
        }
      }
    }

    private static void write(Path to, String text) {
      try {
        Files.writeString(to, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
