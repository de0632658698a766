package org.ascertain.exchange;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.ascertain.exchange.Table.CellType;
import org.ascertain.exchange.Table.Column;

/** The tables of the data package: some of what a record declares, one for each kind of fact. */
final class Tables {

  private static final Column ELECTION = Column.text("election", "Id of the election");
  private static final Column ENTRY = Column.whole("entry", "Index of the entry in the record");

  static final Table ELECTIONS =
      new Table(
          "elections",
          "An election, as of which moment it stands here, and the record that it is taken from",
          List.of(
              ELECTION,
              Column.whole("year", "Year of the general election"),
              Column.text("at", "As of this moment, or the end of this day"),
              Column.text("known", "By what was known then; empty: everything in the record"),
              Column.text("caller", "Whose calls the record follows"),
              Column.whole("entries", "Entries of the record"),
              Column.text("root", "Root of its tree of hashes: the version to cite"),
              new Column("recorded", CellType.DAY, "Day of its last entry, in Washington")),
          List.of("election"));

  static final Table CANDIDATES =
      new Table(
          "candidates",
          "A person for whom votes are cast",
          List.of(
              ELECTION,
              Column.text("candidate", "Id"),
              Column.text("name", "Name"),
              Column.text("party", "Party")),
          List.of("election", "candidate"));

  static final Table TICKETS =
      new Table(
          "tickets",
          "Whom a popular vote is for",
          List.of(
              ELECTION,
              Column.text("ticket", "Id"),
              Column.text("president", "Candidate for President"),
              Column.text("vice_president", "Candidate for Vice President"),
              Column.text("slate", "Tickets of one slate are lines for the same electors")),
          List.of("election", "ticket"));

  static final Table CALLERS =
      new Table(
          "callers",
          "Who calls results",
          List.of(ELECTION, Column.text("caller", "Id"), Column.text("name", "Name")),
          List.of("election", "caller"));

  static final Table UNITS =
      new Table(
          "units",
          "A unit that electors are appointed for, or that votes are reported of",
          List.of(
              ELECTION,
              Column.text("unit", "Id: PA, ME-1, PA/42003"),
              Column.text("name", "Name"),
              Column.text("jurisdiction", "USPS code of the state"),
              Column.text("within", "The unit right above it; empty of a state"),
              Column.text("fips", "FIPS code: two digits of a state, five of a county"),
              Column.text(
                  "fips_list",
                  "The list that a county's code belongs to; empty of a state, whose two digits mean"
                      + " the same in every year"),
              Column.text("ocd_id", "Open Civic Data id"),
              Column.whole("electors", "How many electors it appoints; empty of other units")),
          List.of("election", "unit"));

  static final Table SOURCES =
      new Table(
          "sources",
          "A document or publication that says so",
          List.of(
              ELECTION,
              Column.text("source", "Id"),
              Column.text("title", "Title"),
              Column.text("publisher", "Publisher"),
              new Column("date", CellType.DAY, "Its day"),
              Column.text("url", "Where it is")),
          List.of("election", "source"));

  /** Every figure by ticket or candidate, so that a reader needs to know no election's names. */
  static final Table FIGURES =
      new Table(
          "figures",
          "A figure of a fact by ticket or candidate: votes, electors, elector votes",
          List.of(
              ELECTION,
              ENTRY,
              Column.text("fact", "Kind of the fact: the table that has its other cells"),
              Column.text("unit", "Unit or jurisdiction of the fact"),
              Column.text("field", "Of which of the fact's figures it is one"),
              Column.text("for", "Id of a ticket or candidate"),
              Column.whole("figure", "Votes or electors")),
          List.of("election", "entry", "field", "for"));

  /** What every fact has. */
  private static final List<Column> COMMON =
      List.of(
          ELECTION,
          ENTRY,
          Column.text("at", "When it happened, as precisely as its source says"),
          new Column("from", CellType.MOMENT, "The earliest moment that this can be"),
          new Column("to", CellType.MOMENT, "The latest moment, by which all ordering goes"),
          Column.text("about", "true where the clock time is approximate"),
          Column.text("learned", "When the public could first know it"),
          Column.text("source", "Id of the source"),
          Column.text("basis", "What it rests on where no document was read"),
          Column.text("note", "A sentence for people"),
          Column.text("paper", "SHA-256 of the document"));

  /**
   * The cells of each kind beside what every fact has and beside figures: # is a whole number, ? is
   * true or false, { is JSON, else text; lists are parted by semicolons.
   */
  private static final Map<String, String> CELLS =
      Map.ofEntries(
          entry("coverage", "of extent caller units until"),
          entry(
              "returns",
              "unit other# total# exact? expected# expectedBy complete? ballots_cast# ballots_over#"
                  + " ballots_under# ballots_invalid# registered# reporting_units# reporting_of#"
                  + " totalBy"),
          entry("ranked-returns", "unit rankings{ part# parts#"),
          entry("lot", "unit between for out"),
          entry("call", "unit caller for"),
          entry("call-withdrawn", "unit caller for"),
          entry("certification", "unit other# total# authority amends#"),
          entry("challenge", "id kind name venue units atStake{ subject"),
          entry("ruling", "challenge outcome for final?"),
          entry(
              "audit-round",
              "unit kind cards# manifest# seed seedAt committed committedAt rule replacement?"
                  + " sharedWith discrepancies{ complete? custody"),
          entry("appointment", "jurisdiction number# method"),
          entry("not-appointed", "jurisdiction number# reason"),
          entry("ascertainment", "jurisdiction authority slate supersedes#"),
          entry("elector-votes", "jurisdiction absent# void# electors{ slate"),
          entry("count-opened", ""),
          entry(
              "objection",
              "jurisdiction grounds electors# senators# representatives# signers received?"),
          entry("chamber-vote", "jurisdiction chamber sustain# reject#"),
          entry("commission-ruling", "jurisdiction slate for# against#"),
          entry("counted", "jurisdiction result slate"),
          entry("declared", "base# majority#"),
          entry("contingent-ballot", "chamber ballot# states{ members{"),
          entry("oath", "person office"),
          entry("death", "person"),
          entry("withdrawal", "person"),
          entry("voting-extended", "jurisdiction until law"),
          entry("acknowledgement", "actor country toward form quote stance quotes waits"),
          entry("statement", "actor body about units quote text"),
          entry("correction", "corrects# reason"),
          entry("retraction", "retracts# reason"));

  /** What cells say whose name alone does not tell it. */
  private static final Map<String, String> ABOUT =
      Map.ofEntries(
          entry("about", "What a statement is about, as the record has it"),
          entry("unit", "Id of the unit: PA, ME-1, PA/42003"),
          entry("jurisdiction", "USPS code of the state or district"),
          entry("caller", "Id of who calls results"),
          entry("other", "Votes for candidates who are not named"),
          entry("total", "All votes for President"),
          entry("exact", "false where votes were computed from rounded shares; else empty"),
          entry(
              "expected",
              "Votes that are expected in the end, of those counted and those still to come"),
          entry("expectedBy", "Who expects so many votes: official, or estimate"),
          entry("complete", "true where its source says that it is done; empty says nothing"),
          entry("extent", "How much of it the record holds: complete, partial, none"),
          entry("registered", "Voters who are registered"),
          entry("ballots_cast", "Ballots, which are not votes"),
          entry("ballots_over", "Ballots with more votes for President than one"),
          entry("ballots_under", "Ballots without a vote for President"),
          entry("ballots_invalid", "Ballots that were rejected"),
          entry("reporting_units", "Parts of the unit that have reported"),
          entry("reporting_of", "Parts of the unit in all"),
          entry("totalBy", "sum: nobody printed the total, it is the sum of the figures known"));

  /** The table of each kind of fact, by the record's word for it. */
  static final SequencedMap<String, Table> OF_KINDS = ofKinds();

  private static SequencedMap<String, Table> ofKinds() {
    SequencedMap<String, Table> tables = new LinkedHashMap<>();
    new TreeMap<>(CELLS)
        .forEach(
            (kind, cells) -> {
              List<Column> columns = new ArrayList<>(COMMON);
              Arrays.stream(cells.split(" "))
                  .filter(cell -> !cell.isEmpty())
                  .map(Tables::column)
                  .forEach(columns::add);
              tables.put(
                  kind,
                  new Table(
                      kind,
                      "A fact of the kind " + kind + ", as docs/record.md describes it",
                      List.copyOf(columns),
                      List.of("election", "entry")));
            });
    return tables;
  }

  private static Column column(String cell) {
    String name = cell.replaceAll("[#?{]$", "");
    CellType type =
        switch (cell.charAt(cell.length() - 1)) {
          case '#' -> CellType.WHOLE;
          case '?' -> CellType.TRUTH;
          case '{' -> CellType.JSON;
          default -> CellType.TEXT;
        };
    return new Column(
        // two of the names are those of what every fact has
        name.equals("about") ? "topic" : name,
        type,
        ABOUT.getOrDefault(
            name,
            type == CellType.JSON ? "As JSON, as the record has it" : "As the record has it"));
  }

  /**
   * By column of a table the table that has a row for each of its cells, beside that of the
   * election. A ticket's candidate for President is none of them: unpledged electors have a ticket
   * and no candidate.
   */
  static SequencedMap<String, Table> references(Table table) {
    Map<String, Table> known =
        Map.of(
            "source", SOURCES,
            "unit", UNITS,
            "jurisdiction", UNITS,
            "within", UNITS,
            "caller", CALLERS,
            "person", CANDIDATES,
            "vice_president", CANDIDATES);
    SequencedMap<String, Table> references = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      Table to = known.get(column.name());
      boolean isOwnKey = table.key().equals(List.of("election", column.name()));
      if (to != null && !isOwnKey) references.put(column.name(), to);
    }
    return references;
  }

  /** All tables in the order of the package: first the one that whoever takes only one wants. */
  static List<Table> all() {
    List<Table> all =
        new ArrayList<>(List.of(FIGURES, ELECTIONS, CANDIDATES, TICKETS, CALLERS, UNITS, SOURCES));
    all.addAll(OF_KINDS.values());
    return List.copyOf(all);
  }

  private Tables() {}
}
