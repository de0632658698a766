package org.ascertain.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ascertain.election.Attestation;
import org.ascertain.election.ElectionId;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Fact.Retraction;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Problem;
import org.ascertain.election.Source;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.law.Law;
import org.ascertain.record.FactWord;
import org.ascertain.record.Pin;
import org.ascertain.standing.History;
import org.ascertain.standing.Standing;
import org.jspecify.annotations.Nullable;

/** An election as it is written out: as of a moment, and as known by the history given. */
public final class ElectionAt {

  private static final Comparator<Entry> LATER =
      Comparator.comparingLong(Entry::effective).thenComparingLong(Entry::index);

  private final History history;
  private final When at;
  private final Optional<Pin> version;
  private @Nullable Standing standing;
  private final List<Entry> facts;
  private final Places places;

  private ElectionAt(History history, When at, Optional<Pin> version) {
    this.history = history;
    this.at = at;
    this.version = version;
    Set<Long> refused =
        history.problems(at.effective()).stream().map(Problem::index).collect(Collectors.toSet());
    this.facts =
        history.entries().stream()
            .filter(entry -> entry.effective() <= at.effective())
            .filter(entry -> !refused.contains(entry.index()))
            .toList();
    this.places =
        new Places(
            header().year(),
            facts.stream()
                .map(Entry::fact)
                .filter(Fact.OfUnit.class::isInstance)
                .map(fact -> ((Fact.OfUnit) fact).unit())
                .distinct()
                .toList());
  }

  /**
   * An election as it is written out.
   *
   * @param history what is known of it
   * @param at as of when
   * @param version entries and root of the record that it is taken from, where they are known
   */
  public static ElectionAt of(History history, When at, Optional<Pin> version) {
    return new ElectionAt(history, at, version);
  }

  /** An election of which no record says anything: as of a moment, with its law alone. */
  public static ElectionAt of(Law law, When at) {
    When day = new When.OnDay(law.appointmentDays().getFirst().first());
    Header header =
        new Header(
            Attestation.of(day, Source.of("law", "The law of the election")),
            new ElectionId(law.election()).toString(),
            law.election(),
            OptionalInt.empty(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of());
    Entry first = new Entry(0, Washington.instant(day.effective()), "law", header);
    return of(History.of(List.of(first), law, History.ALL), at, Optional.empty());
  }

  /**
   * The moment up to which a history reaches, as of which it is told where nobody asks for another:
   * that of its last fact; of one without any, of its first entry.
   */
  public static When last(History history) {
    When last =
        history
            .last()
            .map(entry -> entry.fact().attestation().at())
            .orElseGet(() -> history.header().attestation().at());
    return last instanceof When.Between(When from, When to) ? to : last;
  }

  /** What is known of it. */
  public History history() {
    return history;
  }

  Header header() {
    return history.header();
  }

  /** Its id. */
  public String id() {
    return header().election();
  }

  /** As of when it is written. */
  public When at() {
    return at;
  }

  /** What its units are called. */
  Places places() {
    return places;
  }

  /** The same moment to the second, as formats write it that know no days. */
  public Instant moment() {
    return Washington.instant(at.effective()).truncatedTo(ChronoUnit.SECONDS);
  }

  /** By what was known then; empty for everything in the record. */
  Optional<When> known() {
    return history.known() == History.ALL
        ? Optional.empty()
        : Optional.of(new When.AtMoment(Washington.at(history.known())));
  }

  /**
   * How many entries of some kinds are known that had taken effect, with all that put something
   * right: whatever is recorded, and however late it is looked at, it never falls.
   *
   * @param kinds the record's words for them
   */
  public int known(Set<String> kinds) {
    return (int)
        history.recorded().stream()
            .filter(
                entry ->
                    isCorrecting(entry)
                        || (entry.effective() <= at.effective()
                            && kinds.contains(FactWord.of(entry.fact()))))
            .count();
  }

  /** The day on which the last entry was recorded. */
  Optional<LocalDate> recorded() {
    return history.recorded().stream()
        .map(Entry::recorded)
        .max(Comparator.naturalOrder())
        .map(moment -> Washington.day(Washington.nanos(moment)));
  }

  /**
   * What was put right and taken back, as far as that is known. When that was done says nothing of
   * the moment at which the election is looked at; what was put right stands among the facts.
   */
  List<Entry> corrections() {
    return history.recorded().stream().filter(ElectionAt::isCorrecting).toList();
  }

  private static boolean isCorrecting(Entry entry) {
    return entry.fact() instanceof Fact.Correction || entry.fact() instanceof Retraction;
  }

  Optional<Pin> version() {
    return version;
  }

  /** Made when it is first asked for: tables of facts have no use for it. */
  public Standing standing() {
    Standing known = standing;
    if (known == null) {
      known = history.at(at.effective());
      standing = known;
    }
    return known;
  }

  /** The facts in force that had taken effect and count, without the record's first entry. */
  List<Entry> facts() {
    return facts;
  }

  /**
   * The latest returns by source and unit: sources in the record's order of preference, units in
   * the order of their ids.
   */
  SequencedMap<String, Map<String, Entry>> returns() {
    Map<String, Map<String, Entry>> bySource = new HashMap<>();
    for (Entry entry : facts)
      if (entry.fact() instanceof Returns returns)
        bySource
            .computeIfAbsent(returns.attestation().source().id(), id -> new TreeMap<>())
            .merge(returns.unit(), entry, ElectionAt::later);
    SequencedMap<String, Map<String, Entry>> ordered = new LinkedHashMap<>();
    for (String source : header().returnsFrom())
      if (bySource.containsKey(source)) ordered.put(source, bySource.remove(source));
    for (String source : new TreeSet<>(bySource.keySet()))
      ordered.put(source, bySource.get(source));
    return ordered;
  }

  /**
   * By unit the latest returns of the source that makes its tally: the first, in the record's order
   * of preference, that has spoken for it.
   */
  SequencedMap<String, Returns> tallied() {
    SequencedMap<String, Returns> tallied = new TreeMap<>();
    for (Map<String, Entry> units : returns().values())
      for (Entry each : units.values()) {
        Returns returns = (Returns) each.fact();
        tallied.putIfAbsent(returns.unit(), returns);
      }
    return tallied;
  }

  /**
   * The indexes of the facts that nothing of their kind has superseded: of returns the latest of
   * each unit and source, of calls those that stand, of certificates the latest of each unit; what
   * is about nothing else supersedes nothing.
   */
  Set<Long> newest() {
    Map<List<String>, Entry> latest = new HashMap<>();
    Set<Long> newest = new TreeSet<>();
    for (Entry entry : facts) {
      List<String> about =
          switch (entry.fact()) {
            case Returns fact -> List.of("returns", fact.attestation().source().id(), fact.unit());
            case Fact.Call fact -> List.of("call", fact.caller(), fact.unit());
            case Fact.CallWithdrawn fact -> List.of("call", fact.caller(), fact.unit());
            case Fact.Certification fact -> List.of("certification", fact.unit());
            default -> List.of(); // of other kinds formats of one moment have none, or all
          };
      if (about.isEmpty()) newest.add(entry.index());
      else latest.merge(about, entry, ElectionAt::later);
    }
    latest.values().forEach(entry -> newest.add(entry.index()));
    return newest;
  }

  /** Of two facts about one thing the one with the greater (effective moment, index) counts. */
  static Entry later(Entry one, Entry other) {
    return LATER.compare(one, other) >= 0 ? one : other;
  }
}
