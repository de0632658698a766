package org.ascertain.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a desk keeps that belongs to no single election: tokens, and people. It lies apart from
 * every record, so that what is erased here touches none. Several programs may use it at a time;
 * each sees at once what another has committed. Every method throws {@link LedgerException} where
 * the store cannot be read or written.
 */
public interface DeskStore extends AutoCloseable {

  /** Statements to the desk's tables; the connection is neither committed nor closed by them. */
  @FunctionalInterface
  interface Work<T> {
    T in(Connection desk) throws SQLException;
  }

  /**
   * Changes what is kept: all of the work is durable when this returns, or nothing of it is done.
   */
  <T> T change(Work<T> work);

  /** Asks what is kept, as of one moment. */
  <T> T ask(Work<T> work);

  @Override
  void close();
}
