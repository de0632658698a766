package org.ascertain.law;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.Fraction;

/** Within what margin a recount is held or may be asked for. */
public sealed interface Threshold {

  /** There is no such recount. */
  record Never() implements Threshold {}

  /** Whatever the margin. */
  record AnyMargin() implements Threshold {}

  /** A margin within all the bounds of one of the lists. */
  record Within(List<List<Bound>> oneOf) implements Threshold {
    public Within {
      oneOf = oneOf.stream().map(List::copyOf).toList();
    }
  }

  /** Of what a share is taken. */
  enum ShareOf {
    /** All votes cast for the office. */
    CAST,
    /** The votes of the two who lead. */
    TWO,
    /** The leader's votes. */
    LEADER
  }

  /** One bound; {@code below} where a margin equal to it is outside. */
  sealed interface Bound {
    boolean below();

    record Share(boolean below, Fraction share, ShareOf of) implements Bound {}

    record Votes(boolean below, long votes) implements Bound {}
  }

  /**
   * Whether a margin is within it; empty where that turns on the votes cast for the office and they
   * are not known.
   */
  default Optional<Boolean> holds(Margin margin) {
    return switch (this) {
      case Never() -> Optional.of(false);
      case AnyMargin() -> Optional.of(true);
      case Within(var oneOf) -> {
        List<Optional<Boolean>> each =
            oneOf.stream()
                .map(all -> all(all.stream().map(bound -> holds(bound, margin)).toList()))
                .toList();
        yield all(each.stream().map(holds -> holds.map(yes -> !yes)).toList()).map(none -> !none);
      }
    };
  }

  /** False if one is false; else unknown if one is unknown. */
  private static Optional<Boolean> all(List<Optional<Boolean>> each) {
    if (each.contains(Optional.of(false))) return Optional.of(false);
    return each.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(true);
  }

  private static Optional<Boolean> holds(Bound bound, Margin margin) {
    return switch (bound) {
      case Bound.Votes(var below, var votes) ->
          Optional.of(below ? margin.votes() < votes : margin.votes() <= votes);
      case Bound.Share(var below, var share, var of) -> {
        long two = Math.addExact(margin.first(), margin.second());
        yield switch (of) {
          case LEADER -> Optional.of(within(margin.votes(), below, share, margin.first()));
          case TWO -> Optional.of(within(margin.votes(), below, share, two));
          case CAST ->
              margin.cast().isPresent()
                  ? Optional.of(within(margin.votes(), below, share, margin.cast().getAsLong()))
                  // The votes cast are no fewer than those of the two.
                  : Optional.of(within(margin.votes(), below, share, two)).filter(yes -> yes);
        };
      }
    };
  }

  private static boolean within(long margin, boolean below, Fraction share, long whole) {
    int order =
        Long.compare(
            Math.multiplyExact(margin, share.denominator()),
            Math.multiplyExact(share.numerator(), whole));
    return below ? order < 0 : order <= 0;
  }

  /**
   * Reads such as {@code <= 0.5% cast}, {@code < 2000 votes and < 0.5% two}, {@code none}, {@code
   * any}, {@code tie}. "And" binds before "or".
   */
  static Threshold of(String text) {
    return switch (text) {
      case "none" -> new Never();
      case "any" -> new AnyMargin();
      case "tie" -> new Within(List.of(List.of(new Bound.Votes(false, 0))));
      default ->
          new Within(
              Arrays.stream(text.split(" or ", -1))
                  .map(all -> Arrays.stream(all.split(" and ", -1)).map(Threshold::bound).toList())
                  .toList());
    };
  }

  private static Bound bound(String text) {
    List<String> words = List.of(text.split(" ", -1));
    boolean below =
        switch (words.getFirst()) {
          case "<" -> true;
          case "<=" -> false;
          default -> throw new IllegalArgumentException("no bound: " + text);
        };
    String number = words.get(1);
    if (words.get(2).equals("votes")) return new Bound.Votes(below, Long.parseLong(number));
    ShareOf of =
        switch (words.get(2)) {
          case "cast" -> ShareOf.CAST;
          case "two" -> ShareOf.TWO;
          case "leader" -> ShareOf.LEADER;
          default -> throw new IllegalArgumentException("a share of what? " + text);
        };
    return new Bound.Share(below, percent(number), of);
  }

  private static Fraction percent(String number) {
    if (!number.endsWith("%")) throw new IllegalArgumentException("no percentage: " + number);
    BigDecimal share = new BigDecimal(number.substring(0, number.length() - 1)).movePointLeft(2);
    return new Fraction(
        share.unscaledValue().longValueExact(), BigDecimal.TEN.pow(share.scale()).longValueExact());
  }
}
