package org.ascertain.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.ascertain.desk.Scope;
import org.ascertain.feed.StubDesk.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FeedTest {

  private static final String ELECTION = "us-president-2020";
  private static final Scope WIRE =
      new Scope(
          Set.of(ELECTION),
          Set.of("returns", "call", "challenge", "certification"),
          Set.of("AP"),
          Set.of(),
          Set.of());

  /** 4 November 2020, 06:00 in Washington. */
  private static final long MORNING = 1_604_487_600_000_000_000L;

  private StubDesk desk;

  @BeforeEach
  void start() throws IOException {
    desk = new StubDesk();
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private Feed.Result play(Scope scope, OptionalDouble speed, long start, List<Fault> faults)
      throws InterruptedException {
    return new Feed(desk.site(), new Feed.Plan(ELECTION, scope, speed, start, MORNING, faults))
        .play((answered, sent) -> {});
  }

  @Test
  void it_sends_what_the_token_may_hand_in_and_a_wire_gives_and_says_what_it_left_out()
      throws InterruptedException {
    Feed.Result result = play(WIRE, OptionalDouble.empty(), 0, List.of());
    assertThat(result.end()).isEmpty();
    assertThat(result.sent()).isEqualTo(result.rows().rows()).isGreaterThan(3_000);
    assertThat(desk.recorded)
        .noneMatch(row -> row.contains("\"fact\":\"certification\""))
        .noneMatch(row -> row.contains("\"caller\":\"Fox\""))
        .anyMatch(row -> row.contains("\"caller\":\"AP\""))
        .anyMatch(row -> row.contains("\"fact\":\"challenge\""));
    assertThat(result.leftOut()).containsEntry("election", 1).containsKey("call");
  }

  @Test
  void played_again_it_sends_the_same_requests_under_the_same_keys() throws InterruptedException {
    desk.troubles.addAll(List.of(Trouble.ANSWER_LOST, Trouble.LOST, Trouble.BUSY));
    play(WIRE, OptionalDouble.empty(), 0, List.of(Fault.SWAP, Fault.REPEAT));
    List<String> rows = List.copyOf(desk.recorded);
    Set<String> keys = Set.copyOf(desk.keys);
    play(WIRE, OptionalDouble.empty(), 0, List.of(Fault.SWAP, Fault.REPEAT));
    assertThat(desk.recorded).isEqualTo(rows);
    assertThat(Set.copyOf(desk.keys)).isEqualTo(keys);
  }

  @Test
  void each_planted_fault_is_told_as_caught_or_missed() throws InterruptedException {
    List<Fault> all = List.of(Fault.values());
    Feed.Result clean = play(WIRE, OptionalDouble.empty(), 0, List.of());
    desk.recorded.clear();
    Feed.Result faulty = play(WIRE, OptionalDouble.empty(), 0, all);
    assertThat(faulty.faults()).hasSize(50);
    for (Fault fault : all)
      assertThat(faulty.faults()).filteredOn(seen -> seen.fault() == fault).hasSize(10);
    assertThat(faulty.sent()).as("ten dropped, ten sent twice").isEqualTo(clean.sent());
    assertThat(faulty.faults())
        .filteredOn(Feed.Seen::isCaught)
        .as("a desk without checks knows a row that comes again, and nothing else")
        .hasSize(10)
        .allMatch(seen -> seen.fault() == Fault.REPEAT);
  }

  @Test
  void rows_kept_aside_are_counted_by_their_gravest_code() throws InterruptedException {
    desk.findings.put("\"unit\":\"NE-2\"", "D604");
    desk.findings.put("\"unit\":\"ME-1\"", "D601");
    Feed.Result result = play(WIRE, OptionalDouble.empty(), 0, List.of());
    assertThat(result.kept().keySet()).isSubsetOf("D601", "D604");
    assertThat(result.kept().values().stream().mapToLong(n -> n).sum())
        .isEqualTo(result.rows().kept());
  }

  /** Six hours in half a second: whatever the machine does, it takes no less. */
  @Test
  void at_a_speed_what_lies_behind_is_sent_at_once_and_the_rest_in_its_time()
      throws InterruptedException {
    long start = MORNING - TimeUnit.HOURS.toNanos(6);
    long began = System.nanoTime();
    Feed.Result result =
        play(WIRE, OptionalDouble.of(TimeUnit.HOURS.toSeconds(6) * 2.0), start, List.of());
    assertThat(System.nanoTime() - began).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(400));
    assertThat(result.end()).isEmpty();
    assertThat(result.rows().isWhole()).isTrue();
  }
}
