package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.returns;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Facts that come late in a record so long that its course is told anew from a mark: one after the
 * other behind the same mark, with rows that fall between them, and before all marks.
 */
@Timeout(120)
class LateFactsTest {

  private static final int FACTS = 6_000;
  private static final OffsetDateTime POLLS_CLOSE =
      OffsetDateTime.parse("2020-11-03T20:00:00-05:00");
  private static final List<String> UNITS = List.of("PA/1", "PA/2", "GA/1", "GA/2", "GA/3");

  private final Random random = new Random(2000);
  private final SmallElection election = new SmallElection();
  private final Follower follower = new Follower();
  private int heard = 0;

  @Test
  void each_is_told_as_if_it_had_come_in_time() {
    for (int second = 1; second <= FACTS; second++)
      election.add(at(second, UNITS.get(random.nextInt(UNITS.size()))));
    knows();
    for (int late = 1; late <= 5; late++) adds(at(FACTS - 20 * late, UNITS.get(late % 5)));
    adds(at(FACTS - 30, "GA/9"));
    adds(at(FACTS - 31, "GA/9"));
    retracts(FACTS - 10);
    adds(at(FACTS - 35, "GA/1"));
    retracts(7);
    adds(at(FACTS - 40, "GA/2"));
    adds(at(FACTS - 40, "GA/2"));
    adds(at(3, "PA/1"));
    adds(at(FACTS - 45, "PA/1"));
    adds(at(FACTS + 1, "PA/1"));
  }

  private Fact at(int second, String unit) {
    return returns(
        unit,
        "first",
        POLLS_CLOSE.plusSeconds(second).toString(),
        random.nextInt(1_000),
        random.nextInt(1_000));
  }

  private void adds(Fact fact) {
    election.add(fact);
    knows();
  }

  private void retracts(int index) {
    election.retract(index);
    knows();
  }

  /** Hears what is new; then it is where a course is that was made at once. */
  private void knows() {
    List<Entry> all = election.entries();
    for (; heard < all.size(); heard++) follower.hear(all.get(heard));
    History whole = History.of(all, SmallElection.LAW, History.ALL);
    follower.knows(whole.course());
    History grown = follower.growing.history();
    assertThat(grown.standing()).isEqualTo(whole.standing());
    assertThat(grown.course().changes().size()).isGreaterThan(4_096);
  }
}
