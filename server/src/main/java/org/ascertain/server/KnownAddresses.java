package org.ascertain.server;

import io.quarkus.runtime.StartupEvent;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Every address of the API: those of the table of {@link Routes}, where it stands who may, and
 * those that everybody reads. A server with any other is not built, or does not start.
 */
@ApplicationScoped
class KnownAddresses {

  private static final String API = "/api";

  /** What an address names, as classes of REST and the description of the API have it. */
  private static final Pattern NAMED = Pattern.compile("\\{(\\w+)\\}");

  /** What everybody reads, by GET alone, which {@link Methods} sees to. */
  static final Set<String> READ_BY_EVERYBODY =
      Set.of(
          "/api/elections",
          "/api/elections/:id",
          "/api/elections/:id.:form",
          "/api/elections/:id/audit",
          "/api/elections/:id/audit/plan",
          "/api/elections/:id/card.png",
          "/api/elections/:id/challenges",
          "/api/elections/:id/counties",
          "/api/elections/:id/entries/:index",
          "/api/elections/:id/entries/:index/proof",
          "/api/elections/:id/explain",
          "/api/elections/:id/feed.atom",
          "/api/elections/:id/formats",
          "/api/elections/:id/glance",
          "/api/elections/:id/law",
          "/api/elections/:id/live",
          "/api/elections/:id/paths",
          "/api/elections/:id/power",
          "/api/elections/:id/record",
          "/api/elections/:id/standing",
          "/api/elections/:id/standing.csv",
          "/api/elections/:id/story",
          "/api/elections/:id/timeline",
          "/api/elections/:id/what-if",
          "/api/elections/:id/when",
          "/api/formats");

  private final Router router;

  KnownAddresses(Router router) {
    this.router = router;
  }

  void check(@Observes StartupEvent started) {
    router.getRoutes().stream()
        .map(Route::getPath)
        .filter(Objects::nonNull)
        .forEach(KnownAddresses::require);
  }

  /**
   * Says whether an address is known.
   *
   * @throws IllegalStateException if it is one of the API that nobody said who may use
   */
  static void require(String address) {
    String path = NAMED.matcher(address).replaceAll(":$1");
    boolean isKnown =
        !path.startsWith(API)
            || READ_BY_EVERYBODY.contains(path)
            || Arrays.stream(Routes.values()).anyMatch(route -> route.path.equals(path));
    if (!isKnown)
      throw new IllegalStateException(
          "who may use %s stands in no table: see Routes and KnownAddresses".formatted(address));
  }
}
