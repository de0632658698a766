package org.ascertain.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import org.ascertain.condition.Condition;
import org.ascertain.condition.Condition.AtLeast;
import org.ascertain.condition.Condition.CalledBy;
import org.ascertain.condition.Condition.Declared;
import org.ascertain.condition.Condition.InOffice;
import org.ascertain.condition.Evaluation;
import org.ascertain.election.Attestation;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Call;
import org.ascertain.standing.History;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Turns.Edge;
import org.ascertain.standing.Turns.Turn;

/** When did it become official? Every usual meaning, and when each came true. */
final class Official {

  /** One meaning, and one of its turns; a meaning that came true twice has two rows. */
  record Row(String meaning, String candidate, String since) {}

  private final History history;
  private final Names names;

  Official(History history) {
    this.history = history;
    this.names = new Names(history.header());
  }

  List<Row> rows() {
    SequencedMap<String, Condition> meanings = meanings();
    List<Evaluation> answers = Evaluation.of(List.copyOf(meanings.values()), history);
    List<Row> rows = new ArrayList<>();
    Iterator<String> meaning = meanings.keySet().iterator();
    for (Evaluation answer : answers) rows.addAll(rows(meaning.next(), answer));
    return rows;
  }

  private SequencedMap<String, Condition> meanings() {
    SequencedMap<String, Condition> meanings = new LinkedHashMap<>();
    meanings.put("a majority as reported", majority(Rung.REPORTED));
    List<String> callers = nationalCallers();
    Optional<String> reference = history.header().caller();
    if (callers.isEmpty() && reference.isPresent())
      meanings.put("a majority as called", majority(Rung.CALLED));
    reference
        .filter(callers::contains)
        .ifPresent(
            caller ->
                meanings.put(
                    "called by " + caller, new CalledBy(Optional.empty(), List.of(caller))));
    if (callers.size() > 1)
      meanings.put("called by all " + callers.size(), new CalledBy(Optional.empty(), callers));
    meanings.put("a majority certified", majority(Rung.CERTIFIED));
    meanings.put("a majority ascertained", majority(Rung.ASCERTAINED));
    meanings.put("a majority voted", majority(Rung.VOTED));
    meanings.put("a majority counted", majority(Rung.COUNTED));
    meanings.put("declared", new Declared());
    meanings.put("in office", new InOffice());
    return meanings;
  }

  private static Condition majority(Rung rung) {
    return new AtLeast(rung, OptionalInt.empty());
  }

  private List<String> nationalCallers() {
    Set<String> callers = new LinkedHashSet<>();
    for (Entry entry : history.entries())
      if (entry.fact() instanceof Call call && call.unit().equals("US")) callers.add(call.caller());
    return List.copyOf(callers);
  }

  private List<Row> rows(String meaning, Evaluation answer) {
    if (!answer.everHeld()) return List.of(new Row(meaning, "nobody", "never"));
    return answer.turns().stream().map(turn -> row(meaning, answer.condition(), turn)).toList();
  }

  private Row row(String meaning, Condition condition, Turn turn) {
    String undone = turn.until().map(until -> ", undone " + edge(until)).orElse("");
    return new Row(
        meaning, names.of(turn.candidate()), latest(condition, turn) + edge(turn.since()) + undone);
  }

  /** A rung that only a later fact implies may have been reached before. */
  private static String latest(Condition condition, Turn turn) {
    return condition instanceof AtLeast(Rung rung, var electors)
            && Telling.implies(rung, turn.since().entry().fact())
        ? "at the latest "
        : "";
  }

  private static String edge(Edge edge) {
    Attestation attestation = edge.entry().fact().attestation();
    return Moments.full(edge.given(), attestation.about() && edge.given().equals(attestation.at()));
  }
}
