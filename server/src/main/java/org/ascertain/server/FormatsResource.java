package org.ascertain.server;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.ascertain.answers.FormatsText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The formats that others speak. */
@Path("/api/formats")
public class FormatsResource {

  @GET
  @Operation(
      summary = "The formats in which elections are given, what each keeps, loses and cannot say")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = Rendered.JSON, schema = @Schema(ref = "Formats")))
  public Response formats(@Context HttpHeaders headers) {
    return HttpAnswers.answer(headers, Rendered.JSON, FormatsText.json());
  }
}
