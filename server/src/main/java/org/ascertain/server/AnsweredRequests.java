package org.ascertain.server;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells {@link HeaderTimeout} when a connection may go on with the head of its next request. */
@ApplicationScoped
class AnsweredRequests {

  private static final int BEFORE_ALL = -30_000;

  void install(@Observes Router router) {
    router.route().order(BEFORE_ALL).handler(AnsweredRequests::handle);
  }

  private static void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    // HTTP/2 frames have no heads of lines.
    if (request.version() != HttpVersion.HTTP_2)
      context.addEndHandler(answered -> HeaderTimeout.answered(request.connection()));
    context.next();
  }
}
