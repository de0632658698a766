package org.ascertain.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VotesTest {

  private static final List<String> IDS = List.of("biden", "trump");

  @Test
  void who_is_not_named_has_no_figure_and_who_has_nought_has() {
    Votes votes = Votes.of(IDS, 0, 5);
    assertThat(votes.count("biden")).hasValue(0);
    assertThat(votes.count("jorgensen")).isEmpty();
    assertThat(votes.sum()).isEqualTo(5);
  }

  @Test
  void the_order_is_the_given_one_and_no_part_of_what_they_are() {
    Map<String, Long> given = new LinkedHashMap<>();
    given.put("trump", 5L);
    given.put("biden", 3L);
    assertThat(Votes.of(given).ids()).containsExactly("trump", "biden");
    assertThat(Votes.of(given))
        .isEqualTo(Votes.of(IDS, 3, 5))
        .hasSameHashCodeAs(Votes.of(IDS, 3, 5))
        .isNotEqualTo(Votes.of(IDS, 5, 3));
    assertThat(Votes.of(IDS, 3, 5))
        .isEqualTo(Votes.of(new ArrayList<>(IDS), 3, 5))
        .hasSameHashCodeAs(Votes.of(IDS, 3, 5))
        .hasToString("biden 3, trump 5");
  }

  @Test
  void lists_that_are_shared_stay_shared() {
    assertThat(Votes.of(IDS, 1, 2).ids()).isSameAs(IDS);
  }

  @Test
  void they_cannot_be_changed_from_outside() {
    long[] counts = {1, 2};
    List<String> ids = new ArrayList<>(IDS);
    Votes votes = Votes.of(ids, counts);
    counts[0] = 9;
    ids.set(0, "nobody");
    assertThat(votes).isEqualTo(Votes.of(IDS, 1, 2));
  }

  @Test
  void negative_votes_and_votes_without_a_name_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Votes.of(IDS, 1, -2));
    assertThatIllegalArgumentException().isThrownBy(() -> Votes.of(IDS, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Votes.of(IDS, 1, 2, 3));
  }
}
