package org.ascertain.law;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known of those chosen when a term begins.
 *
 * @param president who was chosen President; empty if nobody was
 * @param vicePresident who was chosen Vice President; empty if nobody was
 */
public record TermStart(Optional<Person> president, Optional<Person> vicePresident) {

  /**
   * A person chosen.
   *
   * @param died the day of death, if before the term
   * @param qualified whether nothing stands in the way of taking the office
   */
  public record Person(String id, Optional<LocalDate> died, boolean qualified) {

    boolean ready() {
      return died.isEmpty() && qualified;
    }
  }
}
