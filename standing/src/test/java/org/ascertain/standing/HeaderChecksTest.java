package org.ascertain.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ascertain.election.Caller;
import org.ascertain.election.Candidate;
import org.ascertain.election.Check;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Problem;
import org.ascertain.election.Ticket;
import org.junit.jupiter.api.Test;

/** What a record's first entry may not say. */
class HeaderChecksTest {

  private static List<Problem> problems(
      String election, Optional<String> caller, Ticket... tickets) {
    return HeaderChecks.problems(
        new Header(
            SmallElection.on("2020-11-03"),
            election,
            2020,
            OptionalInt.empty(),
            List.of(
                new Candidate("biden", "Joe Biden", Optional.empty()),
                new Candidate("harris", "Kamala Harris", Optional.empty())),
            List.of(tickets),
            List.of(new Caller("AP", "AP")),
            caller,
            List.of()));
  }

  private static Ticket ticket(String president, String vicePresident) {
    return new Ticket(president, president, Optional.of(vicePresident));
  }

  @Test
  void a_header_that_names_whom_it_declares_is_sound() {
    assertThat(problems("us-president-2020", Optional.of("AP"), ticket("biden", "harris")))
        .isEmpty();
    assertThat(problems("us-president-2020", Optional.empty(), ticket("unpledged", "unpledged")))
        .isEmpty();
  }

  @Test
  void the_year_is_that_of_the_id() {
    assertThat(problems("us-president-2024", Optional.empty()))
        .extracting(Problem::check, Problem::path)
        .containsExactly(tuple(Check.WRONG_TYPE, "election"));
  }

  @Test
  void whoever_is_on_a_ticket_is_declared() {
    assertThat(problems("us-president-2020", Optional.empty(), ticket("bidn", "harris")))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.check()).isEqualTo(Check.UNKNOWN_CANDIDATE);
              assertThat(problem.path()).isEqualTo("tickets");
              assertThat(problem.detail()).contains("bidn").contains("biden");
            });
    assertThat(problems("us-president-2020", Optional.empty(), ticket("biden", "nobody")))
        .extracting(Problem::check)
        .containsExactly(Check.UNKNOWN_CANDIDATE);
  }

  @Test
  void whose_calls_the_ladder_shows_is_a_declared_caller() {
    assertThat(problems("us-president-2020", Optional.of("Fox"), ticket("biden", "harris")))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.check()).isEqualTo(Check.UNKNOWN_CALLER);
              assertThat(problem.path()).isEqualTo("caller");
              assertThat(problem.detail()).contains("Fox").contains("AP");
            });
  }
}
