package org.ascertain.condition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.ascertain.condition.Condition.Acknowledged;
import org.ascertain.condition.Condition.AtLeast;
import org.ascertain.condition.Condition.Atom;
import org.ascertain.condition.Condition.CalledBy;
import org.ascertain.condition.Condition.Conceded;
import org.ascertain.condition.Condition.DeadlinePassed;
import org.ascertain.condition.Condition.Declared;
import org.ascertain.condition.Condition.Exactly;
import org.ascertain.condition.Condition.InOffice;
import org.ascertain.condition.Condition.Leads;
import org.ascertain.condition.Condition.OnOrAfter;
import org.ascertain.condition.Condition.PopularVoteLeads;
import org.ascertain.condition.Condition.Settled;
import org.ascertain.condition.Condition.SomeCall;
import org.ascertain.condition.Condition.Stage;
import org.ascertain.condition.Timeline.Place;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Unit;
import org.ascertain.standing.History;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Tabulation;

/**
 * Writes down how each atom stood for each candidate while the facts of an election are taken in.
 * An atom is asked again only after a fact that may have changed it; equal atoms are asked once.
 */
final class Observation implements History.Step {

  private final Map<Atom, List<Timeline.Builder>> watched = new LinkedHashMap<>();
  private final List<Place> steps = new ArrayList<>();
  private final Grounds grounds = new Grounds();

  Observation(Iterable<Atom> atoms) {
    for (Atom atom : atoms) {
      watched.putIfAbsent(atom, new ArrayList<>());
      grounds.ask(atom);
    }
  }

  @Override
  public void after(Entry entry, boolean momentIsOver, Tabulation now) {
    Place place = new Place(now.now(), steps.size(), entry);
    steps.add(place);
    boolean all = grounds.after(entry, now);
    AtomTruth truth = atoms(now);
    watched.forEach(
        (atom, timelines) -> {
          if (!all && !mayChange(atom, entry.fact())) return;
          // Returns change neither the electors that a majority is of, nor other units.
          if (atom instanceof Settled
              && entry.fact() instanceof Fact.Returns
              && !grounds.isSettledAnew()) return;
          for (int c = 0; c < now.candidates().size(); c++) {
            if (timelines.size() <= c) timelines.add(new Timeline.Builder());
            timelines.get(c).add(place, truth.of(atom, c));
          }
        });
  }

  @Override
  public OptionalLong next() {
    return grounds.next();
  }

  @Override
  public void clock(Tabulation now) {
    Entry by = grounds.clock(now);
    Place last = steps.getLast();
    Place place = last.moment() == now.now() ? last : new Place(now.now(), Place.CLOCK, by);
    AtomTruth truth = atoms(now);
    watched.forEach(
        (atom, timelines) -> {
          for (int c = 0; c < timelines.size(); c++) timelines.get(c).add(place, truth.of(atom, c));
        });
  }

  /** How an atom stood for a candidate, by its place. */
  Timeline timeline(Atom atom, int candidate) {
    List<Timeline.Builder> timelines = watched.getOrDefault(atom, List.of());
    return candidate < timelines.size()
        ? timelines.get(candidate).built()
        : new Timeline(List.of());
  }

  /** How atoms stand in the state that was seen last. */
  AtomTruth atoms(Tabulation now) {
    return grounds.atoms(now);
  }

  /** Whether nothing was taken in. */
  boolean isEmpty() {
    return steps.isEmpty();
  }

  /** The place at which the first fact took effect. */
  Place first() {
    return steps.getFirst();
  }

  /**
   * The clock's coming to a moment, after the last fact before it; the first fact's place where it
   * comes before all.
   */
  Place clock(long moment) {
    Place before = steps.getFirst();
    for (Place step : steps) if (step.moment() < moment) before = step;
    return before.moment() >= moment ? before : new Place(moment, Place.CLOCK, before.entry());
  }

  /** Whether a fact may change how an atom stands. */
  static boolean mayChange(Atom atom, Fact fact) {
    return switch (fact) {
      case Fact.Returns f -> byReturns(atom, f.unit());
      case Fact.RankedReturns f -> true;
      case Fact.Lot f -> true;
      case Fact.Call f -> byCall(atom);
      case Fact.CallWithdrawn f -> byCall(atom);
      case Fact.Acknowledgement f -> atom instanceof Acknowledged || atom instanceof Conceded;
      case Fact.Statement f -> false;
      case Fact.AuditRound f -> false;
      case Fact.OfJurisdiction f -> !(atom instanceof Leads) && !byCallOnly(atom);
      case Fact.Certification f -> !(atom instanceof Leads) && !byCallOnly(atom);
      case Fact.Challenge f -> !(atom instanceof Leads) && !byCallOnly(atom);
      case Fact.Ruling f -> !(atom instanceof Leads) && !byCallOnly(atom);
      case Fact.Header f -> true;
      case Fact.Addition f -> true;
      case Fact.Coverage f -> true;
      case Fact.CountOpened f -> true;
      case Fact.Declared f -> true;
      case Fact.ContingentBallot f -> true;
      case Fact.Oath f -> true;
      case Fact.Death f -> true;
      case Fact.Withdrawal f -> true;
      case Fact.Correction f -> true;
      case Fact.Retraction f -> true;
    };
  }

  private static boolean byReturns(Atom atom, String unit) {
    String place = Unit.jurisdictionOf(unit);
    return switch (atom) {
      case AtLeast(var rung, var electors) -> rung == Rung.REPORTED;
      case Exactly(var rung, var electors) -> rung == Rung.REPORTED;
      case Leads a -> Unit.jurisdictionOf(a.unit()).equals(place);
      case Stage a -> Unit.jurisdictionOf(a.unit()).equals(place);
      case Settled(var of) -> of.map(u -> Unit.jurisdictionOf(u).equals(place)).orElse(true);
      case PopularVoteLeads a -> true;
      case CalledBy a -> false;
      case SomeCall a -> false;
      case Declared a -> false;
      case InOffice a -> false;
      case Acknowledged a -> false;
      case Conceded a -> false;
      case DeadlinePassed a -> false;
      case OnOrAfter a -> false;
    };
  }

  private static boolean byCall(Atom atom) {
    return byCallOnly(atom)
        || (atom instanceof AtLeast(var rung, var n) && rung == Rung.CALLED)
        || (atom instanceof Exactly(var exact, var m) && exact == Rung.CALLED);
  }

  private static boolean byCallOnly(Atom atom) {
    return atom instanceof CalledBy || atom instanceof SomeCall;
  }
}
