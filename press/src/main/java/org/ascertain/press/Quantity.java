package org.ascertain.press;

import java.math.BigDecimal;

/**
 * A number as a text has it.
 *
 * @param value the number
 * @param step by how much the next number that could have been written so differs: 1 of "306",
 *     100,000 of "81.3 million"
 * @param sense what the word before it makes of it
 */
record Quantity(BigDecimal value, BigDecimal step, Sense sense) {

  /** What a word before a number makes of it. */
  enum Sense {
    PLAIN,
    ABOUT,
    MORE_THAN,
    AT_LEAST,
    NEARLY,
    LESS_THAN
  }

  /** How well a number says what another is. */
  enum Fit {
    RIGHT,
    ROUGH,
    WRONG
  }

  long whole() {
    return value.longValue();
  }

  boolean isExact() {
    return sense == Sense.PLAIN && step.compareTo(BigDecimal.ONE) <= 0;
  }

  /** How well it says what a whole number is. */
  Fit fits(long actual) {
    return fits(BigDecimal.valueOf(actual));
  }

  /**
   * How well it says what a number is. A rounded number is right if it is rounded right, and rough
   * if it is the next one; "about" is right within 3 of a hundred; "more than" and "almost" are
   * right if the next number that could have been written so would not say it better, else rough.
   */
  Fit fits(BigDecimal actual) {
    BigDecimal off = actual.subtract(value);
    return switch (sense) {
      case PLAIN -> {
        if (off.signum() == 0) yield Fit.RIGHT;
        BigDecimal twice = off.abs().multiply(BigDecimal.TWO);
        if (step.compareTo(BigDecimal.ONE) != 0 && twice.compareTo(step) <= 0) yield Fit.RIGHT;
        if (step.compareTo(BigDecimal.ONE) == 0 && isRound() && within(off, 1, 200))
          yield Fit.ROUGH;
        yield step.compareTo(BigDecimal.ONE) != 0
                && off.abs().compareTo(step) <= 0
                && within(off, 1, 50)
            ? Fit.ROUGH
            : Fit.WRONG;
      }
      case ABOUT ->
          within(off, 3, 100)
                  || (off.abs().multiply(BigDecimal.TWO).compareTo(step) <= 0 && within(off, 8, 100))
              ? Fit.RIGHT
              : within(off, 8, 100) ? Fit.ROUGH : Fit.WRONG;
      case MORE_THAN -> off.signum() <= 0 ? Fit.WRONG : above(off);
      case AT_LEAST -> off.signum() < 0 ? Fit.WRONG : above(off);
      case NEARLY ->
          off.signum() > 0
              ? (within(off, 2, 100) ? Fit.ROUGH : Fit.WRONG)
              : off.signum() == 0
                  ? Fit.ROUGH
                  : off.abs().compareTo(grain()) <= 0
                      ? Fit.RIGHT
                      : within(off, 12, 100) ? Fit.ROUGH : Fit.WRONG;
      case LESS_THAN ->
          off.signum() >= 0 ? Fit.WRONG : within(off, 25, 100) ? Fit.RIGHT : Fit.ROUGH;
    };
  }

  private Fit above(BigDecimal off) {
    return off.compareTo(grain()) < 0 ? Fit.RIGHT : Fit.ROUGH;
  }

  /** By how much the next number of its kind differs: of a round one in its second digit. */
  private BigDecimal grain() {
    if (step.compareTo(BigDecimal.ONE) < 0) return step;
    int digits = value.precision() - value.scale();
    BigDecimal second = BigDecimal.ONE.scaleByPowerOfTen(Math.max(0, digits - 2));
    return value.remainder(second).signum() == 0 ? second.max(step) : step;
  }

  /** Thousands without units, and the like: nobody counts so. */
  private boolean isRound() {
    return value.compareTo(BigDecimal.valueOf(1000)) >= 0
        && value.remainder(BigDecimal.valueOf(100)).signum() == 0;
  }

  private boolean within(BigDecimal off, int part, int of) {
    return off.abs()
            .multiply(BigDecimal.valueOf(of))
            .compareTo(value.abs().multiply(BigDecimal.valueOf(part)))
        <= 0;
  }
}
