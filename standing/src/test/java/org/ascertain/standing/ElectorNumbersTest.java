package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.ascertainment;
import static org.ascertain.standing.SmallElection.electors;
import static org.ascertain.standing.SmallElection.on;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Extent;
import org.ascertain.election.Fact.Matter;
import org.ascertain.standing.Standing.ElectorFigures;
import org.junit.jupiter.api.Test;

/**
 * The four numbers where the record is silent: none by the law's day, none on record, not known.
 */
class ElectorNumbersTest {

  private final SmallElection election = new SmallElection();

  private ElectorFigures at(String moment) {
    return election.at(moment).electors();
  }

  @Test
  void before_the_days_of_the_law_there_are_none() {
    assertThat(at("2020-11-02").appointed()).hasValue(0);
    assertThat(at("2020-12-13").cast()).hasValue(0);
    assertThat(at("2021-01-05").counted()).hasValue(0);
  }

  @Test
  void from_those_days_on_a_silent_record_does_not_tell() {
    assertThat(at("2020-11-03").appointed()).isEmpty();
    assertThat(at("2020-12-14").cast()).isEmpty();
    assertThat(at("2021-01-06").counted()).isEmpty();
    assertThat(at("2021-01-06").asFarAsKnown())
        .containsExactly(Figure.Electors.APPOINTED, Figure.Electors.CAST, Figure.Electors.COUNTED);
  }

  @Test
  void a_record_that_holds_all_of_them_tells_by_silence_that_there_are_none() {
    List.of(Matter.ASCERTAINMENTS, Matter.ELECTOR_VOTES, Matter.COUNTED)
        .forEach(
            matter ->
                election.add(
                    new Fact.Coverage(
                        on("2020-11-03"),
                        matter,
                        Extent.COMPLETE,
                        Optional.empty(),
                        List.of(),
                        Optional.empty())));
    ElectorFigures end = at("2021-01-06");
    assertThat(end.appointed()).hasValue(0);
    assertThat(end.cast()).hasValue(0);
    assertThat(end.counted()).hasValue(0);
    assertThat(end.asFarAsKnown()).isEmpty();
  }

  @Test
  void what_is_known_of_some_is_told_as_far_as_it_is_known() {
    election.add(ascertainment("GA", "2020-11-20", 16)).add(electors("PA", "2020-12-14", 20, 0));
    ElectorFigures end = at("2020-12-14");
    assertThat(end.appointed()).hasValue(36);
    assertThat(end.cast()).hasValue(20);
    assertThat(end.asFarAsKnown()).containsExactly(Figure.Electors.APPOINTED, Figure.Electors.CAST);
  }
}
