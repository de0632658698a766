package org.ascertain.server;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/elections/{id}/live}: new entries as server-sent events, each with its index as id.
 * It begins after {@code Last-Event-ID}, which a browser sends when it comes back, else after
 * {@code after}, else with the next entry.
 */
@ApplicationScoped
class LiveRoute {

  private final ServedElections elections;

  LiveRoute(ServedElections elections) {
    this.elections = elections;
  }

  void install(@Observes Router router) {
    router.get("/api/elections/:id/live").handler(this::handle);
  }

  private void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    String id = Objects.requireNonNullElse(context.pathParam("id"), "");
    Optional<ServedElection> served = elections.find(id);
    if (served.isEmpty()) {
      Refusal.noElection(id).send(context);
      return;
    }
    Optional<Refusal> refusal = Refusal.unfitParameter(context.queryParams(), List.of("after"));
    if (refusal.isPresent()) {
      refusal.get().send(context);
      return;
    }
    Optional<LiveFeed> feed;
    try {
      feed = served.get().feed();
    } catch (Refusal notNow) {
      notNow.send(context);
      return;
    }
    if (feed.isEmpty()) { // an election of the archive has no news; 204 tells a browser not to ask
      // again
      context.response().setStatusCode(204).end();
      return;
    }
    listen(context, request, feed.get());
  }

  private static void listen(RoutingContext context, HttpServerRequest request, LiveFeed feed) {
    String resumed = request.getHeader("Last-Event-ID");
    String asked = resumed == null ? request.getParam("after") : resumed;
    OptionalInt after = asked == null ? OptionalInt.of(feed.size() - 1) : index(asked);
    if (after.isEmpty()) {
      new Refusal(400, "Not an index", "'%s' is not the index of an entry.".formatted(asked))
          .send(context);
      return;
    }
    HttpServerResponse response = context.response();
    response
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader("X-Accel-Buffering", "no");
    int next = Math.min(after.getAsInt(), feed.size() - 1) + 1;
    if (!feed.listen(response, next))
      new Refusal(503, "Too many listeners", "Ask for the standing now and then instead.")
          .send(context);
  }

  /** An index from -1 on; who has none yet says -1. */
  private static OptionalInt index(@Nullable String text) {
    return text != null && text.matches("-1|0|[1-9][0-9]{0,8}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }
}
