package org.ascertain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ascertain.archive.Archive;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Office;
import org.ascertain.law.Choice;
import org.ascertain.law.Law;
import org.ascertain.law.Missing;
import org.ascertain.law.Verdict;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Standing;
import org.ascertain.standing.Tabulation;

/**
 * No verdict depends on the order in which independent facts were recorded: the official facts of
 * real elections, whole or in part, under their own law and under that of others.
 */
class OrderOfRecordingTest {

  /** An index that no entry has. */
  private static final long NOWHERE = 1_000_000;

  private static final Map<Integer, List<Entry>> RECORDS = new HashMap<>();

  /** One or more of each way of counting, with rival returns, rejected votes and ballots. */
  @Provide
  Arbitrary<Integer> elections() {
    return Arbitraries.of(
        1788, 1800, 1820, 1824, 1836, 1864, 1868, 1872, 1876, 1880, 1888, 1960, 1968, 2000, 2004,
        2016);
  }

  @Provide
  Arbitrary<Integer> laws() {
    return Arbitraries.of(1788, 1800, 1824, 1868, 1872, 1876, 1880, 1888, 1960, 2000, 2024, 2028);
  }

  private static List<Entry> record(int year) {
    return RECORDS.computeIfAbsent(
        year,
        y -> {
          try (InputStream in = Archive.open("us-president-" + y).orElseThrow()) {
            return List.copyOf(RecordReader.read(in).entries());
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  /** A part of a record: any facts may be missing, but never the header. */
  private static List<Entry> part(int year, Random random) {
    int missing = random.nextInt(4);
    return new ArrayList<>(
        record(year).stream()
            .filter(entry -> entry.index() == 0 || random.nextInt(10) >= missing)
            .toList());
  }

  @Property(tries = 150)
  void a_standing_is_the_same_in_whatever_order_its_entries_arrive(
      @ForAll("elections") int election,
      @ForAll("laws") int other,
      @ForAll boolean own,
      @ForAll Random random) {
    Law law = Law.of(own ? election : other).orElseThrow();
    List<Entry> entries = part(election, random);
    Standing inOrder = History.of(entries, law, History.ALL).standing();
    Collections.shuffle(entries, random);
    assertThat(History.of(entries, law, History.ALL).standing()).isEqualTo(inOrder);
  }

  @Property(tries = 150)
  void asked_between_entries_that_arrive_in_any_order_it_answers_the_same_in_the_end(
      @ForAll("elections") int election,
      @ForAll("laws") int other,
      @ForAll boolean own,
      @ForAll Random random) {
    Law law = Law.of(own ? election : other).orElseThrow();
    List<Entry> entries = part(election, random);
    Fact.Header header = History.header(entries).orElseThrow();
    entries.removeFirst();
    Tabulation inOrder = new Tabulation(header, law);
    entries.forEach(inOrder::add);
    Collections.shuffle(entries, random);
    Tabulation asked = new Tabulation(header, law);
    for (Entry entry : entries) {
      asked.add(entry);
      // Asked in between, so that answers kept from before would be found to be stale.
      if (random.nextInt(3) == 0) assertThat(verdicts(asked)).isEqualTo(verdicts(asked));
    }
    assertThat(verdicts(asked)).isEqualTo(verdicts(inOrder));
  }

  /**
   * What happened in one place was recorded in its order; the places among each other were not. The
   * new indexes are those of the new order.
   */
  @Property(tries = 150)
  void a_verdict_is_the_same_whichever_place_was_recorded_first(
      @ForAll("elections") int election,
      @ForAll("laws") int other,
      @ForAll boolean own,
      @ForAll Random random) {
    Law law = Law.of(own ? election : other).orElseThrow();
    List<Entry> entries = part(election, random);
    assertThat(persons(History.of(recordedByPlace(entries, random), law, History.ALL)))
        .isEqualTo(persons(History.of(entries, law, History.ALL)));
  }

  private static List<Entry> recordedByPlace(List<Entry> entries, Random random) {
    Map<String, Integer> rank = new HashMap<>();
    List<Entry> ordered = new ArrayList<>(entries.subList(1, entries.size()));
    for (Entry entry : ordered) rank.computeIfAbsent(place(entry.fact()), p -> random.nextInt());
    ordered.sort(Comparator.comparing(entry -> rank.getOrDefault(place(entry.fact()), 0)));
    Map<Long, Long> index = new HashMap<>();
    for (Entry entry : ordered) index.put(entry.index(), index.size() + 1L);
    List<Entry> recorded = new ArrayList<>(List.of(entries.getFirst()));
    for (Entry entry : ordered)
      recorded.add(
          new Entry(
              index.getOrDefault(entry.index(), 0L),
              entry.recorded(),
              entry.recordedBy(),
              renumbered(entry.fact(), index)));
    return recorded;
  }

  private static String place(Fact fact) {
    return switch (fact) {
      case Fact.OfUnit of -> of.unit().replaceAll("[-/].*", "");
      case Fact.OfJurisdiction of -> of.jurisdiction();
      case Fact.Correction of -> place(of.with()); // recorded after what it corrects
      case Fact f -> "";
    };
  }

  /** Whoever names an entry names its new index; one that was left out has none. */
  private static Fact renumbered(Fact fact, Map<Long, Long> index) {
    return fact.withReferences(named -> index.getOrDefault(named, NOWHERE));
  }

  private static Map<String, Object> verdicts(Tabulation now) {
    Map<String, Object> verdicts = new LinkedHashMap<>();
    verdicts.put("base", now.base());
    for (Office office : Office.values()) verdicts.put(office.name(), now.chosen(office));
    for (int c = 0; c < now.candidates().size(); c++)
      for (Rung rung : Rung.values()) verdicts.put(rung + " " + c, now.electors(rung, c));
    verdicts.put("problems", now.problems());
    return verdicts;
  }

  /** The verdicts without the indexes of entries, which are others. */
  private static Map<String, Object> persons(History history) {
    Standing standing = history.standing();
    Map<String, Object> persons = new LinkedHashMap<>();
    persons.put("president", choices(standing.president().verdict()));
    persons.put("vice president", choices(standing.vicePresident().verdict()));
    persons.put("electors", standing.electors().appointed() + " " + standing.electors().counted());
    standing.ladder().forEach(rung -> persons.put(rung.rung().word(), sorted(rung)));
    for (Standing.UnitRow row : standing.units())
      persons.put(
          row.unit().id(), row.stage() + " " + row.electorVotes() + row.jurisdictionElectors());
    return persons;
  }

  private static String sorted(Standing.RungFigures rung) {
    return rung.electors() + " " + rung.unassigned();
  }

  private static List<String> choices(Verdict<Choice> verdict) {
    return switch (verdict) {
      case Verdict.Determined<Choice>(var choice, var grounds) -> List.of(choice.toString());
      case Verdict.Alternatives<Choice>(var answers) ->
          answers.stream().map(answer -> answer.value() + answer.why()).toList();
      case Verdict.NotYet<Choice>(var missing, var grounds) -> Missing.words(missing);
      case Verdict.NoRule<Choice> none -> List.of(none.why());
    };
  }
}
