package org.ascertain.server;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Locale;
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

  static void send(HttpServerRequest request, Rendered rendered) {
    send(request, rendered, NO_CACHE);
  }

  static void send(HttpServerRequest request, Rendered rendered, CharSequence caching) {
    Encoding encoding = best(request.getHeader(HttpHeaders.ACCEPT_ENCODING), rendered);
    String etag = etag(rendered, encoding);
    HttpServerResponse response = request.response();
    response
        .putHeader(HttpHeaders.ETAG, etag)
        .putHeader(HttpHeaders.CACHE_CONTROL, caching)
        .putHeader(HttpHeaders.VARY, ON_WHAT_IS_ACCEPTED);
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

  /** The best encoding that both sides have (RFC 9110, 12.5.3); quality only says yes or no. */
  static Encoding best(@Nullable String accepted, Rendered rendered) {
    if (accepted == null) return Encoding.PLAIN;
    if (rendered.has(Encoding.BROTLI) && accepts(accepted, "br")) return Encoding.BROTLI;
    if (rendered.has(Encoding.GZIP) && accepts(accepted, "gzip")) return Encoding.GZIP;
    return Encoding.PLAIN;
  }

  private static boolean accepts(String accepted, String coding) {
    for (String each : accepted.split(",", -1)) {
      String[] parts = each.strip().toLowerCase(Locale.ROOT).split(";", 2);
      if (!parts[0].strip().equals(coding)) continue;
      return parts.length == 1 || !parts[1].replace(" ", "").matches("q=0(\\.0{0,3})?");
    }
    return false;
  }

  private Negotiation() {}
}
