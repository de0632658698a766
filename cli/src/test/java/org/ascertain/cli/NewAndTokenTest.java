package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ascertain.answers.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A desk is set up: an election begins, and programs are let in. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class NewAndTokenTest {

  private static final String ELECTION = "us-president-2028";
  private static final String TICKETS =
      "{\"candidates\":[{\"id\":\"smith\",\"name\":\"Jane Smith\"},{\"id\":\"jones\",\"name\":\"John Jones\"}],"
          + "\"tickets\":[{\"id\":\"smith\",\"president\":\"smith\"},{\"id\":\"jones\",\"president\":\"jones\"}]}";

  @TempDir private Path folder;

  private String data() {
    return folder.resolve("data").toString();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private Ran begin(String... more) throws IOException {
    List<String> args =
        new ArrayList<>(
            List.of("new", "2028", "--data", data(), "--tickets", file("tickets.json", TICKETS)));
    args.addAll(List.of(more));
    return Ran.run(args.toArray(String[]::new));
  }

  @Test
  void an_election_begins_with_the_names_given_and_the_law_gives_the_rest() throws IOException {
    String callers = file("callers.json", "[{\"id\":\"AP\",\"name\":\"The Associated Press\"}]");
    Ran ran = begin("--callers", callers, "--keeps", "certifications,calls:AP,Fox,oaths");
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("Fox");
    ran = begin("--callers", callers, "--keeps", "certifications,calls:AP,oaths");
    assertThat(ran.exit()).isEqualTo(ExitCode.DONE);
    assertThat(ran.out())
        .contains("us-president-2028 has begun: 4 entries.")
        .contains("Tickets:   smith, jones")
        .contains("Keeps all: certifications, calls of AP, oaths")
        .contains("538 of 51 jurisdictions; 270 are a majority")
        .contains("7 Nov 2028   electors are appointed")
        .contains("ascertain token us-president-2028 --data " + data());
    assertThat(done("check", ELECTION, "--data", data())).contains("No problem in 4 entries.");
    assertThat(done("show", ELECTION, "0", "--data", data(), "--bytes"))
        .contains("\"at\":\"2028-11-07\"")
        .contains("\"source\":{\"id\":\"desk\"");
    assertThat(done("verify", data())).contains("4 entries");
  }

  @Test
  void an_election_takes_the_names_of_another_and_its_day_is_its_own() {
    assertThat(done("new", ELECTION, "--data", data(), "--like", "2020", "--json"))
        .contains("\"AP\", \"Fox\"", "\"electors\" : 538", "2028-12-19");
    assertThat(done("show", ELECTION, "0", "--data", data(), "--bytes"))
        .contains("\"caller\":\"AP\",\"returnsFrom\":[\"nyt-alex\"");
  }

  @Test
  void names_that_came_late_in_the_other_election_are_taken_too() {
    assertThat(done("new", ELECTION, "--data", data(), "--like", "2024"))
        .contains("Callers:   AP, Fox, NBC, ABC, CBS, CNN, DDHQ, NewsNation, MSNBC");
  }

  @Test
  void a_folder_of_several_words_is_quoted_where_a_command_is_shown_to_be_copied() {
    String data = folder.resolve("the night's desk").toString();
    String quoted = "'" + data.replace("'", "'\\''") + "'";
    assertThat(done("new", ELECTION, "--data", data, "--like", "2024"))
        .contains("ascertain serve --data " + quoted + "\n")
        .contains("ascertain import us-president-2028 FILE --data " + quoted + " --dry-run");
    assertThat(done("token", ELECTION, "--data", data, "--label", "Wire", "--facts", "returns"))
        .contains("ascertain token --revoke 1 --data " + quoted + "\n");
  }

  @Test
  void a_record_begins_once() throws IOException {
    assertThat(begin().exit()).isEqualTo(ExitCode.DONE);
    Ran again = begin();
    assertThat(again.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(again.err()).contains("already", "addition");
  }

  @Test
  void names_come_later() throws IOException {
    begin();
    String more =
        file(
            "more.jsonl",
            "{\"fact\":\"addition\",\"at\":\"2028-12-19\",\"source\":{\"id\":\"d\",\"title\":\"D\"},"
                + "\"candidates\":[{\"id\":\"poe\",\"name\":\"Ed Poe\"}],\"callers\":[{\"id\":\"AP\",\"name\":\"AP\"}]}\n");
    assertThat(done("import", ELECTION, more, "--data", data())).contains("1 entry taken in");
    assertThat(done("ids", ELECTION, "--data", data())).contains("poe", "AP");
  }

  @Test
  void what_is_wrong_with_a_file_of_names_is_told_and_nothing_is_made() throws IOException {
    for (String bad :
        List.of(
            "[]",
            "{",
            "{\"candidates\":[],\"tickets\":[],\"year\":2020}",
            "{\"candidates\":[],\"tickets\":[{\"id\":\"a\",\"president\":\"nobody\"}]}",
            "{\"tickets\":[]}")) {
      Ran ran = Ran.run("new", "2028", "--data", data(), "--tickets", file("bad.json", bad));
      assertThat(ran.exit()).as(bad).isEqualTo(ExitCode.USAGE);
      assertThat(ran.err()).as(bad).contains("ascertain: ").hasLineCount(2);
      assertThat(Path.of(data())).as(bad).doesNotExist();
    }
    Ran neither = Ran.run("new", "2028", "--data", data());
    assertThat(neither.exit()).isEqualTo(ExitCode.USAGE);
    Ran year = Ran.run("new", "2027", "--data", data(), "--like", "2020");
    assertThat(year.err()).contains("No law is known for an election of 2027");
  }

  @Test
  void a_token_is_told_once_and_opens_nothing_once_it_is_revoked() throws IOException {
    begin();
    String made =
        done(
            "token", "2028", "--data", data(), "--label", "Wire", "--facts", "returns", "--units",
            "PA,OH");
    String secret = made.lines().findFirst().orElseThrow();
    assertThat(secret).matches("asc_[A-Za-z0-9_-]{49}");
    String listed = done("token", "--data", data());
    assertThat(listed).contains("Wire", "OH, PA", "not used yet").doesNotContain(secret);
    assertThat(done("token", "--data", data(), "--revoke", "1", "--json"))
        .contains("\"good\" : false")
        .doesNotContain("asc_");
    assertThat(done("token", "--data", data())).contains("revoked ");
  }

  @Test
  void a_token_that_cannot_be_is_refused_in_a_sentence() throws IOException {
    begin();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    for (String[] wrong :
        new String[][] {
          {"--label", "Wire"},
          {"--label", "Wire", "--facts", "return"},
          {"--label", "Wire", "--facts", "call"},
          {"--label", "Wire", "--facts", "returns", "--policy", "loose"},
          {"--label", "Wire", "--facts", "returns", "--expires", today.minusDays(1).toString()},
          {"--label", "Wire", "--facts", "returns", "--expires", today.plusDays(401).toString()},
          {"--label", "", "--facts", "returns"},
          {"--revoke", "7"}
        }) {
      List<String> args = new ArrayList<>(List.of("token", "2028", "--data", data()));
      args.addAll(List.of(wrong));
      Ran ran = Ran.run(args.toArray(String[]::new));
      assertThat(ran.exit()).as(String.join(" ", wrong)).isEqualTo(ExitCode.USAGE);
      assertThat(ran.err()).as(String.join(" ", wrong)).startsWith("ascertain: ").hasLineCount(2);
    }
    assertThat(
            Ran.run("token", "2032", "--data", data(), "--label", "W", "--facts", "returns").err())
        .contains("ascertain new us-president-2032");
  }

  private static String done(String... args) {
    return Ran.done(args).out();
  }
}
