package org.ascertain.desk;

import java.sql.Statement;
import java.util.List;
import org.ascertain.ledger.DeskStore;
import org.ascertain.ledger.Store;
import org.ascertain.ledger.Tables;

/** The desk's tables that belong to no single election. */
public final class DeskTables {

  private static final Tables TABLES = Scripts.tables("desk", "desk-1-tokens.sql");

  private static final Tables PEOPLE = Scripts.tables("people", "people-1.sql", "people-2.sql");

  /** Opens the desk of a store, making it if there is none. */
  public static DeskStore open(Store store) {
    return store.desk(ofDesk().toArray(Tables[]::new));
  }

  /** The tables that belong to no single election. */
  public static List<Tables> ofDesk() {
    return List.of(TABLES, PEOPLE, ProposalTables.TRAIL);
  }

  /** The tables beside the entries of an election. */
  public static List<Tables> ofRecords() {
    return List.of(
        IntakeTables.TABLES, ProposalTables.PROPOSALS, ProposalTables.STOPS, ProposalTables.TRAIL);
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

  private DeskTables() {}
}
