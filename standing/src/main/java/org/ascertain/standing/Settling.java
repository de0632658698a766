package org.ascertain.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Fact.Ascertainment;
import org.ascertain.election.Fact.Certification;
import org.ascertain.election.Fact.ChallengeKind;
import org.ascertain.election.Fact.ExpectedBy;
import org.ascertain.election.Fact.Matter;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Fact.Stake;
import org.ascertain.election.Unit;
import org.ascertain.election.Washington;
import org.ascertain.law.Margin;
import org.ascertain.law.Sentence;
import org.ascertain.standing.Key.Kind;
import org.ascertain.standing.Standing.ChallengeRow;
import org.ascertain.standing.Standing.Settlement;
import org.ascertain.standing.Standing.Settlement.Answer;

/**
 * Whether a unit's result is settled: the margin against what is outstanding, disputed or credited
 * to nobody, in whole numbers that an official gave. An estimate is shown elsewhere and never
 * decides here.
 */
final class Settling {

  private static final Sentence NO_OFFICIAL =
      Sentence.of("no official says how many votes are outstanding");

  private final Tabulation now;
  private final Register register;
  private final Challenges challenges;
  private final UnitLeads leads;

  Settling(Tabulation now) {
    this.now = now;
    this.register = now.register();
    this.challenges = now.challenges();
    this.leads = new UnitLeads(register, now.tallies());
  }

  Settlement of(Unit unit) {
    return new OfUnit(unit).settlement();
  }

  /**
   * For whom a unit is settled, by the candidate's place: {@link Leader#NOBODY} where it is not,
   * and {@link Leader#NOT_KNOWN} where the record does not tell for whom, or may lack the paper
   * that settles it.
   */
  int settledFor(Unit unit) {
    OfUnit look = new OfUnit(unit);
    if (look.isCountWithoutEnd() || look.settlement().answer() != Answer.YES)
      return look.mayBeLacking() ? Leader.NOT_KNOWN : Leader.NOBODY;
    JurisdictionRungs rungs = now.rungs(unit.jurisdiction());
    JurisdictionRungs.OnRung certified = rungs.on(Rung.CERTIFIED);
    Optional<Integer> own = certified.winner(unit);
    if (own.isPresent()) return own.get();
    int reported = rungs.on(Rung.REPORTED).winner(unit).orElse(Leader.NOBODY);
    if (!certified.implied.contains(unit.id())) return reported;
    boolean agrees = reported >= 0 && certified.electors[reported] > 0;
    return agrees ? reported : Leader.NOT_KNOWN;
  }

  /**
   * The moment at which a window closes that keeps a unit open, if one does: the clock alone then
   * changes the verdict. Nanoseconds since 1970-01-01T00:00Z.
   */
  OptionalLong windowCloses(Unit unit) {
    OfUnit look = new OfUnit(unit);
    if (look.certificate.isEmpty() || register.law.state(unit.jurisdiction()).isEmpty())
      return OptionalLong.empty();
    return look.settlement().answer() == Answer.YES ? OptionalLong.empty() : look.closes;
  }

  /** The verdict on one unit, gathered step by step. */
  private final class OfUnit {
    private final Unit unit;
    private final JurisdictionFacts facts;
    private final Optional<Certification> certificate;
    private final List<Sentence> beside = new ArrayList<>();
    private OptionalLong closes = OptionalLong.empty();

    OfUnit(Unit unit) {
      this.unit = unit;
      this.facts = now.facts(unit.jurisdiction());
      this.certificate = facts.certification(unit.id()).map(found -> found.fact());
    }

    /**
     * Whether nothing is known but a count of which no official says how many votes it will have:
     * what most returns leave behind, told before a margin is made or anything is worded.
     */
    boolean isCountWithoutEnd() {
      if (certificate.isPresent() || facts.hasElectors()) return false;
      Tallies.Node node = now.tallies().find(unit.id());
      if (node == null) return true;
      Tallies.Statement speaking = node.speaking();
      return speaking == null || bound(speaking.returns()).isEmpty();
    }

    Settlement settlement() {
      Optional<Settlement> rivals = rivals();
      if (rivals.isPresent()) return rivals.get();
      if (facts.counted().isPresent() || facts.cast().isPresent()) return voted();
      if (certificate.isPresent()) return certified(certificate.get());
      if (facts.ascertainment().isPresent())
        return disputed(0, OptionalLong.empty(), Sentence.of("the electors are ascertained"));
      return reported();
    }

    /**
     * Whether something that the record does not hold may have settled the unit: a certificate
     * where it has none and does not say that there is none, or what a certificate leaves open.
     */
    boolean mayBeLacking() {
      if (rivals().isPresent() || facts.appointed().orElse(-1) == 0) return false;
      if (certificate.isPresent()) {
        if (facts.hasContradictingCertificates(unit.id())) return false;
        CertifiedCount count = new CertifiedCount(register, facts, unit, certificate.get());
        return count.leader() == Leader.NOT_KNOWN && count.uncredited().isEmpty();
      }
      boolean allIsAtStake =
          challenges.open(unit).stream()
              .flatMap(row -> row.challenge().atStake().stream())
              .anyMatch(Stake.Everything.class::isInstance);
      return !allIsAtStake
          && facts.ascertainment().isEmpty()
          && facts.cast().isEmpty()
          && !now.coverages()
              .isComplete(Matter.CERTIFICATIONS, Optional.empty(), unit.id(), now.now());
    }

    /** Papers that contradict each other, between which nobody has decided. */
    private Optional<Settlement> rivals() {
      boolean ofElectors = facts.returnsOfElectors().size() > 1 && facts.cast().isEmpty();
      boolean ofExecutives =
          facts.cast().isEmpty()
              && facts.counted().isEmpty()
              && facts.ascertainment().isEmpty()
              && !facts.all(Kind.ASCERTAINMENT, Ascertainment.class).isEmpty();
      if (!ofElectors && !ofExecutives) return Optional.empty();
      return Optional.of(
          new Settlement(
              Answer.NO,
              OptionalLong.empty(),
              margin(),
              Sentence.of(
                  ofElectors
                      ? "rival returns of electors are undecided"
                      : "rival certificates of the executive are undecided"),
              List.of()));
    }

    /** Once the electors have voted no count of the people's votes changes the result. */
    private Settlement voted() {
      Sentence why = Sentence.of(certificate.isPresent() ? "certified" : "the electors have voted");
      for (ChallengeRow row : challenges.open(unit)) {
        String id = row.challenge().id();
        if (row.challenge().kind() == ChallengeKind.RECOUNT)
          beside.add(Sentence.of("the record does not say how the recount {x} ended", id));
        else if (row.challenge().atStake().isPresent() && facts.counted().isPresent())
          beside.add(Sentence.of("the record does not say how {x} ended", id));
        else if (row.challenge().atStake().isPresent()) return disputed(0, margin(), why);
      }
      return settlement(Answer.YES, OptionalLong.of(0), margin(), why);
    }

    private Settlement certified(Certification fact) {
      if (facts.hasContradictingCertificates(unit.id()))
        return settlement(
            Answer.NO,
            OptionalLong.empty(),
            OptionalLong.empty(),
            Sentence.of("certificates contradict each other, and neither amends the other"));
      CertifiedCount count = new CertifiedCount(register, facts, unit, fact);
      if (count.isOfFirstChoices())
        return noBound(
            margin(), Sentence.of("the certificate is of first choices, of which nobody has most"));
      if (count.leader() == Leader.NOT_KNOWN && count.uncredited().isEmpty())
        return noBound(
            margin(), Sentence.of("the certificate does not give the votes of all who stand"));
      long uncredited = count.uncredited().orElse(0);
      Sentence why =
          Sentence.of(
              uncredited == 0 ? "certified" : "certified, with votes that nobody is credited with");
      return disputed(uncredited, margin(), why);
    }

    private Settlement reported() {
      Tallies.Node node = now.tallies().find(unit.id());
      if (node == null)
        return noBound(
            OptionalLong.empty(),
            RankedCount.of(unit.id(), register, facts).isPresent()
                ? NO_OFFICIAL
                : Sentence.of("no returns"));
      Tallies.Statement speaking = node.speaking();
      if (register.law.isRanked(unit.jurisdiction()) && !hasMostFirstChoices(node))
        return noBound(margin(), Sentence.of("nobody has most of the first choices"));
      if (speaking == null) return noBound(margin(), NO_OFFICIAL);
      Returns returns = speaking.returns();
      OptionalLong expected = bound(returns);
      if (expected.isEmpty()) return noBound(margin(), NO_OFFICIAL);
      long counted = returns.total().orElse(returns.votes().sum() + returns.other().orElse(0));
      boolean official = isExpectedByOfficial(returns);
      if (counted > expected.getAsLong())
        return noBound(
            margin(),
            Sentence.of(
                official
                    ? "more votes are counted than the official expected"
                    : "more votes are counted than voters are registered"));
      long uncredited = leads.uncredited(node).orElse(0);
      return disputed(
          expected.getAsLong() - counted + uncredited,
          margin(),
          Sentence.of(
              official ? "by the official's figure" : "by the number of registered voters"));
    }

    /** How many votes there can be at most by a number that an official gave. */
    private OptionalLong bound(Returns returns) {
      return isExpectedByOfficial(returns) ? returns.expected() : returns.registered();
    }

    private static boolean isExpectedByOfficial(Returns returns) {
      return returns.expected().isPresent()
          && returns.expectedBy().filter(ExpectedBy.OFFICIAL::equals).isPresent();
    }

    private boolean hasMostFirstChoices(Tallies.Node node) {
      long[] slates = register.bySlate(now.tallies().tally(node));
      long most = Arrays.stream(slates).max().orElse(0);
      long named = Arrays.stream(slates).filter(n -> n >= 0).sum();
      Tallies.Statement speaking = node.speaking();
      OptionalLong all = speaking == null ? OptionalLong.empty() : bound(speaking.returns());
      return 2 * most > all.orElse(now.tallies().total(node).orElse(named));
    }

    /**
     * Adds to what is outstanding what open challenges put at stake, and holds the margin against
     * it.
     */
    private Settlement disputed(long outstanding, OptionalLong margin, Sentence why) {
      long bound = outstanding;
      int unbounded = 0;
      for (ChallengeRow row : challenges.open(unit)) {
        String id = row.challenge().id();
        if (row.challenge().atStake().isEmpty()) {
          if (row.challenge().kind() == ChallengeKind.RECOUNT)
            return noBound(margin, Sentence.of("a recount is open: {x}", id));
          unbounded++;
          continue;
        }
        switch (row.challenge().atStake().get()) {
          case Stake.Everything all -> {
            return settlement(
                Answer.NO, OptionalLong.empty(), margin, Sentence.of("all is at stake in {x}", id));
          }
          case Stake.Ballots(long ballots) -> bound += ballots;
        }
      }
      if (unbounded > 0) beside.add(withoutStake(unbounded));
      Optional<Sentence> recount = certificate.flatMap(fact -> recount(fact, margin));
      if (recount.isPresent()) return noBound(margin, recount.get());
      certificate.ifPresent(this::contest);
      boolean settled = margin.isEmpty() ? bound == 0 : margin.getAsLong() > bound;
      return settlement(settled ? Answer.YES : Answer.NO, OptionalLong.of(bound), margin, why);
    }

    private static Sentence withoutStake(int challenges) {
      return challenges == 1
          ? Sentence.of("one challenge is open, its stake is not on record")
          : Sentence.of("{n} challenges are open, their stakes are not on record", challenges);
    }

    /** The recount that the law orders or lets somebody ask for, while its window is open. */
    private Optional<Sentence> recount(Certification fact, OptionalLong margin) {
      Optional<DisputeWindows> windows = windows(fact);
      if (windows.isEmpty() || margin.isEmpty()) return Optional.empty();
      long[] slates = sorted(new CertifiedCount(register, facts, unit, fact).figures());
      if (slates.length < 2) return Optional.empty();
      Optional<Sentence> open =
          windows
              .get()
              .recount(
                  new Margin(slates[slates.length - 1], slates[slates.length - 2], fact.total()));
      beside.addAll(windows.get().noted());
      closes = windows.get().closes();
      return open;
    }

    /** A window to contest is named and changes nothing until a contest is filed. */
    private void contest(Certification fact) {
      windows(fact).flatMap(DisputeWindows::contest).ifPresent(beside::add);
    }

    private Optional<DisputeWindows> windows(Certification fact) {
      LocalDate certified = Washington.day(fact.attestation().at().effective());
      return register
          .law
          .state(unit.jurisdiction())
          .map(law -> new DisputeWindows(law, certified, now.now()));
    }

    private Settlement noBound(OptionalLong margin, Sentence why) {
      return settlement(Answer.NO_BOUND, OptionalLong.empty(), margin, why);
    }

    private Settlement settlement(
        Answer answer, OptionalLong bound, OptionalLong margin, Sentence why) {
      return new Settlement(answer, bound, margin, why, List.copyOf(beside));
    }

    /**
     * The most votes less the next most: of the certificate, else of the tally. Where one alone has
     * a figure and no total tells how many the others have, there is none.
     */
    private OptionalLong margin() {
      Tallies.Node node = now.tallies().find(unit.id());
      if (certificate.isPresent())
        return margin(register.figures(certificate.get().votes()), certificate.get().total());
      return node == null
          ? OptionalLong.empty()
          : margin(now.tallies().tally(node), now.tallies().total(node));
    }

    private OptionalLong margin(long[] figures, OptionalLong total) {
      long[] sorted = sorted(figures);
      int last = sorted.length - 1;
      if (last > 0) return OptionalLong.of(sorted[last] - sorted[last - 1]);
      boolean standsAlone = figures.length == 1 || total.isPresent();
      return last == 0 && standsAlone ? OptionalLong.of(sorted[0]) : OptionalLong.empty();
    }

    /** Figures of slates that have any, the most last. */
    private long[] sorted(long[] figures) {
      return Arrays.stream(register.bySlate(figures)).filter(n -> n >= 0).sorted().toArray();
    }
  }

  /**
   * The electors of units that are settled for a candidate. Of a state whose electors were chosen
   * one by one, and were not all of one side, he has those that are certified for him.
   */
  int electors(int candidate) {
    return register.law.units().stream()
        .filter(unit -> settledFor(unit) == candidate)
        .mapToInt(unit -> electors(unit, candidate))
        .sum();
  }

  private int electors(Unit unit, int candidate) {
    boolean isWhole = register.units(unit.jurisdiction()).size() == 1;
    JurisdictionRungs.OnRung certified = now.rungs(unit.jurisdiction()).on(Rung.CERTIFIED);
    return isWhole && candidate >= 0 && certified.winner(unit).isPresent()
        ? certified.electors[candidate]
        : unit.electors();
  }
}
