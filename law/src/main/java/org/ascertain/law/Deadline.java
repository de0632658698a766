package org.ascertain.law;

import java.time.LocalDate;

/**
 * A day that the calendar sets.
 *
 * @param day the day, in Washington
 * @param rule the rule that gives it; where a one-off act moved the day, that act
 */
public record Deadline(DeadlineKind due, LocalDate day, Rule<?> rule) {

  /** The last count whose day is certain: it was held. */
  private static final LocalDate LAST_COUNT = LocalDate.of(2025, 1, 6);

  /** Whether Congress may still move the day by an act for this count, as it has done before. */
  public boolean mayBeMoved() {
    return due == DeadlineKind.COUNT && day.isAfter(LAST_COUNT);
  }

  /** What happens by that day, in words that follow "by which" or "on which". */
  public String words() {
    return mayBeMoved() ? due.words() + ", unless it sets another day" : due.words();
  }
}
