package org.ascertain.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** By whom, by what means and on what day something was said: none of it may be another's. */
class WhoSaidItTest {

  private static final TextCheck CHECK = new TextCheck(new ArchivedRecords());

  private static List<Verdict> verdicts(String text) {
    return CHECK.check(text, Optional.empty(), Optional.empty()).findings().stream()
        .map(Finding::verdict)
        .toList();
  }

  @Test
  void words_that_are_put_in_the_mouth_of_another_are_not_supported() {
    assertThat(
            verdicts(
                "WASHINGTON, Dec. 16, 2020 — Trump wrote, \"For my part, I am ready for interaction"
                    + " and contacts with you.\""))
        .doesNotContain(Verdict.SUPPORTED);
    assertThat(
            verdicts(
                "MOSCOW, Dec. 16, 2020 — On Tuesday, Putin wrote to Biden: \"For my part, I am ready"
                    + " for interaction and contacts with you.\""))
        .contains(Verdict.SUPPORTED)
        .doesNotContain(Verdict.CONTRADICTED);
  }

  @Test
  void words_of_a_neighbouring_day_are_imprecise() {
    assertThat(
            verdicts(
                "MOSCOW, Dec. 16, 2020 — On Monday, Putin wrote: \"For my part, I am ready for"
                    + " interaction and contacts with you.\""))
        .containsExactly(Verdict.IMPRECISE);
  }

  @Test
  void a_telegram_is_no_letter_and_no_call() {
    assertThat(
            verdicts(
                "WASHINGTON, Dec. 16, 2020 — Putin sent a telegram of congratulations to Biden on"
                    + " Tuesday."))
        .containsExactly(Verdict.SUPPORTED);
    for (String text :
        List.of(
            "WASHINGTON, Dec. 16, 2020 — Putin sent a letter of congratulations to Biden on"
                + " Tuesday.",
            "WASHINGTON, Nov. 10, 1960 — Nixon telephoned Kennedy to concede.",
            "WASHINGTON, Nov. 4, 2004 — Kerry conceded by telegram."))
      assertThat(verdicts(text)).as(text).doesNotContain(Verdict.SUPPORTED);
  }

  @Test
  void that_somebody_congratulated_one_does_not_say_that_he_congratulated_no_other() {
    assertThat(verdicts("MOSCOW, Dec. 20, 2016 — Putin never congratulated Clinton."))
        .doesNotContain(Verdict.SUPPORTED);
  }

  @Test
  void a_figure_of_votes_is_not_one_of_ballots_that_were_rejected() {
    assertThat(verdicts("ATLANTA, Feb. 1, 2021 — Georgia rejected 11,779 ballots."))
        .doesNotContain(Verdict.SUPPORTED);
  }

  @Test
  void words_that_go_on_behind_a_blank_line_are_one_quotation() {
    assertThat(
            verdicts(
                "MOSCOW, Dec. 16, 2020 — On Tuesday Putin wrote: \"For my part, I am ready\n\nfor"
                    + " interaction and contacts with you.\""))
        .containsExactly(Verdict.SUPPORTED, Verdict.SUPPORTED);
  }

  @Test
  void he_behind_the_speaker_is_the_speaker() {
    assertThat(
            verdicts(
                "MOSCOW, Dec. 16, 2020 — Putin wrote to Biden. He added, \"For my part, I am ready"
                    + " for interaction and contacts with you.\""))
        .contains(Verdict.SUPPORTED);
    assertThat(
            verdicts(
                "MOSCOW, Dec. 16, 2020 — Biden spoke on Monday. He added, \"For my part, I am ready"
                    + " for interaction and contacts with you.\""))
        .doesNotContain(Verdict.SUPPORTED);
  }

  @Test
  void a_headline_behind_the_number_of_a_counter_is_read() {
    assertThat(
            verdicts(
                "MOSCOW, Dec. 16, 2020\n\n0\nPutin Congratulates Joe Biden on His Victory\n\nIt was"
                    + " a cold day in the city."))
        .containsExactly(Verdict.SUPPORTED);
  }
}
