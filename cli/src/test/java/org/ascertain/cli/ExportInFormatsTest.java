package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.ascertain.answers.ExitCode;
import org.ascertain.archive.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Elections in formats that others speak, from the command line. */
class ExportInFormatsTest {

  @TempDir private Path folder;

  @Test
  void one_report_comes_out_and_the_others_are_named_with_what_was_left_out() {
    Path file = folder.resolve("one.json");
    Ran ran =
        Ran.run(
            "export",
            "2020",
            "--format",
            "nist-100-v2-json",
            "--at",
            "2020-12-20",
            "--to",
            file.toString());

    assertThat(ran.exit()).isEqualTo(ExitCode.DONE);
    assertThat(file)
        .content()
        .startsWith("{\"@type\":\"ElectionResults.ElectionReport\"")
        .contains("\"GeneratedDate\":\"2020-12-21T04:59:59Z\"");
    assertThat(ran.err())
        .contains("This is the part 'certified', one of 11")
        .contains("Left out, for the format has no place for them:", "challenge 68")
        .contains("Superseded by later ones");
  }

  @Test
  void a_folder_gets_the_report_of_every_issuer() throws IOException {
    Ran ran = Ran.run("export", "2020", "--format", "nist-100-v2-xml", "--to", folder + "/xml/");

    assertThat(ran.exit()).isEqualTo(ExitCode.DONE);
    try (Stream<Path> files = Files.list(folder.resolve("xml"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .hasSize(11)
          .contains(
              "us-president-2020-certified.nist.xml",
              "us-president-2020-calls-AP.nist.xml",
              "us-president-2020-returns-tonmcg-counties.nist.xml");
    }
    assertThat(ran.out().lines()).hasSize(11);
  }

  @Test
  void one_issuer_is_asked_for_by_its_id() {
    Path file = folder.resolve("ap.xml");
    Ran ran =
        Ran.run("export", "2020", "--format", "nist-100-v2-xml", "--part", "AP", "--to", "" + file);

    assertThat(ran.exit()).isEqualTo(ExitCode.DONE);
    assertThat(file).content().contains("<Issuer>The Associated Press</Issuer>");
    assertThat(ran.err())
        .doesNotContain("This is the part")
        .contains(
            "Not in this file, though the format has a place for them: call 22, certification 56")
        .contains("the moment of each (the report has one, as of which it is) 58,");
    assertThat(Ran.run("export", "2020", "--format", "nist-100-v2-xml", "--part", "X").err())
        .contains("There is no part 'X' of it; there are certified, nyt-alex");
  }

  @Test
  void a_format_that_is_not_there_is_refused_with_those_that_are() {
    Ran ran = Ran.run("export", "2020", "--format", "xlsx");

    assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err())
        .contains(
            "There is no format 'xlsx'; an election is written as nist-100-v2-xml", "as parquet");
    assertThat(Ran.run("export", "2020", "--format", "ap-json").err())
        .contains("'ap-json' is only read");
    assertThat(Ran.run("export", "2020", "--to", folder.toString()).err())
        .contains("is a folder, and a file is meant");
  }

  @Test
  void a_record_is_written_whole() {
    assertThat(Ran.run("export", "2020", "--at", "2020-11-09").err())
        .contains("A record is written whole");
  }

  @Test
  void a_file_that_was_there_stays_where_the_record_is_refused() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.jsonl"), "{\"fact\":\"election\"}\n");
    Path file = Files.writeString(folder.resolve("kept.jsonl"), "as it was");
    assertThat(Ran.run("export", broken.toString(), "--to", file.toString()).exit()).isNotZero();
    assertThat(file).hasContent("as it was");
  }

  @Test
  void a_record_goes_into_a_file_byte_for_byte() throws IOException {
    Path file = folder.resolve("us-president-1800.jsonl");
    Ran.done("export", "1800", "--to", file.toString());

    try (InputStream record = Archive.open("us-president-1800").orElseThrow()) {
      assertThat(file).binaryContent().isEqualTo(record.readAllBytes());
    }
  }

  @Test
  void formats_are_listed() {
    assertThat(Ran.run("formats").out())
        .contains("nist-100-v2-xml  NIST SP 1500-100 version 2")
        .contains("ap-json  A feed", "JSON (only read)", "parquet  The same tables")
        .contains("  kept      addition, call, certification, election, returns");
  }

  @Test
  void all_elections_go_into_one_folder_as_tables() throws IOException {
    Ran.done("export", "--all", "--to", folder + "/data");

    assertThat(Files.readAllLines(folder.resolve("data/elections.csv"))).hasSize(61);
    assertThat(folder.resolve("data/datapackage.json")).content().contains("\"version\" : \"20");
  }

  @Test
  void all_and_one_are_not_asked_for_together_and_neither_is_nothing() {
    assertThat(Ran.run("export", "2020", "--all", "--to", folder.toString()).err())
        .contains("--all takes --to DIR, --format parquet perhaps, and nothing else");
    assertThat(Ran.run("export").err()).contains("Name an election, or all of them with --all");
  }

  @Test
  void an_election_without_counties_has_nothing_for_a_table_of_counties() {
    assertThat(Ran.run("export", "1960", "--format", "medsl-csv").err())
        .contains("There is nothing of us-president-1960 in that form");
  }

  @Test
  void the_days_of_an_election_to_come_take_no_record() throws IOException {
    Path file = folder.resolve("2028.ics");
    Ran ran = Ran.run("export", "2028", "--format", "ical", "--to", file.toString());

    assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.DONE);
    assertThat(file)
        .content()
        .contains("DTSTART;VALUE=DATE:20281219", "DTSTART;VALUE=DATE:20290106")
        .contains("UID:us-president-2028-");
    Path then = folder.resolve("then.ics");
    Ran.run("export", "2028", "--format", "ical", "--at", "2028-01-01", "--to", then.toString());
    assertThat(then).content().doesNotContain("DTSTAMP:2028");
    assertThat(Ran.run("export", "2028", "--format", "atom").err())
        .contains("There is no election '2028' in the archive", "--format ical");
    assertThat(Files.readString(file).replace("\r\n ", ""))
        .as("nobody has to meet it")
        .doesNotContain("Met by 0\\, missed by 0\\, not known of 0\\, open for 0");
    String stamp =
        Files.readString(file)
            .lines()
            .filter(line -> line.startsWith("DTSTAMP:"))
            .findFirst()
            .orElseThrow();
    assertThat(stamp.substring(8, 16))
        .isLessThanOrEqualTo(
            LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.BASIC_ISO_DATE));
  }

  @Test
  void parquet_needs_duckdb_and_says_how_to_get_it() {
    Ran without =
        Ran.run("export", "1800", "--format", "parquet", "--to", folder.resolve("p").toString());
    assertThat(without.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(without.err()).contains("duckdb_jdbc").contains("ASCERTAIN_DUCKDB");
    assertThat(Ran.run("export", "1800", "--format", "parquet").err()).contains("name it by --to");
  }
}
