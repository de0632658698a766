package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import org.ascertain.election.Fact;
import org.ascertain.record.DraftReader;
import org.ascertain.record.DraftWriter;

/**
 * A row that waits for a person, or did. Nothing of it is ever lost: what was decided stands beside
 * what came.
 *
 * @param id its number in this election, from 1
 * @param row its place in its intake, from 1
 * @param raw as it was written
 * @param fact what it says, as a draft, if it could be read
 * @param unit where it says something of one
 * @param moment when what it says took effect, in nanoseconds since 1970-01-01T00:00Z
 * @param account who claimed or decided it
 * @param until up to when it is claimed
 * @param reason of whoever decided
 * @param entry what was recorded of it
 * @param version grows with each act, so that nobody decides what they have not seen
 * @param since what later rows showed
 */
public record KeptRow(
    long id,
    long intake,
    long row,
    String raw,
    Optional<String> fact,
    Optional<String> unit,
    Optional<String> source,
    OptionalLong moment,
    List<Told> findings,
    State state,
    Optional<String> account,
    Optional<Instant> until,
    Optional<String> reason,
    OptionalLong entry,
    long version,
    Since since) {

  /**
   * What rows that came later tell of one that waits.
   *
   * @param follows the row whose decision is for this one too, while that one waits
   * @param followers how many rows wait for the decision of this one
   * @param overtaken since when a later row of the same unit and source is recorded, so that nobody
   *     needs to decide
   * @param shown what the row after it showed to have been wrong in it
   */
  public record Since(
      OptionalLong follows, long followers, Optional<Instant> overtaken, List<Told> shown) {

    static final Since NOTHING = new Since(OptionalLong.empty(), 0, Optional.empty(), List.of());

    /** Whether a person has to decide about the row for its own sake. */
    public boolean isOwn() {
      return follows.isEmpty() && overtaken.isEmpty();
    }
  }

  /** What becomes of a row that is kept aside. */
  public enum State {
    /** It waits. */
    OPEN,
    /** Somebody looks at it. */
    CLAIMED,
    /** Another fact was recorded in its place. */
    MENDED,
    /** It was recorded as it is. */
    RELEASED,
    /** It is not recorded. */
    DISCARDED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The state that a word names. */
    public static Optional<State> of(String word) {
      for (State each : values()) if (each.word().equals(word)) return Optional.of(each);
      return Optional.empty();
    }

    /** Whether it is still to be decided. */
    public boolean waits() {
      return this == OPEN || this == CLAIMED;
    }
  }

  /**
   * Which rows are asked for.
   *
   * @param unit all that lies below it too
   * @param account whose intakes
   * @param after only those with a greater number
   */
  public record Asked(
      Optional<State> state,
      Optional<String> unit,
      Optional<String> code,
      Optional<String> account,
      OptionalLong intake,
      long after,
      int most) {

    /** All that wait. */
    public static Asked waiting(int most) {
      return new Asked(
          Optional.of(State.OPEN),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          0,
          most);
    }
  }

  private static final String COLUMNS =
      "id, intake, row, raw, fact, unit, source, moment, findings, state, account, until, reason,"
          + " entry, version";

  private static final String WAITS = "state in ('open', 'claimed')";

  /** What came later, as it counts now. */
  private static final String SINCE =
      ", (select head.id from kept head where head.id = kept.follows and head.overtaken is null and"
          + " head."
          + WAITS
          + ") as head, (select count(*) from kept other where other.follows = kept.id and"
          + " other.overtaken is null and other."
          + WAITS
          + ") as followers, overtaken, shown";

  /** What the row says, read anew. */
  Optional<Fact> read() {
    return read(fact, row);
  }

  /** What a row says, as it is kept. */
  static Optional<Fact> read(Optional<String> fact, long row) {
    return fact.flatMap(line -> new DraftReader().read(line.getBytes(UTF_8), row - 1).fact());
  }

  /** The same row, decided or claimed. */
  KeptRow with(State state, String account, Optional<Instant> until, Optional<String> reason) {
    return decided(state, Optional.of(account), until, reason, OptionalLong.empty(), version + 1);
  }

  /** The same row with what was recorded of it. */
  KeptRow at(long entry) {
    return decided(state, account, until, reason, OptionalLong.of(entry), version);
  }

  private KeptRow decided(
      State state,
      Optional<String> account,
      Optional<Instant> until,
      Optional<String> reason,
      OptionalLong entry,
      long version) {
    return new KeptRow(
        id, intake, row, raw, fact, unit, source, moment, findings, state, account, until, reason,
        entry, version, since);
  }

  /** A fact as it is kept: a draft that describes its source in full. */
  static String draft(Fact fact) {
    return new String(new DraftWriter().line(fact), UTF_8);
  }

  void insert(Connection in) throws SQLException {
    try (PreparedStatement insert =
        in.prepareStatement(
            "insert into kept ("
                + COLUMNS
                + ", follows) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, id);
      insert.setLong(2, intake);
      insert.setLong(3, row);
      insert.setString(4, raw);
      Statements.set(insert, 5, fact);
      Statements.set(insert, 6, unit);
      Statements.set(insert, 7, source);
      Statements.set(insert, 8, moment);
      insert.setString(9, Told.json(findings));
      insert.setString(10, state.word());
      Statements.set(insert, 11, account);
      Statements.set(insert, 12, until.map(Instant::toString));
      Statements.set(insert, 13, reason);
      Statements.set(insert, 14, entry);
      insert.setLong(15, version);
      Statements.set(insert, 16, since.follows());
      insert.executeUpdate();
    }
  }

  /**
   * Writes what was decided, if nobody decided anything since.
   *
   * @return whether it was written
   */
  boolean update(Connection in) throws SQLException {
    try (PreparedStatement update =
        in.prepareStatement(
            "update kept set state = ?, account = ?, until = ?, reason = ?, entry = ?, findings ="
                + " ?, version = ? where id = ? and version = ?")) {
      update.setString(1, state.word());
      Statements.set(update, 2, account);
      Statements.set(update, 3, until.map(Instant::toString));
      Statements.set(update, 4, reason);
      Statements.set(update, 5, entry);
      update.setString(6, Told.json(findings));
      update.setLong(7, version);
      update.setLong(8, id);
      update.setLong(9, version - 1);
      return update.executeUpdate() == 1;
    }
  }

  /**
   * Writes that a later row has left a row behind; whoever decided it meanwhile is not disturbed.
   */
  static void overtaken(Connection in, long id, Instant at) throws SQLException {
    set(in, "overtaken", at.toString(), id);
  }

  /** Writes what the row after a row showed of it. */
  static void shown(Connection in, long id, List<Told> findings) throws SQLException {
    set(in, "shown", Told.json(findings), id);
  }

  private static void set(Connection in, String column, String value, long id) throws SQLException {
    try (PreparedStatement update =
        in.prepareStatement("update kept set " + column + " = ? where id = ? and " + WAITS)) {
      update.setString(1, value);
      update.setLong(2, id);
      update.executeUpdate();
    }
  }

  /** Whether a row with a fact was discarded, or mended into another. */
  static boolean isLeftOut(Connection of, Fact fact) throws SQLException {
    try (PreparedStatement select =
        of.prepareStatement(
            "select count(*) from kept where fact = ? and state in ('discarded', 'mended')")) {
      select.setString(1, draft(fact));
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getLong(1) > 0;
      }
    }
  }

  static long nextId(Connection of) throws SQLException {
    return Statements.number(of, "select coalesce(max(id), 0) + 1 from kept");
  }

  static Optional<KeptRow> find(Connection of, long id) throws SQLException {
    return select(of, "where id = ?", List.of(id)).stream().findFirst();
  }

  /** The rows of an intake that were kept aside, in their order. */
  static List<KeptRow> ofIntake(Connection of, long intake) throws SQLException {
    return select(of, "where intake = ? order by row", List.of(intake));
  }

  /** Those that wait and that say something of a unit by a source after a moment. */
  static List<KeptRow> waiting(Connection of, String unit, String source, long after)
      throws SQLException {
    return select(
        of,
        "where " + WAITS + " and unit = ? and source = ? and moment > ?" + " order by moment, id",
        List.of(unit, source, after));
  }

  /** Those that wait and that say something of a unit or of what lies below it. */
  static List<KeptRow> waiting(Connection of, String unit) throws SQLException {
    return select(
        of,
        "where " + WAITS + " and (unit = ? or (unit > ? and unit < ?)) order by id",
        List.of(unit, unit + "/", unit + "0")); // of all that begins with the unit and a slash
  }

  static List<KeptRow> list(Connection of, Asked asked) throws SQLException {
    StringBuilder where = new StringBuilder("where id > ?");
    List<Object> values = new ArrayList<>();
    values.add(asked.after());
    asked.state().ifPresent(state -> add(where, values, "state = ?", state.word()));
    asked
        .unit()
        .ifPresent(
            unit -> {
              where.append(" and (unit = ? or substr(unit, 1, ?) = ?)");
              values.add(unit);
              values.add(unit.length() + 1);
              values.add(unit + "/");
            });
    asked
        .code()
        .ifPresent(
            code ->
                add(
                    where,
                    values,
                    "findings || coalesce(shown, '') like ?",
                    "%\"code\":\"" + code + "\"%"));
    asked
        .account()
        .ifPresent(
            account ->
                add(where, values, "intake in (select id from intake where account = ?)", account));
    if (asked.intake().isPresent()) add(where, values, "intake = ?", asked.intake().getAsLong());
    return select(of, where + " order by id limit " + asked.most(), values);
  }

  private static void add(StringBuilder where, List<Object> values, String part, Object value) {
    where.append(" and ").append(part);
    values.add(value);
  }

  private static List<KeptRow> select(Connection of, String where, List<?> values)
      throws SQLException {
    try (PreparedStatement select =
        of.prepareStatement("select " + COLUMNS + SINCE + " from kept " + where)) {
      for (int i = 0; i < values.size(); i++) select.setObject(i + 1, values.get(i));
      List<KeptRow> all = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) all.add(read(row));
      }
      return all;
    }
  }

  private static KeptRow read(ResultSet row) throws SQLException {
    return new KeptRow(
        row.getLong(1),
        row.getLong(2),
        row.getLong(3),
        row.getString(4),
        Statements.text(row, 5),
        Statements.text(row, 6),
        Statements.text(row, 7),
        Statements.number(row, 8),
        Told.read(row.getString(9)),
        State.of(row.getString(10)).orElseThrow(),
        Statements.text(row, 11),
        Statements.text(row, 12).map(Instant::parse),
        Statements.text(row, 13),
        Statements.number(row, 14),
        row.getLong(15),
        new Since(
            Statements.number(row, 16),
            row.getLong(17),
            Statements.text(row, 18).map(Instant::parse),
            Statements.text(row, 19).map(Told::read).orElse(List.of())));
  }
}
