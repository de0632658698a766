package org.ascertain.standing;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.Problem;
import org.ascertain.election.Source;
import org.ascertain.law.Law;
import org.jspecify.annotations.Nullable;

/**
 * An election as known by some moment: its facts in force in the order in which they took effect,
 * and the standing as of any moment of it. Longer than other files: it is the one face of a record
 * to all who ask, a method a question, and what answers it stands elsewhere.
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

    /**
     * The next moment at which the clock alone may change something that is looked at, in
     * nanoseconds since 1970-01-01T00:00Z.
     */
    default OptionalLong next() {
      return OptionalLong.empty();
    }

    /** After the clock has come to such a moment; the next one is a later one then. */
    default void clock(Tabulation now) {}
  }

  /** Everything in the record. */
  public static final long ALL = Long.MAX_VALUE;

  private final KnownFacts facts;
  private final int size;
  private final long until;
  private final long known;
  private final boolean isEarly;
  private volatile @Nullable List<Entry> entries;
  private final Course.@Nullable Kept told;
  private volatile @Nullable MajorityTurns majorities;

  /**
   * The history of the first entries of a record.
   *
   * @param facts what is known of the record
   * @param size how many of its entries are known here
   * @param until what took effect after this moment is left out
   * @param known up to when this is known
   * @param told the course of these facts, where it is known already
   */
  History(KnownFacts facts, int size, long until, long known, Course.@Nullable Kept told) {
    this(facts, size, until, known, told, false);
  }

  private History(
      KnownFacts facts,
      int size,
      long until,
      long known,
      Course.@Nullable Kept told,
      boolean isEarly) {
    this.told = told;
    this.isEarly = isEarly;
    this.facts = facts;
    this.size = size;
    this.until = until;
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
    Gathering gathering = gather(law, units, known);
    entries.stream().sorted(Comparator.comparingLong(Entry::index)).forEach(gathering::add);
    return gathering.history();
  }

  /**
   * Begins a history that is given its entries one by one, in the order of the record, and keeps
   * returns in columns from the first on.
   *
   * @param known nanoseconds since 1970-01-01T00:00Z, or {@link #ALL}: entries that became known
   *     later are left out
   */
  public static Gathering gather(Law law, KnownUnits units, long known) {
    return new Gathering(law, units, known);
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

  KnownFacts facts() {
    return facts;
  }

  /** What the election is, with the names that came late. */
  public Header header() {
    return facts.header;
  }

  /** The law that is applied. */
  public Law law() {
    return facts.law;
  }

  /** How many entries of the record this is the history of; some may have been left out. */
  public int size() {
    return size;
  }

  /** An entry as it was recorded, in force or not; empty for one that is not known. */
  public Optional<Entry> entry(long index) {
    return index < size ? facts.entry(index) : Optional.empty();
  }

  /**
   * Every entry that is known, as it was recorded, in the order of the record. Returns are made
   * into entries when they are asked for.
   */
  public List<Entry> recorded() {
    return facts.recorded(size);
  }

  /** Every source that an entry names, as it was named first, in that order. */
  public List<Source> sources() {
    return facts.sources(size);
  }

  /**
   * The same record as known by a moment.
   *
   * @param known nanoseconds since 1970-01-01T00:00Z, or {@link #ALL}
   */
  public History asKnown(long known) {
    return known == this.known ? this : again(law(), known, entry -> true);
  }

  /**
   * The record as it was when it had so many entries: those that a checkpoint of that size spoke
   * of.
   *
   * @param entries from 1 on
   */
  public History first(long entries) {
    return again(law(), known, entry -> entry.index() < entries);
  }

  /** The same record under the law of another election. */
  public History under(Law law) {
    return again(law, known, entry -> true);
  }

  /** The same record as if an entry had never been recorded; not the first, which describes it. */
  public History without(long index) {
    return again(law(), known, entry -> entry.index() != index);
  }

  private History again(Law law, long known, Predicate<Entry> which) {
    Gathering gathering = gather(law, facts.units, known);
    for (Entry entry : recorded()) if (which.test(entry)) gathering.add(entry);
    return gathering.history();
  }

  /**
   * The facts in force in the order in which they took effect. Returns are made into entries when
   * they are asked for.
   */
  public List<Entry> entries() {
    List<Entry> made = entries;
    if (made == null) {
      made = new EntriesInTime(facts, inTime(until));
      entries = made;
    }
    return made;
  }

  /** Those of the same facts that are no returns, in the same order. */
  public List<Entry> besidesReturns() {
    return isEarly
        ? entries().stream().filter(entry -> !(entry.fact() instanceof Returns)).toList()
        : facts.inTime.besidesReturns(size, until);
  }

  /** The last of the same facts. */
  public Optional<Entry> last() {
    if (!isEarly) return facts.inTime.last(size, until);
    return entries().isEmpty() ? Optional.empty() : Optional.of(entries().getLast());
  }

  /** What had been recorded wrongly and was put right, in the order of the record. */
  public List<Amendment> amendments() {
    return facts.amendments(size);
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
    return problems(stateAt(moment)).refused();
  }

  /**
   * What was done against the law of the day by a moment (nanoseconds since 1970-01-01T00:00Z), in
   * the order of indexes. It counts as it was done.
   */
  public List<Problem> againstTheLaw(long moment) {
    return RecordProblems.againstTheLaw(stateAt(moment));
  }

  /**
   * Facts that stand by a moment (nanoseconds since 1970-01-01T00:00Z) and that somebody should
   * look at, in the order of their indexes. They count like all others.
   */
  public List<Problem> remarks(long moment) {
    return problems(stateAt(moment)).remarks();
  }

  RecordProblems problems(Tabulation now) {
    return new RecordProblems(facts, size, until, now);
  }

  /**
   * When the first fact took effect; nanoseconds since 1970-01-01T00:00Z. {@link Long#MAX_VALUE}
   * where there is none.
   */
  public long begin() {
    if (!isEarly) return facts.inTime.begin(size);
    int[] places = inTime(until);
    return places.length == 0 ? Long.MAX_VALUE : moment(places[0]);
  }

  /**
   * When the last fact took effect; where there is none, the moment of the record's first entry.
   * Nanoseconds since 1970-01-01T00:00Z.
   */
  public long end() {
    long last = isEarly ? lastOf(inTime(until)) : facts.inTime.end(size, until);
    return last == Long.MIN_VALUE ? Math.min(until, header().attestation().at().effective()) : last;
  }

  private long lastOf(int[] places) {
    return places.length == 0 ? Long.MIN_VALUE : moment(places[places.length - 1]);
  }

  /** The places of the facts up to and at a moment, in the order in which they took effect. */
  int[] inTime(long moment) {
    long last = Math.min(moment, until);
    return isEarly ? facts.inTime.early(size, last) : facts.inTime.of(size, Long.MIN_VALUE, last);
  }

  /** The fact at a place with its entry. */
  Entry entryAt(int place) {
    return facts.entryAt(place);
  }

  /** When a fact takes effect: at its upper bound, or in an early history at its lower one. */
  long moment(int place) {
    return isEarly ? facts.earliest(place) : facts.effective(place);
  }

  /**
   * The same facts, each taking effect at the earliest moment that its source allows. When
   * something came true there is the earliest that it can have come true.
   */
  public History early() {
    return new History(facts, size, until, known, null, true);
  }

  /**
   * The facts in force of whose time only bounds are known, in the order in which they took effect.
   * Where there are none, {@link #early} is like this history.
   */
  public List<Entry> bounded() {
    return facts.inTime.bounded(size, ALL);
  }

  /** How many facts, the header among them, had taken effect by a moment. */
  int count(long moment) {
    return 1 + facts.inTime.count(size, Math.min(moment, until));
  }

  /** The state before anything happened. */
  Tabulation empty() {
    return new Tabulation(facts, facts.references(size));
  }

  /** The state at a moment, made at once from the facts that count then. */
  public Tabulation stateAt(long moment) {
    if (isEarly) return walk(moment, (entry, over, now) -> {});
    Tabulation then = Tabulation.asOf(facts, size, Math.min(moment, until));
    if (moment != ALL) then.reach(moment);
    else if (then.now() < law().termBegins()) then.reach(law().termBegins());
    return then;
  }

  /** The newest figures of states and districts at a moment. */
  NewestFigures newestFigures(long moment) {
    NewestFigures newest = new NewestFigures();
    for (int place : facts.inTime.ofWholeUnits(size, Math.min(moment, until))) {
      Entry entry = facts.entryAt(place);
      newest.add(entry.index(), (Returns) entry.fact(), facts.register);
    }
    return newest;
  }

  /**
   * Takes in all facts up to and at a moment, in order, with {@code step} looking on.
   *
   * @throws CancellationException if the thread is interrupted, so that nobody waits for the rest
   */
  public Tabulation walk(long moment, Step step) {
    Tabulation now = empty();
    Law law = law();
    int[] places = inTime(moment);
    boolean termBegun = law.termBegins() > moment;
    for (int i = 0; i < places.length; i++) {
      if (Thread.currentThread().isInterrupted()) throw new CancellationException("interrupted");
      long effective = moment(places[i]);
      if (!termBegun && effective >= law.termBegins()) termBegun = begin(now, step);
      clock(effective - 1, now, step);
      now.take(places[i], effective);
      boolean over = i + 1 == places.length || moment(places[i + 1]) != effective;
      step.after(facts.entryAt(places[i]), over, now);
    }
    if (!termBegun) begin(now, step);
    clock(moment, now, step);
    if (moment != ALL) now.reach(moment);
    return now;
  }

  /** Lets the clock come to each moment up to one that somebody looks on for. */
  private static void clock(long until, Tabulation now, Step step) {
    for (OptionalLong next = step.next();
        next.isPresent() && next.getAsLong() <= until;
        next = step.next()) {
      now.reach(next.getAsLong());
      step.clock(now);
    }
  }

  /** The term begins by the clock, whether or not anything is recorded at that moment. */
  private boolean begin(Tabulation now, Step step) {
    clock(law().termBegins() - 1, now, step);
    now.reach(law().termBegins());
    now.inOffice(Office.PRESIDENT).ifPresent(oath -> step.after(oath.entry(), true, now));
    return true;
  }

  /** The same history cut off after a moment. */
  public History until(long moment) {
    return moment >= end() ? this : new History(facts, size, moment, known, null, isEarly);
  }

  /** The course of the whole history, each majority's edges with the bounds of their time. */
  public Course course() {
    UnaryOperator<TurningPoint> edges =
        facts.hasBounds(size) ? this::bounded : UnaryOperator.identity();
    return told == null
        ? Course.of(facts, size, until, edges)
        : Course.of(facts.hasBounds(size) ? told.with(edges) : told);
  }

  /** Every turn of the majority on a rung, in order. */
  public List<Turn> majorities(Rung rung) {
    return majorities().turns(rung);
  }

  /** The same point with the bounds of its time, where it is of a majority. */
  private TurningPoint bounded(TurningPoint point) {
    if (!(point instanceof TurningPoint.Majority of)) return point;
    return majorities(of.rung()).stream()
        .filter(turn -> turn.candidate().equals(of.candidate()))
        .map(turn -> of.begins() ? Optional.of(turn.since()) : turn.until())
        .flatMap(Optional::stream)
        .filter(edge -> edge.moment() == of.moment() && edge.entry().equals(of.entry()))
        .findFirst()
        .map(of::at)
        .orElse(of);
  }

  /**
   * Every turn of a majority on every rung. One pass over the whole, made when first asked for: the
   * turns as of any moment are a cut of it.
   */
  private MajorityTurns majorities() {
    MajorityTurns found = majorities;
    if (found == null) {
      found = MajorityTurns.of(told == null ? MajorityEdges.of(this) : told.points());
      if (!isEarly && facts.hasBounds(size)) found.boundBy(early().majorities());
      majorities = found;
    }
    return found;
  }

  /** The turn of the majority on a rung that stood at a moment. */
  Optional<Turn> majority(Rung rung, long moment) {
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
