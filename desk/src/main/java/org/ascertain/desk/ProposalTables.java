package org.ascertain.desk;

import org.ascertain.ledger.Tables;

/** What people do about an election, kept in its file, in the transactions of its entries. */
final class ProposalTables {

  static final Tables PROPOSALS = Scripts.tables("proposals", "proposals-1.sql", "proposals-2.sql");
  static final Tables STOPS = Scripts.tables("stops", "stops-1.sql");
  static final Tables TRAIL = Scripts.tables("trail", "trail-1.sql");

  private ProposalTables() {}
}
