package org.ascertain.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FormsTest {

  private static final TextCheck CHECK = new TextCheck(new ArchivedRecords());

  @TestFactory
  Stream<DynamicTest> each_form_reads_its_examples() {
    return Forms.ALL.stream()
        .flatMap(
            form ->
                form.examples().stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                form.id() + ": " + example.sentence(),
                                () -> holds(form, example))));
  }

  private static void holds(Form form, Form.Example example) {
    CheckedText checked =
        CHECK.check(
            example.sentence(), Optional.empty(), Optional.of(LocalDate.parse(example.day())));
    List<Finding> found =
        checked.findings().stream().filter(f -> f.form().equals(form.id())).toList();
    assertThat(found).as("%s", checked).hasSize(1);
    assertThat(found.getFirst().verdict()).as("%s", found).isEqualTo(example.verdict());
  }

  @Test
  void there_are_sixty_forms_or_more_each_with_its_own_name() {
    Set<String> ids = new HashSet<>(Forms.ALL.stream().map(Form::id).toList());
    assertThat(ids).hasSameSizeAs(Forms.ALL).hasSizeGreaterThanOrEqualTo(60);
  }

  /**
   * Forms that cannot support anything, and why: of what they are told the record holds only a
   * part, or the like of it.
   */
  private static final Map<String, String> NEVER_SUPPORTED =
      Map.of(
          "words-in-substance", "other words than the record's are imprecise at best",
          "suits-failed", "the record does not hold every suit",
          "no-court", "the record does not hold every suit",
          "no-government", "the record does not hold all congratulations",
          "yet-to-congratulate", "the record does not hold all congratulations",
          "same-as-projected", "the record has the calls of every state of one caller only",
          "age", "the record has no days of birth");

  /** Forms that cannot contradict anything: what they deny the record may not hold. */
  private static final Map<String, String> NEVER_CONTRADICTED =
      Map.of(
          "words-in-substance", "what else was said the record may not hold",
          "many-congratulated", "others may have congratulated him",
          "message-of", "there may have been other messages",
          "same-as-projected", "others may have projected it",
          "supreme-court-ruled", "it may have ruled on other suits that day",
          "age", "the record has no days of birth");

  /** One that says the same whatever it reads shows it in an example. */
  @Test
  void each_form_shows_a_claim_that_is_right_and_one_that_is_wrong() {
    for (Form form : Forms.ALL) {
      Set<Verdict> shown =
          form.examples().stream().map(Form.Example::verdict).collect(Collectors.toSet());
      assertThat(shown.contains(Verdict.SUPPORTED))
          .as("%s shows a supported claim", form.id())
          .isEqualTo(!NEVER_SUPPORTED.containsKey(form.id()));
      assertThat(shown.contains(Verdict.CONTRADICTED))
          .as("%s shows a contradicted claim", form.id())
          .isEqualTo(!NEVER_CONTRADICTED.containsKey(form.id()));
      if (!form.id().equals("words-in-substance") && !form.id().equals("age"))
        assertThat(shown).as("%s", form.id()).hasSizeGreaterThan(1);
    }
  }
}
