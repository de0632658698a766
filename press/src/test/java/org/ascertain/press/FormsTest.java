package org.ascertain.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
}
