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
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.ascertain.condition.Condition;
import org.ascertain.election.Fact;
import org.ascertain.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A record that grows is followed, and each turn told once, whatever is killed meanwhile. */
@Timeout(300)
class FollowingTest {

  private static final Condition CONDITION = FollowedRecord.condition("called(FL) by AP");
  private static final int KILLS = Integer.getInteger("ascertain.kills", 12);

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
  void what_came_and_went_within_a_batch_is_no_turn() throws Exception {
    try (Ledger ledger = ledger();
        WatchStore store = store()) {
      append(ledger, begun());
      Following following = watching(store);
      append(ledger, call(0), call(1));
      assertThat(following.look()).isZero();
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

  /** Where each follower is killed changes from run to run on purpose; the seed is told. */
  @Test
  void killed_at_any_moment_it_loses_no_turn_and_gives_each_one_id_and_one_body() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Path heard = folder.resolve("heard");
    int calls = 0;
    try (Ledger ledger = ledger()) {
      append(ledger, begun());
      for (int kill = 0; kill < KILLS; kill++) {
        Process follower = record().start(Follower.class, heard.toString());
        try {
          for (int i = random.nextInt(4); i >= 0; i--) append(ledger, call(calls++));
          TimeUnit.MILLISECONDS.sleep(random.nextInt(120));
        } finally {
          follower.destroyForcibly().waitFor();
        }
      }
      Process last = record().start(Follower.class, heard.toString());
      try {
        int due = calls;
        while (bodies(heard).size() < due && last.isAlive()) TimeUnit.MILLISECONDS.sleep(20);
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
