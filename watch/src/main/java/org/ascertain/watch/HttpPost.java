package org.ascertain.watch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Sends one HTTP request and waits for its answer. It connects to the place that it is given and to
 * no other, names the address's host to it, follows no redirect, and reads no more of the answer
 * than is kept.
 */
@FunctionalInterface
public interface HttpPost {

  /** How long a receiver has to answer. */
  Duration PATIENCE = Duration.ofSeconds(15);

  /** How many bytes of an answer are kept. */
  int MOST_ANSWERED = 2_048;

  /**
   * What came back.
   *
   * @param retryAfter the header of that name, as it was sent
   * @param body its beginning
   */
  record Answer(int status, Optional<String> retryAfter, String body) {}

  /**
   * Posts JSON.
   *
   * @throws ConnectException if nobody could be connected to there, so that nothing was sent
   * @throws IOException if there is no answer within {@link #PATIENCE}
   */
  Answer post(
      InetSocketAddress place, WebhookAddress address, Map<String, String> headers, String body)
      throws ConnectException, IOException, InterruptedException;
}
