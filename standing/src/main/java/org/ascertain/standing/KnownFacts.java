package org.ascertain.standing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.ascertain.election.Check;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.AuditRound;
import org.ascertain.election.Fact.Correction;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Fact.Retraction;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.KnownUnits;
import org.ascertain.election.Problem;
import org.ascertain.election.Source;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.jspecify.annotations.Nullable;

/**
 * Every fact of a record that is known, and between which entries it is in force: returns in
 * columns, all others as they are. What corrections and retractions make of earlier entries is
 * decided here, entry by entry in the order of the record: a correction stands in the place of what
 * it corrects; a retraction of a correction puts back what that replaced, a retraction of anything
 * else leaves nothing in its place.
 *
 * <p>One thread may add entries while others read what those know who know the first {@code n}.
 */
final class KnownFacts {

  /** A fact other than returns, or returns that make no sense. */
  static final class Row {
    final Entry entry;
    private final int from;
    private volatile int until = ReturnsTable.IN_FORCE;
    final @Nullable Problem problem;

    private Row(Entry entry, int from, @Nullable Problem problem) {
      this.entry = entry;
      this.from = from;
      this.problem = problem;
    }

    boolean isInForce(int known) {
      return from < known && until >= known;
    }
  }

  /** Of an entry that is no fact: an amendment that does not hold, or a retraction. */
  private static final int NO_FACT = Integer.MIN_VALUE;

  final Header header;
  final Law law;
  final KnownUnits units;
  final Register register;
  final ReturnsTable returns;
  final FactsInTime inTime;
  private final FactChecks checks;
  private volatile Row[] others = new Row[16];
  private volatile int size = 0;

  /** By index, the place of its fact: of returns their row, of others their place, inverted. */
  private volatile int[] places = new int[16];

  private volatile int entries = 0;

  /** The places of facts of whose time only bounds are known. */
  private final Queue<Integer> bounded = new ConcurrentLinkedQueue<>();

  final Vintages vintages;

  /** The places of facts that are refused as others of another list are in force. */
  private final List<Integer> notBeside = new ArrayList<>();

  private @Nullable Source lastSource;

  /**
   * A source as it was named first.
   *
   * @param first the index of the entry that did
   */
  private record Named(Source source, long first) {}

  private final Map<String, Named> sources = new ConcurrentHashMap<>();
  private final Map<Long, Entry> changes = new ConcurrentHashMap<>();
  private final Corrections corrections = new Corrections();
  private final List<Amendment> amendments = new CopyOnWriteArrayList<>();
  private final List<Problem> problems = new CopyOnWriteArrayList<>();

  KnownFacts(Header header, Law law, KnownUnits units) {
    this.header = Declarations.with(header, List.of());
    this.law = law;
    this.units = units;
    this.register = new Register(this.header, law, units);
    this.returns = new ReturnsTable(register);
    this.vintages = new Vintages(register);
    this.checks = new FactChecks(register, returns.units, vintages);
    this.inTime = new FactsInTime(this, returns);
  }

  /** How many entries are known, those left out between them included. */
  int known() {
    return entries;
  }

  /** Takes in the next entry; those between it and the last are not known. */
  Effect add(Entry entry) {
    int index = Math.toIntExact(entry.index());
    if (index < entries) throw new IllegalArgumentException("entry " + index + " comes too late");
    while (index >= places.length) places = Arrays.copyOf(places, 2 * places.length);
    Arrays.fill(places, entries, index + 1, NO_FACT);
    name(entry.fact().attestation().source(), index);
    Effect effect =
        switch (entry.fact()) {
          case Correction correction -> correct(entry, correction);
          case Retraction retraction -> retract(entry, retraction);
          default -> new Effect.Stands(begin(entry, index)); // every other fact stands by itself
        };
    entries = index + 1;
    if (effect instanceof Effect.Refused(var problem)) problems.add(problem);
    if (effect instanceof Effect.Amended amended) amendments.add(amended.amendment());
    return effect;
  }

  @SuppressWarnings("ReferenceEquality") // the same source again is the common case
  private void name(Source source, int index) {
    if (source == lastSource) return;
    lastSource = source;
    sources.putIfAbsent(source.id(), new Named(source, index));
  }

  /** Puts a fact in force from an entry on; gives its place. */
  private int begin(Entry entry, int from) {
    Optional<Problem> problem = checks.problem(entry);
    int place;
    if (entry.fact() instanceof Returns fact && problem.isEmpty())
      place = returns.add(entry, fact, from);
    else place = ~put(new Row(entry, from, problem.orElse(null)));
    places[Math.toIntExact(entry.index())] = place;
    if (entry.fact().attestation().at() instanceof When.Between) bounded.add(place);
    if (problem.isEmpty()) unit(entry.fact()).ifPresent(vintages::begins);
    else if (problem.get().check() == Check.TWO_VINTAGES) notBeside.add(place);
    return place;
  }

  private static Optional<String> unit(Fact fact) {
    return fact instanceof Fact.OfUnit of ? Optional.of(of.unit()) : Optional.empty();
  }

  private int put(Row row) {
    int place = size;
    if (place == others.length) others = Arrays.copyOf(others, 2 * place);
    others[place] = row;
    size = place + 1;
    return place;
  }

  private void end(int place, int until) {
    if (place >= 0) returns.end(place, until);
    else others[~place].until = until;
    boolean counted = place >= 0 || others[~place].problem == null;
    if (counted) unit(entryAt(place).fact()).ifPresent(vintages::ends);
  }

  /** Facts that could not stand beside one that has ended now, from an entry on. */
  private List<Entry> admit(int from) {
    List<Entry> admitted = new ArrayList<>();
    for (int place : List.copyOf(notBeside)) {
      Entry entry = entryAt(place);
      boolean isInForce = others[~place].isInForce(Integer.MAX_VALUE);
      if (isInForce && checks.problem(entry).isPresent()) continue;
      notBeside.remove(Integer.valueOf(place));
      if (!isInForce) continue;
      end(place, from);
      begin(entry, from);
      admitted.add(entry);
    }
    return admitted;
  }

  private Effect correct(Entry entry, Correction correction) {
    changes.put(entry.index(), entry);
    int before = inForce(correction.corrects());
    if (before == NO_FACT)
      return refused(entry, Check.NOT_IN_FORCE, "corrects", notInForce(correction.corrects()));
    Optional<String> alone = notAlone(correction.with());
    if (alone.isPresent()) return refused(entry, Check.NOT_ALONE, "with", alone.get());
    Entry stood = entryAt(before);
    Optional<String> differs = References.differs(correction.with(), stood.fact());
    if (differs.isPresent())
      return refused(
          entry,
          Check.WRONG_REFERENCE,
          "with",
          "entry " + correction.corrects() + " is " + differs.get());
    int index = Math.toIntExact(entry.index());
    end(before, index);
    Entry stands = new Entry(index, entry.recorded(), entry.recordedBy(), correction.with());
    begin(stands, index);
    corrections.put(stood.index(), entry.index(), before);
    return new Effect.Amended(
        new Amendment(entry, stood, Optional.of(correction.with())),
        stood,
        Optional.of(stands),
        admit(index));
  }

  private static String notInForce(long index) {
    return index == 0
        ? "0 is the election itself, which can be neither corrected nor retracted"
        : index + " is not in force";
  }

  /**
   * Who names a correction by its own index takes the correction back; who names what it corrected
   * takes back the fact, as it stands by now.
   */
  private Effect retract(Entry entry, Retraction retraction) {
    changes.put(entry.index(), entry);
    int before = inForce(retraction.retracts());
    if (before == NO_FACT)
      return refused(entry, Check.NOT_IN_FORCE, "retracts", notInForce(retraction.retracts()));
    int index = Math.toIntExact(entry.index());
    Entry stood = entryAt(before);
    OptionalInt replaced = corrections.replaced(stood.index());
    boolean restoresNothing = replaced.isEmpty() || stood.index() != retraction.retracts();
    if (restoresNothing && stood.fact() instanceof AuditRound)
      return refused(entry, Check.ROUND_STAYS, "retracts", Long.toString(retraction.retracts()));
    end(before, index);
    if (restoresNothing)
      return new Effect.Amended(
          new Amendment(entry, stood, Optional.empty()), stood, Optional.empty(), admit(index));
    int restores = replaced.getAsInt();
    Entry restored = entryAt(restores);
    begin(restored, index);
    corrections.takeBack(restored.index(), stood.index(), index);
    return new Effect.Amended(
        new Amendment(entry, stood, Optional.of(restored.fact())),
        stood,
        Optional.of(restored),
        admit(index));
  }

  /** The place of the fact in force that an index names by now; the header is never amended. */
  private int inForce(long index) {
    if (index <= 0 || index >= entries) return NO_FACT;
    int place = places[Math.toIntExact(corrections.present(index, Integer.MAX_VALUE))];
    if (place == NO_FACT) return NO_FACT;
    boolean isInForce =
        place >= 0
            ? returns.isInForce(place, Integer.MAX_VALUE)
            : others[~place].isInForce(Integer.MAX_VALUE);
    return isInForce ? place : NO_FACT;
  }

  /** When a fact takes effect, in nanoseconds since 1970-01-01T00:00Z. */
  long effective(int place) {
    return place >= 0 ? returns.effective(place) : others[~place].entry.effective();
  }

  /** The earliest moment that a fact's source allows. */
  long earliest(int place) {
    return place >= 0 && returns.isAtMoment(place)
        ? returns.effective(place)
        : entryAt(place).fact().attestation().at().earliest().effective();
  }

  /**
   * Whether there is a fact in force, for those who know the first entries, of whose time only
   * bounds are known.
   */
  boolean hasBounds(int known) {
    return bounded.stream()
        .anyMatch(
            place ->
                place >= 0 ? returns.isInForce(place, known) : others[~place].isInForce(known));
  }

  /** How many facts other than sound returns there are; their places are these, inverted. */
  int others() {
    return size;
  }

  /** A fact other than sound returns. */
  Row other(int place) {
    return others[~place];
  }

  /** The place of an entry's fact; empty for one that is not known, or no fact. */
  OptionalInt place(long index) {
    if (index < 0 || index >= entries) return OptionalInt.empty();
    int place = places[Math.toIntExact(index)];
    return place == NO_FACT ? OptionalInt.empty() : OptionalInt.of(place);
  }

  /** The fact at a place with its entry; of a correction, what it puts in place. */
  Entry entryAt(int place) {
    return place >= 0 ? returns.entry(place) : others[~place].entry;
  }

  /** The word for a fact that cannot stand in the place of another; empty for one that can. */
  private static Optional<String> notAlone(Fact with) {
    return switch (with) {
      case Correction f -> Optional.of("a correction");
      case Retraction f -> Optional.of("a retraction");
      case Header f -> Optional.of("the record's first entry");
      default -> Optional.empty(); // every other fact can stand alone
    };
  }

  private static Effect refused(Entry entry, Check check, String path, String detail) {
    return new Effect.Refused(new Problem(check, entry.index(), path, detail));
  }

  /** Facts other than returns that those know who know the first entries, as they were recorded. */
  List<Row> others(int known) {
    Row[] now = others;
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < size && i < now.length; i++) if (now[i].isInForce(known)) rows.add(now[i]);
    return rows;
  }

  /** The amendments among the first entries, in the order of the record. */
  List<Amendment> amendments(int known) {
    return amendments.stream().filter(each -> each.by().index() < known).toList();
  }

  /** Corrections and retractions among the first entries that do not hold. */
  List<Problem> problems(int known) {
    return problems.stream().filter(each -> each.index() < known).toList();
  }

  /** An entry as it was recorded; empty for one that is not known. */
  Optional<Entry> entry(long index) {
    if (index < 0 || index >= entries) return Optional.empty();
    Entry change = changes.get(index);
    if (change != null) return Optional.of(change);
    int place = places[Math.toIntExact(index)];
    return place == NO_FACT ? Optional.empty() : Optional.of(entryAt(place));
  }

  /** Every entry that is known, in the order of the record. */
  List<Entry> entries() {
    return recorded(entries);
  }

  /** Those of the first entries that are known, as they were recorded; made when asked for. */
  List<Entry> recorded(int known) {
    int[] indexes =
        IntStream.range(0, known)
            .filter(i -> places[i] != NO_FACT || changes.containsKey((long) i))
            .toArray();
    return new RecordedEntries(this, indexes);
  }

  /** The sources that the first entries name, in the order in which they were named first. */
  List<Source> sources(int known) {
    return sources.values().stream()
        .filter(named -> named.first() < known)
        .sorted(Comparator.comparingLong(Named::first))
        .map(Named::source)
        .toList();
  }

  /** What the entries that facts name have become, for those who know the first entries. */
  References references(int known) {
    return new References() {
      @Override
      public Optional<Entry> recorded(long index) {
        if (index < 0 || index >= Math.min(known, entries)) return Optional.empty();
        int place = places[Math.toIntExact(index)];
        return place == NO_FACT ? Optional.empty() : Optional.of(entryAt(place));
      }

      @Override
      public long present(long index) {
        return corrections.present(index, known);
      }

      @Override
      public boolean isCorrection(long index) {
        return index < known && corrections.isCorrection(index);
      }
    };
  }
}
