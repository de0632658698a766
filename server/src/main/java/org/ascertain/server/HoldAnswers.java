package org.ascertain.server;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.ascertain.desk.ElectionDesk;
import org.ascertain.desk.Hold;
import org.ascertain.desk.HoldActs;
import org.ascertain.desk.Person;

/** Entries of a desk's own that somebody is looking into. */
@ApplicationScoped
class HoldAnswers {

  private final Desks desks;

  HoldAnswers(Desks desks) {
    this.desks = desks;
  }

  /** Tells everybody. */
  void show(RoutingContext context) {
    DeskAnswers.requireParameters(context, List.of());
    String id = Objects.requireNonNullElse(context.pathParam("id"), "");
    List<Hold> all = desks.record(id).map(Hold::of).orElse(List.of());
    DeskAnswers.send(context, 200, Hold.json(all));
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
    long entry = DeskAnswers.place(context).orElseThrow(() -> DeskAnswers.nothing("entry"));
    HoldActs acts = desk.holds();
    HoldActs.Acted acted =
        route == Routes.HOLD
            ? acts.hold(person.account(), entry, reason(handed))
            : acts.lift(person.account(), entry);
    switch (acted) {
      case DONE -> DeskAnswers.send(context, 200, Hold.json(acts.all()));
      case NOT_OWN -> throw DeskAnswers.nothing("entry");
      case SO_ALREADY ->
          throw DeskRefusals.movedOn("Entry %d is held already, or is not.".formatted(entry));
    }
  }

  private static String reason(HandedInRequest handed) throws IOException {
    String reason = SentObject.read(handed, "reason").text("reason");
    if (reason.isBlank()) throw SentObject.unfit("'reason' is empty.");
    return reason;
  }
}
