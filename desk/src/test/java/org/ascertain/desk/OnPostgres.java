package org.ascertain.desk;

import org.ascertain.postgres.ScratchStores;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Has the tests of a class keep what they keep in PostgreSQL, and not in files. */
final class OnPostgres implements BeforeAllCallback, AfterAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    System.setProperty(ScratchStores.KIND, "postgresql");
  }

  @Override
  public void afterAll(ExtensionContext context) {
    System.clearProperty(ScratchStores.KIND);
  }
}
