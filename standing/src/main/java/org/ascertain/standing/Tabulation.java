package org.ascertain.standing;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Fact.Oath;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.Problem;
import org.ascertain.election.Unit;
import org.ascertain.law.Base;
import org.ascertain.law.Choice;
import org.ascertain.law.College;
import org.ascertain.law.Law;
import org.ascertain.law.Verdict;
import org.ascertain.standing.JurisdictionFacts.Found;
import org.ascertain.standing.Key.Kind;

/**
 * The running state of one election: takes in facts in force one at a time, at the cost of what
 * each changes, and answers how far the result has come. What it says depends on the set of facts
 * taken in, not on their order. Longer than other files: whatever is taken in changes what is kept
 * for answers, and both sides of that are read together.
 */
public final class Tabulation {

  /** In place of a candidate: nobody. */
  public static final int NOBODY = Leader.NOBODY;

  /** In place of a candidate: somebody, the record does not tell who. */
  public static final int NOT_KNOWN = Leader.NOT_KNOWN;

  private final KnownFacts known;
  private final Register register;
  private final FactChecks checks;
  private final ReturnsTable returns;
  private final Tallies tallies;
  private final Coverages coverages = new Coverages();
  private final Map<String, JurisdictionFacts> facts = new HashMap<>();
  private final NationalFacts nation = new NationalFacts();
  private final References references;
  private final boolean conclusive;
  private final Map<Long, Problem> problems = new TreeMap<>();
  private final Ladder ladder;

  private final CollegeSoFar college;
  private final FiledChallenges filed = new FiledChallenges();
  private Optional<Challenges> challenges = Optional.empty();
  private final Set<String> touched = new LinkedHashSet<>();
  private int tallied = ReportingUnits.NONE;
  private long now = Long.MIN_VALUE;
  private long revision;

  /** The running state of an election that takes any code of a unit below the states. */
  public Tabulation(Header header, Law law) {
    this(new KnownFacts(header, law, KnownUnits.ANY), References.NONE);
  }

  /**
   * A state of nothing yet.
   *
   * @param known the facts that will be taken in, or nothing but the header
   */
  Tabulation(KnownFacts known, References references) {
    this(known, references, new Tallies(known.register, known.returns));
  }

  private Tabulation(KnownFacts known, References references, Tallies tallies) {
    this.known = known;
    this.references = references;
    this.register = known.register;
    this.returns = known.returns;
    this.tallies = tallies;
    this.checks = new FactChecks(register, returns.units, known.vintages);
    Certificates certificates = new Certificates(register, this::challenges);
    this.conclusive = certificates.areConclusive();
    register
        .law
        .entitled()
        .forEach(
            (code, electors) ->
                facts.put(code, new JurisdictionFacts(code, electors, certificates, references)));
    this.ladder = new Ladder(register, returns.units, tallies, this::facts);
    this.college = new CollegeSoFar(register, this::facts, nation);
  }

  /**
   * The state at a moment for those who know the first entries of a record, made at once.
   *
   * @param entries how many entries are known
   * @param moment nanoseconds since 1970-01-01T00:00Z
   */
  static Tabulation asOf(KnownFacts known, int entries, long moment) {
    return asOf(known, entries, moment, new LatestRows(known.returns, entries, moment).lookOn());
  }

  /** The same where the rows that count are known. */
  static Tabulation asOf(KnownFacts known, int entries, long moment, LatestRows rows) {
    Tallies tallies = Tallies.of(known.register, known.returns, rows);
    Tabulation state = new Tabulation(known, known.references(entries), tallies);
    if (rows.taken() > 0) state.coverages.addReturns();
    state.now = rows.end();
    for (KnownFacts.Row row : known.others(entries))
      if (row.entry.index() != 0 && row.entry.effective() <= moment)
        state.add(row, row.entry.effective());
    return state;
  }

  /**
   * Takes in a fact in force. One that makes no sense counts nowhere and is listed in {@link
   * #problems}.
   */
  public void add(Entry entry) {
    OptionalInt place = known.place(entry.index());
    if (place.isPresent() && entry.index() != 0) {
      take(place.getAsInt());
      return;
    }
    Optional<Problem> problem = checks.problem(entry);
    if (problem.isEmpty() && entry.fact() instanceof Returns fact)
      addRow(returns.add(entry, fact, 0), entry.effective());
    else add(entry, problem, entry.effective());
  }

  /** Takes in a fact that is known, by its place. */
  void take(int place) {
    take(place, known.effective(place));
  }

  /** Takes in a fact as of a moment, which may be earlier than that at which it counts. */
  void take(int place, long moment) {
    if (place >= 0) addRow(place, moment);
    else add(known.other(place), moment);
  }

  private void add(KnownFacts.Row row, long moment) {
    add(row.entry, Optional.ofNullable(row.problem), moment);
  }

  KnownFacts known() {
    return known;
  }

  private void add(Entry entry, Optional<Problem> problem, long moment) {
    now = Math.max(now, moment);
    touched.clear();
    tallied = ReportingUnits.NONE;
    Optional<Problem> any = problem.or(() -> references.problem(entry));
    if (any.isPresent()) {
      problems.put(entry.index(), any.get());
      return;
    }
    coverages.add(entry);
    put(Key.of(entry.fact(), entry.index()), entry);
  }

  /** Takes in a row of returns. */
  private void addRow(int row, long moment) {
    now = Math.max(now, moment);
    touched.clear();
    coverages.addReturns();
    int unit = tallies.add(row);
    tallied = returns.units.parent(unit) == ReportingUnits.NONE ? unit : ReportingUnits.NONE;
    if (tallied == ReportingUnits.NONE) return;
    if (ladder.hasNewLeader(unit)) touch(returns.units.id(unit));
    ladder.hasNewerReturns(unit);
  }

  /**
   * The place of the unit of appointment whose tally the returns taken in last may have changed.
   */
  int tallied() {
    return tallied;
  }

  private void put(Key key, Entry entry) {
    String place = Unit.jurisdictionOf(References.place(entry.fact()));
    JurisdictionFacts ofPlace = facts.get(place);
    if (key.kind() == Kind.CHALLENGE || key.kind() == Kind.RULING) {
      if (entry.fact() instanceof Fact.Challenge challenge) filed.add(entry, challenge);
      challenges = Optional.empty();
      // A ruling may decide which certificate is conclusive, and so what a state's electors did.
      if (conclusive) college.forgetAll();
    }
    if (changesElectors(key.kind())) {
      college.forget(place);
      revision++;
    }
    if (ofPlace == null) {
      nation.put(key, entry);
      if (key.kind() == Kind.DECLARED)
        nation.declared().ifPresent(found -> ladder.declare(found.fact()));
      concerned(entry.fact()).forEach(this::touch);
      return;
    }
    ofPlace.put(key, entry);
    touch(place);
  }

  /** Whether facts of a kind may change what the law decides by. */
  private boolean changesElectors(Kind kind) {
    return switch (kind) {
      case CALL, CERTIFICATION -> false;
      case CHALLENGE, RULING -> conclusive;
      default -> true; // at worst an answer is made again that did not change
    };
  }

  /** The units whose certificates may stand or fall with a challenge or a ruling. */
  private List<String> concerned(Fact fact) {
    if (!conclusive) return List.of();
    return switch (fact) {
      case Fact.Challenge challenge -> challenge.units();
      case Fact.Ruling ruling ->
          filed.find(ruling.challenge()).map(found -> found.fact().units()).orElse(List.of());
      default -> List.of(); // nothing else decides between certificates of a place it does not name
    };
  }

  private void touch(String unit) {
    if (unit.indexOf('/') >= 0) return;
    String jurisdiction = Unit.jurisdictionOf(unit);
    if (register.jurisdiction(jurisdiction) < 0) return;
    ladder.touch(jurisdiction);
    touched.add(jurisdiction);
  }

  /** The jurisdictions of which the fact taken in last may have changed something. */
  public Set<String> touched() {
    return touched;
  }

  /**
   * The latest moment taken in, or reached by {@link #reach}; nanoseconds since 1970-01-01T00:00Z.
   */
  public long now() {
    return now;
  }

  /** Lets the clock come to a moment at which nothing need have happened, as when a term begins. */
  void reach(long moment) {
    now = Math.max(now, moment);
    revision++;
  }

  /**
   * Grows whenever an answer about rungs, majorities or offices may have changed; most returns
   * change none.
   */
  long revision() {
    return revision + ladder.revision();
  }

  Register register() {
    return register;
  }

  Tallies tallies() {
    return tallies;
  }

  /** The facts that belong to no jurisdiction. */
  NationalFacts nation() {
    return nation;
  }

  JurisdictionFacts facts(String jurisdiction) {
    return Optional.ofNullable(facts.get(jurisdiction)).orElseThrow();
  }

  /** The facts refused, in the order of their indexes. */
  public List<Problem> problems() {
    return List.copyOf(problems.values());
  }

  /** Whether a fact that was taken in makes no sense and counts nowhere. */
  boolean refuses(Entry entry) {
    return problems.containsKey(entry.index());
  }

  /**
   * Whether a fact that was taken in has no effect: it makes no sense, or what it says of another
   * is not so.
   */
  boolean hasNoEffect(Entry entry) {
    if (refuses(entry)) return true;
    return switch (entry.fact()) {
      case Fact.Challenge challenge -> filed.problem(entry, challenge).isPresent();
      case Fact.Ruling ruling -> filed.problem(entry, ruling).isPresent();
      case Fact.CallWithdrawn withdrawn -> isWithoutCall(entry, withdrawn);
      default -> false; // nothing else says anything of another fact that may not be so
    };
  }

  private boolean isWithoutCall(Entry entry, Fact.CallWithdrawn withdrawn) {
    JurisdictionFacts place = facts.get(Unit.jurisdictionOf(withdrawn.unit()));
    FactsByKey about = place == null ? nation.byKey() : place.byKey();
    return Calls.withdrawnWithoutCall(about.about(Key.of(withdrawn, entry.index()))).stream()
        .anyMatch(each -> each.index() == entry.index());
  }

  /** What the election is, with the names that came late. */
  public Header header() {
    return register.header;
  }

  /** The ids of the candidates, in whose order figures are given. */
  public List<String> candidates() {
    return register.candidates;
  }

  /** The law that is applied. */
  public Law law() {
    return register.law;
  }

  /** Acknowledgements so far, in the order of time. */
  public List<Fact.Acknowledgement> acknowledgements() {
    return nation.all(Kind.ACKNOWLEDGEMENT, Fact.Acknowledgement.class).stream()
        .map(Found::fact)
        .toList();
  }

  /** What the record says that it holds, so far. */
  public Coverages coverages() {
    return coverages;
  }

  /** How many electors on a rung by jurisdiction the record may merely lack. */
  public int unknownElectors(Rung rung) {
    return new UnknownElectors(this, rung).inAll();
  }

  /** The units of which the record may lack who has their electors on a rung by jurisdiction. */
  public List<Unit> unknownUnits(Rung rung) {
    UnknownElectors unknown = new UnknownElectors(this, rung);
    return register.law.units().stream().filter(unit -> !unknown.isKnown(unit)).toList();
  }

  /**
   * How many electors a candidate, by its place in {@link #candidates}, has on a rung.
   *
   * @throws ArrayIndexOutOfBoundsException if there is no such place
   */
  public int electors(Rung rung, int candidate) {
    return ladder.electors(rung, candidate);
  }

  JurisdictionRungs rungs(String jurisdiction) {
    return ladder.dated(jurisdiction);
  }

  /** The base of the majority and the majority, as the law has them now. */
  public Verdict<Base> base() {
    return college.base();
  }

  /** Who is chosen for an office, as the law has it now. */
  public Verdict<Choice> chosen(Office office) {
    return register.law.decide(office, college());
  }

  /** All electors as the record has them now, for the law to decide by. */
  College college() {
    return college.now();
  }

  /** The oath of an office, once the term has begun. */
  Optional<Found<Oath>> inOffice(Office office) {
    if (now < register.law.termBegins()) return Optional.empty();
    return nation.oaths(office).stream().findFirst();
  }

  /** Whether a candidate holds the office of President. */
  public boolean inOffice(int candidate) {
    return inOffice(Office.PRESIDENT)
        .filter(found -> found.fact().person().equals(register.candidates.get(candidate)))
        .isPresent();
  }

  /** Whether a caller's call of a unit stands for a candidate; the nation is {@code US}. */
  public boolean called(String unit, String caller, int candidate) {
    return call(unit, caller)
        .filter(found -> found.fact().candidate().equals(candidates().get(candidate)))
        .isPresent();
  }

  Optional<Found<Fact.Call>> call(String unit, String caller) {
    JurisdictionFacts place = facts.get(Unit.jurisdictionOf(unit));
    return place == null ? nation.call(unit, caller) : place.call(unit, caller);
  }

  /**
   * How many electors of one jurisdiction each candidate has on a rung by jurisdiction, in the
   * order of {@link #candidates}.
   *
   * @throws NoSuchElementException if the law knows no such jurisdiction
   */
  public int[] electors(Rung rung, String jurisdiction) {
    return ladder.of(jurisdiction).on(rung).electors.clone();
  }

  /**
   * The tally of a unit or reporting unit in the header's order of tickets, -1 for one that has no
   * figure; empty while nobody has reported.
   */
  public Optional<long[]> tally(String unit) {
    return Optional.ofNullable(tallies.find(unit)).map(tallies::tally);
  }

  /**
   * The same with the lines of one slate added up at the place of its first ticket; its other
   * tickets have no figure.
   */
  public Optional<long[]> tallyBySlate(String unit) {
    return tally(unit).map(register::bySlate);
  }

  /** Whether a candidate leads the tally of a unit or reporting unit. */
  public boolean leads(String unit, int candidate) {
    return leader(unit) == candidate;
  }

  /**
   * Who leads a unit or reporting unit, by the candidate's place; {@link #NOBODY}, or {@link
   * #NOT_KNOWN} where somebody may whom the record gives no figure.
   */
  public int leader(String unit) {
    JurisdictionFacts place = facts.get(Unit.jurisdictionOf(unit));
    return place == null
        ? Leader.NOBODY
        : new UnitLeads(register, tallies).of(unit, place).candidate();
  }

  /** Challenges and their rulings so far. */
  Challenges challenges() {
    if (challenges.isEmpty()) challenges = Optional.of(new Challenges(nation, filed));
    return challenges.get();
  }

  /**
   * For whom a unit is settled, by the candidate's place; {@link #NOBODY}, or {@link #NOT_KNOWN}
   * where the record does not tell for whom, or may lack the paper that settles it.
   */
  public int settledFor(Unit unit) {
    return new Settling(this).settledFor(unit);
  }

  /**
   * When a window closes that keeps a unit from being settled, if one does; nanoseconds since
   * 1970-01-01T00:00Z.
   */
  public OptionalLong windowCloses(Unit unit) {
    return new Settling(this).windowCloses(unit);
  }

  /** Whether units that are settled for a candidate have a majority of the electors. */
  public boolean settled(int candidate) {
    return isMajority(new Settling(this).electors(candidate));
  }

  /** Whether so many electors are a majority, in each alternative of the base. */
  public boolean isMajority(int electors) {
    return Majorities.reaches(base(), electors);
  }

  /**
   * How official a unit is by its own facts and those of its jurisdiction; empty before the first
   * return.
   */
  public Optional<Rung> stage(String unit) {
    JurisdictionFacts place = facts.get(Unit.jurisdictionOf(unit));
    if (place == null) return Optional.empty();
    boolean appoints = register.isUnit(unit);
    return place
        .stage(unit, appoints)
        .or(
            () ->
                tallies.find(unit) == null && !place.hasRankings(unit)
                    ? Optional.empty()
                    : Optional.of(Rung.REPORTED));
  }
}
