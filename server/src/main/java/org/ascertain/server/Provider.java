package org.ascertain.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.ascertain.answers.ServeOptions;
import org.ascertain.desk.Identity;
import org.jspecify.annotations.Nullable;

/**
 * A service that knows people, by which they may sign in, too (OpenID Connect Core 1.0, the
 * authorization code flow, with PKCE). Its word is taken when its signature fits a key that it
 * publishes, and it speaks of this way, of this server and of now.
 */
final class Provider {

  /** For so long what the provider says of itself is not asked again. */
  private static final Duration KNOWN = Duration.ofHours(1);

  /** By a key that only the provider has: never without a signature, nor by a shared secret. */
  private static final Set<JWSAlgorithm> SIGNATURES =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  /** Why nobody came in by the provider; for the log, never for whoever asked. */
  static final class NotTaken extends Exception {
    private static final long serialVersionUID = 1;

    NotTaken(String why) {
      super(why);
    }

    NotTaken(String why, Exception cause) {
      super(why + ": " + cause.getMessage(), cause);
    }
  }

  private record Known(
      OIDCProviderMetadata about, JWKSource<SecurityContext> keys, Instant since) {}

  private final ServeOptions.Provider named;
  private final Issuer issuer;
  private final ClientID client;
  private final ProviderHttp http = new ProviderHttp();
  private volatile @Nullable Known known;

  Provider(ServeOptions.Provider named) {
    this.named = named;
    this.issuer = new Issuer(named.issuer());
    this.client = new ClientID(named.client());
  }

  /** What people know it by: the name of its machine. */
  String name() {
    return URI.create(named.issuer()).getAuthority();
  }

  /**
   * Where somebody goes to be known.
   *
   * @param back where the provider sends them to
   */
  URI address(Way.Begun way, URI back) throws NotTaken {
    return new AuthenticationRequest.Builder(
            new ResponseType(ResponseType.Value.CODE), new Scope("openid"), client, back)
        .endpointURI(known().about().getAuthorizationEndpointURI())
        .state(way.state())
        .nonce(way.nonce())
        .codeChallenge(way.verifier(), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /**
   * Whom the provider names.
   *
   * @param brought the address by which somebody came back, with its parameters
   * @param back the same without them
   */
  Identity identity(Way.Begun way, URI brought, URI back) throws NotTaken {
    Known now = known();
    return verified(way, token(way, code(way, brought, now), back, now), now);
  }

  private AuthorizationCode code(Way.Begun way, URI brought, Known now) throws NotTaken {
    try {
      AuthenticationResponse answer = AuthenticationResponseParser.parse(brought);
      if (!way.state().equals(answer.getState())) throw new NotTaken("another way came back");
      boolean mustName = now.about().supportsAuthorizationResponseIssuerParam();
      // RFC 9207: else the word of one provider could be taken for another's
      if (answer.getIssuer() == null ? mustName : !issuer.equals(answer.getIssuer()))
        throw new NotTaken("another provider answers");
      if (answer instanceof AuthenticationSuccessResponse found
          && found.getAuthorizationCode() != null) return found.getAuthorizationCode();
      throw new NotTaken("the provider says no");
    } catch (ParseException unfit) {
      throw new NotTaken("what came back is none of the provider's", unfit);
    }
  }

  private JWT token(Way.Begun way, AuthorizationCode code, URI back, Known now) throws NotTaken {
    AuthorizationCodeGrant grant = new AuthorizationCodeGrant(code, back, way.verifier());
    try {
      URI to = now.about().getTokenEndpointURI();
      Optional<Secret> secret = secret();
      TokenRequest request =
          secret.isPresent()
              ? new TokenRequest.Builder(to, new ClientSecretBasic(client, secret.get()), grant)
                  .build()
              : new TokenRequest.Builder(to, client, grant).build();
      TokenResponse answer = OIDCTokenResponseParser.parse(request.toHTTPRequest().send(http));
      if (!answer.indicatesSuccess())
        throw new NotTaken("the provider takes the code from nobody: " + said(answer));
      @Nullable JWT word =
          answer.toSuccessResponse() instanceof OIDCTokenResponse told
              ? told.getOIDCTokens().getIDToken()
              : null;
      if (word == null) throw new NotTaken("the provider says nothing of who it is");
      return word;
    } catch (IOException | ParseException unheard) {
      throw new NotTaken("the provider's answer cannot be read", unheard);
    }
  }

  private static String said(TokenResponse answer) {
    return String.valueOf(answer.toErrorResponse().getErrorObject().getCode());
  }

  private Identity verified(Way.Begun way, JWT token, Known now) throws NotTaken {
    var keys = new JWSVerificationKeySelector<SecurityContext>(SIGNATURES, now.keys());
    try {
      String subject =
          new IDTokenValidator(issuer, client, keys, null)
              .validate(token, way.nonce())
              .getSubject()
              .getValue();
      return new Identity(issuer.getValue(), subject);
    } catch (BadJOSEException | JOSEException unfit) {
      throw new NotTaken("the provider's word is not taken", unfit);
    }
  }

  private Optional<Secret> secret() throws IOException {
    return named.secret().isPresent()
        ? Optional.of(new Secret(Files.readString(named.secret().get()).strip()))
        : Optional.empty();
  }

  private Known known() throws NotTaken {
    Known before = known;
    if (before != null && Instant.now().isBefore(before.since().plus(KNOWN))) return before;
    try {
      HTTPRequest request =
          new HTTPRequest(HTTPRequest.Method.GET, OIDCProviderMetadata.resolveURL(issuer));
      HTTPResponse answer = request.send(http);
      answer.ensureStatusCode(HTTPResponse.SC_OK);
      OIDCProviderMetadata about = OIDCProviderMetadata.parse(answer.getBody());
      if (!issuer.equals(about.getIssuer()))
        throw new NotTaken("%s says that it is %s".formatted(issuer, about.getIssuer()));
      if (about.getAuthorizationEndpointURI() == null || about.getTokenEndpointURI() == null)
        throw new NotTaken("the provider does not say where it is asked");
      JWKSource<SecurityContext> keys =
          JWKSourceBuilder.create(about.getJWKSetURI().toURL(), http)
              .refreshAheadCache(false)
              .build();
      Known found = new Known(about, keys, Instant.now());
      known = found;
      return found;
    } catch (IOException | GeneralException unheard) {
      throw new NotTaken("the provider does not say what it is", unheard);
    }
  }
}
