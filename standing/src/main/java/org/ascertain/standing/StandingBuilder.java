package org.ascertain.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ascertain.election.Caller;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Acknowledgement;
import org.ascertain.election.Fact.Death;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Fact.Statement;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.election.Washington;
import org.ascertain.law.Choice;
import org.ascertain.law.Electors;
import org.ascertain.law.Missing;
import org.ascertain.law.Succession;
import org.ascertain.law.TermStart;
import org.ascertain.law.Verdict;
import org.ascertain.standing.Key.Kind;
import org.ascertain.standing.Standing.AcknowledgementRow;
import org.ascertain.standing.Standing.Below;
import org.ascertain.standing.Standing.CallerFigures;
import org.ascertain.standing.Standing.Differing;
import org.ascertain.standing.Standing.ElectorFigures;
import org.ascertain.standing.Standing.JurisdictionElectors;
import org.ascertain.standing.Standing.Majority;
import org.ascertain.standing.Standing.OtherSource;
import org.ascertain.standing.Standing.Outcome;
import org.ascertain.standing.Standing.Presidency;
import org.ascertain.standing.Standing.RungFigures;
import org.ascertain.standing.Standing.StatementRow;
import org.ascertain.standing.Standing.Turnout;
import org.ascertain.standing.Standing.UnitRow;

/** Reads a standing off the running state at a moment. */
final class StandingBuilder {

  private final History history;
  private final long moment;
  private final NewestFigures newest;
  private final Tabulation now;
  private final Register register;
  private final Challenges challenges;
  private final Settling settling;
  private final Map<String, Electors> electors;

  /**
   * Units of which two say different things, by the one of the country's units that they are in.
   */
  private final Map<String, List<Differing>> differing;

  StandingBuilder(History history, long moment) {
    this.history = history;
    this.moment = moment;
    this.now = history.stateAt(moment);
    this.newest = history.newestFigures(moment);
    this.register = now.register();
    this.challenges = now.challenges();
    this.settling = new Settling(now);
    this.electors =
        now.college().electors().stream()
            .collect(Collectors.toMap(Electors::jurisdiction, Function.identity()));
    this.differing = differing();
  }

  Standing standing() {
    return new Standing(
        register.header.election(),
        register.law.election(),
        moment,
        history.count(moment),
        electors(),
        new PopularVotes(now, newest).sum(),
        Stream.of(Rung.values()).map(this::rung).toList(),
        outcome(Office.PRESIDENT),
        outcome(Office.VICE_PRESIDENT),
        succession(),
        register.law.units().stream().map(this::unit).toList(),
        new Deadlines(now, challenges, moment).rows(),
        new Deadlines(now, challenges, moment).ofStates(),
        challenges.rows(),
        acknowledgements(),
        statements(),
        history.problems(now).all(),
        history.problems(now).remarks());
  }

  private ElectorFigures electors() {
    ElectorNumbers numbers = new ElectorNumbers(now);
    return new ElectorFigures(
        register.law.entitled().values().stream().mapToInt(Integer::intValue).sum(),
        numbers.sum(Figure.Electors.APPOINTED),
        numbers.sum(Figure.Electors.CAST),
        numbers.sum(Figure.Electors.COUNTED),
        Stream.of(Figure.Electors.values())
            .filter(number -> !numbers.lacking(number).isEmpty())
            .toList(),
        now.base(),
        now.college().electors().stream().anyMatch(each -> each.appointed().isEmpty()));
  }

  private RungFigures rung(Rung rung) {
    int[] electors = new int[register.candidates.size()];
    for (int c = 0; c < electors.length; c++) electors[c] = now.electors(rung, c);
    Optional<String> holder =
        rung == Rung.IN_OFFICE
            ? now.inOffice(Office.PRESIDENT).map(found -> found.fact().person())
            : Optional.empty();
    int assigned = Arrays.stream(electors).sum();
    int all = register.law.entitled().values().stream().mapToInt(Integer::intValue).sum();
    UnknownElectors lacking = new UnknownElectors(now, rung);
    int unknown = rung.byJurisdiction() ? lacking.inAll() : 0;
    int open =
        rung.byJurisdiction()
            ? register.jurisdictions.stream().mapToInt(lacking::lacking).sum() - unknown
            : 0;
    return new RungFigures(
        rung,
        rung == Rung.CALLED ? register.header.caller() : Optional.empty(),
        register.byCandidate(electors),
        rung.byJurisdiction()
            ? Math.max(0, all - (register.law.votesForPairs() ? assigned / 2 : assigned))
            : 0,
        open,
        unknown,
        lacking.held(),
        rung.byJurisdiction()
            ? register.jurisdictions.stream()
                .flatMap(j -> now.rungs(j).on(rung).implied.stream())
                .toList()
            : List.of(),
        rung == Rung.CALLED ? byCaller() : Map.of(),
        holder,
        history
            .majority(rung, moment)
            .map(
                turn ->
                    new Majority(
                        turn.candidate(),
                        majoritiesBeside(rung, turn.candidate()),
                        turn.since().given(),
                        turn.since().entry())));
  }

  private List<String> majoritiesBeside(Rung rung, String candidate) {
    return IntStream.range(0, register.candidates.size())
        .filter(other -> Majorities.of(now, rung, other).hold())
        .mapToObj(register.candidates::get)
        .filter(other -> !other.equals(candidate))
        .toList();
  }

  private Map<String, CallerFigures> byCaller() {
    Map<String, CallerFigures> figures = new LinkedHashMap<>();
    List<Unit> units = register.law.units();
    for (Caller caller : register.header.callers()) {
      int[] electors = new int[register.candidates.size()];
      int called = 0;
      for (Unit unit : units) {
        var call = now.call(unit.id(), caller.id());
        if (call.isEmpty()) continue;
        called++;
        electors[register.candidate(call.get().fact().candidate())] += unit.electors();
      }
      figures.put(
          caller.id(),
          new CallerFigures(
              register.byCandidate(electors),
              called,
              units.size(),
              now.call(Unit.NATION, caller.id())
                  .map(call -> new Presidency(call.fact().candidate(), call.entry()))));
    }
    return figures;
  }

  private List<AcknowledgementRow> acknowledgements() {
    return now.nation().all(Kind.ACKNOWLEDGEMENT, Acknowledgement.class).stream()
        .map(found -> new AcknowledgementRow(found.fact(), found.entry(), highest(found.entry())))
        .toList();
  }

  private List<StatementRow> statements() {
    return now.nation().all(Kind.STATEMENT, Statement.class).stream()
        .map(found -> new StatementRow(found.fact(), found.entry(), highest(found.entry())))
        .toList();
  }

  /** The highest rung on which somebody had a majority when a fact took effect. */
  private Optional<Rung> highest(Entry entry) {
    return Stream.of(Rung.values())
        .filter(rung -> history.majority(rung, entry.effective()).isPresent())
        .max(Comparator.naturalOrder());
  }

  private Outcome outcome(Office office) {
    Verdict<Choice> verdict = now.chosen(office);
    Optional<String> chosen = new Outcome(verdict, Optional.empty()).candidate();
    return new Outcome(verdict, chosen.flatMap(person -> highest(office, person)));
  }

  /** Who is or acts as President by the law, once the term has begun. */
  private Optional<Verdict<Succession>> succession() {
    if (moment < register.law.termBegins()) return Optional.empty();
    Outcome president = outcome(Office.PRESIDENT);
    if (president.verdict() instanceof Verdict.Alternatives && president.candidate().isEmpty())
      return Optional.of(
          new Verdict.NotYet<>(
              List.of(new Missing.PresidentChosen()), new Verdict.Grounds(List.of(), List.of())));
    return Optional.of(
        register.law.succession(
            new TermStart(
                president.candidate().map(this::person),
                outcome(Office.VICE_PRESIDENT).candidate().map(this::person))));
  }

  private TermStart.Person person(String id) {
    Optional<LocalDate> died =
        now.nation().all(Kind.DEATH, Death.class).stream()
            .filter(found -> found.fact().person().equals(id))
            .map(found -> found.entry().effective())
            .filter(effective -> effective < register.law.termBegins())
            .map(Washington::day)
            .findFirst();
    return new TermStart.Person(id, died, true);
  }

  /** The highest rung on which somebody's being chosen rests. */
  private Optional<Rung> highest(Office office, String person) {
    if (now.inOffice(office).filter(found -> found.fact().person().equals(person)).isPresent())
      return Optional.of(Rung.IN_OFFICE);
    if (now.nation().declared().isPresent()) return Optional.of(Rung.DECLARED);
    boolean allCounted =
        now.college().electors().stream()
            .allMatch(e -> e.result().isPresent() || e.cast().isEmpty());
    return Optional.of(
        allCounted || Majorities.has(now, Rung.COUNTED, office, person)
            ? Rung.COUNTED
            : Rung.VOTED);
  }

  private UnitRow unit(Unit unit) {
    JurisdictionFacts facts = now.facts(unit.jurisdiction());
    Optional<Tallies.Node> node = Optional.ofNullable(now.tallies().find(unit.id()));
    Map<String, String> calls = new LinkedHashMap<>();
    for (Caller caller : register.header.callers())
      facts
          .call(unit.id(), caller.id())
          .ifPresent(call -> calls.put(caller.id(), call.fact().candidate()));
    var certificate = facts.certification(unit.id());
    return new UnitRow(
        unit,
        now.stage(unit.id()),
        node.map(n -> register.byTicket(now.tallies().tally(n))).orElse(Votes.NONE),
        node.map(now.tallies()::other).orElse(OptionalLong.empty()),
        node.map(now.tallies()::total).orElse(OptionalLong.empty()),
        node.map(Tallies.Node::isExact).orElse(true),
        node.map(Tallies.Node::speaking)
            .map(speaking -> Turnout.of(speaking.returns()))
            .orElse(Turnout.NONE),
        node.flatMap(this::below),
        RankedCount.of(unit.id(), register, facts),
        node.map(this::otherSources).orElse(List.of()),
        certificate.map(found -> found.fact().votes()),
        unit.atLarge()
            ? facts
                .appointment()
                .map(found -> found.fact().electors())
                .filter(electors -> !electors.isEmpty())
            : Optional.empty(),
        new LinkedHashMap<>(calls),
        unit.atLarge() ? facts.cast().map(found -> found.fact().ballots()) : Optional.empty(),
        unit.atLarge()
            ? Optional.ofNullable(electors.get(unit.jurisdiction()))
                .map(StandingBuilder::fourNumbers)
            : Optional.empty(),
        unit.atLarge() ? challenges.of(unit.jurisdiction()) : List.of(),
        settling.of(unit),
        entries(unit, node));
  }

  /** Where nobody was appointed, nobody votes or is counted. */
  private static JurisdictionElectors fourNumbers(Electors of) {
    boolean none = of.appointed().isPresent() && of.appointed().getAsInt() == 0;
    boolean counted = none || of.result().isPresent();
    boolean voted = counted || of.cast().isPresent();
    return new JurisdictionElectors(
        of.entitled(),
        of.appointed(),
        voted ? OptionalInt.of(JurisdictionFacts.cast(of)) : OptionalInt.empty(),
        counted ? OptionalInt.of(JurisdictionFacts.counted(of)) : OptionalInt.empty(),
        of.result(),
        of.counted());
  }

  private Optional<Below> below(Tallies.Node node) {
    if (node.reportingBelow() == 0) return Optional.empty();
    long[] sum = new long[register.tickets.size()];
    Map<String, Long> residual = new LinkedHashMap<>();
    long[] tally = now.tallies().tally(node);
    for (int t = 0; t < sum.length; t++) {
      sum[t] = node.sumBelow(t);
      if (node.speaking() != null && tally[t] >= 0 && sum[t] >= 0)
        residual.put(register.tickets.get(t), tally[t] - sum[t]);
    }
    return Optional.of(
        new Below(
            node.reportingBelow(),
            register.byTicket(sum),
            residual,
            differing.getOrDefault(node.id(), List.of())));
  }

  private Map<String, List<Differing>> differing() {
    Map<String, List<Differing>> differing = new HashMap<>();
    for (Tallies.Node node : now.tallies().toldTwice()) {
      OptionalLong others = now.tallies().other(node);
      List<OtherSource> sources = new ArrayList<>();
      for (OtherSource each : otherSources(node)) {
        Map<String, Long> difference = new LinkedHashMap<>(each.difference());
        OptionalLong its = othersBy(each.source(), node);
        if (its.isPresent() && others.isPresent())
          difference.put(Differing.OTHERS, its.getAsLong() - others.getAsLong());
        if (!isNothing(difference))
          sources.add(new OtherSource(each.source(), each.votes(), difference, each.entry()));
      }
      Map<String, Long> residual = residual(node, others);
      if (sources.isEmpty() && isNothing(residual)) continue;
      String of = node.id().substring(0, node.id().indexOf('/'));
      differing
          .computeIfAbsent(of, unit -> new ArrayList<>())
          .add(new Differing(node.id(), sources, residual));
    }
    return differing;
  }

  private static OptionalLong othersBy(String source, Tallies.Node node) {
    return node.statements().stream()
        .filter(statement -> statement.source.equals(source))
        .map(Tallies.Statement::other)
        .findFirst()
        .orElse(OptionalLong.empty());
  }

  /** Votes for others of which nothing below tells are in no part of it either. */
  private Map<String, Long> residual(Tallies.Node node, OptionalLong others) {
    Map<String, Long> residual = new LinkedHashMap<>();
    if (node.reportingBelow() == 0) return residual;
    long[] tally = now.tallies().tally(node);
    for (int t = 0; t < tally.length; t++)
      if (tally[t] >= 0 && node.sumBelow(t) >= 0)
        residual.put(register.tickets.get(t), tally[t] - node.sumBelow(t));
    if (others.isPresent())
      residual.put(Differing.OTHERS, others.getAsLong() - Math.max(0, node.sumBelow(tally.length)));
    return residual;
  }

  private static boolean isNothing(Map<String, Long> difference) {
    return difference.values().stream().allMatch(number -> number == 0);
  }

  private List<OtherSource> otherSources(Tallies.Node node) {
    List<OtherSource> others = new ArrayList<>();
    long[] tally = now.tallies().tally(node);
    for (Tallies.Statement statement : node.statements()) {
      if (statement.equals(node.speaking())) continue;
      Map<String, Long> difference = new LinkedHashMap<>();
      statement
          .returns()
          .votes()
          .forEach(
              (id, n) -> {
                if (tally[register.ticket(id)] >= 0)
                  difference.put(id, n - tally[register.ticket(id)]);
              });
      others.add(
          new OtherSource(
              statement.source, statement.returns().votes(), difference, statement.index()));
    }
    return others;
  }

  private List<Long> entries(Unit unit, Optional<Tallies.Node> node) {
    Set<Long> entries = new LinkedHashSet<>();
    JurisdictionFacts facts = now.facts(unit.jurisdiction());
    node.ifPresent(n -> n.tallied().forEach(s -> entries.add(s.index())));
    RankedCount.of(unit.id(), register, facts).ifPresent(count -> entries.addAll(count.entries()));
    for (Caller caller : register.header.callers())
      facts.call(unit.id(), caller.id()).ifPresent(call -> entries.add(call.entry().index()));
    facts.certification(unit.id()).ifPresent(found -> entries.add(found.entry().index()));
    if (unit.atLarge()) {
      facts.appointment().ifPresent(found -> entries.add(found.entry().index()));
      facts.ascertainment().ifPresent(found -> entries.add(found.entry().index()));
      facts.cast().ifPresent(found -> entries.add(found.entry().index()));
      facts.counted().ifPresent(found -> entries.add(found.entry().index()));
    }
    return List.copyOf(entries);
  }
}
