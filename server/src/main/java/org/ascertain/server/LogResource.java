package org.ascertain.server;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The published logs: what other people's programs check the record by. */
@Path("/log")
public class LogResource {

  private final ElectionLookup asked;
  private final LogFolders logs;

  LogResource(ElectionLookup asked, LogFolders logs) {
    this.asked = asked;
    this.logs = logs;
  }

  @GET
  @Path("{id}/{path: .+}")
  @Operation(summary = "The transparency log: checkpoint and tiles (C2SP tlog-tiles)")
  @APIResponse(responseCode = "200", content = @Content(mediaType = "application/octet-stream"))
  public Response log(@PathParam("id") String id, @PathParam("path") String path)
      throws IOException {
    java.nio.file.Path file =
        logs.file(asked.election(id), path)
            .orElseThrow(
                () -> new Refusal(404, "No such file", "The log has no file of that path."));
    boolean grows = path.equals("checkpoint");
    return Response.ok(Files.readAllBytes(file))
        .type(grows ? "text/plain; charset=utf-8" : "application/octet-stream")
        .header("Cache-Control", grows ? "no-cache" : "max-age=31536000, immutable")
        .build();
  }
}
