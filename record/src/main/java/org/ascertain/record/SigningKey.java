package org.ascertain.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The private key of a log or of a witness. Its text has two lines: the key in the form of Go's
 * {@code note} package, and the verifier key that belongs to it. Whoever has the first line can
 * sign in the log's name.
 */
public final class SigningKey {

  /** What stands before the 32 bytes of an Ed25519 seed in the form that Java reads (RFC 8410). */
  private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

  private static final int SEED_LENGTH = 32;
  private static final byte ED25519 = 1;
  private static final String PREFIX = "PRIVATE" + "+KEY+";

  private final byte[] seed;
  private final PrivateKey privateKey;
  private final VerifierKey verifier;

  private SigningKey(byte[] seed, VerifierKey verifier) throws GeneralSecurityException {
    this.seed = seed;
    byte[] encoded = ByteBuffer.allocate(PKCS8.length + SEED_LENGTH).put(PKCS8).put(seed).array();
    this.privateKey =
        KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    this.verifier = verifier;
  }

  /**
   * A new key. Without a name of its own, a log is named after its key, below a domain that can
   * never belong to anybody (RFC 2606).
   */
  public static SigningKey make() {
    VerifierKey.Kind log = VerifierKey.Kind.LOG;
    KeyPair pair = pair();
    byte[] key = last32(pair.getPublic().getEncoded());
    String id = HexFormat.of().formatHex(Hash.sha256().digest(key), 0, 8);
    return of(pair, VerifierKey.of("ascertain.invalid/" + id, log, key));
  }

  /** A new key of that name. */
  public static SigningKey make(String name, VerifierKey.Kind kind) {
    KeyPair pair = pair();
    return of(pair, VerifierKey.of(name, kind, last32(pair.getPublic().getEncoded())));
  }

  /**
   * Reads what {@link #text} writes.
   *
   * @throws IllegalArgumentException if it is no such text, or the two lines do not belong together
   */
  public static SigningKey parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() != 2 || !lines.get(0).startsWith(PREFIX))
      throw new IllegalArgumentException("no signing key: the text has not the two lines of one");
    VerifierKey verifier = VerifierKey.parse(lines.get(1));
    String[] parts = lines.get(0).substring(PREFIX.length()).split("\\+", 3);
    byte[] typed = StrictBase64.decode(parts[parts.length - 1]);
    if (typed.length != 1 + SEED_LENGTH || typed[0] != ED25519)
      throw new IllegalArgumentException("no signing key: the first line has no Ed25519 key");
    try {
      SigningKey key = new SigningKey(Arrays.copyOfRange(typed, 1, typed.length), verifier);
      boolean ownText = key.text().equals(text);
      if (!ownText
          || !verifier.verifies(key.sign("Are we a pair?\n", verifier.name(), Instant.EPOCH)))
        throw new IllegalArgumentException("no signing key: its two lines do not belong together");
      return key;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no signing key: " + e.getMessage(), e);
    }
  }

  /** The private key's two lines. */
  public String text() {
    byte[] typed = ByteBuffer.allocate(1 + SEED_LENGTH).put(ED25519).put(seed).array();
    String id = HexFormat.of().toHexDigits(verifier.id());
    String base64 = Base64.getEncoder().encodeToString(typed);
    return PREFIX + verifier.name() + "+" + id + "+" + base64 + "\n" + verifier + "\n";
  }

  public String name() {
    return verifier.name();
  }

  public VerifierKey verifier() {
    return verifier;
  }

  /** A log's signature below a checkpoint, in the name of the checkpoint's origin. */
  public SignedNote sign(Checkpoint checkpoint) {
    return sign(checkpoint.text(), checkpoint.origin(), Instant.EPOCH);
  }

  /** The note with a witness's cosignature below it. */
  public SignedNote cosign(SignedNote note, Instant time) {
    return note.with(sign(note.text(), name(), time).signatures());
  }

  /**
   * @param time used by witnesses only
   */
  private SignedNote sign(String text, String name, Instant time) {
    byte[] signature =
        switch (verifier.kind()) {
          case LOG -> ed25519(text);
          case WITNESS -> {
            byte[] signed = ed25519(VerifierKey.cosigned(text, time.getEpochSecond()));
            yield ByteBuffer.allocate(Long.BYTES + signed.length)
                .putLong(time.getEpochSecond())
                .put(signed)
                .array();
          }
        };
    return new SignedNote(
        text, List.of(SignedNote.Signature.of(name, verifier.named(name).id(), signature)));
  }

  private byte[] ed25519(String text) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(privateKey);
      signer.update(text.getBytes(UTF_8));
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("an Ed25519 key signs any text", e);
    }
  }

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("Java has Ed25519 since 15", e);
    }
  }

  private static SigningKey of(KeyPair pair, VerifierKey verifier) {
    try {
      return new SigningKey(last32(pair.getPrivate().getEncoded()), verifier);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("a key that was just made is a key", e);
    }
  }

  /** Java's encodings of Ed25519 keys end with the 32 bytes that are the key. */
  private static byte[] last32(byte[] encoded) {
    return Arrays.copyOfRange(encoded, encoded.length - SEED_LENGTH, encoded.length);
  }
}
