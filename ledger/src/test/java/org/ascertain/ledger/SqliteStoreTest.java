package org.ascertain.ledger;

class SqliteStoreTest extends StoreContract {

  @Override
  protected Store store() {
    return new SqliteStore(keysAndSettings());
  }
}
