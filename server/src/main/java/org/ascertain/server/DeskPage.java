package org.ascertain.server;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The page of the desk: one document at {@code /desk} and below, which shows what its address names
 * to whoever is signed in. It stands in nobody's frame and in no cache, and it may show a picture
 * that it fetched.
 */
@ApplicationScoped
class DeskPage {

  private static final int BEFORE_FILES = -6_500;
  private static final String DOCUMENT = "META-INF/resources/desk.html";
  private static final String ADDRESS = "/desk";
  private static final String FILE = "/desk.html";
  private static final CharSequence POLICY =
      HttpHeaders.createOptimized(
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
              + " frame-src blob:; font-src 'self'; connect-src 'self'; base-uri 'none';"
              + " form-action 'none'; frame-ancestors 'none'");
  private static final CharSequence CSP = HttpHeaders.createOptimized("content-security-policy");
  private static final CharSequence RESOURCES =
      HttpHeaders.createOptimized("cross-origin-resource-policy");

  private final String document = PageRoutes.document(DOCUMENT);

  void install(@Observes Router router) {
    router.route().order(BEFORE_FILES).handler(this::page);
  }

  private void page(RoutingContext context) {
    HttpMethod method = context.request().method();
    String path = context.normalizedPath();
    boolean isDesk = path.equals(ADDRESS) || path.equals(FILE) || path.startsWith(ADDRESS + "/");
    if (!isDesk || !(method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))) {
      context.next();
      return;
    }
    HttpServerResponse response = context.response();
    response.headers().set(CSP, POLICY).set(RESOURCES, "same-origin");
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(document);
  }
}
