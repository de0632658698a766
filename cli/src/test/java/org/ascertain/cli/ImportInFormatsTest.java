package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ascertain.answers.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of others, taken in by the command line. */
class ImportInFormatsTest {

  private static final String HEAD = "county,precinct,office,district,party,candidate,votes\n";

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Ran importing(Path file, String... more) {
    List<String> words = new ArrayList<>(List.of("import", "2024", file.toString()));
    words.addAll(
        List.of("--format", "openelections-csv", "--at", "2024-12-11", "--source", "board"));
    words.addAll(Arrays.asList(more));
    return Ran.run(words.toArray(String[]::new));
  }

  @Test
  void a_table_of_another_project_becomes_a_record_file() throws IOException {
    Path csv = file("results.csv", HEAD + "Kings,001,President,,DEM,Kamala D. Harris,611439\n");
    Path to = folder.resolve("ny.jsonl");
    Ran ran = importing(csv, "--jurisdiction", "NY", "--to", "" + to);

    assertThat(ran.err()).doesNotContain("F1");
    assertThat(ran.exit()).isEqualTo(ExitCode.DONE);
    assertThat(ran.out()).contains("1 row: 1 recorded");
    assertThat(Files.readAllLines(to))
        .hasSize(2)
        .last()
        .asString()
        .contains("\"unit\":\"NY/36047/001\",\"votes\":{\"harris\":611439}", "\"id\":\"board\"");
    assertThat(Ran.run("check", "" + to).exit()).isEqualTo(ExitCode.DONE);
    assertThat(Ran.run("standing", "" + to, "--unit", "NY").out()).contains("611,439");
  }

  @Test
  void a_trial_says_what_would_be_recorded_and_writes_nothing() throws IOException {
    Path csv = file("results.csv", HEAD + "Kings,001,President,,DEM,Kamala D. Harris,611439\n");
    Path to = folder.resolve("ny.jsonl");
    Ran ran = importing(csv, "--jurisdiction", "NY", "--to", "" + to, "--dry-run");
    assertThat(ran.out()).contains("1 row: 1 would be recorded").doesNotContain(": 1 recorded");
    assertThat(to).doesNotExist();
  }

  @Test
  void what_was_done_to_a_file_is_told_and_no_number_of_notes_hides_a_row_that_waits()
      throws IOException {
    StringBuilder rows =
        new StringBuilder("county,precinct,office,party,candidate,election_day,mail\n");
    for (int i = 1; i <= 1_200; i++)
      rows.append("Kings,%d,President,DEM,Harris,3,4\n".formatted(i));
    rows.append("Kings,1,Registered Voters,,,100,\nNowhere,1,President,DEM,Harris,3,4\n");
    Ran ran =
        importing(
            file("old.csv", rows.toString()),
            "--jurisdiction",
            "NY",
            "--to",
            folder.resolve("old.jsonl").toString());
    assertThat(ran.out())
        .contains("F108", "in 1200 of 1200 units", "F110", "Registered Voters 100");
    assertThat(ran.err()).contains("F105", "Nowhere");
  }

  @Test
  void a_record_file_that_is_there_grows_and_another_file_stays_as_it_is() throws IOException {
    Path kings = file("kings.csv", HEAD + "Kings,001,President,,DEM,Kamala D. Harris,611439\n");
    Path bronx = file("bronx.csv", HEAD + "Bronx,001,President,,DEM,Kamala D. Harris,261670\n");
    Path to = folder.resolve("ny.jsonl");
    for (Path each : List.of(kings, bronx, kings))
      assertThat(importing(each, "--jurisdiction", "NY", "--to", "" + to).exit())
          .isEqualTo(ExitCode.DONE);
    assertThat(Files.readAllLines(to)).as("the election and two counties").hasSize(3);

    Path precious = file("precious.txt", "precious\n");
    Ran refused = importing(kings, "--jurisdiction", "NY", "--to", "" + precious);
    assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("is no sound record of us-president-2024");
    assertThat(precious).hasContent("precious");
    Path nowhere = folder.resolve("nowhere").resolve("ny.jsonl");
    assertThat(importing(kings, "--jurisdiction", "NY", "--to", "" + nowhere).err())
        .contains("There is no folder");
  }

  @Test
  void without_a_state_or_a_moment_it_is_refused_with_what_to_say() throws IOException {
    Path csv = file("results.csv", HEAD + "Kings,001,President,,DEM,Kamala D. Harris,611439\n");
    Ran ran = importing(csv, "--to", folder.resolve("x.jsonl").toString());
    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("D110", "F116", "--jurisdiction");
    assertThat(folder.resolve("x.jsonl")).doesNotExist();
    assertThat(importing(folder, "--to", folder.resolve("x.jsonl").toString()).err())
        .contains("is a folder, and a file is meant");
  }

  @Test
  void a_total_among_its_parts_is_the_county_or_waits() throws IOException {
    String rows =
        """
        Kings,001,President,,DEM,Harris,300
        Kings,001,President,,REP,Trump,200
        Kings,002,President,,DEM,Harris,100
        Kings,002,President,,REP,Trump,150
        Kings,ALL,President,,DEM,Harris,400
        Kings,ALL,President,,REP,Trump,350
        """;
    for (String total : List.of("TOTAL", "Brooklyn whole")) {
      Path to = folder.resolve(total + ".jsonl");
      importing(
          file("t.csv", HEAD + rows.replace("ALL", total)),
          "--jurisdiction",
          "NY",
          "--to",
          "" + to);
      String state = Ran.run("standing", "" + to, "--unit", "NY").out();
      assertThat(state).as(total).contains("400").contains("350").doesNotContain("800");
    }
  }

  @Test
  void a_county_that_differs_from_its_precincts_keeps_its_figure_and_the_rest_is_shown()
      throws IOException {
    Path to = folder.resolve("ca.jsonl");
    importing(
        file(
            "20241105__ca__general__precinct.csv",
            HEAD
                + """
                San Bernardino,,President,,DEM,Harris,100
                San Bernardino,,President,,REP,Trump,90
                San Bernardino,,President,,,Write-ins,10
                San Bernardino,001,President,,DEM,Harris,60
                San Bernardino,001,President,,REP,Trump,50
                San Bernardino,002,President,,DEM,Harris,40
                San Bernardino,002,President,,REP,Trump,35
                """),
        "--to",
        "" + to);
    assertThat(Ran.run("explain", "" + to, "votes(CA/06071,trump)").out())
        .contains("Donald Trump has 90 votes in CA/06071");
    assertThat(Ran.run("check", "" + to).out())
        .contains("R603", "CA/06071 has 90, below it are 85");
    assertThat(Ran.run("standing", "" + to).out())
        .contains("Figures differ in 1 reporting unit: CA/06071");
    assertThat(Ran.run("standing", "" + to, "--unit", "CA").out())
        .contains("differ     CA/06071, than what lies below it, Trump 5 more, others 10 more");
    assertThat(Ran.run("standing", "" + to, "--unit", "CA", "--json").out())
        .contains("\"differing\"");
  }

  @Test
  void two_officials_figures_stand_beside_one_another() throws IOException {
    Path data = folder.resolve("data");
    assertThat(Ran.run("new", "2024", "--like", "2024", "--data", "" + data).exit())
        .isEqualTo(ExitCode.DONE);
    for (String[] each :
        new String[][] {{"registrar", "11500", "10603", "931"}, {"sos", "11496", "10599", "930"}}) {
      Path csv =
          file(
              each[0] + ".csv",
              HEAD
                  + "Lake,,President,,DEM,Harris,%s%nLake,,President,,REP,Trump,%s%nLake,,President,,,Others,%s%n"
                      .formatted(each[1], each[2], each[3]));
      Ran ran =
          Ran.run(
              "import",
              "2024",
              "" + csv,
              "--format",
              "openelections-csv",
              "--at",
              "2024-12-11",
              "--source",
              each[0],
              "--jurisdiction",
              "CA",
              "--data",
              "" + data);
      assertThat(ran.out()).as(ran.err()).contains("1 row: 1 recorded");
    }
    String both = Ran.run("explain", "2024", "votes(CA/06033,harris)", "--data", "" + data).out();
    assertThat(both).contains("11,500").contains("11,496");
    assertThat(Ran.run("standing", "2024", "--data", "" + data).out())
        .contains("Figures differ in 1 reporting unit: CA/06033");
    assertThat(Ran.run("standing", "2024", "--unit", "CA", "--data", "" + data).out())
        .contains("differ     CA/06033, by sos")
        .contains("than in the tally, Trump 4 fewer, Harris 4 fewer, others 1 fewer");
  }

  @Test
  void a_dry_run_shows_the_first_rows_as_facts_and_writes_nothing() throws IOException {
    Path mapping =
        file(
            "map.json",
            "{\"jurisdiction\":\"NY\",\"county\":\"C\",\"tickets\":{\"harris\":\"H\",\"trump\":\"T\"}}");
    Path csv = file("any.csv", "C,H,T\nKings,5,4\nQueens,x,4\nBronx,7,1\n");
    Path to = folder.resolve("out.jsonl");
    Ran ran =
        Ran.run(
            "import",
            "2024",
            "" + csv,
            "--format",
            "mapped-csv",
            "--mapping",
            "" + mapping,
            "--at",
            "2024-12-11",
            "--to",
            "" + to,
            "--dry-run");
    assertThat(ran.out())
        .contains("\"unit\":\"NY/36047\",\"votes\":{\"trump\":4,\"harris\":5}")
        .contains("\"unit\":\"NY/36005\"")
        .contains("3 rows: 2 would be recorded, 1 would be kept aside");
    assertThat(ran.err()).contains("D111", "F104", "line 3: 'x' is not a whole number of votes");
    assertThat(to).doesNotExist();
  }

  @Test
  void the_same_file_again_is_known_and_a_certificate_takes_two_people_at_a_desk()
      throws IOException {
    Path data = folder.resolve("data");
    Ran.run("new", "2020", "--like", "2020", "--data", "" + data);
    Path xml = folder.resolve("certified.xml");
    Ran.run(
        "export", "2020", "--format", "nist-100-v2-xml", "--part", "certified", "--to", "" + xml);
    Ran desk =
        Ran.run("import", "2020", "" + xml, "--format", "nist-100-v2-xml", "--data", "" + data);
    assertThat(desk.err()).contains("D911");
    Path to = folder.resolve("certified.jsonl");
    Ran file = Ran.run("import", "2020", "" + xml, "--format", "nist-100-v2-xml", "--to", "" + to);
    assertThat(file.err()).doesNotContain("D911");
    assertThat(Ran.run("standing", "" + to).out()).contains("certified");
  }

  @Test
  void a_dry_run_shows_what_is_recorded_whoever_is_named_as_its_source() throws IOException {
    Path csv = file("results.csv", HEAD + "Kings,001,President,,DEM,Harris,611439\n");
    for (List<String> source : List.of(List.<String>of(), List.of("--source", "board"))) {
      Path to = folder.resolve(source.size() + ".jsonl");
      List<String> words = new ArrayList<>(List.of("import", "2024", "" + csv));
      words.addAll(List.of("--format", "openelections-csv", "--at", "2024-12-11"));
      words.addAll(List.of("--jurisdiction", "NY", "--to", "" + to));
      words.addAll(source);
      List<String> dry = new ArrayList<>(words);
      dry.add("--dry-run");
      String shown = Ran.run(dry.toArray(String[]::new)).lines().getFirst();
      Ran.run(words.toArray(String[]::new));
      String recorded = Files.readAllLines(to).getLast();
      assertThat(shown).startsWith("{\"fact\":\"returns\"");
      assertThat(recorded).endsWith(shown.substring(1));
    }
  }

  @Test
  void figures_of_a_report_are_its_issuers_unless_another_source_is_named() throws IOException {
    Path xml = folder.resolve("timeline.xml");
    Ran.run(
        "export", "2020", "--format", "nist-100-v2-xml", "--part", "nyt-alex", "--to", "" + xml);
    Path to = folder.resolve("timeline.jsonl");
    Ran.run("import", "2020", "" + xml, "--format", "nist-100-v2-xml", "--to", "" + to);
    assertThat(Files.readAllLines(to).get(1)).contains("\"source\":{\"id\":\"nyt-alex\"");
    Path other = folder.resolve("other.jsonl");
    Ran.run(
        "import",
        "2020",
        "" + xml,
        "--format",
        "nist-100-v2-xml",
        "--source",
        "board",
        "--to",
        "" + other);
    assertThat(other).content().contains("\"id\":\"board\"").doesNotContain("\"id\":\"nyt-alex\"");
  }
}
