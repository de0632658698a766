package org.ascertain.desk;

import org.ascertain.ledger.Tables;

/**
 * The desk's tables in an election's file, written in the transactions of the entries that they
 * speak of.
 */
final class IntakeTables {

  static final Tables TABLES =
      Scripts.tables("intake", "intake-1.sql", "intake-2.sql", "intake-3.sql");

  private IntakeTables() {}
}
