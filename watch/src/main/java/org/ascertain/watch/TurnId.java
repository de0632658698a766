package org.ascertain.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.ascertain.condition.ConditionsSoFar.Cause;
import org.ascertain.watch.Turn.Edge;

/** Ids that follow from what they are of: 26 characters of base32hex (RFC 4648) in lower case. */
final class TurnId {

  /** 26 characters of 5 bits. */
  private static final int BITS = 130;

  private static final int CHARACTERS = 26;

  /**
   * The id of a turn, from the first 130 bits of the SHA-256 of its watch, its number, its edge,
   * the candidate, and the index of the entry or the moment that brought it.
   */
  static String of(String watch, int seq, Edge edge, String candidate, Cause by) {
    String cause =
        switch (by) {
          case Cause.Recorded(var entry) -> "entry " + entry.index();
          case Cause.Clock(long moment) -> "clock " + moment;
        };
    return of(watch, Integer.toString(seq), edge.word(), candidate, cause);
  }

  /** The id of a list of words. */
  static String of(String... words) {
    byte[] digest = sha256().digest(String.join("\n", words).getBytes(UTF_8));
    int bytes = Math.ceilDiv(BITS, Byte.SIZE);
    String digits =
        new BigInteger(1, Arrays.copyOf(digest, bytes))
            .shiftRight(bytes * Byte.SIZE - BITS)
            .toString(32);
    return "0".repeat(CHARACTERS - digits.length()) + digits;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private TurnId() {}
}
