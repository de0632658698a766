package org.ascertain.election;

import java.time.LocalDate;
import java.util.Optional;

/** A document or publication that says so. Facts name it; a record describes it once. */
public record Source(
    String id,
    String title,
    Optional<String> publisher,
    Optional<LocalDate> date,
    Optional<String> url) {

  /** A source of which its title alone is known. */
  public static Source of(String id, String title) {
    return new Source(id, title, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
