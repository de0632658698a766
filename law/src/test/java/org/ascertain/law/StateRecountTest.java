package org.ascertain.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.law.Provision.Field;
import org.ascertain.law.StateLawTable.Row;
import org.ascertain.law.Verdict.Determined;
import org.ascertain.law.Verdict.NoRule;
import org.ascertain.law.Verdict.NotYet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recounts and contests by the law of the states: thresholds, windows, days. */
class StateRecountTest {

  private static StateLaw state(int election, String code) {
    return Law.of(election).orElseThrow().state(code).orElseThrow();
  }

  private static Optional<LocalDate> november(int day) {
    return Optional.of(LocalDate.of(2028, 11, day));
  }

  private static Verdict<RecountChance> recount(
      String code, long first, long second, Optional<LocalDate> certified) {
    return state(2028, code)
        .recount(new Margin(first, second, OptionalLong.of(first + second)), certified);
  }

  @Test
  void a_recount_may_be_asked_for_until_so_many_days_after_the_certification() {
    assertThat(recount("GA", 2_501_000, 2_499_000, november(24)))
        .isInstanceOfSatisfying(
            Determined.class,
            of ->
                assertThat(of.value())
                    .isInstanceOfSatisfying(
                        RecountChance.OnRequest.class,
                        chance -> {
                          assertThat(chance.anyMargin()).isFalse();
                          assertThat(day(chance.until())).isEqualTo("2028-11-28");
                        }));
    assertThat(recount("GA", 2_501_000, 2_499_000, Optional.empty()))
        .isInstanceOfSatisfying(
            Determined.class,
            of ->
                assertThat(((RecountChance.OnRequest) of.value()).until())
                    .isEqualTo(
                        new NotYet<LocalDate>(
                            List.of(new Missing.Certification("GA")),
                            new Verdict.Grounds(List.of("STATE.RECOUNT"), List.of()))));
  }

  private static String day(Verdict<LocalDate> verdict) {
    return verdict instanceof Determined<LocalDate>(var day, var grounds)
        ? day.toString()
        : verdict.toString();
  }

  private static RecountChance chance(String code, long first, long second) {
    return recount(code, first, second, Optional.empty())
            instanceof Determined<RecountChance>(var chance, var grounds)
        ? chance
        : fail(code);
  }

  @Test
  void the_law_orders_a_recount_within_its_threshold_and_not_beyond() {
    assertThat(chance("PA", 3_515_000, 3_485_000))
        .isInstanceOfSatisfying(
            RecountChance.Ordered.class,
            of -> {
              assertThat(of.by().field()).isEqualTo(Field.RECOUNT_AUTOMATIC);
              assertThat(day(of.until())).isEqualTo("2028-11-28");
            });
    assertThat(chance("PA", 3_600_000, 3_400_000)).isInstanceOf(RecountChance.OnRequest.class);
    assertThat(chance("MI", 2_501_000, 2_499_000)).isInstanceOf(RecountChance.Ordered.class);
    assertThat(chance("AZ", 1_700_000, 1_600_000)).isInstanceOf(RecountChance.None.class);
    assertThat(chance("OH", 3_000_000, 2_990_000)).isInstanceOf(RecountChance.Ordered.class);
    assertThat(((RecountChance.Ordered) chance("OH", 3_000_000, 2_990_000)).until())
        .satisfies(until -> assertThat(day(until)).isEqualTo("2028-12-13"));
    assertThat(((RecountChance.OnRequest) chance("AK", 200_000, 100_000)).anyMargin()).isTrue();
    assertThat(((RecountChance.OnRequest) chance("NC", 2_800_000, 2_795_000)).until())
        .satisfies(until -> assertThat(day(until)).isEqualTo("2028-11-21"));
  }

  @Test
  void a_threshold_or_window_from_general_knowledge_opens_and_closes_nothing() {
    assertThat(recount("FL", 5_000_000, 4_990_000, Optional.empty()))
        .isInstanceOfSatisfying(
            NoRule.class, no -> assertThat(no.why()).contains("only general knowledge says"));
    assertThat(recount("ME", 400_000, 399_000, Optional.empty()))
        .isInstanceOfSatisfying(NoRule.class, no -> assertThat(no.why()).contains("not found"));
    assertThat(recount("MT", 300_000, 299_900, Optional.empty()))
        .isInstanceOfSatisfying(
            NoRule.class, no -> assertThat(no.why()).contains("general knowledge"));
    assertThat(state(2028, "FL").contestUntil(november(21))).isInstanceOf(NoRule.class);
    assertThat(state(2028, "NY").contestUntil(november(21)))
        .isInstanceOfSatisfying(NoRule.class, no -> assertThat(no.why()).contains("not found"));
    assertThat(state(2028, "DE").contestUntil(november(9)))
        .isInstanceOfSatisfying(NoRule.class, no -> assertThat(no.why()).contains("no day"));
    assertThat(
            state(2028, "PA")
                .recount(new Margin(3_515_000, 3_470_000, OptionalLong.empty()), november(21)))
        .as("any margin may be asked about, whatever the votes cast")
        .isInstanceOf(Determined.class);
    assertThat(
            state(2028, "IA")
                .recount(new Margin(800_000, 797_000, OptionalLong.empty()), Optional.empty()))
        .isInstanceOfSatisfying(
            NoRule.class, no -> assertThat(no.why()).contains("votes cast for the office"));
  }

  @Test
  void a_contest_is_filed_within_the_days_of_the_state() {
    assertThat(day(state(2028, "GA").contestUntil(november(24)))).isEqualTo("2028-11-29");
    assertThat(day(state(2028, "NV").contestUntil(november(28)))).isEqualTo("2028-11-30");
    assertThat(day(state(2028, "MS").contestUntil(Optional.empty()))).isEqualTo("2028-11-27");
    assertThat(state(2028, "MI").contestUntil(Optional.empty())).isInstanceOf(NotYet.class);
  }

  @Test
  void every_threshold_and_every_day_of_the_table_can_be_read() {
    Margin close = new Margin(1_000_001, 1_000_000, OptionalLong.of(2_100_000));
    for (Row row : StateLawTable.ROWS) {
      if (row.formal().isEmpty() || row.formal().equals("-")) continue;
      switch (row.field()) {
        case POLLS_CLOSE -> assertThat(row.formal()).matches("(\\d\\d:\\d\\d [A-Z][a-z]+(; )?)+");
        case RECOUNT_AUTOMATIC, RECOUNT_ON_REQUEST ->
            assertThat(Threshold.of(row.formal()).holds(close)).as(row.toString()).isPresent();
        default ->
            assertThat(DayRule.of(row.formal()).reckon().apply(LocalDate.of(2028, 11, 7)))
                .as(row.toString())
                .isBetween(LocalDate.of(2028, 10, 31), LocalDate.of(2028, 12, 31));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "<= 0.5% cast, 1005, 995, 2000, true",
    "<= 0.5% cast, 1006, 994, 2000, false",
    "< 0.5% cast, 1005, 995, 2000, false",
    "< 0.5% cast, 1005, 996, 2000, true",
    "<= 0.15% cast, 10015, 10000, 10000, true",
    "<= 0.15% cast, 10016, 10000, 10000, false",
    "<= 0.5% two, 1005, 995, 9999, true",
    "<= 0.5% two, 1006, 995, 9999, false",
    "<= 1% leader, 1000, 990, 9999, true",
    "<= 1% leader, 1000, 989, 9999, false",
    "<= 2000 votes, 3000, 1000, 9999, true",
    "< 2000 votes, 3000, 1000, 9999, false",
    "< 2000 votes and < 0.5% two, 1005, 1000, 9999, true",
    "< 2000 votes and < 0.5% two, 1100, 1000, 9999, false",
    "< 0.5% cast and <= 2000 votes or < 20 votes, 119, 100, 219, true",
    "< 0.5% cast and <= 2000 votes or < 20 votes, 120, 100, 220, false",
    "tie, 5, 5, 10, true",
    "tie, 6, 5, 11, false",
    "none, 5, 5, 10, false",
    "any, 900, 5, 905, true"
  })
  void a_threshold_is_exact_at_its_bound(
      String threshold, long first, long second, long cast, boolean holds) {
    assertThat(Threshold.of(threshold).holds(new Margin(first, second, OptionalLong.of(cast))))
        .contains(holds);
  }

  @Test
  void without_the_votes_cast_a_share_of_them_is_known_only_where_the_two_suffice() {
    Threshold half = Threshold.of("<= 0.5% cast");
    assertThat(half.holds(new Margin(1005, 995, OptionalLong.empty()))).contains(true);
    assertThat(half.holds(new Margin(1006, 994, OptionalLong.empty()))).isEmpty();
    Threshold either = Threshold.of("<= 0.5% cast or <= 20 votes");
    assertThat(either.holds(new Margin(1006, 994, OptionalLong.empty()))).contains(true);
    Threshold both = Threshold.of("<= 0.5% cast and <= 10 votes");
    assertThat(both.holds(new Margin(1006, 994, OptionalLong.empty()))).contains(false);
    assertThat(both.holds(new Margin(1006, 996, OptionalLong.empty()))).contains(true);
  }

  @ParameterizedTest
  @CsvSource({
    "+20, 2028-11-27",
    "-1, 2028-11-06",
    "+2 business days, 2028-11-09",
    "+3 business days, 2028-11-13",
    "+11 business days, 2028-11-24",
    "+5 but Sundays, 2028-11-13",
    "MON 1 after election, 2028-11-13",
    "TUE 1 after election, 2028-11-14",
    "THU 3 after election, 2028-11-23",
    "TUE after WED 3 after election, 2028-11-28",
    "TUE 4 of NOV, 2028-11-28",
    "WED last of NOV, 2028-11-29",
    "MON after WED 1 of DEC, 2028-12-11",
    "DEC 1, 2028-12-01"
  })
  void days_are_reckoned_from_election_day(String rule, LocalDate day) {
    assertThat(DayRule.of(rule).reckon().apply(LocalDate.of(2028, 11, 7))).isEqualTo(day);
    assertThat(DayRule.of(rule).anchor()).isEqualTo(DayRule.Anchor.ELECTION);
  }

  @Test
  void a_holiday_at_the_weekend_is_kept_on_a_day_of_work_beside_it() {
    DayRule next = DayRule.of("+1 business days");
    assertThat(next.reckon().apply(LocalDate.of(2028, 11, 9))).isEqualTo("2028-11-13");
    assertThat(next.reckon().apply(LocalDate.of(2029, 11, 9))).isEqualTo("2029-11-13");
    assertThat(next.reckon().apply(LocalDate.of(2028, 12, 22))).isEqualTo("2028-12-26");
    assertThat(next.reckon().apply(LocalDate.of(2028, 11, 22))).isEqualTo("2028-11-24");
  }

  @Test
  void what_is_no_day_and_no_threshold_is_refused() {
    for (String wrong : List.of("+2 moons", "XXX 3 after election", "MON 1 of XXX"))
      assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> DayRule.of(wrong));
    for (String wrong : List.of("> 5 votes", "<= 5 cast", "<= 5% moon"))
      assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> Threshold.of(wrong));
    assertThatIllegalArgumentException().isThrownBy(() -> new Margin(1, 2, OptionalLong.empty()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Margin(1, -1, OptionalLong.empty()));
  }
}
