package org.ascertain.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ascertain.condition.Acknowledging;
import org.ascertain.condition.Condition;
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
import org.ascertain.condition.Evaluation;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Acknowledgement;
import org.ascertain.election.Unit;
import org.ascertain.standing.EntriesBehind;
import org.ascertain.standing.History;
import org.ascertain.standing.Rung;
import org.jspecify.annotations.Nullable;

/**
 * The entries that a condition which holds for somebody rests on: each call that it names, each
 * certificate or vote that gives the electors it asks for. A part that does not hold, and what is
 * asked not to be so, adds none.
 */
final class RestsOn {

  private final String candidate;
  private final History history;
  private final long moment;
  private @Nullable EntriesBehind behind;

  private RestsOn(String candidate, History history, long moment) {
    this.candidate = candidate;
    this.history = history;
    this.moment = moment;
  }

  /** A condition, and behind it each atom that it may rest on: all are asked in one pass. */
  static List<Condition> asked(Condition condition) {
    List<Condition> asked = new ArrayList<>();
    asked.add(condition);
    atoms(condition, asked);
    return asked;
  }

  private static void atoms(Condition condition, List<Condition> found) {
    switch (condition) {
      case Condition.Or(var any) -> any.forEach(each -> atoms(each, found));
      case Condition.And(var all) -> all.forEach(each -> atoms(each, found));
      case Condition.Steady(var inner, var length) -> atoms(inner, found);
      case Condition.Else(var first, var otherwise, var by) -> {
        atoms(first, found);
        atoms(otherwise, found);
      }
      case Condition.Not not -> {} // what is not there has no entry
      case Atom atom -> found.add(atom);
    }
  }

  /**
   * The entries, in the order of the record.
   *
   * @param answers to what {@link #asked} gives, of the same history
   * @param moment the clock, in nanoseconds since 1970-01-01T00:00Z
   */
  static List<Entry> of(List<Evaluation> answers, String candidate, History history, long moment) {
    RestsOn on = new RestsOn(candidate, history, moment);
    Set<Long> entries = new TreeSet<>();
    for (Evaluation each : answers.subList(1, answers.size()))
      if (each.condition() instanceof Atom atom && holds(each, candidate))
        entries.addAll(on.entries(atom));
    return entries.stream().flatMap(index -> history.entry(index).stream()).toList();
  }

  private static boolean holds(Evaluation of, String candidate) {
    return of.turns().stream()
        .anyMatch(turn -> turn.until().isEmpty() && turn.candidate().equals(candidate));
  }

  private Set<Long> entries(Atom atom) {
    return switch (atom) {
      case CalledBy(var unit, var callers) -> calls(unit.orElse(Unit.NATION), callers);
      case SomeCall(var number, var callers, var unit) -> calls(unit.orElse(Unit.NATION), callers);
      case AtLeast(var rung, var electors) -> behind().electors(rung, candidate);
      case Exactly(var rung, var electors) -> behind().electors(rung, candidate);
      case Declared a -> behind().electors(Rung.DECLARED, candidate);
      case InOffice a -> behind().electors(Rung.IN_OFFICE, candidate);
      case Settled(var unit) -> behind().settled(unit, candidate);
      case Stage(var unit, var rung) -> behind().stage(unit, rung);
      case Leads(var unit, var named) -> behind().tally(unit);
      case PopularVoteLeads a -> behind().tallies();
      case Acknowledged(var by) -> acknowledgements(by);
      case Conceded a -> concessions();
      case DeadlinePassed a -> Set.of();
      case OnOrAfter a -> Set.of();
    };
  }

  private EntriesBehind behind() {
    EntriesBehind made = behind;
    if (made == null) {
      made = new EntriesBehind(history, moment);
      behind = made;
    }
    return made;
  }

  /** The last word of each caller on a unit, where it is a call for the candidate. */
  private Set<Long> calls(String unit, List<String> callers) {
    Set<Long> calls = new TreeSet<>();
    for (String caller : callers) call(unit, caller).ifPresent(calls::add);
    return calls;
  }

  private Optional<Long> call(String unit, String caller) {
    Optional<Long> last = Optional.empty();
    for (Entry entry : history.besidesReturns())
      switch (entry.fact()) {
        case Fact.Call(var at, var of, var by, var whom)
            when of.equals(unit) && by.equals(caller) ->
            last = whom.equals(candidate) ? Optional.of(entry.index()) : Optional.empty();
        case Fact.CallWithdrawn(var at, var of, var by, var whom)
            when of.equals(unit) && by.equals(caller) ->
            last = Optional.empty();
        default -> {} // no other kind is a caller's word
      }
    return last;
  }

  private Set<Long> acknowledgements(String by) {
    Set<Long> entries = new TreeSet<>();
    for (Entry entry : history.besidesReturns())
      if (entry.fact() instanceof Acknowledgement of
          && of.toward().equals(candidate)
          && Acknowledging.isBy(of, by)) entries.add(entry.index());
    return entries;
  }

  private Set<Long> concessions() {
    List<Entry> told =
        history.besidesReturns().stream()
            .filter(entry -> entry.fact() instanceof Acknowledgement)
            .toList();
    Set<Long> entries = new TreeSet<>();
    Acknowledging.concessions(
            told, entry -> (Acknowledgement) entry.fact(), candidate, history.header())
        .forEach(entry -> entries.add(entry.index()));
    return entries;
  }
}
