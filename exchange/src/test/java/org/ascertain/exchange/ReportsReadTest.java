package org.ascertain.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reports of NIST SP 1500-100 that Ascertain has not written, sound and hostile. */
class ReportsReadTest {

  private static final String HEAD =
      "<ElectionReport xmlns=\"http://itl.nist.gov/ns/voting/1500-100/v2\""
          + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><Election>";

  private static final String CANDIDATES =
      """
      <Candidate ObjectId="c1"><BallotName><Text Language="en">Anna B. Ash</Text></BallotName></Candidate>
      <Candidate ObjectId="c2"><BallotName><Text Language="en">Bob Birch</Text></BallotName></Candidate>
      <Candidate ObjectId="c3"><BallotName><Text Language="en">Zoe Zed</Text></BallotName></Candidate>
      """;

  private static String selection(String candidate, String counts) {
    return "<ContestSelection xsi:type=\"CandidateSelection\" ObjectId=\"s%s\">%s<CandidateIds>%s</CandidateIds></ContestSelection>"
        .formatted(candidate, counts, candidate);
  }

  private static String count(String unit, String type, String votes) {
    return "<VoteCounts><GpUnitId>%s</GpUnitId><Type>%s</Type><Count>%s</Count></VoteCounts>"
        .formatted(unit, type, votes);
  }

  private static String contest(String name, String selections) {
    return "<Contest xsi:type=\"CandidateContest\" ObjectId=\"k\">%s<ElectionDistrictId>pa</ElectionDistrictId><Name>%s</Name></Contest>"
        .formatted(selections, name);
  }

  private static final String TAIL =
      """
      <Name><Text Language="en">General</Text></Name><StartDate>2024-11-05</StartDate><Type>general</Type></Election>
      <Format>summary-contest</Format><GeneratedDate>2024-11-06T03:00:00Z</GeneratedDate>
      <GpUnit xsi:type="ReportingUnit" ObjectId="pa"><ComposingGpUnitIds>u1 u2</ComposingGpUnitIds><ExternalIdentifier><Type>ocd-id</Type>
       <Value>ocd-division/country:us/state:pa</Value></ExternalIdentifier><Type>state</Type></GpUnit>
      <GpUnit xsi:type="ReportingUnit" ObjectId="u1"><ComposingGpUnitIds>p1</ComposingGpUnitIds><ExternalIdentifier><Type>fips</Type><Value>42003</Value></ExternalIdentifier>
       <Name><Text Language="en">Allegheny</Text></Name><CountStatus><Status>completed</Status><Type>total</Type></CountStatus><Type>county</Type></GpUnit>
      <GpUnit xsi:type="ReportingUnit" ObjectId="u2"><Name><Text Language="en">Adams</Text></Name><Type>county</Type><VotersRegistered>77</VotersRegistered></GpUnit>
      <GpUnit xsi:type="ReportingUnit" ObjectId="p1"><Name><Text Language="en">W 1/2</Text></Name><Type>precinct</Type></GpUnit>
      <GpUnit xsi:type="ReportingUnit" ObjectId="x1"><Name><Text Language="en">Zone 51</Text></Name><Type>zone</Type></GpUnit>
      <Issuer>County</Issuer><IssuerAbbreviation>Fox</IssuerAbbreviation><SequenceStart>3</SequenceStart><SequenceEnd>7</SequenceEnd>
      <Status>unofficial-partial</Status><VendorApplicationId>x</VendorApplicationId></ElectionReport>
      """;

  private static String report(String contests) {
    return HEAD + CANDIDATES + contests + TAIL;
  }

  private static ReadFile read(String text) {
    return ReadFile.of("nist-100-v2-xml", ReadFile.bare(2024), text);
  }

  @Test
  void units_are_found_by_their_codes_or_their_names_and_types_are_added_up() {
    ReadFile read =
        read(
            report(
                contest(
                        "President of the United States",
                        selection(
                                "c1",
                                count("u1", "election-day", "5")
                                    + count("u1", "absentee", "6")
                                    + count("u2", "total", "7")
                                    + count("p1", "total", "2"))
                            + selection("c2", count("u1", "total", "8"))
                            + selection("c3", count("u1", "total", "1")))
                    + contest("Sheriff", selection("c1", count("u1", "total", "99")))));
    assertThat(read.said())
        .containsExactly(
            "PA/42003 {ash=11, birch=8} other=1 complete",
            "PA/42001 {ash=7} registered=77",
            "PA/42003/W 1-2 {ash=2}");
    assertThat(read.told()).anyMatch(told -> told.contains("part 3 of 7"));
  }

  @Test
  void what_cannot_be_placed_waits_and_says_why() {
    ReadFile read =
        read(
            report(
                contest(
                    "President",
                    selection(
                        "c1",
                        count("x1", "total", "5")
                            + count("nowhere", "total", "5")
                            + count("u1", "total", "-5")))));
    assertThat(read.facts()).isEmpty();
    assertThat(read.aside()).contains("F122", "F105", "F104");
  }

  @Test
  void what_is_counted_beside_candidates_is_never_a_vote_and_what_is_added_up_is_told() {
    String people =
        CANDIDATES
            + """
            <Candidate ObjectId="o"><BallotName><Text Language="en">Over Votes</Text></BallotName></Candidate>
            <Candidate ObjectId="t"><BallotName><Text Language="en">Total Votes Cast</Text></BallotName></Candidate>
            """;
    ReadFile read =
        read(
            HEAD
                + people
                + contest(
                    "President",
                    selection("c1", count("u2", "absentee", "5") + count("u2", "early", "2"))
                        + selection("c3", count("u2", "total", "4"))
                        + selection("o", count("u2", "total", "3"))
                        + selection("t", count("u2", "total", "11"))
                        + selection("c9", count("u1", "total", "8")))
                + TAIL);
    assertThat(read.said())
        .containsExactly("PA/42001 {ash=7} other=4 total=11 registered=77 over=3");
    assertThat(read.told())
        .anyMatch(told -> told.endsWith("were added up: President, in 1 of 2 units."))
        .anyMatch(told -> told.endsWith("Counted as other votes: Zoe Zed 4."))
        .anyMatch(told -> told.contains("not counted as votes: Over Votes 3, Total Votes Cast 11"));
    assertThat(read.why())
        .as("a candidate whom the report does not have")
        .containsExactly("line 6, column 988: It refers to 'c9', which it does not have.");
  }

  @Test
  void codes_of_an_older_list_are_told_and_a_county_that_is_gone_waits() {
    String old =
        TAIL.replace("42003", "46113")
            .replace("Allegheny", "Oglala Lakota")
            .replace(":pa<", ":sd<");
    ReadFile read =
        read(
            HEAD
                + CANDIDATES
                + contest("President", selection("c1", count("u1", "total", "5")))
                + old);
    assertThat(read.said()).containsExactly("SD/46102 {ash=5} complete");
    assertThat(read.told()).anyMatch(told -> told.contains("46113, read as Oglala Lakota"));
    String gone =
        TAIL.replace("42003", "51515").replace("Allegheny", "Bedford").replace(":pa<", ":va<");
    ReadFile bedford =
        read(
            HEAD
                + CANDIDATES
                + contest("President", selection("c1", count("u1", "total", "5")))
                + gone);
    assertThat(bedford.facts()).isEmpty();
    assertThat(bedford.aside()).containsExactly("F105");
  }

  @Test
  void a_projection_is_a_call_by_its_issuer_and_a_winner_is_nobodys_word() {
    String called =
        CANDIDATES
            .replace(
                "Ash</Text></BallotName>",
                "Ash</Text></BallotName><PostElectionStatus>projected-winner</PostElectionStatus>")
            .replace(
                "Birch</Text></BallotName>",
                "Birch</Text></BallotName><PostElectionStatus>winner</PostElectionStatus>");
    ReadFile read =
        read(
            HEAD + called + contest("President", selection("c1", "") + selection("c2", "")) + TAIL);
    assertThat(read.said()).containsExactly("PA called for ash by Fox");
  }

  @Test
  void a_report_that_is_certified_makes_certificates() {
    ReadFile read =
        read(
            report(contest("President", selection("c1", count("pa", "total", "5"))))
                .replace("unofficial-partial", "certified"));
    assertThat(read.said()).containsExactly("PA certified by County, {ash=5}");
  }

  @Test
  void a_document_type_and_entities_are_refused() {
    String report = report(contest("President", selection("c1", count("u1", "total", "5"))));
    String external =
        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + report.replace("Anna", "&x;");
    String bomb = "<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>" + report;
    for (String each : new String[] {external, bomb, report.replace("Anna", "&undeclared;")}) {
      ReadFile read = read(each);
      assertThat(read.facts()).isEmpty();
      assertThat(read.refusal())
          .hasValueSatisfying(fault -> assertThat(fault.check()).isEqualTo(ReadCheck.HAS_ENTITIES));
    }
  }

  @Test
  void what_is_no_text_in_its_encoding_is_told_and_nothing_else_is_printed() throws Exception {
    String report = report(contest("President", selection("c1", count("u1", "total", "5"))));
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      for (String filler : new String[] {"", "é".repeat(200_000)}) {
        byte[] bytes =
            report
                .replace("Anna", "An\u00e9a")
                .replace("<Election>", "<Election><!--" + filler + "-->")
                .getBytes(StandardCharsets.ISO_8859_1);
        ReadFile read = ReadFile.of("nist-100-v2-xml", ReadFile.bare(2024), bytes);
        assertThat(read.facts()).isEmpty();
        assertThat(read.refusal().orElseThrow().what())
            .isEqualTo("it is not written in the encoding that it says");
      }
    } finally {
      System.setErr(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void a_test_and_another_year_are_refused() {
    String report = report(contest("President", selection("c1", count("u1", "total", "5"))));
    assertThat(read(report.replace("<Issuer>", "<IsTest>true</IsTest><Issuer>")).refusal())
        .hasValueSatisfying(fault -> assertThat(fault.check()).isEqualTo(ReadCheck.TEST));
    assertThat(read(report.replace("2024-11-05", "2016-11-08")).refusal())
        .hasValueSatisfying(fault -> assertThat(fault.check()).isEqualTo(ReadCheck.OTHER_YEAR));
    assertThat(read("<a/>").refusal()).isPresent();
    assertThat(read("no xml").refusal()).isPresent();
  }

  /** So many times the same races, none of them for President: nothing of them is held. */
  private static InputStream longReport(int times, byte[] race) {
    byte[] head =
        (HEAD + CANDIDATES + contest("President", selection("c1", count("u1", "total", "5"))))
            .getBytes(UTF_8);
    List<InputStream> parts =
        new AbstractList<>() {
          @Override
          public InputStream get(int part) {
            return new ByteArrayInputStream(
                part == 0 ? head : part <= times ? race : TAIL.getBytes(UTF_8));
          }

          @Override
          public int size() {
            return times + 2;
          }
        };
    return new SequenceInputStream(Collections.enumeration(parts));
  }

  @Test
  @Timeout(120)
  void a_long_report_is_read_without_being_held() {
    StringBuilder counts = new StringBuilder();
    for (int i = 0; i < 1_000; i++) counts.append(count("u1", "total", "123456"));
    byte[] race = contest("Sheriff", selection("c1", counts.toString())).getBytes(UTF_8);
    int times = (64 << 20) / race.length;
    ReadFile read =
        ReadFile.of("nist-100-v2-xml", ReadFile.bare(2024), () -> longReport(times, race));
    assertThat(read.said()).containsExactly("PA/42003 {ash=5} complete");
  }
}
