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
   * A beginning or an end.
   *
   * @param moment the latest at which it came, in nanoseconds since 1970-01-01T00:00Z
   * @param entry the entry that brought it then
   * @param earliest when it came if every fact took effect at the earliest that its source allows;
   *     absent where that was not asked
   */
  public record Edge(long moment, Entry entry, Optional<When> earliest) {

    /** One of which the bounds were not asked. */
    public Edge(long moment, Entry entry) {
      this(moment, entry, Optional.empty());
    }

    /**
     * When it came, as the sources give it: between the earliest and the latest, where they differ;
     * the clock's moment where it came without an entry of its own.
     */
    public When given() {
      When given = entry.fact().attestation().at();
      if (given.effective() != moment) return new When.AtMoment(Washington.at(moment));
      return earliest.map(from -> When.between(from, given.latest())).orElse(given);
    }

    /** The latest at which it came, as the source gives it. */
    When latest() {
      When given = entry.fact().attestation().at();
      return given.effective() == moment
          ? given.latest()
          : new When.AtMoment(Washington.at(moment));
    }

    /** The earliest at which it came, in a history that runs as early as it can. */
    When early() {
      When given = entry.fact().attestation().at().earliest();
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
