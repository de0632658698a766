package org.ascertain.server;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * An answer that goes out in pieces as it grows, and no faster than it is read. It is written by
 * one thread, which may wait.
 */
final class StreamedAnswer {

  /** How long somebody may take to read a piece. */
  private static final long PATIENCE_SECONDS = 30;

  private final RoutingContext context;
  private final HttpServerResponse response;
  private final String type;
  private boolean isBegun;
  private volatile boolean isLost;

  /**
   * @param type the media type
   */
  StreamedAnswer(RoutingContext context, String type) {
    this.context = context;
    this.response = context.response();
    this.type = type;
  }

  boolean isBegun() {
    return isBegun;
  }

  /** Whether nobody reads it any more. */
  boolean isClosed() {
    return isLost || response.closed();
  }

  /** Sends its head, once; proxies are asked not to gather the pieces. */
  void begin() {
    if (isBegun) return;
    isBegun = true;
    RequestThread.of(context)
        .runOnContext(
            go ->
                response
                    .setChunked(true)
                    .putHeader(HttpHeaders.CONTENT_TYPE, type)
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .putHeader("X-Accel-Buffering", "no"));
  }

  /** Waits until a piece was taken; once one was not, the rest goes nowhere. */
  void write(String piece) {
    if (isLost) return;
    begin();
    CompletableFuture<Void> written = new CompletableFuture<>();
    RequestThread.of(context)
        .runOnContext(
            go ->
                response
                    .write(piece)
                    .onSuccess(written::complete)
                    .onFailure(written::completeExceptionally));
    isLost =
        written
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .handle((done, lost) -> lost != null)
            .join();
  }

  /** Ends it; whoever did not read costs no more than the connection. */
  void end() {
    RequestThread.of(context)
        .runOnContext(
            go -> {
              if (isLost) context.request().connection().close();
              else if (!response.closed()) response.end();
            });
  }
}
