package org.ascertain.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a later statement leaves of an earlier one. */
class UnitVotesTest {

  private static final long NO = -1;

  private static UnitVotes said(long total, long other, boolean exact, long... figures) {
    return new UnitVotes(
        figures,
        other < 0 ? OptionalLong.empty() : OptionalLong.of(other),
        total < 0 ? OptionalLong.empty() : OptionalLong.of(total),
        exact,
        false,
        false);
  }

  private static String told(UnitVotes votes) {
    return Arrays.toString(votes.figures())
        + " other "
        + amount(votes.other())
        + " total "
        + amount(votes.total())
        + (votes.isExact() ? "" : ", not exact")
        + (votes.isSum() ? ", a sum" : "");
  }

  private static String amount(OptionalLong amount) {
    return Long.toString(amount.orElse(NO));
  }

  @Test
  void a_later_statement_of_everything_takes_the_place_of_all() {
    assertThat(told(said(20, 2, true, 10, 8).over(said(15, 1, false, 9, 5))))
        .isEqualTo("[10, 8] other 2 total 20");
    assertThat(told(said(20, 2, false, 10, 8).over(said(15, 1, true, 9, 5))))
        .isEqualTo("[10, 8] other 2 total 20, not exact");
  }

  @Test
  void what_it_is_silent_on_is_carried_over_and_exact_only_if_both_agree() {
    assertThat(told(said(NO, NO, true, 10, NO).over(said(NO, NO, true, 10, 5))))
        .isEqualTo("[10, 5] other -1 total -1");
    assertThat(told(said(NO, NO, true, 10, NO).over(said(NO, NO, true, 9, 5))))
        .isEqualTo("[10, 5] other -1 total -1, not exact");
    assertThat(told(said(NO, NO, true, 10, NO).over(said(NO, NO, false, 10, 5))))
        .isEqualTo("[10, 5] other -1 total -1, not exact");
    assertThat(told(said(NO, NO, true, 0, NO).over(said(NO, NO, true, 0, 0))))
        .as("nought is a figure")
        .isEqualTo("[0, 0] other -1 total -1");
  }

  @Test
  void a_total_that_is_carried_over_changes_by_as_much_as_the_figures_and_is_a_sum() {
    assertThat(told(said(NO, NO, true, 12, NO).over(said(20, 2, true, 10, 8))))
        .isEqualTo("[12, 8] other 2 total 22, not exact, a sum");
    assertThat(told(said(NO, NO, true, 10, 8).over(said(20, 2, true, 10, 8))))
        .isEqualTo("[10, 8] other 2 total 20");
    assertThat(told(said(NO, 3, true, 10, 8).over(said(20, 2, true, 10, 8))))
        .isEqualTo("[10, 8] other 3 total 20");
    assertThat(told(said(NO, NO, true, 7, 8).over(said(20, NO, true, NO, 8))))
        .as("a figure that was not there before changes nothing")
        .isEqualTo("[7, 8] other -1 total 20");
    assertThat(told(said(21, NO, true, 10, 8).over(said(20, 2, true, 10, 8))))
        .isEqualTo("[10, 8] other 2 total 21");
  }
}
