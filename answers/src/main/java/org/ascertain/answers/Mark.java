package org.ascertain.answers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
 * @param candidate of majority, undone and lead
 * @param stage of majority, undone and stage
 */
record Mark(
    long ms,
    Entry entry,
    String kind,
    Optional<String> unit,
    Optional<String> candidate,
    Optional<Rung> stage,
    String text) {

  /** Marks of a whole history, in its order; {@code changes} as {@link Changes} gives them. */
  static List<Mark> of(History history, List<Changes.Change> changes, List<String> candidates) {
    Names names = new Names(history.header());
    List<Mark> marks = new ArrayList<>();
    for (Entry entry : history.entries())
      kind(entry.fact())
          .ifPresent(kind -> marks.add(of(entry, kind, FactText.briefly(entry.fact(), names))));
    for (Rung rung : Rung.values())
      for (Turn turn : history.majorities(rung)) majority(rung, turn, names).forEach(marks::add);
    for (Changes.Change change : changes)
      unit(history, change, candidates, names).forEach(marks::add);
    marks.sort(Comparator.comparingLong(Mark::ms).thenComparingLong(mark -> mark.entry().index()));
    return marks;
  }

  /** Whether it concerns the whole election rather than one unit's progress. */
  boolean isNational() {
    return !kind.equals("stage") && !kind.equals("lead");
  }

  /** Whether an election's time ends with it. */
  boolean isAtTheEnd() {
    return kind.equals("declared") || kind.equals("oath");
  }

  void write(JsonAnswer json) throws IOException {
    json.number("ms", ms);
    json.number("entry", entry.index());
    json.text("kind", kind);
    json.text("stage", stage.map(Rung::word));
    FactParts.write(json, entry, unit, candidate);
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
    String came =
        rung == Rung.IN_OFFICE
            ? who + " is in office"
            : who + " has a majority of the electors " + rung.word();
    marks.add(turned(rung, turn, turn.since(), "majority", came));
    String went = who + " has no longer a majority of the electors " + rung.word();
    turn.until().ifPresent(until -> marks.add(turned(rung, turn, until, "undone", went)));
    return marks;
  }

  private static Mark turned(Rung rung, Turn turn, Edge edge, String kind, String text) {
    return new Mark(
        Millis.of(edge.moment()),
        edge.entry(),
        kind,
        Optional.empty(),
        Optional.of(turn.candidate()),
        Optional.of(rung),
        text);
  }

  private static Mark of(Entry entry, String kind, String text) {
    return new Mark(
        Millis.of(entry.effective()),
        entry,
        kind,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        text);
  }

  private static List<Mark> unit(
      History history, Changes.Change change, List<String> candidates, Names names) {
    if (change.unit == Changes.NATION) return List.of();
    List<Mark> marks = new ArrayList<>();
    String unit = history.law().units().get(change.unit).id();
    String place = Names.place(unit);
    Optional<String> leader = change.lead.filter(c -> c >= 0).map(candidates::get);
    if (change.fell)
      marks.add(of(change.entry, "correction", place + " corrects its tally downwards").of(unit));
    if (change.lead.isPresent())
      marks.add(
          of(change.entry, "lead", leader.map(names::of).orElse("nobody") + " leads in " + place)
              .of(unit)
              .forWhom(leader));
    change.stage.ifPresent(
        stage ->
            marks.add(of(change.entry, "stage", place + ": " + stage.word()).of(unit).on(stage)));
    return marks;
  }

  private Mark of(String unit) {
    return new Mark(ms, entry, kind, Optional.of(unit), candidate, stage, text);
  }

  private Mark forWhom(Optional<String> candidate) {
    return new Mark(ms, entry, kind, unit, candidate, stage, text);
  }

  private Mark on(Rung stage) {
    return new Mark(ms, entry, kind, unit, candidate, Optional.of(stage), text);
  }
}
