package org.ascertain.server;

import static java.util.concurrent.CompletableFuture.completedFuture;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.ascertain.answers.CountiesJson;
import org.ascertain.answers.StandingCsv;
import org.ascertain.answers.StoryJson;
import org.ascertain.election.When;
import org.ascertain.server.Rendered.Effort;
import org.ascertain.standing.History;
import org.ascertain.standing.Standing;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Where elections stand: now, or as of any moment, by what was known at any moment. */
@Path("/api/elections")
@Blocking
public class StandingResource {

  static final String AT = "As of this moment (RFC 3339) or the end of this day.";

  private final ElectionLookup lookup;
  private final ServedElections elections;
  private final Questions questions;

  StandingResource(ElectionLookup lookup, ServedElections elections, Questions questions) {
    this.lookup = lookup;
    this.elections = elections;
    this.questions = questions;
  }

  @GET
  @Operation(summary = "All elections, each with its ladder and outcome")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = Rendered.JSON, schema = @Schema(ref = "Elections")))
  public Response all(@Context HttpHeaders headers) {
    return HttpAnswers.answer(headers, elections.overview());
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "What an election is: candidates, units, callers, how far its record reaches")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = Rendered.JSON, schema = @Schema(ref = "About")))
  public Response about(@PathParam("id") String id, @Context HttpHeaders headers) {
    return HttpAnswers.answer(headers, lookup.election(id).snapshot().about.get());
  }

  @GET
  @Path("{id}/standing")
  @Operation(
      summary = "Where an election stands; as CSV with Accept: text/csv, a row for each unit")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = Rendered.JSON, schema = @Schema(ref = "Standing")))
  public CompletionStage<Response> standing(
      @PathParam("id") String id,
      @Parameter(description = AT) @QueryParam("at") @Nullable String at,
      @Parameter(description = Earlier.KNOWN) @QueryParam("known") @Nullable String known,
      @Parameter(description = Earlier.ENTRIES) @QueryParam("entries") @Nullable String entries,
      @Context HttpHeaders headers) {
    if (HttpAnswers.wantsCsv(headers.getHeaderString(HttpHeaders.ACCEPT)))
      return csv(id, at, known, entries, headers);
    AsOf asked = lookup.asOf(id, at, known, entries);
    if (asked.isNewest())
      return completedFuture(HttpAnswers.answer(headers, asked.snapshot().standingJson.get()));
    return answer(
        headers,
        asked,
        Arrays.asList("standing", at, known, entries),
        () -> Rendered.brief(standing(asked)));
  }

  private static String standing(AsOf asked) {
    History history = asked.history();
    When moment = asked.moment(history);
    return asked
        .snapshot()
        .standing(history.at(moment.effective()), moment, asked.earlier().known());
  }

  /** A part of the record takes a history of its own, and with it a place in the budget. */
  private CompletionStage<Response> answer(
      HttpHeaders headers, AsOf asked, List<@Nullable String> question, Supplier<Rendered> making) {
    return asked.earlier().isAll()
        ? completedFuture(HttpAnswers.answer(headers, making.get()))
        : questions.ask(headers, asked.snapshot(), question, making);
  }

  @GET
  @Path("{id}/standing.csv")
  @Operation(summary = "Where an election stands, a row for each unit")
  @APIResponse(responseCode = "200", content = @Content(mediaType = "text/csv"))
  public CompletionStage<Response> csv(
      @PathParam("id") String id,
      @Parameter(description = AT) @QueryParam("at") @Nullable String at,
      @Parameter(description = Earlier.KNOWN) @QueryParam("known") @Nullable String known,
      @Parameter(description = Earlier.ENTRIES) @QueryParam("entries") @Nullable String entries,
      @Context HttpHeaders headers) {
    AsOf asked = lookup.asOf(id, at, known, entries);
    return answer(
        headers,
        asked,
        Arrays.asList("csv", at, known, entries),
        () -> {
          History history = asked.history();
          Standing standing = history.at(asked.moment(history).effective());
          return Rendered.of(Rendered.CSV, StandingCsv.of(history.header(), standing), Effort.LOW);
        });
  }

  @GET
  @Path("{id}/story")
  @Operation(summary = "Every change in order, so that a page can show any moment without asking")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = Rendered.JSON, schema = @Schema(ref = "Story")))
  public CompletionStage<Response> story(
      @PathParam("id") String id,
      @Parameter(description = Earlier.KNOWN) @QueryParam("known") @Nullable String known,
      @Parameter(description = Earlier.ENTRIES) @QueryParam("entries") @Nullable String entries,
      @Context HttpHeaders headers) {
    AsOf asked = lookup.asOf(id, null, known, entries);
    return answer(
        headers,
        asked,
        Arrays.asList("story", known, entries),
        () ->
            asked.isNewest()
                ? asked.snapshot().story.get()
                : Rendered.brief(story(asked.snapshot(), asked.history())));
  }

  private static String story(Snapshot snapshot, History history) {
    return StoryJson.of(snapshot.edition(), history, history.course(), snapshot.size());
  }

  @GET
  @Path("{id}/glance")
  @Operation(summary = "What a page draws first: the election, and its story as of one moment")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = Rendered.JSON, schema = @Schema(ref = "Glance")))
  public Response glance(
      @PathParam("id") String id,
      @Parameter(description = AT) @QueryParam("at") @Nullable String at,
      @Context HttpHeaders headers) {
    Snapshot snapshot = lookup.election(id).snapshot();
    Optional<When> moment = MomentParameter.of("at", at);
    return moment.isEmpty()
        ? HttpAnswers.answer(headers, snapshot.glance.get())
        : HttpAnswers.answer(headers, Rendered.JSON, snapshot.glance(moment.get()));
  }

  @GET
  @Path("{id}/card.png")
  @Operation(summary = "The ladder at a moment as a picture, for previews of shared links")
  @APIResponse(responseCode = "200", content = @Content(mediaType = Rendered.PNG))
  public CompletionStage<Response> card(
      @PathParam("id") String id,
      @Parameter(description = AT) @QueryParam("at") @Nullable String at,
      @Parameter(description = "en or es; else by Accept-Language.") @QueryParam("lang")
          @Nullable String lang,
      @Context HttpHeaders headers) {
    Snapshot snapshot = lookup.election(id).snapshot();
    Optional<When> moment = MomentParameter.of("at", at);
    PageWords words = PageWords.of(lang, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    return questions.ask(
        headers,
        snapshot,
        Arrays.asList("card", at, words.language()),
        () -> LinkPreview.picture(snapshot, LinkPreview.moment(snapshot, moment), words));
  }

  @GET
  @Path("{id}/counties")
  @Operation(summary = "The tallies of reporting units below those that appoint electors")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = Rendered.JSON, schema = @Schema(ref = "Counties")))
  public CompletionStage<Response> counties(
      @PathParam("id") String id,
      @Parameter(description = AT) @QueryParam("at") @Nullable String at,
      @Parameter(description = Earlier.KNOWN) @QueryParam("known") @Nullable String known,
      @Parameter(description = Earlier.ENTRIES) @QueryParam("entries") @Nullable String entries,
      @Context HttpHeaders headers) {
    AsOf asked = lookup.asOf(id, at, known, entries);
    return answer(
        headers,
        asked,
        Arrays.asList("counties", at, known, entries),
        () -> {
          History history = asked.history();
          long moment = asked.moment(history).effective();
          return Rendered.brief(CountiesJson.of(asked.snapshot().edition(), history, moment));
        });
  }

  @GET
  @Path("{id}/timeline")
  @Operation(summary = "What changed a stage, a lead or a majority, and when")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = Rendered.JSON, schema = @Schema(ref = "Timeline")))
  public Response timeline(@PathParam("id") String id, @Context HttpHeaders headers) {
    return HttpAnswers.answer(headers, lookup.election(id).snapshot().timeline.get());
  }

  @GET
  @Path("{id}/feed.atom")
  @Operation(summary = "Changes of stage and majority as an Atom feed, the newest first")
  @APIResponse(responseCode = "200", content = @Content(mediaType = "application/atom+xml"))
  public Response feed(@PathParam("id") String id, @Context HttpHeaders headers) {
    return HttpAnswers.answer(headers, lookup.election(id).snapshot().atom.get());
  }

  @GET
  @Path("{id}/challenges")
  @Operation(summary = "All challenges with their rulings")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = Rendered.JSON, schema = @Schema(ref = "Challenges")))
  public Response challenges(@PathParam("id") String id, @Context HttpHeaders headers) {
    return HttpAnswers.answer(headers, Rendered.JSON, lookup.election(id).snapshot().challenges());
  }
}
