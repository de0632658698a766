package org.ascertain.server;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Objects;

/**
 * Lets somebody else's page do nothing in the name of whoever is signed in here. A browser sends
 * the session's cookie with what is done on this server's own pages alone (SameSite); should it do
 * otherwise, where the request comes from and a header that no form of a page can send are looked
 * at, too. Programs with tokens send no cookie, and are asked for neither.
 */
final class OwnPages {

  /** Which a page of this server sends with each act. */
  static final String MARK = "X-Ascertain";

  /**
   * Refuses what another's page asks for.
   *
   * @throws Refusal with 403
   */
  static void require(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.method().equals(HttpMethod.GET)) return;
    if (request.headers().contains(HttpHeaders.AUTHORIZATION)) return;
    boolean hasCookie = request.headers().contains(HttpHeaders.COOKIE);
    boolean isMarked = "1".equals(request.getHeader(MARK));
    if (isFromElsewhere(request) || (hasCookie && !isMarked))
      throw new Refusal(
              403,
              "From another page",
              "Acts are taken from this server's own pages: with '%s: 1', and from its own address."
                  .formatted(MARK))
          .with("Connection", "close");
  }

  private static boolean isFromElsewhere(HttpServerRequest request) {
    String site = Objects.requireNonNullElse(request.getHeader("Sec-Fetch-Site"), "same-origin");
    if (!site.equals("same-origin") && !site.equals("none")) return true;
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin != null && !authority(origin).equalsIgnoreCase(host(request));
  }

  private static String host(HttpServerRequest request) {
    return Objects.requireNonNullElse(request.getHeader(HttpHeaders.HOST), "");
  }

  private static String authority(String origin) {
    try {
      return Objects.requireNonNullElse(URI.create(origin).getRawAuthority(), "");
    } catch (IllegalArgumentException unfit) {
      return "";
    }
  }

  private OwnPages() {}
}
