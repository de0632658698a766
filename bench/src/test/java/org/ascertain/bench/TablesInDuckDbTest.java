package org.ascertain.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascertain.archive.Archive;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Returns;
import org.ascertain.exchange.DataPackage;
import org.ascertain.exchange.ElectionAt;
import org.ascertain.exchange.Parquet;
import org.ascertain.law.Law;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The data package of 2020 as DuckDB reads it, and as the Parquet that DuckDB makes of it. */
@Timeout(120)
class TablesInDuckDbTest {

  @TempDir private static Path folder;

  private static ElectionAt election;

  private static final Map<String, Long> DUE = new TreeMap<>();

  @BeforeAll
  static void write() throws IOException {
    try (InputStream in = Archive.open("us-president-2020").orElseThrow()) {
      History history =
          History.of(
              RecordReader.read(in).entries(),
              Law.of(2020).orElseThrow(),
              Archive.knownUnits(),
              History.ALL);
      election = ElectionAt.of(history, ElectionAt.last(history), Optional.empty());
      DataPackage.write(folder, List.of(election).iterator());
      for (Entry entry : history.entries())
        if (entry.fact() instanceof Returns returns)
          returns.votes().forEach((ticket, votes) -> DUE.merge(ticket, votes, Long::sum));
    }
  }

  private static Map<String, Long> sums(String table) throws SQLException {
    Map<String, Long> sums = new TreeMap<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT \"for\", sum(figure)::BIGINT FROM '%s' WHERE fact = 'returns' GROUP BY ALL"
                    .formatted(folder.resolve(table)))) {
      while (rows.next()) sums.put(rows.getString(1), rows.getLong(2));
    }
    return sums;
  }

  @Test
  void the_tables_have_the_sums_of_the_record() throws SQLException {
    assertThat(DUE).containsKeys("biden", "trump");
    assertThat(sums("figures.csv")).isEqualTo(DUE);
  }

  @Test
  void parquet_made_of_them_has_the_same_for_duckdb_and_for_another_reader() throws Exception {
    Parquet.write(folder, List.of(election).iterator(), Optional.empty());
    assertThat(sums("figures.parquet")).isEqualTo(DUE);
    Map<String, Long> sums = new TreeMap<>();
    try (ParquetFileReader file =
            ParquetFileReader.open(InputFile.of(folder.resolve("figures.parquet")));
        RowReader row = file.rowReader()) {
      while (row.hasNext()) {
        row.next();
        if (row.getString("fact").equals("returns"))
          sums.merge(row.getString("for"), row.getLong("figure"), Long::sum);
      }
    }
    assertThat(sums).isEqualTo(DUE);
    try (Stream<Path> all = Files.list(folder)) {
      Map<Boolean, Long> files =
          all.map(each -> each.getFileName().toString())
              .filter(name -> name.matches(".*\\.(csv|parquet)"))
              .collect(
                  Collectors.partitioningBy(name -> name.endsWith(".csv"), Collectors.counting()));
      assertThat(files.get(true)).as("a file for each table").isEqualTo(files.get(false));
    }
  }

  @Test
  void without_a_driver_it_is_said_how_to_get_one() {
    assertThatThrownBy(
            () ->
                Parquet.write(
                    folder.resolve("none"),
                    List.of(election).iterator(),
                    Optional.of(folder.resolve("no.jar"))))
        .isInstanceOf(Parquet.NoDuckDb.class)
        .hasMessageContaining("There is no file");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void an_empty_cell_is_unknown_and_a_whole_number_is_one() throws SQLException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT typeof(expected), count(*), count(expected) FROM '%s' GROUP BY ALL"
                    .formatted(folder.resolve("returns.csv")))) {
      long known = 0;
      long all = 0;
      while (rows.next()) {
        assertThat(rows.getString(1)).isIn("BIGINT", "\"NULL\"");
        all += rows.getLong(2);
        known += rows.getLong(3);
      }
      assertThat(known).isPositive().isLessThan(all);
    }
  }
}
