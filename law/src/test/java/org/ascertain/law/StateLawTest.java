package org.ascertain.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ascertain.election.Washington;
import org.ascertain.law.Provision.Field;
import org.ascertain.law.StateLawTable.Row;
import org.ascertain.law.Verdict.Alternatives;
import org.ascertain.law.Verdict.Determined;
import org.ascertain.law.Verdict.NoRule;
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
    return law.deviation(code) instanceof NoRule<Deviation> none ? none.why() : "";
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
