package org.ascertain.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ascertain.election.Washington;
import org.ascertain.watch.Deliveries.Attempt;
import org.ascertain.watch.Deliveries.Due;
import org.ascertain.watch.Deliveries.Outcome;
import org.ascertain.watch.Deliveries.Settled;
import org.ascertain.watch.HttpPost.Answer;
import org.ascertain.watch.Webhooks.Sent;

/**
 * Takes one turn to where its watch is told, and says what is to become of it: told, tried again by
 * the schedule, given up. An endpoint that says that it is gone (410), or fails for five days, is
 * told nothing more; its owner is written to before.
 */
public final class Messenger {

  private static final Duration LONGEST_FAILURE = Duration.ofDays(5);

  /** After how many failures the owner is written to. */
  private static final int WORRYING = 5;

  private static final int GONE = 410;

  private final WatchStore store;
  private final Webhooks webhooks;
  private final Optional<WatchMail> mail;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * @param mail where there is a server of mail
   */
  public Messenger(
      WatchStore store,
      Webhooks webhooks,
      Optional<WatchMail> mail,
      InstantSource clock,
      RandomGenerator random) {
    this.store = store;
    this.webhooks = webhooks;
    this.mail = mail;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Asks a webhook whether it wants to be told, and tells it from then on if it does.
   *
   * @return why it does not; empty where it does
   */
  public Optional<String> challenge(Endpoint endpoint) throws InterruptedException {
    String challenge = Webhooks.newChallenge();
    Sent sent = webhooks.challenge(endpoint, challenge);
    if (Webhooks.isEcho(sent, challenge)) {
      store.endpoints().confirm(endpoint.watch());
      return Optional.empty();
    }
    return Optional.of(
        switch (sent) {
          case Sent.NotSent(String why, long millis) -> why;
          case Sent.Answered(Answer answer, long millis) ->
              Webhooks.isGood(answer.status())
                  ? "it did not send the challenge back as {\"challenge\":\"...\"}"
                  : "it answered " + answer.status();
        });
  }

  /** Tells a turn, once. */
  public Settled tell(Due due) throws InterruptedException {
    Optional<Endpoint> to = store.endpoints().of(due.watch());
    long at = now();
    if (to.isEmpty() || to.get().state() != Endpoint.State.LIVE)
      return new Settled(due, new Attempt(at, 0, 0, "the watch has ended"), new Outcome.GivenUp());
    Endpoint endpoint = to.get();
    Sent sent =
        switch (endpoint.kind()) {
          case WEBHOOK -> webhooks.send(endpoint, due.notice(), due.untold());
          case MAIL ->
              mail.map(by -> by.send(endpoint, due.notice(), due.untold()))
                  .orElseGet(() -> new Sent.NotSent("there is no server of mail", 0));
          case NONE -> throw new IllegalStateException("nothing is told there: " + due.watch());
        };
    return switch (sent) {
      case Sent.Answered(Answer answer, long millis) -> {
        Optional<Duration> asked = wait(answer);
        Attempt attempt =
            new Attempt(
                at,
                answer.status(),
                millis,
                beginning(answer.body()),
                asked.map(Duration::toSeconds).filter(seconds -> seconds > 0).orElse(0L));
        if (Webhooks.isGood(answer.status()))
          yield new Settled(due, attempt, new Outcome.Delivered());
        if (answer.status() == GONE) {
          disable(endpoint, "It answered 410: it is gone.");
          yield new Settled(due, attempt, new Outcome.GivenUp());
        }
        yield new Settled(due, attempt, again(due, endpoint, asked));
      }
      case Sent.NotSent(String why, long millis) ->
          new Settled(
              due,
              new Attempt(at, 0, millis, beginning(why)),
              again(due, endpoint, Optional.empty()));
    };
  }

  private Outcome again(Due due, Endpoint endpoint, Optional<Duration> asked) {
    // One notice at a time is on its way, so that nothing else has counted meanwhile.
    if (endpoint.failures() + 1 == WORRYING)
      warn(
          endpoint, "Five notices in a row could not be told; after five days it is told no more.");
    if (endpoint.failing() > 0 && now() - endpoint.failing() > LONGEST_FAILURE.toNanos())
      disable(endpoint, "For five days nothing could be told.");
    if (due.isSignOfLife()) return new Outcome.GivenUp();
    return Schedule.after(due.attempts() + 1, asked, random)
        .<Outcome>map(wait -> new Outcome.Again(now() + wait.toNanos()))
        .orElseGet(Outcome.GivenUp::new);
  }

  /** The owner is told before, so that nobody finds out by silence. */
  private void disable(Endpoint endpoint, String why) {
    warn(endpoint, why + " It is told no more until it is tested again.");
    store.endpoints().disable(endpoint.watch());
  }

  private void warn(Endpoint endpoint, String why) {
    if (!endpoint.reached()) return;
    mail.ifPresent(by -> by.warn(endpoint, why));
  }

  /** How long a receiver asks to be left alone, in seconds or until a moment (RFC 9110, 10.2.3). */
  private Optional<Duration> wait(Answer answer) {
    if (answer.retryAfter().isEmpty()) return Optional.empty();
    String asked = answer.retryAfter().get().strip();
    if (asked.matches("\\d{1,9}")) return Optional.of(Duration.ofSeconds(Long.parseLong(asked)));
    try {
      Instant until = ZonedDateTime.parse(asked, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(clock.instant(), until));
    } catch (DateTimeParseException unfit) {
      return Optional.empty();
    }
  }

  private static String beginning(String answer) {
    byte[] bytes = answer.getBytes(UTF_8);
    return bytes.length <= HttpPost.MOST_ANSWERED
        ? answer
        : new String(Arrays.copyOf(bytes, HttpPost.MOST_ANSWERED), UTF_8);
  }

  private long now() {
    return Washington.nanos(clock.instant());
  }
}
