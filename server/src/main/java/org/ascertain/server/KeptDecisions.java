package org.ascertain.server;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.ascertain.desk.ElectionDesk;
import org.ascertain.desk.KeptActs;
import org.ascertain.desk.KeptJson;
import org.ascertain.desk.KeptRow;
import org.ascertain.desk.Next;
import org.ascertain.desk.Person;
import org.ascertain.desk.Told;

/** What people decide about rows that are kept aside. */
@ApplicationScoped
class KeptDecisions {

  private final Desks desks;

  KeptDecisions(Desks desks) {
    this.desks = desks;
  }

  /** Answers one of its routes. */
  void answer(
      RoutingContext context,
      Routes route,
      HandedInRequest handed,
      Person person,
      ElectionDesk desk)
      throws IOException {
    DeskAnswers.requireParameters(context, List.of());
    KeptRow row =
        DeskAnswers.place(context)
            .flatMap(desk::kept)
            .orElseThrow(() -> DeskAnswers.nothing("kept row"));
    SentObject sent =
        switch (route) {
          case CLAIM -> SentObject.read(handed, "version");
          case MEND -> SentObject.read(handed, "version", "fact", "reason");
          default -> SentObject.read(handed, "version", "reason");
        };
    KeptActs acts = desk.acts();
    OptionalLong version = OptionalLong.of(sent.version());
    String account = account(person);
    KeptActs.Acted acted =
        switch (route) {
          case CLAIM -> acts.claim(row.id(), version, account);
          case MEND ->
              acts.mend(
                  row.id(), version, account, sent.object("fact"), sent.optionalText("reason"));
          case RELEASE -> {
            if (hasSent(desk, row, person))
              throw new Refusal(
                  409, "Not by oneself", "You handed this row in; another reviewer releases it.");
            yield acts.release(row.id(), version, account, sent.text("reason"));
          }
          case DISCARD -> acts.discard(row.id(), version, account, sent.text("reason"));
          default -> throw new IllegalStateException(route + " is answered elsewhere");
        };
    switch (acted) {
      case KeptActs.Done done -> {
        desks.recorded(desk.election());
        DeskAnswers.send(
            context,
            200,
            KeptJson.done(done, desk.inForce(done.row()), next(desk, done.row(), person)));
      }
      case KeptActs.NoSuchRow none -> throw DeskAnswers.nothing("kept row");
      case KeptActs.MovedOn moved -> throw DeskRefusals.of(moved.why());
      case KeptActs.Unfit unfit -> throw Refusal.of(422, worst(unfit.why()));
    }
  }

  /** The gravest comes first; a row that cannot be read has said so when it came. */
  private static Told worst(List<Told> why) {
    return why.getFirst();
  }

  /** What somebody may do about a kept row now. */
  static List<Next> next(ElectionDesk desk, KeptRow row, Person person) {
    List<Next> next = new ArrayList<>();
    boolean isOthers =
        row.state() == KeptRow.State.CLAIMED
            && row.until().filter(Instant.now()::isBefore).isPresent()
            && row.account().filter(account(person)::equals).isEmpty();
    if (!row.state().waits() || isOthers) return next;
    for (Routes route : List.of(Routes.CLAIM, Routes.MEND, Routes.RELEASE, Routes.DISCARD)) {
      boolean isOpen = route != Routes.RELEASE || (canStand(row) && !hasSent(desk, row, person));
      if (isOpen && route.isFor(person))
        next.add(
            Next.of(
                word(route),
                route.method,
                route.address(desk.election(), row.id()),
                route.summary));
    }
    return next;
  }

  private static String word(Routes route) {
    return route.path.substring(route.path.lastIndexOf('/') + 1);
  }

  /** Whether law and form let the row be recorded as it is. */
  private static boolean canStand(KeptRow row) {
    return row.fact().isPresent()
        && row.findings().stream().noneMatch(each -> each.code().startsWith("R"));
  }

  private static boolean hasSent(ElectionDesk desk, KeptRow row, Person person) {
    return desk.intake(row.intake())
        .filter(intake -> intake.account().equals(account(person)))
        .isPresent();
  }

  private static String account(Person person) {
    return Long.toString(person.account().number());
  }
}
