package org.ascertain.server;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The cookies that this server sets; no script reads them. */
final class SessionCookie {

  /** Over https, where browsers keep the name from others' hands; else, on this machine. */
  private static final String SECURE = "__Host-";

  static final String NAME = "ascertain";

  /** Of a session that somebody brings, over https first. */
  static Stream<String> shown(HttpServerRequest request) {
    return shown(request, NAME);
  }

  static Stream<String> shown(HttpServerRequest request, String name) {
    return Stream.of(SECURE + name, name)
        .map(request::getCookie)
        .filter(Objects::nonNull)
        .map(Cookie::getValue);
  }

  /** Sets that of a session; an empty one ends at once. */
  static void set(RoutingContext context, String value) {
    set(context, NAME, value, CookieSameSite.STRICT, Optional.empty());
  }

  /**
   * Sets one of another name; an empty one ends at once.
   *
   * @param life how long the browser keeps it, if not until it ends
   */
  static void set(
      RoutingContext context,
      String name,
      String value,
      CookieSameSite site,
      Optional<Duration> life) {
    HttpServerRequest request = context.request();
    boolean isSecure =
        request.isSSL() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    Cookie cookie =
        Cookie.cookie(isSecure ? SECURE + name : name, value)
            .setHttpOnly(true)
            .setPath("/")
            .setSameSite(site)
            .setSecure(isSecure);
    life.ifPresent(each -> cookie.setMaxAge(each.toSeconds()));
    if (value.isEmpty()) cookie.setMaxAge(0);
    context.response().headers().add(HttpHeaders.SET_COOKIE, cookie.encode());
  }

  private SessionCookie() {}
}
