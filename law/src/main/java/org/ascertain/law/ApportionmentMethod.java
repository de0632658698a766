package org.ascertain.law;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ways of dividing seats among states by their populations, in exact whole numbers. The divisor
 * methods give every state one seat and each further seat to the state with the greatest claim,
 * population over a divisor that grows with the seats it has; claims are compared by their squares,
 * so that the geometric mean of Huntington and Hill needs no root.
 */
public enum ApportionmentMethod {
  /** Fractions are dropped: the divisor for the seat after the n-th is n + 1. */
  JEFFERSON,
  /** Fractions of a half and more are rounded up: n + 1/2. */
  WEBSTER,
  /** Rounds at the harmonic mean: 2 n (n + 1) / (2 n + 1). */
  DEAN,
  /** Rounds at the geometric mean: the root of n (n + 1). */
  HUNTINGTON_HILL,
  /** Whole quotas first, then one more to each of the largest remainders. */
  HAMILTON;

  /** The square of a divisor as a fraction. */
  private record Square(BigInteger numerator, BigInteger denominator) {}

  private record Claim(String state, BigInteger numerator, BigInteger denominator) {
    int against(Claim other) {
      return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
  }

  /**
   * The seats of each state in a house of a given size.
   *
   * @throws IllegalStateException if two states have equal claims to a seat: no law says whose it
   *     is
   */
  Map<String, Integer> seats(Map<String, Long> population, int house) {
    return this == HAMILTON ? byLargestRemainder(population, house) : byClaims(population, house);
  }

  private Map<String, Integer> byClaims(Map<String, Long> population, int house) {
    Map<String, Integer> seats = new TreeMap<>();
    population.keySet().forEach(state -> seats.put(state, 1));
    for (int given = population.size(); given < house; given++) {
      List<Claim> claims =
          population.entrySet().stream()
              .map(of -> claim(of.getKey(), of.getValue(), seats.getOrDefault(of.getKey(), 1)))
              .sorted(Comparator.comparing(claim -> claim, (a, b) -> b.against(a)))
              .toList();
      requireNoTie(claims, 1);
      seats.merge(claims.getFirst().state(), 1, Integer::sum);
    }
    return seats;
  }

  private Claim claim(String state, long population, int has) {
    Square square = divisor(has);
    return new Claim(
        state, whole(population).pow(2).multiply(square.denominator()), square.numerator());
  }

  private Square divisor(int has) {
    BigInteger next = whole(has + 1L);
    BigInteger twiceAndOne = whole(2L * has + 1);
    return switch (this) {
      case JEFFERSON -> new Square(next.pow(2), BigInteger.ONE);
      case WEBSTER -> new Square(twiceAndOne.pow(2), whole(4));
      case DEAN -> new Square(whole(2L * has).multiply(next).pow(2), twiceAndOne.pow(2));
      case HUNTINGTON_HILL -> new Square(whole(has).multiply(next), BigInteger.ONE);
      case HAMILTON -> throw new IllegalStateException("largest remainders need no divisor");
    };
  }

  /** Seats at a fixed number of persons a seat, at least one: fractions dropped. */
  static Map<String, Integer> byRatio(Map<String, Long> population, long personsForASeat) {
    Map<String, Integer> seats = new TreeMap<>();
    population.forEach(
        (state, persons) ->
            seats.put(state, Math.max(1, Math.toIntExact(persons / personsForASeat))));
    return seats;
  }

  private static Map<String, Integer> byLargestRemainder(Map<String, Long> population, int house) {
    BigInteger total = whole(population.values().stream().mapToLong(Long::longValue).sum());
    Map<String, Integer> seats = new TreeMap<>();
    population.forEach(
        (state, persons) ->
            seats.put(state, Math.max(1, quota(persons, house).divide(total).intValueExact())));
    int left = house - seats.values().stream().mapToInt(Integer::intValue).sum();
    List<Claim> remainders =
        population.entrySet().stream()
            .filter(of -> quota(of.getValue(), house).compareTo(total) >= 0)
            .map(of -> new Claim(of.getKey(), quota(of.getValue(), house).mod(total), total))
            .sorted(Comparator.comparing(claim -> claim, (a, b) -> b.against(a)))
            .toList();
    requireNoTie(remainders, left);
    remainders.stream().limit(left).forEach(claim -> seats.merge(claim.state(), 1, Integer::sum));
    return seats;
  }

  private static BigInteger quota(long persons, int house) {
    return whole(persons).multiply(whole(house));
  }

  private static void requireNoTie(List<Claim> claims, int given) {
    if (given > 0 && given < claims.size() && claims.get(given - 1).against(claims.get(given)) == 0)
      throw new IllegalStateException(
          claims.get(given - 1).state()
              + " and "
              + claims.get(given).state()
              + " have equal claims to a seat");
  }

  private static BigInteger whole(long number) {
    return BigInteger.valueOf(number);
  }
}
