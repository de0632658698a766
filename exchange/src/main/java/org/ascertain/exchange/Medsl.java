package org.ascertain.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Jurisdiction;

/** The table of votes by county of the MIT Election Data and Science Lab, one for all states. */
final class Medsl {

  static final String OFFICE = "US PRESIDENT";

  static final Format CSV =
      new Format(
          "medsl-csv",
          "The MIT Election Data and Science Lab's table of votes by county",
          "csv",
          "text/csv",
          Set.of("election", "addition", "returns"),
          CountyRows.losses(),
          List.of(
              "How votes were cast: every row is of the mode `TOTAL`.",
              "Votes for candidates whom nobody names: a row of the candidate `OTHER`.",
              "A FIPS code of a unit that has none: its cell is empty, its name is there.",
              "Calls, certificates and all that follows: it has votes alone."),
          true,
          Optional.of(Medsl::documents));

  private static List<Document> documents(ElectionAt election) {
    return CountyRows.of(election).isEmpty()
        ? List.of()
        : List.of(
            new Document(
                "countypres_%d.csv".formatted(election.header().year()),
                "counties",
                out -> write(election, out)));
  }

  private static void write(ElectionAt election, OutputStream out) throws IOException {
    // the stream stays open: whoever gave it closes it
    CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv.writeRecord(
        "year",
        "state",
        "state_po",
        "county_name",
        "county_fips",
        "office",
        "candidate",
        "party",
        "candidatevotes",
        "totalvotes",
        "version",
        "mode");
    for (CountyRows state : CountyRows.of(election))
      for (CountyRows.Line line : state.lines(election, "Other")) row(csv, election, state, line);
    csv.flush();
  }

  private static void row(
      CsvWriter csv, ElectionAt election, CountyRows state, CountyRows.Line line)
      throws IOException {
    Places places = election.places();
    Returns of = line.of();
    csv.writeRecord(
        Integer.toString(election.header().year()),
        upper(
            Jurisdiction.of(state.jurisdiction())
                .map(Jurisdiction::title)
                .orElse(state.jurisdiction())),
        state.jurisdiction(),
        upper(places.shortName(of.unit())),
        places.fips(of.unit()).orElse(""),
        OFFICE,
        upper(line.candidate()),
        upper(line.party()),
        Long.toString(line.votes()),
        text(of.total()),
        election.recorded().map(day -> day.toString().replace("-", "")).orElse(""),
        "TOTAL");
  }

  private static String text(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : "";
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  private Medsl() {}
}
