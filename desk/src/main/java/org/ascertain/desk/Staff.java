package org.ascertain.desk;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.ascertain.ledger.DeskStore;

/**
 * The people of a desk, and who of them is signed in. Both look at passwords, of which few are
 * looked at together.
 */
public record Staff(People people, Sessions sessions) {

  /** Those of a desk that {@link DeskTables} opened. */
  public static Staff of(DeskStore desk, InstantSource clock) {
    return of(desk, clock, new SecureRandom());
  }

  static Staff of(DeskStore desk, InstantSource clock, RandomGenerator random) {
    PasswordHashes hashes = new PasswordHashes(random);
    return new Staff(
        new People(desk, clock, random, hashes), new Sessions(desk, clock, random, hashes));
  }
}
