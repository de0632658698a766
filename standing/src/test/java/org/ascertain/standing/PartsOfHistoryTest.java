package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.certificate;
import static org.ascertain.standing.SmallElection.on;
import static org.ascertain.standing.SmallElection.returns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Candidate;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.Unit;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.junit.jupiter.api.Test;

/** Parts of a record, other laws, the clock, and what a course is asked while it grows. */
class PartsOfHistoryTest {

  private static final String EIGHT = "2020-11-03T20:00:00-05:00";
  private static final String NINE = "2020-11-03T21:00:00-05:00";
  private static final long HOUR = 3_600_000_000_000L;

  private final SmallElection election = new SmallElection();

  private static long at(String when) {
    return When.parse(when).effective();
  }

  @Test
  void the_first_entries_and_another_law_make_histories_of_their_own() {
    election.add(returns("PA", "first", EIGHT, 1, 2)).add(certificate("GA", "2020-11-24", 2, 1));
    History first = election.history().first(2);
    assertThat(first.recorded()).isEqualTo(election.entries().subList(0, 2));
    assertThat(first.entries()).extracting(Entry::index).containsExactly(1L);
    Law later = Law.of(2024).orElseThrow();
    History under = election.history().under(later);
    assertThat(under.law()).isSameAs(later);
    assertThat(under.recorded()).isEqualTo(election.entries());
    assertThat(under.entries()).extracting(Entry::index).containsExactly(1L, 2L);
  }

  @Test
  void an_early_history_is_asked_like_any_other() {
    History early = election.history().early();
    assertThat(early.last()).isEmpty();
    assertThat(early.begin()).isEqualTo(Long.MAX_VALUE);
    election
        .add(certificate("GA", "2020-11-22/2020-11-24", 2, 1))
        .add(returns("PA", "first", EIGHT, 1, 2))
        .add(certificate("PA", "2020-11-23", 1, 2));
    early = election.history().early();
    assertThat(early.besidesReturns()).extracting(Entry::index).containsExactly(1L, 3L);
    assertThat(early.last()).map(Entry::index).contains(3L);
    assertThat(early.begin()).isEqualTo(at(EIGHT));
    assertThat(election.history().besidesReturns())
        .extracting(Entry::index)
        .containsExactly(3L, 1L);
  }

  /** Looks on at every half hour from seven on, until eleven. */
  private static final class HalfHours implements History.Step {
    final List<String> seen = new ArrayList<>();
    private long next = at(EIGHT) - HOUR;

    @Override
    public void after(Entry entry, boolean over, Tabulation now) {
      seen.add("entry " + entry.index());
    }

    @Override
    public OptionalLong next() {
      return next > at(NINE) + 2 * HOUR ? OptionalLong.empty() : OptionalLong.of(next);
    }

    @Override
    public void clock(Tabulation now) {
      assertThat(now.now()).isEqualTo(next);
      seen.add((next - at(EIGHT)) / (HOUR / 60) + " min");
      next += HOUR / 2;
    }
  }

  @Test
  void the_clock_comes_to_each_moment_after_its_facts_and_up_to_the_last_asked_for() {
    election.add(returns("PA", "first", EIGHT, 1, 2)).add(returns("PA", "first", NINE, 3, 2));
    HalfHours look = new HalfHours();
    Tabulation end = election.history().walk(at(NINE) + HOUR, look);
    assertThat(look.seen)
        .containsExactly(
            "-60 min", "-30 min", "entry 1", "0 min", "30 min", "entry 2", "60 min", "90 min",
            "120 min");
    assertThat(end.now()).isEqualTo(at(NINE) + HOUR);
    assertThat(election.history().stateAt(at(NINE) + HOUR).now()).isEqualTo(at(NINE) + HOUR);
    assertThat(election.history().stateAt(History.ALL).now())
        .as("the term begins by the clock")
        .isEqualTo(SmallElection.LAW.termBegins());
  }

  @Test
  void the_clock_comes_to_what_lies_before_the_term_before_the_term_begins() {
    election.add(new Fact.Oath(on("2021-01-20T11:48:00-05:00"), "biden", Fact.Office.PRESIDENT));
    long term = SmallElection.LAW.termBegins();
    List<String> seen = new ArrayList<>();
    election
        .history()
        .walk(
            History.ALL,
            new History.Step() {
              private long next = term - 1;

              @Override
              public void after(Entry entry, boolean over, Tabulation now) {
                seen.add("entry " + entry.index() + " at " + (now.now() - term));
              }

              @Override
              public OptionalLong next() {
                return next > term ? OptionalLong.empty() : OptionalLong.of(next);
              }

              @Override
              public void clock(Tabulation now) {
                seen.add("clock at " + (now.now() - term));
                next++;
              }
            });
    assertThat(seen)
        .containsExactly(
            "entry 1 at " + (at("2021-01-20T11:48:00-05:00") - term),
            "clock at -1",
            "entry 1 at 0",
            "clock at 0");
  }

  @Test
  void a_course_tells_a_majority_between_the_bounds_of_its_facts() {
    for (String state :
        List.of("CA", "FL", "NY", "IL", "PA", "OH", "GA", "MI", "NC", "NJ", "VA", "NH"))
      election.add(certificate(state, "2020-12-02", 60, 40));
    election.add(certificate("TX", "2020-11-23/2020-12-09", 60, 40));
    Course growing = Course.under(SmallElection.LAW, KnownUnits.ANY);
    election.entries().forEach(growing::add);
    for (Course course : List.of(election.history().course(), growing.history().course()))
      assertThat(course.points())
          .filteredOn(TurningPoint.Majority.class::isInstance)
          .map(point -> ((TurningPoint.Majority) point).edge().given().toString())
          .containsExactly("2020-12-02/2020-12-09");
    assertThat(growing.points())
        .as("while it grows they come when their facts do")
        .filteredOn(TurningPoint.Majority.class::isInstance)
        .map(point -> ((TurningPoint.Majority) point).edge().given().toString())
        .containsExactly("2020-11-23/2020-12-09");
  }

  @Test
  void a_course_tells_what_counts_and_what_is_of_more_than_a_tally() {
    Course course = Course.under(SmallElection.LAW, KnownUnits.ANY);
    assertThat(course.isBegun()).isFalse();
    assertThat(course.upTo(History.ALL)).isEmpty();
    assertThat(course.beyondTallies()).isEmpty();
    assertThatIllegalStateException().isThrownBy(course::header);
    election
        .add(returns("PA", "first", EIGHT, 1, 2))
        .add(returns("PA", "first", NINE, 1, 3))
        .add(certificate("PA", "2020-11-24", 5, 4))
        .add(certificate("XX", "2020-11-24", 5, 4))
        .retract(9)
        .retract(3);
    for (Entry entry : election.entries()) course.add(entry);
    assertThat(course.isBegun()).isTrue();
    assertThat(course.header()).isEqualTo(SmallElection.HEADER);
    assertThat(course.law()).isSameAs(SmallElection.LAW);
    assertThat(election.entries().stream().filter(course::counts).map(Entry::index))
        .contains(1L, 2L, 6L)
        .doesNotContain(4L, 5L);
    assertThat(course.changes()).extracting(each -> each.entry().index()).startsWith(1L, 2L);
    assertThat(course.beyondTallies())
        .isEqualTo(
            course.changes().stream()
                .filter(
                    each ->
                        each.tally().isEmpty()
                            || each.stage().isPresent()
                            || !each.electors().isEmpty())
                .toList());
    assertThat(course.upTo(at(NINE)))
        .singleElement()
        .satisfies(
            of -> {
              assertThat(of.unit()).map(Unit::id).contains("PA");
              assertThat(of.tally()).contains(SmallElection.votes(1, 3));
              assertThat(of.stage()).contains(Rung.REPORTED);
            });
  }

  @Test
  void only_an_addition_or_what_takes_one_back_tells_all_anew() {
    Course course = Course.under(SmallElection.LAW, KnownUnits.ANY);
    Fact.Addition poe =
        new Fact.Addition(
            on("2020-11-05"),
            List.of(new Candidate("poe", "Ed Poe", Optional.empty())),
            List.of(),
            List.of(),
            List.of());
    election.add(returns("PA", "first", EIGHT, 1, 2)).add(poe);
    List<Told> told = new ArrayList<>();
    for (Entry entry : election.entries()) told.add(course.add(entry));
    assertThat(course.candidates()).contains("poe");
    assertThat(told.getLast().rewrites()).isFalse();
    assertThat(told.getLast().changes()).extracting(c -> c.entry().index()).containsExactly(2L);
    election.retract(2);
    Told without = course.add(election.entries().getLast());
    assertThat(without.rewrites()).isTrue();
    assertThat(without.changesKept()).isEqualTo(1);
    assertThat(course.candidates()).doesNotContain("poe");
    History whole = election.history();
    assertThat(course.changes()).isEqualTo(whole.course().changes());
    assertThat(course.history().standing()).isEqualTo(whole.standing());
  }

  @Test
  void the_order_of_facts_is_that_among_their_kind() {
    election
        .add(certificate("PA", "2020-11-24", 5, 4))
        .add(certificate("GA", "2020-11-24", 5, 4))
        .add(certificate("OH", "2020-11-25", 5, 4))
        .add(certificate("MI", "2020-11-24T10:00:00-05:00", 5, 4))
        .add(new Fact.Death(on("2020-11-25"), "trump"));
    History history = election.history();
    List<Entry> entries = election.entries();
    assertThat(KnownOrder.among(history, entries.get(1)).alike())
        .extracting(Entry::index)
        .containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
    assertThat(KnownOrder.isKnown(history, entries.get(1))).isFalse();
    assertThat(KnownOrder.isKnown(history, entries.get(3))).isTrue();
    assertThat(KnownOrder.isKnown(history, entries.get(4))).as("it has its moment").isTrue();
    assertThat(KnownOrder.isKnown(history, entries.get(5))).as("of another kind").isTrue();
  }
}
