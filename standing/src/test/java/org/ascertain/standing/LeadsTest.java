package org.ascertain.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** From whom to whom the lead of a unit passes. */
class LeadsTest {

  private final SmallElection election = new SmallElection();

  private List<String> leads() {
    return election.history().course().points().stream()
        .filter(TurningPoint.Lead.class::isInstance)
        .map(TurningPoint.Lead.class::cast)
        .map(lead -> lead.from() + " to " + lead.to() + " by " + lead.entry().index())
        .toList();
  }

  private SmallElection county(String county, String at, long biden, long trump) {
    return election.add(SmallElection.returns("PA/" + county, "first", at, biden, trump));
  }

  @Test
  void a_lead_passes_from_one_moment_to_the_next() {
    county("42001", "2020-11-04T01:00:00-05:00", 1, 2);
    county("42003", "2020-11-04T02:00:00-05:00", 9, 2);
    assertThat(leads()).containsExactly("trump to biden by 2");
  }

  @Test
  void who_led_within_one_moment_never_led() {
    county("42001", "2020-11-03/2020-12-01", 1, 2);
    county("42003", "2020-11-03/2020-12-01", 9, 2);
    county("42005", "2020-11-03/2020-12-01", 1, 20);
    assertThat(leads()).isEmpty();
  }

  @Test
  void of_several_within_one_moment_the_lead_passes_once_from_the_first_to_the_last() {
    county("42001", "2020-11-04", 2, 1);
    county("42003", "2020-11-05", 1, 9);
    county("42005", "2020-11-05", 19, 9);
    county("42007", "2020-11-05", 9, 39);
    assertThat(leads()).containsExactly("biden to trump by 4");
  }
}
