package org.ascertain.server;

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
import java.util.function.Function;
import org.ascertain.answers.JointAnswers;
import org.ascertain.answers.Suppositions;
import org.ascertain.standing.History;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What follows from many units together: ways to a majority, power, the joint audit. */
@Path("/api/elections/{id}")
@Blocking
public class OutcomeResource {

  private final ElectionLookup lookup;
  private final Questions questions;

  OutcomeResource(ElectionLookup lookup, Questions questions) {
    this.lookup = lookup;
    this.questions = questions;
  }

  @GET
  @Path("paths")
  @Operation(summary = "Which ways to a majority are open, and the fewest votes that would undo it")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = Rendered.JSON, schema = @Schema(ref = "Paths")))
  public CompletionStage<Response> paths(
      @PathParam("id") String id,
      @QueryParam("at") @Nullable String at,
      @Parameter(description = Earlier.KNOWN) @QueryParam("known") @Nullable String known,
      @Parameter(description = Earlier.ENTRIES) @QueryParam("entries") @Nullable String entries,
      @Parameter(
              description =
                  "By the calls of this caller; else by what has gone furthest of those of"
                      + " the reference caller and of certificates")
          @QueryParam("caller")
          @Nullable String caller,
      @Context HttpHeaders headers) {
    return answer(
        "paths " + caller,
        lookup.asOf(id, at, known, entries),
        headers,
        outcome -> outcome.paths(Optional.ofNullable(caller)));
  }

  @GET
  @Path("power")
  @Operation(summary = "How much each unit of the allotment matters")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = Rendered.JSON, schema = @Schema(ref = "Power")))
  public CompletionStage<Response> power(@PathParam("id") String id, @Context HttpHeaders headers) {
    return answer("power", lookup.asOf(id, null, null, null), headers, JointAnswers::power);
  }

  @GET
  @Path("audit")
  @Operation(summary = "What evidence there is for the majority, and what it adds up to")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = Rendered.JSON, schema = @Schema(ref = "AuditStatus")))
  public CompletionStage<Response> audit(
      @PathParam("id") String id,
      @QueryParam("at") @Nullable String at,
      @Parameter(description = Earlier.KNOWN) @QueryParam("known") @Nullable String known,
      @Parameter(description = Earlier.ENTRIES) @QueryParam("entries") @Nullable String entries,
      @Context HttpHeaders headers) {
    return answer("audit", lookup.asOf(id, at, known, entries), headers, JointAnswers::audit);
  }

  @GET
  @Path("audit/plan")
  @Operation(summary = "How few cards could be expected to confirm the majority: a what-if")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = Rendered.JSON, schema = @Schema(ref = "AuditPlan")))
  public CompletionStage<Response> plan(
      @PathParam("id") String id,
      @QueryParam("at") @Nullable String at,
      @Parameter(description = Earlier.KNOWN) @QueryParam("known") @Nullable String known,
      @Parameter(description = Earlier.ENTRIES) @QueryParam("entries") @Nullable String entries,
      @Parameter(description = "comparison of cards with their records, or polling")
          @QueryParam("method")
          @Nullable String method,
      @Parameter(
              description =
                  "Units, with commas between them, taken as counted whole by hand, with"
                      + " the reported winner")
          @QueryParam("counted")
          @Nullable String counted,
      @Context HttpHeaders headers) {
    boolean byPolling = "polling".equals(method);
    if (method != null && !byPolling && !method.equals("comparison"))
      throw new Refusal(
          400,
          "No such method",
          "'%s' is no method; write comparison or polling.".formatted(Refusal.quote(method)));
    return answer(
        "audit/plan " + byPolling + " " + counted,
        lookup.asOf(id, at, known, entries),
        headers,
        outcome -> outcome.plan(byPolling, several(counted)));
  }

  @GET
  @Path("what-if")
  @Operation(summary = "Not what happened: the electors with something otherwise; never stored")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = Rendered.JSON, schema = @Schema(ref = "WhatIf")))
  public CompletionStage<Response> whatIf(
      @PathParam("id") String id,
      @QueryParam("at") @Nullable String at,
      @Parameter(description = Earlier.KNOWN) @QueryParam("known") @Nullable String known,
      @Parameter(description = Earlier.ENTRIES) @QueryParam("entries") @Nullable String entries,
      @Parameter(description = "a year, whose allotment is supposed") @QueryParam("allotment")
          @Nullable String allotment,
      @Parameter(description = "seats of a House") @QueryParam("house") @Nullable String house,
      @Parameter(description = "jefferson, webster, dean, huntington-hill or hamilton")
          @QueryParam("apportion")
          @Nullable String apportion,
      @Parameter(description = "statewide, proportional or popular") @QueryParam("award")
          @Nullable String award,
      @Parameter(description = "UNIT=CANDIDATE, several with commas between them")
          @QueryParam("flip")
          @Nullable String flips,
      @Parameter(description = "UNIT:N=CANDIDATE, several with commas between them")
          @QueryParam("faithless")
          @Nullable String faithless,
      @Context HttpHeaders headers) {
    Suppositions written =
        new Suppositions(
            Optional.ofNullable(allotment),
            Optional.ofNullable(house),
            Optional.ofNullable(apportion),
            Optional.ofNullable(award),
            several(flips),
            several(faithless));
    return answer(
        "what-if " + written,
        lookup.asOf(id, at, known, entries),
        headers,
        outcome -> outcome.whatIf(written));
  }

  private static List<String> several(@Nullable String written) {
    return written == null ? List.of() : List.of(written.split(",", -1));
  }

  private CompletionStage<Response> answer(
      String question,
      AsOf asked,
      HttpHeaders headers,
      Function<JointAnswers, JointAnswers.Answer> making) {
    return questions.ask(
        headers,
        asked.snapshot(),
        Arrays.asList(question, asked.at().toString(), asked.earlier().toString()),
        () -> rendered(making.apply(outcome(asked))));
  }

  private static JointAnswers outcome(AsOf asked) {
    History history = asked.history();
    return new JointAnswers(history, asked.moment(history));
  }

  private static Rendered rendered(JointAnswers.Answer answer) {
    return switch (answer) {
      case JointAnswers.Given(String json) -> Rendered.brief(json);
      case JointAnswers.Refused(String why) -> throw new Refusal(409, "There is no answer", why);
      case JointAnswers.Unclear(String why) ->
          throw new Refusal(400, "Nothing that can be supposed", why);
    };
  }
}
