package org.ascertain.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The public key of a log or of a witness, with its name: {@code name+id+key} (C2SP signed-note). A
 * log signs the text of its checkpoint; a witness signs it together with the time (C2SP
 * tlog-cosignature).
 */
public final class VerifierKey {

  /** What kind of signature a key gives. */
  public enum Kind {
    LOG(1),
    WITNESS(4);

    private final byte type;

    Kind(int type) {
      this.type = (byte) type;
    }
  }

  /** What stands before the 32 bytes of an Ed25519 key in the form that Java reads (RFC 8410). */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int KEY_LENGTH = 32;

  private final String name;
  private final Kind kind;
  private final byte[] key;
  private final PublicKey publicKey;

  private VerifierKey(String name, Kind kind, byte[] key) {
    SignedNote.requireName(name);
    this.name = name;
    this.kind = kind;
    this.key = key;
    try {
      byte[] encoded = ByteBuffer.allocate(X509.length + KEY_LENGTH).put(X509).put(key).array();
      this.publicKey =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no Ed25519 key: " + name, e);
    }
  }

  static VerifierKey of(String name, Kind kind, byte[] key) {
    return new VerifierKey(name, kind, key.clone());
  }

  /**
   * Reads {@code name+id+key}.
   *
   * @throws IllegalArgumentException if it is not what {@link #toString} writes for some key
   */
  public static VerifierKey parse(String vkey) {
    String[] parts = vkey.split("\\+", 3);
    if (parts.length < 3)
      throw new IllegalArgumentException("a verifier key is name+id+key, not " + vkey);
    byte[] typed = StrictBase64.decode(parts[2]);
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(k -> typed.length == KEY_LENGTH + 1 && k.type == typed[0])
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "neither an Ed25519 key nor a witness's: " + vkey));
    VerifierKey read = new VerifierKey(parts[0], kind, Arrays.copyOfRange(typed, 1, typed.length));
    if (!read.toString().equals(vkey))
      throw new IllegalArgumentException(
          "the id in the verifier key is not that of its name and key: " + vkey);
    return read;
  }

  public String name() {
    return name;
  }

  public Kind kind() {
    return kind;
  }

  /** The same key under another name: one key signs the logs of all elections in a data folder. */
  public VerifierKey named(String other) {
    return new VerifierKey(other, kind, key);
  }

  int id() {
    MessageDigest digest = Hash.sha256();
    digest.update(name.getBytes(UTF_8));
    digest.update((byte) '\n');
    digest.update(kind.type);
    return ByteBuffer.wrap(digest.digest(key)).getInt();
  }

  /** The first signature on a note that claims to be this key's, whether it is or not. */
  public Optional<SignedNote.Signature> claimedOn(SignedNote note) {
    return allClaimedOn(note).findFirst();
  }

  private Stream<SignedNote.Signature> allClaimedOn(SignedNote note) {
    int id = id();
    return note.signatures().stream().filter(s -> s.name().equals(name) && s.keyId() == id);
  }

  /**
   * Whether this key has signed the note; false too if it is not signed in this key's name at all,
   * or if any line in its name is not its signature, wherever that line stands.
   */
  public boolean verifies(SignedNote note) {
    return claimedOn(note).isPresent()
        && allClaimedOn(note).allMatch(signature -> verifies(note.text(), signature.bytes()));
  }

  /** When a witness has signed, by its own clock. */
  public static Instant time(SignedNote.Signature cosignature) {
    return Instant.ofEpochSecond(ByteBuffer.wrap(cosignature.bytes()).getLong());
  }

  private boolean verifies(String text, byte[] signature) {
    return switch (kind) {
      case LOG -> ed25519(text, signature);
      case WITNESS -> {
        if (signature.length <= Long.BYTES) yield false;
        long time = ByteBuffer.wrap(signature).getLong();
        yield time >= 0
            && time <= Instant.MAX.getEpochSecond()
            && ed25519(
                cosigned(text, time), Arrays.copyOfRange(signature, Long.BYTES, signature.length));
      }
    };
  }

  /** What a witness signs: the text of the checkpoint below the time, in seconds since 1970. */
  static String cosigned(String text, long time) {
    return "cosignature/v1\ntime " + time + "\n" + text;
  }

  private boolean ed25519(String text, byte[] signature) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(publicKey);
      check.update(text.getBytes(UTF_8));
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // the JDK throws where the bytes cannot be a signature at all
    }
  }

  /** The key as {@code name+id+key}, to be given to those who verify. */
  @Override
  public String toString() {
    byte[] typed = ByteBuffer.allocate(1 + KEY_LENGTH).put(kind.type).put(key).array();
    return name
        + "+"
        + HexFormat.of().toHexDigits(id())
        + "+"
        + Base64.getEncoder().encodeToString(typed);
  }
}
