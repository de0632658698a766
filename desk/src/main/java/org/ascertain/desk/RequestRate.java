package org.ascertain.desk;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** How many requests each account has made within the minute that runs. */
final class RequestRate {

  private static final int SECONDS_OF_A_MINUTE = 60;

  private record Minute(long number, long requests) {}

  private final Map<String, Minute> minutes = new HashMap<>();

  /**
   * Counts a request.
   *
   * @param most how many may come within a minute
   * @return where it is one too many, in how many seconds the next minute begins
   */
  synchronized OptionalLong count(String account, Instant now, long most) {
    long second = now.getEpochSecond();
    Minute running = new Minute(second / SECONDS_OF_A_MINUTE, 1);
    Minute counted =
        minutes.merge(
            account,
            running,
            (before, one) ->
                before.number() == one.number()
                    ? new Minute(one.number(), before.requests() + 1)
                    : one);
    return counted.requests() <= most
        ? OptionalLong.empty()
        : OptionalLong.of(SECONDS_OF_A_MINUTE - second % SECONDS_OF_A_MINUTE);
  }
}
