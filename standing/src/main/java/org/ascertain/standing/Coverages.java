package org.ascertain.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Coverage;
import org.ascertain.election.Fact.Extent;
import org.ascertain.election.Fact.Matter;
import org.ascertain.election.Unit;
import org.ascertain.election.Washington;

/**
 * What a record says that it holds. Whatever rests on the absence of a fact asks here first: only
 * where the record is complete is silence an answer.
 */
public final class Coverages {

  private final List<Entry> said = new ArrayList<>();
  private final Set<Matter> seen = EnumSet.noneOf(Matter.class);

  /** Takes in a fact: what a record says of itself, or that it holds something of a matter. */
  void add(Entry entry) {
    if (entry.fact() instanceof Coverage) said.add(entry);
    else matter(entry.fact()).ifPresent(seen::add);
  }

  /** The record holds some returns. */
  void addReturns() {
    seen.add(Matter.RETURNS);
  }

  /**
   * How much the record holds of a matter at a moment. Of what it says of this unit and this caller
   * the greatest (effective moment, index) counts. A matter that it never speaks of is partial
   * where it holds some of it, and lacking where it holds none.
   *
   * @param caller of calls: whose; empty where everybody's are meant
   * @param unit a unit, a jurisdiction, a reporting unit, or {@code US}
   * @param moment nanoseconds since 1970-01-01T00:00Z
   */
  public Extent extent(Matter matter, Optional<String> caller, String unit, long moment) {
    Optional<Coverage> latest = said(matter, caller, unit);
    if (latest.isEmpty()) return seen.contains(matter) ? Extent.PARTIAL : Extent.NONE;
    Coverage coverage = latest.get();
    Optional<LocalDate> until = coverage.until();
    boolean over = until.isPresent() && Washington.endOf(until.get()) < moment;
    return over && coverage.extent() == Extent.COMPLETE ? Extent.PARTIAL : coverage.extent();
  }

  /** What the record says last of a matter, a caller and a unit, if it says anything. */
  Optional<Coverage> said(Matter matter, Optional<String> caller, String unit) {
    return said.stream()
        .filter(entry -> speaks((Coverage) entry.fact(), matter, caller, unit))
        .max(FactOrder.IN_TIME)
        .map(entry -> (Coverage) entry.fact());
  }

  /** Whether the record holds all of a matter at a moment, so that what it lacks has not been. */
  public boolean isComplete(Matter matter, Optional<String> caller, String unit, long moment) {
    return extent(matter, caller, unit, moment) == Extent.COMPLETE;
  }

  private static boolean speaks(
      Coverage coverage, Matter matter, Optional<String> caller, String unit) {
    if (coverage.of() != matter) return false;
    if (coverage.caller().isPresent() && !coverage.caller().equals(caller)) return false;
    if (coverage.units().isEmpty()) return unit.indexOf('/') < 0;
    return coverage.units().contains(unit)
        || (isOfJurisdiction(matter) && coverage.units().contains(Unit.jurisdictionOf(unit)));
  }

  /** Matters that concern all electors of a jurisdiction, its districts' too. */
  private static boolean isOfJurisdiction(Matter matter) {
    return switch (matter) {
      case APPOINTMENTS, ASCERTAINMENTS, ELECTOR_VOTES, COUNTED, OBJECTIONS -> true;
      case CALLS,
          RETURNS,
          RANKED_RETURNS,
          VOTES,
          CERTIFICATIONS,
          CHALLENGES,
          RULINGS,
          ACKNOWLEDGEMENTS,
          STATEMENTS,
          DECLARED,
          OATHS ->
          false;
    };
  }

  private static Optional<Matter> matter(Fact fact) {
    return switch (fact) {
      case Fact.Returns f -> Optional.of(Matter.RETURNS);
      case Fact.RankedReturns f -> Optional.of(Matter.RANKED_RETURNS);
      case Fact.Lot f -> Optional.empty();
      case Fact.Call f -> Optional.of(Matter.CALLS);
      case Fact.CallWithdrawn f -> Optional.of(Matter.CALLS);
      case Fact.Certification f -> Optional.of(Matter.CERTIFICATIONS);
      case Fact.Challenge f -> Optional.of(Matter.CHALLENGES);
      case Fact.Ruling f -> Optional.of(Matter.RULINGS);
      case Fact.Appointment f -> Optional.of(Matter.APPOINTMENTS);
      case Fact.NotAppointed f -> Optional.of(Matter.APPOINTMENTS);
      case Fact.Ascertainment f -> Optional.of(Matter.ASCERTAINMENTS);
      case Fact.ElectorVotes f -> Optional.of(Matter.ELECTOR_VOTES);
      case Fact.Objection f -> Optional.of(Matter.OBJECTIONS);
      case Fact.Counted f -> Optional.of(Matter.COUNTED);
      case Fact.Declared f -> Optional.of(Matter.DECLARED);
      case Fact.Oath f -> Optional.of(Matter.OATHS);
      case Fact.Acknowledgement f -> Optional.of(Matter.ACKNOWLEDGEMENTS);
      case Fact.Statement f -> Optional.of(Matter.STATEMENTS);
      case Fact.AuditRound f -> Optional.empty();
      case Fact.Header f -> Optional.empty();
      case Fact.Addition f -> Optional.empty();
      case Fact.Coverage f -> Optional.empty();
      case Fact.CountOpened f -> Optional.empty();
      case Fact.ChamberVote f -> Optional.empty();
      case Fact.CommissionRuling f -> Optional.empty();
      case Fact.ContingentBallot f -> Optional.empty();
      case Fact.Death f -> Optional.empty();
      case Fact.Withdrawal f -> Optional.empty();
      case Fact.VotingExtended f -> Optional.empty();
      case Fact.Correction f -> Optional.empty();
      case Fact.Retraction f -> Optional.empty();
    };
  }
}
