package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.ascertain.answers.AllFormats;
import org.ascertain.answers.ElectionFormats;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.exchange.Document;
import org.ascertain.exchange.ElectionAt;
import org.ascertain.exchange.Format;
import org.ascertain.law.Law;
import org.ascertain.record.Pin;
import org.ascertain.server.Rendered.Effort;
import org.ascertain.standing.History;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Elections in the formats that others speak: the same bytes as the command {@code export}. */
@Path("/api/elections")
@Blocking
public class ExportResource {

  /** So much of one file is given out; what is larger the command line writes, piece by piece. */
  private static final int MOST_BYTES = 64 << 20;

  /** How many facts of the election are not in the file. */
  static final String LEFT_OUT = "Ascertain-Left-Out";

  private final ElectionLookup lookup;
  private final Questions questions;

  ExportResource(ElectionLookup lookup, Questions questions) {
    this.lookup = lookup;
    this.questions = questions;
  }

  @GET
  @Path("{id:[^./]+}.{form}")
  @Operation(
      summary =
          "An election in a format that others speak, named by what its files end in; one file of it,"
              + " the most official or the one of a part")
  @APIResponse(responseCode = "200", content = @Content(mediaType = MediaType.WILDCARD))
  public CompletionStage<Response> export(
      @PathParam("id") String id,
      @Parameter(description = "nist.xml, nist.json, csv, ...: /api/formats lists them.")
          @PathParam("form")
          String form,
      @Parameter(
              description =
                  "Of a format with several files: whose word (certified, the id of a source or"
                      + " caller), which state, or which table.")
          @QueryParam("part")
          @Nullable String part,
      @Parameter(description = StandingResource.AT) @QueryParam("at") @Nullable String at,
      @Parameter(description = Earlier.KNOWN) @QueryParam("known") @Nullable String known,
      @Parameter(description = Earlier.ENTRIES) @QueryParam("entries") @Nullable String entries,
      @Context HttpHeaders headers) {
    Format format = AllFormats.ofAddress(form).orElseThrow(() -> noFormat(form));
    Optional<String> one = Optional.ofNullable(part);
    Optional<Law> toCome =
        AllFormats.isOfLaw(format) && known == null && entries == null
            ? lookup.toCome(id)
            : Optional.empty();
    if (toCome.isPresent())
      return CompletableFuture.completedStage(
          ofLaw(toCome.get(), MomentParameter.of("at", at), format, one, headers));
    AsOf asked = lookup.asOf(id, at, known, entries);
    ServedElection served = lookup.election(id);
    return questions.ask(
        headers,
        asked.snapshot(),
        Arrays.asList("export", format.id(), part, at, known, entries),
        () ->
            rendered(
                format,
                election(asked, served),
                one,
                fileName(asked, served, one),
                Map.of(HttpHeaders.LINK, listing(served.id(), at, known, entries))));
  }

  /** What takes no record, of an election of which there is none yet: as of today unless asked. */
  private static Response ofLaw(
      Law law, Optional<When> at, Format format, Optional<String> part, HttpHeaders headers) {
    When today = new When.OnDay(Washington.day(Washington.nanos(InstantSource.system().instant())));
    ElectionAt election = ElectionAt.of(law, at.orElse(today));
    return HttpAnswers.answer(
        headers,
        rendered(
            format, election, part, "%s_at_%s".formatted(election.id(), election.at()), Map.of()));
  }

  @GET
  @Path("{id}/formats")
  @Operation(
      summary =
          "The election's files in each format that others speak, and what each leaves out, counted")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = Rendered.JSON, schema = @Schema(ref = "ElectionFormats")))
  public CompletionStage<Response> formats(
      @PathParam("id") String id,
      @Parameter(description = StandingResource.AT) @QueryParam("at") @Nullable String at,
      @Parameter(description = Earlier.KNOWN) @QueryParam("known") @Nullable String known,
      @Parameter(description = Earlier.ENTRIES) @QueryParam("entries") @Nullable String entries,
      @Context HttpHeaders headers) {
    AsOf asked = lookup.asOf(id, at, known, entries);
    ServedElection served = lookup.election(id);
    return questions.ask(
        headers,
        asked.snapshot(),
        Arrays.asList("formats", at, known, entries),
        () -> Rendered.brief(ElectionFormats.json(election(asked, served))));
  }

  /**
   * A file, and how many facts it does not have; which, stands where its link leads.
   *
   * @param name under which it is saved, without what it ends in
   */
  private static Rendered rendered(
      Format format,
      ElectionAt election,
      Optional<String> part,
      String name,
      Map<String, String> more) {
    List<Document> documents = format.writer().orElseThrow().documents(election);
    Document one =
        Document.of(documents, part).orElseThrow(() -> nothing(election, documents, part));
    Map<String, String> said = new HashMap<>(more);
    said.put(LEFT_OUT, Long.toString(format.leftOut(election, List.of(one)).facts()));
    said.put(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"%s.%s\""
            .formatted(name.replaceAll("[^A-Za-z0-9._+-]", ""), one.extension(format)));
    return Rendered.of(one.mediaType(format), bytes(one), Effort.LOW).with(said);
  }

  private static String listing(
      String id, @Nullable String at, @Nullable String known, @Nullable String entries) {
    StringBuilder address = new StringBuilder("/api/elections/").append(id).append("/formats");
    char before = '?';
    for (String[] each : new String[][] {{"at", at}, {"known", known}, {"entries", entries}}) {
      if (each[1] == null) continue;
      address.append(before).append(each[0]).append('=').append(URLEncoder.encode(each[1], UTF_8));
      before = '&';
    }
    return "<%s>; rel=\"describedby\"".formatted(address);
  }

  private static Refusal noFormat(String form) {
    return new Refusal(
        404,
        "No such format",
        "There is no format '%s'; there are %s."
            .formatted(
                Refusal.quote(form),
                AllFormats.written().stream()
                    .map(AllFormats::address)
                    .collect(Collectors.joining(", "))));
  }

  private static ElectionAt election(AsOf asked, ServedElection served) {
    History history = asked.history();
    return ElectionAt.of(
        history,
        asked.at().orElseGet(() -> ElectionAt.last(history)),
        asked.earlier().known().isPresent()
            ? Optional.empty()
            : Optional.of(version(served, entries(asked))));
  }

  private static long entries(AsOf asked) {
    return asked.earlier().entries().orElse(asked.snapshot().size());
  }

  private static Pin version(ServedElection served, long entries) {
    return new Pin(served.id(), entries, served.lines().root(entries));
  }

  private static byte[] bytes(Document one) {
    Bounded bytes = new Bounded();
    try {
      one.content().writeTo(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static Refusal nothing(
      ElectionAt election, List<Document> documents, Optional<String> part) {
    return documents.isEmpty()
        ? new Refusal(
            404,
            "Nothing in that form",
            "There is nothing of %s in that form as of %s.".formatted(election.id(), election.at()))
        : new Refusal(
            404,
            "No such part",
            "There is no part '%s' of it; there are %s."
                .formatted(
                    Refusal.quote(part.orElse("")),
                    documents.stream().map(Document::part).collect(Collectors.joining(", "))));
  }

  /** Of a nation's precincts a file can be larger than what a server should hold. */
  private static final class Bounded extends ByteArrayOutputStream {

    @Override
    public synchronized void write(int b) {
      require(1);
      super.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      require(length);
      super.write(bytes, from, length);
    }

    private void require(int more) {
      if (size() > MOST_BYTES - more)
        throw new Refusal(
            422,
            "The file is too large",
            "It has more than %d MB; 'ascertain export' writes it of any length."
                .formatted(MOST_BYTES >> 20));
    }
  }

  /** It is saved under a name that says of when it is, and of how many entries of the record. */
  private static String fileName(AsOf asked, ServedElection served, Optional<String> part) {
    return "%s%s_at_%s%s_entries_%d"
        .formatted(
            served.id(),
            part.map(each -> "_" + each).orElse(""),
            asked.at().orElseGet(() -> ElectionAt.last(asked.snapshot().history())),
            asked.earlier().known().map(each -> "_known_" + each).orElse(""),
            entries(asked));
  }
}
