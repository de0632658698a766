package org.ascertain.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which cards to draw, from a public seed, so that anybody can draw them again: the k-th is the
 * SHA-256 of the seed, a comma and k, as a whole number, modulo the number of cards, and one more.
 * That is the sampler of R. L. Rivest (<i>sampler.py</i>, 2011) and P. B. Stark; k begins with 1.
 * The same card may come again: cards are drawn with replacement.
 */
public final class Sampler {

  private final String seed;
  private final BigInteger cards;

  /**
   * @param seed as it was made public; one for each unit
   * @param cards how many there are; at least one
   * @throws IllegalArgumentException if there is no card or no seed
   */
  public Sampler(String seed, long cards) {
    if (seed.isBlank()) throw new IllegalArgumentException("no seed");
    if (cards < 1) throw new IllegalArgumentException(cards + " cards");
    this.seed = seed;
    this.cards = BigInteger.valueOf(cards);
  }

  /** The number of the card that is drawn as the k-th, from 1 on. */
  public long card(int k) {
    return hash(k).mod(cards).longValueExact() + 1;
  }

  /** The first so many. */
  public List<Long> first(int count) {
    List<Long> drawn = new ArrayList<>();
    for (int k = 1; k <= count; k++) drawn.add(card(k));
    return drawn;
  }

  private BigInteger hash(int k) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return new BigInteger(1, digest.digest((seed + "," + k).getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
