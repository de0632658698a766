package org.ascertain.desk;

import java.util.List;
import org.ascertain.ledger.Tables;

/**
 * The desk's tables in an election's file, written in the transactions of the entries that they
 * speak of.
 */
final class IntakeTables {

  static final Tables TABLES =
      new Tables(
          "intake",
          List.of(
              DeskTables.text("intake-1.sql"),
              DeskTables.text("intake-2.sql"),
              DeskTables.text("intake-3.sql")));

  private IntakeTables() {}
}
