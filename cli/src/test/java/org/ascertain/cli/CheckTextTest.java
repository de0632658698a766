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

      Biden defeated Trump 306-232. California's 54 electoral votes were cast for him.

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

  @Test
  void of_several_files_each_is_told_then_what_they_have_in_common() throws IOException {
    String copy = REPORT.replace("mild", "cold");
    Ran ran = Ran.done("check-text", file("a.txt", REPORT), file("b.txt", copy));
    assertThat(ran.lines()).filteredOn(line -> line.contains("2 claims: 1 supp")).hasSize(2);
    assertThat(ran.out())
        .contains("a.txt and ")
        .contains("b.txt are one text in two copies (")
        .contains("  - The weather was mild.")
        .contains("  + The weather was cold.");
    assertThat(ran.lines().getLast())
        .isEqualTo(
            "2 texts of 1 source: 2 claims, each counted once for a text and its copies: 1"
                + " supported, 1 contradicted.");
  }

  @Test
  void json_counts_a_claim_of_two_copies_once() throws IOException {
    JsonValue answer =
        Ran.done(
                "check-text",
                "--json",
                file("a.txt", REPORT),
                file("b.txt", REPORT),
                file("c.txt", "December 16, 2020\n\nIt rained. Biden defeated Trump 306-232."))
            .json();
    assertThat(answer.at("sources").items()).hasSize(2);
    assertThat(answer.at("claims").items()).hasSize(2);
    JsonValue first = answer.at("claims").items().getFirst();
    assertThat(first.at("verdict").text()).isEqualTo("supported");
    assertThat(first.at("texts").items()).hasSize(3);
    assertThat(first.at("sources").number()).isEqualTo(2);
  }

  @Test
  void findings_are_told_as_claim_review() throws IOException {
    JsonValue answer =
        Ran.done("check-text", "--claim-review", file("a.txt", REPORT), file("b.txt", REPORT))
            .json();
    assertThat(answer.at("@graph").items()).hasSize(2);
    assertThat(answer.at("@graph").items().getFirst().at("itemReviewed.appearance").items())
        .hasSize(2);
  }

  @Test
  void a_file_of_ten_megabytes_is_told_to_be_too_long() throws IOException {
    String sentence = "Biden defeated Trump 306-232. ";
    String file = file("big.txt", sentence.repeat(10_000_000 / sentence.length()));
    assertThat(Ran.done("check-text", file).out())
        .contains("Not judged. The text has more than 1,000,000 characters");
    JsonValue told = Ran.done("check-text", "--json", file).json().at("texts").items().getFirst();
    assertThat(told.at("refused").text()).contains("no more are read");
    assertThat(told.at("findings").items()).isEmpty();
  }

  @Test
  void a_file_that_is_cut_off_within_a_character_is_told_to_be_too_long_too() throws IOException {
    assertThat(Ran.done("check-text", file("big.txt", "\u20ac".repeat(2_000_000))).out())
        .contains("Not judged. The text has more than 1,000,000 characters");
  }

  private static void wrong(String says, String... words) {
    Ran ran = Ran.run(words);
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains(says);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void what_is_no_file_that_can_be_read_is_wrong_usage() throws IOException {
    wrong("needs FILE", "check-text");
    wrong("is a folder; name the files in it", "check-text", folder.toString());
    wrong("There is no file '", "check-text", folder.resolve("none.txt").toString());
    Path closed = Path.of(file("closed.txt", REPORT));
    closed.toFile().setReadable(false);
    if (!Files.isReadable(closed)) wrong("cannot be read", "check-text", closed.toString());
    // nothing is told of the one that can be read
    wrong("There is no file '", "check-text", file("a.txt", REPORT), folder + "/none.txt");
  }

  @Test
  void what_is_no_text_in_utf_8_is_wrong_usage() throws IOException {
    Path file = folder.resolve("windows.txt");
    Files.write(file, "Biden\u2019s".getBytes(java.nio.charset.Charset.forName("windows-1252")));
    wrong("is no text in UTF-8", "check-text", file.toString());
    Files.write(file, new byte[] {'P', 'K', 3, 4, (byte) 0xff, (byte) 0xfe});
    wrong("is no text in UTF-8", "check-text", "--json", file.toString());
  }

  @Test
  void a_mark_of_the_byte_order_and_control_characters_change_nothing() throws IOException {
    String marked =
        "\ufeff" + REPORT.replace("\n", "\r\n").replace("Biden defeated", "Biden\u0000defeated");
    assertThat(Ran.done("check-text", file("a.txt", marked)).out())
        .contains("(the text's dateline)")
        .contains("2 claims: 1 supported, 1 contradicted");
  }

  @Test
  void an_empty_file_holds_no_words() throws IOException {
    assertThat(Ran.done("check-text", file("a.txt", "")).out())
        .contains("Not judged. There are no words in it.");
  }
}
