package org.ascertain.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The same night in a table of DuckDB's, in memory, asked with one thread. */
final class ReturnsInDuckDb implements AutoCloseable {

  /** Of each precinct the latest returns, added up by jurisdiction. */
  private static final String QUESTION =
      """
      select jurisdiction, sum(biden), sum(trump)
      from (select precinct, arg_max(biden, entry) as biden, arg_max(trump, entry) as trump
            from returns group by precinct)
      join precincts using (precinct)
      group by jurisdiction
      """;

  private final Connection connection;
  private final PreparedStatement question;
  private final int jurisdictions;

  ReturnsInDuckDb(Night night, Night.Figures figures) throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    jurisdictions = night.jurisdictions;
    try (Statement statement = connection.createStatement()) {
      statement.execute("set threads = 1");
      statement.execute("create table precincts (precinct integer, jurisdiction integer)");
      statement.execute(
          "create table returns (entry integer, precinct integer, biden bigint, trump bigint)");
    }
    DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
    try (DuckDBAppender rows = duck.createAppender("main", "precincts")) {
      for (int p = 0; p < Night.PRECINCTS; p++) {
        rows.beginRow();
        rows.append(p);
        rows.append(night.jurisdictionOf[p]);
        rows.endRow();
      }
    }
    try (DuckDBAppender rows = duck.createAppender("main", "returns")) {
      for (int i = 0; i < figures.precinct.length; i++) {
        rows.beginRow();
        rows.append(i);
        rows.append(figures.precinct[i]);
        rows.append(figures.biden[i]);
        rows.append(figures.trump[i]);
        rows.endRow();
      }
    }
    question = connection.prepareStatement(QUESTION);
  }

  /** The votes of each jurisdiction, one ticket after the other. */
  long[] votesByJurisdiction() {
    long[] sums = new long[2 * jurisdictions];
    try (ResultSet rows = question.executeQuery()) {
      while (rows.next()) {
        sums[2 * rows.getInt(1)] = rows.getLong(2);
        sums[2 * rows.getInt(1) + 1] = rows.getLong(3);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return sums;
  }

  @Override
  public void close() throws SQLException {
    question.close();
    connection.close();
  }
}
