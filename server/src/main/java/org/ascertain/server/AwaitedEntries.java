package org.ascertain.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * {@code ?min-entries=N} on any question about an election: whoever has been told by one server
 * that N entries are recorded, and asks another, or a copy of the database that is a little behind,
 * gets no answer from before them. It waits for so long as such a copy usually takes.
 */
@ApplicationScoped
class AwaitedEntries {

  static final String PARAMETER = "min-entries";

  private static final String API = "/api/";

  /** Before all others, which pass over this parameter. */
  private static final int FIRST = -20_000;

  private static final String ELECTIONS = "/api/elections/";
  private static final long LONGEST_NANOS = 2_000_000_000L;
  private static final long LOOK_EVERY_MILLIS = 25;

  private final ServedElections elections;
  private final Vertx vertx;
  private final Executor workers;

  AwaitedEntries(ServedElections elections, Vertx vertx) {
    this.elections = elections;
    this.vertx = vertx;
    this.workers = Workers.of(vertx);
  }

  void install(@Observes Router router) {
    router.route().order(FIRST).handler(this::handle);
  }

  private void handle(RoutingContext context) {
    String query = context.request().query();
    String path = context.normalizedPath();
    boolean mayBeAsked =
        query != null
            && query.contains(PARAMETER)
            && path.startsWith(API)
            && context.request().method().equals(HttpMethod.GET);
    List<String> asked = mayBeAsked ? context.queryParam(PARAMETER) : List.of();
    if (asked.isEmpty()) {
      context.next();
      return;
    }
    int end = path.indexOf('/', ELECTIONS.length());
    Optional<ServedElection> election =
        path.startsWith(ELECTIONS)
            ? elections.find(path.substring(ELECTIONS.length(), end < 0 ? path.length() : end))
            : Optional.empty();
    if (asked.size() > 1 || !asked.getFirst().matches("[0-9]{1,12}") || election.isEmpty())
      new Refusal(
              400,
              "No number of entries",
              "'%s' takes one whole number, as an answer's 'entries', and an address of an election that is here takes it."
                  .formatted(PARAMETER))
          .send(context);
    else {
      context.request().pause();
      await(
          context,
          election.get(),
          Long.parseLong(asked.getFirst()),
          System.nanoTime() + LONGEST_NANOS);
    }
  }

  private void await(RoutingContext context, ServedElection election, long least, long until) {
    if (context.response().closed()) return;
    Future.fromCompletionStage(election.known(workers), vertx.getOrCreateContext())
        .map(known -> known.map(Snapshot::size).orElse(0))
        .onFailure(fault -> Refusal.of(fault).send(context))
        .onSuccess(
            has -> {
              if (has >= least) {
                context.request().resume();
                context.next();
              } else if (System.nanoTime() < until) {
                election.wake();
                vertx.setTimer(LOOK_EVERY_MILLIS, id -> await(context, election, least, until));
              } else
                Refusal.later(
                        "Not so far",
                        "%s has %d entries here, and %d were asked for."
                            .formatted(election.id(), has, least),
                        1)
                    .send(context);
            });
  }
}
