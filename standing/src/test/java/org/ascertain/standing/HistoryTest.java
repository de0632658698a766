package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.certificate;
import static org.ascertain.standing.SmallElection.on;
import static org.ascertain.standing.SmallElection.returns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.ascertain.election.Attestation;
import org.ascertain.election.Check;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.BallotCounts;
import org.ascertain.election.Fact.ExpectedBy;
import org.ascertain.election.Fact.Reporting;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Fact.TotalBy;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.Problem;
import org.ascertain.election.Source;
import org.ascertain.election.Votes;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A record in two times: what took effect by a moment, as known by another. */
class HistoryTest {

  private static final String EIGHT = "2020-11-03T20:00:00-05:00";
  private static final String NINE = "2020-11-03T21:00:00-05:00";

  private final SmallElection election = new SmallElection();

  private static long at(String when) {
    return When.parse(when).effective();
  }

  @Test
  void a_record_begins_with_its_header() {
    Entry first = new Entry(0, Instant.EPOCH, "7", certificate("PA", "2020-11-24", 1, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> History.of(List.of(first), SmallElection.LAW, History.ALL));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> History.of(List.of(), SmallElection.LAW, History.ALL));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                History.of(
                    List.of(new Entry(1, Instant.EPOCH, "7", SmallElection.HEADER)),
                    SmallElection.LAW,
                    History.ALL));
    assertThat(History.header(List.of(first))).isEmpty();
    assertThat(History.header(election.entries())).contains(SmallElection.HEADER);
  }

  @Test
  void an_entry_that_comes_before_one_taken_in_is_refused() {
    Gathering gathering = History.gather(SmallElection.LAW, KnownUnits.ANY, History.ALL);
    election.add(certificate("PA", "2020-11-24", 1, 2)).add(certificate("GA", "2020-11-24", 1, 2));
    gathering.add(election.entries().get(0));
    gathering.add(election.entries().get(2));
    assertThatIllegalArgumentException().isThrownBy(() -> gathering.add(election.entries().get(1)));
    assertThat(gathering.history().size()).isEqualTo(3);
    assertThat(gathering.history().entry(1)).as("was not given").isEmpty();
    assertThat(gathering.history().entry(2)).contains(election.entries().get(2));
    assertThat(gathering.history().entry(3)).isEmpty();
    assertThat(gathering.history().entry(-1)).isEmpty();
  }

  @Test
  void facts_stand_in_the_order_in_which_they_took_effect() {
    election
        .add(returns("PA", "first", NINE, 2, 1))
        .add(certificate("GA", "2020-11-24", 1, 2))
        .add(returns("PA", "first", EIGHT, 1, 1));
    History history = election.history();
    assertThat(history.entries()).extracting(Entry::index).containsExactly(3L, 1L, 2L);
    assertThat(history.until(at(NINE)).entries()).extracting(Entry::index).containsExactly(3L, 1L);
    assertThat(history.end()).isEqualTo(at("2020-11-24"));
    assertThat(history.until(at(NINE)).end()).isEqualTo(at(NINE));
    assertThat(history.until(at("2020-11-24"))).isSameAs(history);
    assertThat(history.at(at(NINE)).entries()).as("with the header").isEqualTo(3);
    assertThat(history.recorded()).isEqualTo(election.entries());
    assertThat(history.header()).isEqualTo(SmallElection.HEADER);
    assertThat(history.known()).isEqualTo(History.ALL);
    assertThat(history.law()).isSameAs(SmallElection.LAW);
    assertThat(history.sources()).extracting(Source::id).containsExactly("desk", "first");
  }

  @Test
  void what_was_recorded_later_was_not_known() {
    election.add(returns("PA", "first", EIGHT, 2, 1)).add(returns("PA", "first", NINE, 1, 5));
    long known = election.entries().get(1).known();
    History then = election.history().asKnown(known);
    assertThat(then.known()).isEqualTo(known);
    assertThat(then.asKnown(known)).isSameAs(then);
    assertThat(then.entries()).extracting(Entry::index).containsExactly(1L);
    assertThat(election.history().without(1).entries())
        .extracting(Entry::index)
        .containsExactly(2L);
    assertThat(History.of(election.entries(), SmallElection.LAW, known).standing())
        .isEqualTo(then.standing());
  }

  @Test
  void problems_of_a_moment_are_those_of_what_had_taken_effect() {
    election
        .add(certificate("XX", "2020-11-24", 1, 2))
        .add(returns("YY", "first", EIGHT, 1, 2))
        .retract(9);
    assertThat(election.history().problems(at(NINE)))
        .extracting(Problem::index)
        .containsExactly(2L, 3L);
    assertThat(election.history().problems(History.ALL))
        .extracting(Problem::check)
        .containsExactly(Check.UNKNOWN_UNIT, Check.UNKNOWN_UNIT, Check.NOT_IN_FORCE);
  }

  @Test
  void remarks_of_a_moment_are_those_of_what_had_taken_effect() {
    election
        .add(returns("PA", "first", "2020-11-02T20:00:00-05:00", 1, 2))
        .add(returns("GA", "first", "2020-11-02T22:00:00-05:00", 1, 2));
    assertThat(election.history().remarks(at("2020-11-02T21:00:00-05:00")))
        .extracting(Problem::index)
        .containsExactly(1L);
    assertThat(election.history().remarks(History.ALL))
        .extracting(Problem::index)
        .containsExactly(1L, 2L);
  }

  @Test
  void an_early_history_takes_every_fact_at_its_lower_bound() {
    election
        .add(certificate("PA", "2020-11-20/2020-11-24", 1, 2))
        .add(certificate("GA", "2020-11-22", 1, 2));
    History early = election.history().early();
    assertThat(election.history().entries()).extracting(Entry::index).containsExactly(2L, 1L);
    assertThat(early.entries()).extracting(Entry::index).containsExactly(1L, 2L);
    assertThat(early.end()).isEqualTo(at("2020-11-22"));
    assertThat(early.stateAt(at("2020-11-20")).stage("PA")).contains(Rung.CERTIFIED);
    assertThat(early.stateAt(at("2020-11-20")).stage("GA")).isEmpty();
    assertThat(election.history().bounded()).extracting(Entry::index).containsExactly(1L);
    assertThat(new SmallElection().history().early().end()).isEqualTo(at("2020-11-03"));
  }

  @Test
  void a_walk_stops_when_it_is_interrupted() {
    election.add(certificate("PA", "2020-11-24", 1, 2));
    Thread.currentThread().interrupt();
    Assertions.assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> election.history().walk(History.ALL, (entry, over, now) -> {}));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void a_walk_tells_when_a_moment_is_over_and_when_the_term_begins() {
    election
        .add(certificate("PA", "2020-11-24", 1, 2))
        .add(certificate("GA", "2020-11-24", 1, 2))
        .add(new Fact.Oath(on("2021-01-20T11:48:00-05:00"), "biden", Fact.Office.PRESIDENT))
        .add(new Fact.Death(on("2021-01-21"), "trump"));
    StringBuilder seen = new StringBuilder();
    Tabulation end =
        election
            .history()
            .walk(
                History.ALL,
                (entry, over, now) ->
                    seen.append(entry.index()).append(over ? "! " : " ").append(""));
    assertThat(seen).hasToString("1 2! 3! 3! 4! ");
    assertThat(end.now()).isEqualTo(at("2021-01-21"));
    seen.setLength(0);
    election
        .history()
        .walk(at("2021-01-20T11:50:00-05:00"), (entry, over, now) -> seen.append(entry.index()));
    assertThat(seen).as("the term has not begun").hasToString("123");
  }

  @Test
  void newest_figures_of_a_source_are_kept_apart() {
    election
        .add(returns("PA", "second", EIGHT, 7, 1))
        .add(returns("PA", "first", EIGHT, 2, 1))
        .add(returns("PA", "first", NINE, 3))
        .add(returns("PA/1", "first", NINE, 9, 9));
    assertThat(election.standing().popularVote().votes())
        .isEqualTo(Votes.of(List.of("biden", "trump"), 3, 1));
    assertThat(election.at(EIGHT).popularVote().votes())
        .isEqualTo(Votes.of(List.of("biden", "trump"), 2, 1));
  }

  private static Returns full(
      Attestation by,
      OptionalLong expected,
      Optional<ExpectedBy> expectedBy,
      boolean complete,
      boolean exact,
      TotalBy totalBy,
      OptionalLong registered) {
    return new Returns(
        by,
        "PA",
        Votes.of(List.of("trump", "biden"), 5, 7),
        OptionalLong.of(1),
        OptionalLong.of(20),
        exact,
        expected,
        expectedBy,
        complete,
        Optional.empty(),
        registered,
        Optional.empty(),
        totalBy);
  }

  /** Returns are kept in columns: whatever they say has to come back. */
  @Test
  void returns_come_back_as_they_were_recorded_whatever_they_say() {
    Attestation plain = Attestation.of(When.parse(EIGHT), SmallElection.source("first"));
    Attestation odd =
        new Attestation(
            When.parse("2020-11-03T20:00:00.5+05:30"),
            true,
            Optional.of(When.parse(NINE)),
            SmallElection.source("second"),
            Optional.of(Attestation.Basis.COMPUTED),
            Optional.of("a note"));
    Attestation renamed =
        Attestation.of(
            When.parse(NINE),
            new Source(
                "first",
                "another title",
                Optional.of("somebody"),
                Optional.empty(),
                Optional.empty()));
    OptionalLong none = OptionalLong.empty();
    List<Returns> all =
        List.of(
            full(plain, none, Optional.empty(), false, true, TotalBy.PRINTED, none),
            full(plain, none, Optional.empty(), true, false, TotalBy.SUM, none),
            full(
                plain,
                OptionalLong.of(9),
                Optional.of(ExpectedBy.OFFICIAL),
                true,
                true,
                TotalBy.PRINTED,
                none),
            full(
                plain,
                OptionalLong.of(0),
                Optional.of(ExpectedBy.ESTIMATE),
                false,
                true,
                TotalBy.SUM,
                none),
            full(plain, none, Optional.empty(), false, true, TotalBy.PRINTED, OptionalLong.of(99)),
            full(odd, none, Optional.empty(), false, true, TotalBy.PRINTED, none),
            full(renamed, none, Optional.empty(), false, false, TotalBy.PRINTED, none),
            new Returns(
                Attestation.of(When.parse("2020-11-04"), SmallElection.source("third")),
                "PA/1",
                Votes.NONE,
                none,
                none,
                true,
                none,
                Optional.empty(),
                false,
                Optional.of(new BallotCounts(OptionalLong.of(30), none, none, none)),
                none,
                Optional.of(new Reporting(1, 2)),
                TotalBy.PRINTED),
            returns("PA", "first", "2020-11-03T20:00:00+14:00", 1, 2, 3),
            returns("PA", "first", "2020-11-03T20:00:00-12:00", 1, 2, 3),
            returns("PA", "first", "2020-11-03T20:00:00+00:00:30", 1, 2, 3));
    all.forEach(election::add);
    History history = election.history();
    for (Entry entry : election.entries()) assertThat(history.entry(entry.index())).contains(entry);
    assertThat(history.entries()).hasSize(all.size()).allMatch(election.entries()::contains);
    assertThat(history.standing()).isEqualTo(election.standing());
  }

  @Test
  void many_recorders_shapes_and_rows_come_back_too() {
    List<Entry> entries =
        IntStream.range(0, 20_000)
            .mapToObj(
                i ->
                    i == 0
                        ? new Entry(0, SmallElection.BEGUN, "7", SmallElection.HEADER)
                        : new Entry(
                            i,
                            SmallElection.BEGUN.plusMillis(i),
                            "desk " + i % 300,
                            returns("PA/" + i % 700, "source " + i % 3, EIGHT, i % 11, i % 7)))
            .toList();
    History history = History.of(entries, SmallElection.LAW, History.ALL);
    assertThat(history.size()).isEqualTo(20_000);
    for (int i : new int[] {1, 63, 64, 65, 127, 128, 255, 256, 300, 16_383, 16_384, 16_385, 19_999})
      assertThat(history.entry(i)).contains(entries.get(i));
    assertThat(history.recorded()).isEqualTo(entries);
    Tabulation end = history.stateAt(History.ALL);
    assertThat(end.tallies().find("PA")).isNotNull();
    Tabulation walked = history.walk(History.ALL, (entry, over, now) -> {});
    assertThat(end.tally("PA").orElseThrow()).isEqualTo(walked.tally("PA").orElseThrow());
  }

  @Test
  void units_are_asked_as_of_the_day_in_washington() {
    election.add(certificate("PA", "2020-11-24", 1, 2));
    assertThat(Washington.day(election.history().end())).isEqualTo(LocalDate.of(2020, 11, 24));
    assertThat(election.at("2020-11-24T23:59:59-05:00").units())
        .filteredOn(row -> row.unit().id().equals("PA"))
        .allMatch(row -> row.stage().isEmpty());
    assertThat(election.at("2020-11-24").units())
        .filteredOn(row -> row.unit().id().equals("PA"))
        .allMatch(row -> row.stage().equals(Optional.of(Rung.CERTIFIED)));
  }

  @Test
  void a_record_without_facts_ends_with_its_first_entry() {
    SmallElection election = new SmallElection();
    assertThat(election.history().end())
        .isEqualTo(SmallElection.HEADER.attestation().at().effective());
    assertThat(election.standing().electors().appointed()).as("not known").isEmpty();
    election.add(SmallElection.certificate("PA", "2020-11-24", 60, 40)).retract(1);
    assertThat(election.history().end())
        .as("a retraction is no fact")
        .isEqualTo(SmallElection.HEADER.attestation().at().effective());
  }
}
