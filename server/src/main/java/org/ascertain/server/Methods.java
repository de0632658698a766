package org.ascertain.server;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;

/** Everything here is read: another method is refused, wherever it is sent (RFC 9110, 15.5.6). */
@ApplicationScoped
class Methods {

  static final String ALLOWED = "GET, HEAD, OPTIONS";

  private static final int BEFORE_ANSWERS = -15_000;
  private static final Set<HttpMethod> KNOWN = Set.copyOf(HttpMethod.values());
  private static final List<HttpMethod> READING = List.of(HttpMethod.GET, HttpMethod.HEAD);

  void install(@Observes Router router) {
    router.route().order(BEFORE_ANSWERS).handler(Methods::handle);
  }

  private static void handle(RoutingContext context) {
    HttpMethod method = context.request().method();
    if (READING.contains(method)) {
      context.next();
      return;
    }
    if (method.equals(HttpMethod.OPTIONS)) {
      context.response().setStatusCode(204).putHeader(HttpHeaders.ALLOW, ALLOWED).end();
      return;
    }
    // What was sent along stays unread.
    context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    Refusal refusal =
        KNOWN.contains(method)
            ? new Refusal(405, "Method Not Allowed", "Nothing can be written here.")
            : new Refusal(501, "Not Implemented", "There is no such method here.");
    refusal.with("Allow", ALLOWED).send(context);
  }
}
