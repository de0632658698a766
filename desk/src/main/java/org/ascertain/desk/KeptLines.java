package org.ascertain.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.desk.Judge.Judged;
import org.ascertain.desk.SecondReading.Relation;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Returns;
import org.jspecify.annotations.Nullable;

/**
 * The returns that wait, by unit and source: what a row that arrives is read beside, a second time.
 * And which rows have been kept aside before, so that a feed that gives everything each time does
 * not lay the same row before a person again.
 */
final class KeptLines {

  /** A row of returns that waits; its number is known once it is written. */
  static final class Waiting {
    private volatile long id;
    private final long row;
    private final Returns returns;
    private final @Nullable Waiting head;

    private Waiting(long id, long row, Returns returns, @Nullable Waiting head) {
      this.id = id;
      this.row = row;
      this.returns = returns;
      this.head = head;
    }

    OptionalLong id() {
      return id == 0 ? OptionalLong.empty() : OptionalLong.of(id);
    }

    void numbered(long number) {
      id = number;
    }

    /** The row whose decision is for this one too. */
    Optional<Waiting> head() {
      return Optional.ofNullable(head);
    }

    private long moment() {
      return returns.attestation().at().effective();
    }
  }

  /**
   * What a second reading of a row says of those that wait.
   *
   * @param beside the newest that is not newer than it
   * @param overtaken those that it leaves behind
   */
  record Beside(SecondReading reading, Waiting beside, List<Waiting> overtaken) {
    /** What the row shows to have been wrong in the one that waits. */
    List<Told> shown() {
      return reading.aboutKept(beside.row).stream().map(Told::of).toList();
    }
  }

  private record Place(String unit, String source) {
    static Place of(Returns returns) {
      return new Place(returns.unit(), returns.attestation().source().id());
    }
  }

  private final Map<Place, List<Waiting>> lines = new HashMap<>();
  private final KnownRows seen = new KnownRows();

  /** Takes in what an election's file has. */
  void read(Connection of) throws SQLException {
    Map<Long, Waiting> known = new HashMap<>();
    try (PreparedStatement select =
            of.prepareStatement(
                "select id, row, raw, fact, state, overtaken, follows from kept order by id");
        ResultSet each = select.executeQuery()) {
      while (each.next()) {
        long row = each.getLong(2);
        Optional<Fact> fact = KeptRow.read(Statements.text(each, 4), row);
        see(fact, each.getString(3));
        boolean waits = KeptRow.State.of(each.getString(5)).orElseThrow().waits();
        boolean isOvertaken = each.getString(6) != null;
        if (!waits || isOvertaken || !(fact.orElse(null) instanceof Returns returns)) continue;
        Waiting waiting = new Waiting(each.getLong(1), row, returns, known.get(each.getLong(7)));
        known.put(each.getLong(1), waiting);
        line(returns).add(waiting);
      }
    }
  }

  private List<Waiting> line(Returns returns) {
    return lines.computeIfAbsent(Place.of(returns), place -> new ArrayList<>(2));
  }

  private void see(Optional<Fact> fact, String raw) {
    if (fact.isPresent()) seen.add(fact.get());
    else seen.add(raw);
  }

  /** Whether a row that says the same has been kept aside, whatever became of it. */
  boolean has(Row row) {
    if (seen.isEmpty()) return false; // as on most nights of most rows
    if (row.isRest()) return false;
    return row.fact().isPresent() ? seen.has(row.fact().get()) : seen.has(row.raw());
  }

  /** Whether any returns wait. */
  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Reads a row beside the newest of its unit and source that waits, if one does. */
  Optional<Beside> beside(Judged judged, Context context) {
    if (judged.decision() == Decision.REFUSED) return Optional.empty();
    if (!(judged.row().fact().orElse(null) instanceof Returns returns)) return Optional.empty();
    List<Waiting> before = before(returns);
    if (before.isEmpty()) return Optional.empty();
    Waiting newest = before.getFirst();
    for (Waiting each : before) if (each.moment() >= newest.moment()) newest = each;
    SecondReading reading =
        SecondReading.of(judged.row(), returns, judged.decision(), newest.returns, context);
    boolean overtakes = reading.relation() == Relation.OVERTAKES;
    return Optional.of(new Beside(reading, newest, overtakes ? before : List.of()));
  }

  private List<Waiting> before(Returns returns) {
    long moment = returns.attestation().at().effective();
    return lines.getOrDefault(Place.of(returns), List.of()).stream()
        .filter(each -> each.moment() <= moment)
        .toList();
  }

  /**
   * Takes a row that is kept aside.
   *
   * @return it among those that wait; empty where it is none of returns
   */
  Optional<Waiting> keep(Row row, Optional<Beside> beside) {
    see(row.fact(), row.raw());
    if (!(row.fact().orElse(null) instanceof Returns returns)) return Optional.empty();
    @Nullable Waiting head =
        beside
            .filter(second -> second.reading().relation() == Relation.FOLLOWS)
            .map(second -> second.beside().head().orElse(second.beside()))
            .orElse(null);
    Waiting waiting = new Waiting(0, row.number(), returns, head);
    line(returns).add(waiting);
    return Optional.of(waiting);
  }

  /** Forgets those that wait no more because a row has left them behind. */
  void overtake(Beside beside) {
    if (beside.overtaken().isEmpty()) return;
    Place place = Place.of(beside.beside().returns);
    drop(place, lines.getOrDefault(place, List.of()), beside.overtaken());
  }

  /** Forgets a row that was decided. */
  void decided(KeptRow row) {
    if (row.unit().isEmpty() || row.source().isEmpty()) return;
    Place place = new Place(row.unit().get(), row.source().get());
    List<Waiting> line = lines.getOrDefault(place, List.of());
    drop(place, line, line.stream().filter(each -> each.id == row.id()).toList());
  }

  private void drop(Place place, List<Waiting> line, List<Waiting> gone) {
    if (line.isEmpty()) return;
    line.removeAll(gone);
    if (line.isEmpty()) lines.remove(place);
  }
}
