package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.Optional;

/**
 * What somebody hands in to an election.
 *
 * @param key by which the sender names it, so that it may be sent again; of none, its content is
 * @param label a file's name, for people
 */
public record HandedIn(
    Sender sender, Layout form, Body body, Optional<String> key, Optional<String> label) {

  /** The longest key that is taken. */
  public static final int LONGEST_KEY = 100;

  String name() {
    return key.orElse(content());
  }

  /**
   * What it is told again by: its bytes and, in a format of others, what was said beside them, for
   * under other words the same bytes are other rows.
   */
  String content() {
    String beside = form.beside();
    if (beside.isEmpty()) return body.digest();
    return HexFormat.of()
        .formatHex(Body.sha256().digest((body.digest() + ' ' + beside).getBytes(UTF_8)));
  }
}
