package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ascertain.answers.StandingText;
import org.ascertain.archive.Archive;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Votes;
import org.ascertain.law.Base;
import org.ascertain.law.Law;
import org.ascertain.law.Verdict;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;
import org.ascertain.standing.Standing;
import org.ascertain.standing.Standing.JurisdictionElectors;
import org.ascertain.standing.Standing.Outcome;
import org.ascertain.standing.Standing.UnitRow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the law makes of all 60 records, figure by figure beside tables put together apart. */
class SixtyElectionsTest {

  private static final Map<Integer, Standing> STANDINGS = new TreeMap<>();
  private static int compared = 0;

  @BeforeAll
  static void decide() throws IOException {
    for (String id : Archive.ids())
      try (InputStream record = Archive.open(id).orElseThrow()) {
        RecordReader.Reading reading = RecordReader.read(record);
        int year = History.header(reading.entries()).orElseThrow().year();
        Law law = Law.of(year).orElseThrow();
        STANDINGS.put(year, History.of(reading.entries(), law, History.ALL).standing());
      }
  }

  @AfterAll
  static void say_how_much_was_compared() {
    System.out.printf("%,d figures of %d elections, 0 differences%n", compared, STANDINGS.size());
  }

  @Test
  void every_election_has_the_persons_and_numbers_of_the_tables() throws IOException {
    List<String> expected = rows("sixty-elections.csv");
    List<String> actual = STANDINGS.values().stream().map(SixtyElectionsTest::election).toList();
    assertThat(actual).containsExactlyElementsOf(expected).hasSize(60);
    compared += 9 * expected.size();
  }

  @Test
  void every_jurisdiction_has_the_numbers_and_votes_of_the_tables() throws IOException {
    List<String> expected = rows("sixty-elections-by-jurisdiction.csv");
    List<String> actual =
        STANDINGS.values().stream()
            .flatMap(
                standing ->
                    standing.units().stream()
                        .filter(row -> row.unit().atLarge())
                        .map(row -> jurisdiction(standing.law(), row))
                        .sorted())
            .toList();
    assertThat(actual).containsExactlyElementsOf(expected).hasSizeGreaterThan(2_000);
    compared += 8 * expected.size();
  }

  private static String election(Standing standing) {
    Standing.ElectorFigures electors = standing.electors();
    return commas(
        standing.law(),
        person(standing.president()),
        StandingText.by(standing.president()),
        person(standing.vicePresident()),
        StandingText.by(standing.vicePresident()),
        electors.entitled(),
        electors.appointed().orElseThrow(),
        electors.cast().orElseThrow(),
        electors.counted().orElseThrow(),
        majority(electors.base()));
  }

  private static String person(Outcome outcome) {
    return outcome.candidate().orElse("nobody");
  }

  /** Where a count was announced either way, with the votes in question. */
  private static int majority(Verdict<Base> base) {
    return switch (base) {
      case Verdict.Determined<Base>(var of, var grounds) -> of.majority();
      case Verdict.Alternatives<Base>(var answers) -> answers.getFirst().value().majority();
      case Verdict.NotYet<Base> v -> -1;
      case Verdict.NoRule<Base> v -> -1;
    };
  }

  private static String jurisdiction(int year, UnitRow row) {
    JurisdictionElectors of = row.jurisdictionElectors().orElseThrow();
    return commas(
        year,
        row.unit().jurisdiction(),
        of.entitled(),
        number(of.appointed()),
        number(of.cast()),
        number(of.counted()),
        votes(row.electorVotes(), Office.PRESIDENT),
        votes(row.electorVotes(), Office.VICE_PRESIDENT),
        votes(of.votes(), Office.PRESIDENT),
        votes(of.votes(), Office.VICE_PRESIDENT));
  }

  private static int number(OptionalInt number) {
    return number.orElse(-1);
  }

  /** Of two names on one ballot both stand for the President's office. */
  private static String votes(Optional<Ballots> ballots, Office office) {
    Votes votes =
        switch (ballots.orElse(new Ballots.Distinct(Votes.NONE, Votes.NONE))) {
          case Ballots.Distinct distinct -> distinct.of(office);
          case Ballots.Pairs(var both) -> office == Office.PRESIDENT ? both : Votes.NONE;
        };
    Map<String, Long> sorted = new TreeMap<>();
    votes.forEach(sorted::put);
    return sorted.entrySet().stream()
        .map(each -> each.getKey() + ":" + each.getValue())
        .collect(Collectors.joining(" "));
  }

  private static String commas(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) row.add(cell.toString());
    return String.join(",", row);
  }

  private static List<String> rows(String file) throws IOException {
    try (InputStream in = SixtyElectionsTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }
}
