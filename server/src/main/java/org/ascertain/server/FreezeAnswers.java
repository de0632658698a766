package org.ascertain.server;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.ascertain.answers.JsonAnswer;
import org.ascertain.desk.Account;
import org.ascertain.desk.ElectionDesk;
import org.ascertain.desk.Freeze;
import org.ascertain.desk.FreezeActs;
import org.ascertain.desk.IntakeJson;
import org.ascertain.desk.Next;
import org.ascertain.desk.Person;

/** Whether what the public sees of an election stands still, and what people do about that. */
@ApplicationScoped
class FreezeAnswers {

  private final Desks desks;

  FreezeAnswers(Desks desks) {
    this.desks = desks;
  }

  /** Tells everybody; people are told also who, and what they may do. */
  void show(RoutingContext context, Asker asker) {
    DeskAnswers.requireParameters(context, List.of());
    String id = Objects.requireNonNullElse(context.pathParam("id"), "");
    Freeze now = desks.record(id).map(Freeze::of).orElseGet(() -> new Freeze.Thawed(0));
    DeskAnswers.send(context, 200, json(now, asker, id));
  }

  /** Answers an act. */
  void act(
      RoutingContext context,
      Routes route,
      HandedInRequest handed,
      Person person,
      ElectionDesk desk)
      throws IOException {
    DeskAnswers.requireParameters(context, List.of());
    boolean hasReason = route == Routes.FREEZE_ASK;
    SentObject sent =
        hasReason
            ? SentObject.read(handed, "version", "reason")
            : SentObject.read(handed, "version");
    FreezeActs acts = desk.freezes();
    Account who = person.account();
    FreezeActs.Acted acted =
        switch (route) {
          case FREEZE_ASK -> {
            String reason = sent.text("reason");
            if (reason.isBlank()) throw SentObject.unfit("'reason' is empty.");
            yield acts.ask(who, sent.version(), reason);
          }
          case FREEZE_AGREE -> acts.agree(who, sent.version());
          case UNFREEZE -> acts.thaw(who, sent.version());
          default -> throw new IllegalStateException(route + " is answered elsewhere");
        };
    switch (acted) {
      case FreezeActs.Done(Freeze now) -> {
        desks.recorded(desk.election());
        DeskAnswers.send(context, 200, json(now, person, desk.election()));
      }
      case FreezeActs.NotOpen(Freeze now) ->
          throw DeskRefusals.movedOn(
              "It is %s, at version %d; this is not yours to do now."
                  .formatted(now.word(), now.version()));
    }
  }

  private static String json(Freeze now, Asker asker, String election) {
    return asker instanceof Asker.Human human
        ? json(now, human.person(), election)
        : JsonAnswer.compact(json -> told(json, now));
  }

  private static String json(Freeze now, Person person, String election) {
    return JsonAnswer.compact(
        json -> {
          told(json, now);
          switch (now) {
            case Freeze.Thawed f -> {}
            case Freeze.Asked f -> {
              json.number("by", f.by().number());
              json.text("asked", f.at().toString());
              json.text("reason", f.reason());
            }
            case Freeze.Frozen f -> {
              json.number("by", f.by().number());
              json.number("second", f.second().number());
            }
          }
          IntakeJson.next(json, next(now, person, election));
        });
  }

  /** What everybody is told: of what was only asked for, nothing. */
  private static void told(JsonAnswer json, Freeze now) throws IOException {
    json.number("version", now.version());
    json.truth("frozen", now instanceof Freeze.Frozen);
    if (!(now instanceof Freeze.Frozen frozen)) return;
    json.text("since", frozen.since().toString());
    json.text("reason", frozen.reason());
    json.number("entries", frozen.entries());
  }

  private static List<Next> next(Freeze now, Person person, String election) {
    List<Routes> open =
        switch (now) {
          case Freeze.Thawed f -> List.of(Routes.FREEZE_ASK);
          case Freeze.Asked f when f.by().equals(person.account()) -> List.of(Routes.UNFREEZE);
          case Freeze.Asked f -> List.of(Routes.FREEZE_AGREE, Routes.UNFREEZE);
          case Freeze.Frozen f -> List.of(Routes.UNFREEZE);
        };
    List<Next> next = new ArrayList<>();
    for (Routes route : open)
      if (route.isFor(person))
        next.add(
            Next.of(
                route.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                route.method,
                route.path.replace(":id", election),
                route.summary));
    return next;
  }
}
