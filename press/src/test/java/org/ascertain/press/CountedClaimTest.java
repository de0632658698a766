package org.ascertain.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.press.Copies.Pair;
import org.ascertain.press.Copies.Relation;
import org.junit.jupiter.api.Test;

/** What several texts say, each claim counted once for a text and its copies. */
class CountedClaimTest {

  private static final TextCheck CHECK = new TextCheck(new ArchivedRecords());

  private static final String REPORT =
      """
      December 16, 2020

      Biden defeated Trump 306-232. California's 54 electoral votes were cast for him.

      The weather was mild in most of the states, and the electors met in rooms that were larger than those of other years.
      """;

  private static final String COPY =
      REPORT.replace("mild in most", "cold in most").replace("California's", "California\u2019s");

  private static final String OTHER =
      """
      December 16, 2020

      A day later the governor spoke of something else. Biden defeated Trump 306-232.
      """;

  private record All(List<CheckedText> texts, List<Pair> copies) {
    static All of(String... texts) {
      List<CheckedText> checked = new ArrayList<>();
      for (String text : texts) checked.add(CHECK.check(text, Optional.empty(), Optional.empty()));
      return new All(checked, Copies.of(List.of(texts)));
    }

    List<CountedClaim> claims() {
      return CountedClaim.of(texts, copies);
    }

    String told() {
      return PressText.counted(texts, copies);
    }
  }

  @Test
  void a_claim_of_a_text_and_its_copy_is_counted_once() {
    All two = All.of(REPORT, COPY);
    assertThat(two.texts()).allMatch(text -> text.findings().size() == 2);
    assertThat(two.claims()).hasSize(2).allMatch(claim -> claim.texts().equals(List.of(0, 1)));
    assertThat(two.claims()).extracting(CountedClaim::sources).containsExactly(1, 1);
    assertThat(two.told())
        .isEqualTo(
            "2 texts of 1 source: 2 claims, each counted once for a text and its copies: 1"
                + " supported, 1 contradicted.");
  }

  @Test
  void of_texts_that_are_no_copies_each_counts() {
    All three = All.of(REPORT, COPY, OTHER);
    assertThat(three.claims()).hasSize(2);
    assertThat(three.claims().getFirst().texts()).containsExactly(0, 1, 2);
    assertThat(three.claims().getFirst().sources()).isEqualTo(2);
    assertThat(three.told())
        .isEqualTo(
            "3 texts of 2 sources: 3 claims, each counted once for a text and its copies: 2"
                + " supported, 1 contradicted.");
  }

  @Test
  void a_figure_that_is_wrong_in_one_copy_alone_is_a_claim_of_its_own() {
    All two = All.of(REPORT, REPORT.replace("306-232", "306-231"));
    assertThat(two.copies().getFirst().relation()).isEqualTo(Relation.SAME);
    assertThat(two.claims())
        .extracting(claim -> claim.finding().verdict(), CountedClaim::texts)
        .containsExactly(
            tuple(Verdict.SUPPORTED, List.of(0)),
            tuple(Verdict.CONTRADICTED, List.of(0, 1)),
            tuple(Verdict.CONTRADICTED, List.of(1)));
  }

  @Test
  void two_figures_that_are_wrong_for_one_reason_are_two_claims() {
    All two = All.of(REPORT.replace("306-232", "306-231"), REPORT.replace("306-232", "306-230"));
    assertThat(two.claims())
        .filteredOn(claim -> claim.finding().claim().contains("defeated"))
        .hasSize(2);
  }

  @Test
  void what_a_text_says_twice_stays_two_claims() {
    String twice = REPORT + "\nAgain: Biden defeated Trump 306-232.\n";
    All one = All.of(twice);
    assertThat(one.claims()).hasSameSizeAs(one.texts().getFirst().findings());
    All two = All.of(twice, REPORT);
    assertThat(two.claims()).hasSameSizeAs(one.claims());
  }

  @Test
  void a_copy_of_a_copy_is_of_the_same_source() {
    List<Pair> pairs =
        List.of(
            new Pair(0, 1, Relation.UNRELATED, 0, List.of()),
            new Pair(0, 2, Relation.SAME, 0.6, List.of()),
            new Pair(0, 3, Relation.SHARED, 0.2, List.of()),
            new Pair(1, 2, Relation.SAME, 0.6, List.of()),
            new Pair(1, 3, Relation.UNRELATED, 0, List.of()),
            new Pair(2, 3, Relation.UNRELATED, 0, List.of()));
    assertThat(CountedClaim.sources(4, pairs)).containsExactly(List.of(0, 1, 2), List.of(3));
    assertThat(CountedClaim.sources(2, List.of())).containsExactly(List.of(0), List.of(1));
  }

  @Test
  void copies_are_told_by_name_with_what_was_changed_and_others_not() {
    StringWriter out = new StringWriter();
    PrintWriter told = new PrintWriter(out);
    List<String> names = List.of("a.txt", "b.txt", "c.txt", "d.txt");
    PressText.copies(
        names,
        List.of(
            new Pair(
                0,
                1,
                Relation.SAME,
                0.934,
                List.of(
                    new Copies.Change("It was mild.", "It was cold."),
                    new Copies.Change("", "It rained."),
                    new Copies.Change("It snowed.", ""))),
            new Pair(0, 2, Relation.SHARED, 0.125, List.of()),
            new Pair(0, 3, Relation.UNRELATED, 0.01, List.of())),
        Integer.MAX_VALUE,
        told);
    told.flush();
    assertThat(out.toString().lines())
        .containsExactly(
            "",
            "a.txt and b.txt are one text in two copies (93 of a hundred runs of five words).",
            "  - It was mild.",
            "  + It was cold.",
            "  - (not in it)",
            "  + It rained.",
            "  - It snowed.",
            "  + (not in it)",
            "",
            "a.txt and c.txt share a wire or a quotation (13 of a hundred runs of five words).");
  }
}
