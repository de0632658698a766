package org.ascertain.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Stance;
import org.ascertain.election.Unit;
import org.ascertain.standing.History;
import org.ascertain.standing.Tabulation;
import org.junit.jupiter.api.Test;

/** What is kept of settled units is what a look at all of them would give, after every fact. */
class SettledUnitsTest {

  private final Contest contest =
      new Contest()
          .returns("2020-11-04", "PA", 2, 1)
          .acknowledged("2020-11-08", "Somebody", "", "biden", Stance.CONGRATULATES)
          .certified("2020-11-20", "GA", 2, 1)
          .certified("2020-11-21", "PA", 2, 1)
          .recount("2020-11-22", "R1", "GA")
          .recount("2020-11-23", "R2", "PA", "ME-2")
          .closed("2020-11-24", "R1")
          .certifiedAgain("2020-11-25", "GA", 3, 1, 2)
          .certified("2020-11-26", "ME-2", 1, 2)
          .closed("2020-11-27", "R2")
          .closed("2020-11-27", "R2")
          .certified("2020-11-28", "NE", 1, 2)
          .divided("2020-12-14", "NE", 1, 4)
          .oath("2021-01-20T11:48:00-05:00", "biden");

  private final SettledUnits kept = new SettledUnits();
  private Map<String, String> before = Map.of();

  private static Map<String, String> truths(SettledUnits settled, Tabulation now) {
    Map<String, String> truths = new LinkedHashMap<>();
    for (int c = 0; c < now.candidates().size(); c++) {
      for (Unit unit : now.law().units())
        truths.put(unit.id() + " " + c, settled.of(unit.id(), c).toString());
      for (Truth truth : new Truth[] {Truth.YES, Truth.UNKNOWN})
        truths.put(truth + " electors " + c, "" + settled.electors(c, truth));
    }
    return truths;
  }

  private void after(Entry entry, boolean isOver, Tabulation now) {
    boolean changed = kept.after(entry, before.isEmpty(), now);
    SettledUnits fresh = new SettledUnits();
    fresh.ask();
    fresh.after(entry, true, now);
    Map<String, String> truths = truths(kept, now);
    assertThat(truths).as(entry.toString()).isEqualTo(truths(fresh, now));
    assertThat(changed).as(entry.toString()).isEqualTo(!truths.equals(before));
    before = truths;
  }

  @Test
  void facts_that_settle_and_unsettle_are_followed_one_by_one() {
    kept.ask();
    contest.history().walk(History.ALL, this::after);
    assertThat(before)
        .containsEntry("PA 0", "YES")
        .containsEntry("GA 1", "YES")
        .containsEntry("NE-2 0", "UNKNOWN")
        .containsEntry("YES electors 0", "20")
        .containsEntry("YES electors 1", "" + (16 + 1 + 2))
        .containsEntry("UNKNOWN electors 0", "" + (20 + 3));
  }

  @Test
  void nothing_is_kept_for_nobody() {
    contest
        .history()
        .walk(
            History.ALL,
            (entry, isOver, now) -> assertThat(kept.after(entry, true, now)).isFalse());
    assertThat(kept.of("PA", 0)).isEqualTo(Truth.UNKNOWN);
    assertThat(kept.electors(0, Truth.YES)).isZero();
  }
}
