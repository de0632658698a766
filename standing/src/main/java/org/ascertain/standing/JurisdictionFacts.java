package org.ascertain.standing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Appointment;
import org.ascertain.election.Fact.Ascertainment;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Fact.Call;
import org.ascertain.election.Fact.Certification;
import org.ascertain.election.Fact.CommissionRuling;
import org.ascertain.election.Fact.Counted;
import org.ascertain.election.Fact.ElectorVotes;
import org.ascertain.election.Fact.NotAppointed;
import org.ascertain.election.Fact.Objection;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Fact.RankedReturns;
import org.ascertain.law.Electors;
import org.ascertain.standing.Key.Kind;

/** The facts in force about one jurisdiction, by what they are about. */
final class JurisdictionFacts {

  /** A fact with its entry. */
  record Found<F extends Fact>(Entry entry, F fact) {}

  private final String jurisdiction;
  private final int entitled;
  private final Certificates certificates;
  private final References references;
  private final FactsByKey facts = new FactsByKey();
  private final Map<String, InForceTogether> certifications = new HashMap<>();
  private final InForceTogether ascertainments = new InForceTogether();
  private final InForceTogether returns = new InForceTogether();
  private final ObjectionsReceived objections = new ObjectionsReceived();
  private final Map<String, RankedParts> rankedParts = new HashMap<>();

  JurisdictionFacts(
      String jurisdiction, int entitled, Certificates certificates, References references) {
    this.jurisdiction = jurisdiction;
    this.entitled = entitled;
    this.certificates = certificates;
    this.references = references;
  }

  String jurisdiction() {
    return jurisdiction;
  }

  int entitled() {
    return entitled;
  }

  void put(Key key, Entry entry) {
    Optional<Entry> before = facts.latest(key);
    if (!facts.put(key, entry)) return;
    boolean latest = facts.latest(key).orElseThrow().index() == entry.index();
    switch (entry.fact()) {
      case Certification f ->
          certifications
              .computeIfAbsent(f.unit(), unit -> new InForceTogether(certificates::leader))
              .put(entry, references.replaced(f), InForceTogether.figures(f));
      case Ascertainment f ->
          ascertainments.put(entry, references.replaced(f), InForceTogether.figures(f.electors()));
      case ElectorVotes f when latest -> {
        before.ifPresent(returns::remove);
        returns.put(entry, OptionalLong.empty(), InForceTogether.figures(f.ballots()));
      }
      case Objection f -> objections.add(entry, f);
      case RankedReturns f ->
          rankedParts.computeIfAbsent(f.unit(), unit -> new RankedParts()).add(entry, f);
      default -> {} // of every other kind only the latest counts: nothing is kept beside it
    }
  }

  /** The call of a caller that stands for a unit: the last, unless it was withdrawn since. */
  Optional<Found<Call>> call(String unit, String caller) {
    return Calls.standing(facts.about(new Key(Kind.CALL, unit, caller)));
  }

  /** The certificate of a unit that stands: the last of those that no other amends. */
  Optional<Found<Certification>> certification(String unit) {
    return Optional.ofNullable(certifications.get(unit))
        .flatMap(InForceTogether::last)
        .flatMap(entry -> FactsByKey.found(entry, Certification.class));
  }

  /** All certificates of a unit that no other amends, in the order of time. */
  List<Found<Certification>> certificates(String unit) {
    return Optional.ofNullable(certifications.get(unit)).map(InForceTogether::all).stream()
        .flatMap(List::stream)
        .flatMap(entry -> FactsByKey.found(entry, Certification.class).stream())
        .toList();
  }

  /**
   * For whom the certificates of a unit that stand are, each once, by the candidate's place, as
   * their figures say.
   */
  Set<Integer> certifiedLeaders(String unit) {
    return Optional.ofNullable(certifications.get(unit))
        .map(InForceTogether::leaders)
        .orElse(Set.of());
  }

  /**
   * Whether certificates of a unit give different figures and neither amends the other: which of
   * them is the count of record nobody has said.
   */
  boolean hasContradictingCertificates(String unit) {
    return Optional.ofNullable(certifications.get(unit))
        .filter(InForceTogether::contradict)
        .isPresent();
  }

  /** The units and reporting units of which certificates contradict each other, by their ids. */
  List<String> withContradictingCertificates() {
    return certifications.keySet().stream()
        .filter(this::hasContradictingCertificates)
        .sorted()
        .toList();
  }

  /**
   * Certificates of the executive in force that contradict each other, in the order of time; none
   * where each names its slate: then the record itself says that they are rivals.
   */
  List<Found<Ascertainment>> contradictingAscertainments() {
    List<Found<Ascertainment>> all =
        ascertainments.all().stream()
            .flatMap(entry -> FactsByKey.found(entry, Ascertainment.class).stream())
            .toList();
    boolean areNamed = all.stream().allMatch(found -> found.fact().slate().isPresent());
    return areNamed || ascertainments.agreed().isPresent() ? List.of() : all;
  }

  /** The facts in force, by what they are about. */
  FactsByKey byKey() {
    return facts;
  }

  /** The certificate that came first, whatever amended it since. */
  Optional<Found<Certification>> firstCertification(String unit) {
    return facts.about(new Key(Kind.CERTIFICATION, unit, "")).stream()
        .findFirst()
        .flatMap(entry -> FactsByKey.found(entry, Certification.class));
  }

  Optional<Found<Counted>> counted() {
    return find(new Key(Kind.COUNTED, jurisdiction, ""), Counted.class);
  }

  /** The votes that Congress counted: as the fact says, else as the electors cast them. */
  Optional<Ballots> countedBallots() {
    return counted()
        .flatMap(
            found -> found.fact().ballots().or(() -> cast().map(cast -> cast.fact().ballots())));
  }

  /** How electors were appointed, and for whom. */
  Optional<Found<Appointment>> appointment() {
    return find(new Key(Kind.APPOINTMENT, jurisdiction, ""), Appointment.class);
  }

  /** The certificate of the executive that stands. */
  Optional<Found<Ascertainment>> ascertainment() {
    if (certificates.areConclusive() && facts.count(Kind.ASCERTAINMENT) > 1)
      return certificates.conclusive(all(Kind.ASCERTAINMENT, Ascertainment.class));
    return ascertainments.agreed().flatMap(entry -> FactsByKey.found(entry, Ascertainment.class));
  }

  /** The slate whose certificate the law makes conclusive in Congress, where it names its slate. */
  Optional<String> conclusiveSlate() {
    return certificates.areConclusive()
        ? ascertainment().flatMap(found -> found.fact().slate())
        : Optional.empty();
  }

  /** Every return of electors' votes, rival ones included, in the order of time. */
  List<Found<ElectorVotes>> returnsOfElectors() {
    return all(Kind.ELECTOR_VOTES, ElectorVotes.class);
  }

  /**
   * The electors' votes that stand: the only return, or of rival ones that which Congress counted,
   * the Commission chose, or the executive certified; nothing while it is disputed.
   */
  Optional<Found<ElectorVotes>> cast() {
    if (facts.count(Kind.ELECTOR_VOTES) > 1) {
      Optional<String> chosen =
          counted()
              .flatMap(found -> found.fact().slate())
              .or(this::chosenByCommission)
              .or(this::chosenByCertificate);
      if (chosen.isPresent())
        return facts.find(
            new Key(Kind.ELECTOR_VOTES, jurisdiction, chosen.get()), ElectorVotes.class);
    }
    return returns.agreed().flatMap(entry -> FactsByKey.found(entry, ElectorVotes.class));
  }

  /**
   * How official a unit is; empty where nobody has certified it.
   *
   * @param appoints whether it is a unit of appointment: below one nobody is ascertained, votes, or
   *     is counted
   */
  Optional<Rung> stage(String unit, boolean appoints) {
    if (appoints && counted().isPresent()) return Optional.of(Rung.COUNTED);
    if (appoints && !returnsOfElectors().isEmpty()) return Optional.of(Rung.VOTED);
    if (appoints && ascertainment().isPresent()) return Optional.of(Rung.ASCERTAINED);
    return certification(unit).map(found -> Rung.CERTIFIED);
  }

  /** Whether anything is known of its electors: whom they are for, how they voted or counted. */
  boolean hasElectors() {
    return facts.count(Kind.ASCERTAINMENT) + facts.count(Kind.ELECTOR_VOTES) > 0
        || counted().isPresent();
  }

  /** Whether ranked ballots of a unit are on record. */
  boolean hasRankings(String unit) {
    return rankedParts.containsKey(unit);
  }

  /** Whether the source that gave a unit's ranked ballots last has announced parts that lack. */
  boolean lacksRankedParts(String unit) {
    RankedParts parts = rankedParts.get(unit);
    return parts != null && parts.lack();
  }

  /** The objections to the jurisdiction's votes that the chair received. */
  ObjectionsReceived objections() {
    return objections;
  }

  /** Withdrawals of calls of which none for that candidate stood when they were made. */
  List<Entry> withdrawnWithoutCall() {
    return Calls.withdrawnWithoutCall(facts);
  }

  private Optional<String> chosenByCertificate() {
    return certificates.decideBetweenReturns()
        ? ascertainment().flatMap(found -> found.fact().slate())
        : Optional.empty();
  }

  private Optional<String> chosenByCommission() {
    return all(Kind.COMMISSION_RULING, CommissionRuling.class).stream()
        .filter(each -> each.fact().inFavour() > each.fact().against())
        .map(each -> each.fact().slate())
        .findFirst();
  }

  /** The entries that say how many electors were appointed. */
  List<Long> appointedBy() {
    List<Long> entries = new ArrayList<>();
    find(new Key(Kind.APPOINTMENT, jurisdiction, ""), Appointment.class)
        .ifPresent(found -> entries.add(found.entry().index()));
    find(new Key(Kind.NOT_APPOINTED, jurisdiction, ""), NotAppointed.class)
        .ifPresent(found -> entries.add(found.entry().index()));
    if (entries.isEmpty()) ascertainment().ifPresent(found -> entries.add(found.entry().index()));
    if (entries.isEmpty()) cast().ifPresent(found -> entries.add(found.entry().index()));
    return entries;
  }

  /** Whether that electors were appointed is known only by their having voted. */
  boolean appointmentIsImplied() {
    return cast().isPresent()
        && ascertainment().isEmpty()
        && find(new Key(Kind.APPOINTMENT, jurisdiction, ""), Appointment.class).isEmpty()
        && find(new Key(Kind.NOT_APPOINTED, jurisdiction, ""), NotAppointed.class).isEmpty();
  }

  /** How many electors were appointed, as far as a fact says so. */
  OptionalInt appointed() {
    Optional<Found<Appointment>> appointment =
        find(new Key(Kind.APPOINTMENT, jurisdiction, ""), Appointment.class);
    if (appointment.isPresent())
      return OptionalInt.of(Math.toIntExact(appointment.get().fact().number()));
    Optional<Found<NotAppointed>> none =
        find(new Key(Kind.NOT_APPOINTED, jurisdiction, ""), NotAppointed.class);
    if (none.isPresent())
      return OptionalInt.of(entitled - Math.toIntExact(none.get().fact().number()));
    Optional<Found<Ascertainment>> ascertainment = ascertainment();
    if (ascertainment.isPresent())
      return OptionalInt.of(Math.toIntExact(ascertainment.get().fact().electors().sum()));
    return cast()
        .map(
            found ->
                OptionalInt.of(
                    Math.min(
                        entitled,
                        electorsIn(found.fact().ballots())
                            + Math.toIntExact(found.fact().absent().orElse(0))
                            + Math.toIntExact(found.fact().blank().orElse(0)))))
        .orElse(OptionalInt.empty());
  }

  /**
   * How many electors cast votes; papers from a jurisdiction that appointed none are no electors'
   * votes.
   */
  static int cast(Electors electors) {
    if (electors.appointed().orElse(electors.entitled()) == 0) return 0;
    return electors.cast().map(JurisdictionFacts::electorsIn).orElse(0);
  }

  /** How many electors' votes for President Congress counted. */
  static int counted(Electors electors) {
    return electors.counted().map(JurisdictionFacts::electorsIn).orElse(0);
  }

  /** How many electors' votes for President these are; two names are one elector's vote. */
  static int electorsIn(Ballots ballots) {
    int votes = Math.toIntExact(ballots.of(Office.PRESIDENT).sum());
    return switch (ballots) {
      case Ballots.Distinct distinct -> votes;
      case Ballots.Pairs pairs -> Math.ceilDiv(votes, 2);
    };
  }

  /** The facts of one kind, in the order of time. */
  <F extends Fact> List<Found<F>> all(Kind kind, Class<F> type) {
    return facts.all(kind, type);
  }

  private <F extends Fact> Optional<Found<F>> find(Key key, Class<F> type) {
    return facts.find(key, type);
  }
}
