package org.ascertain.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Votes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What random records hold: properties prove only what can come about in them. */
class AnyRecordTest {

  private static final List<List<Entry>> RECORDS = new ArrayList<>();

  @BeforeAll
  static void make() {
    Random random = new Random(1788);
    for (int i = 0; i < 200; i++)
      RECORDS.add(AnyRecord.extend(List.of(), random.longs(30).boxed().toList()));
  }

  private static Stream<Fact> facts() {
    return RECORDS.stream().flatMap(List::stream).map(Entry::fact);
  }

  private static Stream<Class<?>> kinds(Class<?> kind) {
    return kind.isSealed()
        ? Stream.of(kind.getPermittedSubclasses()).flatMap(AnyRecordTest::kinds)
        : Stream.of(kind);
  }

  @Test
  void there_is_every_kind_of_fact_and_most_kinds_are_corrected() {
    Set<Class<?>> made = new HashSet<>();
    Set<Class<?>> put = new HashSet<>();
    facts().forEach(fact -> made.add(fact.getClass()));
    facts()
        .filter(Fact.Correction.class::isInstance)
        .map(fact -> ((Fact.Correction) fact).with().getClass())
        .forEach(put::add);
    assertThat(made).containsAll(kinds(Fact.class).toList());
    assertThat(put).hasSizeGreaterThan(20);
  }

  @Test
  void many_amendments_hold_and_of_all_kinds() {
    int corrected = 0;
    int restored = 0;
    int gone = 0;
    for (List<Entry> record : RECORDS)
      for (Amendment each : History.of(record, SmallElection.LAW, History.ALL).amendments())
        if (each.by().fact() instanceof Fact.Correction) corrected++;
        else if (each.after().isPresent()) restored++;
        else gone++;
    assertThat(corrected).isGreaterThan(100);
    assertThat(restored).isGreaterThan(10);
    assertThat(gone).isGreaterThan(100);
  }

  @Test
  void entries_that_others_name_are_corrected_and_superseded_certificates_too() {
    int named = 0;
    for (List<Entry> record : RECORDS) {
      Set<Long> superseded = new HashSet<>();
      for (Entry entry : record) References.replaces(entry.fact()).ifPresent(superseded::add);
      for (Amendment each : History.of(record, SmallElection.LAW, History.ALL).amendments())
        if (superseded.contains(each.before().index())) named++;
    }
    assertThat(named).isGreaterThan(10);
  }

  @Test
  void members_stand_in_any_order() {
    Set<List<String>> orders = new HashSet<>();
    facts()
        .filter(Fact.Returns.class::isInstance)
        .map(fact -> ((Fact.Returns) fact).votes())
        .map(Votes::ids)
        .forEach(orders::add);
    assertThat(orders).contains(List.of("biden", "trump"), List.of("trump", "biden"));
  }

  @Test
  void most_facts_make_sense_and_some_do_not() {
    long refused =
        RECORDS.stream()
            .mapToLong(
                r -> History.of(r, SmallElection.LAW, History.ALL).standing().problems().size())
            .sum();
    assertThat(refused).isBetween(facts().count() / 20, facts().count() / 2);
  }
}
