package org.ascertain.server;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ascertain.desk.Role;
import org.ascertain.desk.Token;
import org.ascertain.ledger.Secret;

/**
 * Tells who asks: by the cookie of a session, which is looked up in the desk's store each time, or
 * by a token. It looks into the disk, so it is asked on a thread that may wait.
 */
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {

  /** Over https, where browsers keep the name from others' hands; else, on this machine. */
  static final String SECURE = "__Host-ascertain";

  static final String PLAIN = "ascertain";

  /** By which a page says that it asks by itself, and nobody did anything. */
  private static final String IDLE = "X-Ascertain-Idle";

  private static final String ASKER = "asker";
  private static final String BEARER = "Bearer ";

  private final Desks desks;

  SessionMechanism(Desks desks) {
    this.desks = desks;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    return Uni.createFrom().item(() -> identity(asker(context)));
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", BEARER.strip()));
  }

  /** Who an identity is that this mechanism gave. */
  static Asker asker(SecurityIdentity identity) {
    Asker asker = identity.getAttribute(ASKER);
    return asker == null ? new Asker.Nobody(Optional.empty()) : asker;
  }

  private static SecurityIdentity identity(Asker asker) {
    QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder();
    identity.addAttribute(ASKER, asker);
    switch (asker) {
      case Asker.Nobody nobody ->
          identity.setPrincipal(new QuarkusPrincipal("")).setAnonymous(true);
      case Asker.Machine(Token token) -> identity.setPrincipal(principal(token.account()));
      case Asker.Human human -> {
        identity.setPrincipal(principal(human.person().account().number()));
        human.person().roles().stream().map(Role::word).forEach(identity::addRole);
      }
    }
    return identity.build();
  }

  private static QuarkusPrincipal principal(long account) {
    return new QuarkusPrincipal(Long.toString(account));
  }

  /** A token counts before a cookie: whoever shows one means it. */
  private Asker asker(RoutingContext context) {
    String given = header(context, HttpHeaders.AUTHORIZATION.toString());
    if (!given.isEmpty()) return holder(given);
    boolean isAct = header(context, IDLE).isEmpty();
    return Stream.of(SECURE, PLAIN)
        .map(context.request()::getCookie)
        .filter(Objects::nonNull)
        .map(Cookie::getValue)
        .flatMap(shown -> Secret.read(shown).stream())
        .flatMap(
            secret ->
                desks.staff().stream()
                    .flatMap(staff -> staff.sessions().show(secret, isAct).stream())
                    .map(person -> new Asker.Human(person, secret)))
        .map(Asker.class::cast)
        .findFirst()
        .orElseGet(() -> new Asker.Nobody(Optional.empty()));
  }

  private Asker holder(String given) {
    if (!given.startsWith(BEARER))
      return nobody(unknown("Show a token: Authorization: Bearer asc_..."));
    return switch (desks.show(given.substring(BEARER.length()).strip())) {
      case Token.Good(Token token) -> new Asker.Machine(token);
      case Token.Refused refused ->
          nobody(
              switch (refused.why()) {
                case OF_A_REHEARSAL -> DeskRefusals.testData(true);
                case OF_A_DESK -> DeskRefusals.testData(false);
                case MISTYPED, UNKNOWN, EXPIRED, REVOKED -> unknown(refused.why().sentence());
              });
    };
  }

  private static Asker nobody(Refusal why) {
    return new Asker.Nobody(Optional.of(why));
  }

  /** Nobody who is known. */
  static Refusal unknown(String why) {
    return new Refusal(401, "Not known", why)
        .with("WWW-Authenticate", BEARER.strip())
        .with("Connection", "close");
  }

  private static String header(RoutingContext context, String name) {
    return Objects.requireNonNullElse(context.request().getHeader(name), "");
  }
}
