package org.ascertain.server;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.ascertain.server.Rendered.Effort;
import org.ascertain.server.Rendered.Encoding;
import org.jspecify.annotations.Nullable;

/** An answer in the form and encoding that was asked for. */
final class HttpAnswers {

  private static final String TABLE = "text/csv";

  /** An answer made for this request. */
  static Response answer(HttpHeaders headers, String type, String text) {
    return answer(headers, Rendered.of(type, text, Effort.LOW));
  }

  /** An answer in the encoding asked for, or 304 where it is known. */
  static Response answer(HttpHeaders headers, Rendered rendered) {
    Encoding encoding =
        Negotiation.best(header(headers, HttpHeaders.ACCEPT_ENCODING), rendered)
            .orElseThrow(Negotiation::noEncoding);
    String etag = Negotiation.etag(rendered, encoding);
    if (Negotiation.isAnother(header(headers, HttpHeaders.IF_MATCH), etag))
      throw Negotiation.another();
    if (Negotiation.names(header(headers, HttpHeaders.IF_NONE_MATCH), etag))
      return common(Response.notModified(), etag).build();
    Response.ResponseBuilder response =
        common(Response.ok(rendered.body(encoding).getBytes()), etag)
            .header(HttpHeaders.CONTENT_TYPE, rendered.type());
    rendered.headers().forEach(response::header);
    if (encoding != Encoding.PLAIN) response.header(HttpHeaders.CONTENT_ENCODING, encoding.word);
    return response.build();
  }

  private static Response.ResponseBuilder common(Response.ResponseBuilder response, String etag) {
    return response
        .header(HttpHeaders.ETAG, etag)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .header(HttpHeaders.VARY, "Accept, Accept-Encoding");
  }

  private static @Nullable String header(HttpHeaders headers, String name) {
    return headers.getHeaderString(name);
  }

  /** Whether an {@code Accept} header asks for CSV rather than JSON; of equal ones the first. */
  static boolean wantsCsv(@Nullable String accepted) {
    if (accepted == null || !accepted.contains("csv")) return false;
    QualityValues weights = QualityValues.of(accepted);
    double table = weights.ofMedia(TABLE);
    double json = weights.ofMedia(Rendered.JSON);
    return table > json
        || (table == json && table > 0 && weights.place(TABLE) < weights.place(Rendered.JSON));
  }

  /** Whether an {@code Accept} header names a type, as no less welcome than JSON. */
  static boolean isNamed(String accepted, String type) {
    QualityValues weights = QualityValues.of(accepted);
    double weight = weights.weight(type).orElse(0);
    return weight > 0 && weight >= weights.weight(Rendered.JSON).orElse(0);
  }

  private HttpAnswers() {}
}
