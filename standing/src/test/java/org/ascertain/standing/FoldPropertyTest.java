package org.ascertain.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Addition;
import org.ascertain.election.Fact.Correction;
import org.ascertain.election.Fact.Retraction;
import org.ascertain.election.Washington;
import org.ascertain.election.When;

/** A standing is a function of a set of facts: what must hold of every record there can be. */
class FoldPropertyTest {

  @Provide
  Arbitrary<List<Entry>> records() {
    return AnyRecord.records();
  }

  private static History history(List<Entry> entries) {
    return History.of(entries, SmallElection.LAW, History.ALL);
  }

  private static List<Entry> shuffled(List<Entry> entries, Random random) {
    List<Entry> shuffled = new ArrayList<>(entries);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  @Property(tries = 100)
  void any_order_of_the_same_entries_gives_the_same_standing(
      @ForAll("records") List<Entry> record, @ForAll Random random) {
    When at = AnyRecord.anyTime(random);
    History told = history(record);
    History other = history(shuffled(record, random));
    assertThat(other.standing()).isEqualTo(told.standing());
    assertThat(other.at(at.effective())).isEqualTo(told.at(at.effective()));
  }

  @Property(tries = 200)
  void taken_in_one_by_one_in_any_order_it_is_the_same_as_all_at_once(
      @ForAll("records") List<Entry> record, @ForAll Random random) {
    History told = history(record);
    Tabulation walked = told.walk(History.ALL, (entry, over, now) -> {});
    Tabulation arriving = told.empty();
    for (Entry entry : shuffled(told.entries(), random)) {
      arriving.add(entry);
      // Asked in between, so that answers kept from before would be found to be stale.
      if (random.nextInt(3) == 0) assertThat(Seen.of(arriving)).isEqualTo(Seen.of(arriving));
    }
    arriving.reach(walked.now());
    assertThat(Seen.of(arriving)).isEqualTo(Seen.of(walked));
  }

  @Property(tries = 100)
  void every_entry_can_be_asked_for_as_it_was_recorded(@ForAll("records") List<Entry> record) {
    History told = history(record);
    for (Entry entry : record) assertThat(told.entry(entry.index())).contains(entry);
  }

  @Property(tries = 100)
  void what_is_taken_in_twice_counts_once(
      @ForAll("records") List<Entry> record, @ForAll Random random) {
    History told = history(record);
    Tabulation once = told.walk(History.ALL, (entry, over, now) -> {});
    Tabulation twice = told.walk(History.ALL, (entry, over, now) -> {});
    for (Entry entry : shuffled(told.entries(), random)) twice.add(entry);
    assertThat(Seen.of(twice)).isEqualTo(Seen.of(once));
  }

  @Property(tries = 100)
  void a_correction_and_then_its_retraction_restore_the_standing(
      @ForAll("records") List<Entry> record, @ForAll long seed, @ForAll Random random) {
    Set<Long> inForce = inForce(record);
    if (inForce.isEmpty()) return;
    long target = new ArrayList<>(inForce).get(random.nextInt(inForce.size()));
    long next = record.size();
    List<Entry> corrected = with(record, correct(record, target, seed));
    assertThat(history(corrected).amendments()).hasSize(history(record).amendments().size() + 1);
    List<Entry> restored = with(corrected, retract(next));
    assertThat(history(restored).standing()).isEqualTo(history(record).standing());
    List<Entry> again = with(corrected, correct(corrected, next, ~seed));
    List<Entry> first = with(again, retract(next + 1));
    assertThat(standing(first)).isEqualTo(standing(corrected));
    assertThat(standing(with(first, retract(next)))).isEqualTo(standing(record));
  }

  /** At a moment that all of the records here have in common. */
  private static Standing standing(List<Entry> record) {
    return history(record).at(When.parse("2021-06-01").effective());
  }

  /** What can be corrected: a header is no fact to be put in the place of another. */
  private static Set<Long> inForce(List<Entry> record) {
    Set<Long> indexes = new HashSet<>();
    for (Entry entry : history(record).entries())
      if (!(entry.fact() instanceof Fact.Header)) indexes.add(entry.index());
    return indexes;
  }

  /** A correction by another fact of the same kind and place. */
  private static Fact correct(List<Entry> record, long index, long seed) {
    Entry stands =
        history(record).entries().stream()
            .filter(entry -> entry.index() == index)
            .findFirst()
            .orElseThrow();
    return new Correction(
        SmallElection.on("2020-11-30"), index, "slip", AnyRecord.like(stands.fact(), record, seed));
  }

  private static Fact retract(long index) {
    return new Retraction(SmallElection.on("2020-11-30"), index, "slip");
  }

  private static List<Entry> with(List<Entry> record, Fact fact) {
    List<Entry> more = new ArrayList<>(record);
    more.add(AnyRecord.entry(record.size(), fact));
    return more;
  }

  @Property(tries = 200)
  void the_standing_at_a_moment_as_known_at_another_rests_on_nothing_outside_the_two(
      @ForAll("records") List<Entry> record, @ForAll Random random) {
    long moment = AnyRecord.anyTime(random).effective();
    long known =
        random.nextBoolean()
            ? AnyRecord.anyTime(random).effective()
            : Washington.nanos(AnyRecord.recorded(random.nextInt(record.size() + 1)));
    List<Entry> inside = inside(record, moment, known);
    Standing standing = History.of(record, SmallElection.LAW, known).at(moment);
    assertThat(history(inside).at(moment)).isEqualTo(standing);
    assertThat(history(inside).until(moment).at(moment)).isEqualTo(standing);
    Explainer explainer = new Explainer(History.of(record, SmallElection.LAW, known), moment);
    Explainer ofInside = new Explainer(history(inside), moment);
    for (Figure figure : figures())
      assertThat(ofInside.explain(figure)).isEqualTo(explainer.explain(figure));
  }

  /** One of every kind of figure, of places and people that the records are about. */
  private static List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    for (Rung rung : Rung.values())
      for (String candidate : List.of("biden", "trump"))
        figures.add(new Figure.OnRung(rung, candidate));
    figures.add(new Figure.TheMajority());
    figures.addAll(List.of(Figure.Electors.values()));
    for (Fact.Office office : Fact.Office.values()) figures.add(new Figure.Chosen(office));
    for (String unit : List.of("PA", "ME", "ME-1", "GA/1")) {
      figures.add(new Figure.VotesOf(unit, "biden"));
      figures.add(new Figure.StageOf(unit));
    }
    figures.add(new Figure.SettledOf(Optional.empty()));
    figures.add(new Figure.SettledOf(Optional.of("PA")));
    return figures;
  }

  /**
   * What was known by then and had taken effect; of changes to the record all that were known, with
   * what they change.
   */
  private static List<Entry> inside(List<Entry> record, long moment, long known) {
    List<Entry> heard =
        record.stream().filter(entry -> entry.index() == 0 || entry.known() <= known).toList();
    Set<Long> changed = new HashSet<>();
    for (Entry entry : heard) named(entry.fact()).forEach(changed::add);
    return heard.stream()
        .filter(
            entry ->
                entry.effective() <= moment
                    || changed.contains(entry.index())
                    || changes(entry)
                    || entry.index() == 0)
        .toList();
  }

  /** What a fact names of the record, which is looked up there whenever it took effect. */
  private static List<Long> named(Fact fact) {
    List<Long> named = new ArrayList<>();
    References.replaces(fact).ifPresent(named::add);
    if (fact instanceof Correction correction) {
      named.add(correction.corrects());
      named.addAll(named(correction.with()));
    }
    if (fact instanceof Retraction retraction) named.add(retraction.retracts());
    return named;
  }

  /** Amendments, and names that come late: they count as if they stood in the header. */
  private static boolean changes(Entry entry) {
    return entry.fact() instanceof Correction
        || entry.fact() instanceof Retraction
        || entry.fact() instanceof Addition;
  }

  @Property(tries = 100)
  void a_standing_of_the_past_is_what_stood_then(
      @ForAll("records") List<Entry> record, @ForAll @Size(max = 10) List<Long> seeds) {
    long then = Washington.nanos(AnyRecord.recorded(record.size() - 1L));
    long moment = When.parse("2020-12-14").effective();
    Standing before = History.of(record, SmallElection.LAW, then).at(moment);
    List<Entry> later =
        AnyRecord.extend(record, seeds).stream()
            .filter(entry -> entry.index() < record.size() || entry.known() > then)
            .toList();
    assertThat(History.of(later, SmallElection.LAW, then).at(moment)).isEqualTo(before);
  }

  @Property(tries = 100)
  void a_call_changes_nothing_but_calls(
      @ForAll("records") List<Entry> record, @ForAll @Size(max = 10) List<Long> seeds) {
    List<Entry> more =
        only(
            AnyRecord.extend(record, seeds),
            record.size(),
            fact -> fact instanceof Fact.Call || fact instanceof Fact.CallWithdrawn);
    assertThat(Seen.of(end(more)).withoutCalls()).isEqualTo(Seen.of(end(record)).withoutCalls());
  }

  @Property(tries = 100)
  void a_return_changes_no_call_and_nothing_that_is_official(
      @ForAll("records") List<Entry> record, @ForAll @Size(max = 10) List<Long> seeds) {
    List<Entry> more =
        only(AnyRecord.extend(record, seeds), record.size(), Fact.Returns.class::isInstance);
    assertThat(Seen.of(end(more)).withoutReturns())
        .isEqualTo(Seen.of(end(record)).withoutReturns());
  }

  private static Tabulation end(List<Entry> record) {
    Tabulation end = history(record).walk(History.ALL, (entry, over, now) -> {});
    end.reach(When.parse("2021-06-01").effective());
    return end;
  }

  private static List<Entry> only(List<Entry> entries, int from, Predicate<Fact> kind) {
    return entries.stream()
        .filter(entry -> entry.index() < from || kind.test(entry.fact()))
        .toList();
  }

  @Property(tries = 200)
  void a_unit_on_a_later_rung_of_the_chain_is_on_the_earlier_ones(
      @ForAll("records") List<Entry> record) {
    Tabulation now = end(record);
    for (String code : List.of("PA", "GA", "ME")) Chain.of(now, code).holds();
  }
}
