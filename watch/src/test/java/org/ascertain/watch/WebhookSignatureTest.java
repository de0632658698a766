package org.ascertain.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever receives a notice can tell that it is ours, by other people's programs. */
@Timeout(60)
class WebhookSignatureTest {

  private static final String BODY = "{\"type\":\"ascertain.watch.on\"}";
  private static final String ID = "0123456789abcdefghijklmnop";

  @TempDir private Path folder;
  private final byte[] secret = Webhooks.newSecret();

  private DeskKey key() {
    return DeskKey.open(folder.resolve("keys").resolve("desk.key"));
  }

  private HttpHeaders headers(Instant now) {
    String signature = WebhookSignature.header(secret, key().signing(), ID, now, BODY);
    return HttpHeaders.of(
        Map.of(
            "webhook-id", List.of(ID),
            "webhook-timestamp", List.of(Long.toString(now.getEpochSecond())),
            "webhook-signature", List.of(signature)),
        (name, value) -> true);
  }

  @Test
  void the_reference_library_accepts_it() throws WebhookVerificationException {
    new Webhook(Webhooks.told(secret)).verify(BODY, headers(Instant.now()).map());
  }

  @Test
  void the_reference_library_refuses_another_body_another_secret_and_an_old_attempt() {
    Webhook receiver = new Webhook(Webhooks.told(secret));
    assertThatThrownBy(() -> receiver.verify(BODY + " ", headers(Instant.now()).map()))
        .isInstanceOf(WebhookVerificationException.class);
    assertThatThrownBy(
            () ->
                new Webhook(Webhooks.told(Webhooks.newSecret()))
                    .verify(BODY, headers(Instant.now()).map()))
        .isInstanceOf(WebhookVerificationException.class);
    assertThatThrownBy(() -> receiver.verify(BODY, headers(Instant.now().minusSeconds(600)).map()))
        .isInstanceOf(WebhookVerificationException.class);
  }

  /** Node's reference library verifies the same sample, among the page's tests. */
  @Test
  void a_sample_that_other_programs_verify_is_signed_so() throws IOException {
    JsonNode sample;
    try (InputStream in = WebhookSignatureTest.class.getResourceAsStream("webhook.json")) {
      sample = new ObjectMapper().readTree(in);
    }
    byte[] known =
        Base64.getDecoder().decode(sample.at("/secret").asText().substring("whsec_".length()));
    assertThat(
            WebhookSignature.header(
                known,
                key().signing(),
                sample.at("/id").asText(),
                Instant.ofEpochSecond(sample.at("/timestamp").asLong()),
                sample.at("/body").asText()))
        .startsWith(sample.at("/v1").asText() + " v1a,");
  }

  /** What a receiver without a library needs for v1a. */
  private static boolean isOurs(
      String publicKey, String id, String timestamp, String signatures, String body)
      throws GeneralSecurityException {
    byte[] raw = Base64.getDecoder().decode(publicKey.substring("whpk_".length()));
    byte[] encoded =
        HexFormat.of().parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(raw));
    Signature verifier = Signature.getInstance("Ed25519");
    for (String each : signatures.split(" ", -1)) {
      if (!each.startsWith("v1a,")) continue;
      verifier.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
      verifier.update((id + "." + timestamp + "." + body).getBytes(UTF_8));
      if (verifier.verify(Base64.getDecoder().decode(each.substring("v1a,".length())))) return true;
    }
    return false;
  }

  @Test
  void fifteen_lines_of_the_jdk_accept_what_the_public_key_verifies()
      throws GeneralSecurityException {
    Instant now = Instant.now();
    String signatures = headers(now).firstValue("webhook-signature").orElseThrow();
    String timestamp = Long.toString(now.getEpochSecond());
    assertThat(isOurs(key().publicKey(), ID, timestamp, signatures, BODY)).isTrue();
    assertThat(isOurs(key().publicKey(), ID, timestamp, signatures, BODY + " ")).isFalse();
    assertThat(isOurs(key().publicKey(), ID, timestamp + "0", signatures, BODY)).isFalse();
  }

  @Test
  void a_secret_opens_for_its_own_watch_and_by_its_own_key_alone() {
    String sealed = key().seal(secret, "one");
    assertThat(key().unseal(sealed, "one")).isEqualTo(secret);
    assertThat(sealed).doesNotContain(Base64.getEncoder().encodeToString(secret));
    assertThatThrownBy(() -> key().unseal(sealed, "another"))
        .isInstanceOf(IllegalStateException.class);
    DeskKey other = DeskKey.open(folder.resolve("other").resolve("desk.key"));
    assertThatThrownBy(() -> other.unseal(sealed, "one")).isInstanceOf(IllegalStateException.class);
  }
}
