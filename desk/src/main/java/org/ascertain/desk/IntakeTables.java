package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.ascertain.ledger.Tables;

/**
 * The desk's tables in an election's file, written in the transactions of the entries that they
 * speak of.
 */
final class IntakeTables {

  static final Tables TABLES =
      new Tables(
          "intake", List.of(text("intake-1.sql"), text("intake-2.sql"), text("intake-3.sql")));

  private static String text(String script) {
    try (InputStream in = IntakeTables.class.getResourceAsStream(script)) {
      if (in == null) throw new IllegalStateException("the program lacks " + script);
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private IntakeTables() {}
}
