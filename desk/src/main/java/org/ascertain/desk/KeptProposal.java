package org.ascertain.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.desk.Ended.Recorded;

/**
 * A proposal as it is kept.
 *
 * @param kind the word that records have for what it says first
 * @param unit where it is about one
 * @param firstEntry what was recorded of it, from this entry
 * @param lastEntry up to this
 */
public record KeptProposal(
    Filed filed,
    String kind,
    Optional<String> unit,
    OptionalLong firstEntry,
    OptionalLong lastEntry,
    Instant opened,
    Instant changed) {

  private static final String COLUMNS =
      "id, version, kind, unit, state, body, first_entry, last_entry, opened, changed";

  /** The word for its state. */
  public String word() {
    return ProposalBody.word(filed.state());
  }

  /** The same after an act. */
  KeptProposal with(Filed now, Instant at) {
    return new KeptProposal(now, kind, unit, firstEntry, lastEntry, opened, at);
  }

  /** The same with the entries that were recorded of it. */
  KeptProposal at(long first, long last) {
    return new KeptProposal(
        filed, kind, unit, OptionalLong.of(first), OptionalLong.of(last), opened, changed);
  }

  void insert(Connection in) throws SQLException {
    try (PreparedStatement insert =
        in.prepareStatement(
            "insert into proposal (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, filed.id());
      insert.setLong(2, filed.version());
      insert.setString(3, kind);
      Statements.set(insert, 4, unit);
      insert.setString(5, word());
      insert.setString(6, ProposalBody.json(filed.state()));
      Statements.set(insert, 7, firstEntry);
      Statements.set(insert, 8, lastEntry);
      insert.setString(9, opened.toString());
      insert.setString(10, changed.toString());
      insert.executeUpdate();
    }
  }

  /**
   * Writes what an act made of it, if nobody acted since.
   *
   * @return whether it was written
   */
  boolean update(Connection in) throws SQLException {
    Optional<Recorded> stood =
        filed.state() instanceof Recorded recorded ? Optional.of(recorded) : Optional.empty();
    try (PreparedStatement update =
        in.prepareStatement(
            "update proposal set version = ?, state = ?, body = ?, first_person = ?, second_person"
                + " = ?, third_person = ?, first_entry = ?, last_entry = ?, changed = ? where id ="
                + " ? and version = ?")) {
      update.setLong(1, filed.version());
      update.setString(2, word());
      update.setString(3, ProposalBody.json(filed.state()));
      Statements.set(update, 4, number(stood.map(Recorded::by)));
      Statements.set(update, 5, number(stood.map(Recorded::second)));
      Statements.set(update, 6, number(stood.flatMap(Recorded::decider)));
      Statements.set(update, 7, firstEntry);
      Statements.set(update, 8, lastEntry);
      update.setString(9, changed.toString());
      update.setLong(10, filed.id());
      update.setLong(11, filed.version() - 1);
      return update.executeUpdate() == 1;
    }
  }

  private static OptionalLong number(Optional<Account> account) {
    return account.map(each -> OptionalLong.of(each.number())).orElse(OptionalLong.empty());
  }

  static long nextId(Connection of) throws SQLException {
    return Statements.number(of, "select coalesce(max(id), 0) + 1 from proposal");
  }

  static Optional<KeptProposal> find(Connection of, long id) throws SQLException {
    return select(of, "where id = ?", id).stream().findFirst();
  }

  /** Those with a greater number, in their order. */
  static List<KeptProposal> list(Connection of, long after, int most) throws SQLException {
    return select(of, "where id > ? order by id limit " + most, after);
  }

  private static List<KeptProposal> select(Connection of, String where, long value)
      throws SQLException {
    try (PreparedStatement select =
        of.prepareStatement("select " + COLUMNS + " from proposal " + where)) {
      select.setLong(1, value);
      List<KeptProposal> all = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) all.add(read(row));
      }
      return all;
    }
  }

  private static KeptProposal read(ResultSet row) throws SQLException {
    return new KeptProposal(
        new Filed(
            row.getLong(1), row.getLong(2), ProposalBody.read(row.getString(5), row.getString(6))),
        row.getString(3),
        Statements.text(row, 4),
        Statements.number(row, 7),
        Statements.number(row, 8),
        Instant.parse(row.getString(9)),
        Instant.parse(row.getString(10)));
  }
}
