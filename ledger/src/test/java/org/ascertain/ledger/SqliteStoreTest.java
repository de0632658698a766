package org.ascertain.ledger;

class SqliteStoreTest extends StoreContract {

  @Override
  Store store() {
    return new SqliteStore(folder.resolve("data"));
  }
}
