package org.ascertain.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

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
  static String header(
      byte[] secret, Ed25519PrivateKeyParameters key, String id, Instant attempt, String body) {
    byte[] signed = (id + "." + attempt.getEpochSecond() + "." + body).getBytes(UTF_8);
    Base64.Encoder base64 = Base64.getEncoder();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      Ed25519Signer ed25519 = new Ed25519Signer(); // in a tenth of the time that the JDK's takes
      ed25519.init(true, key);
      ed25519.update(signed, 0, signed.length);
      return "v1,"
          + base64.encodeToString(mac.doFinal(signed))
          + " v1a,"
          + base64.encodeToString(ed25519.generateSignature());
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("the JDK cannot sign", broken);
    }
  }
}
