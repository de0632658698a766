package org.ascertain.server;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.ascertain.answers.JsonAnswer;
import org.ascertain.desk.Told;
import org.jboss.logging.Logger;

/** Why a request is not answered, as a problem document (RFC 9457). */
final class Refusal extends RuntimeException {

  static final String TYPE = "application/problem+json";

  private static final Logger LOG = Logger.getLogger(Refusal.class);
  private static final int LONGEST_QUOTATION = 80;
  private static final String CONNECTION = "Connection";
  private static final String CLOSE = "close";
  private static final long CLOSING_MILLIS = 1_000;

  private final int status;
  private final String title;
  private final String detail;
  private final Map<String, String> headers;
  private final transient Optional<Told> found;

  Refusal(int status, String title, String detail) {
    this(status, title, detail, Map.of(), Optional.empty());
  }

  private Refusal(
      int status, String title, String detail, Map<String, String> headers, Optional<Told> found) {
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.headers = headers;
    this.found = found;
  }

  /** What one of the desk's checks found; its code is the problem's type. */
  static Refusal of(int status, Told found) {
    return new Refusal(
        status,
        found.code() + " " + (status == 403 ? "Not yours to do" : "Not taken in"),
        found.says(),
        Map.of(),
        Optional.of(found));
  }

  /** There is no answer now; there may be one in so many seconds. */
  static Refusal later(String title, String detail, int seconds) {
    return new Refusal(503, title, detail).with("Retry-After", Integer.toString(seconds));
  }

  /** The same, with a header that its status asks for. */
  Refusal with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Refusal(status, title, detail, more, found);
  }

  /** The refusal that a failure is, or holds; what is none is a fault of the server. */
  static Refusal of(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof Refusal refusal) return refusal;
      if (each instanceof CancellationException)
        return later("Not ready", "The answer was not made to its end; ask again.", 1);
    }
    LOG.errorf(failure, "a request failed: %s", GuardedWork.said(failure));
    return new Refusal(500, "A fault of Ascertain", "The answer could not be made; see the log.");
  }

  static Refusal noElection(String id) {
    return new Refusal(
        404,
        "No such election",
        "There is no election '%s' here; /api/elections lists them.".formatted(quote(id)));
  }

  /** What is wrong with one of an address's parameters: unknown to it, given twice, or empty. */
  static Optional<Refusal> unfitParameter(String name, List<String> values, List<String> taken) {
    if (name.equals(AwaitedEntries.PARAMETER)) return Optional.empty(); // it was waited for
    if (!taken.contains(name))
      return Optional.of(
          new Refusal(
              400,
              "Unknown parameter",
              "This address takes no parameter '%s'%s."
                  .formatted(
                      quote(name),
                      taken.isEmpty() ? "" : "; it takes " + String.join(", ", taken))));
    if (values.size() > 1)
      return Optional.of(
          new Refusal(400, "Parameter given twice", "Give '%s' once.".formatted(quote(name))));
    return values.stream().allMatch(String::isBlank)
        ? Optional.of(
            new Refusal(
                400,
                "Empty parameter",
                "Give '%s' a value or leave it out.".formatted(quote(name))))
        : Optional.empty();
  }

  /** The first unfit one of an address's parameters. */
  static Optional<Refusal> unfitParameter(MultiMap given, List<String> taken) {
    return given.names().stream()
        .flatMap(name -> unfitParameter(name, given.getAll(name), taken).stream())
        .findFirst();
  }

  Map<String, String> headers() {
    return headers;
  }

  int status() {
    return status;
  }

  String json() {
    return JsonAnswer.compact(
        json -> {
          json.text(
              "type", found.map(told -> "urn:ascertain:" + told.code()).orElse("about:blank"));
          json.text("title", title);
          json.number("status", status);
          json.text("detail", detail);
          if (found.isEmpty()) return;
          json.text("code", found.get().code());
          if (!found.get().path().isEmpty()) json.text("path", found.get().path());
          json.text("advice", found.get().advice());
        });
  }

  void send(RoutingContext context) {
    if (context.response().ended() || context.response().closed()) return;
    headers.forEach(context.response()::putHeader);
    context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(json())
        .onSuccess(told -> closeIfSaid(context));
  }

  /**
   * Whoever was told that the connection closes, and still sends a body that nobody reads, would
   * keep it open. It is closed after a moment in which the answer can be read (RFC 9112, 9.6).
   */
  private void closeIfSaid(RoutingContext context) {
    if (!CLOSE.equals(headers.get(CONNECTION))) return;
    HttpConnection connection = context.request().connection();
    context.vertx().setTimer(CLOSING_MILLIS, moment -> connection.close());
  }

  /** What somebody sent, of bearable length and without control characters. */
  static String quote(String text) {
    String plain =
        text.codePoints()
            .filter(c -> !Character.isISOControl(c))
            .limit(LONGEST_QUOTATION)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return plain.length() < text.length() ? plain + "..." : plain;
  }
}
