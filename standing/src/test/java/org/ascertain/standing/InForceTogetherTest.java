package org.ascertain.standing;

import static org.ascertain.standing.SmallElection.votes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Entry;
import org.ascertain.election.Votes;
import org.junit.jupiter.api.Test;

/** Documents that may stand together: in whatever order they come and go. */
class InForceTogetherTest {

  private static final Map<String, Long> ALL_BIDEN = figures(votes(20, 0));
  private static final Map<String, Long> ALL_TRUMP = figures(votes(0, 20));

  private final InForceTogether documents = new InForceTogether();

  private static Map<String, Long> figures(Votes votes) {
    return InForceTogether.figures(votes);
  }

  private static Entry entry(long index) {
    return AnyRecord.entry(index, SmallElection.ascertainment("PA", "2020-11-24", 20));
  }

  private void put(long index, Map<String, Long> figures, long... replaces) {
    documents.put(
        entry(index),
        replaces.length == 0 ? OptionalLong.empty() : OptionalLong.of(replaces[0]),
        figures);
  }

  private Optional<Long> agreed() {
    return documents.agreed().map(Entry::index);
  }

  private Optional<Long> last() {
    return documents.last().map(Entry::index);
  }

  @Test
  void nothing_stands_before_one_came() {
    assertThat(last()).isEmpty();
    assertThat(agreed()).isEmpty();
    documents.remove(entry(7));
    assertThat(last()).isEmpty();
  }

  @Test
  void one_alone_stands_whatever_it_says() {
    put(1, Map.of());
    assertThat(agreed()).contains(1L);
  }

  @Test
  void of_several_that_agree_the_last_stands() {
    put(1, ALL_BIDEN);
    put(2, ALL_BIDEN);
    assertThat(agreed()).contains(2L);
    put(3, ALL_TRUMP);
    assertThat(agreed()).isEmpty();
    assertThat(last()).contains(3L);
    documents.remove(entry(3));
    assertThat(agreed()).contains(2L);
    documents.remove(entry(2));
    assertThat(agreed()).contains(1L);
    documents.remove(entry(1));
    assertThat(last()).isEmpty();
  }

  @Test
  void a_dispute_ends_when_the_last_of_one_side_goes() {
    put(1, ALL_BIDEN);
    put(2, ALL_TRUMP);
    put(3, ALL_TRUMP);
    documents.remove(entry(2));
    assertThat(agreed()).isEmpty();
    documents.remove(entry(3));
    assertThat(agreed()).contains(1L);
    put(4, ALL_TRUMP);
    documents.remove(entry(1));
    assertThat(agreed()).contains(4L);
  }

  @Test
  void those_that_name_more_or_fewer_agree_if_all_name_somebody_alike() {
    put(1, Map.of("biden", 20L));
    put(2, Map.of("biden", 20L, "trump", 0L));
    assertThat(agreed()).contains(2L);
    put(3, Map.of("trump", 0L));
    assertThat(agreed()).as("the first and the third share no name").isEmpty();
    documents.remove(entry(1));
    assertThat(agreed()).contains(3L);
  }

  @Test
  void who_is_replaced_stands_no_more_whichever_came_first() {
    put(1, ALL_BIDEN);
    put(2, ALL_TRUMP, 1);
    assertThat(agreed()).contains(2L);
    put(4, ALL_BIDEN, 5);
    put(5, ALL_TRUMP);
    assertThat(agreed()).as("4 disputes, 5 is replaced").isEmpty();
    documents.remove(entry(4));
    assertThat(agreed()).as("both say the same").contains(5L);
  }

  @Test
  void who_was_replaced_stands_again_when_the_last_that_replaced_it_goes() {
    put(1, ALL_BIDEN);
    put(2, ALL_TRUMP, 1);
    put(3, ALL_TRUMP, 1);
    documents.remove(entry(2));
    assertThat(agreed()).as("3 still replaces it").contains(3L);
    documents.remove(entry(3));
    assertThat(agreed()).contains(1L);
  }

  @Test
  void one_that_is_replaced_can_go_and_nothing_changes() {
    put(1, ALL_BIDEN);
    put(2, ALL_TRUMP, 1);
    documents.remove(entry(1));
    assertThat(agreed()).contains(2L);
    documents.remove(entry(2));
    assertThat(last()).isEmpty();
    put(6, ALL_BIDEN, 6);
    assertThat(agreed()).as("nobody replaces itself").contains(6L);
  }

  @Test
  void of_votes_by_electors_names_of_both_offices_count() {
    Map<String, Long> ticket = InForceTogether.figures(SmallElection.ballots(20, 0));
    assertThat(ticket)
        .containsEntry("biden", 20L)
        .containsEntry("vicePresident.harris", 20L)
        .containsEntry("vicePresident.pence", 0L)
        .hasSize(4);
  }
}
