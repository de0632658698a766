package org.ascertain.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.ascertain.archive.Archive;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Source;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A report is never held whole: one of many times the memory of a JVM is read in it. {@code bench
 * exchange} does the same with a gigabyte.
 */
class ConstantMemoryTest {

  private static final String HEAP = "-Xmx24m";
  private static final int MEGABYTES = 96;

  private static final String BEFORE =
      """
      <ElectionReport xmlns="http://itl.nist.gov/ns/voting/1500-100/v2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Election>
      <Candidate ObjectId="c1"><BallotName><Text Language="en">Joseph R. Biden</Text></BallotName></Candidate>
      <Contest xsi:type="CandidateContest" ObjectId="k0"><ContestSelection xsi:type="CandidateSelection" ObjectId="s0"><VoteCounts>
      <GpUnitId>u1</GpUnitId><Type>total</Type><Count>5</Count></VoteCounts><CandidateIds>c1</CandidateIds></ContestSelection>
      <ElectionDistrictId>u1</ElectionDistrictId><Name>President of the United States</Name></Contest>
      """;

  private static final String ANOTHER_RACE =
      "<Contest xsi:type=\"CandidateContest\" ObjectId=\"k1\"><ContestSelection"
          + " xsi:type=\"CandidateSelection\" ObjectId=\"s1\">"
          + "<VoteCounts><GpUnitId>u1</GpUnitId><Type>total</Type><Count>123456</Count></VoteCounts>\n"
              .repeat(10_000)
          + "</ContestSelection><Name>Sheriff</Name></Contest>\n";

  private static final String AFTER =
      """
      <StartDate>2020-11-03</StartDate></Election><GeneratedDate>2020-11-10T03:00:00Z</GeneratedDate>
      <GpUnit xsi:type="ReportingUnit" ObjectId="u1"><ExternalIdentifier><Type>fips</Type><Value>42003</Value></ExternalIdentifier>
      <Type>county</Type></GpUnit><Issuer>County</Issuer><SequenceStart>1</SequenceStart><SequenceEnd>1</SequenceEnd>
      <Status>unofficial-partial</Status></ElectionReport>
      """;

  @Test
  @Timeout(120)
  void a_report_of_many_times_the_memory_is_read() throws Exception {
    Process reading =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ConstantMemoryTest.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(reading.getInputStream().readAllBytes(), UTF_8);
    assertThat(reading.waitFor()).as(said).isZero();
    assertThat(said.lines().toList()).last().isEqualTo("PA/42003 {biden=5}");
  }

  /** Reads a report that is made while it is read, and prints what it says of the President. */
  public static void main(String[] args) throws IOException {
    Reading reading = Reading.of(header(), Source.of("county", "County"), "");
    try (ReadRows rows =
        Formats.of("nist-100-v2-xml")
            .orElseThrow()
            .reads()
            .orElseThrow()
            .reader()
            .rows(ConstantMemoryTest::report, reading)) {
      if (rows.refusal().isPresent()) throw new IOException(rows.refusal().get().says());
      for (Optional<ReadRow> row = rows.next(); row.isPresent(); row = rows.next())
        System.out.println(ReadFile.said(row.get().fact().orElseThrow()));
    }
  }

  /** The first entry of 2020: all of its record would not fit. */
  private static Header header() throws IOException {
    try (var record =
        new BufferedReader(
            new InputStreamReader(Archive.open("us-president-2020").orElseThrow(), UTF_8))) {
      byte[] first = (record.readLine() + "\n").getBytes(UTF_8);
      return History.header(RecordReader.read(new ByteArrayInputStream(first)).entries())
          .orElseThrow();
    }
  }

  @SuppressWarnings("JdkObsolete") // a sequence of streams takes nothing but an enumeration
  private static InputStream report() {
    byte[] race = ANOTHER_RACE.getBytes(UTF_8);
    int races = (MEGABYTES << 20) / race.length;
    Enumeration<InputStream> middle =
        new Enumeration<>() {
          private int left = races;

          @Override
          public boolean hasMoreElements() {
            return left > 0;
          }

          @Override
          public InputStream nextElement() {
            left--;
            return new ByteArrayInputStream(race);
          }
        };
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                new ByteArrayInputStream(BEFORE.getBytes(UTF_8)),
                new SequenceInputStream(middle),
                new ByteArrayInputStream(AFTER.getBytes(UTF_8)))));
  }
}
