package org.ascertain.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/** The same rows in a table of SQLite, as durable as the ledger's, without a check. */
record SqlitePeer(Scratch scratch) {

  private static final int GROUP = 1_000;

  /** Stores the lines of a file in groups; gives the seconds. */
  double copy(Path file) throws SQLException, IOException {
    try (Connection connection = open("copy.db");
        PreparedStatement insert = connection.prepareStatement("insert into row values (?)");
        BufferedReader lines = Files.newBufferedReader(file)) {
      connection.setAutoCommit(false);
      long began = System.nanoTime();
      long rows = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        insert.setString(1, line);
        insert.executeUpdate();
        if (++rows % GROUP == 0) connection.commit();
      }
      connection.commit();
      return (System.nanoTime() - began) / 1e9;
    }
  }

  /** Commits one row at a time; gives the median of what one took, in seconds. */
  double commit(int times) throws SQLException {
    try (Connection connection = open("commit.db");
        PreparedStatement insert = connection.prepareStatement("insert into row values (?)")) {
      double[] took = new double[times];
      for (int i = 0; i < times; i++) {
        long began = System.nanoTime();
        insert.setString(1, "PA,2020-11-04T02:00:00-05:00,feed," + i);
        insert.executeUpdate();
        took[i] = (System.nanoTime() - began) / 1e9;
      }
      Arrays.sort(took);
      return took[times / 2];
    }
  }

  private Connection open(String name) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + scratch.file(name));
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma journal_mode = wal");
      statement.execute("pragma synchronous = full");
      statement.execute("create table row (text text not null)");
    }
    return connection;
  }
}
