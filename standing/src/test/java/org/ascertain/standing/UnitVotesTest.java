package org.ascertain.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What a later statement leaves of an earlier one. */
class UnitVotesTest {

  private static final long NO = -1;

  private static UnitVotes said(long total, long other, boolean exact, long... figures) {
    return UnitVotes.said(
        7,
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
        .as("one more of the others is one more in all")
        .isEqualTo("[10, 8] other 3 total 21");
    assertThat(told(said(NO, NO, true, 7, 8).over(said(20, NO, true, NO, 8))))
        .as("a figure that was not there before changes nothing")
        .isEqualTo("[7, 8] other -1 total 20");
    assertThat(told(said(21, NO, true, 10, 8).over(said(20, 2, true, 10, 8))))
        .isEqualTo("[10, 8] other 2 total 21");
  }

  @Test
  void who_is_named_late_was_one_of_the_others_before() {
    assertThat(told(said(NO, NO, true, 10, 3).over(said(20, 5, true, 10, NO))))
        .as("five blank ballots stay nobody's")
        .isEqualTo("[10, 3] other 2 total 20");
    assertThat(told(said(NO, NO, true, 10, 3).over(said(NO, 5, true, 10, NO))))
        .isEqualTo("[10, 3] other 2 total -1");
    assertThat(told(said(NO, 5, true, 10, NO).over(said(NO, NO, true, 10, 3))))
        .as("and who is not named late is one of the others then")
        .isEqualTo("[10, 3] other 2 total -1");
  }

  @Test
  void what_statements_contradict_is_not_known() {
    assertThat(told(said(NO, NO, true, 10, 30).over(said(20, NO, true, 10, NO))))
        .as("the earlier total had only ten left for others")
        .isEqualTo("[10, 30] other -1 total -1");
    assertThat(told(said(NO, NO, true, 10, 30).over(said(20, 5, true, 10, NO))))
        .isEqualTo("[10, 30] other -1 total -1");
    assertThat(told(said(NO, 3, true, 10, NO).over(said(NO, NO, true, 10, 8))))
        .as("of three others eight were one")
        .isEqualTo("[10, 8] other -1 total -1");
    assertThat(told(said(15, NO, true, 10, NO).over(said(NO, NO, true, 10, 8))))
        .isEqualTo("[10, 8] other -1 total -1");
    assertThat(told(said(19, NO, true, 10, 8).over(said(NO, 2, true, 10, 8))))
        .as("a total with room for one of the two others")
        .isEqualTo("[10, 8] other -1 total 19");
  }

  @Test
  void every_figure_keeps_the_entry_that_gives_it() {
    UnitVotes later = UnitVotes.said(9, new long[] {11, NO}, none(), none(), true, false, false);
    UnitVotes both = later.over(said(20, 2, true, 10, 8));
    assertThat(both.entries()).containsExactly(9, 7, 7, 7);
    assertThat(said(NO, 3, true, 10, NO).over(said(NO, NO, true, 10, 8)).entries())
        .as("what is not known is nobody's")
        .containsExactly(7, 7, -1, -1);
  }

  private static OptionalLong none() {
    return OptionalLong.empty();
  }

  @Property(tries = 1_000)
  void no_figure_is_negative_and_named_and_others_are_never_more_than_the_total(
      @ForAll @Size(min = 2, max = 6) List<Long> seeds) {
    UnitVotes votes = statement(new Random(seeds.getFirst()));
    for (long seed : seeds.subList(1, seeds.size()))
      votes = statement(new Random(seed)).over(votes);
    long named = votes.other().orElse(0);
    for (long figure : votes.figures()) {
      assertThat(figure).isGreaterThanOrEqualTo(NO);
      named += Math.max(0, figure);
    }
    assertThat(Arrays.stream(votes.columns()).min().orElse(NO)).isGreaterThanOrEqualTo(NO);
    if (votes.total().isPresent()) assertThat(named).isLessThanOrEqualTo(votes.total().getAsLong());
  }

  /** Any statement that is let in: what it names is no more than its total. */
  private static UnitVotes statement(Random random) {
    long[] figures = random.longs(4, NO, 9).toArray();
    long other = random.nextLong(NO, 9);
    long named = Arrays.stream(figures).filter(n -> n > 0).sum() + Math.max(0, other);
    return said(random.nextBoolean() ? NO : named + random.nextInt(3), other, true, figures);
  }
}
