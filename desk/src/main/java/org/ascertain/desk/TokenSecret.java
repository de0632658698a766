package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The text that a program shows: a prefix by which searches for lost secrets know it, 32 random
 * bytes, and a checksum by which a typing error is told from a token that is not known.
 *
 * @param text with prefix and checksum
 * @param isOfRehearsal whether its prefix is that of rehearsals
 */
record TokenSecret(String text, boolean isOfRehearsal) {

  static final int BYTES = 32;

  private static final String REAL = "asc_";
  private static final String REHEARSAL = "ascr_";
  private static final Pattern FORM = Pattern.compile("ascr?_[A-Za-z0-9_-]{49}");
  private static final int CHECKSUM = 6;

  static TokenSecret of(byte[] random, boolean forRehearsal) {
    String body = (forRehearsal ? REHEARSAL : REAL) + base64(random);
    return new TokenSecret(body + checksum(body), forRehearsal);
  }

  /** The secret that a text is, if it is one without a typing error. */
  static Optional<TokenSecret> read(String text) {
    if (!FORM.matcher(text).matches()) return Optional.empty();
    int body = text.length() - CHECKSUM;
    return checksum(text.substring(0, body)).equals(text.substring(body))
        ? Optional.of(new TokenSecret(text, text.startsWith(REHEARSAL)))
        : Optional.empty();
  }

  /** What is kept of it. */
  String hash() {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** Of 32 bits: 6 characters. */
  private static String checksum(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(US_ASCII));
    return base64(ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array());
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Never printed by accident. */
  @Override
  public String toString() {
    return "a token";
  }
}
