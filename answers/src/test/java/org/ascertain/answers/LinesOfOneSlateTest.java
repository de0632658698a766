package org.ascertain.answers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Votes for the same electors on several lines are one sum wherever a page shows who is ahead. */
class LinesOfOneSlateTest {

  private final AllAnswers answers = new AllAnswers(SampleRecord.lines(), Edition.OVER);

  @Test
  void the_story_adds_them_up_at_the_first_of_them() {
    assertThat(answers.story()).contains("[4150000,4000000,-1,7]");
  }

  @Test
  void counties_add_them_up_too() {
    assertThat(answers.counties()).contains("\"NY/36001\":[50,40,-1]");
  }

  @Test
  void which_tickets_are_lines_of_a_slate_is_told() {
    assertThat(answers.about())
        .contains("{\"id\":\"ash-labor\",\"president\":\"ash\",\"slate\":\"ash\"}");
  }
}
