package org.ascertain.server;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.ascertain.desk.ElectionDesk;
import org.ascertain.desk.Token;
import org.ascertain.ledger.LedgerException;
import org.jboss.logging.Logger;

/**
 * The addresses of the desk, installed from {@link Routes}. Each request has a thread of its own
 * that may wait: for a body, for the disk.
 */
@ApplicationScoped
class DeskRoutes {

  private static final Logger LOG = Logger.getLogger(DeskRoutes.class);

  /** Before {@link Methods}, which refuses what is no reading. */
  private static final int BEFORE_METHODS = -16_000;

  /** How many requests are worked on at a time. */
  private static final int MOST_AT_ONCE = 256;

  private final Desks desks;
  private final DeskAnswers answers;
  private final NewElections elections;
  private final CheckedTexts texts;
  private final Semaphore room = new Semaphore(MOST_AT_ONCE);

  DeskRoutes(Desks desks, DeskAnswers answers, NewElections elections, CheckedTexts texts) {
    this.texts = texts;
    this.desks = desks;
    this.answers = answers;
    this.elections = elections;
  }

  void install(@Observes Router router) {
    for (Routes route : Routes.values())
      router
          .route(HttpMethod.valueOf(route.method), route.path)
          .order(BEFORE_METHODS)
          .handler(context -> handle(context, route));
  }

  private void handle(RoutingContext context, Routes route) {
    if (route.who == Routes.Who.NOBODY_YET) {
      new Refusal(
              403,
              "Nobody may yet",
              "Rows are decided by whoever may write to the data folder: ascertain kept ELECTION --data DIR.")
          .with("Connection", "close")
          .send(context);
      return;
    }
    if (!room.tryAcquire()) {
      Refusal.later("Too much at once", "Too many requests are being worked on.", 1)
          .with("Connection", "close")
          .send(context);
      return;
    }
    HandedInRequest handed = new HandedInRequest(context, route);
    Thread.ofVirtual()
        .name("desk " + route)
        .start(
            () -> {
              try {
                answer(context, route, handed);
              } finally {
                room.release();
              }
            });
  }

  private void answer(RoutingContext context, Routes route, HandedInRequest handed) {
    try {
      if (route == Routes.CHECK_TEXT) {
        texts.check(context);
        return;
      }
      if (route.who == Routes.Who.EVERYBODY) {
        answers.unexplained(context);
        return;
      }
      Token token = token(context);
      if (route == Routes.SESSION) {
        answers.session(context, token);
        return;
      }
      if (route == Routes.ELECTIONS) {
        elections.begin(context, handed, token);
        return;
      }
      String id = Objects.requireNonNullElse(context.pathParam("id"), "");
      ElectionDesk desk = desk(id, token);
      answers.answer(context, route, handed, token, desk);
    } catch (IOException brokenOff) {
      LOG.debugf("a request broke off: %s", brokenOff.getMessage());
      context.vertx().runOnContext(end -> context.request().connection().close());
    } catch (LedgerException trouble) {
      refuse(context, DeskRefusals.of(trouble));
    } catch (RuntimeException failed) {
      refuse(context, Refusal.of(failed));
    }
  }

  private static void refuse(RoutingContext context, Refusal refusal) {
    context.vertx().runOnContext(end -> refusal.send(context));
  }

  private Token token(RoutingContext context) {
    String given =
        Objects.requireNonNullElse(context.request().getHeader(HttpHeaders.AUTHORIZATION), "");
    if (!given.startsWith("Bearer ")) throw unknown("Show a token: Authorization: Bearer asc_...");
    return switch (desks.show(given.substring("Bearer ".length()).strip())) {
      case Token.Good(Token token) -> token;
      case Token.Refused refused ->
          throw switch (refused.why()) {
            case OF_A_REHEARSAL -> DeskRefusals.testData(true);
            case OF_A_DESK -> DeskRefusals.testData(false);
            case MISTYPED, UNKNOWN, EXPIRED, REVOKED -> unknown(refused.why().sentence());
          };
    };
  }

  private static Refusal unknown(String why) {
    return new Refusal(401, "Not known", why)
        .with("WWW-Authenticate", "Bearer")
        .with("Connection", "close");
  }

  /** The desk of an election; to whoever may not hand in to it, there is none. */
  private ElectionDesk desk(String id, Token token) {
    if (desks.isRehearsed(id)) throw DeskRefusals.testData(false); // it is thrown away at the end
    Optional<ElectionDesk> desk = desks.find(id);
    if (desk.isEmpty() || !token.scope().elections().contains(desk.get().election()))
      throw new Refusal(
              404,
              "No such election",
              "This token may hand in to %s; '%s' is none that runs here."
                  .formatted(
                      String.join(", ", List.copyOf(token.scope().elections())), Refusal.quote(id)))
          .with("Connection", "close");
    return desk.get();
  }
}
