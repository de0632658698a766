package org.ascertain.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ascertain.press.Copies.Change;
import org.ascertain.press.Copies.Relation;
import org.junit.jupiter.api.Test;

class CopiesTest {

  private static final String WIRE =
      "The electors of Georgia met at noon in the capitol. They cast sixteen votes for Biden, the"
          + " first for a Democrat in many years. Nobody strayed.";

  @Test
  void marks_and_capitals_make_no_other_text() {
    Copies.Pair pair =
        Copies.of(List.of(WIRE, WIRE.toUpperCase(java.util.Locale.ROOT).replace(",", " \u2014")))
            .getFirst();
    assertThat(pair.relation()).isEqualTo(Relation.SAME);
    assertThat(pair.shared()).isEqualTo(1.0);
    assertThat(pair.changes()).isEmpty();
  }

  @Test
  void what_was_changed_between_copies_is_shown() {
    Copies.Pair pair = Copies.of(List.of(WIRE, WIRE.replace("at noon", "at one"))).getFirst();
    assertThat(pair.relation()).isEqualTo(Relation.SAME);
    assertThat(pair.changes())
        .containsExactly(
            new Change(
                "The electors of Georgia met at noon in the capitol.",
                "The electors of Georgia met at one in the capitol."));
  }

  @Test
  void a_shared_quotation_is_not_one_text() {
    String quotation = "there is no evidence that any voting system deleted or lost votes";
    Copies.Pair pair =
        Copies.of(
                List.of(
                    "On Thursday officials who oversee the security of elections in the country"
                        + " issued a joint statement. It said that "
                        + quotation
                        + ", and that this one was secure.",
                    "Lawyers kept filing suits in several states all the while. But in November a"
                        + " group of officials had found, as they wrote, that "
                        + quotation
                        + " or changed them in any way at all."))
            .getFirst();
    assertThat(pair.relation()).isEqualTo(Relation.SHARED);
  }

  @Test
  void two_renderings_of_one_message_are_shown_beside_each_other() {
    Copies.Pair pair =
        Copies.of(
                List.of(
                    "The message said: \"I am sure that our two nations, for all that divides them,"
                        + " can truly help to solve the troubles of the world.\" It came late.",
                    "He wrote of friendship. Our two nations, he was sure, for all that separates"
                        + " them, can really help to solve the troubles of this world."))
            .getFirst();
    assertThat(pair.relation()).isEqualTo(Relation.SHARED);
    assertThat(pair.changes()).hasSize(1);
    assertThat(pair.changes().getFirst().one()).contains("for all that divides them");
    assertThat(pair.changes().getFirst().other()).contains("for all that separates them");
  }

  @Test
  void two_texts_of_one_subject_are_unrelated() {
    assertThat(
            Copies.of(
                    List.of(
                        WIRE,
                        "Biden won Georgia, and its sixteen electors voted for him on a Monday."))
                .getFirst()
                .relation())
        .isEqualTo(Relation.UNRELATED);
  }
}
