package org.ascertain.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadTextTest {

  private static final TextCheck CHECK = new TextCheck(new ArchivedRecords());

  private static CheckedText check(String text) {
    return CHECK.check(text, Optional.empty(), Optional.empty());
  }

  @Test
  void a_text_without_a_day_is_asked_for_it() {
    assertThat(check(AnnotatedTexts.text("hostile-no-dateline")).refused().orElse(""))
        .contains("Which day");
  }

  @Test
  void a_day_that_is_said_with_its_weekday_is_the_day_of_a_text() {
    CheckedText said =
        check("Good evening. It's Saturday the seventh of November, and it is Joe Biden.");
    assertThat(said.day()).contains(LocalDate.of(2020, 11, 7));
    assertThat(check("It's Friday the seventh of November, and it is Joe Biden.").refused())
        .isPresent();
  }

  @Test
  void what_may_be_of_something_else_contradicts_nothing() {
    for (String claim :
        List.of(
            "No objection had been put to the two chambers since 1969.",
            "Move its 20 electors and the president is left with 266.",
            "Ohio was close. The lead is about two percent of the state's ballots.",
            "He lost to the president, who won 50.7 percent."))
      assertThat(
              check("January 12, 2005\n\nJohn Kerry and George W. Bush met. " + claim).findings())
          .as(claim)
          .noneMatch(found -> found.verdict() == Verdict.CONTRADICTED);
  }

  @Test
  void a_day_that_is_told_after_how_something_was_done_is_of_it() {
    assertThat(check("January 12, 2005\n\nMr. Kerry conceded by telephone on Nov. 2.").findings())
        .extracting(Finding::verdict)
        .containsExactly(Verdict.CONTRADICTED);
  }

  @Test
  void a_number_without_its_month_is_of_the_text_s_own_where_it_is_past() {
    String said =
        "December 16, 2020\n\nSlovenia's prime minister hailed Mr. Trump on 4 November. The last to"
            + " certify, on the 9th, was West Virginia. Not one elector broke ranks.";
    assertThat(check(said).findings())
        .filteredOn(found -> found.form().equals("certified-first-or-last"))
        .extracting(Finding::verdict)
        .containsExactly(Verdict.SUPPORTED);
    assertThat(check(said).findings()).noneMatch(found -> found.verdict() == Verdict.CONTRADICTED);
  }

  @Test
  void another_language_is_recognised_and_refused() {
    CheckedText spanish = check(AnnotatedTexts.text("hostile-spanish"));
    assertThat(spanish.language()).isEqualTo("es");
    assertThat(spanish.refused().orElse("")).contains("only English is read");
  }

  @Test
  void markup_is_left_out_and_places_are_those_of_the_file() {
    String html =
        "<!doctype html><html><head><title>x</title><script>var a = 'Biden won 999 electoral"
            + " votes.';</script></head><body><p>December 15, 2020</p><p>Biden <b>defeated</b>"
            + " Trump&nbsp;306&ndash;232.</p></body></html>";
    CheckedText checked = check(html);
    assertThat(checked.findings()).hasSize(1);
    Finding found = checked.findings().getFirst();
    assertThat(html.substring(found.start(), found.end()))
        .isEqualTo("Biden <b>defeated</b> Trump&nbsp;306&ndash;232");
    assertThat(found.claim()).isEqualTo("Biden defeated Trump 306-232");
    assertThat(found.verdict()).isEqualTo(Verdict.SUPPORTED);
  }

  @Test
  void a_page_of_html_is_read() {
    assertThat(check(AnnotatedTexts.text("hostile-html")).findings()).isNotEmpty();
  }

  @Test
  void a_text_of_another_election_than_its_day_suggests_is_judged_by_that_one() {
    CheckedText checked = check(AnnotatedTexts.text("hostile-other-election"));
    assertThat(checked.findings()).isNotEmpty();
    assertThat(checked.findings())
        .filteredOn(found -> found.claim().contains("271"))
        .isNotEmpty()
        .allMatch(found -> found.election().equals("us-president-2000"));
  }

  @Test
  void ten_million_bytes_are_refused_at_once() {
    assertThat(check("Biden defeated Trump. ".repeat(500_000)).refused().orElse(""))
        .contains("no more are read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n\t ",
        "\u0000\u0001\u0002",
        "?",
        "⟦C0⟧ defeated ⟦C1⟧ ⟦X2⟧",
        "<p>",
        "&#999999999;",
        "\"\"\"\"",
        "((((("
      })
  void nothing_to_read_makes_no_finding(String text) {
    assertThat(
            CHECK.check(text, Optional.empty(), Optional.of(LocalDate.of(2020, 12, 15))).findings())
        .isEmpty();
  }

  @Test
  void control_characters_are_blanks() {
    CheckedText checked =
        CHECK.check(
            "Biden\u0000defeated \u0007 Trump\u00a0306-232.",
            Optional.empty(),
            Optional.of(LocalDate.of(2020, 12, 15)));
    assertThat(checked.findings()).extracting(Finding::verdict).containsExactly(Verdict.SUPPORTED);
    assertThat(checked.findings().getFirst().start()).isEqualTo(0);
  }

  @Test
  void what_is_only_supposed_or_asked_is_no_claim() {
    for (String text :
        new String[] {
          "Trump claimed that he had won Pennsylvania.",
          "If Trump won Georgia, the count would change.",
          "Did Trump win Georgia? Trump could have won Georgia.",
          "Polls suggested that Trump won Georgia."
        })
      assertThat(
              CHECK
                  .check(text, Optional.empty(), Optional.of(LocalDate.of(2020, 12, 15)))
                  .findings())
          .as(text)
          .allMatch(f -> f.verdict() != Verdict.CONTRADICTED);
  }

  @Test
  void a_denial_is_supported_only_where_the_record_holds_all() {
    assertThat(verdict("Trump did not win Georgia.")).isEqualTo(Verdict.SUPPORTED);
    assertThat(verdict("Biden did not win Georgia.")).isEqualTo(Verdict.CONTRADICTED);
    assertThat(verdict("Trump has never conceded.")).isEqualTo(Verdict.BEYOND);
  }

  private static Verdict verdict(String text) {
    return CHECK
        .check(text, Optional.empty(), Optional.of(LocalDate.of(2020, 12, 15)))
        .findings()
        .getFirst()
        .verdict();
  }
}
