package org.ascertain.standing;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Addition;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.Problem;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.jspecify.annotations.Nullable;

/**
 * An election as known by some moment: its facts in force in the order in which they took effect,
 * and the standing as of any moment of it.
 */
public final class History {

  /** Looks on while facts are taken in, in the order in which they took effect. */
  @FunctionalInterface
  public interface Step {
    /**
     * After one fact.
     *
     * @param momentIsOver whether no further fact took effect at the same moment
     */
    void after(Entry entry, boolean momentIsOver, Tabulation now);
  }

  /** Everything in the record. */
  public static final long ALL = Long.MAX_VALUE;

  private final Header header;
  private final Law law;
  private final KnownUnits units;
  private final List<Entry> entries;
  private final List<Problem> problems;
  private final List<Amendment> amendments;
  private final References references;
  private final List<Entry> heard;
  private final long known;
  private final boolean isEarly;
  private volatile @Nullable MajorityTurns majorities;

  private History(
      Header header,
      Law law,
      KnownUnits units,
      List<Entry> heard,
      InForce inForce,
      long known,
      boolean isEarly) {
    this.isEarly = isEarly;
    this.heard = heard;
    this.header = header;
    this.law = law;
    this.units = units;
    this.entries =
        inForce.entries().stream()
            .filter(entry -> entry.index() != 0)
            .sorted(Comparator.comparingLong(this::moment).thenComparingLong(Entry::index))
            .toList();
    this.problems = inForce.problems();
    this.amendments = inForce.amendments();
    this.references = inForce.references();
    this.known = known;
  }

  /** The history of a record that takes any code of a unit below the states. */
  public static History of(Collection<Entry> entries, Law law, long known) {
    return of(entries, law, KnownUnits.ANY, known);
  }

  /**
   * The history of a record, known by a moment.
   *
   * @param entries the record, in any order; the entry with index 0 is its header
   * @param law the law to apply
   * @param units the units below the states that are known
   * @param known nanoseconds since 1970-01-01T00:00Z, or {@link #ALL}
   * @throws IllegalArgumentException if there is no header
   */
  public static History of(Collection<Entry> entries, Law law, KnownUnits units, long known) {
    Header header =
        header(entries)
            .orElseThrow(() -> new IllegalArgumentException("a record begins with its header"));
    List<Entry> heard = entries.stream().filter(e -> e.index() == 0 || e.known() <= known).toList();
    InForce inForce = InForce.of(heard);
    Header declared = Declarations.with(header, inForce.entries());
    return new History(declared, law, units, heard, inForce, known, false);
  }

  /** The header of a record, if it has one. */
  public static Optional<Header> header(Collection<Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.index() == 0)
        .map(Entry::fact)
        .filter(Header.class::isInstance)
        .map(Header.class::cast)
        .findFirst();
  }

  /** What the election is, with the names that came late. */
  public Header header() {
    return header;
  }

  /** The units below the states that are known. */
  public KnownUnits knownUnits() {
    return units;
  }

  public Law law() {
    return law;
  }

  /** The facts in force in the order in which they took effect. */
  public List<Entry> entries() {
    return entries;
  }

  /** What had been recorded wrongly and was put right, in the order of the record. */
  public List<Amendment> amendments() {
    return amendments;
  }

  /**
   * Up to when this is known, in nanoseconds since 1970-01-01T00:00Z; {@link #ALL} for everything.
   */
  public long known() {
    return known;
  }

  /**
   * What is wrong with the facts that had taken effect by a moment (nanoseconds since
   * 1970-01-01T00:00Z), with corrections and retractions, and with the header, in the order of
   * their indexes. No fact that is named here counts anywhere.
   */
  public List<Problem> problems(long moment) {
    return problems(walk(moment, (entry, over, now) -> {}));
  }

  /**
   * What was done against the law of the day by a moment (nanoseconds since 1970-01-01T00:00Z), in
   * the order of indexes. It counts as it was done.
   */
  public List<Problem> againstTheLaw(long moment) {
    return walk(moment, (entry, over, now) -> {}).againstTheLaw().stream()
        .sorted(Comparator.comparingLong(Problem::index))
        .toList();
  }

  /**
   * Facts that stand by a moment (nanoseconds since 1970-01-01T00:00Z) and that somebody should
   * look at, in the order of their indexes. They count like all others.
   */
  public List<Problem> remarks(long moment) {
    return remarks(walk(moment, (entry, over, now) -> {}));
  }

  List<Problem> remarks(Tabulation now) {
    List<Entry> there = entries.stream().filter(entry -> moment(entry) <= now.now()).toList();
    return Remarks.of(now, there, declared()).stream()
        .sorted(Comparator.comparingLong(Problem::index))
        .toList();
  }

  List<Problem> problems(Tabulation now) {
    return Stream.of(
            HeaderChecks.problems(header),
            Declarations.problems(declared()),
            now.problems(),
            problems,
            now.problemsBetweenFacts())
        .flatMap(List::stream)
        .sorted(Comparator.comparingLong(Problem::index))
        .toList();
  }

  /** The entries that declare names, as they stand: the header, and additions to it. */
  private List<Entry> declared() {
    return Stream.concat(
            heard.stream().filter(entry -> entry.index() == 0),
            entries.stream().filter(entry -> entry.fact() instanceof Addition))
        .toList();
  }

  /** When the last fact took effect; nanoseconds since 1970-01-01T00:00Z. */
  public long end() {
    return entries.isEmpty() ? Long.MIN_VALUE : moment(entries.getLast());
  }

  /** The state before anything happened. */
  Tabulation empty() {
    return new Tabulation(header, law, units, references);
  }

  /** Takes in all facts up to and at a moment, in order, with {@code step} looking on. */
  public Tabulation walk(long until, Step step) {
    Tabulation now = empty();
    boolean termBegun = law.termBegins() > until;
    for (int i = 0; i < entries.size() && moment(entries.get(i)) <= until; i++) {
      Entry entry = entries.get(i);
      long moment = moment(entry);
      if (!termBegun && moment >= law.termBegins()) termBegun = begin(now, step);
      now.add(entry, moment);
      boolean over = i + 1 == entries.size() || moment(entries.get(i + 1)) != moment;
      step.after(entry, over, now);
    }
    if (!termBegun) begin(now, step);
    if (until != ALL) now.reach(until);
    return now;
  }

  /** When a fact takes effect: at its upper bound, or in an early history at its lower one. */
  private long moment(Entry entry) {
    return isEarly ? entry.fact().attestation().at().earliest().effective() : entry.effective();
  }

  private InForce inForce(List<Entry> some) {
    return new InForce(some, problems, amendments, references);
  }

  /**
   * The same facts, each taking effect at the earliest moment that its source allows. When
   * something came true there is the earliest that it can have come true.
   */
  public History early() {
    return new History(header, law, units, heard, inForce(entries), known, true);
  }

  private boolean hasBounds() {
    return entries.stream()
        .anyMatch(entry -> entry.fact().attestation().at() instanceof When.Between);
  }

  /** The term begins by the clock, whether or not anything is recorded at that moment. */
  private boolean begin(Tabulation now, Step step) {
    now.reach(law.termBegins());
    now.inOffice(Office.PRESIDENT).ifPresent(oath -> step.after(oath.entry(), true, now));
    return true;
  }

  /** The same history cut off after a moment. */
  public History until(long moment) {
    if (moment >= end()) return this;
    List<Entry> before = entries.stream().filter(entry -> entry.effective() <= moment).toList();
    return new History(header, law, units, heard, inForce(before), known, isEarly);
  }

  /**
   * The course of the whole history. A further entry of the record may be added to it, as long as
   * the history was not cut.
   */
  public Course course() {
    return Course.of(heard, this);
  }

  /** Every turn of the majority on a rung, in order. */
  public List<Turns.Turn> majorities(Rung rung) {
    return majorities().turns(rung);
  }

  /**
   * Every turn of a majority on every rung. One pass over the whole, made when first asked for: the
   * turns as of any moment are a cut of it.
   */
  private MajorityTurns majorities() {
    MajorityTurns known = majorities;
    if (known == null) {
      known = new MajorityTurns();
      walk(ALL, known);
      if (hasBounds()) {
        MajorityTurns early = new MajorityTurns();
        early().walk(ALL, early);
        known.boundBy(early);
      }
      majorities = known;
    }
    return known;
  }

  /** The turn of the majority on a rung that stood at a moment. */
  Optional<Turns.Turn> majority(Rung rung, long moment) {
    return majorities().standing(rung, moment);
  }

  /** The standing with everything in the record. */
  public Standing standing() {
    return at(end());
  }

  /** The standing as of a moment: of the facts that had taken effect by then. */
  public Standing at(long moment) {
    return new StandingBuilder(this, moment).standing();
  }
}
