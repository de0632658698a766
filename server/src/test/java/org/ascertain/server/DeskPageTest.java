package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The document of the desk: at its addresses, in nobody's frame and in no cache. */
@QuarkusTest
@Timeout(60)
class DeskPageTest {

  private final Client client = new Client();

  @ParameterizedTest
  @ValueSource(
      strings = {"/desk", "/desk/us-president-2028/papers/7", "/desk/people", "/desk.html"})
  void one_document_is_at_each_address_of_the_desk(String address) {
    HttpResponse<String> answer = client.get(address);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<a-desk>");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("frame-ancestors 'none'")
        .contains("script-src 'self'");
    assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
  }

  @Test
  void what_only_begins_like_it_is_no_page_of_the_desk() {
    assertThat(client.get("/desks").body()).doesNotContain("<a-desk>");
  }
}
