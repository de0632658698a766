package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.ascertain.archive.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code watch}: told once at each turn, with a notice that {@code verify} checks. */
@Timeout(120)
class WatchCommandTest {

  @TempDir private Path folder;

  @Test
  void the_rule_of_the_market_is_told_once() {
    Ran run = Ran.run("watch", "2020", "market");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("called by AP and Fox and NBC else in-office by 2021-01-20")
        .contains("7 Nov 2020 11:40  on   Biden, by entry 7976")
        .doesNotContain(" off ");
  }

  @Test
  void what_is_watched_for_something_else_has_another_id() {
    assertThat(
            Stream.of("market", "called by Fox", "called by Fox and AP")
                .map(condition -> Ran.run("watch", "2020", condition).out())
                .map(said -> said.replaceAll("(?s).*? id (\\w+).*", "$1")))
        .allMatch(id -> id.matches("[0-9a-v]{26}"))
        .doesNotHaveDuplicates();
  }

  @Test
  void it_fits_a_terminal_of_80_columns() {
    for (String[] words :
        new String[][] {
          {"watch", "2020"},
          {"watch", "2020", "market"},
          {"watch", "2020", "all-certified"},
          {"watch", "2020", "market", "--past"}
        })
      assertThat(Ran.run(words).lines())
          .as(String.join(" ", words))
          .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void a_command_gets_the_notice_and_the_id_and_the_notice_can_be_verified() throws IOException {
    Path notice = folder.resolve("notice.json");
    Ran run =
        Ran.run(
            "watch", "2020", "called by AP", "--exec", "tell() { cat > " + notice + "; }; tell");
    assertThat(run.exit()).isZero();
    String body = Files.readString(notice);
    String id = body.replaceAll(".*\"turn\":\"([0-9a-v]{26})\".*", "$1");
    assertThat(run.out()).contains("id " + id);
    Ran verified = Ran.run("verify", notice.toString());
    assertThat(verified.out())
        .contains("entry 7972 stands in the record")
        .contains("held for biden");
    assertThat(verified.exit()).isZero();
    Files.writeString(notice, body.replace("\"caller\\\":\\\"AP", "\"caller\\\":\\\"NBC"));
    Ran altered = Ran.run("verify", notice.toString());
    assertThat(altered.exit()).isEqualTo(1);
    assertThat(altered.out()).contains("it was altered");
  }

  @Test
  void a_notice_is_asked_again_of_a_published_log() throws IOException {
    Path notice = folder.resolve("notice.json");
    Path log = folder.resolve("log");
    Ran.run("watch", "2000", "declared", "--exec", "tell() { cat > " + notice + "; }; tell");
    assertThat(Ran.run("log", "2000", "--to", log.toString()).exit()).isZero();
    Ran verified = Ran.run("verify", notice.toString(), "--log", log.toString());
    assertThat(verified.out())
        .contains("goes on from the checkpoint", "asked again of the record, held for bush");
    assertThat(verified.exit()).isZero();
    Ran.run("log", "2016", "--to", folder.resolve("other").toString());
    Ran other = Ran.run("verify", notice.toString(), "--log", folder.resolve("other").toString());
    assertThat(other.exit()).isEqualTo(1);
    assertThat(other.out().replaceAll("\\s+", " ")).contains("the log does not go on from it");
  }

  /**
   * The copy of a log that somebody took in the night has not what a notice of January rests on.
   */
  @Test
  void a_log_that_is_older_than_a_notice_is_told_from_one_of_another_record() throws IOException {
    Path notice = folder.resolve("notice.json");
    Ran.run("watch", "2000", "declared", "--exec", "tell() { cat > " + notice + "; }; tell");
    Path begun = folder.resolve("us-president-2000.jsonl");
    try (BufferedReader all =
        new BufferedReader(
            new InputStreamReader(Archive.open("us-president-2000").orElseThrow(), UTF_8))) {
      Files.write(begun, all.lines().limit(90).toList());
    }
    Path older = folder.resolve("older");
    assertThat(Ran.run("log", begun.toString(), "--to", older.toString()).exit()).isZero();
    Ran verified = Ran.run("verify", notice.toString(), "--log", older.toString());
    assertThat(verified.exit()).isEqualTo(1);
    assertThat(verified.out().replaceAll("\\s+", " "))
        .contains("and the log has 90: a newer copy of the log is needed")
        .doesNotContain("did not hold");
  }

  @Test
  void a_notice_of_a_majority_is_verified_with_all_that_it_rests_on_in_lines_that_fit()
      throws IOException {
    Path notice = folder.resolve("notice.json");
    Ran.run("watch", "2020", "electors", "--exec", "tell() { cat > " + notice + "; }; tell");
    Ran verified = Ran.run("verify", notice.toString());
    assertThat(verified.exit()).isZero();
    assertThat(verified.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(verified.out().replaceAll("\\s+", " "))
        .contains(
            "9834, ", "stand in the record of 13,427 entries", "says of it what the record says");
  }

  @Test
  void what_is_missing_where_a_notice_is_verified_is_named() throws IOException {
    Path notice = folder.resolve("what somebody called it");
    Ran.run("watch", "2020", "called by AP", "--exec", "tell() { cat > '" + notice + "'; }; tell");
    assertThat(Ran.run("verify", notice.toString()).exit()).isZero();
    Ran nowhere = Ran.run("verify", notice.toString(), "--log", folder.resolve("no").toString());
    assertThat(nowhere.exit()).isEqualTo(2);
    assertThat(nowhere.err()).contains("There is no published log at");
    assertThat(Ran.run("verify", notice.toString(), "--log", "http://127.0.0.1:9/").err())
        .contains("Nobody answers at http://127.0.0.1:9/.");
    assertThat(Ran.run("verify", folder.resolve("other.json").toString()).err())
        .contains("There is no file");
    Path text = Files.writeString(folder.resolve("text"), "no notice");
    assertThat(Ran.run("verify", text.toString()).err()).contains("is no notice of a turn");
  }

  @Test
  void a_time_is_told_as_precisely_as_past_tells_it() {
    assertThat(Ran.run("watch", "2020", "acknowledged by \"Russia\"").out())
        .contains("15 Dec 2020  on")
        .doesNotContain("23:59:59");
    assertThat(Ran.run("watch", "2020", "voted >= majority").out())
        .contains("14 Dec 2020 about 17:30  on");
    assertThat(Ran.run("watch", "2020", "all-certified").out())
        .contains("9 Dec 2020  on")
        .doesNotContain("23:59:59");
    assertThat(Ran.run("watch", "2020", "acknowledged by \"Russia\"", "--json").out())
        .contains("\"known\":\"2020-12-15\",")
        .doesNotContain("\"known\":\"2020-12-15T");
  }

  @Test
  void a_concession_that_was_taken_back_is_told_so() {
    assertThat(Ran.run("when", "2000", "conceded").out()).contains("13 Dec 2000");
    assertThat(Ran.run("watch", "2000", "conceded").out().replaceAll("\\s+", " "))
        .contains("off Bush, by entry 328")
        .contains("on Bush, by entry 329");
  }

  @Test
  void a_notice_of_a_data_folder_is_not_asked_of_the_record_of_the_archive() throws IOException {
    Path notice = folder.resolve("notice.json");
    Ran.run("watch", "2000", "declared", "--exec", "tell() { cat > " + notice + "; }; tell");
    String other = Files.readString(notice).replace("us-president-2000", "us-president-2020");
    Files.writeString(notice, other);
    Ran verified = Ran.run("verify", notice.toString());
    assertThat(verified.exit()).isEqualTo(1);
    assertThat(verified.out().replaceAll("\\s+", " "))
        .contains("is another one than the notice's")
        .doesNotContain("asked again");
  }

  @Test
  void a_command_that_fails_is_said() {
    Ran run = Ran.run("watch", "2020", "called by AP", "--exec", "false");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("failed three times at turn 1");
  }

  @Test
  void what_a_record_cannot_tell_is_not_told_as_never() {
    Ran run = Ran.run("watch", "2012", "called >= 270");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).contains("this record cannot tell").doesNotContain("never");
    Ran never = Ran.run("watch", "2020", "voted >= 307");
    assertThat(never.exit()).isEqualTo(1);
    assertThat(never.out()).contains("never came true");
  }

  @Test
  void a_meaning_is_asked_of_the_elections_before() {
    Ran run = Ran.run("watch", "2020", "electors", "--past");
    assertThat(run.out()).contains("2020  Biden since 14 Dec 2020").contains("2000  Bush");
  }

  @Test
  void meanings_that_have_a_name_are_listed_with_their_sources() {
    assertThat(Ran.run("watch", "2020").out())
        .contains("market: AP, Fox and NBC have all called it, else who is inaugurated")
        .contains("source: Constitution, 12th Amendment; 3 USC 15");
  }

  @Test
  void a_condition_that_is_not_understood_is_refused_with_its_place() {
    Ran run = Ran.run("watch", "2020", "called by nobody");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("nobody").contains("^");
  }
}
