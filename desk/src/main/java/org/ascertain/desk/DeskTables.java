package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Statement;
import java.util.List;
import org.ascertain.ledger.DeskStore;
import org.ascertain.ledger.Store;
import org.ascertain.ledger.Tables;

/** The desk's tables that belong to no single election. */
public final class DeskTables {

  private static final Tables TABLES = new Tables("desk", List.of(text("desk-1-tokens.sql")));

  /** Opens the desk of a store, making it if there is none. */
  public static DeskStore open(Store store) {
    return store.desk(TABLES);
  }

  /** Opens the desk of a store that holds a rehearsal, and says so in it. */
  public static DeskStore openForRehearsal(Store store) {
    DeskStore desk = open(store);
    desk.change(
        in -> {
          try (Statement statement = in.createStatement()) {
            statement.executeUpdate("delete from purpose");
            return statement.executeUpdate("insert into purpose (rehearsal) values (1)");
          }
        });
    return desk;
  }

  /** Whether a desk is a rehearsal's. */
  static boolean isForRehearsal(DeskStore desk) {
    return desk.ask(
        in -> {
          try (Statement statement = in.createStatement();
              var row = statement.executeQuery("select rehearsal from purpose")) {
            return row.next() && row.getInt(1) == 1;
          }
        });
  }

  /** One of the scripts that make the tables of this module. */
  static String text(String script) {
    try (InputStream in = DeskTables.class.getResourceAsStream(script)) {
      if (in == null) throw new IllegalStateException("the program lacks " + script);
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DeskTables() {}
}
