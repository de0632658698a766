package org.ascertain.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.Washington;
import org.ascertain.ledger.DeskStore;
import org.ascertain.ledger.Store;
import org.ascertain.ledger.Tables;

/**
 * The watches of a desk, the turns that were made for them, and how far telling them has got.
 * Turns, what is to be sent of them, and the place in the record up to which they were made are
 * written in one transaction: killed before it, the same turns come again from the record; killed
 * after it, they are there.
 */
public final class WatchStore implements AutoCloseable {

  private static final Tables TABLES = new Tables("watch", List.of(script()));

  /**
   * A watch as it was made.
   *
   * @param condition as it was understood
   * @param entries how many entries the record had
   * @param clock the record's clock then, in nanoseconds since 1970-01-01T00:00Z
   */
  public record Watch(String id, String election, String condition, long entries, long clock) {}

  /** Up to where turns were made: so many entries, and the clock. */
  public record Cursor(long entries, long clock) {}

  /**
   * A turn that waits to be told.
   *
   * @param attempts how often that was tried
   */
  public record Due(Notice notice, String watch, long seq, int attempts) {}

  private final DeskStore desk;

  private WatchStore(DeskStore desk) {
    this.desk = desk;
  }

  /** Opens the watches of a store, making the tables where there are none. */
  public static WatchStore open(Store store) {
    return new WatchStore(store.desk(TABLES));
  }

  private static String script() {
    try (InputStream in = WatchStore.class.getResourceAsStream("watch-1.sql")) {
      if (in == null) throw new IllegalStateException("the program lacks watch-1.sql");
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The watches of an election, in the order in which they were made. */
  public List<Watch> watches(String election) {
    return desk.ask(in -> watches(in, election));
  }

  private static List<Watch> watches(Connection in, String election) throws SQLException {
    List<Watch> watches = new ArrayList<>();
    try (PreparedStatement select =
        in.prepareStatement(
            "select id, condition, entries, clock from watch where election = ?"
                + " order by entries, clock, id")) {
      select.setString(1, election);
      try (ResultSet row = select.executeQuery()) {
        while (row.next())
          watches.add(
              new Watch(
                  row.getString(1), election, row.getString(2), row.getLong(3), row.getLong(4)));
      }
    }
    return watches;
  }

  /** Up to where the turns of an election were made, if any were looked for. */
  public Optional<Cursor> cursor(String election) {
    return desk.ask(
        in -> {
          try (PreparedStatement select =
              in.prepareStatement("select entries, clock from watch_cursor where election = ?")) {
            select.setString(1, election);
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(new Cursor(row.getLong(1), row.getLong(2)))
                  : Optional.empty();
            }
          }
        });
  }

  /** How many turns of a watch were made. */
  public int turns(String watch) {
    return desk.ask(
        in -> {
          try (PreparedStatement select =
              in.prepareStatement("select coalesce(max(seq), 0) from turn where watch = ?")) {
            select.setString(1, watch);
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return row.getInt(1);
            }
          }
        });
  }

  /** A turn and its notice, to be kept. */
  public record Told(Turn turn, Notice notice) {}

  /**
   * Keeps a watch that was made, turns, to be told from now on, and up to where they were made: all
   * of it or nothing. A turn that is there stays as it is.
   *
   * @param now this program's clock
   */
  public void keep(
      String election, Optional<Watch> made, List<Told> turns, Cursor cursor, Instant now) {
    desk.change(
        in -> {
          if (made.isPresent()) insert(in, made.get(), now);
          for (Told told : turns) {
            Turn turn = told.turn();
            int added =
                update(
                    in,
                    "insert into turn (id, watch, seq, body) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                    turn.id(),
                    turn.watch(),
                    (long) turn.seq(),
                    told.notice().body());
            if (added == 1)
              update(
                  in,
                  "insert into delivery (turn, watch, seq, state, due, held, attempts)"
                      + " values (?, ?, ?, 'due', ?, 0, 0)",
                  turn.id(),
                  turn.watch(),
                  (long) turn.seq(),
                  Washington.nanos(now));
          }
          update(in, "delete from watch_cursor where election = ?", election);
          return update(
              in,
              "insert into watch_cursor (election, entries, clock) values (?, ?, ?)",
              election,
              cursor.entries(),
              cursor.clock());
        });
  }

  private static void insert(Connection in, Watch made, Instant now) throws SQLException {
    update(
        in,
        "insert into watch (id, election, condition, entries, clock, made)"
            + " values (?, ?, ?, ?, ?, ?)",
        made.id(),
        made.election(),
        made.condition(),
        made.entries(),
        made.clock(),
        now.toString());
  }

  /** How many turns wait to be told, and how many were given up. */
  public int untold() {
    return desk.ask(
        in -> {
          try (PreparedStatement select =
                  in.prepareStatement("select count(*) from delivery where state <> 'delivered'");
              ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
          }
        });
  }

  /**
   * Takes the turn of a watch that is due to be told, the first that was not: an end is not told
   * before its beginning is. Nobody else takes them until they are given back or the hold is over.
   *
   * @param now this program's clock, in nanoseconds since 1970-01-01T00:00Z
   */
  public List<Due> take(String watch, long now, Duration hold, int most) {
    return desk.change(
        in -> {
          List<Due> due = due(in, watch, now, most);
          for (Due each : due)
            update(
                in,
                "update delivery set held = ? where turn = ?",
                now + hold.toNanos(),
                each.notice().id());
          return due;
        });
  }

  private static List<Due> due(Connection in, String watch, long now, int most)
      throws SQLException {
    List<Due> due = new ArrayList<>();
    try (PreparedStatement select =
        in.prepareStatement(
            "select d.turn, t.body, d.watch, d.seq, d.attempts from delivery d"
                + " join turn t on t.id = d.turn"
                + " where d.watch = ? and d.state = 'due' and d.due <= ? and d.held <= ?"
                + " and not exists (select 1 from delivery e where e.watch = d.watch"
                + " and e.seq < d.seq and e.state = 'due')"
                + " order by d.due, d.watch limit ?")) {
      select.setString(1, watch);
      select.setLong(2, now);
      select.setLong(3, now);
      select.setInt(4, most);
      try (ResultSet row = select.executeQuery()) {
        while (row.next())
          due.add(
              new Due(
                  new Notice(row.getString(1), row.getString(2)),
                  row.getString(3),
                  row.getLong(4),
                  row.getInt(5)));
      }
    }
    return due;
  }

  /** A turn was told. */
  public void delivered(Due told) {
    set(told, "delivered", 0);
  }

  /**
   * Telling a turn failed.
   *
   * @param again when to try again; empty to give it up
   */
  public void failed(Due told, Optional<Long> again) {
    set(told, again.isPresent() ? "due" : "given-up", again.orElse(0L));
  }

  private void set(Due told, String state, long due) {
    desk.change(
        in ->
            update(
                in,
                "update delivery set state = ?, due = ?, held = 0, attempts = ? where turn = ?",
                state,
                due,
                (long) told.attempts() + 1,
                told.notice().id()));
  }

  @Override
  public void close() {
    desk.close();
  }

  private static int update(Connection in, String sql, Object... values) throws SQLException {
    try (PreparedStatement update = in.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) update.setObject(i + 1, values[i]);
      return update.executeUpdate();
    }
  }
}
