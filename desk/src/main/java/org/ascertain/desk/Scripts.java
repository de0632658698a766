package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.ascertain.ledger.Tables;

/** Numbered scripts of SQL that lie beside the program's classes. */
final class Scripts {

  /**
   * Tables of their own.
   *
   * @param scripts in the order in which a database gets them
   */
  static Tables tables(String name, String... scripts) {
    List<String> texts = Stream.of(scripts).map(Scripts::text).toList();
    return new Tables(name, texts);
  }

  private static String text(String script) {
    try (InputStream in = Scripts.class.getResourceAsStream(script)) {
      if (in == null) throw new IllegalStateException("the program lacks " + script);
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Scripts() {}
}
