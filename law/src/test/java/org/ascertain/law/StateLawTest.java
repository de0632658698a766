package org.ascertain.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ascertain.election.Washington;
import org.ascertain.law.Provision.Field;
import org.ascertain.law.StateLawTable.Row;
import org.ascertain.law.Verdict.Alternatives;
import org.ascertain.law.Verdict.Determined;
import org.ascertain.law.Verdict.NoRule;
import org.ascertain.law.Verdict.NotYet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the states' own laws give, held against dates and hours that others printed. */
class StateLawTest {

  private static final Law LAW = Law.of(2028).orElseThrow();

  private static StateLaw state(int election, String code) {
    return Law.of(election).orElseThrow().state(code).orElseThrow();
  }

  private static Provision provision(String code, Field field) {
    return state(2028, code).answer(field) instanceof Determined<Provision>(var of, var grounds)
        ? of
        : fail(code + " " + field);
  }

  private static Optional<LocalDate> november(int day) {
    return Optional.of(LocalDate.of(2028, 11, day));
  }

  @Test
  void of_every_jurisdiction_a_desk_learns_who_certifies_and_when_polls_close() {
    assertThat(LAW.entitled()).hasSize(51);
    for (String code : LAW.entitled().keySet()) {
      StateLaw law = state(2028, code);
      assertThat(law.answers())
          .as(code)
          .containsKeys(
              Field.POLLS_CLOSE,
              Field.CERT_AUTHORITY,
              Field.CERT_DEADLINE,
              Field.EXECUTIVE,
              Field.RECOUNT_ON_REQUEST,
              Field.MAIL_RECEIPT,
              Field.BINDING_LAW,
              Field.AUDIT);
      Set<Field> all = new TreeSet<>(law.answers().keySet());
      all.addAll(law.notFound());
      all.addAll(List.of(Field.REMARK, Field.COMPACT));
      assertThat(all).as(code).containsExactly(Field.values());
    }
    assertThat(LAW.state("PR")).isEmpty();
    assertThat(Law.of(2016).orElseThrow().state("GA")).isEmpty();
  }

  /** Reckoned apart from these rules, from the English words. */
  private static final String CERTIFIED_BY =
      """
      AL 11-29 AZ 11-27 AR 11-27 CA 12-09 CO 12-04 CT 11-29 DE 11-09 FL 11-21 GA 11-24 ID 11-22
      IL 12-08 IN 11-28 IA 12-04 KS 12-01 KY 11-27 ME 11-27 MI 11-27 MN 11-23 MS 12-07 MT 12-04
      NE 12-04 NV 11-28 NJ 12-07 NM 11-28 NY 12-11 NC 11-28 ND 11-24 OK 11-14 OR 12-14 SD 11-14
      TX 12-10 UT 11-27 VT 11-14 VA 12-04 WA 12-07 WV 12-07 WI 12-01 WY 11-15
      """;

  @Test
  void the_days_of_2028_are_those_reckoned_from_the_words() {
    String[] words = CERTIFIED_BY.strip().split("\\s+", -1);
    for (int i = 0; i < words.length; i += 2)
      assertThat(provision(words[i], Field.CERT_DEADLINE).date())
          .as(words[i])
          .contains(LocalDate.parse("2028-" + words[i + 1]));
    for (String none : List.of("AK", "DC", "HI", "MA", "NH", "OH", "PA", "RI", "TN"))
      assertThat(provision(none, Field.CERT_DEADLINE).date()).as(none).isEmpty();
  }

  /** Days that newspapers printed before the elections, and states whose law was the same then. */
  @ParameterizedTest
  @CsvSource({
    "2020, DE OK SD VT WY FL ID GA ND ME UT IN NM NC AL CO IA MT NE KS WI MS WA WV IL CA TX NY,"
        + " 11-05 11-10 11-10 11-10 11-11 11-17 11-18 11-20 11-20 11-23 11-23 11-24 11-24 11-24"
        + " 11-25 11-30 11-30 11-30 11-30 12-01 12-01 12-03 12-03 12-03 12-04 12-05 12-06 12-07",
    "2024, OK SD VT DE WY FL KY AZ GA MI, 11-12 11-12 11-12 11-07 11-13 11-19 11-25 11-25 11-22"
        + " 11-25"
  })
  void the_rules_of_2028_give_the_days_that_were_printed(int election, String codes, String days) {
    String[] printed = days.split(" ", -1);
    List<String> states = Arrays.asList(codes.split(" ", -1));
    assertThat(states).hasSameSizeAs(printed);
    LocalDate electionDay = ElectorsAppointed.days(election).getFirst().last();
    for (int i = 0; i < printed.length; i++) {
      Row row =
          StateLawTable.of(states.get(i), 2028).stream()
              .filter(of -> of.field() == Field.CERT_DEADLINE)
              .findFirst()
              .orElseThrow();
      assertThat(DayRule.of(row.formal()).reckon().apply(electionDay))
          .as(states.get(i))
          .isEqualTo(election + "-" + printed[i]);
    }
  }

  /** Hours after noon, Eastern, at which the last polls closed on 5 November 2024 (NBC). */
  private static final String LAST_CLOSING =
      """
      19:00 GA IN KY SC VT VA
      19:30 NC OH WV
      20:00 AL CT DE FL IL ME MD MA MS MO NH NJ OK PA RI TN DC
      20:30 AR
      21:00 AZ CO IA KS LA MI MN NE NM NY ND SD TX WI WY
      22:00 MT UT
      23:00 CA ID OR WA
      00:00 HI
      01:00 AK
      """;

  @Test
  void the_last_polls_close_when_they_did_in_2024() {
    Map<String, String> hours = new TreeMap<>();
    LAST_CLOSING
        .lines()
        .forEach(
            line -> {
              String[] words = line.split(" ", -1);
              for (int i = 1; i < words.length; i++) hours.put(words[i], words[0]);
            });
    for (int election : List.of(2024, 2028))
      hours.forEach(
          (code, hour) ->
              assertThat(
                      state(election, code)
                          .lastPollsClose()
                          .orElseThrow()
                          .withOffsetSameInstant(ZoneOffset.ofHours(-5))
                          .toLocalTime())
                  .as(code)
                  .hasToString(hour));
    assertThat(state(2028, "NV").lastPollsClose()).as("general knowledge").isEmpty();
  }

  @Test
  void a_state_in_two_zones_closes_twice_unless_its_hours_differ_too() {
    assertThat(state(2028, "TN").firstPollsClose().orElseThrow().toInstant())
        .isEqualTo(state(2028, "TN").lastPollsClose().orElseThrow().toInstant());
    assertThat(state(2028, "FL").firstPollsClose()).hasToString("Optional[2028-11-07T19:00-05:00]");
    assertThat(state(2028, "FL").lastPollsClose()).hasToString("Optional[2028-11-07T19:00-06:00]");
  }

  @Test
  void the_first_polls_of_the_country_close_at_six_in_indiana_and_kentucky() {
    assertThat(LAW.firstPollsClose())
        .hasValue(Washington.nanos(Instant.parse("2028-11-07T23:00:00Z")));
    assertThat(Law.of(2020).orElseThrow().firstPollsClose())
        .hasValue(Washington.nanos(Instant.parse("2020-11-03T23:00:00Z")));
    assertThat(Law.of(2016).orElseThrow().firstPollsClose()).isEmpty();
  }

  @Test
  void poll_closings_are_told_of_each_state_whose_hours_were_gathered() {
    assertThat(Law.of(2020).orElseThrow().pollClosings()).hasSize(50);
    assertThat(Law.of(2016).orElseThrow().pollClosings()).isEmpty();
    PollClosing florida =
        LAW.pollClosings().stream()
            .filter(closing -> closing.jurisdiction().equals("FL"))
            .findFirst()
            .orElseThrow();
    assertThat(florida.first().toInstant()).isEqualTo(Instant.parse("2028-11-08T00:00:00Z"));
    assertThat(florida.last().toInstant()).isEqualTo(Instant.parse("2028-11-08T01:00:00Z"));
  }

  @Test
  void what_rests_on_general_knowledge_is_shown_and_makes_nothing_late() {
    assertThat(provision("OR", Field.CERT_DEADLINE).how()).isEqualTo(HowKnown.C);
    assertThat(provision("OR", Field.CERT_DEADLINE).date()).contains(LocalDate.of(2028, 12, 14));
    assertThat(state(2028, "OR").latest(Field.CERT_DEADLINE)).isEmpty();
    assertThat(state(2028, "PA").latest(Field.MAIL_RECEIPT)).isEmpty();
    assertThat(state(2028, "GA").latest(Field.MAIL_RECEIPT)).isEqualTo(november(7));
    assertThat(HowKnown.A.decides()).isTrue();
    assertThat(HowKnown.B.decides()).isTrue();
  }

  @Test
  void a_value_from_general_knowledge_has_no_page_and_no_other_is_without_one() {
    for (Row row : StateLawTable.ROWS) {
      if (row.how().isEmpty()) continue;
      assertThat(row.sources()).as(row.toString()).isNotEmpty();
      boolean general = row.sources().stream().anyMatch(of -> of.id().equals("GK"));
      assertThat(general).as(row.toString()).isEqualTo(row.how().get() == HowKnown.C);
      assertThat(row.words()).as(row.toString()).isNotBlank();
    }
  }

  @Test
  void where_sources_differ_both_readings_stand_and_late_is_after_the_last() {
    for (String code : List.of("SC", "MO", "MD"))
      assertThat(state(2028, code).answer(Field.CERT_DEADLINE))
          .as(code)
          .isInstanceOf(Alternatives.class);
    assertThat(state(2028, "MD").latest(Field.CERT_DEADLINE)).contains(LocalDate.of(2028, 12, 12));
    assertThat(state(2028, "SC").latest(Field.CERT_DEADLINE)).isEqualTo(november(22));
    assertThat(state(2028, "LA").answer(Field.CERT_DEADLINE))
        .isInstanceOfSatisfying(
            NoRule.class,
            no -> assertThat(no.why()).contains("not established").contains("18:574"));
    assertThat(state(2028, "AK").answer(Field.CURE))
        .isInstanceOfSatisfying(NoRule.class, no -> assertThat(no.why()).isEqualTo("not found"));
  }

  @Test
  void the_executive_is_the_governor_and_in_the_district_the_mayor() {
    for (String code : LAW.entitled().keySet())
      assertThat(provision(code, Field.EXECUTIVE).value())
          .as(code)
          .isEqualTo(CertificatesOfVotes.EXECUTIVE.formula().apply(code));
    assertThat(provision("DC", Field.EXECUTIVE).value()).isEqualTo("Mayor");
  }

  @Test
  void what_a_desk_asks_of_georgia_has_its_source_and_its_rule() {
    Provision of = provision("GA", Field.RECOUNT_ON_REQUEST);
    assertThat(of.how()).isEqualTo(HowKnown.A);
    assertThat(of.rule()).contains("STATE.RECOUNT");
    assertThat(of.sources()).extracting(LawSource::id).containsExactly("GA-1");
    assertThat(of.sources().getFirst().title()).contains("O.C.G.A.");
    assertThat(of.date()).isEmpty();
  }

  @Test
  void a_state_is_held_to_the_day_of_its_law_and_not_to_what_a_newspaper_printed_of_another_year() {
    assertThat(state(2020, "GA").certification().orElseThrow().day()).isEqualTo("2020-11-20");
    assertThat(state(2028, "GA").certification().orElseThrow().rule().id())
        .isEqualTo("STATE.CERTIFY");
    assertThat(Law.of(2020).orElseThrow().state("TX").flatMap(StateLaw::certification)).isEmpty();
    assertThat(state(2028, "TX").certification().orElseThrow().day()).isEqualTo("2028-12-10");
    assertThat(state(2028, "OR").certification()).as("general knowledge").isEmpty();
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

  @Test
  void tennessee_voids_a_deviating_vote_and_of_three_states_nothing_can_be_said() {
    for (int election : List.of(2024, 2028)) {
      Law law = Law.of(election).orElseThrow();
      assertThat(law.deviation("TN"))
          .isInstanceOfSatisfying(
              Determined.class, of -> assertThat(of.value()).isEqualTo(Deviation.VOID));
      assertThat(why(law, "TX")).contains("HB 87 of 2023").contains("not read");
      assertThat(why(law, "VA")).contains("two sources differ").contains("HB 111").contains("2022");
      assertThat(why(law, "IL"))
          .contains("two sources differ")
          .contains("LegiScan")
          .contains("103-600");
      assertThat(why(law, "CA")).contains("only general knowledge");
      assertThat(law.deviation("ME")).isInstanceOf(Alternatives.class);
    }
    assertThat(provision("TN", Field.BINDING_LAW).how()).isEqualTo(HowKnown.A);
    assertThat(provision("CA", Field.BINDING_LAW).how()).isEqualTo(HowKnown.C);
    assertThat(provision("CA", Field.BINDING_LAW).value()).contains("with a penalty");
  }

  private static String why(Law law, String code) {
    return law.deviation(code) instanceof NoRule<Deviation>(var why, var grounds) ? why : "";
  }

  @Test
  void of_every_jurisdiction_something_is_said_of_deviating_votes_since_2024() {
    Map<String, Integer> rows = new TreeMap<>();
    for (Table.Row row : BindingLaws.SOURCED_ROWS)
      row.words(2).forEach(code -> rows.merge(code, 1, Integer::sum));
    assertThat(rows.keySet()).isEqualTo(new TreeSet<>(LAW.entitled().keySet()));
    assertThat(rows.values().stream().filter(n -> n > 1)).as("Maine alone").hasSize(1);
    assertThat(Law.of(2020).orElseThrow().state("GA").orElseThrow().answer(Field.BINDING_LAW))
        .isInstanceOf(NoRule.class);
  }

  @Test
  void the_compact_has_nineteen_members_each_with_its_year() {
    assertThat(InterstateCompact.ROWS).hasSize(19);
    assertThat(provision("VA", Field.COMPACT).date()).contains(LocalDate.of(2026, 4, 13));
    assertThat(provision("MN", Field.COMPACT).value()).startsWith("enacted in 2023");
    assertThat(state(2024, "VA").answer(Field.COMPACT)).isInstanceOf(NoRule.class);
    assertThat(state(2028, "TX").answers()).doesNotContainKey(Field.COMPACT);
  }

  @Test
  void a_count_to_come_may_still_be_moved_and_one_that_was_held_may_not() {
    assertThat(LAW.deadline(DeadlineKind.COUNT).orElseThrow().words())
        .isEqualTo("Congress counts, unless it sets another day");
    assertThat(Law.of(2024).orElseThrow().deadline(DeadlineKind.COUNT).orElseThrow().words())
        .isEqualTo("Congress counts");
    assertThat(LAW.deadline(DeadlineKind.MEET).orElseThrow().mayBeMoved()).isFalse();
  }

  @Test
  void the_number_of_signatures_follows_from_the_members_of_the_house() {
    assertThat(LAW.signaturesNeeded(100)).hasValue(20);
    assertThat(LAW.signaturesNeeded(431)).hasValue(87);
    assertThat(Law.of(2020).orElseThrow().signaturesNeeded(435)).hasValue(1);
    assertThat(Law.of(1872).orElseThrow().signaturesNeeded(292)).isEmpty();
  }
}
