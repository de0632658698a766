package org.ascertain.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A provider of OpenID Connect on this machine that knows whoever comes as the one that it was told
 * of. Browsers come to it by another name than the server, as to another site.
 */
final class KnowingProvider implements AutoCloseable {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final HttpServer server;
  private final KeyPair keys;
  private final Map<String, String> nonces = new ConcurrentHashMap<>();
  volatile String subject = "nobody";

  KnowingProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2_048);
      keys = generator.generateKeyPair();
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has RSA", e);
    }
    server.createContext("/.well-known/openid-configuration", this::about);
    server.createContext("/keys", this::keys);
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + port();
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private void about(HttpExchange in) throws IOException {
    send(
        in,
        """
        {"issuer":"%1$s","authorization_endpoint":"http://localhost:%2$d/authorize",
        "token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys","subject_types_supported":["public"],
        "response_types_supported":["code"],"id_token_signing_alg_values_supported":["RS256"]}
        """
            .formatted(issuer(), port()));
  }

  private void keys(HttpExchange in) throws IOException {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    send(
        in,
        "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"1\",\"use\":\"sig\",\"alg\":\"RS256\",\"n\":\"%s\",\"e\":\"%s\"}]}"
            .formatted(number(key.getModulus()), number(key.getPublicExponent())));
  }

  private static String number(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return BASE64.encodeToString(
        bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  private void authorize(HttpExchange in) throws IOException {
    Map<String, String> with = parameters(in.getRequestURI().getRawQuery());
    String code = "code" + nonces.size();
    nonces.put(code, of(with, "nonce"));
    in.getResponseHeaders()
        .set(
            "Location",
            "%s?code=%s&state=%s".formatted(of(with, "redirect_uri"), code, of(with, "state")));
    in.sendResponseHeaders(302, -1);
    in.close();
  }

  private void token(HttpExchange in) throws IOException {
    Map<String, String> with = parameters(new String(in.getRequestBody().readAllBytes(), UTF_8));
    long now = Instant.now().getEpochSecond();
    String claims =
        "{\"iss\":\"%s\",\"aud\":\"ascertain\",\"sub\":\"%s\",\"nonce\":\"%s\",\"iat\":%d,\"exp\":%d}"
            .formatted(issuer(), subject, of(nonces, of(with, "code")), now, now + 60);
    send(
        in,
        "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"%s\"}"
            .formatted(signed(claims)));
  }

  private String signed(String claims) {
    String text = coded("{\"alg\":\"RS256\",\"kid\":\"1\"}") + "." + coded(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(text.getBytes(UTF_8));
      return text + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String coded(String text) {
    return BASE64.encodeToString(text.getBytes(UTF_8));
  }

  private static Map<String, String> parameters(String query) {
    return Stream.of(query.split("&", -1))
        .map(each -> each.split("=", 2))
        .collect(Collectors.toMap(each -> each[0], each -> URLDecoder.decode(each[1], UTF_8)));
  }

  private static String of(Map<String, String> with, String name) {
    return Objects.requireNonNull(with.get(name), name);
  }

  private static void send(HttpExchange in, String json) throws IOException {
    byte[] bytes = json.getBytes(UTF_8);
    in.getResponseHeaders().set("Content-Type", "application/json");
    in.sendResponseHeaders(200, bytes.length);
    in.getResponseBody().write(bytes);
    in.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
