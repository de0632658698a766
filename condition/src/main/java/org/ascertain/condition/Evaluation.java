package org.ascertain.condition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ascertain.condition.Condition.And;
import org.ascertain.condition.Condition.AtLeast;
import org.ascertain.condition.Condition.CalledBy;
import org.ascertain.condition.Condition.Declared;
import org.ascertain.condition.Condition.InOffice;
import org.ascertain.condition.Condition.Leads;
import org.ascertain.condition.Condition.Not;
import org.ascertain.condition.Condition.Or;
import org.ascertain.condition.Condition.Settled;
import org.ascertain.condition.Condition.Stage;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Fact.ElectorVotes;
import org.ascertain.election.Ticket;
import org.ascertain.standing.History;
import org.ascertain.standing.Majorities;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Tabulation;
import org.ascertain.standing.Turns;

/**
 * When a condition held, for whom, and what is missing where it does not hold now.
 *
 * @param turns every turn, in the order of their beginnings
 * @param missing what would have to come, where the condition stands for nobody
 */
public record Evaluation(Condition condition, List<Turns.Turn> turns, List<String> missing) {

  private static final String NATION = "US";

  /** Asks a condition of a history. */
  public static Evaluation of(Condition condition, History history) {
    return of(List.of(condition), history).getFirst();
  }

  /** Asks several conditions of a history, in one pass. */
  public static List<Evaluation> of(List<Condition> conditions, History history) {
    Set<String> running = running(history);
    List<Turns> turns = new ArrayList<>();
    for (Condition condition : conditions)
      turns.add(
          new Turns(
              (now, c) -> running.contains(now.candidates().get(c)) && holds(condition, now, c)));
    Tabulation end =
        history.walk(
            History.ALL, (entry, over, now) -> turns.forEach(each -> each.after(entry, over, now)));
    List<Evaluation> answers = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      boolean stands = turns.get(i).standing().isPresent();
      List<String> missing =
          stands ? List.of() : missing(conditions.get(i), end).distinct().toList();
      answers.add(new Evaluation(conditions.get(i), turns.get(i).turns(), missing));
    }
    return List.copyOf(answers);
  }

  /** Whether it ever held. */
  public boolean everHeld() {
    return !turns.isEmpty();
  }

  /**
   * Those a condition is asked for: candidates for President on a ticket, or whom an elector named.
   */
  private static Set<String> running(History history) {
    Set<String> running = new LinkedHashSet<>();
    history.header().tickets().stream().map(Ticket::president).forEach(running::add);
    for (Entry entry : history.entries())
      if (entry.fact() instanceof ElectorVotes votes)
        switch (votes.ballots()) {
          case Ballots.Distinct(var president, var vicePresident) ->
              running.addAll(president.ids());
          case Ballots.Pairs(var both) -> running.addAll(both.ids());
        }
    return running;
  }

  /** Whether a condition holds now for a candidate, by its place. */
  public static boolean holds(Condition condition, Tabulation now, int candidate) {
    return switch (condition) {
      case Or(var any) -> any.stream().anyMatch(each -> holds(each, now, candidate));
      case And(var all) -> all.stream().allMatch(each -> holds(each, now, candidate));
      case Not(var other) -> !holds(other, now, candidate);
      case AtLeast(var rung, var electors) ->
          electors.isPresent()
              ? Majorities.atLeast(now, rung, candidate, electors.getAsInt())
              : Majorities.on(rung).of(now, candidate);
      case CalledBy(var unit, var callers) ->
          callers.stream().allMatch(caller -> now.called(unit.orElse(NATION), caller, candidate));
      case Declared() -> Majorities.on(Rung.DECLARED).of(now, candidate);
      case InOffice() -> now.inOffice(candidate);
      case Settled(var unit) ->
          unit.map(u -> now.settled(u, candidate)).orElseGet(() -> now.settled(candidate));
      case Stage(var unit, var rung) ->
          now.stage(unit).filter(stage -> stage.compareTo(rung) >= 0).isPresent();
      case Leads(var unit, var named) ->
          named.map(now.candidates().get(candidate)::equals).orElse(true)
              && now.leads(unit, candidate);
    };
  }

  /** What is missing, part by part, for the candidate who is nearest. */
  private static Stream<String> missing(Condition condition, Tabulation now) {
    return switch (condition) {
      case Or(var any) -> any.stream().flatMap(each -> missing(each, now));
      case And(var all) ->
          all.stream()
              .filter(each -> !holdsForAnybody(each, now))
              .flatMap(each -> missing(each, now));
      case AtLeast(var rung, var electors) ->
          Stream.of(nearest(rung, now) + ", where " + condition + " is asked");
      case CalledBy(var unit, var callers) ->
          callers.stream()
              .filter(caller -> !holdsForAnybody(new CalledBy(unit, List.of(caller)), now))
              .map(caller -> "a call of " + unit.orElse("the presidency") + " by " + caller);
      case Condition other -> Stream.of(other.toString());
    };
  }

  private static boolean holdsForAnybody(Condition condition, Tabulation now) {
    for (int c = 0; c < now.candidates().size(); c++) if (holds(condition, now, c)) return true;
    return false;
  }

  private static String nearest(Rung rung, Tabulation now) {
    int best = 0;
    for (int c = 0; c < now.candidates().size(); c++)
      if (now.electors(rung, c) > now.electors(rung, best)) best = c;
    Optional<String> leader =
        now.electors(rung, best) == 0 ? Optional.empty() : Optional.of(now.candidates().get(best));
    return leader
        .map(
            id ->
                id
                    + " has "
                    + now.electors(rung, now.candidates().indexOf(id))
                    + " electors "
                    + rung.word())
        .orElse("nobody has electors " + rung.word());
  }
}
