package org.ascertain.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Fact.Returns;

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

  private final Map<Place, Neighbour> byPlace = new Recent<>();

  /** Remembers a row after it was checked. */
  public void take(Row row) {
    row.fact()
        .ifPresent(
            fact -> {
              if (fact instanceof Returns returns) take(new Neighbour(row.number(), returns));
            });
  }

  private void take(Neighbour neighbour) {
    byPlace.putIfAbsent(place(neighbour.returns()), neighbour);
  }

  /** The first row about the same unit at the same moment by the same source. */
  Optional<Neighbour> at(Returns returns) {
    return Optional.ofNullable(byPlace.get(place(returns)));
  }

  private static Place place(Returns returns) {
    return new Place(
        returns.unit(),
        returns.attestation().at().effective(),
        returns.attestation().source().id());
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
