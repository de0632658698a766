package org.ascertain.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A provider of OpenID Connect on this machine: it knows whoever comes as the one that it was told
 * of, checks what a good one checks, and lies where it is told to.
 */
final class StubProvider {

  static final String CLIENT = "ascertain";
  static final String SECRET = "a secret of the client";

  /** What may be wrong with what it says. */
  enum Lie {
    NONE,
    NONCE,
    NO_NONCE,
    ISSUER,
    AUDIENCE,
    OTHER_PARTY,
    EXPIRED,
    FROM_TOMORROW,
    UNSIGNED,
    ANOTHER_KEY,
    SHARED_SECRET,
    CHANGED,
    NO_SUBJECT,
    NO_TOKEN
  }

  private record Asked(String challenge, String nonce, String back) {}

  private final HttpServer server;
  private final RSAKey key = key("one");
  private final RSAKey another = key("one");
  private final Map<String, Asked> codes = new ConcurrentHashMap<>();
  volatile Lie lie = Lie.NONE;
  volatile String subject = "subject-1";

  StubProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    server.createContext("/.well-known/openid-configuration", this::about);
    server.createContext("/keys", in -> send(in, 200, new JWKSet(key.toPublicJWK()).toString()));
    server.createContext("/token", this::token);
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void about(HttpExchange in) throws IOException {
    send(
        in,
        200,
        """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
        "jwks_uri":"%1$s/keys","subject_types_supported":["public"],
        "response_types_supported":["code"],"id_token_signing_alg_values_supported":["RS256"],
        "authorization_response_iss_parameter_supported":true}
        """
            .formatted(issuer()));
  }

  /** What it answers a browser that comes by an address: where it is sent back to. */
  URI authorize(URI asked) {
    Map<String, List<String>> with = URLUtils.parseParameters(asked.getRawQuery());
    assertIs(with, "response_type", "code");
    assertIs(with, "client_id", CLIENT);
    assertIs(with, "code_challenge_method", "S256");
    if (!one(with, "scope").contains("openid")) throw new AssertionError("no openid");
    String code = UUID.randomUUID().toString();
    String back = one(with, "redirect_uri");
    codes.put(code, new Asked(one(with, "code_challenge"), one(with, "nonce"), back));
    return URI.create(
        "%s?code=%s&state=%s&iss=%s&session_state=x"
            .formatted(back, code, one(with, "state"), issuer()));
  }

  /** A code takes whoever shows the secret and the verifier, once. */
  private void token(HttpExchange in) throws IOException {
    Map<String, List<String>> with =
        URLUtils.parseParameters(new String(in.getRequestBody().readAllBytes(), UTF_8));
    String basic =
        Base64.getEncoder()
            .encodeToString((CLIENT + ":" + SECRET.replace(' ', '+')).getBytes(US_ASCII));
    Asked asked = codes.remove(one(with, "code"));
    boolean isClient = ("Basic " + basic).equals(in.getRequestHeaders().getFirst("Authorization"));
    if (asked == null
        || !isClient
        || !asked.back().equals(one(with, "redirect_uri"))
        || !asked.challenge().equals(challenge(one(with, "code_verifier")))) {
      send(in, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    String token = lie == Lie.NO_TOKEN ? "" : ",\"id_token\":\"" + word(asked) + "\"";
    send(in, 200, "{\"access_token\":\"a\",\"token_type\":\"Bearer\"" + token + "}");
  }

  private String word(Asked asked) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(lie == Lie.ISSUER ? "https://elsewhere.example" : issuer())
            .audience(
                lie == Lie.AUDIENCE
                    ? List.of("another")
                    : lie == Lie.OTHER_PARTY ? List.of(CLIENT, "another") : List.of(CLIENT))
            .subject(lie == Lie.NO_SUBJECT ? null : subject)
            .issueTime(Date.from(lie == Lie.FROM_TOMORROW ? now.plusSeconds(86_400) : now))
            .expirationTime(Date.from(now.plusSeconds(lie == Lie.EXPIRED ? -3_600 : 172_800)));
    if (lie == Lie.OTHER_PARTY) claims.claim("azp", "another");
    if (lie != Lie.NO_NONCE) claims.claim("nonce", lie == Lie.NONCE ? "another" : asked.nonce());
    try {
      return signed(claims.build());
    } catch (JOSEException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private String signed(JWTClaimsSet claims) throws JOSEException {
    if (lie == Lie.UNSIGNED) return new PlainJWT(claims).serialize();
    boolean isShared = lie == Lie.SHARED_SECRET;
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(isShared ? JWSAlgorithm.HS256 : JWSAlgorithm.RS256)
                .keyID("one")
                .build(),
            claims);
    token.sign(
        isShared
            ? new MACSigner(key.toRSAPublicKey().getEncoded())
            : new RSASSASigner(lie == Lie.ANOTHER_KEY ? another : key));
    String text = token.serialize();
    if (lie != Lie.CHANGED) return text;
    String[] parts = text.split("\\.", -1);
    String other =
        new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace(subject, "subject-2");
    return "%s.%s.%s"
        .formatted(
            parts[0],
            Base64.getUrlEncoder().withoutPadding().encodeToString(other.getBytes(UTF_8)),
            parts[2]);
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2_048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertIs(Map<String, List<String>> with, String name, String value) {
    if (!one(with, name).equals(value)) throw new AssertionError(name + " is " + one(with, name));
  }

  private static String one(Map<String, List<String>> with, String name) {
    return with.getOrDefault(name, List.of("")).getFirst();
  }

  private static void send(HttpExchange in, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(UTF_8);
    in.getResponseHeaders().set("Content-Type", "application/json");
    in.sendResponseHeaders(status, bytes.length);
    in.getResponseBody().write(bytes);
    in.close();
  }
}
