package org.ascertain.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A server that takes rows, records those that it has not seen, and fails when it is told to. */
final class StubDesk implements AutoCloseable {

  /** How a request goes wrong. */
  enum Trouble {
    /** It is not answered, and nothing of it was taken. */
    LOST,
    /** It is taken, and its answer is lost. */
    ANSWER_LOST,
    /** It is taken, and its answer breaks off in the middle. */
    HALF_ANSWERED,
    BUSY
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  final List<String> recorded = new ArrayList<>();
  final List<String> keys = new ArrayList<>();
  final Deque<Trouble> troubles = new ArrayDeque<>();
  final Map<String, String> findings = new LinkedHashMap<>();
  private final Map<String, String> answers = new LinkedHashMap<>();
  private final HttpServer server;

  StubDesk() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/", this::handle);
    server.start();
  }

  DeskSite site() {
    return new DeskSite(address(), "asc_x", Duration.ofSeconds(20), notice -> {});
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      if (!"Bearer asc_x".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        answer(exchange, 401, "{\"title\":\"No\",\"detail\":\"This token has expired.\"}");
        return;
      }
      Trouble trouble = troubles.poll();
      if (trouble == Trouble.LOST) return;
      if (trouble == Trouble.BUSY) {
        exchange.getResponseHeaders().add("Retry-After", "0");
        answer(exchange, 503, "{}");
        return;
      }
      String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
      keys.add(key);
      String made = answers.computeIfAbsent(key, k -> take(body));
      if (trouble == Trouble.ANSWER_LOST) return;
      String accepted = exchange.getRequestHeaders().getFirst("Accept");
      if (accepted.equals(AnswerLines.TYPE))
        lines(exchange, made, trouble == Trouble.HALF_ANSWERED);
      else answer(exchange, 200, made);
    }
  }

  /** Tells of each ten rows, then each finding, then the summary. */
  private static void lines(HttpExchange exchange, String made, boolean breaksOff)
      throws IOException {
    ObjectNode answer = (ObjectNode) JSON.readTree(made);
    StringBuilder lines = new StringBuilder();
    for (int rows = 10; rows < answer.path("rows").asInt(); rows += 10)
      lines.append("{\"progress\":{\"state\":\"open\",\"rows\":%d}}%n".formatted(rows));
    answer.remove("findings").forEach(each -> lines.append(each).append('\n'));
    if (!breaksOff) lines.append(answer).append('\n');
    byte[] bytes = lines.toString().getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", AnswerLines.TYPE);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private String take(String body) {
    List<String> found = new ArrayList<>();
    long known = 0;
    long kept = 0;
    List<String> rows = body.lines().filter(line -> line.startsWith("{")).toList();
    for (int i = 0; i < rows.size(); i++) {
      String row = rows.get(i);
      String code = code(row);
      if (!code.isEmpty()) {
        kept++;
        found.add(
            "{\"row\":%d,\"code\":\"%s\",\"severity\":\"aside\",\"path\":\"\",\"says\":\"Odd.\",\"advice\":\"Look.\",\"kept\":%d}"
                .formatted(i + 1, code, i));
      } else if (recorded.contains(row)) known++;
      else recorded.add(row);
    }
    String state = 5 * kept > rows.size() ? "held" : "done"; // the real one asks for fifty, too
    return "{\"intake\":%d,\"state\":\"%s\",\"rows\":%d,\"recorded\":%d,\"known\":%d,\"kept\":%d,\"proposed\":0,\"refused\":0,\"findings\":[%s],\"next\":[]}"
        .formatted(
            answers.size() + 1,
            state,
            rows.size(),
            rows.size() - known - kept,
            known,
            kept,
            String.join(",", found));
  }

  private String code(String row) {
    return findings.entrySet().stream()
        .filter(each -> row.contains(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
