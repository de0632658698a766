package org.ascertain.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ascertain.desk.KeptRow.Asked;
import org.ascertain.election.Fact.Returns;
import org.ascertain.ledger.LedgerException;
import org.ascertain.ledger.RecordTail;
import org.ascertain.ledger.Store;

/**
 * Any rows, in any order, cut into any posts and groups, and sent twice: nothing is lost, nothing
 * comes twice.
 */
class AnyRowsTest {

  private static final List<String> UNITS = List.of("PA", "OH", "VT", "PA/42001", "XX");

  /** What became of rows that were handed in. */
  private record Came(long rows, long recorded, long known, long kept, long refused) {
    static final Came NOTHING = new Came(0, 0, 0, 0, 0);

    Came and(Came other) {
      return new Came(
          rows + other.rows,
          recorded + other.recorded,
          known + other.known,
          kept + other.kept,
          refused + other.refused);
    }

    Came and(Intake intake) {
      return new Came(
          rows + intake.rows(),
          recorded + intake.recorded(),
          known + intake.known(),
          kept + intake.kept(),
          refused + intake.refused());
    }
  }

  @Property(tries = 60)
  void nothing_is_lost_and_nothing_comes_twice(
      @ForAll @IntRange(min = 1, max = 40) int number,
      @ForAll @IntRange(min = 1, max = 5) int posts,
      @ForAll @IntRange(min = 1, max = 9) int group,
      @ForAll long seed,
      @ForAll boolean flags)
      throws IOException {
    Random random = new Random(seed);
    List<String> rows = rows(number, random);
    Path folder = Files.createTempDirectory("ascertain-any-rows");
    try {
      Store store = Records.store(folder);
      Policy policy = flags ? Policy.FLAG : Policy.ASIDE;
      Came first;
      try (ElectionDesk desk = Records.open(store)) {
        first = hand(desk, rows, posts, policy, group);
      }
      assertThat(first.recorded() + first.known() + first.kept() + first.refused())
          .as("each row is told of")
          .isEqualTo(number);
      assertHeldOnce(store, rows, first);
      Collections.shuffle(rows, random);
      try (ElectionDesk desk = Records.open(store)) {
        hand(desk, rows, 1 + random.nextInt(5), policy, 1 + random.nextInt(9));
        assertHeldOnce(store, rows, first);
        desk.acts().releaseAll("desk", "looked at");
        assertTallies(desk, store);
      }
    } finally {
      delete(folder);
    }
  }

  /** Two programs write to one record at once, so that what was decided ahead moves on often. */
  @Property(tries = 25)
  void of_two_desks_at_once_nothing_is_lost_and_nothing_comes_twice(
      @ForAll @IntRange(min = 2, max = 60) int number,
      @ForAll @IntRange(min = 1, max = 9) int group,
      @ForAll long seed)
      throws IOException {
    Random random = new Random(seed);
    List<String> rows = rows(number, random);
    List<List<String>> halves =
        List.of(rows.subList(0, number / 2), rows.subList(number / 2, number));
    Path folder = Files.createTempDirectory("ascertain-any-rows");
    try {
      Store store = Records.store(folder);
      Came came = Came.NOTHING;
      try (ElectionDesk one = Records.open(store);
          ElectionDesk other = Records.open(store)) {
        List<CompletableFuture<Came>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
          ElectionDesk desk = i == 0 ? one : other;
          List<String> half = halves.get(i);
          both.add(CompletableFuture.supplyAsync(() -> hand(desk, half, 1, Policy.ASIDE, group)));
        }
        for (CompletableFuture<Came> each : both) came = came.and(each.join());
      }
      assertThat(came.recorded() + came.known() + came.kept() + came.refused())
          .as("each row is told of")
          .isEqualTo(number);
      assertThat(recorded(store)).hasSize((int) came.recorded());
      assertHeldOnce(store, rows, came);
    } finally {
      delete(folder);
    }
  }

  private static List<String> rows(int number, Random random) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      int biden = random.nextInt(4) * 2_000 + random.nextInt(3);
      int trump = random.nextInt(4) * 2_000 + random.nextInt(3);
      int total = biden + trump + random.nextInt(3) - (random.nextInt(10) == 0 ? 5 : 0);
      rows.add(
          "%s,2020-11-04T%02d:%02d:00Z,%s,%d,%d"
              .formatted(
                  UNITS.get(random.nextInt(UNITS.size())),
                  5 + random.nextInt(3),
                  random.nextInt(6) * 10,
                  random.nextInt(12) == 0 ? "1O" : Integer.toString(biden),
                  trump,
                  Math.max(0, total)));
    }
    return rows;
  }

  private static Came hand(
      ElectionDesk desk, List<String> rows, int posts, Policy policy, int group) {
    Came came = Came.NOTHING;
    int size = Math.ceilDiv(rows.size(), posts);
    for (int from = 0; from < rows.size(); from += size) {
      String table =
          "unit,at,biden,trump,total\n"
              + String.join("\n", rows.subList(from, Math.min(rows.size(), from + size)))
              + "\n";
      HandedIn handed =
          new HandedIn(
              new Sender("1", "rows", Via.HTTP, policy, Optional.empty()),
              Form.TABLE,
              Records.body(table),
              Optional.of(from + " " + table.hashCode()),
              Optional.empty());
      Taken taken = desk.take(handed, row -> {}, soFar -> {}, group);
      while (taken instanceof Taken.Broken(LedgerException why, Intake soFar)) {
        assertThat(why.reason()).isEqualTo(LedgerException.Reason.BUSY);
        taken = desk.take(handed, row -> {}, done -> {}, group);
      }
      if (taken instanceof Taken.Answered(Intake intake, boolean trial, boolean wasThere))
        came = came.and(intake);
      else // all of it came before, to the byte
      assertThat(((Taken.Refused) taken).why().code()).isEqualTo("D106");
    }
    return came;
  }

  /** Each row that differs is an entry or waits once, and none that was never sent is there. */
  private static void assertHeldOnce(Store store, List<String> rows, Came first) {
    List<Returns> recorded = recorded(store);
    assertThat(recorded).doesNotHaveDuplicates();
    List<KeptRow> kept = store.election(Records.ELECTION).ask(of -> KeptRow.list(of, all()));
    assertThat(recorded.size() + kept.size()).isGreaterThanOrEqualTo((int) first.recorded());
    assertThat(kept).extracting(KeptRow::raw).isSubsetOf(rows);
    Set<String> sent = new HashSet<>(rows);
    Set<String> waiting = kept.stream().map(KeptRow::raw).collect(Collectors.toSet());
    Set<String> there = recorded.stream().map(AnyRowsTest::row).collect(Collectors.toSet());
    assertThat(there).isSubsetOf(sent);
    for (String row : sent)
      assertThat(waiting.contains(row) || there.contains(row) || says(recorded, row))
          .as(row)
          .isTrue();
  }

  /** Whether the record says the same of the unit at another moment: then the row was no entry. */
  private static boolean says(List<Returns> recorded, String row) {
    String figures = row.substring(row.indexOf("Z,"));
    return recorded.stream()
        .map(AnyRowsTest::row)
        .anyMatch(
            other ->
                other.startsWith(row.substring(0, row.indexOf(',') + 1))
                    && other.endsWith(figures));
  }

  private static String row(Returns f) {
    return "%s,%s,%d,%d,%d"
        .formatted(
            f.unit(),
            f.attestation().at(),
            f.votes().count("biden").orElse(-1),
            f.votes().count("trump").orElse(-1),
            f.total().orElse(-1));
  }

  private static Asked all() {
    return new Asked(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        0,
        10_000);
  }

  private static List<Returns> recorded(Store store) {
    List<Returns> all = new ArrayList<>();
    new RecordTail(store.election(Records.ELECTION), 0)
        .read(
            store.election(Records.ELECTION).size(),
            recorded -> {
              if (recorded.entry().fact() instanceof Returns returns) all.add(returns);
            });
    return all;
  }

  /** The figures in force are those of the newest row of each unit. */
  private static void assertTallies(ElectionDesk desk, Store store) {
    Map<String, Returns> newest = new HashMap<>();
    for (Returns each : recorded(store))
      newest.merge(
          each.unit(),
          each,
          (one, other) ->
              other.attestation().at().effective() >= one.attestation().at().effective()
                  ? other
                  : one);
    newest.forEach(
        (unit, returns) -> {
          Optional<Reported> stands =
              desk.decide(
                  state -> state.before().newest(unit, returns.attestation().source().id()));
          assertThat(stands.orElseThrow().votes()).as(unit).isEqualTo(returns.votes());
        });
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    } catch (IOException leftBehind) {
      throw new UncheckedIOException(leftBehind);
    }
  }
}
