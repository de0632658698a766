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
    JUST_OVER,
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
      case PLAIN -> plain(off);
      case ABOUT -> about(off);
      case MORE_THAN -> off.signum() <= 0 ? Fit.WRONG : above(off);
      case JUST_OVER -> justOver(off);
      case AT_LEAST -> off.signum() < 0 ? Fit.WRONG : above(off);
      case NEARLY -> nearly(off);
      case LESS_THAN ->
          off.signum() >= 0 ? Fit.WRONG : within(off, 25, 100) ? Fit.RIGHT : Fit.ROUGH;
    };
  }

  private Fit plain(BigDecimal off) {
    if (off.signum() == 0) return Fit.RIGHT;
    // "115,000" of 115,100: whoever writes so has rounded; who rounds off more should say "about"
    if (step.compareTo(BigDecimal.ONE) >= 0 && isRound()) {
      boolean isOfFigures = step.compareTo(BigDecimal.ONE) == 0;
      BigDecimal grain = step.max(ofLastFigure());
      boolean isClose = isOfFigures ? within(off, 1, 200) : within(off, 15, 1000);
      if (isClose && isWithinHalf(off, grain)) return Fit.RIGHT;
      if (isWithinHalf(off, grain) || within(off, 1, 200)) return Fit.ROUGH;
    }
    if (step.compareTo(BigDecimal.ONE) == 0) return Fit.WRONG;
    if (isRounded(off)) return Fit.RIGHT;
    return off.abs().compareTo(step) <= 0 && within(off, 1, 50) ? Fit.ROUGH : Fit.WRONG;
  }

  /** What one of its last figure that is no nought stands for: 10,000 of 250,000. */
  private BigDecimal ofLastFigure() {
    return BigDecimal.ONE.scaleByPowerOfTen(-value.stripTrailingZeros().scale());
  }

  private static boolean isWithinHalf(BigDecimal off, BigDecimal grain) {
    return off.abs().multiply(BigDecimal.TWO).compareTo(grain) <= 0;
  }

  /** Whether it is off by no more than half of its last digit. */
  private boolean isRounded(BigDecimal off) {
    return isWithinHalf(off, step);
  }

  private Fit about(BigDecimal off) {
    // who writes three figures means them
    boolean fine = value.stripTrailingZeros().precision() >= 3;
    if (within(off, fine ? 1 : 3, 100)) return Fit.RIGHT;
    // with the word it is no worse than without it: "about half a million" of 543,895
    if (!within(off, fine ? 3 : 8, 100)) return plain(off) == Fit.WRONG ? Fit.WRONG : Fit.ROUGH;
    return isRounded(off) ? Fit.RIGHT : Fit.ROUGH;
  }

  /** "Just over 7,000" of 7,107: the next number of the kind would say it no better to anybody. */
  private Fit justOver(BigDecimal off) {
    if (off.signum() <= 0 || !within(off, 25, 100)) return Fit.WRONG;
    return within(off, 3, 100) ? Fit.RIGHT : above(off);
  }

  private Fit nearly(BigDecimal off) {
    if (off.signum() > 0) return within(off, 2, 100) ? Fit.ROUGH : Fit.WRONG;
    if (off.signum() == 0) return Fit.ROUGH;
    BigDecimal near = step.compareTo(BigDecimal.ONE) > 0 ? step : grain();
    if (off.abs().compareTo(near) <= 0) return Fit.RIGHT;
    return within(off, 12, 100) ? Fit.ROUGH : Fit.WRONG;
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
