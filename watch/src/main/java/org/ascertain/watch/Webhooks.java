package org.ascertain.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ascertain.answers.JsonAnswer;
import org.ascertain.watch.HttpPost.Answer;

/**
 * Tells notices by HTTP as Standard Webhooks have it: with an id that stays over all tries, the
 * moment of this try, and signatures over both and the body.
 */
public final class Webhooks {

  /** Bytes of a webhook's secret, of 24 to 64 that Standard Webhooks allow. */
  private static final int SECRET = 32;

  private static final int CHALLENGE = 16;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What came of a try. */
  public sealed interface Sent {
    /** Something answered. */
    record Answered(Answer answer, long millis) implements Sent {}

    /** Nothing did, or nothing was sent; and why. */
    record NotSent(String why, long millis) implements Sent {}
  }

  private final DeskKey key;
  private final HttpPost http;
  private final WebhookAddress.Lookup lookup;
  private final Set<String> allowed;
  private final InstantSource clock;

  /**
   * @param allowed hosts that may be anywhere, and are asked without TLS too
   */
  public Webhooks(
      DeskKey key,
      HttpPost http,
      WebhookAddress.Lookup lookup,
      Set<String> allowed,
      InstantSource clock) {
    this.key = key;
    this.http = http;
    this.lookup = lookup;
    this.allowed = Set.copyOf(allowed);
    this.clock = clock;
  }

  /** A secret for a webhook. */
  public static byte[] newSecret() {
    byte[] secret = new byte[SECRET];
    new SecureRandom().nextBytes(secret);
    return secret;
  }

  /** A secret as its receiver is told it, once. */
  public static String told(byte[] secret) {
    return "whsec_" + Base64.getEncoder().encodeToString(secret);
  }

  /** Reads an address as it may be asked here. */
  public WebhookAddress.Reading read(String address) {
    return WebhookAddress.read(address, allowed);
  }

  /**
   * Asks whether somebody at an address wants to be told: it is to send back what it is sent.
   *
   * @param said what it is sent
   */
  public Sent challenge(Endpoint endpoint, String said) throws InterruptedException {
    String body =
        JsonAnswer.compact(
            json -> {
              json.text("type", "ascertain.watch.test");
              json.text("timestamp", clock.instant().toString());
              json.object(
                  "data",
                  data -> {
                    data.text("watch", endpoint.watch());
                    data.text("challenge", said);
                  });
            });
    return send(
        endpoint, new Notice(TurnId.of("test", endpoint.watch(), said), body), Optional.empty());
  }

  /** Something to send back that nobody can guess. */
  static String newChallenge() {
    byte[] random = new byte[CHALLENGE];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** Whether an answer sends a challenge back. */
  static boolean isEcho(Sent sent, String challenge) {
    if (!(sent instanceof Sent.Answered(Answer answer, long millis)) || !isGood(answer.status()))
      return false;
    try {
      return JSON.readTree(answer.body()).path("challenge").asText().equals(challenge);
    } catch (JsonProcessingException noJson) {
      return false;
    }
  }

  /** Whether a status says that a notice was taken. */
  static boolean isGood(int status) {
    return status >= 200 && status < 300;
  }

  /**
   * Sends a notice, once.
   *
   * @param untold the id of the turn before it, where that could not be told; it stands in a header
   *     of its own, as the body was fixed before anything was tried
   */
  public Sent send(Endpoint endpoint, Notice notice, Optional<String> untold)
      throws InterruptedException {
    long begun = clock.millis();
    if (!(read(endpoint.address()) instanceof WebhookAddress.Reading.Good(var address)))
      return new Sent.NotSent("the address may not be asked", 0);
    return switch (address.place(lookup, allowed)) {
      case WebhookAddress.Place.Barred(String why) -> new Sent.NotSent(why, clock.millis() - begun);
      case WebhookAddress.Place.Found(List<InetSocketAddress> at) ->
          send(at, address, endpoint, notice, untold, begun);
    };
  }

  private Sent send(
      List<InetSocketAddress> places,
      WebhookAddress address,
      Endpoint endpoint,
      Notice notice,
      Optional<String> untold,
      long begun)
      throws InterruptedException {
    Instant now = clock.instant();
    byte[] secret = key.unseal(endpoint.sealed(), endpoint.watch());
    Map<String, String> headers =
        new HashMap<>(
            Map.of(
                "content-type", "application/json",
                "user-agent", "Ascertain",
                "webhook-id", notice.id(),
                "webhook-timestamp", Long.toString(now.getEpochSecond()),
                "webhook-signature",
                    WebhookSignature.header(
                        secret, key.signing(), notice.id(), now, notice.body())));
    untold.ifPresent(turn -> headers.put("ascertain-untold", turn));
    try {
      Answer answer = post(places, address, headers, notice.body(), begun);
      return new Sent.Answered(answer, clock.millis() - begun);
    } catch (IOException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new Sent.NotSent(why, clock.millis() - begun);
    }
  }

  /**
   * Posts to the first place that can be connected to; where one was, it gets it or nobody does, so
   * that no receiver gets a notice twice of one try.
   */
  private Answer post(
      List<InetSocketAddress> places,
      WebhookAddress address,
      Map<String, String> headers,
      String body,
      long begun)
      throws IOException, InterruptedException {
    for (InetSocketAddress place : places.subList(0, places.size() - 1))
      try {
        return http.post(place, address, headers, body);
      } catch (ConnectException nobodyThere) {
        if (clock.millis() - begun >= HttpPost.PATIENCE.toMillis()) throw nobodyThere;
      }
    return http.post(places.getLast(), address, headers, body);
  }
}
