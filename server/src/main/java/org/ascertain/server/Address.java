package org.ascertain.server;

import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.context.ApplicationScoped;

/** Where the server can be reached. */
@ApplicationScoped
class Address {

  private final HttpServer server;

  Address(HttpServer server) {
    this.server = server;
  }

  /** Without a slash at its end. */
  String url() {
    return server.getLocalBaseUri().toString().replaceAll("/$", "");
  }

  /** Where health and metrics are asked, on this machine only; without a slash at its end. */
  String management() {
    return "http://127.0.0.1:" + server.getManagementPort();
  }
}
