package org.ascertain.election;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact fraction. Every share and threshold that decides anything is one; a double never
 * decides.
 */
public record Fraction(long numerator, long denominator) implements Comparable<Fraction> {

  public Fraction {
    if (denominator <= 0)
      throw new IllegalArgumentException("denominator must be positive: " + denominator);
  }

  /** The least whole number that is not below this share of {@code whole}: a fifth of 96 is 20. */
  public long ofAtLeast(long whole) {
    return Math.ceilDiv(Math.multiplyExact(numerator, whole), denominator);
  }

  /** In percent with so many decimals, rounded half up, for people to read. */
  public String percent(int decimals) {
    return new BigDecimal(BigInteger.valueOf(numerator).multiply(BigInteger.valueOf(100)))
        .divide(BigDecimal.valueOf(denominator), decimals, RoundingMode.HALF_UP)
        .toPlainString();
  }

  @Override
  public int compareTo(Fraction other) {
    return BigInteger.valueOf(numerator)
        .multiply(BigInteger.valueOf(other.denominator))
        .compareTo(BigInteger.valueOf(other.numerator).multiply(BigInteger.valueOf(denominator)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fraction fraction && compareTo(fraction) == 0;
  }

  @Override
  public int hashCode() {
    BigInteger common = BigInteger.valueOf(numerator).gcd(BigInteger.valueOf(denominator));
    return Long.hashCode(numerator / common.longValueExact()) * 31
        + Long.hashCode(denominator / common.longValueExact());
  }

  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}
