package org.ascertain.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
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

  /** An answer, made by the executor if nobody has asked for it before. */
  private interface Hot extends Function<Executor, CompletableFuture<Rendered>> {}

  private final Map<String, Hot> answers = new HashMap<>();
  private final ServedElections elections;
  private final Executor workers;

  HotRoutes(ServedElections elections, Vertx vertx) {
    this.elections = elections;
    this.workers = work -> vertx.executeBlocking(() -> run(work), false);
  }

  private static boolean run(Runnable work) {
    work.run();
    return true;
  }

  void install(@Observes Router router) {
    answers.put("/api/elections", elections::overview);
    for (ServedElection each : elections.all()) {
      String at = "/api/elections/" + each.id();
      answer(at, each, snapshot -> snapshot.about);
      answer(at + "/standing", each, snapshot -> snapshot.standingJson);
      answer(at + "/story", each, snapshot -> snapshot.story);
      answer(at + "/glance", each, snapshot -> snapshot.glance);
      answer(at + "/timeline", each, snapshot -> snapshot.timeline);
    }
    router.route().order(FIRST).handler(this::handle);
  }

  private void answer(String at, ServedElection served, Function<Snapshot, Lazy<Rendered>> part) {
    answers.put(
        at,
        executor ->
            served
                .snapshot(executor)
                .thenCompose(snapshot -> part.apply(snapshot).future(executor)));
  }

  private void handle(RoutingContext context) {
    Hot answer = answers.get(context.request().uri());
    HttpMethod method = context.request().method();
    if (answer == null
        || HttpAnswers.wantsCsv(context.request().getHeader(HttpHeaders.ACCEPT))
        || (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD))) {
      context.next();
      return;
    }
    CompletableFuture<Rendered> rendered = answer.apply(workers);
    if (rendered.isDone() && !rendered.isCompletedExceptionally()) {
      Negotiation.send(context.request(), rendered.join());
      return;
    }
    Future.fromCompletionStage(rendered, context.vertx().getOrCreateContext())
        .onFailure(context::fail)
        .onSuccess(
            made -> {
              if (!context.response().closed()) Negotiation.send(context.request(), made);
            });
  }
}
