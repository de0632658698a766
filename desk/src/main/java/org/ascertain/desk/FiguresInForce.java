package org.ascertain.desk;

import static org.ascertain.desk.Threshold.REPAIR_MINUTES;
import static org.ascertain.desk.Threshold.SOURCES_SHARE;
import static org.ascertain.desk.Threshold.SOURCES_VOTES;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;

/**
 * What a record holds as the next row arrives, kept small: it is told each entry once, in the order
 * of the record, at a cost in proportion to the entry.
 */
public final class FiguresInForce implements Before {

  private record Between(String unit, String one, String other) {}

  private record Slate(String jurisdiction, String slate) {}

  private final Thresholds thresholds;
  private final long reach;

  /** By unit and source. */
  private final Map<String, Map<String, SourceLine>> lines = new HashMap<>();

  /** By unit and source, what lies right below it; by state, its districts. */
  private final Map<String, Map<String, Below>> below = new HashMap<>();

  private final Map<String, Map<String, Below>> districts = new HashMap<>();
  private final Map<Between, Long> differSince = new HashMap<>();
  private final Map<String, Certified> certified = new HashMap<>();
  private final Map<Slate, Long> ascertained = new HashMap<>();
  private final Map<String, Map<String, Called>> calls = new HashMap<>();

  /** By unit and by the challenge's id. */
  private final Map<String, Map<String, OpenChallenge>> challenges = new HashMap<>();

  /** By unit of appointment, the units of which anybody has spoken: itself and those below it. */
  private final Map<String, Set<String>> spokenOf = new HashMap<>();

  private boolean isStale;

  /** Of a record whose checks go by the defaults. */
  public FiguresInForce() {
    this(Thresholds.defaults());
  }

  public FiguresInForce(Thresholds thresholds) {
    this.thresholds = thresholds;
    this.reach = TimeUnit.MINUTES.toNanos(thresholds.of(REPAIR_MINUTES));
  }

  /**
   * What a record holds, from its facts in force.
   *
   * @param inForce in the order in which they took effect
   */
  public static FiguresInForce of(Iterable<Entry> inForce, Thresholds thresholds) {
    FiguresInForce figures = new FiguresInForce(thresholds);
    inForce.forEach(figures::take);
    return figures;
  }

  /** Takes the next entry of the record. */
  public void take(Entry entry) {
    switch (entry.fact()) {
      case Returns f -> add(f.unit(), Reported.of(entry, f));
      case Fact.Certification f -> certified.put(f.unit(), new Certified(entry.index(), f));
      case Fact.Ascertainment f ->
          ascertained.put(new Slate(f.jurisdiction(), f.slate().orElse("")), entry.index());
      case Fact.Call f ->
          calls
              .computeIfAbsent(f.unit(), unit -> new LinkedHashMap<>())
              .put(
                  f.caller(),
                  new Called(
                      entry.index(),
                      f.attestation().at().effective(),
                      f.caller(),
                      f.candidate(),
                      f.attestation().source().id()));
      case Fact.CallWithdrawn f ->
          Optional.ofNullable(calls.get(f.unit())).ifPresent(of -> of.remove(f.caller()));
      case Fact.Challenge f -> challenge(entry.index(), f);
      case Fact.Ruling f -> {
        if (f.closing()) challenges.values().forEach(of -> of.remove(f.challenge()));
      }
      case Fact.Correction f -> correct(entry, f);
      case Fact.Retraction f -> retract(f.retracts());
      default -> {
        return; // no check holds a row against a fact of another kind
      }
    }
  }

  /**
   * Whether a correction or retraction reached behind what is kept: then a new one must be made
   * from the facts in force.
   */
  public boolean isStale() {
    return isStale;
  }

  private void challenge(long entry, Fact.Challenge challenge) {
    for (String unit : challenge.units())
      challenges
          .computeIfAbsent(unit, each -> new LinkedHashMap<>())
          .put(challenge.id(), new OpenChallenge(entry, challenge.id(), challenge.atStake()));
  }

  private void correct(Entry entry, Fact.Correction correction) {
    if (correction.with() instanceof Returns now) {
      SourceLine line = line(now.unit(), now.attestation().source().id());
      if (line.has(correction.corrects())) {
        remove(now.unit(), now.attestation().source().id(), correction.corrects());
        add(now.unit(), Reported.of(entry.index(), now.attestation().at().effective(), now));
        return;
      }
    }
    isStale = true;
  }

  private void retract(long entry) {
    for (var unit : lines.entrySet())
      for (var line : unit.getValue().entrySet())
        if (line.getValue().has(entry)) {
          remove(unit.getKey(), line.getKey(), entry);
          isStale |= line.getValue().isEmpty();
          return;
        }
    isStale = true;
  }

  private void remove(String unit, String source, long entry) {
    SourceLine line = line(unit, source);
    Optional<Reported> before = line.newest();
    line.remove(entry);
    moved(unit, source, before, line.newest());
  }

  private void add(String unit, Reported said) {
    SourceLine line = line(unit, said.source());
    Optional<Reported> before = line.newest();
    line.add(said);
    moved(unit, said.source(), before, line.newest());
  }

  private SourceLine line(String unit, String source) {
    return lines
        .computeIfAbsent(unit, this::begun)
        .computeIfAbsent(source, each -> new SourceLine(reach));
  }

  private Map<String, SourceLine> begun(String unit) {
    spokenOf.computeIfAbsent(Balance.whole(unit), each -> new LinkedHashSet<>()).add(unit);
    return new LinkedHashMap<>(2);
  }

  /** The newest figures of a unit by a source changed: what they are part of changes with them. */
  private void moved(
      String unit, String source, Optional<Reported> before, Optional<Reported> now) {
    if (before.equals(now)) return;
    int slash = unit.lastIndexOf('/');
    if (slash >= 0) add(below, unit.substring(0, slash), source, before, now);
    else if (!unit.equals(Unit.jurisdictionOf(unit)))
      add(districts, Unit.jurisdictionOf(unit), source, before, now);
    now.ifPresent(newest -> compare(unit, newest));
  }

  private static void add(
      Map<String, Map<String, Below>> sums,
      String whole,
      String source,
      Optional<Reported> before,
      Optional<Reported> now) {
    int units = (now.isPresent() ? 1 : 0) - (before.isPresent() ? 1 : 0);
    long votes = now.map(Reported::counted).orElse(0L) - before.map(Reported::counted).orElse(0L);
    sums.computeIfAbsent(whole, each -> new HashMap<>())
        .merge(
            source,
            new Below(units, votes),
            (sum, more) -> new Below(sum.units() + more.units(), sum.votes() + more.votes()));
  }

  private void compare(String unit, Reported newest) {
    for (Reported other : byOthers(unit, newest.source())) {
      Between pair = between(unit, newest.source(), other.source());
      if (LevelChecks.differ(
          newest, other, thresholds.of(SOURCES_VOTES), thresholds.of(SOURCES_SHARE)))
        differSince.putIfAbsent(pair, newest.effective());
      else differSince.remove(pair);
    }
  }

  private static Between between(String unit, String one, String other) {
    return one.compareTo(other) < 0 ? new Between(unit, one, other) : new Between(unit, other, one);
  }

  @Override
  public List<Reported> recent(String unit, String source) {
    SourceLine line = lines.getOrDefault(unit, Map.of()).get(source);
    return line == null ? List.of() : line.recent();
  }

  @Override
  public List<Reported> byOthers(String unit, String source) {
    Map<String, SourceLine> all = lines.getOrDefault(unit, Map.of());
    if (all.isEmpty() || (all.size() == 1 && all.containsKey(source))) return List.of();
    List<Reported> others = new ArrayList<>();
    all.forEach(
        (other, line) -> {
          if (!other.equals(source)) line.newest().ifPresent(others::add);
        });
    return others;
  }

  @Override
  public OptionalLong differSince(String unit, String source, String other) {
    Long since = differSince.get(between(unit, source, other));
    return since == null ? OptionalLong.empty() : OptionalLong.of(since);
  }

  @Override
  public Below below(String unit, String source) {
    return below.getOrDefault(unit, Map.of()).getOrDefault(source, Below.NOTHING);
  }

  @Override
  public Below districts(String state, String source) {
    return districts.getOrDefault(state, Map.of()).getOrDefault(source, Below.NOTHING);
  }

  @Override
  public Optional<Pace> pace(String unit, String source) {
    SourceLine line = lines.getOrDefault(unit, Map.of()).get(source);
    return line == null ? Optional.empty() : line.pace();
  }

  @Override
  public Optional<Certified> certified(String unit) {
    return Optional.ofNullable(certified.get(unit));
  }

  @Override
  public List<Called> calls(String unit) {
    return List.copyOf(calls.getOrDefault(unit, Map.of()).values());
  }

  /** What a source has said, as far as it is in force. */
  SaidBefore saidBy(String source) {
    Map<String, List<Called>> called = new TreeMap<>();
    calls.forEach(
        (unit, of) -> {
          List<Called> its =
              of.values().stream().filter(each -> each.source().equals(source)).toList();
          if (!its.isEmpty()) called.put(unit, its);
        });
    Map<String, Long> units = new TreeMap<>();
    lines.forEach(
        (unit, of) ->
            Optional.ofNullable(of.get(source))
                .flatMap(SourceLine::newest)
                .ifPresent(newest -> units.put(unit, newest.effective())));
    return new SaidBefore(called, units);
  }

  @Override
  public Optional<Long> ascertained(String jurisdiction, String slate) {
    return Optional.ofNullable(ascertained.get(new Slate(jurisdiction, slate)));
  }

  @Override
  public List<OpenChallenge> challenges(String unit) {
    return List.copyOf(challenges.getOrDefault(unit, Map.of()).values());
  }

  /** Whether a challenge is open anywhere. */
  boolean hasChallenges() {
    return challenges.values().stream().anyMatch(open -> !open.isEmpty());
  }

  /** The units that an open challenge concerns, by its id. */
  Set<String> challenged(String id) {
    Set<String> units = new TreeSet<>();
    challenges.forEach(
        (unit, open) -> {
          if (open.containsKey(id)) units.add(unit);
        });
    return units;
  }

  /** By unit and source, the newest figures of units of appointment and of what is below them. */
  Map<String, Map<String, Reported>> under(Set<String> wholes) {
    Map<String, Map<String, Reported>> newest = new HashMap<>();
    for (String whole : wholes)
      for (String unit : spokenOf.getOrDefault(whole, Set.of()))
        for (Reported each : byOthers(unit, ""))
          newest.computeIfAbsent(unit, u -> new LinkedHashMap<>(2)).put(each.source(), each);
    return newest;
  }

  /**
   * The votes of the units right below a unit, added up by ticket: of each by the first source in
   * the order given that has spoken of it.
   */
  Votes votesBelow(String whole, List<String> order) {
    Map<String, Long> sum = new LinkedHashMap<>();
    for (String unit : spokenOf.getOrDefault(Balance.whole(whole), Set.of()))
      if (unit.lastIndexOf('/') == whole.length() && unit.startsWith(whole))
        tally(unit, order)
            .ifPresent(
                said -> said.votes().forEach((ticket, n) -> sum.merge(ticket, n, Long::sum)));
    return Votes.of(sum);
  }
}
