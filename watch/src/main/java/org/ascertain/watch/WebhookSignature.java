package org.ascertain.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signatures of Standard Webhooks over {@code id.timestamp.body}: {@code v1} by a secret that
 * both know (HMAC-SHA-256), {@code v1a} by a key whose public half anybody may have (Ed25519).
 */
final class WebhookSignature {

  private WebhookSignature() {}

  /**
   * The header {@code webhook-signature}, both signatures with a space between.
   *
   * @param attempt when this attempt is made, to the second
   */
  static String header(byte[] secret, PrivateKey key, String id, Instant attempt, String body) {
    byte[] signed = (id + "." + attempt.getEpochSecond() + "." + body).getBytes(UTF_8);
    Base64.Encoder base64 = Base64.getEncoder();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(key);
      ed25519.update(signed);
      return "v1,"
          + base64.encodeToString(mac.doFinal(signed))
          + " v1a,"
          + base64.encodeToString(ed25519.sign());
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("the JDK cannot sign", broken);
    }
  }
}
