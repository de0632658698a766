package org.ascertain.server;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ascertain.desk.ElectionDesk;
import org.ascertain.desk.Person;
import org.ascertain.desk.Scan;

/**
 * Pictures of papers. A picture has no name here, and is what it begins like; a browser is told to
 * keep it as a file, so that it never is a page of this server's.
 */
@ApplicationScoped
class ScanAnswers {

  private static final String POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

  /** Takes one in. */
  void keep(RoutingContext context, HandedInRequest handed, Person person, ElectionDesk desk)
      throws IOException {
    DeskAnswers.requireParameters(context, List.of());
    Scan scan =
        Scan.of(handed.bytes())
            .orElseThrow(
                () ->
                    new Refusal(
                        415,
                        "No picture",
                        "A paper's picture is a PDF, or an image as PNG or JPEG."));
    if (!desk.scans().keep(person.account(), scan))
      throw new Refusal(409, "No more room", "This election has as many pictures as are kept.");
    DeskAnswers.send(context, 201, scan.json());
  }

  /** Shows one. */
  void show(RoutingContext context, ElectionDesk desk) {
    DeskAnswers.requireParameters(context, List.of());
    Scan scan =
        Optional.of(Objects.requireNonNullElse(context.pathParam("hash"), ""))
            .filter(hash -> hash.matches(ProposalAnswers.SHA_256))
            .flatMap(desk.scans()::find)
            .orElseThrow(() -> DeskAnswers.nothing("picture"));
    RequestThread.of(context)
        .runOnContext(
            send -> {
              HttpServerResponse response = context.response();
              if (response.ended() || response.closed()) return;
              response
                  .putHeader(HttpHeaders.CONTENT_TYPE, scan.type().media())
                  .putHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                  .putHeader("Content-Security-Policy", POLICY)
                  .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                  .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                  .end(Buffer.buffer(scan.bytes()));
            });
  }
}
