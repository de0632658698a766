package org.ascertain.server;

import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.Config;

/** Where the server can be reached. */
@ApplicationScoped
class Address {

  private static final String MANAGEMENT_PORT = "quarkus.management.port";

  private final HttpServer server;
  private final Config config;

  Address(HttpServer server, Config config) {
    this.server = server;
    this.config = config;
  }

  /** Without a slash at its end. */
  String url() {
    return server.getLocalBaseUri().toString().replaceAll("/$", "");
  }

  /** Where health and metrics are asked, on this machine only; without a slash at its end. */
  String management() {
    return "http://127.0.0.1:" + managementPort();
  }

  /** The server tells one that it chose itself; of one that it was told to take it says -1. */
  private int managementPort() {
    int port = server.getManagementPort();
    return port > 0 ? port : config.getValue(MANAGEMENT_PORT, Integer.class);
  }
}
