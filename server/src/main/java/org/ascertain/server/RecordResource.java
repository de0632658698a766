package org.ascertain.server;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Optional;
import org.ascertain.answers.EntryJson;
import org.ascertain.answers.LawJson;
import org.ascertain.election.Entry;
import org.ascertain.record.InclusionProof;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The record itself, its entries with their proofs, and the law it is read by. */
@Path("/api/elections")
public class RecordResource {

  /** How many entries fit the question. */
  private static final String TOTAL = "X-Total";

  private static final String LINES = "application/jsonl";

  private final ElectionLookup lookup;
  private final LogFolders logs;

  RecordResource(ElectionLookup lookup, LogFolders logs) {
    this.lookup = lookup;
    this.logs = logs;
  }

  @GET
  @Path("{id}/record")
  @Operation(
      summary =
          "The record byte for byte, as JSON Lines; some of it by entries, by what it says, or by Range")
  @APIResponse(responseCode = "200", content = @Content(mediaType = LINES))
  @APIResponse(responseCode = "206", content = @Content(mediaType = LINES))
  public Response record(
      @PathParam("id") String id,
      @Parameter(description = "The first entry; 0 without it.") @QueryParam("from")
          @Nullable String from,
      @Parameter(description = "The entry to stop before; the end without it.") @QueryParam("to")
          @Nullable String to,
      @Parameter(description = "Kinds of facts, with commas between.") @QueryParam("fact")
          @Nullable String fact,
      @Parameter(description = "A unit or jurisdiction, with all that lies in it.")
          @QueryParam("unit")
          @Nullable String unit,
      @Parameter(description = "What stands in the line.") @QueryParam("text")
          @Nullable String text,
      @Context Request request,
      @Context HttpHeaders headers) {
    ServedElection served = lookup.election(id);
    served.snapshot(); // of a record of which nothing is known, nothing is given out
    RecordLines lines = served.lines();
    int size = lines.size();
    int first = Math.min(size, place("from", from, 0));
    int end = Math.max(first, Math.min(size, place("to", to, size)));
    if (fact != null || unit != null || text != null)
      return found(new RecordSearch(fact, unit, text), served, first, end);
    long start = lines.start(first);
    long length = lines.start(end) - start;
    String etag = lines.etag(start, start + length);
    if (Negotiation.isAnother(headers.getHeaderString(HttpHeaders.IF_MATCH), etag))
      throw Negotiation.another();
    if (Negotiation.names(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), etag))
      return common(Response.notModified(), served, etag).build();
    Optional<ByteRange> range = range(request, headers, etag, length);
    long begin = start + range.map(ByteRange::first).orElse(0L);
    long until = start + range.map(r -> r.last() + 1).orElse(length);
    StreamingOutput body = out -> lines.copy(begin, until, out);
    Response.ResponseBuilder response =
        common(Response.status(range.isPresent() ? 206 : 200), served, etag)
            .entity(body)
            .type(LINES)
            .header("Content-Length", until - begin)
            .header(TOTAL, size);
    range.ifPresent(
        r ->
            response.header(
                "Content-Range", "bytes %d-%d/%d".formatted(r.first(), r.last(), length)));
    return response.build();
  }

  private static Response.ResponseBuilder common(
      Response.ResponseBuilder response, ServedElection served, String etag) {
    return response
        .header("Accept-Ranges", "bytes")
        .header("Cache-Control", "no-cache")
        .header(HttpHeaders.ETAG, etag)
        .header("Content-Disposition", "inline; filename=\"" + served.id() + ".jsonl\"");
  }

  /**
   * The range asked for, where it is asked of the bytes that there are (RFC 9110, 13.1.5, 14.2).
   */
  private static Optional<ByteRange> range(
      Request request, HttpHeaders headers, String etag, long length) {
    String validator = headers.getHeaderString("If-Range");
    return request.getMethod().equals("GET")
            && (validator == null || validator.strip().equals(etag))
        ? ByteRange.of(headers.getHeaderString("Range"), length)
        : Optional.empty();
  }

  private static Response found(RecordSearch search, ServedElection served, int first, int end) {
    BitSet places = search.in(served, first, end);
    StreamingOutput body =
        out ->
            RecordSearch.each(
                served,
                places,
                (line, index) -> {
                  try {
                    out.write(line);
                    out.write('\n');
                  } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                  }
                });
    return Response.ok(body)
        .type(LINES)
        .header("Cache-Control", "no-cache")
        .header(TOTAL, places.cardinality())
        .build();
  }

  private static int place(String name, @Nullable String text, int otherwise) {
    if (text == null) return otherwise;
    if (text.matches("0|[1-9][0-9]{0,8}")) return Integer.parseInt(text);
    throw new Refusal(
        400,
        "Not an index",
        "'%s' of '%s' is not the index of an entry.".formatted(Refusal.quote(text), name));
  }

  @GET
  @Path("{id}/entries/{index}")
  @Operation(summary = "One entry as it stands in the record, in words, with its inclusion proof")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = Rendered.JSON, schema = @Schema(ref = "Entry")))
  public Response entry(
      @PathParam("id") String id, @PathParam("index") String index, @Context HttpHeaders headers) {
    ServedElection served = lookup.election(id);
    int place = entry(served, index);
    Snapshot snapshot = served.snapshot();
    Optional<Entry> entry = snapshot.history().entry(place);
    Optional<InclusionProof> proof = logs.of(served).proof(place);
    return HttpAnswers.answer(
        headers,
        Rendered.JSON,
        EntryJson.of(
            snapshot.edition(),
            snapshot.history().header(),
            place,
            served.lines().line(place),
            entry,
            proof));
  }

  private static int entry(ServedElection served, String index) {
    int size = served.lines().size();
    if (index.matches("0|[1-9][0-9]{0,8}") && Integer.parseInt(index) < size)
      return Integer.parseInt(index);
    throw new Refusal(
        404,
        "No such entry",
        "There is no entry '%s'; the record has %d, from 0 on."
            .formatted(Refusal.quote(index), size));
  }

  @GET
  @Path("{id}/entries/{index}/proof")
  @Operation(summary = "An entry's inclusion proof as a file (C2SP tlog-proof)")
  @APIResponse(responseCode = "200", content = @Content(mediaType = "text/plain"))
  public Response proof(
      @PathParam("id") String id, @PathParam("index") String index, @Context HttpHeaders headers) {
    ServedElection served = lookup.election(id);
    int place = entry(served, index);
    String text =
        logs.of(served)
            .proof(place)
            .map(InclusionProof::text)
            .orElseThrow(
                () ->
                    new Refusal(
                        404,
                        "Not yet in the log",
                        "The log has that entry in a second; ask again."));
    return HttpAnswers.answer(headers, "text/plain; charset=utf-8", text);
  }

  @GET
  @Path("{id}/law")
  @Operation(summary = "The rules in force, with their citations and the days they give")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = Rendered.JSON, schema = @Schema(ref = "Law")))
  public Response law(@PathParam("id") String id, @Context HttpHeaders headers) {
    Snapshot snapshot = lookup.election(id).snapshot();
    return HttpAnswers.answer(
        headers,
        Rendered.JSON,
        LawJson.of(
            snapshot.edition(), snapshot.history().header().election(), snapshot.history().law()));
  }
}
