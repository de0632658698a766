package org.ascertain.server;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * What every answer tells a browser: nothing from elsewhere, nothing inline, no guessing of types,
 * no word to others where the reader came from. Only {@code /embed/} may stand in others' pages.
 */
@ApplicationScoped
class SecureHeaders {

  private static final int BEFORE_ALL = -20_000;
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
          + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ";
  private static final CharSequence OWN = HttpHeaders.createOptimized(POLICY + "'self'");
  private static final CharSequence EMBEDDED = HttpHeaders.createOptimized(POLICY + "*");
  private static final CharSequence CSP = HttpHeaders.createOptimized("content-security-policy");
  private static final CharSequence SNIFFING =
      HttpHeaders.createOptimized("x-content-type-options");
  private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
  private static final CharSequence REFERRER = HttpHeaders.createOptimized("referrer-policy");
  private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
  private static final CharSequence OPENER =
      HttpHeaders.createOptimized("cross-origin-opener-policy");
  private static final CharSequence SAME_ORIGIN = HttpHeaders.createOptimized("same-origin");

  void install(@Observes Router router) {
    router.route().order(BEFORE_ALL).handler(SecureHeaders::handle);
  }

  private static void handle(RoutingContext context) {
    MultiMap headers = context.response().headers();
    headers
        .set(CSP, context.normalizedPath().startsWith("/embed/") ? EMBEDDED : OWN)
        .set(SNIFFING, NOSNIFF)
        .set(REFERRER, NO_REFERRER)
        .set(OPENER, SAME_ORIGIN);
    context.next();
  }
}
