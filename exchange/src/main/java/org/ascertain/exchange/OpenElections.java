package org.ascertain.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Washington;

/** The tables of the project OpenElections: a file for each state. */
final class OpenElections {

  static final String OFFICE = "President";

  static final Format CSV =
      new Format(
          "openelections-csv",
          "OpenElections' table of votes by county, a file for each state",
          "csv",
          "text/csv",
          Set.of("election", "addition", "returns"),
          CountyRows.losses(),
          List.of(
              "A code of a county: counties have their names alone, as the project writes them.",
              "Votes for candidates whom nobody names: a row of the candidate `Other`.",
              "Calls, certificates and all that follows: it has votes alone."),
          true,
          Optional.of(OpenElections::documents));

  private static List<Document> documents(ElectionAt election) {
    LocalDate day = Washington.day(election.header().attestation().at().effective());
    return CountyRows.of(election).stream()
        .map(
            state ->
                new Document(
                    "%s__%s__general__president__county.csv"
                        .formatted(
                            DateTimeFormatter.BASIC_ISO_DATE.format(day),
                            state.jurisdiction().toLowerCase(Locale.ROOT)),
                    state.jurisdiction(),
                    out -> write(election, state, out)))
        .toList();
  }

  private static void write(ElectionAt election, CountyRows state, OutputStream out)
      throws IOException {
    // the stream stays open: whoever gave it closes it
    CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv.writeRecord("county", "office", "district", "party", "candidate", "votes");
    for (CountyRows.Line line : state.lines(election, "Other"))
      csv.writeRecord(
          county(election, line.of()),
          OFFICE,
          "",
          line.party(),
          line.candidate(),
          Long.toString(line.votes()));
    csv.flush();
  }

  private static String county(ElectionAt election, Returns returns) {
    return election.places().name(returns.unit());
  }

  private OpenElections() {}
}
