package org.ascertain.server;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.ascertain.desk.Identity;
import org.ascertain.desk.PeopleJson;
import org.ascertain.desk.Person;
import org.ascertain.desk.Sessions;
import org.ascertain.desk.Staff;
import org.ascertain.ledger.Secret;
import org.jboss.logging.Logger;

/**
 * Signing in by a provider, where the operator named one. It ends in a session like any other, of
 * an account that an administrator tied to whom the provider names; no account is made by it.
 */
@ApplicationScoped
class ProviderAnswers {

  private static final Logger LOG = Logger.getLogger(ProviderAnswers.class);

  /** How many ask the provider at a time. */
  private static final int MOST_AT_ONCE = 8;

  /** Ways that ended; beyond these the oldest is forgotten, and the provider alone refuses it. */
  private static final int MOST_ENDED = 10_000;

  private static final String DESK = "/desk";

  private final Desks desks;
  private final Watches watches;
  private final Optional<Provider> provider;
  private final Semaphore room = new Semaphore(MOST_AT_ONCE);
  private final Map<String, Boolean> ended =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MOST_ENDED;
        }
      };

  ProviderAnswers(Desks desks, Watches watches, Settings settings) {
    this.desks = desks;
    this.watches = watches;
    this.provider = settings.provider().map(Provider::new);
  }

  /** Answers one of its routes. */
  void answer(RoutingContext context, Routes route, HandedInRequest handed, Asker asker)
      throws IOException {
    switch (route) {
      case PROVIDER -> {
        DeskAnswers.requireParameters(context, List.of());
        Optional<String> subject =
            Way.of(context.request())
                .filter(way -> provider.isPresent() && way instanceof Way.Untied)
                .map(way -> ((Way.Untied) way).subject());
        DeskAnswers.send(context, 200, PeopleJson.provider(provider.map(Provider::name), subject));
      }
      case PROVIDER_BEGIN -> {
        DeskAnswers.requireParameters(context, List.of());
        begin(context, SentObject.read(handed, "to"));
      }
      case PROVIDER_BACK -> back(context, asker); // what else a provider adds is its own
      default -> throw new IllegalStateException(route + " is answered elsewhere");
    }
  }

  static Refusal isOff() {
    return new Refusal(404, "No provider", "Here one signs in by name and password alone.");
  }

  private Provider provider() {
    return provider.orElseThrow(ProviderAnswers::isOff);
  }

  /** The one address that the provider sends people back to, whatever a request says it came by. */
  private URI backTo() {
    return URI.create(watches.site() + Routes.PROVIDER_BACK.path);
  }

  private void begin(RoutingContext context, SentObject sent) {
    Provider asked = provider();
    String to = sent.optionalText("to").orElse(DESK);
    if (!Way.isOwn(to)) throw SentObject.unfit("'to' is to be an address of the desk.");
    Way.Begun way = Way.Begun.anew(to);
    try {
      String address = alone(() -> asked.address(way, backTo())).toString();
      way.set(context);
      DeskAnswers.send(context, 200, PeopleJson.way(address));
    } catch (Provider.NotTaken unheard) {
      LOG.warnf("nobody can sign in by %s: %s", asked.name(), unheard.getMessage());
      throw new Refusal(
              502, "No answer", "%s does not answer as it should.".formatted(asked.name()))
          .with("Retry-After", "5");
    }
  }

  private void back(RoutingContext context, Asker before) {
    Provider asked = provider();
    Optional<Way> way = Way.of(context.request());
    if (!(way.orElse(null) instanceof Way.Begun begun) || !isTheirs(context, begun)) {
      lead(context, "/desk#way=late");
      return;
    }
    Way.end(context);
    if (!ends(begun)) {
      lead(context, "/desk#way=late");
      return;
    }
    try {
      URI brought = URI.create(backTo() + "?" + context.request().query());
      Identity found = alone(() -> asked.identity(begun, brought, backTo()));
      enter(context, begun, found, before);
    } catch (Provider.NotTaken | IllegalArgumentException refused) {
      LOG.infof("nobody came in by %s: %s", asked.name(), refused.getMessage());
      lead(context, "/desk#way=failed");
    }
  }

  /** Whether what came back belongs to the way that this browser went; each parameter once. */
  private static boolean isTheirs(RoutingContext context, Way.Begun begun) {
    return List.of("state", "code", "iss", "error").stream()
            .allMatch(each -> context.queryParam(each).size() <= 1)
        && context.queryParam("state").equals(List.of(begun.state().getValue()));
  }

  /** Takes each way once. */
  private boolean ends(Way.Begun begun) {
    synchronized (ended) {
      return ended.put(begun.state().getValue(), true) == null;
    }
  }

  private void enter(RoutingContext context, Way.Begun begun, Identity found, Asker before) {
    Staff staff =
        desks.staff().orElseThrow(() -> new Refusal(404, "No desk", "Nothing is recorded here."));
    if (!(staff.sessions().signIn(found)
        instanceof Sessions.SignedIn(Person who, Secret session))) {
      new Way.Untied(found.subject()).set(context);
      lead(context, "/desk#way=untied");
      return;
    }
    if (before instanceof Asker.Human human) staff.sessions().signOut(human.session());
    SessionCookie.set(context, session.text());
    lead(context, begun.to());
  }

  /** To an address of the desk's own. */
  private static void lead(RoutingContext context, String to) {
    RequestThread.of(context)
        .runOnContext(
            send -> {
              HttpServerResponse response = context.response();
              if (response.ended() || response.closed()) return;
              response
                  .setStatusCode(303)
                  .putHeader(HttpHeaders.LOCATION, to)
                  .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                  .end();
            });
  }

  private interface Question<T> {
    T ask() throws Provider.NotTaken;
  }

  /** Asks the provider, unless as many do already as it is to bear. */
  private <T> T alone(Question<T> question) throws Provider.NotTaken {
    if (!room.tryAcquire()) throw Refusal.later("Busy", "Many sign in just now.", 1);
    try {
      return question.ask();
    } finally {
      room.release();
    }
  }
}
