package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascertain.archive.Archive;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Ticket;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.law.Law;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;
import org.ascertain.standing.Tabulation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** For whom units are settled, held against the record's own facts about each unit. */
class SettledUnitsTest {

  static Stream<String> ids() {
    return Archive.ids().stream();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void no_unit_is_settled_for_anybody_but_its_own_winner(String id) throws IOException {
    History history = history(id);
    Tabulation now = history.walk(History.ALL, (entry, over, tabulation) -> {});
    for (Unit unit : history.law().units()) {
      int settled = now.settledFor(unit);
      if (settled < 0) continue;
      assertThat(winners(history, unit)).as(unit.id()).contains(now.candidates().get(settled));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2020, ME-2, trump",
    "2020, NE-2, biden",
    "2024, ME-2, trump",
    "2024, NE-2, harris",
    "2020, ME-1, biden",
    "2020, NE-3, trump"
  })
  void a_district_that_chose_another_than_its_state_is_settled_for_him(
      int year, String unit, String winner) throws IOException {
    History history = history("us-president-" + year);
    Tabulation now = history.walk(History.ALL, (entry, over, tabulation) -> {});
    assertThat(now.law().units().stream().filter(each -> each.id().equals(unit)))
        .singleElement()
        .satisfies(
            each -> assertThat(now.candidates().get(now.settledFor(each))).isEqualTo(winner));
  }

  /**
   * Who may have won a unit: by its own certificate; of a whole state without one, those to whom
   * its electors were pledged or gave their votes; of a district without one, who leads its own
   * returns, or has all electors of the state.
   */
  private static Set<String> winners(History history, Unit unit) {
    Optional<String> certified = leader(history, Fact.Certification.class, unit);
    if (certified.isPresent()) return Set.of(certified.get());
    Set<String> ofState = new HashSet<>();
    for (Entry entry : history.entries())
      if (entry.fact() instanceof Fact.OfJurisdiction fact
          && fact.jurisdiction().equals(unit.jurisdiction()))
        ofState.addAll(electorsOf(history, fact));
    boolean isWhole =
        history.law().units().stream()
            .noneMatch(
                other -> !other.equals(unit) && other.jurisdiction().equals(unit.jurisdiction()));
    if (isWhole || ofState.size() == 1) return ofState;
    return leader(history, Fact.Returns.class, unit).map(Set::of).orElse(Set.of());
  }

  private static Set<String> electorsOf(History history, Fact.OfJurisdiction fact) {
    return switch (fact) {
      case Fact.Appointment appointment ->
          appointment.electors().ids().stream()
              .map(ticket -> president(history, ticket))
              .collect(Collectors.toSet());
      case Fact.ElectorVotes votes -> Set.copyOf(votes.ballots().of(Fact.Office.PRESIDENT).ids());
      default -> Set.of();
    };
  }

  private static Optional<String> leader(
      History history, Class<? extends Fact.OfUnit> kind, Unit unit) {
    return last(history, kind, unit.id())
        .map(SettledUnitsTest::votes)
        .map(votes -> president(history, most(votes)));
  }

  private static String president(History history, String ticket) {
    return history.header().tickets().stream()
        .filter(each -> each.id().equals(ticket))
        .map(Ticket::president)
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Fact.OfUnit> last(
      History history, Class<? extends Fact.OfUnit> kind, String unit) {
    List<Fact.OfUnit> all =
        history.entries().stream()
            .map(Entry::fact)
            .filter(kind::isInstance)
            .<Fact.OfUnit>map(kind::cast)
            .filter(fact -> fact.unit().equals(unit))
            .toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  private static Votes votes(Fact.OfUnit fact) {
    return switch (fact) {
      case Fact.Certification certificate -> certificate.votes();
      case Fact.Returns returns -> returns.votes();
      default -> Votes.NONE;
    };
  }

  private static String most(Votes votes) {
    int most = 0;
    for (int i = 1; i < votes.size(); i++) if (votes.count(i) > votes.count(most)) most = i;
    return votes.ids().get(most);
  }

  private static History history(String id) throws IOException {
    try (InputStream record = Archive.open(id).orElseThrow()) {
      RecordReader.Reading reading = RecordReader.read(record);
      int year = History.header(reading.entries()).orElseThrow().year();
      return History.of(
          reading.entries(), Law.of(year).orElseThrow(), Archive.knownUnits(), History.ALL);
    }
  }
}
