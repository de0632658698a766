package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.returns;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.ascertain.election.Fact;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.When;

/** The rows that count at a moment, looked for as they are added and all at once. */
class LatestRowsTest {

  private static final OffsetDateTime POLLS_CLOSE =
      OffsetDateTime.parse("2020-11-03T20:00:00-05:00");
  private static final int MIDDLE = 20;

  @Property(tries = 200)
  void looked_for_as_rows_are_added_they_are_those_of_a_look_at_all(
      @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 0, max = 39) Integer> seconds,
      @ForAll @IntRange(min = 0, max = 150) int falls) {
    SmallElection election = new SmallElection();
    KnownFacts facts = new KnownFacts(SmallElection.HEADER, SmallElection.LAW, KnownUnits.ANY);
    long moment = When.parse(POLLS_CLOSE.plusSeconds(MIDDLE).toString()).effective();
    LatestRows kept = new LatestRows(facts.returns, Integer.MAX_VALUE, moment);
    election.entries().forEach(facts::add);
    int row = 0;
    for (int second : seconds) {
      Fact fact =
          returns(
              "GA/" + second % 7,
              second % 2 == 0 ? "first" : "second",
              POLLS_CLOSE.plusSeconds(second).toString(),
              row,
              second);
      election.add(fact);
      facts.add(election.entries().getLast());
      if (row++ == falls) {
        facts.returns.end(0, row);
        assertThat(kept.isStill(moment)).isFalse();
        kept = new LatestRows(facts.returns, Integer.MAX_VALUE, moment);
      }
      assertThat(kept.isStill(moment)).isTrue();
      assertThat(kept.isStill(moment + 1)).isFalse();
      if (second % 3 == 0) assertSame(kept.lookOn(), facts, moment);
    }
    assertSame(kept.lookOn(), facts, moment);
  }

  private static void assertSame(LatestRows kept, KnownFacts facts, long moment) {
    LatestRows atOnce = new LatestRows(facts.returns, Integer.MAX_VALUE, moment).lookOn();
    assertThat(rows(kept)).containsExactly(rows(atOnce));
    assertThat(kept.taken()).isEqualTo(atOnce.taken());
    assertThat(kept.end()).isEqualTo(atOnce.end());
  }

  private static int[] rows(LatestRows of) {
    int[] rows = new int[of.slots()];
    of.copyTo(rows);
    return rows;
  }
}
