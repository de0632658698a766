package org.ascertain.server;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.ascertain.desk.AlertJson;
import org.ascertain.desk.Due;
import org.ascertain.desk.ElectionDesk;
import org.ascertain.desk.Freeze;
import org.ascertain.desk.Intake;
import org.ascertain.desk.IntakeJson;
import org.ascertain.desk.KeptJson;
import org.ascertain.desk.KeptRow;
import org.ascertain.desk.Next;
import org.ascertain.desk.Person;
import org.ascertain.desk.RowAnswer;
import org.ascertain.desk.Sender;
import org.ascertain.desk.Token;
import org.ascertain.desk.UnexplainedEntry;
import org.ascertain.election.Washington;
import org.ascertain.ledger.Secret;
import org.ascertain.ledger.StoredRecord;

/** What the desk answers to those who hand in. */
@ApplicationScoped
class DeskAnswers {

  private static final int DAYS_AHEAD = 2;

  static final int MOST_ITEMS = 1_000;

  private final Desks desks;

  DeskAnswers(Desks desks) {
    this.desks = desks;
  }

  /** Answers a request about one election. */
  void answer(
      RoutingContext context, Routes route, HandedInRequest handed, Asker asker, ElectionDesk desk)
      throws IOException {
    switch (route) {
      case FACTS, RETURNS, FILES -> {
        requireParameters(
            context, route == Routes.FILES ? ForeignAddress.PARAMETERS : List.of("dry-run"));
        boolean dryRun = isDryRun(context);
        Sender sender = sender(asker, desk);
        desk.admit(sender)
            .ifPresent(
                tooFast -> {
                  throw DeskRefusals.of(tooFast);
                });
        try (HandedInAnswer answer =
            new HandedInAnswer(context, desk, handed.read(sender), dryRun)) {
          answer.give();
          if (!dryRun) desks.recorded(desk.election());
        }
      }
      case INTAKES -> intakes(context, asker, desk);
      case INTAKE -> intake(context, asker, desk);
      case KEPT -> kept(context, asker, desk);
      case ALERTS -> {
        requireParameters(context, List.of());
        Supplier<String> alerts = () -> AlertJson.list(desk.alerts(MOST_ITEMS));
        if (accepts(context, ChangeStream.TYPE))
          new ChangeStream(context, "alerts", alerts).tell(() -> desks.isGood(asker));
        else send(context, 200, alerts.get());
      }
      case DUE -> due(context, desk);
      case CHANGES -> changes(context, asker, desk);
      case KEPT_ROW -> keptRow(context, asker, desk);
      // no other route is about what is handed in
      default -> throw new IllegalStateException(route + " is answered elsewhere");
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
            .map(record -> UnexplainedEntry.of(record, from, before(context, record), MOST_ITEMS))
            .orElse(List.of());
    Optional<String> more =
        found.size() < MOST_ITEMS
            ? Optional.empty()
            : Optional.of(
                "/api/elections/%s/unexplained?from=%d".formatted(id, found.getLast().entry() + 1));
    send(context, 200, UnexplainedEntry.json(found, more));
  }

  /** The entry to stop before: the one that is asked for, or the first that is not shown. */
  private static OptionalLong before(RoutingContext context, StoredRecord record) {
    OptionalLong to = number(context, "to");
    return Freeze.of(record) instanceof Freeze.Frozen frozen
        ? OptionalLong.of(Math.min(to.orElse(Long.MAX_VALUE), frozen.entries()))
        : to;
  }

  static boolean accepts(RoutingContext context, String type) {
    return HttpAnswers.isNamed(
        Objects.requireNonNullElse(context.request().getHeader(HttpHeaders.ACCEPT), ""), type);
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

  private static Sender sender(Asker asker, ElectionDesk desk) {
    return asker instanceof Asker.Machine(Token token)
        ? Sender.of(token)
        : Sender.of(asker.human().person(), desk.election());
  }

  /** The only account whose intakes and kept rows are shown; people see all of them. */
  private static Optional<String> only(Asker asker) {
    return asker instanceof Asker.Machine(Token token)
        ? Optional.of(Long.toString(token.account()))
        : Optional.empty();
  }

  private static boolean isFor(Asker asker, Intake intake) {
    return only(asker).filter(its -> !its.equals(intake.account())).isEmpty();
  }

  /** What somebody may do about a kept row. */
  private static List<Next> acts(Asker asker, ElectionDesk desk, KeptRow row) {
    return asker instanceof Asker.Human(Person person, Secret session)
        ? KeptDecisions.next(desk, row, person)
        : List.of();
  }

  private void intakes(RoutingContext context, Asker asker, ElectionDesk desk) {
    requireParameters(context, List.of("before"));
    long before = number(context, "before").orElse(Long.MAX_VALUE);
    List<Intake> found = desk.intakes(only(asker), before, MOST_ITEMS);
    Optional<String> more =
        found.size() < MOST_ITEMS
            ? Optional.empty()
            : Optional.of(address(desk) + "/intakes?before=" + found.getLast().id());
    send(context, 200, IntakeJson.list(found, more, List.of()));
  }

  private void intake(RoutingContext context, Asker asker, ElectionDesk desk) {
    requireParameters(context, List.of());
    Intake intake =
        place(context)
            .flatMap(desk::intake)
            .filter(found -> isFor(asker, found))
            .orElseThrow(() -> nothing("intake"));
    List<RowAnswer> rows = desk.rows(intake.id());
    int told = Math.min(rows.size(), IntakeJson.MOST_ROWS);
    send(
        context,
        200,
        IntakeJson.answer(
            intake, false, rows.subList(0, told), rows.size() - told, next(desk, intake)));
  }

  private void kept(RoutingContext context, Asker asker, ElectionDesk desk) {
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
                only(asker),
                number(context, "intake"),
                number(context, "after").orElse(0),
                MOST_ITEMS));
    Optional<String> more =
        rows.size() < MOST_ITEMS
            ? Optional.empty()
            : Optional.of(address(desk) + "/kept?after=" + rows.getLast().id());
    send(context, 200, KeptJson.list(rows, desk::inForce, row -> acts(asker, desk, row), more));
  }

  /** What is due by the end of the day after tomorrow, by the calendar in Washington. */
  private static void due(RoutingContext context, ElectionDesk desk) {
    requireParameters(context, List.of());
    LocalDate today = Washington.day(Washington.nanos(Instant.now()));
    send(context, 200, Due.json(desk.due(today.plusDays(DAYS_AHEAD)), today));
  }

  private void changes(RoutingContext context, Asker asker, ElectionDesk desk) {
    requireParameters(context, List.of());
    Supplier<String> now = () -> desk.listVersions().json();
    if (accepts(context, ChangeStream.TYPE))
      new ChangeStream(context, "changes", now).tell(() -> desks.isGood(asker));
    else send(context, 200, now.get());
  }

  private void keptRow(RoutingContext context, Asker asker, ElectionDesk desk) {
    requireParameters(context, List.of());
    KeptRow row =
        place(context)
            .flatMap(desk::kept)
            .filter(
                found ->
                    desk.intake(found.intake()).filter(intake -> isFor(asker, intake)).isPresent())
            .orElseThrow(() -> nothing("kept row"));
    send(context, 200, KeptJson.row(row, desk.inForce(row), acts(asker, desk, row)));
  }

  static Refusal nothing(String what) {
    return new Refusal(
        404, "Not there", "There is no such %s that is yours to see.".formatted(what));
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
                  ? "many rows were kept aside; once they are decided the same file goes on where"
                      + " it stopped"
                  : "the same file goes on where it stopped"));
    return next;
  }

  static Optional<Long> place(RoutingContext context) {
    String number = Objects.requireNonNullElse(context.pathParam("number"), "");
    return number.matches("[1-9][0-9]{0,15}")
        ? Optional.of(Long.parseLong(number))
        : Optional.empty();
  }

  static Optional<String> parameter(RoutingContext context, String name) {
    return Optional.ofNullable(context.queryParams().get(name));
  }

  static OptionalLong number(RoutingContext context, String name) {
    Optional<String> given = parameter(context, name);
    if (given.isEmpty()) return OptionalLong.empty();
    if (!given.get().matches("[0-9]{1,15}"))
      throw new Refusal(400, "Not a number", "'%s' takes a whole number.".formatted(name));
    return OptionalLong.of(Long.parseLong(given.get()));
  }

  /** Sends an answer from a thread of the desk's. */
  static void send(RoutingContext context, int status, String json) {
    send(context, status, Rendered.JSON, json);
  }

  static void send(RoutingContext context, int status, String type, String text) {
    RequestThread.of(context)
        .runOnContext(
            send -> {
              HttpServerResponse response = context.response();
              if (response.ended() || response.closed()) return;
              response
                  .setStatusCode(status)
                  .putHeader(HttpHeaders.CONTENT_TYPE, type)
                  .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                  .end(text);
            });
  }
}
