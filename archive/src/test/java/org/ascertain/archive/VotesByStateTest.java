package org.ascertain.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.TotalBy;
import org.ascertain.election.Votes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The votes of every state from 1824 on, figure by figure beside a table that was put together
 * apart from the records: from the tables of Leip's Atlas (through Wikipedia's), the Clerk of the
 * House, the American Presidency Project, the MIT Election Data and Science Lab and the Federal
 * Election Commission.
 *
 * <p>In the table, {@code by} says whether a total was printed or is the sum of the figures; {@code
 * other} is the rest that its source prints. From 1976 on it has the candidates of the official
 * tables and those with 20,000 votes or more.
 */
class VotesByStateTest {

  /** A row of the table: a state's votes by the name of the candidate. */
  private record Row(int year, String state, long total, String by, Map<String, Long> votes) {}

  /** What a record says in the end of a state. */
  private record Statement(
      Votes votes, OptionalLong other, OptionalLong total, TotalBy by, boolean complete) {}

  private static final String OTHER = "other";
  private static final Map<Integer, Archived> RECORDS = new TreeMap<>();
  private static List<Row> table = List.of();
  private static int compared;

  @BeforeAll
  static void read() throws IOException {
    for (String id : Archive.ids()) {
      Archived record = Archived.of(id);
      RECORDS.put(record.year(), record);
    }
    table = table();
  }

  @AfterAll
  static void say_how_much_was_compared() {
    System.out.printf("%,d figures of %,d states' votes, 0 differences%n", compared, table.size());
  }

  @Test
  void every_state_has_the_votes_of_the_table() {
    assertThat(table).hasSize(2_172);
    for (Row row : table) {
      Statement said = statement(row);
      Map<String, Long> named = byName(row.year(), said.votes());
      String where = row.year() + " " + row.state();
      row.votes()
          .forEach(
              (name, votes) -> {
                if (name.equals(OTHER)) assertThat(said.other()).as(where).hasValue(votes);
                else assertThat(named).as(where).containsEntry(name, votes);
                compared++;
              });
      assertThat(said.total()).as(where).hasValue(row.total());
      compared++;
    }
  }

  @Test
  void to_1972_no_state_has_votes_that_the_table_has_not() {
    for (Row row : table)
      if (row.year() <= 1972)
        assertThatObject(byName(row.year(), statement(row).votes()).keySet())
            .as("%d %s", row.year(), row.state())
            .isEqualTo(
                row.votes().keySet().stream()
                    .filter(name -> !name.equals(OTHER))
                    .collect(Collectors.toSet()));
  }

  @Test
  void a_total_that_nobody_printed_says_so() {
    for (Row row : table)
      if (!row.by().isEmpty())
        assertThat(statement(row).by())
            .as("%d %s", row.year(), row.state())
            .isEqualTo(row.by().equals("sum") ? TotalBy.SUM : TotalBy.PRINTED);
  }

  @Test
  void no_total_is_less_than_its_votes_and_one_that_is_their_sum_is_just_that() {
    for (Row row : table) {
      Statement said = statement(row);
      long sum = said.votes().sum() + said.other().orElse(0);
      if (said.by() == TotalBy.SUM || row.year() >= 1976)
        assertThat(sum).as("%d %s", row.year(), row.state()).isEqualTo(row.total());
      else assertThat(sum).as("%d %s", row.year(), row.state()).isLessThanOrEqualTo(row.total());
    }
  }

  /** Of 2020 the last certificate, of other years the complete statement of the state. */
  private static Statement statement(Row row) {
    Archived record = record(row.year());
    if (row.year() == 2020)
      return record.all(Fact.Certification.class).stream()
          .filter(f -> f.unit().equals(row.state()))
          .max(Comparator.comparingLong(f -> f.attestation().at().effective()))
          .map(f -> new Statement(f.votes(), f.other(), f.total(), TotalBy.PRINTED, true))
          .orElseThrow();
    List<Statement> statements = new ArrayList<>();
    for (Fact.Returns f : record.all(Fact.Returns.class))
      if (f.unit().equals(row.state()) && f.complete() && f.total().isPresent())
        statements.add(new Statement(f.votes(), f.other(), f.total(), f.totalBy(), true));
    assertThat(statements).as("%d %s", row.year(), row.state()).hasSize(1);
    return statements.getFirst();
  }

  private static Archived record(int year) {
    return Optional.ofNullable(RECORDS.get(year)).orElseThrow();
  }

  private static Map<String, Long> byName(int year, Votes votes) {
    Map<String, String> names = record(year).names();
    Map<String, Long> named = new HashMap<>();
    votes.forEach((ticket, n) -> named.merge(names.getOrDefault(ticket, ticket), n, Long::sum));
    return named;
  }

  private static List<Row> table() throws IOException {
    try (InputStream in = VotesByStateTest.class.getResourceAsStream("votes-by-state.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(VotesByStateTest::row)
          .toList();
    }
  }

  private static Row row(String line) {
    String[] cells = line.split(",", 5);
    Map<String, Long> votes = new TreeMap<>();
    for (String vote : cells[4].replace("\"", "").split(";", -1)) {
      String[] pair = vote.split("=", 2);
      votes.put(pair[0], Long.parseLong(pair[1]));
    }
    return new Row(Integer.parseInt(cells[0]), cells[1], Long.parseLong(cells[2]), cells[3], votes);
  }
}
