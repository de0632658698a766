package org.ascertain.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.ledger.StoredRecord;
import org.ascertain.ledger.Tables;

/**
 * Whether what the public sees of an election stands still while something is looked into. One
 * person asks for it and another agrees; the record goes on.
 */
public sealed interface Freeze {

  /** Grows with each act, which names the one it saw. */
  long version();

  /** The public sees what there is. */
  record Thawed(long version) implements Freeze {}

  /** Somebody wants it frozen. */
  record Asked(long version, Account by, Instant at, String reason) implements Freeze {

    /** Freezes it, where somebody else agrees. */
    Optional<Frozen> agreedBy(Account second, Instant now, long entries) {
      return second.equals(by)
          ? Optional.empty()
          : Optional.of(new Frozen(version + 1, by, second, now, reason, entries));
    }
  }

  /**
   * The public sees the record's first entries.
   *
   * @param entries how many of them
   */
  record Frozen(
      long version, Account by, Account second, Instant since, String reason, long entries)
      implements Freeze {}

  /** How an election is seen by the public; all of it where no desk has ever opened its record. */
  static Freeze of(StoredRecord record) {
    return record.ask(of -> Tables.has(of, "freeze") ? read(of) : new Thawed(0));
  }

  private static Freeze read(Connection of) throws SQLException {
    try (PreparedStatement select =
            of.prepareStatement(
                "select version, state, first_person, second_person, at, reason, entries from"
                    + " \"freeze\"");
        ResultSet row = select.executeQuery()) {
      if (!row.next()) return new Thawed(0);
      long version = row.getLong(1);
      return switch (row.getString(2)) {
        case "asked" ->
            new Asked(
                version,
                new Account(row.getLong(3)),
                Instant.parse(row.getString(5)),
                row.getString(6));
        case "frozen" ->
            new Frozen(
                version,
                new Account(row.getLong(3)),
                new Account(row.getLong(4)),
                Instant.parse(row.getString(5)),
                row.getString(6),
                row.getLong(7));
        default -> new Thawed(version);
      };
    }
  }

  /**
   * Writes it in the place of what was kept before, if that is what was seen.
   *
   * @return whether it was written
   */
  default boolean write(Connection in) throws SQLException {
    if (version() == 1) {
      try (PreparedStatement none =
          in.prepareStatement(
              "insert into \"freeze\" (id, version, state) values (1, 0, 'thawed') on conflict do"
                  + " nothing")) {
        none.executeUpdate();
      }
    }
    try (PreparedStatement update =
        in.prepareStatement(
            "update \"freeze\" set version = ?, state = ?, first_person = ?, second_person = ?, at"
                + " = ?, reason = ?, entries = ? where version = ?")) {
      update.setLong(1, version());
      update.setString(2, word());
      set(update);
      update.setLong(8, version() - 1);
      return update.executeUpdate() == 1;
    }
  }

  private void set(PreparedStatement update) throws SQLException {
    record Columns(
        OptionalLong first,
        OptionalLong second,
        Optional<String> at,
        Optional<String> reason,
        OptionalLong entries) {}
    Columns columns =
        switch (this) {
          case Thawed f ->
              new Columns(
                  OptionalLong.empty(),
                  OptionalLong.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  OptionalLong.empty());
          case Asked f ->
              new Columns(
                  OptionalLong.of(f.by().number()),
                  OptionalLong.empty(),
                  Optional.of(f.at().toString()),
                  Optional.of(f.reason()),
                  OptionalLong.empty());
          case Frozen f ->
              new Columns(
                  OptionalLong.of(f.by().number()),
                  OptionalLong.of(f.second().number()),
                  Optional.of(f.since().toString()),
                  Optional.of(f.reason()),
                  OptionalLong.of(f.entries()));
        };
    Statements.set(update, 3, columns.first());
    Statements.set(update, 4, columns.second());
    Statements.set(update, 5, columns.at());
    Statements.set(update, 6, columns.reason());
    Statements.set(update, 7, columns.entries());
  }

  /** In a word. */
  default String word() {
    return switch (this) {
      case Thawed f -> "thawed";
      case Asked f -> "asked";
      case Frozen f -> "frozen";
    };
  }
}
