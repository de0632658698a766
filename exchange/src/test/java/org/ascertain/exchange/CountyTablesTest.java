package org.ascertain.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Unit;
import org.junit.jupiter.api.Test;

/** The counties of 2020 as two projects write tables of votes. */
class CountyTablesTest {

  private static final ElectionAt OF_2020 = OfArchive.whole(2020);

  private static List<NamedCsvRecord> rows(Document document) throws IOException {
    String text = new String(NistTest.bytes(document), StandardCharsets.UTF_8);
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
      return csv.stream().toList();
    }
  }

  private static List<Document> documents(Format format) {
    return format.writer().orElseThrow().documents(OF_2020);
  }

  /** By state and candidate, from the record itself. */
  private static Map<String, Long> due() {
    Map<String, Long> due = new HashMap<>();
    for (Entry entry : OF_2020.returns().getOrDefault("tonmcg-counties", Map.of()).values()) {
      Returns returns = (Returns) entry.fact();
      String state = Unit.jurisdictionOf(returns.unit());
      returns.votes().forEach((ticket, votes) -> due.merge(state + " " + ticket, votes, Long::sum));
      due.merge(state + " other", returns.other().orElse(0), Long::sum);
    }
    return due;
  }

  private static String ticket(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("biden") ? "biden" : lower.contains("trump") ? "trump" : lower;
  }

  @Test
  void openelections_has_a_file_for_each_state_and_the_same_sums() throws IOException {
    List<Document> documents = documents(OpenElections.CSV);
    Map<String, Long> found = new HashMap<>();
    long rows = 0;
    for (Document document : documents)
      for (NamedCsvRecord row : rows(document)) {
        rows++;
        found.merge(
            document.part() + " " + ticket(row.getField("candidate")),
            Long.parseLong(row.getField("votes")),
            Long::sum);
      }
    assertThat(documents).hasSize(51);
    assertThat(documents.getFirst().name())
        .isEqualTo("20201103__ak__general__president__county.csv");
    assertThat(rows).isEqualTo(9_456);
    assertThat(found).isEqualTo(due());
  }

  @Test
  void medsl_has_one_table_with_the_same_sums() throws IOException {
    List<NamedCsvRecord> rows = rows(documents(Medsl.CSV).getFirst());
    Map<String, Long> found = new HashMap<>();
    for (NamedCsvRecord row : rows)
      found.merge(
          row.getField("state_po") + " " + ticket(row.getField("candidate")),
          Long.parseLong(row.getField("candidatevotes")),
          Long::sum);
    assertThat(rows).hasSize(9_456);
    assertThat(found).isEqualTo(due());
    assertThat(rows).extracting(row -> row.getField("mode")).containsOnly("TOTAL");
    List<NamedCsvRecord> alaska =
        rows.stream().filter(row -> row.getField("state_po").equals("AK")).toList();
    assertThat(alaska)
        .extracting(row -> row.getField("county_fips"))
        .as("its districts have codes that no office gave them")
        .containsOnly("");
    assertThat(alaska.getFirst().getField("county_name")).isEqualTo("DISTRICT 1");
  }

  @Test
  void a_city_with_the_name_of_a_county_is_called_a_city() throws IOException {
    assertThat(rows(documents(Medsl.CSV).getFirst()))
        .filteredOn(row -> List.of("MD", "MO", "VA").contains(row.getField("state_po")))
        .extracting(row -> row.getField("county_name"))
        .contains("BALTIMORE", "BALTIMORE CITY", "ST. LOUIS", "ST. LOUIS CITY", "FAIRFAX CITY")
        .contains("RICHMOND", "RICHMOND CITY", "ALEXANDRIA");
  }

  @Test
  void no_two_units_of_a_state_have_one_name() throws IOException {
    for (Document document : documents(OpenElections.CSV)) {
      List<String> cells = new ArrayList<>();
      for (NamedCsvRecord row : rows(document))
        cells.add(row.getField("county") + ", " + row.getField("candidate"));
      assertThat(cells).as(document.part()).doesNotHaveDuplicates();
    }
  }

  @Test
  void an_election_without_counties_makes_no_file() {
    for (Format format : Set.of(OpenElections.CSV, Medsl.CSV))
      assertThat(format.writer().orElseThrow().documents(OfArchive.whole(1960))).isEmpty();
  }
}
