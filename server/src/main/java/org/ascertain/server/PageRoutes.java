package org.ascertain.server;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The addresses of the page: each is the same document, which shows what its address names. */
@ApplicationScoped
class PageRoutes {

  private static final int BEFORE_FILES = -5_000;
  private static final String DOCUMENT = "META-INF/resources/index.html";
  private static final Set<String> ROOMS = Set.of("challenges", "record", "law", "download");
  private static final Set<String> VIEWS =
      Set.of("headline", "ladder", "strips", "map", "tiles", "when", "jurisdiction");
  private static final Pattern SLASH = Pattern.compile("/");

  private final Elections elections;
  private final Buffer document;

  PageRoutes(Elections elections) {
    this.elections = elections;
    this.document = document();
  }

  private static Buffer document() {
    ClassLoader jars = Thread.currentThread().getContextClassLoader();
    try (InputStream file = jars.getResourceAsStream(DOCUMENT)) {
      return Buffer.buffer(Objects.requireNonNull(file, DOCUMENT).readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  void install(@Observes Router router) {
    router.route().order(BEFORE_FILES).handler(this::page);
  }

  private void page(RoutingContext context) {
    HttpMethod method = context.request().method();
    if (!(method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))
        || !isPage(context.normalizedPath())) {
      context.next();
      return;
    }
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
        .end(document);
  }

  private boolean isPage(String path) {
    String[] steps = SLASH.split(path.substring(1), -1);
    return switch (steps.length) {
      case 1 ->
          steps[0].isEmpty()
              || steps[0].equals("index.html")
              || steps[0].equals("elections")
              || isElection(steps[0]);
      case 2 -> isElection(steps[0]) && ROOMS.contains(steps[1]);
      case 3 -> steps[0].equals("embed") && isElection(steps[1]) && VIEWS.contains(steps[2]);
      default -> false;
    };
  }

  private boolean isElection(String step) {
    return elections.find(step).isPresent();
  }
}
