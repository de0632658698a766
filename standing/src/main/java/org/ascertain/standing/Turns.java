package org.ascertain.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.jspecify.annotations.Nullable;

/**
 * When something began and ceased to hold, for each candidate apart. What comes and goes within one
 * moment was never true at a moment, and is no turn.
 */
public final class Turns implements History.Step {

  /** Something about a candidate, by its place, that holds now or does not. */
  @FunctionalInterface
  public interface Holds {
    boolean of(Tabulation now, int candidate);
  }

  /**
   * A beginning or an end: the moment in nanoseconds since 1970-01-01T00:00Z, and the entry that
   * brought it.
   */
  public record Edge(long moment, Entry entry) {

    /**
     * The moment as the entry's source gives it; the clock's where it came without an entry of its
     * own.
     */
    public When given() {
      When given = entry.fact().attestation().at();
      return given.effective() == moment ? given : new When.AtMoment(Washington.at(moment));
    }
  }

  /** For whom it held, from when, and until when if it ceased. */
  public record Turn(String candidate, Edge since, Optional<Edge> until) {}

  private final Holds holds;
  private final List<Turn> turns = new ArrayList<>();
  private @Nullable Edge[] open = new Edge[0];
  private @Nullable Entry[] flipped = new Entry[0];

  public Turns(Holds holds) {
    this.holds = holds;
  }

  @Override
  public void after(Entry entry, boolean momentIsOver, Tabulation now) {
    int candidates = now.candidates().size();
    if (open.length == 0) {
      open = new Edge[candidates];
      flipped = new Entry[candidates];
    }
    for (int c = 0; c < candidates; c++) {
      Edge since = open[c];
      boolean held = since != null;
      if (holds.of(now, c) == held) flipped[c] = null;
      else if (flipped[c] == null) flipped[c] = entry;
      Entry cause = flipped[c];
      if (!momentIsOver || cause == null) continue;
      Edge edge = new Edge(now.now(), cause);
      if (since != null)
        turns.set(
            place(now, c, since), new Turn(now.candidates().get(c), since, Optional.of(edge)));
      else turns.add(new Turn(now.candidates().get(c), edge, Optional.empty()));
      open[c] = since == null ? edge : null;
      flipped[c] = null;
    }
  }

  private int place(Tabulation now, int candidate, Edge since) {
    return turns.indexOf(new Turn(now.candidates().get(candidate), since, Optional.empty()));
  }

  /** Every turn, in the order of their beginnings. */
  public List<Turn> turns() {
    return List.copyOf(turns);
  }

  /** The turn that stands, if one does. */
  public Optional<Turn> standing() {
    return turns.stream().filter(turn -> turn.until().isEmpty()).findFirst();
  }
}
