package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ascertain.answers.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a record can have wrong, as a user meets it: {@code check} says what and where, and no other
 * command gives an answer from it.
 */
class BadInputTest {

  private static final int HUNDRED_MEGABYTES = 100_000_000;

  @TempDir private Path folder;

  @Test
  void the_record_that_is_broken_here_is_sound() {
    String file = new SmallRecord().writtenTo(folder);
    assertThat(Ran.done("check", file).out()).isEqualTo("No problem in 10 entries.\n");
    JsonValue standing = Ran.done("standing", file, "--json").json();
    assertThat(standing.at("ladder").item("stage", "voted").at("electors").numbers())
        .containsExactlyEntriesOf(Map.of("biden", 20L));
    assertThat(standing.at("units").item("unit", "GA").at("votes.biden").number()).isEqualTo(31);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          an unknown field | 3 | "unit":"GA" | "unit":"GA","mood":"good" | R202 | This fact has no field mood.
          an unknown kind of fact | 3 | "fact":"returns" | "fact":"rumour" | R201 | No fact is called rumour.
          a unit that does not exist | 2 | "unit":"PA" | "unit":"XX" | R401 | unit: The law of this election knows no unit XX.
          a unit by its name | 2 | "unit":"PA" | "unit":"Pennsylvania" | R401 | unit: The law of this election knows no unit Pennsylvania; write PA.
          a caller in small letters | 4 | "caller":"AP" | "caller":"ap" | R405 | caller: The election has no caller ap; write AP.
          a number in quotation marks | 2 | 500 | "500" | R205 | votes.biden is the text "500"; due is a whole number. Write numbers without quotation marks
          a reporting unit of nowhere | 2 | "unit":"PA" | "unit":"XX/1" | R401 | unit: The law of this election knows no unit XX/1.
          a district that did not exist then | 7 | "unit":"PA" | "unit":"PA-1" | R401 | unit: The law of this election knows no unit PA-1.
          negative votes | 2 | 500 | -500 | R206 | votes.biden: -500 is not a whole number from 0 to 9007199254740991.
          fractional votes | 2 | 500 | 500.5 | R206 | votes.biden: 500.5 is not a whole number from 0 to 9007199254740991.
          votes in another notation | 2 | 500 | 5e2 | R206 | votes.biden: 5e2 is not a whole number
          votes beyond 2^53-1 | 2 | 500 | 9007199254740992 | R206 | votes.biden: 9007199254740992 is not a whole number from 0 to 9007199254740991.
          votes beyond any long | 2 | 500 | 92233720368547758080 | R206 | votes.biden: 92233720368547758080 is not a whole number
          a duplicate key | 2 | "unit":"PA" | "unit":"PA","unit":"PA" | R204 | The field unit is there twice.
          a duplicate key among votes | 2 | "trump":400 | "biden":400 | R204 | The field votes.biden is there twice.
          a missing field | 2 | "unit":"PA", | `` | R203 | The field unit is missing.
          an end before its start | 2 | 2020-12-01 | 2020-12-02/2020-12-01 | R207 | at: 2020-12-02/2020-12-01 is not a time.
          recorded before the entry above | 4 | 00:00:03Z | 00:00:01Z | R304 | recorded: It was recorded before the entry above
          an index out of place | 4 | "index":3 | "index":4 | R303 | index: The index is not the entry's place in the record
          a ruling before its challenge | 6 | 2020-12-05 | 2020-12-03 | R407 | at: The ruling precedes its challenge C1.
          a ruling of no challenge | 6 | "challenge":"C1" | "challenge":"C2" | R406 | challenge: There is no challenge C2.
          more votes than electors | 9 | "biden":20 | "biden":21 | R502 | president: More electoral votes than the jurisdiction has electors: 21 where PA has 20.
          more electors than allotted | 8 | "biden":20 | "biden":21 | R501 | electors: More electors than the jurisdiction is entitled to: 21 of 20 in PA.
          a correction of an entry that is not in force | 10 | "corrects":2 | "corrects":12 | R306 | corrects: Entry 12 is not in force.
          a correction of itself | 10 | "corrects":2 | "corrects":9 | R306 | corrects: Entry 9 is not in force.
          a correction of the header | 10 | "corrects":2 | "corrects":0 | R306 | corrects: Entry 0 is the election itself, which can be neither corrected nor retracted.
          votes of no candidate | 9 | "harris":20 | "pence":20 | R404 | vicePresident.pence: The election has no candidate pence; it has biden, trump, harris.
          votes for no ticket | 2 | "trump":400 | "obama":400 | R403 | votes.obama: The election has no ticket obama; it has biden, trump.
          a call by no caller | 4 | "caller":"AP" | "caller":"ZDF" | R405 | caller: The election has no caller ZDF; it has AP.
          more votes than the total | 2 | "total":900 | "total":899 | R408 | total: The votes add up to more than the total: 900 of 899.
          a year without an election | 1 | "year":2020 | "year":2021 | R410 | year: No law is known for an election of 2021.
          a source that nobody described | 2 | "source":"desk" | "source":"den" | R209 | source: The source den was not described before.
          """)
  void each_mistake_has_one_message_and_a_fault_of_form_lets_no_command_answer(
      String what, int line, String from, String to, String code, String says) {
    String broken = to == null ? "" : to;
    SmallRecord record = new SmallRecord().change(line, from, broken);
    isTold(record.writtenTo(folder), line, code, says.replace("`", ""));
  }

  /** Checked, it is told once, with line and code; every other command says so too and stops. */
  private void isTold(String file, int line, String code, String says) {
    Ran check = Ran.run("check", file);
    assertThat(check.lines()).as(check.out()).hasSize(2);
    assertThat(check.lines().getFirst())
        .startsWith("line " + line + ": " + code + " ")
        .contains(" " + says);
    assertThat(check.lines().getLast()).endsWith(": 1 problem, 0 remarks");
    assertThat(check.exit()).isEqualTo(ExitCode.NO);
    isNoFault(check);
    JsonValue problem = Ran.run("check", file, "--json").json().at("problems").items().getFirst();
    assertThat(problem.at("line").number()).isEqualTo(line);
    assertThat(problem.at("code").text()).isEqualTo(code);
    if (isOfForm(code)) commandsOn(file).forEach(args -> isRefused(Ran.run(args), line, code));
    else isListed(file, line, code);
    Ran verified = Ran.run("verify", file);
    assertThat(verified.exit()).isEqualTo(ExitCode.NO);
    assertThat(verified.out()).contains("wrong    line " + line + ": " + code + " ");
    assertThat(verified.lines().getLast()).startsWith("wrong: ");
    isNoFault(verified);
  }

  private static Stream<String[]> commandsOn(String file) {
    return Stream.of(
        new String[] {"standing", file},
        new String[] {"standing", file, "--json"},
        new String[] {"standing", file, "--at", "2020-12-01"},
        new String[] {"replay", file},
        new String[] {"when", file, "voted >= 1"},
        new String[] {"explain", file, "voted(biden)"},
        new String[] {"law", file},
        new String[] {"export", file},
        new String[] {"prove", file, "0"},
        new String[] {"log", file, "--to", file + "-log"});
  }

  /** A fault of form makes a record unreadable; so does a year of which no law is known. */
  private static boolean isOfForm(String code) {
    return code.compareTo("R306") < 0 || code.equals("R410");
  }

  /** A fact against sense or law counts nowhere; every command answers, and it is listed. */
  private static void isListed(String file, int line, String code) {
    Ran standing = Ran.run("standing", file, "--json");
    assertThat(standing.exit()).isEqualTo(ExitCode.DONE);
    assertThat(standing.json().at("problems").items())
        .anySatisfy(
            problem -> {
              assertThat(problem.at("code").text()).isEqualTo(code);
              assertThat(problem.at("index").number()).isEqualTo(line - 1);
            });
    assertThat(standing.err()).contains("line " + line + ": " + code + " ");
    commandsOn(file)
        .forEach(
            args -> {
              Ran ran = Ran.run(args);
              assertThat(ran.exit())
                  .as(args[0])
                  .isIn(ExitCode.DONE, ExitCode.NO, ExitCode.CANNOT_TELL);
              isNoFault(ran);
            });
  }

  private static void isRefused(Ran ran, int line, String code) {
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("cannot be read as a record. Line " + line + ": " + code + " ");
    isNoFault(ran);
  }

  private static void isNoFault(Ran ran) {
    assertThat(ran.out() + ran.err())
        .doesNotContain("\tat ", "Exception", "This is a fault of Ascertain", "null");
  }

  @Test
  void a_record_file_of_any_name_does_everywhere() throws IOException {
    String file = new SmallRecord().writtenTo(folder);
    PrintStream before = System.out;
    ByteArrayOutputStream exported = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(exported, true, UTF_8));
      Ran.done("export", file);
    } finally {
      System.setOut(before);
    }
    assertThat(exported.toByteArray()).isEqualTo(Files.readAllBytes(Path.of(file)));
    assertThat(Ran.done("prove", file, "3").out())
        .contains("\nindex 3\n", "/us-president-2020\n10\n");
    assertThat(Ran.done("log", file, "--to", file + "-log").out())
        .startsWith("ascertain.invalid/archive/us-president-2020: 10 entries, root ");
    assertThat(Ran.done("law", file).out()).isEqualTo(Ran.done("law", "2020").out());
    Ran verified = Ran.run("verify", file);
    assertThat(verified.exit()).isEqualTo(ExitCode.NO);
    assertThat(verified.out()).startsWith("us-president-2020\n");
  }

  @Test
  void a_path_that_is_no_record_file_is_told_as_what_it_is() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("records.jsonl"));
    assertThat(Ran.run("export", directory.toString()).err())
        .contains("records.jsonl' is a folder, not a record file.");
    Path text = Files.writeString(folder.resolve("record.txt"), "");
    assertThat(Ran.run("standing", text.toString()).err())
        .contains("record.txt' is not named as a record file is");
    assertThat(Ran.run("law", folder.toString()).err()).contains("' is a folder; name a record");
    assertThat(Ran.run("law", folder + "/none.jsonl").err()).contains("There is no file '");
  }

  @Test
  void why_there_is_no_law_of_a_year_is_told() {
    assertThat(Ran.run("law", "3000").err()).contains("further off than the law");
    assertThat(Ran.run("law", "1784").err()).contains("the first was in 1788.");
    assertThat(Ran.run("law", "2021").err()).contains("every four years, as in 2020 and 2024.");
  }

  @Test
  void a_missing_header_is_told_in_the_first_line() {
    SmallRecord record = new SmallRecord().remove(1);
    record.change(1, "\"source\":\"desk\"", "\"source\":{\"id\":\"desk\",\"title\":\"The desk\"}");
    isTold(record.writtenTo(folder), 1, "R301", "begin with the election");
  }

  @Test
  void an_empty_file_has_no_header_either() {
    isTold(
        SmallRecord.write(folder, new byte[0]), 1, "R301", "begin with the election (it is empty)");
  }

  @Test
  void bytes_that_are_no_utf_8_are_told() {
    byte[] bytes = new SmallRecord().change(7, "Secretary", "Secr\u00e9tary").bytes();
    byte[] latin = new String(bytes, UTF_8).getBytes(ISO_8859_1);
    isTold(SmallRecord.write(folder, latin), 7, "R101", "not valid UTF-8");
  }

  @Test
  void a_byte_order_mark_and_the_line_ends_of_windows_are_told_as_such() {
    String text = new String(new SmallRecord().bytes(), UTF_8);
    String marked = SmallRecord.write(folder, ("\uFEFF" + text).getBytes(UTF_8));
    assertThat(Ran.run("check", marked).lines().getFirst())
        .startsWith("line 1: R103 ")
        .contains("it begins with a byte order mark; save the file as UTF-8 without one");
    String crlf = SmallRecord.write(folder, text.replace("\n", "\r\n").getBytes(UTF_8));
    assertThat(Ran.run("check", crlf).lines())
        .hasSize(11)
        .first()
        .asString()
        .startsWith("line 1: R106 ")
        .contains("it ends in CR LF, as on Windows; save the file with LF alone");
  }

  @Test
  void what_is_no_json_is_told_in_our_words() {
    for (String line : List.of("{\"fact\":}", "{\"fact\":foo}", "{\"fact\":\"x", "{\"fact\":01}")) {
      String file = new SmallRecord().set(3, line).writtenTo(folder);
      assertThat(Ran.run("check", file).lines().getFirst())
          .startsWith("line 3: R103 ")
          .contains(" at byte ")
          .doesNotContain("Unexpected", "Unrecognized", "token", "VALUE", "(code");
    }
  }

  @Test
  void a_line_that_goes_too_deep_is_told_in_our_words() {
    String deep = "[".repeat(2000) + "]".repeat(2000);
    String file = new SmallRecord().set(3, "{\"fact\":" + deep + "}").writtenTo(folder);
    assertThat(Ran.run("check", file).lines().getFirst())
        .contains("line 3: R103 ", "levels deep")
        .doesNotContain("Stream", "Document");
  }

  @Test
  void a_last_line_that_was_cut_short_is_told() {
    byte[] bytes = new SmallRecord().bytes();
    for (int less : List.of(1, 2, 40)) {
      byte[] cut = Arrays.copyOf(bytes, bytes.length - less);
      isTold(
          SmallRecord.write(folder, cut), 10, "R104", "The last line has no line feed at its end");
    }
  }

  @Test
  void a_line_of_a_hundred_megabytes_is_told_and_those_after_it_are_read() throws IOException {
    byte[] bytes = new SmallRecord().bytes();
    Path file = folder.resolve("long.jsonl");
    byte[] filler = new byte[1 << 20];
    Arrays.fill(filler, (byte) 'x');
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(bytes);
      for (int written = 0; written < HUNDRED_MEGABYTES; written += filler.length)
        out.write(filler);
      out.write('\n');
      out.write("no more\n".getBytes(UTF_8));
    }
    Ran check = Ran.run("check", file.toString());
    assertThat(check.exit()).isEqualTo(ExitCode.NO);
    assertThat(check.lines()).hasSize(3);
    assertThat(check.lines().get(0))
        .startsWith("line 11: R102 ")
        .contains("more than 65,535 bytes");
    assertThat(check.lines().get(1)).startsWith("line 12: R103 ");
    commandsOn(file.toString()).forEach(args -> isRefused(Ran.run(args), 11, "R102"));
  }

  @Test
  void of_a_line_that_cannot_be_read_what_others_say_of_it_is_no_second_mistake() {
    SmallRecord challenge = new SmallRecord().change(5, "\"id\":\"C1\"", "\"id\":1");
    isTold(challenge.writtenTo(folder), 5, "R205", "id is a number");
    SmallRecord corrected = new SmallRecord().change(3, "\"biden\":30", "\"biden\":-30");
    isTold(corrected.writtenTo(folder), 3, "R206", "votes.biden: ");
  }

  @Test
  void every_problem_of_a_record_is_told_in_the_order_of_lines() {
    SmallRecord record =
        new SmallRecord()
            .change(2, "\"unit\":\"PA\"", "\"unit\":\"XX\"")
            .change(4, "\"caller\":\"AP\"", "\"caller\":\"ZDF\",\"mood\":\"good\"")
            .change(9, "\"biden\":20", "\"biden\":21")
            .add("\"fact\":\"retraction\",$,\"retracts\":2,\"reason\":\"corrected before\"");
    Ran check = Ran.run("check", record.writtenTo(folder));
    assertThat(check.lines().stream().map(line -> line.replaceFirst("(R...).*", "$1")))
        .startsWith("line 2: R401", "line 4: R202", "line 9: R502")
        .last()
        .asString()
        .contains(" problems, ");
  }

  @Test
  void a_first_entry_that_does_not_fit_together_is_told() {
    assertThat(checked("\"caller\":\"AP\"", "\"caller\":\"Reuters\""))
        .startsWith("line 1: R405 caller: The election has no caller Reuters; it has AP.");
    assertThat(checked("us-president-2020", "us-president-2016"))
        .startsWith("line 1: R205 election is us-president-2016, which is not of the year 2020.");
    assertThat(checked("\"vicePresident\":\"harris\"", "\"vicePresident\":\"nobody\""))
        .startsWith(
            "line 1: R404 tickets: The election has no candidate nobody; it has biden, trump, harris.");
  }

  private String checked(String from, String to) {
    Ran check = Ran.run("check", new SmallRecord().change(1, from, to).writtenTo(folder));
    assertThat(check.exit()).isEqualTo(ExitCode.NO);
    return check.lines().getFirst();
  }

  @Test
  void what_the_law_refuses_counts_nowhere() {
    SmallRecord refused = new SmallRecord().change(9, "\"biden\":20", "\"biden\":21");
    Ran standing = Ran.run("standing", refused.writtenTo(folder), "--json");
    assertThat(standing.exit()).isEqualTo(ExitCode.DONE);
    assertThat(standing.err()).startsWith("line 9: R502 ");
    assertThat(standing.json().at("electors.cast").number()).isZero();
  }

  @Test
  void a_file_that_is_no_record_at_all_is_told_and_not_dumped() {
    byte[] noise = new byte[300_000];
    for (int i = 0; i < noise.length; i++) noise[i] = (byte) (i * 31 + i / 7);
    String file = SmallRecord.write(folder, noise);
    Ran check = Ran.run("check", file);
    assertThat(check.exit()).isEqualTo(ExitCode.NO);
    isNoFault(check);
    assertThat(Ran.run("standing", file).exit()).isEqualTo(ExitCode.USAGE);
    assertThat(Ran.run("standing", file).err().lines()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void a_folder_or_nothing_in_the_place_of_a_file_is_told() throws IOException {
    String directory = Files.createDirectory(folder.resolve("folder.jsonl")).toString();
    Ran inFolder = Ran.run("check", directory);
    assertThat(inFolder.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(inFolder.err()).contains("'" + directory + "' is a folder, not a record file.");
    isNoFault(inFolder);
    String absent = folder.resolve("absent.jsonl").toString();
    Ran ran = Ran.run("check", absent);
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("There is no file '" + absent + "'.");
    isNoFault(ran);
  }
}
