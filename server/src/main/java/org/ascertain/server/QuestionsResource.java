package org.ascertain.server;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.ascertain.answers.Edition;
import org.ascertain.answers.ExplanationJson;
import org.ascertain.answers.FigureText;
import org.ascertain.answers.TurnsJson;
import org.ascertain.condition.ConditionParser;
import org.ascertain.condition.ConditionParser.Parsed;
import org.ascertain.condition.Evaluation;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.standing.Explainer;
import org.ascertain.standing.Explanation;
import org.ascertain.standing.Figure;
import org.ascertain.standing.History;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** When something came true, and why a figure is what it is. */
@Path("/api/elections/{id}")
@Blocking
public class QuestionsResource {

  private static final int LONGEST = 1_000;

  private final ElectionLookup lookup;
  private final Questions questions;

  QuestionsResource(ElectionLookup lookup, Questions questions) {
    this.lookup = lookup;
    this.questions = questions;
  }

  @GET
  @Path("when")
  @Operation(summary = "Every turn of a condition: for whom, since when, until when")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = Rendered.JSON, schema = @Schema(ref = "Turns")))
  public CompletionStage<Response> when(
      @PathParam("id") String id,
      @Parameter(required = true, example = "voted >= 270") @QueryParam("condition")
          @Nullable String condition,
      @Parameter(description = Earlier.KNOWN) @QueryParam("known") @Nullable String known,
      @Parameter(description = Earlier.ENTRIES) @QueryParam("entries") @Nullable String entries,
      @Context HttpHeaders headers) {
    AsOf asked = lookup.asOf(id, null, known, entries);
    String text = required("condition", condition);
    Instant now = Instant.now().truncatedTo(clock(asked.snapshot()));
    return questions.ask(
        headers,
        asked.snapshot(),
        Arrays.asList("when", text, now.toString(), known, entries),
        () -> Rendered.brief(turns(asked.snapshot(), text, now, asked.earlier())));
  }

  /** How far the clock goes before an answer that was kept is made anew: days and lengths pass. */
  private static ChronoUnit clock(Snapshot snapshot) {
    return snapshot.edition().equals(Edition.OVER) ? ChronoUnit.MINUTES : ChronoUnit.SECONDS;
  }

  /** The turns of a condition, as JSON. */
  static String turns(Snapshot snapshot, String text, Instant now, Earlier earlier) {
    History history = earlier.of(snapshot.history());
    return switch (ConditionParser.parse(text, history.header(), history.law())) {
      case Parsed.NotUnderstood(int place, var problem) ->
          throw new Refusal(
              400,
              "The condition is not understood",
              "At character %d: %s.".formatted(place + 1, problem));
      case Parsed.Understood(var understood) ->
          TurnsJson.of(
              snapshot.edition(),
              history.header(),
              text,
              Evaluation.of(List.of(understood), history, Washington.nanos(now)).getFirst());
    };
  }

  @GET
  @Path("explain")
  @Operation(summary = "Why a figure is what it is, and what would fall without an entry")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = Rendered.JSON, schema = @Schema(ref = "Explanation")))
  public CompletionStage<Response> explain(
      @PathParam("id") String id,
      @Parameter(required = true, example = "voted(biden)") @QueryParam("figure")
          @Nullable String figure,
      @QueryParam("at") @Nullable String at,
      @Parameter(description = Earlier.KNOWN) @QueryParam("known") @Nullable String known,
      @Parameter(description = Earlier.ENTRIES) @QueryParam("entries") @Nullable String entries,
      @Parameter(description = "The index of an entry to leave out.") @QueryParam("without")
          @Nullable String without,
      @Context HttpHeaders headers) {
    AsOf asked = lookup.asOf(id, at, known, entries);
    String text = required("figure", figure);
    Optional<Long> struck =
        Optional.ofNullable(without).map(entry -> struck(entry, asked.snapshot()));
    return questions.ask(
        headers,
        asked.snapshot(),
        Arrays.asList("explain", text, at, known, entries, without),
        () -> Rendered.brief(explanation(asked, text, struck)));
  }

  private static String explanation(AsOf asked, String figure, Optional<Long> struck) {
    History history = asked.history();
    long moment = asked.at().map(When::effective).orElseGet(history::end);
    Figure meant = figure(figure, history);
    Explainer explainer = new Explainer(history, moment);
    ExplanationJson words = new ExplanationJson(explainer, asked.snapshot().history());
    Explanation explanation = explainer.explain(meant);
    Edition edition = asked.snapshot().edition();
    if (struck.isEmpty()) return words.of(edition, explanation);
    Explainer after = new Explainer(history.without(struck.get()), moment);
    return words.of(edition, explanation, struck.get(), after.explain(meant));
  }

  private static Figure figure(String text, History history) {
    Figure.Reading reading = Figure.read(text, history);
    if (reading instanceof Figure.Reading.Understood(Figure figure)) return figure;
    throw new Refusal(
        400, "No such figure", FigureText.wrong(Refusal.quote(text), reading, history.header()));
  }

  private static long struck(String text, Snapshot snapshot) {
    int entries = snapshot.size();
    if (text.matches("[1-9][0-9]{0,8}") && Long.parseLong(text) < entries)
      return Long.parseLong(text);
    throw new Refusal(
        400,
        "No such entry",
        "'%s' of 'without' is no entry that could be struck; write a number from 1 to %d."
            .formatted(Refusal.quote(text), entries - 1));
  }

  private static String required(String name, @Nullable String text) {
    if (text == null || text.isBlank())
      throw new Refusal(400, "A parameter is missing", "Give '%s'.".formatted(name));
    if (text.length() > LONGEST)
      throw new Refusal(
          400,
          "A parameter is too long",
          "'%s' has %d characters; %d are allowed.".formatted(name, text.length(), LONGEST));
    return text;
  }
}
