package org.ascertain.law;

import java.time.LocalDate;

/** Whether the votes of a state may still be counted again, given the margin. */
public sealed interface RecountChance {

  /** Neither ordered by law nor to be had on request. */
  record None() implements RecountChance {}

  /**
   * The law orders it.
   *
   * @param until the day on which it ends, if the law says so
   */
  record Ordered(Provision by, Verdict<LocalDate> until) implements RecountChance {}

  /**
   * Somebody may ask for it.
   *
   * @param anyMargin whether the law asks for no margin
   * @param until the last day on which it may be asked for
   */
  record OnRequest(Provision by, boolean anyMargin, Verdict<LocalDate> until)
      implements RecountChance {}
}
