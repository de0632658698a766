package org.ascertain.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.ascertain.election.Caller;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.BallotCounts;
import org.ascertain.election.Fact.Certification;
import org.ascertain.election.Fact.Reporting;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Source;
import org.ascertain.election.Ticket;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Standing.Presidency;
import org.ascertain.standing.Standing.RungFigures;
import org.ascertain.standing.Standing.UnitRow;

/**
 * What one issuer says of an election. The formats of election offices tell a report's issuer and
 * no source of a figure, so that what a source reports, what is certified and what each caller has
 * called are reports of their own.
 *
 * @param issuer the name of whoever says so
 * @param abbreviation the record's id of the source or caller
 */
record Report(Kind kind, String issuer, String abbreviation, List<Contest> contests) {

  /** What a report can be of. */
  enum Kind {
    CERTIFICATES,
    RETURNS,
    CALLS,
    /** Before election day, when nothing is counted or called yet. */
    CANDIDATES
  }

  /** By which the report of who stands is asked for. */
  private static final String CANDIDATES = "candidates";

  /** By which the report of certificates is asked for. */
  static final String CERTIFIED = "certified";

  /**
   * The choice of the electors of one unit; of the whole nation where somebody called that.
   *
   * @param counts the unit's own and those below it, in the order of their ids
   * @param calledFor the candidate whom the issuer has called
   * @param authority who certified the unit's own count
   * @param stage how official the unit's result is
   */
  record Contest(
      String unit,
      List<Counted> counts,
      Optional<String> calledFor,
      Optional<String> authority,
      Optional<String> stage) {}

  /** The figures of one unit. */
  record Counted(
      String unit,
      Votes votes,
      OptionalLong other,
      OptionalLong total,
      boolean isComplete,
      Optional<BallotCounts> ballots,
      OptionalLong registered,
      Optional<Reporting> reporting) {

    /**
     * How far it is, in the words of NIST SP 1500-100. A record says that a unit is done, or how
     * many of its parts have reported; that it is not done it does not say.
     */
    String status() {
      if (isComplete) return "completed";
      boolean isPartial = reporting.isPresent() && reporting.get().units() < reporting.get().of();
      return isPartial ? "in-process" : "unknown";
    }

    static Counted of(Returns returns) {
      return new Counted(
          returns.unit(),
          returns.votes(),
          returns.other(),
          returns.total(),
          returns.complete(),
          returns.ballots(),
          returns.registered(),
          returns.reporting());
    }

    static Counted of(Certification certificate) {
      return new Counted(
          certificate.unit(),
          certificate.votes(),
          certificate.other(),
          certificate.total(),
          true,
          Optional.empty(),
          OptionalLong.empty(),
          Optional.empty());
    }
  }

  /** All reports of an election: certificates, returns by source, calls by caller. */
  static List<Report> all(ElectionAt election) {
    List<Report> reports = new ArrayList<>();
    certified(election).ifPresent(reports::add);
    Map<String, Source> sources = new LinkedHashMap<>();
    for (Source source : election.history().sources()) sources.put(source.id(), source);
    election
        .returns()
        .forEach(
            (source, units) ->
                reports.add(
                    returns(
                        election, sources.getOrDefault(source, Source.of(source, source)), units)));
    for (Caller caller : election.header().callers())
      calls(election, caller).ifPresent(reports::add);
    if (reports.isEmpty()) candidates(election).ifPresent(reports::add);
    return List.copyOf(reports);
  }

  /**
   * Before election day, who stands: in one contest of the nation, for on which states' ballots
   * they are a record does not say.
   */
  private static Optional<Report> candidates(ElectionAt election) {
    boolean isBefore = election.at().effective() < election.header().attestation().at().begins();
    if (!isBefore || election.header().tickets().isEmpty()) return Optional.empty();
    Contest nation =
        new Contest(Unit.NATION, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    return Optional.of(
        new Report(Kind.CANDIDATES, "Ascertain, who stands", CANDIDATES, List.of(nation)));
  }

  private static Optional<Report> certified(ElectionAt election) {
    Map<String, Entry> latest = new TreeMap<>();
    for (Entry entry : election.facts())
      if (entry.fact() instanceof Certification certificate)
        latest.merge(certificate.unit(), entry, ElectionAt::later);
    if (latest.isEmpty()) return Optional.empty();
    Map<String, List<Counted>> byUnit = new TreeMap<>();
    Map<String, String> authorities = new TreeMap<>();
    latest.forEach(
        (unit, entry) -> {
          Certification certificate = (Certification) entry.fact();
          add(byUnit, Counted.of(certificate));
          authorities.put(unit, certificate.authority());
        });
    List<Contest> contests = new ArrayList<>();
    byUnit.forEach(
        (unit, counts) ->
            contests.add(
                new Contest(
                    unit,
                    counts,
                    Optional.empty(),
                    Optional.ofNullable(authorities.get(unit)),
                    stage(election, unit))));
    return Optional.of(
        new Report(
            Kind.CERTIFICATES, "Ascertain, from certificates", CERTIFIED, List.copyOf(contests)));
  }

  private static Report returns(ElectionAt election, Source source, Map<String, Entry> units) {
    Map<String, List<Counted>> byUnit = new TreeMap<>();
    for (Entry entry : units.values()) add(byUnit, Counted.of((Returns) entry.fact()));
    List<Contest> contests = new ArrayList<>();
    byUnit.forEach(
        (unit, counts) ->
            contests.add(
                new Contest(
                    unit, counts, Optional.empty(), Optional.empty(), stage(election, unit))));
    return new Report(
        Kind.RETURNS,
        source.publisher().orElse(source.title()),
        source.id(),
        List.copyOf(contests));
  }

  private static void add(Map<String, List<Counted>> byUnit, Counted counted) {
    int slash = counted.unit().indexOf('/');
    String unit = slash < 0 ? counted.unit() : counted.unit().substring(0, slash);
    byUnit.computeIfAbsent(unit, id -> new ArrayList<>()).add(counted);
  }

  private static Optional<Report> calls(ElectionAt election, Caller caller) {
    List<Contest> contests = new ArrayList<>();
    presidency(election, caller.id()).ifPresent(called -> contests.add(call(Unit.NATION, called)));
    for (UnitRow row : election.standing().units()) {
      String called = row.calls().get(caller.id());
      if (called != null) contests.add(call(row.unit().id(), called));
    }
    return contests.isEmpty()
        ? Optional.empty()
        : Optional.of(new Report(Kind.CALLS, caller.name(), caller.id(), List.copyOf(contests)));
  }

  private static Contest call(String unit, String candidate) {
    return new Contest(unit, List.of(), Optional.of(candidate), Optional.empty(), Optional.empty());
  }

  private static Optional<String> presidency(ElectionAt election, String caller) {
    return election.standing().ladder().stream()
        .filter(rung -> rung.rung() == Rung.CALLED)
        .map(RungFigures::callers)
        .flatMap(callers -> Optional.ofNullable(callers.get(caller)).stream())
        .flatMap(figures -> figures.presidency().stream())
        .map(Presidency::candidate)
        .findFirst();
  }

  private static Optional<String> stage(ElectionAt election, String unit) {
    return election.standing().units().stream()
        .filter(row -> row.unit().id().equals(unit))
        .flatMap(row -> row.stage().stream())
        .map(Rung::word)
        .findFirst();
  }

  /** Whether the issuer says of every unit that it is done. */
  boolean isComplete() {
    return contests.stream()
        .flatMap(contest -> contest.counts().stream())
        .allMatch(Counted::isComplete);
  }

  /** Whether it tells of an entry: names are in every report. */
  boolean has(Entry entry) {
    return switch (entry.fact()) {
      case Certification certificate -> kind == Kind.CERTIFICATES;
      case Returns returns ->
          kind == Kind.RETURNS && returns.attestation().source().id().equals(abbreviation);
      case Fact.Call call -> kind == Kind.CALLS && call.caller().equals(abbreviation);
      default -> true; // the only other kind that has a place there is that of names
    };
  }

  /** How official it is, in the words of NIST SP 1500-100, which ends at certificates. */
  String status() {
    return switch (kind) {
      case CERTIFICATES -> "certified";
      case RETURNS -> isComplete() ? "unofficial-complete" : "unofficial-partial";
      case CALLS -> "unofficial-partial";
      case CANDIDATES -> "pre-election";
    };
  }

  /** The tickets that a contest of it speaks of, in the order of the record. */
  List<Ticket> tickets(Contest contest, List<Ticket> all) {
    if (kind == Kind.CANDIDATES) return all;
    Set<String> named = new HashSet<>();
    for (Counted counted : contest.counts()) named.addAll(counted.votes().ids());
    return all.stream()
        .filter(
            ticket ->
                named.contains(ticket.id())
                    || contest.calledFor().filter(ticket.president()::equals).isPresent())
        .toList();
  }

  /** Whether any figure is of a unit below a county. */
  boolean hasPrecincts() {
    return contests.stream()
        .flatMap(contest -> contest.counts().stream())
        .anyMatch(counted -> counted.unit().indexOf('/') != counted.unit().lastIndexOf('/'));
  }

  /** By which it is named among files. */
  String fileName() {
    return switch (kind) {
      case CERTIFICATES -> CERTIFIED;
      case RETURNS -> "returns-" + inFileName(abbreviation);
      case CALLS -> "calls-" + inFileName(abbreviation);
      case CANDIDATES -> CANDIDATES;
    };
  }

  private static String inFileName(String id) {
    return id.replaceAll("[^A-Za-z0-9-]", "-");
  }
}
