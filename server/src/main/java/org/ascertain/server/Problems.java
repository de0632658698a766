package org.ascertain.server;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every refusal and every fault as a problem document (RFC 9457). */
final class Problems {

  @ServerExceptionMapper
  Response refused(Refusal refusal) {
    return document(refusal);
  }

  @ServerExceptionMapper
  Response refused(WebApplicationException refusal) {
    Response given = refusal.getResponse();
    String reason = given.getStatusInfo().getReasonPhrase();
    Refusal told =
        new Refusal(given.getStatus(), reason, "The request cannot be answered: " + reason + ".");
    return document(given.getStatus() == 405 ? told.with("Allow", Methods.ALLOWED) : told);
  }

  @ServerExceptionMapper
  Response failed(RuntimeException fault) {
    return document(Refusal.of(fault));
  }

  /** A refusal as the answer to a request. */
  static Response document(Refusal refusal) {
    Response.ResponseBuilder response =
        Response.status(refusal.status())
            .type(Refusal.TYPE)
            .header("Cache-Control", "no-store")
            .entity(refusal.json());
    refusal.headers().forEach(response::header);
    return response.build();
  }
}
