package org.ascertain.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.ascertain.archive.Archive;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.KnownUnits.Listed;
import org.ascertain.election.Source;
import org.ascertain.election.When;
import org.ascertain.exchange.Content;
import org.ascertain.exchange.Formats;
import org.ascertain.exchange.ReadRow;
import org.ascertain.exchange.ReadRows;
import org.ascertain.exchange.Reading;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;

/** Elections out of and into the formats of others. */
final class ExchangeBenchmark implements Benchmark {

  private static final int ROUNDS = 20;
  private static final int PRECINCTS = 87_500; // with two candidates each, 175,000 rows
  private static final long GIGABYTE = 1L << 30;

  @Override
  public String name() {
    return "exchange";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    Path folder = Files.createTempDirectory("ascertain-exchange");
    try {
      out.printf(
          "  counties of 2020 as NIST XML: %s (due: 2 s, 256 MB)%n",
          WatchedProcess.ascertain(
              "export",
              "2020",
              "--format",
              "nist-100-v2-xml",
              "--part",
              "tonmcg-counties",
              "--to",
              folder.resolve("counties.xml").toString()));
      table(folder.resolve("precincts.csv"), out);
      for (long bytes : new long[] {GIGABYTE / 16, GIGABYTE}) {
        Path report = folder.resolve("report.xml.gz");
        report(report, bytes);
        out.printf(
            "  a report of %,d MB of XML, packed: %s (due: no more memory with more)%n",
            bytes >> 20,
            WatchedProcess.ascertain(
                "import",
                "2020",
                report.toString(),
                "--format",
                "nist-100-v2-xml",
                "--dry-run",
                "--json",
                "--to",
                folder.resolve("out.jsonl").toString()));
      }
      out.printf(
          "  the archive as a data package: %s (due: 20 s)%n",
          WatchedProcess.ascertain("export", "--all", "--to", folder.resolve("all").toString()));
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
      }
    }
  }

  private static void table(Path file, PrintStream out) throws IOException {
    List<Listed> counties = Archive.knownUnits().under(2020, "TX");
    try (BufferedWriter csv = Files.newBufferedWriter(file)) {
      csv.write("county,precinct,office,district,party,candidate,votes\n");
      for (int i = 0; i < PRECINCTS; i++) {
        String place = counties.get(i * counties.size() / PRECINCTS).name() + "," + i;
        csv.write(place + ",President,,DEM,Joseph R. Biden," + i % 977 + "\n");
        csv.write(place + ",President,,REP,Donald J. Trump," + i % 883 + "\n");
      }
    }
    Reading reading =
        Reading.of(header(), Source.of("bench", "A table"), "")
            .at(When.parse("2020-11-10"))
            .of("TX");
    Stopwatch first = Stopwatch.time(() -> read(file, reading));
    Stopwatch firstOfPeer = Stopwatch.time(() -> split(file));
    Stopwatch ours = first;
    Stopwatch peer = firstOfPeer;
    for (int round = 1; round < ROUNDS; round++) { // by turns, so that both are as warm
      ours = ours.least(Stopwatch.time(() -> read(file, reading)));
      peer = peer.least(Stopwatch.time(() -> split(file)));
    }
    out.printf(
        "  175,000 rows of OpenElections CSV, the first time: %.2f s of processor (due: 1.5), %.1f"
            + " times FastCSV's for the cells alone; of %d times the least: %.3f s, %.1f times (due: 2)%n",
        first.processor(),
        first.processor() / firstOfPeer.processor(),
        ROUNDS,
        ours.processor(),
        ours.processor() / peer.processor());
  }

  private static Header header() throws IOException {
    try (InputStream in = Archive.open("us-president-2020").orElseThrow()) {
      return History.header(RecordReader.read(in).entries()).orElseThrow();
    }
  }

  private static void read(Path file, Reading reading) {
    int facts = 0;
    try (ReadRows rows =
        Formats.of("openelections-csv")
            .orElseThrow()
            .reads()
            .orElseThrow()
            .reader()
            .rows(Content.of(file), reading)) {
      if (rows.refusal().isPresent()) throw new IllegalStateException(rows.refusal().get().says());
      for (Optional<ReadRow> row = rows.next(); row.isPresent(); row = rows.next())
        if (row.get().fact().isPresent()) facts++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (facts != PRECINCTS) throw new IllegalStateException(facts + " units were read");
  }

  private static void split(Path file) {
    long cells = 0;
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
      for (CsvRecord row : csv) cells += row.getFieldCount();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (cells != 7L * (2 * PRECINCTS + 1)) throw new IllegalStateException(cells + " cells");
  }

  /** Many races, of which one is for President. */
  private static void report(Path file, long bytes) throws IOException {
    byte[] head =
        """
        <ElectionReport xmlns="http://itl.nist.gov/ns/voting/1500-100/v2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Election>
        <Candidate ObjectId="c1"><BallotName><Text Language="en">Joseph R. Biden</Text></BallotName></Candidate>
        <Contest xsi:type="CandidateContest" ObjectId="k0"><ContestSelection xsi:type="CandidateSelection" ObjectId="s0"><VoteCounts>
        <GpUnitId>u1</GpUnitId><Type>total</Type><Count>5</Count></VoteCounts><CandidateIds>c1</CandidateIds></ContestSelection>
        <ElectionDistrictId>u1</ElectionDistrictId><Name>President of the United States</Name></Contest>
        """
            .getBytes(UTF_8);
    byte[] race =
        ("<Contest xsi:type=\"CandidateContest\" ObjectId=\"k1\"><ContestSelection"
                + " xsi:type=\"CandidateSelection\" ObjectId=\"s1\">"
                + "<VoteCounts><GpUnitId>u1</GpUnitId><Type>total</Type><Count>123456</Count></VoteCounts>\n"
                    .repeat(1_000)
                + "</ContestSelection><Name>Sheriff</Name></Contest>\n")
            .getBytes(UTF_8);
    byte[] tail =
        """
        <StartDate>2020-11-03</StartDate></Election><GeneratedDate>2020-11-10T03:00:00Z</GeneratedDate>
        <GpUnit xsi:type="ReportingUnit" ObjectId="u1"><ExternalIdentifier><Type>fips</Type><Value>42003</Value></ExternalIdentifier>
        <Type>county</Type></GpUnit><Issuer>County</Issuer><SequenceStart>1</SequenceStart><SequenceEnd>1</SequenceEnd>
        <Status>unofficial-partial</Status></ElectionReport>
        """
            .getBytes(UTF_8);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(head);
      for (long written = 0; written < bytes; written += race.length) out.write(race);
      out.write(tail);
    }
  }
}
