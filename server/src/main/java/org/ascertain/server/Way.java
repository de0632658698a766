package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a browser keeps of its way by the provider, in a cookie of a few minutes: while its person
 * is there, what has to come back unchanged; after they came back and nobody here is tied to them,
 * as whom. So the server keeps nothing of ways that others begin.
 */
sealed interface Way {

  /** For how long somebody may be at the provider. */
  Duration LONGEST = Duration.ofMinutes(10);

  String NAME = "ascertain-way";
  Pattern RANDOM = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** The desk's own addresses, the only ones that it leads to. */
  Pattern OWN = Pattern.compile("/desk(/[A-Za-z0-9-]{1,64}){0,4}");

  /**
   * Somebody is at the provider.
   *
   * @param state has to come back with them, so that nobody's else is taken
   * @param nonce has to stand in what the provider says of them
   * @param verifier shows the provider that it is this way that goes on (PKCE)
   * @param to where they were here
   */
  record Begun(State state, Nonce nonce, CodeVerifier verifier, String to) implements Way {

    /** A new one. */
    static Begun anew(String to) {
      return new Begun(new State(), new Nonce(), new CodeVerifier(), to);
    }

    /** Never printed by accident. */
    @Override
    public String toString() {
      return "Begun[" + to + "]";
    }
  }

  /** Nobody here is tied to whom the provider named. */
  record Untied(String subject) implements Way {}

  /** The way that a browser shows, if it shows one. */
  static Optional<Way> of(HttpServerRequest request) {
    return SessionCookie.shown(request, NAME).findFirst().flatMap(Way::read);
  }

  private static Optional<Way> read(String shown) {
    List<String> parts = List.of(shown.split("\\.", -1));
    return switch (parts.size()) {
      case 2 -> text(parts.get(1)).map(Untied::new);
      case 4 ->
          parts.subList(0, 3).stream().allMatch(each -> RANDOM.matcher(each).matches())
              ? text(parts.get(3))
                  .filter(Way::isOwn)
                  .map(
                      to ->
                          new Begun(
                              new State(parts.get(0)),
                              new Nonce(parts.get(1)),
                              new CodeVerifier(parts.get(2)),
                              to))
              : Optional.empty();
      default -> Optional.empty(); // another program's, or none
    };
  }

  private static Optional<String> text(String coded) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(coded), UTF_8));
    } catch (IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  /** Whether an address is one of the desk's. */
  static boolean isOwn(String to) {
    return OWN.matcher(to).matches();
  }

  /**
   * Lets the browser keep it. It comes back with whoever the provider sends here, so it may not be
   * as strict as a session's.
   */
  default void set(RoutingContext context) {
    String value =
        switch (this) {
          case Begun begun ->
              String.join(
                  ".",
                  begun.state().getValue(),
                  begun.nonce().getValue(),
                  begun.verifier().getValue(),
                  coded(begun.to()));
          case Untied(String subject) -> "untied." + coded(subject);
        };
    SessionCookie.set(context, NAME, value, CookieSameSite.LAX, Optional.of(LONGEST));
  }

  /** It is over. */
  static void end(RoutingContext context) {
    SessionCookie.set(context, NAME, "", CookieSameSite.LAX, Optional.empty());
  }

  private static String coded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
