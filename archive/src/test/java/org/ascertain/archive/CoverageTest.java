package org.ascertain.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Coverage;
import org.ascertain.election.Fact.Extent;
import org.ascertain.election.Fact.Matter;
import org.ascertain.election.Fact.TotalBy;
import org.ascertain.election.Unit;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each record says that it holds is what it holds: unit by unit, caller by caller. */
class CoverageTest {

  private static final String NATION = "US";

  /** Something that a record holds of a matter, or might: of a unit, and of calls by a caller. */
  private record Held(Matter of, String unit, Optional<String> caller) {
    static Held of(Matter matter, String unit) {
      return new Held(matter, unit, Optional.empty());
    }
  }

  static Stream<String> ids() {
    return Archive.ids().stream();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void every_matter_is_spoken_of_for_all_units_and_with_a_source(String id) {
    List<Coverage> coverage = Archived.of(id).all(Coverage.class);
    assertThat(coverage)
        .filteredOn(each -> each.units().isEmpty() && each.caller().isEmpty())
        .extracting(Coverage::of)
        .contains(Matter.values());
  }

  @ParameterizedTest
  @MethodSource("ids")
  void nothing_is_held_of_what_is_said_to_be_absent(String id) {
    Archived record = Archived.of(id);
    List<Coverage> coverage = record.all(Coverage.class);
    List<Held> held = held(record).filter(each -> !each.unit().contains("/")).toList();
    assertThat(held).isNotEmpty();
    assertThat(held).noneMatch(each -> extent(coverage, each) == Extent.NONE);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void nothing_is_lacking_of_what_is_said_to_be_complete(String id) {
    Archived record = Archived.of(id);
    List<Coverage> coverage = record.all(Coverage.class);
    Set<Held> held = held(record).collect(Collectors.toSet());
    List<Held> gaps = new ArrayList<>();
    for (Held due : due(record))
      if (extent(coverage, due) == Extent.COMPLETE && !held.contains(due)) gaps.add(due);
    assertThat(gaps).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void something_is_held_of_what_is_said_to_be_there_in_part(String id) {
    Archived record = Archived.of(id);
    Set<Matter> held = held(record).map(Held::of).collect(Collectors.toSet());
    assertThat(record.all(Coverage.class))
        .filteredOn(each -> each.extent() == Extent.PARTIAL)
        .allMatch(each -> held.contains(each.of()));
  }

  @ParameterizedTest
  @MethodSource("ids")
  void every_total_said_to_be_complete_was_printed_and_is_all_explained(String id) {
    Archived record = Archived.of(id);
    List<Coverage> coverage = record.all(Coverage.class);
    assertThat(record.all(Fact.Returns.class))
        .filteredOn(f -> f.complete() && f.total().isPresent())
        .filteredOn(f -> extent(coverage, Held.of(Matter.VOTES, f.unit())) == Extent.COMPLETE)
        .allMatch(
            f ->
                f.totalBy() == TotalBy.PRINTED
                    && f.votes().sum() + f.other().orElse(0) == f.total().getAsLong());
  }

  @ParameterizedTest
  @MethodSource("ids")
  void every_matter_is_spoken_of_from_election_day_on(String id) {
    Archived record = Archived.of(id);
    long electionDay = record.header().attestation().at().effective();
    assertThat(record.all(Coverage.class))
        .filteredOn(each -> each.attestation().at().effective() <= electionDay)
        .extracting(Coverage::of)
        .contains(Matter.values());
  }

  @Test
  void where_only_the_final_count_is_there_the_night_is_said_to_be_lacking() {
    List<Coverage> coverage = Archived.of("us-president-2024").all(Coverage.class);
    long night = When.parse("2024-11-06T02:00:00-05:00").effective();

    List<Coverage> then =
        coverage.stream().filter(each -> each.attestation().at().effective() <= night).toList();

    assertThat(extent(then, Held.of(Matter.RETURNS, "PA"))).isEqualTo(Extent.NONE);
    assertThat(extent(coverage, Held.of(Matter.RETURNS, "PA"))).isEqualTo(Extent.COMPLETE);
  }

  @Test
  void a_call_is_said_to_be_there_caller_by_caller() {
    List<Coverage> coverage = Archived.of("us-president-2016").all(Coverage.class);

    assertThat(extent(coverage, new Held(Matter.CALLS, "PA", Optional.of("AP"))))
        .isEqualTo(Extent.COMPLETE);
    assertThat(extent(coverage, new Held(Matter.CALLS, "AK", Optional.of("AP"))))
        .isEqualTo(Extent.NONE);
    assertThat(extent(coverage, new Held(Matter.CALLS, "PA", Optional.of("CNN"))))
        .isEqualTo(Extent.NONE);
  }

  /** Of those that speak of the unit and the caller, the last one. */
  private static Extent extent(List<Coverage> coverage, Held asked) {
    return coverage.stream()
        .filter(each -> each.of() == asked.of())
        .filter(each -> each.units().isEmpty() || each.units().contains(asked.unit()))
        .filter(each -> each.caller().isEmpty() || each.caller().equals(asked.caller()))
        .sorted(Comparator.comparingLong(each -> each.attestation().at().effective()))
        .reduce((first, second) -> second)
        .map(Coverage::extent)
        .orElseThrow();
  }

  /** What a record holds, from its facts alone. */
  private static Stream<Held> held(Archived record) {
    return record.inForce().values().stream().flatMap(fact -> held(fact, record));
  }

  private static Stream<Held> held(Fact fact, Archived record) {
    return switch (fact) {
      case Fact.Returns f ->
          f.total().isPresent()
              ? Stream.of(Held.of(Matter.RETURNS, f.unit()), Held.of(Matter.VOTES, f.unit()))
              : Stream.of(Held.of(Matter.RETURNS, f.unit()));
      case Fact.RankedReturns f -> Stream.of(Held.of(Matter.RANKED_RETURNS, f.unit()));
      case Fact.Call f -> Stream.of(new Held(Matter.CALLS, f.unit(), Optional.of(f.caller())));
      case Fact.CallWithdrawn f ->
          Stream.of(new Held(Matter.CALLS, f.unit(), Optional.of(f.caller())));
      case Fact.Certification f ->
          f.total().isPresent()
              ? Stream.of(Held.of(Matter.CERTIFICATIONS, f.unit()), Held.of(Matter.VOTES, f.unit()))
              : Stream.of(Held.of(Matter.CERTIFICATIONS, f.unit()));
      case Fact.Appointment f ->
          f.electors().sum() == f.number() || record.tickets().isEmpty()
              ? Stream.of(Held.of(Matter.APPOINTMENTS, f.jurisdiction()))
              : Stream.empty();
      case Fact.NotAppointed f -> Stream.of(Held.of(Matter.APPOINTMENTS, f.jurisdiction()));
      case Fact.Ascertainment f -> Stream.of(Held.of(Matter.ASCERTAINMENTS, f.jurisdiction()));
      case Fact.ElectorVotes f -> Stream.of(Held.of(Matter.ELECTOR_VOTES, f.jurisdiction()));
      case Fact.Counted f -> Stream.of(Held.of(Matter.COUNTED, f.jurisdiction()));
      case Fact.Declared f -> Stream.of(Held.of(Matter.DECLARED, NATION));
      case Fact.Oath f -> Stream.of(Held.of(Matter.OATHS, f.office().name()));
      case Fact.Challenge f -> Stream.of(Held.of(Matter.CHALLENGES, NATION));
      case Fact.Ruling f -> Stream.of(Held.of(Matter.RULINGS, NATION));
      case Fact.Acknowledgement f -> Stream.of(Held.of(Matter.ACKNOWLEDGEMENTS, NATION));
      case Fact.Statement f -> Stream.of(Held.of(Matter.STATEMENTS, NATION));
      case Fact.Objection f -> Stream.of(Held.of(Matter.OBJECTIONS, f.jurisdiction()));
      default -> Stream.empty();
    };
  }

  /** What a record without gaps would hold. */
  private static List<Held> due(Archived record) {
    Law law = Law.of(record.year()).orElseThrow();
    List<Held> due = new ArrayList<>();
    due.add(Held.of(Matter.DECLARED, NATION));
    for (Fact.Office office : Fact.Office.values()) due.add(Held.of(Matter.OATHS, office.name()));
    Map<String, Fact.Appointment> appointed =
        record.all(Fact.Appointment.class).stream()
            .collect(Collectors.toMap(Fact.Appointment::jurisdiction, f -> f));
    for (String jurisdiction : law.entitled().keySet()) {
      due.add(Held.of(Matter.APPOINTMENTS, jurisdiction));
      boolean hasElectors = appointed.isEmpty() || appointed.containsKey(jurisdiction);
      if (!hasElectors) continue;
      for (Matter matter : List.of(Matter.ASCERTAINMENTS, Matter.ELECTOR_VOTES, Matter.COUNTED))
        due.add(Held.of(matter, jurisdiction));
    }
    for (Unit unit : law.units()) {
      boolean byPeople =
          appointed.isEmpty()
              || Optional.ofNullable(appointed.get(unit.jurisdiction()))
                  .filter(f -> !f.method().equals("legislature"))
                  .isPresent();
      due.add(Held.of(Matter.CERTIFICATIONS, unit.id()));
      for (Matter matter : List.of(Matter.RETURNS, Matter.VOTES))
        if (byPeople) due.add(Held.of(matter, unit.id()));
      for (String caller : callers(record))
        due.add(new Held(Matter.CALLS, unit.id(), Optional.of(caller)));
    }
    return due;
  }

  private static List<String> callers(Archived record) {
    return Stream.concat(
            record.header().callers().stream(),
            record.all(Fact.Addition.class).stream().flatMap(added -> added.callers().stream()))
        .map(caller -> caller.id())
        .toList();
  }
}
