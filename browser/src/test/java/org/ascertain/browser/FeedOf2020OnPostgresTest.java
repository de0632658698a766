package org.ascertain.browser;

import java.util.HashMap;
import java.util.Map;
import org.ascertain.postgres.ScratchServer;
import org.junit.jupiter.api.AfterAll;

/** The same over PostgreSQL. */
class FeedOf2020OnPostgresTest extends FeedOf2020Test {

  /** The property and the variable that say in whose folder the keys of a database lie. */
  private static final String HERE = "ascertain.config";

  private static final String THERE = "XDG_CONFIG_HOME";

  private final ScratchServer database = ScratchServer.start();
  private final Map<String, String> databases = new HashMap<>();

  @AfterAll
  void end() {
    System.clearProperty(HERE);
    database.close();
  }

  @Override
  String data(String name) {
    System.setProperty(HERE, folder.resolve("ascertain").toString());
    return databases.computeIfAbsent(name, made -> database.newDatabase());
  }

  @Override
  Map<String, String> environment() {
    return Map.of(THERE, folder.toString());
  }
}
