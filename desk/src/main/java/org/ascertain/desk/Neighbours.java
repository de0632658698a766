package org.ascertain.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.jspecify.annotations.Nullable;

/**
 * The returns of one intake so far, as far as rows are held against each other. Of a long file only
 * the last rows are remembered, so that memory does not grow with it.
 */
public final class Neighbours {

  /** Rows that are remembered; a county table of the whole country has some 3,200. */
  private static final int REMEMBERED = 20_000;

  /** A row of returns of the intake. */
  record Neighbour(long row, Returns returns) {}

  private record Place(String unit, long moment, String source) {}

  private record Figures(String jurisdiction, Votes votes, long total) {}

  private final Recent<Place, Neighbour> byPlace = new Recent<>();
  private final Recent<Figures, Neighbour> byFigures = new Recent<>();
  private @Nullable Neighbour last;

  /** Remembers a row after it was checked. */
  public void take(Row row) {
    if (!(row.fact().orElse(null) instanceof Returns returns)) return;
    Neighbour neighbour = new Neighbour(row.number(), returns);
    byPlace.putIfAbsent(place(returns), neighbour);
    byFigures.putIfAbsent(figures(returns), neighbour);
    last = neighbour;
  }

  /** Forgets rows from one on, because they are decided again. */
  void forget(long from) {
    byPlace.values().removeIf(neighbour -> neighbour.row() >= from);
    byFigures.values().removeIf(neighbour -> neighbour.row() >= from);
    last = byPlace.isEmpty() ? null : byPlace.lastEntry().getValue();
  }

  /** The first row about the same unit at the same moment by the same source. */
  Optional<Neighbour> at(Returns returns) {
    return Optional.ofNullable(byPlace.get(place(returns)));
  }

  /** The first row about another unit of the same state with the same figures. */
  Optional<Neighbour> withFiguresOf(Returns returns) {
    return Optional.ofNullable(byFigures.get(figures(returns)))
        .filter(each -> !each.returns().unit().equals(returns.unit()));
  }

  /** The row above. */
  Optional<Neighbour> last() {
    return Optional.ofNullable(last);
  }

  private static Place place(Returns returns) {
    return new Place(
        returns.unit(),
        returns.attestation().at().effective(),
        returns.attestation().source().id());
  }

  private static Figures figures(Returns returns) {
    return new Figures(
        Unit.jurisdictionOf(returns.unit()), returns.votes(), returns.total().orElse(-1));
  }

  /** A map that forgets what came first. */
  private static final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > REMEMBERED;
    }
  }
}
