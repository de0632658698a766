package org.ascertain.server;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.answers.JsonAnswer;
import org.ascertain.desk.AlertJson;
import org.ascertain.desk.ElectionDesk;
import org.ascertain.desk.Intake;
import org.ascertain.desk.IntakeJson;
import org.ascertain.desk.KeptJson;
import org.ascertain.desk.KeptRow;
import org.ascertain.desk.Next;
import org.ascertain.desk.RowAnswer;
import org.ascertain.desk.Sender;
import org.ascertain.desk.Token;
import org.ascertain.desk.UnexplainedEntry;

/** What the desk answers to those who hand in. */
@ApplicationScoped
class DeskAnswers {

  private static final int MOST_ITEMS = 1_000;

  private final Desks desks;

  DeskAnswers(Desks desks) {
    this.desks = desks;
  }

  /** Who a token is, and what it may hand in. */
  void session(RoutingContext context, Token token) {
    send(
        context,
        200,
        JsonAnswer.compact(
            json -> {
              json.number("account", token.account());
              json.text("label", token.label());
              json.text("policy", token.policy().word());
              json.text("expires", token.expires().toString());
              json.object(
                  "scope",
                  scope -> {
                    scope.texts("elections", token.scope().elections().stream().sorted().toList());
                    scope.texts("facts", token.scope().facts().stream().sorted().toList());
                    scope.texts("callers", token.scope().callers().stream().sorted().toList());
                    scope.texts("units", token.scope().units().stream().sorted().toList());
                    scope.texts("sources", token.scope().sources().stream().sorted().toList());
                  });
              IntakeJson.next(
                  json,
                  token.scope().elections().stream()
                      .sorted()
                      .map(
                          id ->
                              Next.of(
                                  "hand in",
                                  "POST",
                                  "/api/elections/" + id + "/facts",
                                  "facts as JSON or JSON Lines; returns as CSV at /returns"))
                      .toList());
            }));
  }

  /** Answers a request about one election. */
  void answer(
      RoutingContext context, Routes route, HandedInRequest handed, Token token, ElectionDesk desk)
      throws IOException {
    switch (route) {
      case FACTS, RETURNS -> {
        requireParameters(context, List.of("dry-run"));
        boolean dryRun = isDryRun(context);
        desk.admit(Sender.of(token))
            .ifPresent(
                tooFast -> {
                  throw DeskRefusals.of(tooFast);
                });
        try (HandedInAnswer answer =
            new HandedInAnswer(context, desk, handed.read(Sender.of(token)), dryRun)) {
          answer.give();
          if (!dryRun) desks.recorded(desk.election());
        }
      }
      case INTAKES -> intakes(context, token, desk);
      case INTAKE -> intake(context, token, desk);
      case KEPT -> kept(context, token, desk);
      case ALERTS -> {
        requireParameters(context, List.of());
        if (accepts(context, AlertStream.TYPE))
          new AlertStream(context, desk, MOST_ITEMS).tell(() -> desks.isGood(token));
        else send(context, 200, AlertJson.list(desk.alerts(MOST_ITEMS)));
      }
      case KEPT_ROW -> keptRow(context, token, desk);
      case SESSION, ELECTIONS, UNEXPLAINED, CLAIM, MEND, RELEASE, DISCARD ->
          throw new IllegalStateException(route + " is answered elsewhere");
    }
  }

  /** The entries that were recorded though a check doubts them. */
  void unexplained(RoutingContext context) {
    String id = Objects.requireNonNullElse(context.pathParam("id"), "");
    requireParameters(context, List.of("from", "to"));
    long from = number(context, "from").orElse(0);
    List<UnexplainedEntry> found =
        desks
            .record(id)
            .map(record -> UnexplainedEntry.of(record, from, number(context, "to"), MOST_ITEMS))
            .orElse(List.of());
    Optional<String> more =
        found.size() < MOST_ITEMS
            ? Optional.empty()
            : Optional.of(
                "/api/elections/%s/unexplained?from=%d".formatted(id, found.getLast().entry() + 1));
    send(context, 200, UnexplainedEntry.json(found, more));
  }

  private static boolean accepts(RoutingContext context, String type) {
    return Objects.requireNonNullElse(context.request().getHeader(HttpHeaders.ACCEPT), "")
        .contains(type);
  }

  static boolean isDryRun(RoutingContext context) {
    String given = Objects.requireNonNullElse(context.request().getParam("dry-run"), "false");
    if (!given.equals("true") && !given.equals("false"))
      throw new Refusal(
              400,
              "True or false",
              "'dry-run' takes true or false, not '%s'; nothing was taken in."
                  .formatted(Refusal.quote(given)))
          .with("Connection", "close");
    return given.equals("true");
  }

  static void requireParameters(RoutingContext context, List<String> taken) {
    Refusal.unfitParameter(context.queryParams(), taken)
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }

  private static String account(Token token) {
    return Long.toString(token.account());
  }

  private void intakes(RoutingContext context, Token token, ElectionDesk desk) {
    requireParameters(context, List.of("before"));
    long before = number(context, "before").orElse(Long.MAX_VALUE);
    List<Intake> found = desk.intakes(Optional.of(account(token)), before, MOST_ITEMS);
    Optional<String> more =
        found.size() < MOST_ITEMS
            ? Optional.empty()
            : Optional.of(address(desk) + "/intakes?before=" + found.getLast().id());
    send(context, 200, IntakeJson.list(found, more, List.of()));
  }

  private void intake(RoutingContext context, Token token, ElectionDesk desk) {
    requireParameters(context, List.of());
    Intake intake =
        place(context)
            .flatMap(desk::intake)
            .filter(found -> found.account().equals(account(token)))
            .orElseThrow(() -> nothing("intake"));
    List<RowAnswer> rows = desk.rows(intake.id());
    int told = Math.min(rows.size(), IntakeJson.MOST_ROWS);
    send(
        context,
        200,
        IntakeJson.answer(
            intake, false, rows.subList(0, told), rows.size() - told, next(desk, intake)));
  }

  private void kept(RoutingContext context, Token token, ElectionDesk desk) {
    requireParameters(context, List.of("state", "unit", "code", "intake", "after"));
    Optional<String> state = parameter(context, "state");
    Optional<KeptRow.State> asked = state.flatMap(KeptRow.State::of);
    if (state.isPresent() && asked.isEmpty())
      throw new Refusal(
          400, "Unknown state", "A state is open, claimed, mended, released or discarded.");
    List<KeptRow> rows =
        desk.kept(
            new KeptRow.Asked(
                asked,
                parameter(context, "unit"),
                parameter(context, "code"),
                Optional.of(account(token)),
                number(context, "intake"),
                number(context, "after").orElse(0),
                MOST_ITEMS));
    Optional<String> more =
        rows.size() < MOST_ITEMS
            ? Optional.empty()
            : Optional.of(address(desk) + "/kept?after=" + rows.getLast().id());
    send(context, 200, KeptJson.list(rows, desk::inForce, row -> List.of(), more));
  }

  private void keptRow(RoutingContext context, Token token, ElectionDesk desk) {
    requireParameters(context, List.of());
    KeptRow row =
        place(context)
            .flatMap(desk::kept)
            .filter(
                found ->
                    desk.intake(found.intake())
                        .filter(intake -> intake.account().equals(account(token)))
                        .isPresent())
            .orElseThrow(() -> nothing("kept row"));
    send(context, 200, KeptJson.row(row, desk.inForce(row), List.of()));
  }

  private static Refusal nothing(String what) {
    return new Refusal(404, "Not there", "There is no such %s of this token's.".formatted(what));
  }

  static String address(ElectionDesk desk) {
    return "/api/elections/" + desk.election();
  }

  /** What the sender of an intake may do next. */
  static List<Next> next(ElectionDesk desk, Intake intake) {
    List<Next> next = new ArrayList<>();
    if (intake.id() == 0) {
      next.add(
          Next.of(
              "hand in",
              "POST",
              address(desk) + "/facts",
              "this was a dry run; nothing was taken in"));
      return next;
    }
    next.add(
        Next.of(
            "look",
            "GET",
            address(desk) + "/intakes/" + intake.id(),
            "what became of each row, and becomes of those that are kept aside"));
    if (intake.kept() > 0)
      next.add(
          Next.of(
              "see what waits",
              "GET",
              address(desk) + "/kept?intake=" + intake.id(),
              "somebody at the desk decides about these rows"));
    if (intake.state() != Intake.State.DONE)
      next.add(
          Next.of(
              "send again",
              "POST",
              address(desk) + "/returns",
              intake.state() == Intake.State.HELD
                  ? "many rows were kept aside; once they are decided the same file goes on where it stopped"
                  : "the same file goes on where it stopped"));
    return next;
  }

  private static Optional<Long> place(RoutingContext context) {
    String number = Objects.requireNonNullElse(context.pathParam("number"), "");
    return number.matches("[1-9][0-9]{0,15}")
        ? Optional.of(Long.parseLong(number))
        : Optional.empty();
  }

  private static Optional<String> parameter(RoutingContext context, String name) {
    return Optional.ofNullable(context.queryParams().get(name));
  }

  private static OptionalLong number(RoutingContext context, String name) {
    Optional<String> given = parameter(context, name);
    if (given.isEmpty()) return OptionalLong.empty();
    if (!given.get().matches("[0-9]{1,15}"))
      throw new Refusal(400, "Not a number", "'%s' takes a whole number.".formatted(name));
    return OptionalLong.of(Long.parseLong(given.get()));
  }

  /** Sends an answer from a thread of the desk's. */
  static void send(RoutingContext context, int status, String json) {
    context
        .vertx()
        .runOnContext(
            send -> {
              HttpServerResponse response = context.response();
              if (response.ended() || response.closed()) return;
              response
                  .setStatusCode(status)
                  .putHeader(HttpHeaders.CONTENT_TYPE, Rendered.JSON)
                  .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                  .end(json);
            });
  }
}
