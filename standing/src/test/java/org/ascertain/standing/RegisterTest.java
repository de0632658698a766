package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.certificate;
import static org.ascertain.standing.SmallElection.returns;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.Ticket;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.junit.jupiter.api.Test;

/** Names and their places: tickets, those for whom they stand, and lines of one slate. */
class RegisterTest {

  private static Ticket ticket(String id, String president, String slate) {
    return new Ticket(
        id, president, Optional.empty(), slate.isEmpty() ? Optional.empty() : Optional.of(slate));
  }

  private static Register register(Ticket... tickets) {
    Header header = SmallElection.HEADER;
    return new Register(
        new Header(
            header.attestation(),
            header.election(),
            header.year(),
            header.law(),
            header.candidates(),
            List.of(tickets),
            header.callers(),
            header.caller(),
            header.returnsFrom()),
        SmallElection.LAW,
        KnownUnits.ANY);
  }

  private final Register plain =
      register(ticket("biden", "biden", ""), ticket("trump", "trump", ""));

  /** Four lines: two of one slate with another between them, and one that stands alone. */
  private final Register lines =
      register(
          ticket("dem", "biden", "d"),
          ticket("rep", "trump", "r"),
          ticket("wfp", "biden", "d"),
          ticket("lib", "jorgensen", ""));

  @Test
  void lines_of_one_slate_are_added_up_at_the_place_of_the_first() {
    assertThat(lines.hasSlates()).isTrue();
    assertThat(lines.bySlate(new long[] {10, 20, 5, 3})).containsExactly(15, 20, -1, 3);
    assertThat(lines.bySlate(new long[] {-1, 20, 5, -1})).containsExactly(5, 20, -1, -1);
    assertThat(lines.bySlate(new long[] {0, -1, -1, -1})).containsExactly(0, -1, -1, -1);
    assertThat(lines.linesOf("wfp")).containsExactly(0, 2);
    assertThat(lines.linesOf("lib")).containsExactly(3);
  }

  @Test
  void tickets_without_a_slate_count_apart_even_of_one_person() {
    Register same = register(ticket("dem", "biden", ""), ticket("wfp", "biden", ""));
    assertThat(plain.hasSlates()).isFalse();
    assertThat(same.hasSlates()).isFalse();
    assertThat(same.bySlate(new long[] {10, 5})).containsExactly(10, 5);
    assertThat(same.linesOf("wfp")).containsExactly(1);
    assertThat(same.presidentOf(1)).isEqualTo(same.presidentOf(0));
  }

  @Test
  void figures_of_votes_stand_in_the_order_of_the_tickets() {
    assertThat(lines.figures(Votes.of(List.of("wfp", "dem"), 5, 10)))
        .containsExactly(10, -1, 5, -1);
    assertThat(lines.byTicket(new long[] {10, -1, 0, -1, 99}))
        .isEqualTo(Votes.of(List.of("dem", "wfp"), 10, 0));
    assertThat(lines.byCandidate(new int[] {3, 0, 1}))
        .isEqualTo(Votes.of(List.of("biden", "jorgensen"), 3, 1));
  }

  @Test
  void who_is_on_no_ticket_for_president_does_not_stand_for_it() {
    assertThat(lines.isOnTicket(lines.candidate("biden"))).isTrue();
    assertThat(plain.isOnTicket(plain.candidate("jorgensen"))).isFalse();
    assertThat(plain.standsForPresident("trump")).isTrue();
    assertThat(plain.standsForPresident("jorgensen")).isFalse();
    assertThat(plain.candidate("nobody")).isEqualTo(-1);
    assertThat(plain.ticket("jorgensen")).isEqualTo(-1);
  }

  @Test
  void a_president_who_is_no_declared_candidate_is_one_by_his_ticket() {
    Register late = register(ticket("other", "somebody", ""));
    assertThat(late.candidates).endsWith("somebody");
    assertThat(late.presidentOf(0)).isEqualTo(late.candidate("somebody"));
  }

  @Test
  void a_fact_is_about_the_unit_of_appointment_at_or_above_what_it_names() {
    assertThat(plain.unitOf(returns("PA/42003", "first", "2020-11-04", 1)).map(Unit::id))
        .contains("PA");
    assertThat(plain.unitOf(returns("ME-2", "first", "2020-11-04", 1)).map(Unit::id))
        .contains("ME-2");
    assertThat(plain.unitOf(certificate("XX", "2020-11-24", 1))).isEmpty();
    assertThat(plain.unitOf(SmallElection.electors("GA", "2020-12-14", 16, 0)).map(Unit::id))
        .contains("GA");
    assertThat(plain.unitOf(SmallElection.HEADER)).isEmpty();
    assertThat(plain.unit("NE-2").map(Unit::jurisdiction)).contains("NE");
    assertThat(plain.unit("PA/42003")).isEmpty();
    assertThat(plain.isUnit("PA")).isTrue();
    assertThat(plain.isUnit("PA/42003")).isFalse();
  }
}
