package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.returns;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.When;
import org.junit.jupiter.api.Test;

/**
 * Returns of a record longer than the blocks in which they are kept: what is known of a whole block
 * stands for its rows only where it does for each of them.
 */
class LongRecordTest {

  private static final int FACTS = 700;
  private static final int KEPT_EVERY = 90;
  private static final OffsetDateTime POLLS_CLOSE =
      OffsetDateTime.parse("2020-11-03T20:00:00-05:00");
  private static final List<String> UNITS = List.of("PA", "PA/1", "PA/2", "GA/1", "GA/2", "GA/3");

  private final Random random = new Random(1876);
  private final SmallElection election = new SmallElection();

  /** For a while only counties report, mostly in the order of time, and then anybody anything. */
  private void fill() {
    for (int i = 1; i < FACTS; i++) {
      // Of some blocks a row falls, of others none does.
      if (i == 100 || i == 600) {
        election.retract(i == 100 ? 20 : 90);
        continue;
      }
      boolean isCalm = i < FACTS / 2;
      String unit = UNITS.get(isCalm ? 1 + random.nextInt(5) : random.nextInt(6));
      int second = isCalm ? i + random.nextInt(3) : random.nextInt(FACTS);
      election.add(
          returns(
              unit,
              random.nextBoolean() ? "first" : "second",
              POLLS_CLOSE.plusSeconds(second).toString(),
              Arrays.copyOf(
                  new long[] {random.nextInt(1_000), random.nextInt(1_000)},
                  unit.equals("PA") && random.nextBoolean() ? 1 : 2)));
    }
  }

  @Test
  void what_is_kept_of_blocks_of_returns_gives_what_a_look_at_each_does() {
    fill();
    Course course = Course.under(SmallElection.LAW, KnownUnits.ANY);
    List<History> kept = new ArrayList<>();
    for (Entry entry : election.entries()) {
      course.add(entry);
      if (entry.index() % KEPT_EVERY == KEPT_EVERY - 1) kept.add(course.history());
    }
    kept.add(course.history());
    for (History history : kept)
      for (int second = -1; second <= FACTS + 3; second += 44)
        compare(history, When.parse(POLLS_CLOSE.plusSeconds(second).toString()).effective());
  }

  private void compare(History history, long moment) {
    List<Entry> due = inForce(history.size(), moment);
    History then = history.until(moment);
    assertThat(then.entries()).isEqualTo(due);
    assertThat(history.count(moment)).isEqualTo(1 + due.size());
    if (due.isEmpty()) return;
    assertThat(then.last()).contains(due.getLast());
    assertThat(then.end()).isEqualTo(due.getLast().effective());
    assertThat(history.begin())
        .isEqualTo(inForce(history.size(), History.ALL).getFirst().effective());
    Tabulation oneByOne = history.walk(moment, (entry, over, now) -> {});
    for (String unit : UNITS)
      assertThat(history.stateAt(moment).tally(unit).map(Arrays::toString))
          .as(unit)
          .isEqualTo(oneByOne.tally(unit).map(Arrays::toString));
    assertThat(newest(history, moment)).isEqualTo(newest(due));
  }

  private List<Entry> inForce(int known, long moment) {
    List<Entry> first = election.entries().subList(0, known);
    Set<Long> gone = new HashSet<>();
    for (Entry entry : first)
      if (entry.fact() instanceof Fact.Retraction of) gone.add(of.retracts());
    return first.stream()
        .filter(entry -> entry.fact() instanceof Fact.Returns && !gone.contains(entry.index()))
        .filter(entry -> entry.effective() <= moment)
        .sorted(FactOrder.IN_TIME)
        .toList();
  }

  /** The state's newest figures by each source, as the standing tells them. */
  private static List<String> newest(History history, long moment) {
    Tabulation now = history.stateAt(moment);
    Tallies.Node node = now.tallies().find("PA");
    NewestFigures newest = history.newestFigures(moment);
    return node == null
        ? List.of()
        : node.statements().stream()
            .map(each -> Arrays.toString(newest.of(each, now.register()).columns()))
            .toList();
  }

  private List<String> newest(List<Entry> inForce) {
    SmallElection same = new SmallElection();
    inForce.stream()
        .filter(entry -> ((Fact.Returns) entry.fact()).unit().equals("PA"))
        .forEach(entry -> same.add(entry.fact()));
    Tabulation now = same.end();
    Tallies.Node node = now.tallies().find("PA");
    if (node == null) return List.of();
    NewestFigures newest = new NewestFigures();
    for (Entry entry : same.history().entries())
      newest.add(entry.index(), (Fact.Returns) entry.fact(), now.register());
    return node.statements().stream()
        .map(each -> Arrays.toString(newest.of(each, now.register()).columns()))
        .toList();
  }
}
