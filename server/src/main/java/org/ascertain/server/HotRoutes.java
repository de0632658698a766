package org.ascertain.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * What most readers ask for, given out from memory on the event loop: a look-up by the address as
 * it was written, and bytes that were compressed once.
 */
@ApplicationScoped
class HotRoutes {

  private static final int FIRST = -10_000;

  private static final String ALL = "/api/elections";

  /** What a snapshot has ready, by what stands behind the election in the address. */
  private static final Map<String, Function<Snapshot, Lazy<Rendered>>> PARTS =
      Map.of(
          "", snapshot -> snapshot.about,
          "standing", snapshot -> snapshot.standingJson,
          "story", snapshot -> snapshot.story,
          "glance", snapshot -> snapshot.glance,
          "timeline", snapshot -> snapshot.timeline);

  private final ServedElections elections;
  private final Executor workers;

  HotRoutes(ServedElections elections, Vertx vertx) {
    this.elections = elections;
    this.workers = Workers.of(vertx);
  }

  void install(@Observes Router router) {
    router.route().order(FIRST).handler(this::handle);
  }

  /** The answer that an address asks for; empty where it asks for something else. */
  private Optional<CompletableFuture<Rendered>> answer(String uri) {
    if (uri.equals(ALL)) return Optional.of(elections.overview(workers));
    if (!uri.startsWith(ALL + "/")) return Optional.empty();
    int slash = uri.indexOf('/', ALL.length() + 1);
    String id = uri.substring(ALL.length() + 1, slash < 0 ? uri.length() : slash);
    Function<Snapshot, Lazy<Rendered>> part =
        slash == uri.length() - 1 ? null : PARTS.get(slash < 0 ? "" : uri.substring(slash + 1));
    if (part == null) return Optional.empty();
    return elections
        .find(id)
        .map(
            served ->
                served
                    .snapshot(workers)
                    .thenCompose(snapshot -> part.apply(snapshot).future(workers)));
  }

  private void handle(RoutingContext context) {
    if (HttpAnswers.wantsCsv(context.request().getHeader(HttpHeaders.ACCEPT))) {
      context.next();
      return;
    }
    Optional<CompletableFuture<Rendered>> answer = answer(context.request().uri());
    if (answer.isEmpty()) {
      context.next();
      return;
    }
    CompletableFuture<Rendered> rendered = answer.get();
    if (rendered.isDone() && !rendered.isCompletedExceptionally()) {
      Negotiation.send(context, rendered.join());
      return;
    }
    Future.fromCompletionStage(rendered, context.vertx().getOrCreateContext())
        .onFailure(fault -> Refusal.of(fault).send(context))
        .onSuccess(
            made -> {
              if (!context.response().closed()) Negotiation.send(context, made);
            });
  }
}
