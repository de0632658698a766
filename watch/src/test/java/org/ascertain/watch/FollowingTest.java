package org.ascertain.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A record that grows is followed, and each turn told once, whatever is killed meanwhile. */
@Timeout(300)
class FollowingTest {

  private static final String ID = "us-president-2020";
  private static final String CONDITION = "called(FL) by AP";
  private static final int KILLS = 12;
  private static final Header HEADER = header();
  private static final Law LAW = Law.of(HEADER).orElseThrow();

  @TempDir private Path folder;

  /** The first line of the archive's record; the children that are killed are to start soon. */
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

  private static Condition condition() {
    return ConditionParser.parse(CONDITION, HEADER, LAW)
            instanceof Parsed.Understood(var understood)
        ? understood
        : fail();
  }

  private static Condition fail() {
    throw new AssertionError(CONDITION);
  }

  private Ledger ledger() {
    return new DataFolder(folder).store().open(ID, InstantSource.system(), sentence -> {});
  }

  private static void append(Ledger ledger, Fact... facts) {
    List<Draft> drafts = new ArrayList<>();
    for (Fact fact : facts) drafts.add(new Draft.Fresh("7", fact));
    ledger.append(drafts, "key " + System.nanoTime()).join();
    LockSupport.parkNanos(3_000_000); // what is recorded at one moment counts together
  }

  private static Fact begun() {
    return HEADER;
  }

  /** A call, or its withdrawal, by turns. */
  private static Fact call(int number) {
    Attestation at =
        Attestation.of(
            When.parse("2020-11-04T00:00:" + "%02d".formatted(number % 60) + "-05:00"),
            HEADER.attestation().source());
    return number % 2 == 0
        ? new Fact.Call(at, "FL", "AP", "trump")
        : new Fact.CallWithdrawn(at, "FL", "AP", "trump");
  }

  /** Follows a record that has been begun, with one watch on it. */
  private Following watching(WatchStore store) {
    Following following = following(store);
    following.goOn();
    following.look();
    assertThat(following.add("w", condition())).isTrue();
    return following;
  }

  private Following following(WatchStore store) {
    return new Following(
        ID,
        new DataFolder(folder).election(ID),
        Archive.knownUnits(),
        store,
        InstantSource.system(),
        Optional::empty,
        false);
  }

  private static List<String> told(WatchStore store, String watch) throws InterruptedException {
    List<String> told = new ArrayList<>();
    new Telling(
            store,
            InstantSource.system(),
            new Random(1),
            notice -> {
              told.add(notice.id() + " " + notice.body());
              return true;
            })
        .look(watch);
    return told;
  }

  @Test
  void a_turn_is_made_once_although_the_follower_begins_again() throws Exception {
    try (Ledger ledger = ledger();
        WatchStore store = WatchStore.open(new DataFolder(folder).store())) {
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
        WatchStore store = WatchStore.open(new DataFolder(folder).store())) {
      append(ledger, begun());
      Following following = watching(store);
      append(ledger, call(0), call(1));
      assertThat(following.look()).isZero();
    }
  }

  @Test
  void a_watch_is_told_at_once_what_holds_already() throws Exception {
    try (Ledger ledger = ledger();
        WatchStore store = WatchStore.open(new DataFolder(folder).store())) {
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
        WatchStore store = WatchStore.open(new DataFolder(folder).store())) {
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
              notice -> {
                tried.add(notice.id());
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
        Process follower = follower(heard);
        try {
          awaitBegun(follower);
          for (int i = random.nextInt(4); i >= 0; i--) append(ledger, call(calls++));
          TimeUnit.MILLISECONDS.sleep(random.nextInt(120));
        } finally {
          follower.destroyForcibly().waitFor();
        }
      }
      Process last = follower(heard);
      try {
        awaitBegun(last);
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

  private static void awaitBegun(Process follower) throws IOException {
    assertThat(follower.inputReader(UTF_8).readLine()).isEqualTo("begun");
  }

  private Process follower(Path heard) {
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
            Follower.class.getName(),
            folder.toString(),
            heard.toString());
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A program of its own that follows a record and writes down what it tells, to be killed. */
  static final class Follower {
    public static void main(String[] args) throws Exception {
      DataFolder data = new DataFolder(Path.of(args[0]));
      try (WatchStore store = WatchStore.open(data.store())) {
        Following following =
            new Following(
                ID,
                data.election(ID),
                Archive.knownUnits(),
                store,
                InstantSource.system(),
                Optional::empty,
                false);
        following.goOn();
        following.look();
        following.add("w", condition());
        Telling telling =
            new Telling(
                store,
                InstantSource.system(),
                new Random(),
                notice -> {
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
