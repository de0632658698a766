package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.ascertainment;
import static org.ascertain.standing.SmallElection.ballots;
import static org.ascertain.standing.SmallElection.certificate;
import static org.ascertain.standing.SmallElection.electors;
import static org.ascertain.standing.SmallElection.on;
import static org.ascertain.standing.SmallElection.returns;
import static org.ascertain.standing.SmallElection.votes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.law.Verdict;
import org.junit.jupiter.api.Test;

/** What is told of an election as it goes on: changes of units, and turning points. */
class CourseTest {

  private static final String SEVEN = "2020-11-03T19:00:00-05:00";
  private static final String EIGHT = "2020-11-03T20:00:00-05:00";
  private static final String NINE = "2020-11-03T21:00:00-05:00";
  private static final String TEN = "2020-11-03T22:00:00-05:00";

  private final SmallElection election = new SmallElection();
  private final Course course = Course.under(SmallElection.LAW, KnownUnits.ANY);

  CourseTest() {
    course.add(election.entries().getFirst());
  }

  private Told tell(Fact fact) {
    election.add(fact);
    return course.add(election.entries().getLast());
  }

  private static String word(TurningPoint point) {
    return switch (point) {
      case TurningPoint.Majority p ->
          (p.begins() ? "begins " : "ends ")
              + p.rung()
              + " "
              + p.candidate()
              + (p.implied() ? " implied" : "");
      case TurningPoint.Stage p -> p.unit().id() + " " + p.rung();
      case TurningPoint.Lead p -> p.unit().id() + " from " + p.from() + " to " + p.to();
      case TurningPoint.Fall p -> p.unit().id() + " falls: " + p.before() + " to " + p.after();
      case TurningPoint.Act p -> "act " + p.entry().index();
    };
  }

  private static List<String> words(Told told) {
    return told.points().stream().map(CourseTest::word).toList();
  }

  private static Fact rounded(String unit, String at, long... counts) {
    Fact.Returns plain = returns(unit, "first", at, counts);
    return new Fact.Returns(
        plain.attestation(),
        unit,
        plain.votes(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        false,
        OptionalLong.empty(),
        Optional.empty(),
        false);
  }

  @Test
  void the_first_returns_bring_a_unit_to_its_first_stage_and_take_the_lead_from_nobody() {
    Told told = tell(returns("PA", "first", SEVEN, 10, 20));
    assertThat(words(told)).containsExactly("PA REPORTED");
    assertThat(told.points().getFirst().ofUnit()).map(Unit::id).contains("PA");
    assertThat(told.rewrites()).isFalse();
    UnitChange change = told.changes().getFirst();
    assertThat(change.unit()).map(Unit::id).contains("PA");
    assertThat(change.tally()).contains(votes(10, 20));
    assertThat(change.others()).isEmpty();
    assertThat(change.stage()).contains(Rung.REPORTED);
    assertThat(change.electors()).containsEntry(Rung.REPORTED, Votes.of(List.of("trump"), 20));
    assertThat(change.moment()).isEqualTo(When.parse(SEVEN).effective());
  }

  @Test
  void a_lead_passes_when_another_is_ahead_and_not_at_a_tie() {
    tell(returns("PA", "first", SEVEN, 10, 20));
    assertThat(words(tell(returns("PA", "first", EIGHT, 20, 20)))).isEmpty();
    assertThat(words(tell(returns("PA", "first", NINE, 20, 21)))).isEmpty();
    assertThat(words(tell(returns("PA", "first", TEN, 22, 21))))
        .containsExactly("PA from trump to biden");
  }

  @Test
  void the_lead_of_a_sum_passes_by_returns_of_a_county() {
    tell(returns("PA/1", "first", SEVEN, 10, 20));
    tell(returns("PA/2", "first", EIGHT, 5, 5));
    Told told = tell(returns("PA/2", "first", NINE, 50, 5));
    assertThat(words(told)).containsExactly("PA from trump to biden");
    assertThat(told.changes().getFirst().tally()).contains(votes(60, 25));
  }

  @Test
  void figures_from_rounded_shares_pass_no_lead_and_fall_for_nobody() {
    tell(returns("PA", "first", SEVEN, 10, 20));
    assertThat(words(tell(rounded("PA", EIGHT, 30, 20)))).isEmpty();
    assertThat(words(tell(rounded("PA", NINE, 29, 20)))).isEmpty();
    assertThat(words(tell(returns("PA", "first", TEN, 28, 20))))
        .as("the lead of exact figures passed")
        .containsExactly("PA from trump to biden");
  }

  @Test
  void a_count_that_goes_down_is_told_with_both_tallies() {
    tell(returns("PA", "first", SEVEN, 10, 20));
    assertThat(words(tell(returns("PA", "first", EIGHT, 12, 19))))
        .containsExactly("PA falls: biden 10, trump 20 to biden 12, trump 19");
    assertThat(words(tell(returns("PA", "first", NINE, 12, 19)))).isEmpty();
  }

  @Test
  void another_source_with_fewer_votes_is_no_fall() {
    tell(returns("PA", "second", SEVEN, 10, 20));
    assertThat(words(tell(returns("PA", "first", EIGHT, 9, 19)))).isEmpty();
    assertThat(words(tell(returns("PA", "second", NINE, 1, 2))))
        .as("it does not make the tally")
        .isEmpty();
    assertThat(words(tell(returns("PA", "first", TEN, 8, 19)))).hasSize(1);
  }

  @Test
  void a_ticket_that_is_named_no_more_did_not_go_down() {
    tell(returns("PA", "first", SEVEN, 10, 20, 5));
    assertThat(words(tell(returns("PA", "first", EIGHT, 10, 20)))).isEmpty();
  }

  @Test
  void a_county_that_goes_down_makes_its_state_fall() {
    tell(returns("PA/1/1", "first", SEVEN, 10, 20));
    tell(returns("PA/1/2", "first", SEVEN, 1, 2));
    assertThat(words(tell(returns("PA/1/1", "first", EIGHT, 9, 20))))
        .containsExactly("PA falls: biden 11, trump 22 to biden 10, trump 22");
  }

  @Test
  void stages_and_electors_stand_in_the_row_of_the_facts_own_unit() {
    Told told = tell(certificate("ME-2", "2020-11-24", 40, 60));
    assertThat(words(told)).containsExactly("ME-2 CERTIFIED");
    assertThat(told.changes()).hasSize(1);
    assertThat(told.changes().getFirst().unit()).map(Unit::id).contains("ME-2");
    assertThat(told.changes().getFirst().electors())
        .containsEntry(Rung.CERTIFIED, Votes.of(List.of("trump"), 1));
    Told all = tell(electors("ME", "2020-12-14", 3, 1));
    assertThat(words(all)).containsExactly("ME VOTED", "ME-1 VOTED", "ME-2 VOTED");
    assertThat(all.changes().getFirst().electors()).containsKey(Rung.VOTED);
  }

  @Test
  void acts_of_the_nation_are_marked_and_the_declaration_is_a_stage_of_it() {
    Told opened = tell(new Fact.CountOpened(on("2021-01-06T13:00:00-05:00")));
    assertThat(opened.points()).isEmpty();
    assertThat(opened.changes().getFirst().unit()).isEmpty();
    assertThat(opened.changes().getFirst().stage()).isEmpty();
    Told declared =
        tell(
            new Fact.Declared(
                on("2021-01-06T15:00:00-05:00"),
                ballots(306, 232),
                OptionalLong.empty(),
                OptionalLong.empty()));
    assertThat(words(declared)).containsExactly("act 2", "begins DECLARED biden");
    assertThat(declared.points()).allMatch(point -> point.ofUnit().isEmpty());
    assertThat(declared.changes().getFirst().stage()).contains(Rung.DECLARED);
  }

  @Test
  void what_a_later_act_implies_is_told_as_implied() {
    SmallElection.LAW.entitled().forEach((place, n) -> tell(electors(place, "2020-12-14", n, 0)));
    assertThat(course.points().stream().map(CourseTest::word))
        .contains(
            "begins VOTED biden",
            "begins CERTIFIED biden implied",
            "begins ASCERTAINED biden implied")
        .doesNotContain("begins REPORTED biden");
    assertThat(course.base()).isInstanceOf(Verdict.Determined.class);
  }

  @Test
  void a_fact_of_an_earlier_moment_tells_what_came_after_it_anew() {
    tell(returns("PA", "first", SEVEN, 10, 20));
    tell(returns("PA", "first", NINE, 30, 20));
    Told told = tell(returns("PA", "first", EIGHT, 25, 20));
    assertThat(told.rewrites()).isTrue();
    assertThat(told.changesKept()).isEqualTo(1);
    assertThat(told.changes()).extracting(change -> change.entry().index()).containsExactly(3L, 2L);
    assertThat(told.pointsKept()).isEqualTo(1);
    assertThat(words(told)).containsExactly("PA from trump to biden");
  }

  @Test
  void a_correction_takes_back_what_was_told_wrongly() {
    tell(returns("PA", "first", SEVEN, 10, 20));
    tell(returns("PA", "first", EIGHT, 100, 20));
    tell(certificate("GA", "2020-11-24", 60, 40));
    election.correct(2, returns("PA", "first", EIGHT, 11, 22));
    Told told = course.add(election.entries().getLast());
    assertThat(told.rewrites()).isTrue();
    assertThat(words(told)).containsExactly("GA CERTIFIED");
    assertThat(course.points().stream().map(CourseTest::word))
        .containsExactly("PA REPORTED", "GA CERTIFIED");
    assertThat(course.changes()).hasSize(3);
    election.retract(4);
    course.add(election.entries().getLast());
    assertThat(course.points().stream().map(CourseTest::word))
        .containsExactly("PA REPORTED", "PA from trump to biden", "GA CERTIFIED");
  }

  @Test
  void an_amendment_that_does_not_hold_tells_nothing() {
    tell(returns("PA", "first", SEVEN, 10, 20));
    election.retract(7);
    Told told = course.add(election.entries().getLast());
    assertThat(told.changes()).isEmpty();
    assertThat(told.points()).isEmpty();
    assertThat(told.rewrites()).isFalse();
    assertThat(told.changesKept()).isEqualTo(1);
  }

  @Test
  void up_to_a_moment_the_changes_of_each_unit_are_one() {
    tell(returns("PA", "first", SEVEN, 10, 20));
    tell(returns("ME-2", "first", SEVEN, 1, 2));
    tell(returns("PA", "first", EIGHT, 30, 20));
    tell(ascertainment("ME", "2020-11-24", 3, 1));
    List<UnitChange> night = course.upTo(When.parse(EIGHT).effective());
    assertThat(night).extracting(change -> change.entry().index()).containsExactly(2L, 2L, 3L);
    assertThat(night.getLast().tally()).contains(votes(30, 20));
    assertThat(night.getLast().stage()).contains(Rung.REPORTED);
    assertThat(night.getLast().electors())
        .containsEntry(Rung.REPORTED, Votes.of(List.of("biden"), 20));
    List<UnitChange> all = course.upTo(Long.MAX_VALUE);
    assertThat(all)
        .filteredOn(change -> change.unit().map(Unit::id).equals(Optional.of("ME")))
        .singleElement()
        .satisfies(
            change ->
                assertThat(change.electors())
                    .containsEntry(Rung.REPORTED, Votes.of(List.of("trump"), 1))
                    .containsEntry(Rung.ASCERTAINED, votes(3, 1)));
    assertThat(course.upTo(0)).isEmpty();
  }

  @Test
  void before_its_header_a_course_tells_nothing_and_knows_nobody() {
    Course early = Course.under(SmallElection.LAW, KnownUnits.ANY);
    assertThat(early.candidates()).isEmpty();
    assertThat(early.tickets()).isEmpty();
    assertThat(early.changes()).isEmpty();
    assertThat(early.points()).isEmpty();
    assertThatIllegalStateException().isThrownBy(early::history);
    tell(returns("PA", "first", SEVEN, 10, 20));
    Entry returned = election.entries().getLast();
    assertThat(early.add(returned).changes()).isEmpty();
    early.add(election.entries().getFirst());
    assertThat(early.candidates()).startsWith("biden", "trump");
    assertThat(early.tickets()).containsExactly("biden", "trump", "jorgensen");
    assertThat(early.changes()).isEqualTo(course.changes());
    assertThat(early.history().size()).isEqualTo(2);
  }

  @Test
  void votes_for_others_stand_beside_the_tally() {
    Fact.Returns plain = returns("PA", "first", SEVEN, 10, 20);
    Told told =
        tell(
            new Fact.Returns(
                plain.attestation(),
                "PA",
                plain.votes(),
                OptionalLong.of(3),
                OptionalLong.empty(),
                true,
                OptionalLong.empty(),
                Optional.empty(),
                false));
    assertThat(told.changes().getFirst().others()).hasValue(3);
    Told fewer = tell(returns("PA", "first", EIGHT, 10, 20));
    assertThat(fewer.changes().getFirst().others()).isEmpty();
    assertThat(words(fewer)).as("those for others are nobody's").isEmpty();
  }

  @Test
  void points_of_one_moment_stand_in_the_order_of_their_entries() {
    SmallElection.LAW
        .entitled()
        .keySet()
        .forEach(state -> tell(certificate(state, "2020-11-24", 60, 40)));
    List<String> open = course.points().stream().map(CourseTest::word).toList();
    int majority = open.indexOf("begins CERTIFIED biden");
    long cause = course.points().get(majority).entry().index();
    assertThat(course.points().subList(0, majority + 1))
        .extracting(point -> point.entry().index())
        .isSorted()
        .endsWith(cause, cause);
    assertThat(course.points().get(majority + 1).entry().index()).isGreaterThan(cause);
    tell(new Fact.CountOpened(on("2021-01-06T13:00:00-05:00")));
    assertThat(course.points().stream().map(CourseTest::word))
        .as("and stay so once the moment is over")
        .startsWith(open.toArray(String[]::new));
  }

  @Test
  void the_office_begins_by_the_oath_when_the_term_does_and_not_by_what_comes_then() {
    tell(new Fact.Oath(on("2021-01-20T11:48:00-05:00"), "biden", Fact.Office.PRESIDENT));
    tell(new Fact.CountOpened(on("2021-01-20T12:00:00-05:00")));
    tell(new Fact.CountOpened(on("2021-01-20T12:00:00-05:00")));
    assertThat(course.points())
        .filteredOn(TurningPoint.Majority.class::isInstance)
        .singleElement()
        .satisfies(
            point -> {
              assertThat(word(point)).isEqualTo("begins IN_OFFICE biden");
              assertThat(point.entry().index()).isEqualTo(1);
              assertThat(point.moment()).isEqualTo(SmallElection.LAW.termBegins());
            });
  }
}
