package org.ascertain.law;

import java.time.LocalDate;

/**
 * A day that the calendar sets.
 *
 * @param day the day, in Washington
 * @param rule the rule that gives it; where a one-off act moved the day, that act
 */
public record Deadline(DeadlineKind due, LocalDate day, Rule<?> rule) {}
