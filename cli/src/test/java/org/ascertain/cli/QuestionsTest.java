package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ascertain.answers.ExitCode;
import org.ascertain.archive.Archive;
import org.ascertain.archive.Pinned;
import org.ascertain.record.Hash;
import org.ascertain.record.Pin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What one can ask of a record beside its standing: one entry, its ids, its first entries, another
 * law, a scenario; and that an answer which is not of the archive's record says so.
 */
class QuestionsTest {

  private static final String H56 = "../scenarios/H56-2024-269-to-269";

  @TempDir private Path folder;

  private static Path archived(Path file, int entries) throws IOException {
    try (InputStream record = Archive.open("us-president-2020").orElseThrow()) {
      List<String> lines = new String(record.readAllBytes(), UTF_8).lines().toList();
      return Files.write(file, lines.subList(0, Math.min(entries, lines.size())));
    }
  }

  private static String second(Ran ran) {
    return ran.lines().get(1);
  }

  /** Each part is asked of what the record may lack after every fact. */
  @Test
  @Timeout(60)
  void a_condition_of_a_thousand_characters_is_answered() {
    String condition =
        IntStream.range(1, 61)
            .mapToObj(electors -> "reported >= " + electors)
            .collect(Collectors.joining(" or "));
    assertThat(condition).hasSizeGreaterThan(1_000);
    Ran ran = Ran.done("when", "2020", condition, "--json");
    assertThat(ran.json().at("answer").text()).isEqualTo("held");
  }

  @Test
  void an_entry_is_shown_with_its_source_and_its_hash() {
    Ran shown = Ran.done("show", "2020", "7970");
    assertThat(shown.lines().getFirst()).startsWith("us-president-2020, entry 7970 of 0 to 13");
    assertThat(second(shown)).isEqualTo("AP calls Pennsylvania for Biden.");
    assertThat(shown.line("  when  ")).endsWith("7 Nov 2020 11:25");
    assertThat(shown.line("  source  ")).contains("(ap-");
    assertThat(shown.line("  recorded  ")).endsWith(" UTC, by archive");
    String bytes = Ran.done("show", "2020", "7970", "--bytes").out();
    assertThat(bytes).startsWith("{\"index\":7970,").endsWith("}\n");
    String hash = Hash.ofLeaf(bytes.strip().getBytes(UTF_8)).toString();
    assertThat(shown.line("  hash  ")).endsWith(hash);
    JsonValue json = Ran.done("show", "2020", "7970", "--json").json();
    assertThat(json.at("text").text()).isEqualTo("AP calls Pennsylvania for Biden.");
    assertThat(json.at("entry.unit").text()).isEqualTo("PA");
    assertThat(json.at("hash").text()).isEqualTo(hash);
    assertThat(Ran.done("prove", "2020", "7970", "--json").json().at("leaf").text())
        .isEqualTo(hash);
  }

  @Test
  void an_entry_that_was_put_right_says_by_which() {
    String file = new SmallRecord().writtenTo(folder);
    Ran shown = Ran.done("show", file, "2");
    assertThat(shown.lines().get(2)).isEqualTo("Georgia reports Biden 30, Trump 20.");
    assertThat(shown.line("  corrected  "))
        .contains("by entry 9, Georgia reports Biden 31, Trump 20; corrects entry 2");
    JsonValue later = Ran.done("show", file, "2", "--json").json().at("later").items().getFirst();
    assertThat(later.at("does").text()).isEqualTo("corrected");
    assertThat(later.at("entry").number()).isEqualTo(9);
  }

  @Test
  void an_entry_that_counts_nowhere_says_why() {
    String file =
        new SmallRecord().change(2, "\"unit\":\"PA\"", "\"unit\":\"XX\"").writtenTo(folder);
    assertThat(Ran.done("show", file, "1").line("  problem  ")).contains("R401 unit: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "99999999"})
  void an_entry_that_is_none_is_refused_with_those_there_are(String index) {
    Ran ran = Ran.run("show", "2020", index);
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("There is no entry " + index, "the numbers 0 to 13");
  }

  @Test
  void the_ids_of_an_election_are_listed() {
    Ran ids = Ran.done("ids", "2020");
    assertThat(ids.line("  biden ", "Joseph R. Biden Jr. and Kamala D. Harris")).isNotBlank();
    assertThat(ids.line("  AP ", "whose calls the ladder shows")).isNotBlank();
    assertThat(ids.line("  ME-2 ")).endsWith("Maine's 2nd district, 1 elector");
    assertThat(ids.line("Below them: GA/13121")).isNotBlank();
    JsonValue json = Ran.done("ids", "2020", "--json").json();
    for (String each : List.of("candidates", "tickets", "callers", "units", "sources"))
      assertThat(json.at(each).items()).as(each).isNotEmpty();
    assertThat(json.at("units").item("id", "PA").at("electors").number()).isEqualTo(20);
  }

  @Test
  void without_a_condition_every_meaning_of_official_has_its_row() {
    Ran table = Ran.done("when", "2020");
    assertThat(table.lines().getFirst())
        .isEqualTo("us-president-2020: when did it become official?");
    assertThat(table.line("presidency, by AP ")).contains("Biden", "7 Nov 2020 11:26");
    assertThat(table.line("  in office ")).contains("Biden", "20 Jan 2021 12:00");
    JsonValue voted =
        Ran.done("when", "2020", "--json")
            .json()
            .at("meanings")
            .item("meaning", "a majority voted");
    assertThat(voted.at("condition").text()).isEqualTo("voted >= majority");
    assertThat(voted.at("turns").items().getFirst().at("candidate").text()).isEqualTo("biden");
  }

  /** A citation names how many entries there were: it can be asked again when there are more. */
  @Test
  void the_first_entries_of_a_record_are_those_that_a_kept_checkpoint_spoke_of() {
    Pin older =
        Pinned.older().stream()
            .filter(pin -> pin.election().equals("us-president-2020"))
            .findFirst()
            .orElseThrow();
    String n = Long.toString(older.size());
    JsonValue then = Ran.done("standing", "2020", "--entries", n, "--json").json();
    assertThat(then.at("entries").number()).isEqualTo(older.size());
    assertThat(then.at("checkpoint").text()).endsWith("\n" + n + "\n" + older.root() + "\n");
    assertThat(then.at("caveat").text())
        .isEqualTo("As the record was when it had %,d entries.".formatted(older.size()));
    assertThat(second(Ran.done("explain", "2020", "voted(biden)", "--entries", "100")))
        .isEqualTo("As the record was when it had 100 entries.");
    assertThat(Ran.run("when", "2020", "--entries", "99999999").err())
        .contains("The record has 13,4", " entries, not 99,999,999.");
    assertThat(Ran.run("standing", "2020", "--entries", "0").exit()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void under_another_law_an_answer_says_so_in_its_second_line() {
    Ran standing = Ran.run("standing", "2000", "--law", "2004");
    assertThat(second(standing)).isEqualTo("Under the law of 2004.");
    JsonValue json = Ran.run("standing", "2000", "--law", "2004", "--json").json();
    assertThat(json.at("law").number()).isEqualTo(2004);
    assertThat(json.at("caveat").text()).isEqualTo("Under the law of 2004.");
    for (List<String> command :
        List.of(
            List.of("replay", "2000"),
            List.of("when", "2000"),
            List.of("when", "2000", "declared"),
            List.of("explain", "2000", "majority"),
            List.of("show", "2000", "1"),
            List.of("ids", "2000"))) {
      String[] args = new String[command.size() + 2];
      command.toArray(args);
      args[command.size()] = "--law";
      args[command.size() + 1] = "2004";
      assertThat(second(Ran.run(args))).as(command.toString()).isEqualTo("Under the law of 2004.");
    }
    assertThat(Ran.run("standing", "2000", "--law", "2021").err())
        .contains("No law is known for an election of 2021");
  }

  @Test
  void a_scenario_is_asked_like_an_election_and_says_that_it_did_not_happen() {
    Ran standing = Ran.run("standing", H56);
    assertThat(second(standing)).startsWith("A scenario, not what happened: ");
    assertThat(Ran.run("standing", H56, "--json").json().at("caveat").text())
        .startsWith("A scenario, not what happened: ");
    assertThat(second(Ran.run("when", H56, "voted >= 270")))
        .startsWith("A scenario, not what happened: ");
    assertThat(Ran.run("explain", H56, "president").exit()).isEqualTo(ExitCode.DONE);
    assertThat(second(Ran.run("replay", H56))).startsWith("A scenario, not what happened: ");
    Ran export = Ran.run("export", H56);
    assertThat(export.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(export.err()).contains("is a scenario, which has no record of its own");
  }

  @Test
  void a_scenario_that_is_not_sound_is_told_in_a_sentence() throws IOException {
    Files.writeString(folder.resolve("scenario.json"), "{\"about\":\"x\",\"record\":\"1999\"}");
    Ran ran = Ran.run("standing", folder.toString());
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("is no sound scenario: there is no record '1999'.");
    Files.writeString(folder.resolve("scenario.json"), "{");
    assertThat(Ran.run("standing", folder.toString()).err()).contains("scenario.json is no JSON");
  }

  @Test
  void a_file_that_is_not_the_archives_is_told_in_the_second_line() throws IOException {
    Path cut = archived(folder.resolve("cut.jsonl"), 500);
    assertThat(second(Ran.done("standing", cut.toString())))
        .isEqualTo("From " + cut + ", not the archive's record.");
    Path same = archived(folder.resolve("same.jsonl"), Integer.MAX_VALUE);
    assertThat(Ran.done("when", same.toString()).out()).isEqualTo(Ran.done("when", "2020").out());
    Path changed = folder.resolve("changed.jsonl");
    Files.writeString(changed, Files.readString(same).replaceFirst("\"biden\":20", "\"biden\":19"));
    assertThat(second(Ran.run("when", changed.toString())))
        .isEqualTo("From " + changed + ", not the archive's record.");
  }

  @Test
  void a_replay_for_programs_has_its_lines_and_its_result() {
    JsonValue json = Ran.done("replay", "1876", "--json").json();
    assertThat(json.at("lines").items()).hasSizeGreaterThan(20);
    assertThat(json.at("lines").items().getFirst().at("text").text()).isNotBlank();
    assertThat(json.at("outcome.president.candidate").text()).isEqualTo("hayes");
    assertThat(json.at("meanings").items()).isNotEmpty();
  }

  @Test
  void verifying_says_to_programs_what_is_proven_and_what_is_wrong() throws IOException {
    JsonValue proven = Ran.done("verify", "2020", "--json").json();
    assertThat(proven.at("holds").truth()).isTrue();
    JsonValue record = proven.at("records").items().getFirst();
    assertThat(record.at("summary").text()).isEqualTo("complete and unaltered");
    assertThat(record.at("proven").texts()).isNotEmpty();
    String broken = new SmallRecord().change(4, "\"index\":3", "\"index\":4").writtenTo(folder);
    Ran wrong = Ran.run("verify", broken, "--json");
    assertThat(wrong.exit()).isEqualTo(ExitCode.NO);
    assertThat(wrong.json().at("holds").truth()).isFalse();
    assertThat(wrong.json().at("records").items().getFirst().at("wrong").items()).isNotEmpty();
  }

  @Test
  void drafts_are_told_as_what_they_are_where_they_are_to_be_verified() throws IOException {
    String line = new String(new SmallRecord().bytes(), UTF_8).lines().findFirst().orElseThrow();
    Path drafts = folder.resolve("drafts.jsonl");
    Files.writeString(drafts, line.replaceFirst("\"index\".*?\"fact\"", "\"fact\"") + "\n");
    Ran ran = Ran.run("verify", drafts.toString());
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("holds drafts, which nobody has recorded yet");
  }

  @Test
  void a_key_that_is_none_and_an_address_where_nobody_is_are_told_as_such() {
    assertThat(Ran.run("verify", folder.toString(), "--vkey", "KEY").err())
        .contains("--vkey is no key: ", "Copy the whole line that 'ascertain log ELECTION --vkey'");
    assertThat(Ran.run("verify", "http://127.0.0.1:1/").err())
        .contains("Nobody answers at http://127.0.0.1:1/.");
  }
}
