package org.ascertain.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.election.Washington;
import org.ascertain.exchange.Mapping.Role;
import org.ascertain.exchange.ReadRows.Unfit;

/** The tables of the project OpenElections: a file for each state. */
final class OpenElections {

  static final String OFFICE = "President";

  static final Format CSV =
      new Format(
              "openelections-csv",
              "OpenElections' tables of votes by county and by precinct, a file for each state",
              "csv",
              "text/csv",
              Set.of("election", "addition", "returns"),
              CountyRows.losses(),
              List.of(
                  CountyRows.UNSAID,
                  "Counties and precincts in one file: those of a state's precincts are a file of"
                      + " their own, with a column for them, so that no sum has anything twice.",
                  "A code of a county: counties have their names alone, as the project writes them.",
                  "Votes for candidates whom nobody names: a row of the candidate `Other`.",
                  "Calls, certificates and all that follows: it has votes alone."),
              true,
              Optional.of(OpenElections::documents))
          .with(
              new Format.Reads(
                  Set.of("returns"),
                  List.of(
                      "One row for each unit: the lines of all candidates for President are added"
                          + " up to it; other offices are passed over.",
                      "The state is that of the file's name (`20201103__pa__...`), else that of"
                          + " `--jurisdiction`; the moment is that of `--at`, for the format has none.",
                      "Registered voters, ballots cast, over and under votes, blanks are never votes:"
                          + " they go to the fields that a record has for them.",
                      "Candidates whom the record does not name are other votes; a name that nobody"
                          + " has, with the party of somebody, keeps its unit aside.",
                      "Votes by how they were cast are added up where no column has their sum; a"
                          + " precinct that is called a total is its county."),
                  (content, reading) ->
                      new VoteTable(
                          content, ofFileName(reading), names -> columns(names, reading), ',')));

  /** What follows the state in the part by which its table of precincts is asked for. */
  private static final String PRECINCTS = "-precincts";

  private static final Pattern FILE_NAME = Pattern.compile("(\\d{4})\\d{4}__([a-z]{2})__.*");

  /** Columns that have the votes of one way to vote. */
  private static final Set<String> MODES =
      Set.of(
          "early_voting",
          "early_votes",
          "early",
          "election_day",
          "election_day_votes",
          "absentee",
          "absentee_by_mail",
          "absentee_votes",
          "mail",
          "mail_votes",
          "provisional",
          "provisional_votes",
          "advance",
          "advance_voting",
          "machine_votes",
          "one_stop",
          "in_person",
          "federal");

  /** The state of a file is told by its name. */
  private static Reading ofFileName(Reading reading) {
    Matcher name = FILE_NAME.matcher(reading.fileName().toLowerCase(Locale.ROOT));
    return reading.jurisdiction().isPresent() || !name.matches()
        ? reading
        : reading.of(name.group(2).toUpperCase(Locale.ROOT));
  }

  private static Mapping columns(List<String> names, Reading reading) throws Unfit {
    Matcher name = FILE_NAME.matcher(reading.fileName().toLowerCase(Locale.ROOT));
    if (name.matches() && !name.group(1).equals(Integer.toString(reading.header().year())))
      throw new Unfit(ReadCheck.OTHER_YEAR, "", name.group(1));
    TableColumns columns = new TableColumns(names);
    columns.first(Role.COUNTY, "county", "parish");
    columns.first(Role.PRECINCT, "precinct", "ward", "town", "election_district");
    columns.first(Role.OFFICE, "office");
    columns.first(Role.CANDIDATE, "candidate");
    columns.first(Role.PARTY, "party");
    columns.first(Role.VOTES, "votes", "total_votes");
    if (!columns.has(Role.VOTES)) columns.all(Role.VOTES, MODES);
    return columns.mapping(Role.COUNTY, Role.OFFICE, Role.CANDIDATE, Role.VOTES);
  }

  private static List<Document> documents(ElectionAt election) {
    LocalDate day = Washington.day(election.header().attestation().at().effective());
    return CountyRows.of(election).stream()
        .map(
            state ->
                new Document(
                    "%s__%s__general__president__%s.csv"
                        .formatted(
                            DateTimeFormatter.BASIC_ISO_DATE.format(day),
                            state.jurisdiction().toLowerCase(Locale.ROOT),
                            state.level().name().toLowerCase(Locale.ROOT)),
                    state.jurisdiction() + (isOfPrecincts(state) ? PRECINCTS : ""),
                    state::has,
                    out -> write(election, state, out)))
        .toList();
  }

  private static void write(ElectionAt election, CountyRows state, OutputStream out)
      throws IOException {
    // the stream stays open: whoever gave it closes it
    CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv.writeRecord(
        cells(state, "county", "precinct", "office", "district", "party", "candidate", "votes"));
    for (CountyRows.Line line : state.lines(election, "Other"))
      csv.writeRecord(
          cells(
              state,
              election.places().name(county(line.of().unit())),
              precinct(line.of().unit()),
              OFFICE,
              "",
              line.party(),
              line.candidate(),
              Long.toString(line.votes())));
    csv.flush();
  }

  /** A line of the table; one of counties has no column for precincts. */
  private static List<String> cells(
      CountyRows state, String county, String precinct, String... rest) {
    List<String> cells = new ArrayList<>(List.of(county));
    if (isOfPrecincts(state)) cells.add(precinct);
    cells.addAll(Arrays.asList(rest));
    return cells;
  }

  private static boolean isOfPrecincts(CountyRows state) {
    return state.level() == CountyRows.Level.PRECINCT;
  }

  /** The county of a unit below a state: "CA/06071" of "CA/06071/001". */
  private static String county(String unit) {
    int below = unit.indexOf('/', unit.indexOf('/') + 1);
    return below < 0 ? unit : unit.substring(0, below);
  }

  private static String precinct(String unit) {
    return unit.substring(Math.min(unit.length(), county(unit).length() + 1));
  }

  private OpenElections() {}
}
