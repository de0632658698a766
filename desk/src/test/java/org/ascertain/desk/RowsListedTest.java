package org.ascertain.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Which rows an answer lists, where there are more than it can. */
class RowsListedTest {

  private static RowAnswer row(long number, IntakeCheck check) {
    boolean isNote = check.severity() == Severity.NOTE;
    Told told =
        new Told(check.code(), check.severity().word(), "", "", "", 1, Told.NONE, Told.NONE);
    return new RowAnswer(
        number,
        isNote ? Decision.RECORDED : Decision.KEPT,
        List.of(told),
        isNote ? OptionalLong.empty() : OptionalLong.of(number),
        isNote ? OptionalLong.of(number) : OptionalLong.empty());
  }

  @Test
  void no_note_takes_the_place_of_a_row_that_waits_or_of_what_was_done_to_the_file() {
    RowsListed listed = new RowsListed();
    for (int i = 1; i <= 3_000; i++)
      listed.accept(
          row(
              i,
              i == 2_500
                  ? IntakeCheck.NOT_READ
                  : i == 2_000 ? IntakeCheck.READ_SO : IntakeCheck.ROW_REPEATED));
    assertThat(listed.rows()).hasSize(IntakeJson.MOST_ROWS);
    assertThat(listed.rows()).extracting(RowAnswer::row).startsWith(2_500L, 2_000L, 1L, 2L);
    assertThat(listed.further()).isEqualTo(2_000);
  }

  @Test
  void of_more_rows_that_wait_than_are_listed_the_first_are_and_the_rest_is_counted() {
    RowsListed listed = new RowsListed();
    for (int i = 1; i <= 1_500; i++) listed.accept(row(i, IntakeCheck.NOT_READ));
    assertThat(listed.rows()).hasSize(1_000).extracting(RowAnswer::row).startsWith(1L);
    assertThat(listed.further()).isEqualTo(500);
  }
}
