package org.ascertain.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.ascertain.watch.Endpoint;
import org.ascertain.watch.Endpoint.Kind;
import org.ascertain.watch.Endpoints;

/**
 * How often an address is asked whether somebody there wants to be told: whoever has not said yes
 * gets one mail a day, however many watches are made for them, and no webhook is made to answer
 * challenges for somebody else's fun. Counted in memory.
 */
final class Invitations {

  private static final int MAILS = 1;
  private static final int MAILS_TO_WHO_SAID_YES = 10;
  private static final int CHALLENGES = 20;
  private static final Duration WITHIN = Duration.ofDays(1);
  private static final Duration CHALLENGES_WITHIN = Duration.ofHours(1);

  private final Map<String, Deque<Instant>> asked = new HashMap<>();

  /**
   * Counts what an endpoint, and whoever is to hear of its failures, is about to be asked.
   *
   * @throws Refusal if one of them was asked too often
   */
  void first(Endpoints known, Endpoint endpoint, Instant now) {
    again(known, endpoint, now);
    if (!endpoint.contact().isEmpty()) mail(known, endpoint.contact(), now);
  }

  /** Counts what an endpoint alone is about to be asked once more. */
  void again(Endpoints known, Endpoint endpoint, Instant now) {
    switch (endpoint.kind()) {
      case MAIL -> mail(known, endpoint.address(), now);
      case WEBHOOK -> challenge(endpoint.address(), now);
      case NONE -> {}
    }
  }

  private void mail(Endpoints known, String address, Instant now) {
    int most = known.isWanted(address) ? MAILS_TO_WHO_SAID_YES : MAILS;
    count(
        Kind.MAIL,
        address,
        now,
        most,
        WITHIN,
        "A mail went to this address within the last day; the link in it is good for a week.");
  }

  private void challenge(String address, Instant now) {
    count(
        Kind.WEBHOOK,
        address,
        now,
        CHALLENGES,
        CHALLENGES_WITHIN,
        "This address was asked %d times within an hour.".formatted(CHALLENGES));
  }

  private synchronized void count(
      Kind kind, String address, Instant now, int most, Duration within, String why) {
    asked.values().removeIf(times -> !times.getLast().isAfter(now.minus(WITHIN)));
    Deque<Instant> times =
        asked.computeIfAbsent(
            kind + " " + address.toLowerCase(Locale.ROOT), first -> new ArrayDeque<>());
    while (!times.isEmpty() && !times.getFirst().isAfter(now.minus(within))) times.removeFirst();
    if (times.size() >= most)
      throw tooOften(why, Duration.between(now, times.getFirst().plus(within)));
    times.addLast(now);
  }

  private static Refusal tooOften(String why, Duration wait) {
    return new Refusal(429, "Asked before", why)
        .with("Retry-After", Long.toString(wait.toSeconds() + 1));
  }
}
