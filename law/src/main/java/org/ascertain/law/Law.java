package org.ascertain.law;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.ascertain.election.Fact.Chamber;
import org.ascertain.election.Fact.ChamberVote;
import org.ascertain.election.Fact.CountResult;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Fact.Lot;
import org.ascertain.election.Fact.Objection;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Fact.Ranking;
import org.ascertain.election.Unit;
import org.ascertain.election.Washington;
import org.ascertain.law.Verdict.Determined;
import org.ascertain.law.Verdict.Grounds;
import org.ascertain.law.Verdict.NoRule;
import org.ascertain.law.Verdict.NotYet;

/** The rules in force for one election, and what they say of its facts. */
public final class Law {

  /** The last election that the law as it stands today is followed to. */
  public static final int LAST = 2040;

  private final int election;
  private final List<Unit> units;
  private final List<Deadline> deadlines;
  private final Map<String, Integer> entitled;
  private final CountingRegimes.Held counting;
  private final SortedMap<String, StateLaw> states = new TreeMap<>();

  private Law(int election) {
    this.election = election;
    this.units = Allotment.units(election);
    this.deadlines = Calendar.deadlines(election);
    this.entitled = Collections.unmodifiableMap(Allotment.entitled(election));
    this.counting = CountingRegimes.inForce(election);
    for (String code : entitled.keySet())
      StateLaw.of(code, election).ifPresent(law -> states.put(code, law));
  }

  /** The law of an election: of the year that its record names, else of its own. */
  public static Optional<Law> of(Header header) {
    return of(header.law().orElse(header.year()));
  }

  /** The law of an election by its year, if there was or will be an election of that year. */
  public static Optional<Law> of(int election) {
    return election >= 1788 && election % 4 == 0 && election <= LAST
        ? Optional.of(new Law(election))
        : Optional.empty();
  }

  /** The year of the general election. */
  public int election() {
    return election;
  }

  /** The units that appoint electors, each jurisdiction's at-large unit first. */
  public List<Unit> units() {
    return units;
  }

  /** How many electors each jurisdiction is entitled to. */
  public Map<String, Integer> entitled() {
    return entitled;
  }

  /**
   * The same, unless a census is still to come whose apportionment will govern; then what is
   * missing is that apportionment, and {@link #entitled} has the one in force today.
   */
  public Verdict<Map<String, Integer>> allotment() {
    Grounds grounds = new Grounds(allotmentRules(), List.of());
    return Allotment.censusToCome(election)
        .<Verdict<Map<String, Integer>>>map(
            census -> new NotYet<>(List.of(new Missing.ApportionmentToCome(census)), grounds))
        .orElseGet(() -> new Determined<>(entitled, grounds));
  }

  /**
   * How many electors each jurisdiction would have, were the House of another size or divided by
   * another method.
   *
   * @param house from one seat for each state on
   * @return empty where the populations of the census in force are not in the table
   */
  public Optional<Map<String, Integer>> entitledBy(ApportionmentMethod method, int house) {
    return Allotment.entitledBy(election, method, house);
  }

  /** How many seats the House has by the apportionment in force. */
  public int house() {
    return Allotment.seats(election).values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The rules that the allotment of electors rests on. */
  public List<String> allotmentRules() {
    return Allotment.rulesOf(election);
  }

  /** The days that the calendar sets, in their order. */
  public List<Deadline> deadlines() {
    return deadlines;
  }

  /**
   * The days on which electors may be appointed: one period, or where the law is read in two ways,
   * one for each reading, the customary first.
   */
  public List<Period> appointmentDays() {
    return ElectorsAppointed.days(election);
  }

  public Optional<Deadline> deadline(DeadlineKind due) {
    return deadlines.stream().filter(d -> d.due() == due).findFirst();
  }

  /** When the term begins, in nanoseconds since 1970-01-01T00:00Z: noon in Washington. */
  public long termBegins() {
    LocalDate day = deadline(DeadlineKind.TERM).orElseThrow().day();
    return Washington.nanos(
        OffsetDateTime.of(day, LocalTime.NOON, ZoneOffset.ofHours(-5)).toInstant());
  }

  /** The rules in force for this election, those that lie dormant included, by subject. */
  public List<Rule<?>> rules() {
    return Rules.ALL.stream().filter(rule -> rule.holdsFor(election)).toList();
  }

  /** The exception that displaces a rule for this election, where there is one. */
  public Optional<String> displacedBy(Rule<?> rule) {
    return Rules.ALL.stream()
        .filter(other -> other.holdsFor(election))
        .filter(other -> other.exceptionTo().filter(rule.id()::equals).isPresent())
        .<String>map(Rule::id)
        .findFirst();
  }

  /** Whether electors name two persons without distinction (Art. II s. 1 cl. 3). */
  public boolean votesForPairs() {
    return ElectorsVote.TWO.holdsFor(election);
  }

  /** Who decides a dispute about electoral votes. */
  public Regime regime() {
    return counting.regime();
  }

  /**
   * The base of the majority: the electors appointed; where that is not known yet, those entitled.
   * Where Congress announced a count either way, with the votes in question and without them.
   */
  public Verdict<Base> base(College college) {
    return new ElectionDecision(election, college).base();
  }

  /**
   * What the base and the majority rest on: the general rule, what displaces it for this election,
   * and how a majority is reckoned.
   */
  public List<String> majorityRules() {
    return MajorityBase.rules().stream()
        .filter(rule -> rule.holdsFor(election))
        .map(Rule::id)
        .toList();
  }

  /**
   * Who is chosen for an office on the strength of the electors' votes so far: as Congress counted
   * them where it has, as they were cast where it has not. A majority that is reached stands though
   * others have still to vote. Where Congress has to choose, a missing fact says between whom.
   */
  public Verdict<Choice> decide(Office office, College college) {
    return new ElectionDecision(election, college).choice(office);
  }

  /**
   * Between whom the House or the Senate has to choose, or had to: nobody where the electors
   * elected or may still elect, one list, or one for each reading of the law.
   */
  public List<List<String>> eligible(Office office, College college) {
    return new ElectionDecision(election, college).eligible(office);
  }

  /**
   * How many members of each House have to sign an objection to the votes of a state; empty before
   * the act of 1887.
   *
   * @param members of the House, duly chosen and sworn
   */
  public OptionalLong signaturesNeeded(long members) {
    if (regime().compareTo(Regime.ELECTORAL_COUNT_ACT) < 0) return OptionalLong.empty();
    return OptionalLong.of(
        Objections.NUMBER.holdsFor(election)
            ? Objections.NUMBER.formula().applyAsLong(members)
            : 1);
  }

  /** Whether an objection is in order, every seat of both Houses being filled. */
  public Verdict<Boolean> objection(Objection objection) {
    int states = ContingentElection.states(election);
    int house = Allotment.seats(election).values().stream().mapToInt(Integer::intValue).sum();
    return objection(objection, 2L * states, house);
  }

  /**
   * Whether an objection is in order.
   *
   * @param senate how many Senators are duly chosen and sworn
   * @param house how many Representatives
   */
  public Verdict<Boolean> objection(Objection objection, long senate, long house) {
    if (objection.senators().isEmpty() || objection.representatives().isEmpty())
      return new NotYet<>(List.of(new Missing.Signatures()), new Grounds(List.of(), List.of()));
    long senators = objection.senators().getAsLong();
    long representatives = objection.representatives().getAsLong();
    Objections.Signed signed =
        new Objections.Signed(senators, representatives, senate, house, objection.grounds());
    return Objections.rule(election)
        .<Verdict<Boolean>>map(
            rule -> new Determined<>(rule.formula().test(signed), grounds(rule.id())))
        .orElseGet(
            () -> new NoRule<>("no rule says who may object", grounds(counting.rule().id())));
  }

  /**
   * What becomes of the votes of a jurisdiction's single return after an objection.
   *
   * @param senate the Senate's vote on the objection, once there is one
   * @param house the House's
   */
  public Verdict<CountResult> afterVotes(
      String jurisdiction, Optional<ChamberVote> senate, Optional<ChamberVote> house) {
    Optional<Rule<Predicate<String>>> act = CountingRegimes.eitherWay(election);
    if (act.isPresent() && act.get().formula().test(jurisdiction))
      return new Determined<>(CountResult.EITHER_WAY, grounds(act.get().id()));
    Rule<CountingRegimes.Outcome> rule = counting.rule();
    List<Missing> missing = new ArrayList<>();
    if (senate.isEmpty()) missing.add(new Missing.VoteOnObjection(Chamber.SENATE, jurisdiction));
    if (house.isEmpty()) missing.add(new Missing.VoteOnObjection(Chamber.HOUSE, jurisdiction));
    if (senate.isEmpty() || house.isEmpty()) return new NotYet<>(missing, grounds(rule.id()));
    return rule.formula()
        .apply(Division.of(senate.get()), Division.of(house.get()))
        .<Verdict<CountResult>>map(result -> new Determined<>(result, grounds(rule.id())))
        .orElseGet(() -> new NoRule<>(regime().words(), grounds(rule.id())));
  }

  /**
   * Which of several returns of a jurisdiction is counted under the act of 1887, by its slate, or
   * {@code none}.
   */
  public Verdict<String> counted(RivalReturns rivals) {
    return regime() == Regime.ELECTORAL_COUNT_ACT
        ? ElectoralCountAct.counted(rivals)
        : new NoRule<>(regime().words(), grounds(counting.rule().id()));
  }

  /**
   * Which slate the certificates of a jurisdiction make conclusive in Congress: since 2022 one, by
   * the executive's certificate or a court's order in time.
   */
  public Verdict<String> conclusive(List<Certificate> certificates) {
    Rule<ElectoralCountReformAct.Conclusive> rule = ElectoralCountReformAct.ONE_SLATE;
    if (!rule.holdsFor(election))
      return new NoRule<>(
          "before 2022 no certificate was conclusive in Congress", grounds(counting.rule().id()));
    return rule.formula()
        .apply(certificates, ElectorsMeet.day(election))
        .<Verdict<String>>map(slate -> new Determined<>(slate, grounds(rule.id())))
        .orElseGet(
            () -> new NotYet<>(List.of(new Missing.ExecutivesCertificate()), grounds(rule.id())));
  }

  /** How a jurisdiction appoints its electors; empty where it has none. */
  public Optional<Manner> method(String jurisdiction) {
    return MannerTable.of(jurisdiction, election);
  }

  /** Whether the popular vote of a jurisdiction ranks candidates. */
  public Verdict<Boolean> ranks(String jurisdiction) {
    Rule<?> later = ElectorsChosen.RANKED_ALASKA_LATER;
    if (jurisdiction.equals("AK") && later.holdsFor(election))
      return new NoRule<>(later.text(), grounds(later.id()));
    return ElectorsChosen.ranked(jurisdiction, election)
        .<Verdict<Boolean>>map(rule -> new Determined<>(true, grounds(rule.id())))
        .orElseGet(() -> new Determined<>(false, grounds(ElectorsChosen.TICKET.id())));
  }

  /**
   * Rounds of ranked ballots of a unit; empty where its votes are not ranked.
   *
   * @param lots the lots that were drawn there
   */
  public Optional<RankedChoice.Tabulation> tabulate(
      String unit, Collection<Ranking> rankings, Collection<Lot> lots) {
    return ElectorsChosen.ranked(Unit.jurisdictionOf(unit), election)
        .map(rule -> RankedChoice.tabulate(rankings, lots, rule.id()));
  }

  /** Whether by the law the votes of a jurisdiction are certainly ranked. */
  public boolean isRanked(String jurisdiction) {
    return ElectorsChosen.ranked(jurisdiction, election).isPresent();
  }

  /**
   * What the jurisdiction's own law says for this election; empty where nothing of it was gathered,
   * as of every election before 2020.
   */
  public Optional<StateLaw> state(String jurisdiction) {
    return Optional.ofNullable(states.get(jurisdiction));
  }

  /**
   * When the first polls of the country close, in nanoseconds since 1970-01-01T00:00Z; empty where
   * the hours of the election were not gathered.
   */
  public OptionalLong firstPollsClose() {
    return states.values().stream()
        .flatMap(law -> law.firstPollsClose().stream())
        .mapToLong(close -> Washington.nanos(close.toInstant()))
        .min();
  }

  /**
   * When the polls close, jurisdiction by jurisdiction; those of which no hour was gathered are
   * left out.
   */
  public List<PollClosing> pollClosings() {
    return states.entrySet().stream()
        .flatMap(
            state ->
                state.getValue().firstPollsClose().stream()
                    .map(
                        first ->
                            new PollClosing(
                                state.getKey(),
                                first,
                                state.getValue().lastPollsClose().orElse(first))))
        .toList();
  }

  /** What follows from an elector's vote against the pledge. */
  public Verdict<Deviation> deviation(String jurisdiction) {
    return BindingLaws.deviation(jurisdiction, election);
  }

  /** Who is or acts as President when the term begins. */
  public Verdict<Succession> succession(TermStart start) {
    return Qualification.succession(election, start);
  }

  private static Grounds grounds(String rule) {
    return new Grounds(List.of(rule), List.of());
  }
}
