package org.ascertain.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascertain.archive.Archive;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Returns;
import org.ascertain.record.DraftWriter;
import org.ascertain.record.FactWord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Elections as tables, and what describes them. */
class DataPackageTest {

  private static final List<Integer> YEARS = List.of(1788, 1800, 1824, 1876, 2000, 2020);

  /** Of all elections, for what must hold in each. */
  private static Map<String, Set<List<String>>> keysOf(Map<String, List<NamedCsvRecord>> tables) {
    Map<String, Set<List<String>>> keys = new HashMap<>();
    for (Table table : Tables.all())
      keys.put(
          table.name(),
          tables.getOrDefault(table.name(), List.of()).stream()
              .map(row -> table.key().stream().map(row::getField).toList())
              .collect(Collectors.toSet()));
    return keys;
  }

  @Test
  void every_cell_that_refers_to_a_row_has_one_in_all_elections(@TempDir Path all)
      throws IOException {
    DataPackage.write(
        all,
        Archive.ids().stream()
            .map(id -> OfArchive.whole(Integer.parseInt(id.substring(id.lastIndexOf('-') + 1))))
            .iterator());
    Map<String, List<NamedCsvRecord>> tables = new HashMap<>();
    for (Table table : Tables.all())
      try (CsvReader<NamedCsvRecord> csv =
          CsvReader.builder().ofNamedCsvRecord(all.resolve(table.file()))) {
        tables.put(table.name(), csv.stream().toList());
      }
    Map<String, Set<List<String>>> keys = keysOf(tables);
    Set<String> referring = new TreeSet<>();
    for (Table table : Tables.all())
      Tables.references(table)
          .forEach(
              (column, to) -> {
                for (NamedCsvRecord row : tables.getOrDefault(table.name(), List.of())) {
                  List<String> cells = List.of(row.getField("election"), row.getField(column));
                  if (cells.getLast().isEmpty()) continue;
                  referring.add(column);
                  assertThat(keys.getOrDefault(to.name(), Set.of()).contains(cells))
                      .as("%s %s %s", table.name(), column, row)
                      .isTrue();
                }
              });
    assertThat(referring)
        .containsExactly(
            "caller", "jurisdiction", "person", "source", "unit", "vice_president", "within");
  }

  @Test
  void the_descriptions_name_the_references_the_licence_and_what_cells_say() throws IOException {
    JsonNode csvw = json("csv-metadata.json");
    assertThat(csvw.at("/dc:license/@id").asText()).contains("apache.org");
    for (JsonNode table : csvw.at("/tables"))
      if (table.at("/url").asText().equals("returns.csv")) {
        List<String> to = new ArrayList<>();
        table
            .at("/tableSchema/foreignKeys")
            .forEach(key -> to.add(key.at("/reference/resource").asText()));
        assertThat(to).containsExactly("elections.csv", "sources.csv", "units.csv");
        List<String> unsaid = new ArrayList<>();
        for (JsonNode column : table.at("/tableSchema/columns"))
          if (column.at("/dc:description").asText().equals("As the record has it"))
            unsaid.add(column.at("/name").asText());
        assertThat(unsaid).isEmpty();
      }
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;

  @BeforeAll
  static void write() throws IOException {
    Iterator<ElectionAt> elections = YEARS.stream().map(OfArchive::whole).iterator();
    DataPackage.write(folder, elections);
  }

  private static List<NamedCsvRecord> rows(String table) throws IOException {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve(table + ".csv"))) {
      return csv.stream().toList();
    }
  }

  private static JsonNode json(String file) throws IOException {
    return JSON.readTree(folder.resolve(file).toFile());
  }

  @Test
  void every_kind_of_fact_has_a_table_or_is_what_tables_declare() {
    Set<String> kinds = new TreeSet<>(Tables.OF_KINDS.keySet());
    kinds.addAll(List.of("election", "addition"));
    assertThat(kinds).isEqualTo(FactWord.all());
  }

  @Test
  void every_field_of_every_fact_of_the_archive_has_a_column_or_is_figures() throws IOException {
    DraftWriter drafts = new DraftWriter();
    Set<String> lacking = new TreeSet<>();
    for (int year : YEARS)
      for (Entry entry : OfArchive.whole(year).facts()) {
        String kind = FactWord.of(entry.fact());
        Table table = Tables.OF_KINDS.get(kind);
        if (table == null) continue;
        JSON.readTree(drafts.line(entry.fact()))
            .properties()
            .forEach(
                field -> {
                  String name =
                      kind.equals("statement") && field.getKey().equals("about")
                          ? "topic"
                          : field.getKey();
                  if (table.find(name).isEmpty() && !name.equals("fact"))
                    if (!field.getValue().isObject() || !isFigures(table, name, field.getValue()))
                      lacking.add(kind + " " + name);
                });
      }
    assertThat(lacking).isEmpty();
  }

  /** Whole numbers by id, or counts that have a column each. */
  private static boolean isFigures(Table table, String name, JsonNode value) {
    for (var each : value.properties())
      if (!each.getValue().isIntegralNumber() && table.find(name + "_" + each.getKey()).isEmpty())
        return false;
    return true;
  }

  @Test
  void there_is_a_row_for_every_fact() throws IOException {
    List<String> due = new ArrayList<>();
    for (int year : YEARS)
      for (Entry entry : OfArchive.whole(year).facts())
        if (Tables.OF_KINDS.containsKey(FactWord.of(entry.fact())))
          due.add("us-president-%d %d".formatted(year, entry.index()));
    List<String> found = new ArrayList<>();
    for (String kind : Tables.OF_KINDS.keySet())
      if (!Set.of("correction", "retraction").contains(kind))
        for (NamedCsvRecord row : rows(kind))
          found.add(row.getField("election") + " " + row.getField("entry"));
    assertThat(found).containsExactlyInAnyOrderElementsOf(due);
    assertThat(rows("correction").stream().map(row -> row.getField("election")))
        .filteredOn("us-president-2020"::equals)
        .hasSize(178);
  }

  @Test
  void what_a_correction_puts_in_place_is_no_second_row_of_figures() throws IOException {
    assertThat(rows("figures"))
        .extracting(row -> row.getField("fact"))
        .doesNotContain("correction");
  }

  @Test
  void figures_add_up_to_what_the_facts_say() throws IOException {
    long due =
        OfArchive.whole(2020).facts().stream()
            .filter(entry -> entry.fact() instanceof Returns)
            .mapToLong(entry -> ((Returns) entry.fact()).votes().sum())
            .sum();
    assertThat(
            rows("figures").stream()
                .filter(row -> row.getField("election").equals("us-president-2020"))
                .filter(row -> row.getField("fact").equals("returns"))
                .mapToLong(row -> Long.parseLong(row.getField("figure")))
                .sum())
        .isEqualTo(due);
  }

  @Test
  void the_descriptions_tell_of_every_file_and_column_and_of_no_other() throws IOException {
    JsonNode frictionless = json("datapackage.json");
    JsonNode csvw = json("csv-metadata.json");
    Set<String> files = new TreeSet<>();
    for (JsonNode resource : frictionless.at("/resources")) {
      files.add(resource.at("/path").asText());
      List<String> names = new ArrayList<>();
      resource.at("/schema/fields").forEach(field -> names.add(field.at("/name").asText()));
      assertThat(Files.readAllLines(folder.resolve(resource.at("/path").asText())).getFirst())
          .isEqualTo(String.join(",", names));
      names.removeIf(name -> !toTexts(resource.at("/schema/primaryKey")).contains(name));
      assertThat(names).hasSameSizeAs(toTexts(resource.at("/schema/primaryKey")));
    }
    try (Stream<Path> written = Files.list(folder)) {
      assertThat(
              written
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".csv")))
          .containsExactlyInAnyOrderElementsOf(files);
    }
    assertThat(csvw.at("/tables")).hasSameSizeAs(frictionless.at("/resources"));
  }

  private static List<String> toTexts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  @Test
  void keys_are_of_one_row_each() throws IOException {
    for (Table table : Tables.all()) {
      Set<List<String>> keys = new HashSet<>();
      for (NamedCsvRecord row : rows(table.name()))
        assertThat(keys.add(table.key().stream().map(row::getField).toList()))
            .as("%s %s", table.name(), row)
            .isTrue();
    }
  }

  @Test
  void the_version_is_the_newest_day_and_each_record_is_cited_by_its_root() throws IOException {
    JsonNode described = json("datapackage.json");

    assertThat(described.at("/version").asText()).matches("20\\d\\d-\\d\\d-\\d\\d");
    assertThat(described.at("/records")).hasSize(YEARS.size());
    assertThat(described.at("/records/0/root").asText())
        .isEqualTo("2nBNfrGCULTkKfv9ZU2zRcUxhYo6ZiJdoZS2PdpzBk8=");
    assertThat(toTexts(json("dataset.json").at("/isBasedOn")).getLast())
        .startsWith("us-president-2020@13427 ");
  }
}
