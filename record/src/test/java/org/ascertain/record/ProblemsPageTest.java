package org.ascertain.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.ascertain.election.Check;
import org.junit.jupiter.api.Test;

/** The page of problems is made from the checks. */
class ProblemsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "problems.md");

  private static final String RENEW =
      "mvn -pl record -am test -Dtest=ProblemsPageTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -DrenewPages";

  @Test
  void the_page_says_what_the_checks_say() throws IOException {
    if (System.getProperty("renewPages") != null) Files.writeString(PAGE, page());

    assertThat(PAGE).as("docs/problems.md, renewed by: " + RENEW).content().isEqualTo(page());
  }

  private static String page() {
    return """
    # Problems

    What `check` can say about a record. A code stays what it is; the words may get better. A problem has the line of
    the record, the code, and the path of the field, as in `line 7, R206, votes.biden`. `…` is what was found there.

    """
        + section('1', "Bytes", "The bytes of a line.")
        + section('2', "Fields", "The fields of a fact.")
        + section('3', "Place", "The entry's place in the record, and the entries it speaks of.")
        + section('4', "Election", "The election to which the entry belongs.")
        + section('5', "Law", "The law of the day.")
        + section('6', "Remarks", "Facts that stand and that somebody should look at.")
        + "---\nMade from `Check.java` by `"
        + RENEW
        + "`\n";
  }

  private static String section(char hundred, String title, String about) {
    return "## %s (R%sxx)\n%s\n\n| code | what is wrong | what to do |\n|---|---|---|\n%s\n\n"
        .formatted(title, hundred, about, rows(hundred));
  }

  private static String rows(char hundred) {
    return Arrays.stream(Check.values())
        .filter(check -> check.code().charAt(1) == hundred)
        .map(check -> "| %s | %s | %s |".formatted(check.code(), says(check), check.advice()))
        .collect(Collectors.joining("\n"));
  }

  private static String says(Check check) {
    return check.says("\u2026").replaceAll("(\\w)\u2026", "$1");
  }

  @Test
  void every_check_has_a_code_of_its_own_in_one_of_the_sections() {
    assertThat(Arrays.stream(Check.values()).map(Check::code))
        .allMatch(code -> code.matches("R[1-6]\\d\\d"))
        .doesNotHaveDuplicates();
  }
}
