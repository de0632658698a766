package org.ascertain.standing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.standing.Turns.Turn;

/** When each rung's majority began and ceased, over a whole history. */
final class MajorityTurns implements History.Step {

  private final Map<Rung, Turns> turns = new EnumMap<>(Rung.class);
  private final Map<Rung, List<Turn>> bounded = new EnumMap<>(Rung.class);
  private long revision = -1;
  private boolean momentWasOver;

  MajorityTurns() {
    for (Rung rung : Rung.values()) turns.put(rung, new Turns(Majorities.on(rung)));
  }

  /** Most entries change no rung; then no majority can have turned, and none is asked for. */
  @Override
  public void after(Entry entry, boolean momentIsOver, Tabulation now) {
    long revision = now.revision();
    if (revision == this.revision && momentWasOver) return;
    this.revision = revision;
    momentWasOver = momentIsOver;
    turns.values().forEach(each -> each.after(entry, momentIsOver, now));
  }

  /**
   * Gives every turn its bounds.
   *
   * @param early the turns by the same history as early as it can have been
   */
  void boundBy(MajorityTurns early) {
    for (Rung rung : Rung.values())
      bounded.put(rung, Bounds.ofTurns(rung, turns(rung), early.turns(rung)));
  }

  List<Turn> turns(Rung rung) {
    List<Turn> known = bounded.get(rung);
    return known != null ? known : Optional.ofNullable(turns.get(rung)).orElseThrow().turns();
  }

  /** The turn that stood at a moment; nanoseconds since 1970-01-01T00:00Z. */
  Optional<Turn> standing(Rung rung, long moment) {
    return turns(rung).stream()
        .filter(turn -> turn.since().moment() <= moment)
        .filter(turn -> turn.until().filter(until -> until.moment() <= moment).isEmpty())
        .findFirst();
  }
}
