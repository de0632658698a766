package org.ascertain.watch;

import java.util.Locale;
import java.util.OptionalLong;
import org.ascertain.ledger.Secret;

/**
 * Where a server's watch is told.
 *
 * @param opens the SHA-256 of what opens its page
 * @param address of a webhook, or of mail; empty for one that is only read, and once it has ended
 * @param contact whom to write to where a webhook fails; empty for nobody
 * @param sealed a webhook's secret, which the desk's key opens; of mails that have ended the link
 *     that ended them, where one did
 * @param language of what is written to people
 * @param still whether a sign of life is wanted each day
 * @param account who made it, where they were signed in
 * @param network from where it was made
 * @param failures how often telling failed since it went well last
 * @param failing since when, in nanoseconds since 1970-01-01T00:00Z; 0 while it does not
 * @param told when something was told last, so; 0 before
 * @param reached whether the contact wants to be written to
 */
public record Endpoint(
    String watch,
    String opens,
    Kind kind,
    String address,
    String contact,
    String sealed,
    String language,
    boolean still,
    OptionalLong account,
    String network,
    State state,
    int failures,
    long failing,
    long told,
    boolean reached) {

  /** How it is told. */
  public enum Kind {
    /** By an HTTP request. */
    WEBHOOK,
    MAIL,
    /** Not at all: whoever waits reads its events, its feed or its stream. */
    NONE;

    /** As it is written. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it is told. */
  public enum State {
    /** Nobody has shown yet that they want to be told there. */
    UNCONFIRMED,
    LIVE,
    /** It failed for too long, or said that it wants no more. */
    DISABLED,
    /** Somebody ended it. */
    ENDED;

    /** As it is written. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One that was just made: what is only read needs nobody's yes. */
  public static Endpoint made(
      String watch,
      Secret opens,
      Kind kind,
      String address,
      String contact,
      String sealed,
      String language,
      boolean still,
      OptionalLong account,
      String network) {
    return new Endpoint(
        watch,
        opens.hash(),
        kind,
        address,
        contact,
        sealed,
        language,
        still,
        account,
        network,
        kind == Kind.NONE ? State.LIVE : State.UNCONFIRMED,
        0,
        0,
        0,
        false);
  }
}
