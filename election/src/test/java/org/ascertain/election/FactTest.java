package org.ascertain.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Fact.Statement;
import org.ascertain.election.Fact.Topic;
import org.junit.jupiter.api.Test;

class FactTest {

  private static final Attestation DAY =
      Attestation.of(new When.OnDay(LocalDate.of(2020, 12, 1)), Source.of("desk", "Desk"));

  @Test
  void every_entry_that_a_fact_names_can_be_named_by_another_index() {
    assertThat(certificate(OptionalLong.of(5)).withReferences(index -> index + 2))
        .isEqualTo(certificate(OptionalLong.of(7)));
    assertThat(ascertainment(OptionalLong.of(5)).withReferences(index -> index + 2))
        .isEqualTo(ascertainment(OptionalLong.of(7)));
    assertThat(new Fact.Retraction(DAY, 5, "twice").withReferences(index -> index + 2))
        .isEqualTo(new Fact.Retraction(DAY, 7, "twice"));
    assertThat(
            new Fact.Correction(DAY, 5, "wrong", certificate(OptionalLong.of(1)))
                .withReferences(index -> index + 2))
        .isEqualTo(new Fact.Correction(DAY, 7, "wrong", certificate(OptionalLong.of(3))));
  }

  @Test
  void a_fact_that_names_no_entry_stays_as_it_is() {
    assertThat(certificate(OptionalLong.empty()).withReferences(index -> index + 2))
        .isEqualTo(certificate(OptionalLong.empty()));
    assertThat(new Fact.CountOpened(DAY).withReferences(index -> index + 2))
        .isEqualTo(new Fact.CountOpened(DAY));
  }

  @Test
  void the_time_of_a_statement_is_never_approximate() {
    Attestation about =
        new Attestation(
            DAY.at(), true, Optional.empty(), DAY.source(), Optional.empty(), Optional.empty());
    assertThatIllegalArgumentException().isThrownBy(() -> statement(about));
    assertThat(statement(DAY).attestation()).isEqualTo(DAY);
  }

  private static Fact certificate(OptionalLong amends) {
    return new Fact.Certification(
        DAY, "PA", Votes.NONE, OptionalLong.empty(), OptionalLong.empty(), "board", amends);
  }

  private static Fact ascertainment(OptionalLong supersedes) {
    return new Fact.Ascertainment(DAY, "PA", Votes.NONE, "governor", Optional.empty(), supersedes);
  }

  private static Statement statement(Attestation attestation) {
    return new Statement(
        attestation,
        "A",
        Optional.empty(),
        Topic.OTHER,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
