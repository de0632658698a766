package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.vertx.http.HttpServer;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Where whoever runs the server finds it: in its log, and in {@code server.json}. */
class AddressTest {

  private static Address address(int told, String configured) {
    HttpServer server =
        new HttpServer() {
          @Override
          public int getPort() {
            return 8080;
          }

          @Override
          public int getSecurePort() {
            return -1;
          }

          @Override
          public int getManagementPort() {
            return told;
          }

          @Override
          public URI getLocalBaseUri() {
            return URI.create("http://127.0.0.1:8080/");
          }
        };
    return new Address(
        server,
        new SmallRyeConfigBuilder()
            .withDefaultValue("quarkus.management.port", configured)
            .build());
  }

  /** Of a port that it was given the server tells none. */
  @Test
  void health_is_where_it_was_asked_for_or_where_the_server_chose() {
    assertThat(address(-1, "8090").management()).isEqualTo("http://127.0.0.1:8090");
    assertThat(address(41_233, "0").management()).isEqualTo("http://127.0.0.1:41233");
    assertThat(address(-1, "8090").url()).isEqualTo("http://127.0.0.1:8080");
  }
}
