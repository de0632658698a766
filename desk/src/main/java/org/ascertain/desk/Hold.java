package org.ascertain.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ascertain.answers.JsonAnswer;
import org.ascertain.ledger.StoredRecord;
import org.ascertain.ledger.Tables;

/**
 * An entry of the desk's own that somebody is looking into. Readers are told so; the record says
 * what it said, until two people correct it.
 *
 * @param account who looks into it
 */
public record Hold(long entry, Account account, Instant at, String reason) {

  /** Those that stand, in the order of their entries; none where no desk opened the record. */
  public static List<Hold> of(StoredRecord record) {
    return record.ask(of -> Tables.has(of, "hold") ? standing(of) : List.of());
  }

  private static List<Hold> standing(Connection of) throws SQLException {
    try (PreparedStatement select =
            of.prepareStatement(
                "select entry, account, at, reason from hold where lifted is null order by entry");
        ResultSet row = select.executeQuery()) {
      List<Hold> all = new ArrayList<>();
      while (row.next())
        all.add(
            new Hold(
                row.getLong(1),
                new Account(row.getLong(2)),
                Instant.parse(row.getString(3)),
                row.getString(4)));
      return all;
    }
  }

  /** Whether two people of the desk put an entry into the record. */
  static boolean isOwn(Connection of, long entry) throws SQLException {
    try (PreparedStatement select =
        of.prepareStatement(
            "select count(*) from proposal where first_entry <= ? and last_entry >= ?")) {
      select.setLong(1, entry);
      select.setLong(2, entry);
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getLong(1) > 0;
      }
    }
  }

  static boolean stands(Connection of, long entry) throws SQLException {
    try (PreparedStatement select =
        of.prepareStatement("select count(*) from hold where entry = ? and lifted is null")) {
      select.setLong(1, entry);
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getLong(1) > 0;
      }
    }
  }

  void insert(Connection in) throws SQLException {
    try (PreparedStatement insert =
        in.prepareStatement("insert into hold (entry, account, at, reason) values (?, ?, ?, ?)")) {
      insert.setLong(1, entry);
      insert.setLong(2, account.number());
      insert.setString(3, at.toString());
      insert.setString(4, reason);
      insert.executeUpdate();
    }
  }

  static void lift(Connection in, long entry, Instant at) throws SQLException {
    try (PreparedStatement update =
        in.prepareStatement("update hold set lifted = ? where entry = ? and lifted is null")) {
      update.setString(1, at.toString());
      update.setLong(2, entry);
      update.executeUpdate();
    }
  }

  /** A list of them, as everybody is told. */
  public static String json(List<Hold> all) {
    return JsonAnswer.compact(
        json ->
            json.list(
                "items",
                all,
                each -> {
                  json.number("entry", each.entry());
                  json.text("since", each.at().toString());
                  json.text("reason", each.reason());
                }));
  }
}
