package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.on;
import static org.ascertain.standing.SmallElection.returns;
import static org.ascertain.standing.SmallElection.rung;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ascertain.election.Caller;
import org.ascertain.election.Candidate;
import org.ascertain.election.Check;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.Problem;
import org.ascertain.election.Ticket;
import org.ascertain.election.Votes;
import org.junit.jupiter.api.Test;

/** Names in a record: those of its first entry, and those that come late. */
class DeclarationsTest {

  private static final String NIGHT = "2020-11-03T22:00:00-05:00";

  private final SmallElection election = new SmallElection();

  private static Fact.ElectorVotes votesFor(String person) {
    return new Fact.ElectorVotes(
        on("2020-12-14"),
        "PA",
        new Ballots.Distinct(Votes.of(Map.of(person, 20L)), Votes.NONE),
        OptionalLong.empty(),
        OptionalLong.empty(),
        List.of(),
        Optional.empty());
  }

  private static Fact.Addition adds(List<Candidate> candidates, List<Ticket> tickets) {
    return new Fact.Addition(
        on("2020-12-14"), candidates, tickets, List.of(new Caller("NBC", "NBC")), List.of("third"));
  }

  private static Candidate candidate(String id) {
    return new Candidate(id, id, Optional.empty());
  }

  private List<String> problems() {
    return election.standing().problems().stream().map(DeclarationsTest::place).toList();
  }

  private static String place(Problem problem) {
    return problem.check().code() + " at " + problem.index() + " " + problem.path();
  }

  @Test
  void somebody_who_is_not_declared_is_a_problem_that_names_what_to_do() {
    election.add(votesFor("powell")).add(new Fact.Call(on(NIGHT), "PA", "NBC", "biden"));

    assertThat(problems()).containsExactly("R404 at 1 president.powell", "R405 at 2 caller");
    assertThat(Check.UNKNOWN_CANDIDATE.advice()).contains("`addition`");
    assertThat(Check.UNKNOWN_CALLER.advice()).contains("`addition`");
    assertThat(Check.UNKNOWN_TICKET.advice()).contains("`addition`");
  }

  @Test
  void a_name_that_comes_late_counts_like_one_of_the_first_entry_wherever_it_stands() {
    election
        .add(votesFor("powell"))
        .add(new Fact.Call(on(NIGHT), "PA", "NBC", "biden"))
        .add(adds(List.of(candidate("powell")), List.of()));

    assertThat(problems()).isEmpty();
    assertThat(rung(election.standing(), Rung.VOTED).electors())
        .isEqualTo(Votes.of(Map.of("powell", 20L)));
    assertThat(rung(election.standing(), Rung.CALLED).callers()).containsKey("NBC");
  }

  @Test
  void a_record_that_began_without_callers_shows_the_calls_of_the_first_that_came() {
    Fact.Header without =
        new Fact.Header(
            SmallElection.HEADER.attestation(),
            SmallElection.HEADER.election(),
            2020,
            OptionalInt.empty(),
            SmallElection.HEADER.candidates(),
            SmallElection.HEADER.tickets(),
            List.of(),
            Optional.empty(),
            List.of());
    List<Fact> facts =
        List.of(
            without, adds(List.of(), List.of()), new Fact.Call(on(NIGHT), "PA", "NBC", "biden"));
    List<Entry> entries = new ArrayList<>();
    for (Fact fact : facts) entries.add(new Entry(entries.size(), Instant.EPOCH, "7", fact));

    Standing standing =
        History.of(entries, SmallElection.LAW, KnownUnits.ANY, History.ALL).standing();

    assertThat(rung(standing, Rung.CALLED).caller()).hasValue("NBC");
    assertThat(rung(standing, Rung.CALLED).electors()).isEqualTo(Votes.of(Map.of("biden", 20L)));
  }

  @Test
  void an_addition_that_is_retracted_declares_nothing() {
    election.add(votesFor("powell")).add(adds(List.of(candidate("powell")), List.of())).retract(2);
    assertThat(problems()).containsExactly("R404 at 1 president.powell");
  }

  @Test
  void an_id_declared_twice_is_a_problem_at_the_later_place_and_the_first_one_holds() {
    election
        .add(returns("PA", "first", NIGHT, 7, 3))
        .add(
            adds(
                List.of(candidate("biden"), candidate("new")),
                List.of(new Ticket("biden", "new", Optional.empty()))));

    assertThat(problems()).containsExactly("R417 at 2 candidates", "R417 at 2 tickets");
    assertThat(rung(election.standing(), Rung.REPORTED).electors())
        .isEqualTo(Votes.of(Map.of("biden", 20L)));
  }

  @Test
  void before_an_addition_took_effect_nobody_says_that_it_declares_an_id_twice() {
    election.add(adds(List.of(candidate("biden")), List.of()));
    assertThat(election.at(NIGHT).problems()).isEmpty();
    assertThat(problems()).containsExactly("R417 at 1 candidates");
  }

  @Test
  void a_correction_of_an_addition_that_is_taken_back_leaves_the_names_in_their_order() {
    Fact.Addition powell = adds(List.of(candidate("powell")), List.of());
    election
        .add(powell)
        .add(adds(List.of(candidate("eagle")), List.of()))
        .correct(1, powell)
        .retract(3);
    assertThat(election.history().header().candidates())
        .extracting(Candidate::id)
        .endsWith("powell", "eagle");
  }

  @Test
  void tickets_of_the_same_persons_are_remarked_at_the_later_addition() {
    Fact.Addition one = lines("one");
    election.add(one).add(lines("two")).correct(1, one).retract(3);
    assertThat(election.standing().remarks())
        .extracting(Problem::index, Problem::detail)
        .containsExactly(tuple(2L, "one and two"));
  }

  private static Fact.Addition lines(String ticket) {
    return new Fact.Addition(
        on("2020-12-14"),
        List.of(),
        List.of(new Ticket(ticket, "jorgensen", Optional.of("pence"))),
        List.of(),
        List.of());
  }

  @Test
  void the_course_of_a_record_that_runs_knows_late_names_too() {
    election.add(votesFor("powell")).add(adds(List.of(candidate("powell")), List.of()));
    Course course = Course.under(SmallElection.LAW, KnownUnits.ANY);
    election.entries().forEach(course::add);

    assertThat(course.changes()).isEqualTo(election.history().course().changes());
    assertThat(course.changes()).isNotEmpty();
  }
}
