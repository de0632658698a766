package org.ascertain.election;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a fact took effect and when it was known. */
class EntryTest {

  private static final Source DESK = Source.of("desk", "The desk");

  private static Entry entry(Fact fact) {
    return new Entry(1, Instant.parse("2020-11-20T00:00:00Z"), "7", fact);
  }

  private static Attestation on(String at) {
    return Attestation.of(When.parse(at), DESK);
  }

  @Test
  void a_fact_of_a_day_takes_effect_as_the_day_ends() {
    assertThat(entry(new Fact.Death(on("2020-11-03"), "ash")).effective())
        .isEqualTo(When.parse("2020-11-03T23:59:59.999999999-05:00").effective());
  }

  @Test
  void what_a_record_holds_from_a_day_on_it_holds_as_the_day_begins() {
    Fact coverage =
        new Fact.Coverage(
            on("2020-11-03"),
            Fact.Matter.CALLS,
            Fact.Extent.COMPLETE,
            Optional.empty(),
            List.of(),
            Optional.empty());
    assertThat(entry(coverage).effective())
        .isEqualTo(When.parse("2020-11-03T00:00:00-05:00").effective());
  }
}
