package org.ascertain.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ascertain.cli.Json;
import org.ascertain.cli.Names;
import org.ascertain.cli.Telling;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.standing.History;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Turns.Edge;
import org.ascertain.standing.Turns.Turn;

/**
 * A moment worth a mark on the axis of time.
 *
 * @param kind majority, undone, stage, lead, correction, objection, declared, oath, call,
 *     challenge, ruling, contingent, acknowledgement, death or withdrawal
 * @param unit of stage, lead and correction
 */
record Mark(long ms, long entry, String kind, Optional<String> unit, String text) {

  /** Marks of a whole history, in its order; {@code changes} as {@link Changes} gives them. */
  static List<Mark> of(History history, List<Changes.Change> changes, List<String> candidates) {
    Names names = new Names(history.header());
    List<Mark> marks = new ArrayList<>();
    for (Entry entry : history.entries())
      kind(entry.fact())
          .ifPresent(
              kind ->
                  marks.add(
                      new Mark(
                          Millis.of(entry.effective()),
                          entry.index(),
                          kind,
                          Optional.empty(),
                          Telling.briefly(entry.fact(), names))));
    for (Rung rung : Rung.values())
      for (Turn turn : history.majorities(rung)) majority(rung, turn, names).forEach(marks::add);
    for (Changes.Change change : changes)
      unit(history, change, candidates, names).forEach(marks::add);
    marks.sort(Comparator.comparingLong(Mark::ms).thenComparingLong(Mark::entry));
    return marks;
  }

  /** Whether it concerns the whole election rather than one unit's progress. */
  boolean isNational() {
    return !kind.equals("stage") && !kind.equals("lead");
  }

  void write(Json json) throws IOException {
    json.number("ms", ms);
    json.number("entry", entry);
    json.text("kind", kind);
    json.text("unit", unit);
    json.text("text", text);
  }

  private static Optional<String> kind(Fact fact) {
    return switch (fact) {
      case Fact.Objection f -> Optional.of("objection");
      case Fact.Declared f -> Optional.of("declared");
      case Fact.Oath f -> Optional.of("oath");
      case Fact.Call f when f.unit().equals("US") -> Optional.of("call");
      case Fact.CallWithdrawn f -> Optional.of("call");
      case Fact.Challenge f -> Optional.of("challenge");
      case Fact.Ruling f when f.closing() -> Optional.of("ruling");
      case Fact.ContingentBallot f -> Optional.of("contingent");
      case Fact.Acknowledgement f -> Optional.of("acknowledgement");
      case Fact.Death f -> Optional.of("death");
      case Fact.Withdrawal f -> Optional.of("withdrawal");
      default -> Optional.empty();
    };
  }

  private static List<Mark> majority(Rung rung, Turn turn, Names names) {
    List<Mark> marks = new ArrayList<>();
    String who = names.of(turn.candidate());
    marks.add(
        at(
            turn.since(),
            "majority",
            rung == Rung.IN_OFFICE
                ? who + " is in office"
                : who + " has a majority of the electors " + rung.word()));
    turn.until()
        .ifPresent(
            until ->
                marks.add(
                    at(
                        until,
                        "undone",
                        who + " has no longer a majority of the electors " + rung.word())));
    return marks;
  }

  private static Mark at(Edge edge, String kind, String text) {
    return new Mark(Millis.of(edge.moment()), edge.entry().index(), kind, Optional.empty(), text);
  }

  private static List<Mark> unit(
      History history, Changes.Change change, List<String> candidates, Names names) {
    if (change.unit == Changes.NATION) return List.of();
    List<Mark> marks = new ArrayList<>();
    String unit = history.law().units().get(change.unit).id();
    String place = Names.place(unit);
    if (change.fell)
      marks.add(of(change, "correction", unit, place + " corrects its tally downwards"));
    if (change.lead.isPresent()) {
      int leader = change.lead.get();
      String who = leader < 0 ? "nobody" : names.of(candidates.get(leader));
      marks.add(of(change, "lead", unit, who + " leads in " + place));
    }
    change.stage.ifPresent(
        stage -> marks.add(of(change, "stage", unit, place + ": " + stage.word())));
    return marks;
  }

  private static Mark of(Changes.Change change, String kind, String unit, String text) {
    return new Mark(
        Millis.of(change.entry.effective()), change.entry.index(), kind, Optional.of(unit), text);
  }
}
