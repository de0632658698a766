package org.ascertain.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What became of one file or request that was handed in, as far as its rows are decided.
 *
 * @param id its number in this election, from 1
 * @param account who handed it in
 * @param key by which its sender names it; the hash of its content where they named it by none
 * @param content the SHA-256 of its bytes
 * @param label for people: a file's name, or what the sender is called
 * @param rows how many rows are decided: the sum of the four that follow
 * @param known rows that the record had already, or that changed nothing
 * @param first the first entry that came of it
 * @param heldRows how many rows it had when it last stopped and asked for a person
 * @param heldKept how many of those were kept aside
 */
public record Intake(
    long id,
    String account,
    Via via,
    String key,
    String content,
    String label,
    Instant received,
    State state,
    long rows,
    long recorded,
    long known,
    long kept,
    long refused,
    OptionalLong first,
    long heldRows,
    long heldKept) {

  /** How far an intake is. */
  public enum State {
    /** Rows are still to come: it goes on, or was cut short. */
    OPEN,
    /** So many rows were kept aside that it stopped, and a person should look at the file. */
    HELD,
    /** Every row is decided. */
    DONE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final String COLUMNS =
      "id, account, via, key, content, label, received, state, rows, recorded, known, kept, refused,"
          + " first, held_rows, held_kept";

  private static final String WRITE =
      "insert into intake ("
          + COLUMNS
          + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set"
          + " state = excluded.state, rows = excluded.rows, recorded = excluded.recorded,"
          + " known = excluded.known, kept = excluded.kept, refused = excluded.refused,"
          + " first = excluded.first, held_rows = excluded.held_rows, held_kept = excluded.held_kept";

  /** The same with the rows of a further group. */
  Intake with(State state, long recorded, long known, long kept, long refused, long firstEntry) {
    return new Intake(
        id,
        account,
        via,
        key,
        content,
        label,
        received,
        state,
        rows + recorded + known + kept + refused,
        this.recorded + recorded,
        this.known + known,
        this.kept + kept,
        this.refused + refused,
        first.isPresent() || recorded == 0 ? first : OptionalLong.of(firstEntry),
        state == State.HELD ? rows + recorded + known + kept + refused : heldRows,
        state == State.HELD ? this.kept + kept : heldKept);
  }

  /** What is told of it when the same comes again: nothing of it is new. */
  public Intake again() {
    return new Intake(
        id,
        account,
        via,
        key,
        content,
        label,
        received,
        state,
        rows,
        0,
        recorded + known,
        kept,
        refused,
        OptionalLong.empty(),
        heldRows,
        heldKept);
  }

  Intake numbered(long number) {
    return new Intake(
        number, account, via, key, content, label, received, state, rows, recorded, known, kept,
        refused, first, heldRows, heldKept);
  }

  /** Writes it in the place of what was kept of it before. */
  void write(Connection in) throws SQLException {
    try (PreparedStatement insert = in.prepareStatement(WRITE)) {
      insert.setLong(1, id);
      insert.setString(2, account);
      insert.setString(3, via.word());
      insert.setString(4, key);
      insert.setString(5, content);
      insert.setString(6, label);
      insert.setString(7, received.toString());
      insert.setString(8, state.word());
      insert.setLong(9, rows);
      insert.setLong(10, recorded);
      insert.setLong(11, known);
      insert.setLong(12, kept);
      insert.setLong(13, refused);
      Statements.set(insert, 14, first);
      insert.setLong(15, heldRows);
      insert.setLong(16, heldKept);
      insert.executeUpdate();
    }
  }

  /**
   * Looks whether an intake may begin.
   *
   * @param next the number that it would have
   * @param there the one of this account and key, else the first of the same content
   */
  record Place(long next, OptionalLong there) {
    static Place of(Connection in, String account, String key, String content) throws SQLException {
      try (PreparedStatement select =
          in.prepareStatement(
              "select (select coalesce(max(id), 0) + 1 from intake), coalesce("
                  + "(select id from intake where account = ? and key = ?),"
                  + " (select min(id) from intake where content = ?))")) {
        select.setString(1, account);
        select.setString(2, key);
        select.setString(3, content);
        try (ResultSet row = select.executeQuery()) {
          row.next();
          return new Place(row.getLong(1), Statements.number(row, 2));
        }
      }
    }
  }

  static Optional<Intake> find(Connection of, long id) throws SQLException {
    return select(of, "where id = ?", id).stream().findFirst();
  }

  /** The one that an account named by a key. */
  static Optional<Intake> find(Connection of, String account, String key) throws SQLException {
    return select(of, "where account = ? and key = ?", account, key).stream().findFirst();
  }

  /** Those of one account, or of all, the newest first. */
  static List<Intake> list(Connection of, Optional<String> account, long before, int most)
      throws SQLException {
    String newest = " order by id desc limit " + most;
    return account.isPresent()
        ? selectLast(of, "where id < ? and account = ?" + newest, before, account.get())
        : selectLast(of, "where id < ?" + newest, before);
  }

  private static List<Intake> select(Connection of, String where, Object... values)
      throws SQLException {
    return selectLast(of, where + " order by id", values);
  }

  private static List<Intake> selectLast(Connection of, String where, Object... values)
      throws SQLException {
    try (PreparedStatement select =
        of.prepareStatement("select " + COLUMNS + " from intake " + where)) {
      for (int i = 0; i < values.length; i++) select.setObject(i + 1, values[i]);
      List<Intake> all = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) all.add(read(row));
      }
      return all;
    }
  }

  private static Intake read(ResultSet row) throws SQLException {
    return new Intake(
        row.getLong(1),
        row.getString(2),
        Via.of(row.getString(3)),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        Instant.parse(row.getString(7)),
        State.valueOf(row.getString(8).toUpperCase(Locale.ROOT)),
        row.getLong(9),
        row.getLong(10),
        row.getLong(11),
        row.getLong(12),
        row.getLong(13),
        Statements.number(row, 14),
        row.getLong(15),
        row.getLong(16));
  }
}
