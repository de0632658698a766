package org.ascertain.server;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * {@code ?min-entries=N} on any question about an election: whoever has been told by one server
 * that N entries are recorded, and asks another, or a copy of the database that is a little behind,
 * gets no answer from before them. It waits for so long as such a copy usually takes.
 */
@ApplicationScoped
class AwaitedEntries {

  private static final String PARAMETER = "min-entries";

  /** Before all others, to which the question goes on without this parameter. */
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
    this.workers = work -> vertx.executeBlocking(() -> run(work), false);
  }

  private static boolean run(Runnable work) {
    work.run();
    return true;
  }

  void install(@Observes Router router) {
    router.route().order(FIRST).handler(this::handle);
  }

  private void handle(RoutingContext context) {
    String query = context.request().query();
    boolean mayBeAsked =
        query != null
            && query.contains(PARAMETER)
            && context.normalizedPath().startsWith(ELECTIONS)
            && context.request().method().equals(HttpMethod.GET);
    MultiMap parameters = mayBeAsked ? context.queryParams() : MultiMap.caseInsensitiveMultiMap();
    List<String> asked = parameters.getAll(PARAMETER);
    if (asked.isEmpty()) {
      context.next();
      return;
    }
    if (asked.size() > 1 || !asked.getFirst().matches("[0-9]{1,12}")) {
      new Refusal(
              400,
              "No number of entries",
              "'%s' takes one whole number, as an answer's 'entries'.".formatted(PARAMETER))
          .send(context);
      return;
    }
    String path = context.normalizedPath();
    int end = path.indexOf('/', ELECTIONS.length());
    Optional<ServedElection> election =
        elections.find(path.substring(ELECTIONS.length(), end < 0 ? path.length() : end));
    String without = path + without(parameters);
    if (election.isEmpty()) context.reroute(without);
    else
      await(
          context,
          election.get(),
          Long.parseLong(asked.getFirst()),
          System.nanoTime() + LONGEST_NANOS,
          without);
  }

  private static String without(MultiMap parameters) {
    String others =
        parameters.entries().stream()
            .filter(each -> !each.getKey().equals(PARAMETER))
            .map(AwaitedEntries::written)
            .collect(Collectors.joining("&"));
    return others.isEmpty() ? "" : "?" + others;
  }

  private static String written(Map.Entry<String, String> parameter) {
    return URLEncoder.encode(parameter.getKey(), StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8);
  }

  private void await(
      RoutingContext context, ServedElection election, long least, long until, String without) {
    if (context.response().closed()) return;
    Future.fromCompletionStage(election.known(workers), vertx.getOrCreateContext())
        .map(known -> known.map(Snapshot::size).orElse(0))
        .onFailure(fault -> Refusal.of(fault).send(context))
        .onSuccess(
            has -> {
              if (has >= least) context.reroute(without);
              else if (System.nanoTime() < until) {
                election.wake();
                vertx.setTimer(
                    LOOK_EVERY_MILLIS, id -> await(context, election, least, until, without));
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
