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
import org.ascertain.exchange.Mapping.Role;
import org.ascertain.exchange.ReadRows.Unfit;

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
                  CountyRows.UNSAID,
                  "Precincts: the table is of counties, and what lies in a county is left out.",
                  "How votes were cast: every row is of the mode `TOTAL`.",
                  "Votes for candidates whom nobody names: a row of the candidate `OTHER`.",
                  "A FIPS code of a unit that has none: its cell is empty, its name is there.",
                  "Calls, certificates and all that follows: it has votes alone."),
              true,
              Optional.of(Medsl::documents))
          .with(
              new Format.Reads(
                  Set.of("returns"),
                  List.of(
                      "One row for each county, or precinct where the table has them; lines of"
                          + " another year or office are passed over. The moment is that of `--at`.",
                      "Of a candidate with a line of the mode `TOTAL` that counts; of others the"
                          + " modes are added up, which is told. Where both are there and differ,"
                          + " the unit is kept aside.",
                      "Over and under votes are never votes; candidates whom the record does not"
                          + " name are other votes.",
                      "`FLOATING` lines, which belong to no county, are kept aside."),
                  (content, reading) -> new VoteTable(content, reading, Medsl::columns, ',')));

  private static Mapping columns(List<String> names) throws Unfit {
    TableColumns columns = new TableColumns(names);
    columns.first(Role.YEAR, "year");
    columns.first(Role.STATE, "state_po", "state");
    columns.first(Role.FIPS, "county_fips", "jurisdiction_fips", "fips");
    columns.first(Role.COUNTY, "county_name", "county", "jurisdiction_name", "jurisdiction");
    columns.first(Role.PRECINCT, "precinct");
    columns.first(Role.OFFICE, "office");
    columns.first(Role.CANDIDATE, "candidate");
    columns.first(Role.PARTY, "party_simplified", "party");
    columns.first(Role.VOTES, "candidatevotes", "votes");
    columns.first(Role.TOTAL, "totalvotes");
    columns.first(Role.MODE, "mode");
    return columns.mapping(Role.STATE, Role.OFFICE, Role.CANDIDATE, Role.VOTES);
  }

  private static List<Document> documents(ElectionAt election) {
    List<CountyRows> states = CountyRows.ofCounties(election);
    return states.isEmpty()
        ? List.of()
        : List.of(
            new Document(
                "countypres_%d.csv".formatted(election.header().year()),
                "counties",
                entry -> states.stream().anyMatch(state -> state.has(entry)),
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
    for (CountyRows state : CountyRows.ofCounties(election))
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
        upper(places.nameAmongUnits(of.unit())),
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
