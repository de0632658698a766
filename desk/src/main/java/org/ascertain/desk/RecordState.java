package org.ascertain.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ascertain.archive.Archive;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Problem;
import org.ascertain.election.Source;
import org.ascertain.law.Law;
import org.ascertain.ledger.StoredRecord;
import org.ascertain.standing.FactSense;

/**
 * A record as it is when the next row is decided: what is in force, which rows it has, which
 * sources it has described. It grows with the record, entry by entry; after a correction or a
 * retraction it is made anew from the facts in force.
 */
final class RecordState {

  private final Header first;
  private final Law law;
  private final FactSense sense;
  private final FiguresInForce figures;
  private final KnownRows known = new KnownRows();
  private final KeptLines kept = new KeptLines();
  private final Map<String, Source> sources = new HashMap<>();

  /** Units of appointment of which something was recorded since what waits was weighed last. */
  private final Set<String> touched = new TreeSet<>();

  private final Set<String> ascertained = new TreeSet<>();
  private final Set<String> voted = new TreeSet<>();

  private long size;
  private boolean isStale;

  private final Thresholds thresholds;

  private RecordState(Header first, Law law, Thresholds thresholds) {
    this.first = first;
    this.law = law;
    this.thresholds = thresholds;
    this.figures = new FiguresInForce(thresholds);
    this.sense = new FactSense(first, law, Archive.knownUnits());
  }

  /**
   * The first entries of a record.
   *
   * @return empty if they do not begin with an election whose law is known
   */
  static Optional<RecordState> read(StoredRecord record, long size, Thresholds thresholds) {
    RecordSense all = new RecordSense();
    boolean[] amended = new boolean[1];
    Optional<RecordState>[] made = none();
    KeptRecord.read(
        record,
        size,
        entry -> {
          all.take(entry);
          amended[0] |= isAmendment(entry.fact());
          if (entry.index() == 0 && entry.fact() instanceof Header header)
            made[0] = Law.of(header).map(law -> new RecordState(header, law, thresholds));
          made[0].ifPresent(state -> state.take(entry));
        });
    Optional<RecordState> read =
        amended[0] ? made[0].map(state -> inForce(state, all, size)) : made[0];
    read.ifPresent(state -> record.ask(state::readKept));
    return read;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // arrays of a generic type cannot be made otherwise
  private static Optional<RecordState>[] none() {
    return new Optional[] {Optional.empty()};
  }

  private static RecordState inForce(RecordState all, RecordSense sense, long size) {
    RecordState state = new RecordState(all.first, all.law, all.thresholds);
    sense.history().orElseThrow().entries().forEach(state::take);
    all.sources.forEach(state.sources::putIfAbsent);
    state.size = size;
    return state;
  }

  private RecordState readKept(Connection of) throws SQLException {
    kept.read(of);
    touched.clear(); // nothing of it is new
    return this;
  }

  private static boolean isAmendment(Fact fact) {
    return fact instanceof Fact.Correction || fact instanceof Fact.Retraction;
  }

  /** Takes the next entry. */
  void take(Entry entry) {
    Fact fact = entry.fact();
    size = entry.index() + 1;
    sources.putIfAbsent(fact.attestation().source().id(), fact.attestation().source());
    if (isAmendment(fact)) {
      isStale = true;
      return;
    }
    sense.take(entry);
    touch(fact);
    if (fact instanceof Fact.Ascertainment f) ascertained.add(f.jurisdiction());
    if (fact instanceof Fact.ElectorVotes f) voted.add(f.jurisdiction());
    figures.take(entry);
    known.add(fact);
  }

  private void touch(Fact fact) {
    switch (fact) {
      case Fact.Challenge f -> f.units().forEach(unit -> touched.add(Balance.whole(unit)));
      case Fact.Ruling f -> touched.addAll(figures.challenged(f.challenge()));
      default -> // who leads, and by how much, changes in one unit at most
          Place.of(fact).ifPresent(unit -> touched.add(Balance.whole(unit)));
    }
  }

  /**
   * The units of appointment of which something was recorded since this was asked last: what waits
   * there, or is disputed, weighs otherwise now.
   */
  Set<String> touched() {
    Set<String> units = new TreeSet<>(touched);
    touched.clear();
    return units;
  }

  /** Whether anything waits or is disputed that could be weighed. */
  boolean hasStakes() {
    return !kept.isEmpty() || figures.hasChallenges();
  }

  /** Whether it has to be made anew, because what was in force is not any more. */
  boolean isStale() {
    return isStale || figures.isStale();
  }

  /** How many entries it knows. */
  long size() {
    return size;
  }

  boolean has(Fact fact) {
    return known.has(fact);
  }

  /** Whether an ascertainment of a jurisdiction is in force, of whichever slate. */
  boolean isAscertained(String jurisdiction) {
    return ascertained.contains(jurisdiction);
  }

  /** Whether votes of a jurisdiction's electors are in force. */
  boolean hasVoted(String jurisdiction) {
    return voted.contains(jurisdiction);
  }

  /** The rows that are kept aside. */
  KeptLines kept() {
    return kept;
  }

  /** What is wrong with a fact's sense, by itself and after what the record holds. */
  Optional<Problem> problem(Entry entry) {
    return sense.problem(entry);
  }

  Before before() {
    return figures;
  }

  /** What a source has said, as far as it is in force. */
  SaidBefore saidBy(String source) {
    return figures.saidBy(source);
  }

  /** How units of appointment stand now, for what waits there to be weighed against. */
  Balance balance(Set<String> weighed) {
    return new Balance(figures, law, header(), weighed);
  }

  Iterable<Source> sources() {
    return sources.values();
  }

  Optional<Source> source(String id) {
    return Optional.ofNullable(sources.get(id));
  }

  /** The election with the names that came late. */
  Header header() {
    return sense.header();
  }

  Law law() {
    return law;
  }
}
