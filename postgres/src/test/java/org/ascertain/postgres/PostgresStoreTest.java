package org.ascertain.postgres;

import org.ascertain.ledger.Store;
import org.ascertain.ledger.StoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresStoreTest extends StoreContract {

  private PostgresStore store;

  @BeforeEach
  void open() {
    store = PostgresStore.open(Scratch.SERVER.newDatabase(), keysAndSettings());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected Store store() {
    return store;
  }
}
