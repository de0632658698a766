package org.ascertain.watch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** 32 random bytes that open a watch for whoever made it: told once, and kept as a hash only. */
public final class WatchSecret {

  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final String text;

  private WatchSecret(String text) {
    this.text = text;
  }

  /** A new one. */
  public static WatchSecret random(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new WatchSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The secret that somebody shows, if it has the form of one. */
  public static Optional<WatchSecret> read(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new WatchSecret(text)) : Optional.empty();
  }

  /** To be told to its holder. */
  public String text() {
    return text;
  }

  /** What is kept of it. */
  String hash() {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Never printed by accident. */
  @Override
  public String toString() {
    return "a secret";
  }
}
