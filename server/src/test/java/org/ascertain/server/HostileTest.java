package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody should send is refused or harmless, and the server goes on. */
@QuarkusTest
class HostileTest {

  private static final String ELECTION = "/api/elections/us-president-2020";
  private static final int HALF_OPEN = 400;

  private final Client client = new Client();

  @AfterEach
  void the_server_goes_on() {
    assertThat(client.management("/q/health/live").statusCode()).isEqualTo(200);
    assertThat(client.get(ELECTION + "/standing").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../../../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc%2fpasswd",
        "/assets/..%5c..%5cetc/passwd",
        "/assets/../application.properties",
        "/log/us-president-2020/../../../etc/passwd",
        "/log/us-president-2020/tile/%2e%2e/%2e%2e/checkpoint",
        "/log/..%2f..%2f/checkpoint",
        "/api/elections/..%2f..%2fetc%2fpasswd/standing",
        "/META-INF/MANIFEST.MF",
        "/application.properties",
        "//etc/passwd",
        "/%00",
        "/index.html%00.js"
      })
  void no_path_leads_out_of_the_page_the_api_and_the_logs(String path) throws IOException {
    String answer = client.raw("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertThat(answer).containsPattern("^HTTP/1.1 40[04] ").doesNotContain("root:", "quarkus.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "at=yesterday",
        "at=",
        "at=2020-13-01",
        "at=2020-11-03T25:00:00Z",
        "at=2020-11-03T00:00:00",
        "at=2020-11-03/2020-11-04",
        "at=%2B9999999999-01-01",
        "at=9999-01-01",
        "at=0001-01-01",
        "known=now",
        "entries=0",
        "entries=-1",
        "entries=1e3",
        "entries=999999999",
        "at=2020-11-03%0d%0aSet-Cookie:%20a=b",
        "At=2020-11-03",
        "at=2020-11-03&at=2020-11-04",
        "at=2020-11-03&callback=alert"
      })
  void a_malformed_moment_or_parameter_is_refused_with_a_reason(String query) {
    HttpResponse<String> answer = client.get(ELECTION + "/standing?" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("\"status\":400", "\"detail\":\"");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/elections/us-president-1999/standing",
        "/api/elections/us-president-2020/entries/13218000",
        "/api/elections/us-president-2020/entries/-1",
        "/api/elections/us-president-2020/entries/1e3",
        "/api/elections/us-president-2020/entries/99999999999999999999",
        "/api/elections/us-president-2020/nothing",
        "/api/nothing"
      })
  void what_is_not_there_is_a_problem_document_too(String path) {
    HttpResponse<String> answer = client.get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "when?condition=",
        "when?condition=((((",
        "when?condition=voted%20%3E%3D%2099999999999999999999",
        "when",
        "explain?figure=votes(",
        "explain?figure=%3Cscript%3Ealert(1)%3C/script%3E",
        "explain?figure=majority&without=0",
        "explain?figure=majority&without=999999999999",
        "record?from=-1",
        "record?to=many",
        "live?after=x"
      })
  void a_question_that_makes_no_sense_is_refused(String question) {
    HttpResponse<String> answer = client.get(ELECTION + "/" + question);
    assertThat(answer.statusCode()).isIn(400, 204);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).doesNotContain("html");
  }

  @Test
  void deep_nesting_does_not_exhaust_the_stack() {
    String deep = "%28".repeat(300) + "voted%20%3E%3D%20270" + "%29".repeat(300);
    assertThat(client.get(ELECTION + "/when?condition=" + deep).statusCode()).isIn(200, 400);
    assertThat(
            client
                .get(ELECTION + "/when?condition=" + "not%20".repeat(240) + "declared")
                .statusCode())
        .isIn(200, 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=",
        "bytes=-",
        "bytes=5-2",
        "bytes=a-b",
        "lines=1-2",
        "bytes=0-1,3-4",
        "bytes=0-99999999999999999999"
      })
  void a_malformed_range_is_passed_over(String range) {
    HttpResponse<String> answer = client.get(ELECTION + "/record?to=2", "Range", range);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().lines()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=99999999-", "bytes=99999999-100000000", "bytes=-0"})
  void a_range_behind_the_end_is_refused(String range) {
    HttpResponse<String> answer = client.get(ELECTION + "/record", "Range", range);
    assertThat(answer.statusCode()).isEqualTo(416);
    assertThat(answer.headers().firstValue("Content-Range").orElseThrow()).startsWith("bytes */");
  }

  @ParameterizedTest
  @ValueSource(strings = {"call,call", "nonsense", "call,", "call&fact=returns"})
  void a_kind_of_fact_that_is_unknown_or_doubled_is_refused(String kinds) {
    assertThat(client.get(ELECTION + "/record?fact=" + kinds).statusCode()).isEqualTo(400);
  }

  @Test
  void a_page_in_others_pages_is_told_by_where_the_address_leads() throws IOException {
    String answer =
        client.raw("GET /embed/../2020 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 200").contains("frame-ancestors 'self'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW"})
  void nothing_can_be_written(String method) throws IOException {
    String answer =
        client.raw(
            method
                + " "
                + ELECTION
                + "/standing HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    assertThat(answer)
        .containsPattern("^HTTP/1.1 (405|501) ")
        .containsPattern("(?i)\r\nallow: GET, HEAD, OPTIONS\r\n");
  }

  @Test
  void an_address_or_header_of_any_length_is_refused() throws IOException {
    String longAddress = "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n";
    assertThat(client.raw(longAddress)).containsPattern("^HTTP/1.[01] 414 ");
    String longHeader = "GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(40_000) + "\r\n\r\n";
    assertThat(client.raw(longHeader)).containsPattern("^HTTP/1.[01] 431 ");
  }

  @Test
  void a_body_of_any_length_is_refused() throws IOException {
    try (Socket socket = client.connect()) {
      socket
          .getOutputStream()
          .write(
              ("POST "
                      + ELECTION
                      + "/standing HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999\r\n\r\n")
                  .getBytes(UTF_8));
      byte[] answer = new byte[12];
      assertThat(socket.getInputStream().readNBytes(answer, 0, 12)).isEqualTo(12);
      assertThat(new String(answer, UTF_8)).isIn("HTTP/1.1 413", "HTTP/1.1 405");
    }
  }

  @Test
  void a_header_cannot_be_smuggled_in_by_an_address() throws IOException {
    String answer =
        client.raw(
            "GET /api/elections/x%0d%0aSet-Cookie:%20a=b/standing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 404");
    assertThat(answer.substring(0, answer.indexOf("\r\n\r\n")))
        .doesNotContainIgnoringCase("set-cookie");
  }

  @Test
  void hundreds_of_half_open_connections_keep_nobody_out() throws IOException {
    List<Socket> open = new ArrayList<>();
    try {
      for (int i = 0; i < HALF_OPEN; i++) {
        Socket socket = client.connect();
        open.add(socket);
        if (i % 2 == 0) socket.getOutputStream().write("GET /api/ele".getBytes(UTF_8));
      }
      assertThat(client.get(ELECTION + "/standing").statusCode()).isEqualTo(200);
      assertThat(client.get(ELECTION + "/standing?at=2020-11-09").statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : open) socket.close();
    }
  }

  @Test
  void a_head_that_does_not_come_whole_in_time_ends_its_connection() throws IOException {
    for (String begin :
        List.of(
            "",
            "\r\n\r\n\r\n",
            "GET /api/elections HTTP/1.1\r\nHost: a\r\nX-",
            "GET /robots.txt HTTP/1.1\r\nHost: a\r\n\r\n"))
      try (Socket socket = client.connect()) {
        socket.getOutputStream().write(begin.getBytes(UTF_8));
        assertThat(isCutWhileTrickling(socket)).as(begin).isTrue();
      }
  }

  /** Sends a byte of a header now and then, and says whether the server had enough of it. */
  private static boolean isCutWhileTrickling(Socket socket) throws IOException {
    socket.setSoTimeout(500);
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (System.nanoTime() < limit) {
      try {
        if (socket.getInputStream().read() < 0) return true;
      } catch (SocketTimeoutException nothing) {
        try {
          socket.getOutputStream().write('a');
        } catch (IOException cut) {
          return true;
        }
      } catch (SocketException cut) {
        return true;
      }
    }
    return false;
  }

  @Test
  void a_connection_is_kept_for_one_request_after_another() throws IOException {
    try (Socket socket = client.connect()) {
      for (int i = 0; i < 20; i++) {
        socket
            .getOutputStream()
            .write("HEAD /robots.txt HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(UTF_8));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) head.append((char) socket.getInputStream().read());
        assertThat(head).startsWith("HTTP/1.1 ");
      }
    }
  }

  /** Each question is the longest that may be asked, and each of its parts another. */
  @Test
  void a_condition_of_a_thousand_characters_is_answered_and_a_longer_one_refused() {
    String units =
        "PA GA AZ WI MI NV NC FL TX OH IA MN NH VA CO NM OR WA CA NY NJ MA CT RI VT MD DE IL";
    String parts =
        Stream.of(units.split(" "))
            .map(unit -> "settled(" + unit + ") or stage(" + unit + ") >= voted")
            .collect(Collectors.joining(" or "));
    String longest = parts.substring(0, parts.lastIndexOf(" or ", 1_000));
    assertThat(longest).hasSizeBetween(950, 1_000);
    assertThat(client.get(ELECTION + "/when?condition=" + encoded(longest)).statusCode())
        .isEqualTo(200);
    HttpResponse<String> refused =
        client.get(ELECTION + "/when?condition=" + encoded(longest + " or not " + longest));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("1000 are allowed");
  }

  private static String encoded(String condition) {
    return URLEncoder.encode(condition, UTF_8);
  }

  @Test
  void a_reader_who_goes_away_in_the_middle_does_no_harm() throws IOException {
    for (int i = 0; i < 50; i++)
      try (Socket socket = client.connect()) {
        socket.setSoLinger(true, 0);
        socket
            .getOutputStream()
            .write(("GET " + ELECTION + "/record HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(UTF_8));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
      }
  }
}
