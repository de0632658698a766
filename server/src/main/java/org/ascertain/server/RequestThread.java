package org.ascertain.server;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;

/**
 * The thread on which a request came, for a thread of the desk's own that works on it. All that
 * touches the connection is done there: what is handed to another of Vert.x's threads is handed on
 * once more, and one step could overtake another.
 */
final class RequestThread {

  private static final String KEPT = RequestThread.class.getName();

  /** Keeps the thread that this is called on. */
  static void keep(RoutingContext request) {
    request.put(KEPT, Objects.requireNonNull(Vertx.currentContext(), "a request comes on one"));
  }

  /** The thread that was kept. */
  static Context of(RoutingContext request) {
    return Objects.requireNonNull(request.<Context>get(KEPT), "kept when the request came");
  }

  private RequestThread() {}
}
