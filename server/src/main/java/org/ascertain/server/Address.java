package org.ascertain.server;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

/** Says where the server can be reached, once it can. */
@ApplicationScoped
class Address {

  void tell(@ObservesAsync HttpServerStart started) {
    System.out.printf(
        "Ascertain serves on http://%s:%d/%n",
        started.options().getHost(), started.options().getPort());
  }
}
