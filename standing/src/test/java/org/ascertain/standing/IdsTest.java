package org.ascertain.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ascertain.election.Candidate;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Ticket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids as people write them. */
class IdsTest {

  private static final Header HEADER =
      new Header(
          SmallElection.on("2020-11-03"),
          "us-president-2020",
          2020,
          OptionalInt.empty(),
          List.of(
              new Candidate("biden", "Joseph R. Biden Jr.", Optional.empty()),
              new Candidate("garcia", "Ana Garc\u00eda", Optional.empty())),
          List.of(
              new Ticket("dem", "biden", Optional.empty()),
              new Ticket("wfp", "biden", Optional.empty()),
              new Ticket("green", "garcia", Optional.empty()),
              new Ticket("eagle", "undeclared", Optional.empty())),
          List.of(),
          Optional.empty(),
          List.of());

  private final Ids ids = new Ids(HEADER, SmallElection.LAW);

  @ParameterizedTest
  @CsvSource({
    "pa, PA",
    "Pennsylvania, PA",
    "new hampshire, NH",
    "' PA ', PA",
    "me-2, ME-2",
    "PA/42003, PA/42003",
    "pennsylvania/42003, PA/42003",
    "'PA/42003 ', PA/42003"
  })
  void a_unit_is_known_by_code_or_name_in_any_case(String written, String id) {
    assertThat(ids.unit(written)).contains(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/42003", "XX", "ME-3", "US"})
  void what_names_no_unit_is_none(String written) {
    assertThat(ids.unit(written)).isEmpty();
  }

  @Test
  void only_units_above_the_slash_appoint() {
    assertThat(ids.unitOfAppointment("pa")).contains("PA");
    assertThat(ids.unitOfAppointment("PA/42003")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "biden, biden",
    "BIDEN, biden",
    "Joseph R. Biden Jr., biden",
    "garcia, garcia",
    "Garc\u00eda, garcia",
    "ana garcia, garcia",
    "Undeclared, undeclared"
  })
  void a_person_is_known_by_id_short_name_and_full_name(String written, String id) {
    assertThat(ids.candidate(written)).contains(id);
  }

  @Test
  void nobody_is_meant_by_other_words() {
    assertThat(ids.candidate("dem")).isEmpty();
    assertThat(ids.candidate("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"wfp, wfp", "DEM, dem", "garcia, green", "Ana Garcia, green", "undeclared, eagle"})
  void a_ticket_is_known_by_its_id_or_by_a_person_who_is_on_one_alone(String written, String id) {
    assertThat(ids.ticket(written)).contains(id);
  }

  @Test
  void of_two_tickets_of_one_person_none_is_meant_by_the_name() {
    assertThat(ids.ticket("biden")).isEmpty();
    assertThat(ids.ticket("nobody")).isEmpty();
  }
}
