package org.ascertain.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Of which election a sentence speaks, and of what a score is one. */
class OtherElectionsTest {

  private static final TextCheck CHECK = new TextCheck(new ArchivedRecords());

  private static List<Finding> findings(String text) {
    return CHECK.check(text, Optional.empty(), Optional.empty()).findings();
  }

  private static List<String> verdicts(String text, String claim) {
    return findings(text).stream()
        .filter(each -> each.claim().contains(claim))
        .map(each -> each.election() + " " + each.verdict().word())
        .toList();
  }

  @Test
  void a_text_on_the_eve_of_an_election_speaks_of_the_one_whose_names_it_has() {
    String text =
        "LONDON, November 5, 2012 - This blog looks back. John McCain had 173 electoral votes."
            + " Sarah Palin went home. McCain carried Missouri by 3,903 votes. Barack Obama and Joe"
            + " Biden beat McCain and Palin. Texas has 34 electors.";

    assertThat(verdicts(text, "34")).containsExactly("us-president-2008 supported");
  }

  @Test
  void after_another_election_was_named_a_sentence_of_either_gets_no_verdict() {
    String own = "WASHINGTON, January 7, 2005 - George W. Bush beat John Kerry. ";

    assertThat(verdicts(own + "Florida had 27 electors.", "27"))
        .containsExactly("us-president-2004 supported");
    assertThat(verdicts(own + "In 2000 it was Gore. Florida had 27 electors.", "27")).isEmpty();
    assertThat(verdicts(own + "In 2000 it was Gore. The majority was 270 votes.", "270"))
        .isNotEmpty()
        .allMatch(verdict -> verdict.endsWith("supported"));
  }

  @Test
  void a_score_that_stood_for_a_while_or_would_have_been_is_not_held_against_the_outcome() {
    String own = "WASHINGTON, January 7, 2021 - ";

    assertThat(verdicts(own + "Congress declared it: Biden won by 305 to 233.", "305"))
        .containsExactly("us-president-2020 contradicted");
    assertThat(verdicts(own + "So then Biden was ahead, 305 to 233.", "305")).isEmpty();
    assertThat(verdicts(own + "Some minds changed, and it is Trump, 305 to 233.", "305")).isEmpty();
  }

  @Test
  void what_stands_behind_a_comma_and_was_not_read_forbids_support() {
    String own = "WASHINGTON, January 20, 1961 - ";

    assertThat(verdicts(own + "Richard Nixon carried more states.", "more states"))
        .containsExactly("us-president-1960 supported");
    assertThat(verdicts(own + "Richard Nixon carried more states, twenty-eight of them.", "more"))
        .noneMatch(verdict -> verdict.endsWith("supported"));
  }
}
