package org.ascertain.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.Problem;
import org.ascertain.election.When;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A few records of every kind of fact, the same each time, told in every way there is: at once, one
 * by one in any order, as a course that grows, and for tallies by the rule alone. Properties do the
 * same to hundreds of records that are others each time.
 */
class EveryWayTest {

  private static final List<String> PLACES =
      List.of("PA", "PA/1", "PA/1/1", "PA/1/2", "PA/2", "GA", "GA/1", "ME", "ME/1", "ME-1", "ME-2");

  static Stream<List<Entry>> records() {
    return IntStream.range(0, 8)
        .mapToObj(
            i -> AnyRecord.extend(List.of(), new Random(1876 + i).longs(40).boxed().toList()));
  }

  private static History history(List<Entry> record) {
    return History.of(record, SmallElection.LAW, History.ALL);
  }

  private static List<Entry> shuffled(List<Entry> entries) {
    List<Entry> shuffled = new ArrayList<>(entries);
    Collections.shuffle(shuffled, new Random(1960));
    return shuffled;
  }

  @ParameterizedTest
  @MethodSource("records")
  void tallies_are_what_the_rule_says_at_every_moment(List<Entry> record) {
    History history = history(record);
    List<Long> refused = history.problems(History.ALL).stream().map(Problem::index).toList();
    List<Entry> returns =
        history.entries().stream()
            .filter(entry -> entry.fact() instanceof Returns)
            .filter(entry -> !refused.contains(entry.index()))
            .toList();
    Tabulation walked = history.empty();
    for (int i = 0; i < returns.size(); i++) {
      long moment = returns.get(i).effective();
      walked.add(returns.get(i));
      boolean isOver = i + 1 == returns.size() || returns.get(i + 1).effective() != moment;
      if (!isOver) continue;
      PlainTallies plain = new PlainTallies(history, returns.subList(0, i + 1));
      for (String place : PLACES) {
        assertTally(history.stateAt(moment), plain, place);
        assertTally(walked, plain, place);
      }
    }
    Tabulation late = history.empty();
    shuffled(returns).forEach(late::add);
    for (String place : PLACES) assertTally(late, new PlainTallies(history, returns), place);
  }

  private static void assertTally(Tabulation now, PlainTallies plain, String place) {
    Optional<Tallies.Node> found = Optional.ofNullable(now.tallies().find(place));
    assertThat(found.isPresent()).as(place).isEqualTo(plain.isKnown(place));
    assertThat(now.tally(place).isPresent()).isEqualTo(plain.isKnown(place));
    if (found.isEmpty()) return;
    Tallies.Node node = found.get();
    assertThat(node.id()).isEqualTo(place);
    assertThat(now.tallies().tally(node)).as(place).isEqualTo(plain.tally(place));
    assertThat(now.tally(place)).hasValue(plain.tally(place));
    assertThat(now.tallies().other(node)).as(place).isEqualTo(plain.other(place));
    assertThat(now.tallies().total(node)).as(place).isEqualTo(plain.total(place));
    assertThat(node.isExact()).as(place).isEqualTo(plain.isExact(place));
    assertThat(node.leader()).as(place).isEqualTo(plain.leader(place));
    assertThat(node.statements().stream().map(Tallies.Statement::entry))
        .as(place)
        .isEqualTo(plain.statements(place));
    assertThat(Optional.ofNullable(node.speaking()).map(Tallies.Statement::returns))
        .isEqualTo(plain.speaking(place));
    assertThat(node.below().stream().map(Tallies.Node::id)).isEqualTo(plain.below(place));
    assertThat(node.reportingBelow()).isEqualTo(plain.below(place).size());
    long[] sum = plain.sumBelow(place);
    for (int t = 0; t < sum.length; t++) assertThat(node.sumBelow(t)).as(place).isEqualTo(sum[t]);
  }

  @ParameterizedTest
  @MethodSource("records")
  void one_by_one_and_in_any_order_it_is_the_same_as_at_once(List<Entry> record) {
    History history = history(record);
    Tabulation walked = history.walk(History.ALL, (entry, over, now) -> {});
    Tabulation atOnce = history.stateAt(History.ALL);
    Tabulation late = history.empty();
    for (Entry entry : shuffled(history.entries())) {
      late.add(entry);
      late.revision();
    }
    late.reach(walked.now());
    assertThat(Seen.of(atOnce)).isEqualTo(Seen.of(walked));
    assertThat(Seen.of(late)).isEqualTo(Seen.of(walked));
    for (Entry entry : history.entries()) walked.add(entry);
    assertThat(Seen.of(walked)).isEqualTo(Seen.of(late));
    assertThat(history(shuffled(record)).standing()).isEqualTo(history.standing());
  }

  @ParameterizedTest
  @MethodSource("records")
  void what_is_told_of_each_entry_adds_up_to_the_course_of_the_whole(List<Entry> record) {
    Follower follower = new Follower();
    for (int i = 0; i < record.size(); i++) {
      follower.hear(record.get(i));
      if (i % 6 != 0) continue;
      History sofar = history(record.subList(0, i + 1));
      follower.knows(sofar.course());
      assertThat(follower.growing.history().standing()).isEqualTo(sofar.standing());
    }
    follower.knows(history(record).course());
    assertThat(follower.growing.changes()).isEqualTo(history(record).course().changes());
    assertThat(follower.growing.points())
        .isEqualTo(Follower.withoutBounds(history(record).course()));
    assertThat(follower.growing.base()).isEqualTo(history(record).stateAt(History.ALL).base());
  }

  @ParameterizedTest
  @MethodSource("records")
  void of_the_past_it_knows_what_was_known_then(List<Entry> record) {
    History history = history(record);
    for (Entry entry : record) assertThat(history.entry(entry.index())).contains(entry);
    assertThat(history.entry(record.size())).isEmpty();
    Course growing = Course.under(SmallElection.LAW, KnownUnits.ANY);
    List<History> then = new ArrayList<>();
    for (Entry entry : record) {
      growing.add(entry);
      if (entry.index() % 15 == 0) then.add(growing.history());
    }
    for (History each : then) {
      History fresh = history(record.subList(0, each.size()));
      assertThat(each.standing()).isEqualTo(fresh.standing());
      assertThat(each.amendments()).isEqualTo(fresh.amendments());
      assertThat(each.entries()).isEqualTo(fresh.entries());
      assertThat(each.course().points()).isEqualTo(fresh.course().points());
      for (Rung rung : Rung.values())
        assertThat(each.majorities(rung)).isEqualTo(fresh.majorities(rung));
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void cut_off_after_a_moment_it_is_what_stood_then(List<Entry> record) {
    History history = history(record);
    for (String day : List.of("2020-11-04", "2020-11-20", "2021-01-06")) {
      long moment = When.parse(day).effective();
      assertThat(history.until(moment).at(moment)).isEqualTo(history.at(moment));
      assertThat(history.until(moment).end()).isLessThanOrEqualTo(moment);
      assertThat(history.until(moment).entries())
          .isEqualTo(
              history.entries().stream().filter(entry -> entry.effective() <= moment).toList());
      assertThat(Seen.of(history.walk(moment, (entry, over, now) -> {})))
          .isEqualTo(Seen.of(history.stateAt(moment)));
    }
  }
}
