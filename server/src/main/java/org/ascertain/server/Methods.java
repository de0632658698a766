package org.ascertain.server;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;

/**
 * Everything but the desk's {@link Routes}, which are answered before, is read: another method is
 * refused, wherever it is sent (RFC 9110, 15.5.6), and so is a reader's body of any size.
 */
@ApplicationScoped
class Methods {

  static final String ALLOWED = "GET, HEAD, OPTIONS";

  private static final int BEFORE_ANSWERS = -15_000;
  private static final Set<HttpMethod> KNOWN = Set.copyOf(HttpMethod.values());
  private static final List<HttpMethod> READING = List.of(HttpMethod.GET, HttpMethod.HEAD);

  void install(@Observes Router router) {
    router.route().order(BEFORE_ANSWERS).handler(Methods::handle);
  }

  /** Readers send addresses, no bodies. */
  private static void read(RoutingContext context) {
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    boolean isLong =
        length != null && (length.length() > 9 || Long.parseLong(length) > Routes.MOST_ELSE);
    if (isLong)
      new Refusal(413, "Too much", "Nothing is to be sent along with this request.")
          .with("Connection", "close")
          .send(context);
    else context.next();
  }

  private static void handle(RoutingContext context) {
    HttpMethod method = context.request().method();
    if (READING.contains(method)) {
      read(context);
      return;
    }
    if (method.equals(HttpMethod.OPTIONS)) {
      String may = Routes.methods(context.normalizedPath()).orElse(ALLOWED);
      context.response().setStatusCode(204).putHeader(HttpHeaders.ALLOW, may).end();
      return;
    }
    String path = context.normalizedPath();
    String allowed = Routes.methods(path).orElse(ALLOWED);
    Refusal refusal =
        KNOWN.contains(method)
            ? new Refusal(405, "Method Not Allowed", "Nothing can be written at this address.")
            : new Refusal(501, "Not Implemented", "There is no such method here.");
    // what was sent along stays unread
    refusal.with("Allow", allowed).with("Connection", "close").send(context);
  }
}
