package org.ascertain.desk;

import java.time.Instant;
import java.util.Optional;

/**
 * A program's right to hand in, without the secret that proves it.
 *
 * @param account the number that its entries bear; revoking names it
 * @param label what it is for, for people
 * @param expires from when on it is worth nothing
 * @param lastUsed to the minute
 */
public record Token(
    long account,
    String label,
    Scope scope,
    Policy policy,
    Instant created,
    Instant expires,
    Optional<Instant> revoked,
    Optional<Instant> lastUsed) {

  /** What came of showing a token. */
  public sealed interface Shown {}

  /** It is good. */
  public record Good(Token token) implements Shown {}

  /** It opens nothing. */
  public record Refused(Why why) implements Shown {}

  /** Why a token opens nothing. */
  public enum Why {
    MISTYPED("This is no token of Ascertain's: it was cut off or mistyped."),
    UNKNOWN("This token is none of this desk's."),
    EXPIRED("This token has expired; ask for a new one."),
    REVOKED("This token was revoked; ask for a new one."),
    /** A finding of its own, for what comes with it would be test data. */
    OF_A_REHEARSAL("This token is of a rehearsal, and this is a desk that records."),
    OF_A_DESK("This token is of a desk that records, and this is a rehearsal.");

    private final String sentence;

    Why(String sentence) {
      this.sentence = sentence;
    }

    /** A sentence for people. */
    public String sentence() {
      return sentence;
    }
  }
}
