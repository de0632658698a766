package org.ascertain.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import org.ascertain.ledger.Ledger.Indexes;

/**
 * What is written beside a batch, in its transaction, after its entries; with an empty batch alone.
 * If it throws, nothing of its batch is recorded, and the others of the transaction are.
 */
@FunctionalInterface
public interface Beside {

  /** Nothing. */
  Beside NOTHING = (in, at) -> {};

  /**
   * Writes it.
   *
   * @param in for plain statements; it is neither committed, rolled back nor closed here
   * @param at the places that the batch was given; of an empty one, the record's end and none
   */
  void write(Connection in, Indexes at) throws SQLException;
}
