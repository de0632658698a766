package org.ascertain.record;

import java.util.Base64;

/**
 * Base64 of which each value has one text. The JDK's decoder lets a missing padding and stray last
 * bits pass, so that a flipped bit could go unseen.
 */
final class StrictBase64 {

  static byte[] decode(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (!Base64.getEncoder().encodeToString(bytes).equals(text))
      throw new IllegalArgumentException(
          "base64 that does not re-encode to the same text: " + text);
    return bytes;
  }

  private StrictBase64() {}
}
