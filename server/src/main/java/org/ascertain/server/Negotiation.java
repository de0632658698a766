package org.ascertain.server;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ascertain.server.Rendered.Encoding;
import org.jspecify.annotations.Nullable;

/** Gives out what is rendered, as the request asks for it: compressed, or 304 where it is known. */
final class Negotiation {

  /** Ask each time whether it is still the same. */
  static final CharSequence NO_CACHE = HttpHeaders.createOptimized("no-cache");

  /** Its name says what it holds. */
  static final CharSequence FOR_GOOD =
      HttpHeaders.createOptimized("public, max-age=31536000, immutable");

  private static final CharSequence ON_WHAT_IS_ACCEPTED =
      HttpHeaders.createOptimized("Accept, Accept-Encoding");

  private static final List<Encoding> BY_SIZE =
      List.of(Encoding.BROTLI, Encoding.GZIP, Encoding.PLAIN);
  private static final double LAST_RESORT = 1e-6;

  static void send(RoutingContext context, Rendered rendered) {
    send(context, rendered, NO_CACHE);
  }

  static void send(RoutingContext context, Rendered rendered, CharSequence caching) {
    HttpServerRequest request = context.request();
    Optional<Encoding> best = best(request.getHeader(HttpHeaders.ACCEPT_ENCODING), rendered);
    if (best.isEmpty()) {
      noEncoding().send(context);
      return;
    }
    Encoding encoding = best.get();
    String etag = etag(rendered, encoding);
    HttpServerResponse response = request.response();
    response
        .putHeader(HttpHeaders.ETAG, etag)
        .putHeader(HttpHeaders.CACHE_CONTROL, caching)
        .putHeader(HttpHeaders.VARY, ON_WHAT_IS_ACCEPTED);
    if (isAnother(request.getHeader(HttpHeaders.IF_MATCH), etag)) {
      another().send(context);
      return;
    }
    if (names(request.getHeader(HttpHeaders.IF_NONE_MATCH), etag)) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, rendered.type());
    if (encoding != Encoding.PLAIN) response.putHeader(HttpHeaders.CONTENT_ENCODING, encoding.word);
    if (request.method().equals(HttpMethod.HEAD)) {
      response
          .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(rendered.body(encoding).length()))
          .end();
      return;
    }
    response.end(rendered.body(encoding));
  }

  /** The tag of an answer in an encoding: other bytes have another tag (RFC 9110, 8.8.3). */
  static String etag(Rendered rendered, Encoding encoding) {
    return '"' + rendered.etag() + encoding.mark + '"';
  }

  /**
   * Whether {@code If-Match} names other tags alone; comparison is strong there, and it is looked
   * at first (RFC 9110, 13.1.1, 13.2.2).
   */
  static boolean isAnother(@Nullable String ifMatch, String etag) {
    if (ifMatch == null || ifMatch.strip().equals("*")) return false;
    for (String each : ifMatch.split(",", -1)) if (each.strip().equals(etag)) return false;
    return true;
  }

  /** What there is has not the tag that was asked for. */
  static Refusal another() {
    return new Refusal(
        412, "Precondition Failed", "There are other bytes by now than If-Match asks for.");
  }

  /** Whether {@code If-None-Match} names a tag; comparison is weak there (RFC 9110, 13.1.2). */
  static boolean names(@Nullable String ifNoneMatch, String etag) {
    if (ifNoneMatch == null) return false;
    if (ifNoneMatch.equals(etag) || ifNoneMatch.equals("*")) return true;
    for (String each : ifNoneMatch.split(",", -1)) {
      String tag = each.strip();
      if (tag.equals(etag) || tag.equals("W/" + etag)) return true;
    }
    return false;
  }

  /**
   * The encoding that the header gives the most weight of those that there are; of equal ones the
   * shortest. Plain bytes are the last resort where the header does not name them, and none where
   * it refuses them (RFC 9110, 12.5.3).
   */
  static Optional<Encoding> best(@Nullable String accepted, Rendered rendered) {
    if (accepted == null) return Optional.of(Encoding.PLAIN);
    QualityValues weights = QualityValues.of(accepted);
    Optional<Encoding> best = Optional.empty();
    double most = 0;
    for (Encoding each : BY_SIZE) {
      double weight = weight(weights, each);
      if (!rendered.has(each) || weight <= most) continue;
      best = Optional.of(each);
      most = weight;
    }
    return best;
  }

  private static double weight(QualityValues weights, Encoding encoding) {
    OptionalDouble own = weights.weight(encoding.word);
    if (own.isPresent()) return own.getAsDouble();
    OptionalDouble any = weights.weight("*");
    if (any.isPresent()) return any.getAsDouble();
    return encoding == Encoding.PLAIN ? LAST_RESORT : 0;
  }

  /** Nothing of what there is may be sent. */
  static Refusal noEncoding() {
    return new Refusal(
        406, "Not Acceptable", "This answer is there as br, gzip or identity, none of them taken.");
  }

  private Negotiation() {}
}
