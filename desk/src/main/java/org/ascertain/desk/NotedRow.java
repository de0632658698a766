package org.ascertain.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.ascertain.ledger.Tables;

/**
 * A row that does not wait and in which something was found.
 *
 * @param decision {@link Decision#RECORDED}, {@link Decision#FLAGGED} or {@link Decision#REFUSED}
 * @param entry what was recorded of it
 */
record NotedRow(long intake, long row, Decision decision, OptionalLong entry, List<Told> findings) {

  /** Writes rows of an intake. */
  static void insert(Connection in, long intake, List<NotedRow> rows) throws SQLException {
    if (rows.isEmpty()) return;
    try (PreparedStatement insert =
        in.prepareStatement(
            "insert into noted (intake, row, decision, entry, findings) values (?, ?, ?, ?, ?)")) {
      for (NotedRow each : rows) {
        insert.setLong(1, intake);
        insert.setLong(2, each.row);
        insert.setString(3, each.decision.name().toLowerCase(Locale.ROOT));
        Statements.set(insert, 4, each.entry);
        insert.setString(5, Told.json(each.findings));
        insert.executeUpdate();
      }
    }
  }

  private static final String SELECT =
      "select intake, row, decision, entry, findings from noted where ";

  static List<NotedRow> ofIntake(Connection of, long intake) throws SQLException {
    try (PreparedStatement select = of.prepareStatement(SELECT + "intake = ? order by row")) {
      select.setLong(1, intake);
      return read(select);
    }
  }

  /** Those that were recorded though a check doubts them, by their entries. */
  static List<NotedRow> flagged(Connection of, long from, long to, int most) throws SQLException {
    if (!Tables.has(of, "noted")) return List.of(); // no desk has ever opened it
    try (PreparedStatement select =
        of.prepareStatement(
            SELECT
                + "decision = 'flagged' and entry >= ? and entry < ? order by entry limit "
                + most)) {
      select.setLong(1, from);
      select.setLong(2, to);
      return read(select);
    }
  }

  private static List<NotedRow> read(PreparedStatement select) throws SQLException {
    List<NotedRow> all = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next())
        all.add(
            new NotedRow(
                row.getLong(1),
                row.getLong(2),
                Decision.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                Statements.number(row, 4),
                Told.read(row.getString(5))));
    }
    return all;
  }
}
