package org.ascertain.server;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every refusal and every fault as a problem document (RFC 9457). */
final class Problems {

  private static final Logger LOG = Logger.getLogger(Problems.class);

  @ServerExceptionMapper
  Response refused(Refusal refusal) {
    return document(refusal);
  }

  @ServerExceptionMapper
  Response refused(WebApplicationException refusal) {
    Response given = refusal.getResponse();
    String reason = given.getStatusInfo().getReasonPhrase();
    return document(
        new Refusal(given.getStatus(), reason, "The request cannot be answered: " + reason + "."));
  }

  @ServerExceptionMapper
  Response failed(RuntimeException fault) {
    LOG.error("a request failed", fault);
    return document(
        new Refusal(500, "A fault of Ascertain", "The answer could not be made; see the log."));
  }

  private static Response document(Refusal refusal) {
    return Response.status(refusal.status())
        .type(Refusal.TYPE)
        .header("Cache-Control", "no-store")
        .entity(refusal.json())
        .build();
  }
}
