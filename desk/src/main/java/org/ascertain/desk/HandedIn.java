package org.ascertain.desk;

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
    return key.orElse(body.digest());
  }
}
