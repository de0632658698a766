package org.ascertain.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
  record Row(String meaning, String candidate, String since, String by) {}

  private final History history;
  private final Names names;

  Official(History history) {
    this.history = history;
    this.names = new Names(history.header());
  }

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    add(rows, "a majority as reported", new AtLeast(Rung.REPORTED, OptionalInt.empty()));
    List<String> callers = nationalCallers();
    Optional<String> reference = history.header().caller();
    if (callers.isEmpty() && reference.isPresent())
      add(rows, "a majority as called", new AtLeast(Rung.CALLED, OptionalInt.empty()));
    reference
        .filter(callers::contains)
        .ifPresent(
            caller ->
                add(rows, "called by " + caller, new CalledBy(Optional.empty(), List.of(caller))));
    if (callers.size() > 1)
      add(rows, "called by all " + callers.size(), new CalledBy(Optional.empty(), callers));
    add(rows, "a majority certified", new AtLeast(Rung.CERTIFIED, OptionalInt.empty()));
    add(rows, "a majority ascertained", new AtLeast(Rung.ASCERTAINED, OptionalInt.empty()));
    add(rows, "a majority voted", new AtLeast(Rung.VOTED, OptionalInt.empty()));
    add(rows, "a majority counted", new AtLeast(Rung.COUNTED, OptionalInt.empty()));
    add(rows, "declared", new Declared());
    add(rows, "in office", new InOffice());
    return rows;
  }

  private List<String> nationalCallers() {
    Set<String> callers = new LinkedHashSet<>();
    for (Entry entry : history.entries())
      if (entry.fact() instanceof Call call && call.unit().equals("US")) callers.add(call.caller());
    return List.copyOf(callers);
  }

  private void add(List<Row> rows, String meaning, Condition condition) {
    Evaluation answer = Evaluation.of(condition, history);
    for (Turn turn : answer.turns())
      rows.add(
          new Row(
              meaning,
              names.of(turn.candidate()),
              edge(turn.since()) + turn.until().map(until -> ", undone " + edge(until)).orElse(""),
              Telling.briefly(turn.since().entry().fact(), names)));
    if (!answer.everHeld()) rows.add(new Row(meaning, "nobody", "never", ""));
  }

  private static String edge(Edge edge) {
    Attestation attestation = edge.entry().fact().attestation();
    return Moments.full(edge.given(), attestation.about() && edge.given().equals(attestation.at()));
  }
}
