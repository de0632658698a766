package org.ascertain.watch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.Washington;
import org.ascertain.ledger.DeskStore;
import org.ascertain.ledger.LedgerException;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.ledger.Store;
import org.ascertain.ledger.Tables;

/**
 * The watches of a desk, and the turns that were made for them. Turns, what is to be sent of them,
 * and the place in the record up to which they were made are written in one transaction: killed
 * before it, the same turns come again from the record; killed after it, they are there.
 */
public final class WatchStore implements AutoCloseable {

  private static final Tables TABLES =
      new Tables(
          "watch",
          List.of(
              Statements.script("watch-1.sql"),
              Statements.script("watch-2.sql"),
              Statements.script("watch-3.sql"),
              Statements.script("watch-4.sql")));

  /**
   * A watch as it was made.
   *
   * @param follower who makes its turns
   * @param condition as it was understood
   * @param entries how many entries the record had
   * @param clock the record's clock then, in nanoseconds since 1970-01-01T00:00Z
   */
  public record Watch(
      String id, String follower, String election, String condition, long entries, long clock) {}

  /** Up to where turns were made: so many entries, and the clock. */
  public record Cursor(long entries, long clock) {}

  /**
   * A turn and its notice, to be kept.
   *
   * @param from before when it is not told; empty for one that is kept and never told
   */
  public record Told(Turn turn, Notice notice, Optional<Instant> from) {}

  /**
   * A turn that was made, as it is kept.
   *
   * @param seq the how-manyth of its watch
   */
  public record Kept(long seq, Notice notice) {}

  private final DeskStore desk;

  private WatchStore(DeskStore desk) {
    this.desk = desk;
  }

  /** Opens the watches of a store, making the tables where there are none. */
  public static WatchStore open(Store store) {
    return new WatchStore(store.desk(TABLES));
  }

  /** The tables that it has among those of the desk. */
  public static Tables tables() {
    return TABLES;
  }

  /**
   * The desk's key, made where there was none yet.
   *
   * @throws LedgerException if there was one, and the file is missing or has another
   */
  public DeskKey key(Path file) {
    requireKey(file);
    DeskKey key = DeskKey.open(file);
    Optional<String> known = knownKey();
    if (known.filter(other -> !other.equals(key.publicKey())).isPresent())
      throw new LedgerException(
          Reason.REFUSED,
          file + " is not the key that this desk's watches were made with: put back that one.");
    if (known.isEmpty()) keepPublic(key);
    return key;
  }

  /**
   * Makes sure that a lost key is missed.
   *
   * @throws LedgerException if watches are told that were made with a key, and its file is missing
   */
  public void requireKey(Path file) {
    if (Files.exists(file) || (knownKey().isEmpty() && !hasEndpoints())) return;
    throw new LedgerException(
        Reason.REFUSED,
        "The key of the desk is missing: put back "
            + file
            + ". Without it no watch is told; a new one could not open what they keep.");
  }

  private Optional<String> knownKey() {
    return desk.ask(
        in -> Statements.one(in, row -> row.getString(1), "select verifying from desk_key"));
  }

  private boolean hasEndpoints() {
    return desk.ask(in -> Statements.number(in, "select count(*) from endpoint") > 0);
  }

  private void keepPublic(DeskKey key) {
    try {
      desk.change(
          in ->
              Statements.update(
                  in, "insert into desk_key (verifying) values (?)", key.publicKey()));
    } catch (LedgerException elsewhere) {
      // another server writes; this one keeps it when it begins as the one that does
      if (elsewhere.reason() != Reason.TAKEN && elsewhere.reason() != Reason.READ_ONLY)
        throw elsewhere;
    }
  }

  /** How far the telling of turns has got. */
  public Deliveries deliveries() {
    return new Deliveries(desk);
  }

  /** Where watches are told. */
  public Endpoints endpoints() {
    return new Endpoints(desk);
  }

  /**
   * A follower's watches of an election that have not ended, in the order in which they were made.
   */
  public List<Watch> watches(String follower, String election) {
    return desk.ask(
        in ->
            Statements.all(
                in,
                WatchStore::watch,
                "select w.id, w.follower, w.election, w.condition, w.entries, w.clock from watch w"
                    + " left join endpoint e on e.watch = w.id where w.follower = ? and w.election = ?"
                    + " and coalesce(e.state, '') <> 'ended' order by w.entries, w.clock, w.id",
                follower,
                election));
  }

  /** Those of them that are told somewhere, for whoever is there wanted it. */
  public List<Watch> told(String follower, String election) {
    return desk.ask(
        in ->
            Statements.all(
                in,
                WatchStore::watch,
                "select w.id, w.follower, w.election, w.condition, w.entries, w.clock from watch w"
                    + " join endpoint e on e.watch = w.id where w.follower = ? and w.election = ?"
                    + " and e.state = 'live'",
                follower,
                election));
  }

  /** One watch. */
  public Optional<Watch> watch(String id) {
    return desk.ask(
        in ->
            Statements.one(
                in,
                WatchStore::watch,
                "select id, follower, election, condition, entries, clock from watch where id = ?",
                id));
  }

  private static Watch watch(ResultSet row) throws SQLException {
    return new Watch(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getLong(5),
        row.getLong(6));
  }

  /** Up to where a follower has made the turns of an election, if it has looked. */
  public Optional<Cursor> cursor(String follower, String election) {
    return desk.ask(
        in ->
            Statements.one(
                in,
                row -> new Cursor(row.getLong(1), row.getLong(2)),
                "select entries, clock from watch_place where follower = ? and election = ?",
                follower,
                election));
  }

  /** How many turns of a watch were made; signs of life are none. */
  public int turns(String watch) {
    return desk.ask(
        in ->
            (int)
                Statements.number(
                    in,
                    "select coalesce(max(seq), 0) from turn where watch = ? and seq > 0",
                    watch));
  }

  /** The turns of a watch after the one of a number, the first of them first. */
  public List<Kept> turns(String watch, long after, int most) {
    return desk.ask(
        in ->
            Statements.all(
                in,
                row -> new Kept(row.getLong(1), new Notice(row.getString(2), row.getString(3))),
                "select seq, id, body from turn where watch = ? and seq > ? and seq > 0"
                    + " order by seq limit ?",
                watch,
                after,
                most));
  }

  /** The newest turns of a watch, the newest first. */
  public List<Kept> newest(String watch, int most) {
    return desk.ask(
        in ->
            Statements.all(
                in,
                row -> new Kept(row.getLong(1), new Notice(row.getString(2), row.getString(3))),
                "select seq, id, body from turn where watch = ? and seq > 0"
                    + " order by seq desc limit ?",
                watch,
                most));
  }

  /** The notice of a turn by its id, of whatever watch. */
  public Optional<Notice> notice(String turn) {
    return desk.ask(
        in ->
            Statements.one(
                in,
                row -> new Notice(row.getString(1), row.getString(2)),
                "select id, body from turn where id = ? and seq > 0",
                turn));
  }

  /** The number of a turn by its id. */
  public Optional<Long> seq(String watch, String turn) {
    return desk.ask(
        in ->
            Statements.one(
                in,
                row -> row.getLong(1),
                "select seq from turn where watch = ? and id = ?",
                watch,
                turn));
  }

  /**
   * Keeps a watch that was made, with where it is told, turns, to be told from now on, and up to
   * where they were made: all of it or nothing. A turn that is there stays as it is.
   *
   * @param now this program's clock
   */
  void keep(
      String follower,
      String election,
      Optional<Watch> made,
      Optional<Endpoint> endpoint,
      List<Told> turns,
      Cursor cursor,
      Instant now) {
    desk.change(
        in -> {
          if (made.isPresent()) insert(in, made.get(), now);
          if (endpoint.isPresent()) Endpoints.insert(in, endpoint.get());
          for (Told told : turns)
            insert(in, told.turn().watch(), told.turn().seq(), told.notice(), told.from());
          Statements.update(
              in,
              "delete from watch_place where follower = ? and election = ?",
              follower,
              election);
          return Statements.update(
              in,
              "insert into watch_place (follower, election, entries, clock) values (?, ?, ?, ?)",
              follower,
              election,
              cursor.entries(),
              cursor.clock());
        });
  }

  /** Keeps what is to be told once and is no turn; its number is below 0. */
  void keep(String watch, long number, Notice notice, Instant now) {
    desk.change(in -> insert(in, watch, number, notice, Optional.of(now)));
  }

  private static int insert(
      Connection in, String watch, long seq, Notice notice, Optional<Instant> from)
      throws SQLException {
    int added =
        Statements.update(
            in,
            "insert into turn (id, watch, seq, body) values (?, ?, ?, ?) on conflict do nothing",
            notice.id(),
            watch,
            seq,
            notice.body());
    if (added == 1 && from.isPresent())
      Statements.update(
          in,
          "insert into delivery (turn, watch, seq, state, due, held, attempts)"
              + " select id, watch, seq, 'due', ?, 0, 0 from turn where id = ? and not exists"
              + " (select 1 from endpoint e where e.watch = turn.watch and e.kind = 'none')",
          Washington.nanos(from.get()),
          notice.id());
    return added;
  }

  private static void insert(Connection in, Watch made, Instant now) throws SQLException {
    Statements.update(
        in,
        "insert into watch (id, follower, election, condition, entries, clock, made)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        made.id(),
        made.follower(),
        made.election(),
        made.condition(),
        made.entries(),
        made.clock(),
        now.toString());
  }

  @Override
  public void close() {
    desk.close();
  }
}
