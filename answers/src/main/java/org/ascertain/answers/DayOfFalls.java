package org.ascertain.answers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.standing.TurningPoint;

/**
 * Tallies that went down. A unit's falls of one day are told as one, from the figures before the
 * first to those after the last, for as long as somebody is still down from those before: by
 * themselves where they are large or their note explains them, else with the rest of the day.
 */
final class DayOfFalls {

  /** A fall of a candidate by as many votes is told by itself. */
  private static final long LARGE = 20_000;

  /** Falls of one unit that follow each other within one day. */
  private static final class Run {
    final TurningPoint.Fall first;
    TurningPoint.Fall last;
    long deepest;
    boolean explained;
    Optional<String> remark = Optional.empty();

    Run(TurningPoint.Fall first) {
      this.first = first;
      this.last = first;
    }
  }

  private final Names names;
  private final List<Run> today = new ArrayList<>();
  private final Map<Unit, Run> latest = new HashMap<>();

  DayOfFalls(Names names) {
    this.names = names;
  }

  void add(TurningPoint.Fall fall) {
    Run run = runOf(fall);
    run.last = fall;
    run.deepest = Math.max(run.deepest, deepest(fall.before(), fall.after()));
    NoteText.remark(fall.entry().fact())
        .ifPresent(
            remark -> {
              run.remark = Optional.of(remark);
              run.explained |= NoteText.explains(remark);
            });
  }

  /** The run that a fall goes on with, or a new one. */
  private Run runOf(TurningPoint.Fall fall) {
    Run going = latest.get(fall.unit());
    if (going != null && deepest(going.first.before(), fall.after()) > 0) return going;
    Run begun = new Run(fall);
    latest.put(fall.unit(), begun);
    today.add(begun);
    return begun;
  }

  /** How far the candidate fell who fell furthest. */
  private static long deepest(Votes before, Votes after) {
    long[] deepest = {0};
    before.forEach((id, n) -> deepest[0] = Math.max(deepest[0], n - after.count(id).orElse(n)));
    return deepest[0];
  }

  /** The lines of the day that ends; small falls go to what is gathered of it. */
  List<Story.Line> flush(DayLine gathered) {
    List<Story.Line> lines = new ArrayList<>();
    for (Run run : today) {
      if (run.deepest >= LARGE || run.explained) lines.add(line(run));
      else gathered.corrected(run.first.unit().id(), run.deepest);
    }
    today.clear();
    latest.clear();
    return lines;
  }

  private Story.Line line(Run run) {
    Entry last = run.last.entry();
    String text =
        "Corrected downward in %s: %s; before: %s. %s"
            .formatted(
                Names.place(run.first.unit().id()),
                names.figures(run.last.after()),
                names.figures(run.first.before()),
                run.remark.orElse(NoteText.UNEXPLAINED));
    return Story.Line.at(last.effective(), TimeText.clock(last.fact().attestation()), text, false);
  }
}
