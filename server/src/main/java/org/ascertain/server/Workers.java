package org.ascertain.server;

import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/** The threads that may wait: work that is given to them holds up no connection. */
final class Workers {

  /** Runs each piece of work on a thread of its own choice, in no order. */
  static Executor of(Vertx vertx) {
    return work -> vertx.executeBlocking(() -> run(work), false);
  }

  private static boolean run(Runnable work) {
    work.run();
    return true;
  }

  private Workers() {}
}
