package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ascertain.answers.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts held against the record, as a user does it. */
class CheckTextTest {

  private static final String REPORT =
      """
      December 16, 2020

      Biden defeated Trump 306-232 when the Electoral College voted on Monday. California's 54 electoral votes were cast for him.

      The weather was mild.
      """;

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void each_claim_is_told_with_its_verdict_and_reason() throws IOException {
    Ran ran = Ran.done("check-text", file("report.txt", REPORT));
    assertThat(ran.out())
        .contains("Judged as of 16 Dec 2020 (the text's dateline).")
        .contains("SUPPORTED, us-president-2020")
        .contains("\"Biden defeated Trump 306-232\"")
        .contains("CONTRADICTED, us-president-2020")
        .contains("By law California had 55 electors in 2020.");
  }

  @Test
  void json_has_each_finding_with_its_place_and_copies() throws IOException {
    JsonValue answer =
        Ran.done(
                "check-text",
                "--json",
                file("a.txt", REPORT),
                file("b.txt", REPORT.replace("mild", "cold")))
            .json();
    assertThat(answer.at("texts").items()).hasSize(2);
    JsonValue first = answer.at("texts").items().getFirst();
    assertThat(first.at("day").text()).isEqualTo("2020-12-16");
    assertThat(first.at("findings").items().getFirst().at("verdict").text()).isEqualTo("supported");
    assertThat(answer.at("copies").items().getFirst().at("relation").text()).isEqualTo("same");
  }

  @Test
  void a_text_that_cannot_be_judged_is_told_and_one_that_cannot_be_read_is_wrong()
      throws IOException {
    assertThat(Ran.done("check-text", file("c.txt", "The electors voted for Biden.")).out())
        .contains("Not judged. Which day is the text of?");
    Ran missing = Ran.run("check-text", folder.resolve("none.txt").toString());
    assertThat(missing.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(missing.err()).contains("cannot be read");
  }

  @Test
  void the_day_and_the_election_can_be_given() throws IOException {
    String file =
        file("d.txt", "The electoral votes were counted and Bush won 271 electoral votes.");
    assertThat(Ran.done("check-text", file, "--as-of", "2001-01-10", "--election", "2000").out())
        .contains("1 supported");
    assertThat(Ran.run("check-text", file, "--as-of", "never").exit()).isEqualTo(ExitCode.USAGE);
    assertThat(Ran.run("check-text", file, "--election", "2001").exit()).isEqualTo(ExitCode.USAGE);
  }
}
