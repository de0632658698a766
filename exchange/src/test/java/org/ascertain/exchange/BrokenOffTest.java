package org.ascertain.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Files that break off, or that something stands behind: what was read of them is somewhere. */
class BrokenOffTest {

  private static final String REPORT =
      """
      <ElectionReport xmlns="http://itl.nist.gov/ns/voting/1500-100/v2"><Election>
      <Candidate ObjectId="c1"><BallotName><Text Language="en">Anna B. Ash</Text></BallotName></Candidate>
      <Candidate ObjectId="c2"><BallotName><Text Language="en">Bob Birch</Text></BallotName></Candidate>
      <Candidate ObjectId="c3"><BallotName><Text Language="en">Sue Sheriff</Text></BallotName></Candidate>
      <Contest ObjectId="k1"><ContestSelection ObjectId="s1">
       <VoteCounts><GpUnitId>u1</GpUnitId><Type>total</Type><Count>5</Count></VoteCounts>
       <VoteCounts><GpUnitId>u2</GpUnitId><Type>total</Type><Count>6</Count></VoteCounts><CandidateIds>c1</CandidateIds></ContestSelection>
      <ContestSelection ObjectId="s2">
       <VoteCounts><GpUnitId>u1</GpUnitId><Type>total</Type><Count>7</Count></VoteCounts><CandidateIds>c2</CandidateIds></ContestSelection>
      <ElectionDistrictId>u1</ElectionDistrictId><Name>President</Name></Contest>
      <Contest ObjectId="k2"><ContestSelection ObjectId="s3"><VoteCounts><GpUnitId>u1</GpUnitId><Type>total</Type><Count>9</Count></VoteCounts><CandidateIds>c3</CandidateIds></ContestSelection><Name>Sheriff</Name><OfficeIds>o2</OfficeIds></Contest>
      <StartDate>2024-11-05</StartDate></Election>
      <Format>summary-contest</Format><GeneratedDate>2024-11-06T03:00:00Z</GeneratedDate>
      <GpUnit ObjectId="u1"><ExternalIdentifier><Type>fips</Type><Value>42003</Value></ExternalIdentifier><Name><Text>Allegheny</Text></Name><Type>county</Type></GpUnit>
      <GpUnit ObjectId="u2"><ExternalIdentifier><Type>fips</Type><Value>42001</Value></ExternalIdentifier><Name><Text>Adams</Text></Name><Type>county</Type></GpUnit>
      <Issuer>County</Issuer><Status>certified</Status></ElectionReport>
      """;

  private static ReadFile report(String text) {
    return ReadFile.of("nist-100-v2-xml", ReadFile.bare(2024), text);
  }

  private static String until(String text, String cut) {
    return text.substring(0, text.indexOf(cut));
  }

  private static List<String> raw(ReadFile read) {
    return read.rows().stream().map(ReadRow::raw).toList();
  }

  @Test
  void of_a_report_that_breaks_off_in_its_tail_nothing_is_recorded_and_each_unit_waits() {
    ReadFile read = report(until(REPORT, "<Issuer>"));
    assertThat(read.refusal()).isEmpty();
    assertThat(read.facts()).as("they may be certified, or a test").isEmpty();
    assertThat(raw(read))
        .startsWith("lines 6 to 9: PA/42003 ash 5 birch 7", "line 7: PA/42001 ash 6")
        .hasSize(3);
    String why = "line 16, column 1: What follows cannot be read: it ends before all its parts do";
    assertThat(read.why())
        .containsExactly(
            why + ", so that what it says of PA/42003 is not whole.",
            why + ", so that what it says of PA/42001 is not whole.",
            why + ".");
  }

  @Test
  void units_that_stand_behind_the_break_are_told_by_what_the_report_calls_them() {
    ReadFile read = report(until(REPORT, "<GpUnit ObjectId=\"u2\">"));
    assertThat(raw(read))
        .startsWith("lines 6 to 9: PA/42003 ash 5 birch 7", "line 7: u2 ash 6")
        .hasSize(3);
    assertThat(read.aside()).containsOnly("F102");
  }

  @Test
  void a_race_that_breaks_off_keeps_what_was_read_of_it() {
    ReadFile read = report(until(REPORT, "<CandidateIds>c2"));
    assertThat(raw(read)).startsWith("line 6: u1 ash 5", "line 7: u2 ash 6").hasSize(3);
    assertThat(read.why())
        .anyMatch(why -> why.contains("whose 7 votes these are stands behind the break"));
  }

  @Test
  void a_report_that_breaks_off_before_any_race_is_refused_with_the_place() {
    assertThat(report(until(REPORT, "<Contest ")).refusal())
        .hasValueSatisfying(
            fault ->
                assertThat(fault.says())
                    .isEqualTo(
                        "line 5, column 1: What follows cannot be read: it ends before all its"
                            + " parts do."));
  }

  @Test
  void a_report_in_json_that_breaks_off_is_kept_aside_likewise() {
    String json =
        """
        {"@type":"ElectionResults.ElectionReport","Status":"certified","Election":[{"Candidate":[
         {"@id":"c1","BallotName":{"Text":[{"Content":"Anna B. Ash"}]}}],
         "Contest":[{"@id":"k","Name":"President","ContestSelection":[
          {"@id":"s1","CandidateIds":["c1"],"VoteCounts":[{"GpUnitId":"u","Type":"total","Count":5}]}]}]}],
         "GpUnit":[""";
    ReadFile read = ReadFile.of("nist-100-v2-json", ReadFile.bare(2024), json);
    assertThat(raw(read)).hasSize(2).first().isEqualTo("line 4: u ash 5");
    assertThat(read.aside()).containsOnly("F102");
  }

  private static final String PAGE =
      """
      <ElectionResult><Timestamp>11/5/2024 9:22:30 PM EST</Timestamp><Region>GA</Region>
      <Contest text="President of the US"><Choice text="Anna B. Ash (Dem)" party="DEM"><VoteType name="Election Day">
      <County name="Appling" votes="20"/><County name="Atkinson" votes="30"/></VoteType></Choice>
      <Choice text="Bob Birch (Rep)" party="REP"><VoteType name="Election Day"><County name="Appling" votes="25"/>
      """;

  @Test
  void of_a_page_that_goes_from_choice_to_choice_every_unit_waits() {
    ReadFile read = ReadFile.of("clarity-xml", ReadFile.bare(2024), PAGE);
    assertThat(read.facts()).isEmpty();
    assertThat(raw(read))
        .startsWith("lines 3 to 4: GA/13001 ash 20 birch 25", "line 3: GA/13003 ash 30")
        .hasSize(3);
    assertThat(read.aside()).containsOnly("F102");
    assertThat(ReadFile.of("clarity-xml", ReadFile.bare(2024), until(PAGE, "<Contest")).refusal())
        .hasValueSatisfying(fault -> assertThat(fault.check()).isEqualTo(ReadCheck.CUT_OFF));
  }

  @Test
  void of_a_page_that_goes_from_county_to_county_those_before_the_break_are_read() {
    String page =
        """
        {"electionDate":"2024-11-05",%s"results":{"name":"Georgia","ballotItems":[]},"localResults":[
         {"name":"Appling County","ballotItems":[{"name":"President of the US","ballotOptions":[
          {"name":"Anna B. Ash (Dem)","politicalParty":"Dem","voteCount":30,"precinctResults":[{"name":"1A","voteCount":30}]}]}]},
         {"name":"Atkinson County","ballotItems":[{"name":"President of the US","ballotOptions":[
          {"name":"Anna B. Ash (Dem)","politicalParty":"Dem","voteCount":40,"precinctResults":[{"name":"1A","voteCount":40}]},
          {"name":"Bob"
        """;
    ReadFile read =
        ReadFile.of(
            "clarity-json",
            ReadFile.bare(2024),
            page.formatted("\"createdAt\":\"2024-11-06T03:00:00Z\","));
    assertThat(read.said()).containsExactly("GA/13001 {ash=30}", "GA/13001/1A {ash=30}");
    assertThat(read.aside()).containsExactly("F102", "F102", "F102");
    assertThat(raw(read)).contains("line 5: GA/13003 ash 40", "line 5: GA/13003/1A ash 40");
    ReadFile without = ReadFile.of("clarity-json", ReadFile.bare(2024), page.formatted(""));
    assertThat(without.facts()).as("nothing says of when they are").isEmpty();
    assertThat(without.aside()).hasSize(5).containsOnly("F102");
  }

  @Test
  void of_a_wires_race_that_breaks_off_the_units_wait_that_need_what_follows() {
    String feed =
        """
        {"electionDate":"2024-11-05","races":[{"raceID":"1","officeID":"P","reportingUnits":[
         {"statePostal":"PA","level":"state","lastUpdated":"2024-11-06T01:00:00Z","candidates":[
          {"first":"Anna","last":"Ash","party":"Dem","voteCount":60,"winner":"X"}]}],
        """;
    ReadFile read = ReadFile.of("ap-json", ReadFile.bare(2024), feed);
    assertThat(read.facts()).as("it may be a test").isEmpty();
    assertThat(raw(read)).hasSize(3).startsWith("line 2: PA ash 60", "PA: Anna Ash has winner X");
    assertThat(read.aside()).containsOnly("F102");
  }

  @Test
  void of_a_newspapers_race_that_breaks_off_its_winner_waits() {
    String race =
        """
        {"data":{"races":[{"race_type":"president","state_id":"PA","result_source":"ap",
         "candidates":[{"candidate_key":"asha","winner":true}],
        """;
    ReadFile read = ReadFile.of("nyt-2020-json", ReadFile.bare(2020), race);
    assertThat(raw(read)).startsWith("PA: asha is the winner, by ap");
    assertThat(read.aside()).containsExactly("F102", "F102");
  }

  @Test
  void what_breaks_off_within_what_is_packed_is_told_with_the_line() {
    byte[] packed = ReadFile.packed(REPORT.getBytes(UTF_8));
    ReadFile read =
        ReadFile.of(
            "nist-100-v2-xml", ReadFile.bare(2024), Arrays.copyOf(packed, packed.length - 30));
    assertThat(read.facts()).isEmpty();
    assertThat(read.aside()).containsOnly("F102");
    assertThat(read.why())
        .allMatch(
            why ->
                why.matches(
                    "line \\d+, column \\d+: What follows cannot be read: it ends before all its"
                        + " parts do.*\\."));
  }

  @Test
  void a_report_that_is_whole_but_for_its_checksum_is_kept_and_that_is_told() {
    byte[] packed = ReadFile.packed(REPORT.getBytes(UTF_8));
    ReadFile read =
        ReadFile.of(
            "nist-100-v2-xml", ReadFile.bare(2024), Arrays.copyOf(packed, packed.length - 4));
    assertThat(read.facts()).hasSize(2);
    assertThat(read.aside()).containsExactly("F102");
  }

  private static final String TABLE =
      "county,office,party,candidate,votes\nKings,President,DEM,Ash,";

  private static ReadFile table(byte[] bytes) {
    return ReadFile.of("openelections-csv", ReadFile.reading("t.csv").of("NY"), bytes);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) all.writeBytes(part);
    return all.toByteArray();
  }

  @Test
  void what_stands_behind_what_is_packed_is_told_and_what_was_read_is_kept() {
    byte[] packed = ReadFile.packed((TABLE + "5\n").getBytes(UTF_8));
    ReadFile read = table(joined(packed, "\r\n<html>".getBytes(UTF_8)));
    assertThat(read.said()).containsExactly("NY/36047 {ash=5}");
    assertThat(read.why())
        .containsExactly(
            "behind byte %d: What follows cannot be read: what is packed ends there, and 8 bytes more are not packed."
                .formatted(packed.length));
    assertThat(table(joined(packed, new byte[512])).aside()).as("a tape's zeros").isEmpty();
    byte[] report = ReadFile.packed(REPORT.getBytes(UTF_8));
    for (byte[] more : List.of(new byte[] {7}, new byte[200_000])) {
      more[more.length - 1] = 7;
      ReadFile junk = ReadFile.of("nist-100-v2-xml", ReadFile.bare(2024), joined(report, more));
      assertThat(junk.facts()).hasSize(2);
      assertThat(junk.aside()).containsExactly("F102");
    }
  }

  @Test
  void what_is_packed_in_several_members_is_one_text() throws IOException {
    byte[] first = ReadFile.packed(TABLE.getBytes(UTF_8));
    byte[] second = ReadFile.packed("5\nQueens,President,DEM,Ash,6\n".getBytes(UTF_8));
    assertThat(table(joined(first, second)).said())
        .containsExactly("NY/36047 {ash=5}", "NY/36081 {ash=6}");
    byte[] damaged = joined(first, second);
    damaged[damaged.length - 6] ^= 1; // its checksum
    assertThat(table(damaged).why())
        .allMatch(why -> why.contains("what is packed in it is damaged"));
    ByteArrayOutputStream empty = new ByteArrayOutputStream();
    new GZIPOutputStream(empty).close();
    assertThat(table(joined(first, empty.toByteArray(), second)).facts()).hasSize(2);
  }

  @Test
  void a_last_line_without_an_end_is_told() {
    assertThat(table((TABLE + "61").getBytes(UTF_8)).told())
        .containsExactly("line 2: Its last line has no end, so that a part of it may be missing.");
    assertThat(table((TABLE + "61\r\n").getBytes(UTF_8)).told()).isEmpty();
  }
}
