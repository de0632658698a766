package org.ascertain.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.ascertain.ledger.LedgerException;
import org.ascertain.ledger.SigningKeyFile;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;

/**
 * The key of a desk, in a file that its owner alone can read: it seals webhooks' secrets, makes the
 * links in mails, and signs what is sent. Whoever has the desk's tables without it reads no secret
 * and can make no link. The file has three lines, each base64: 32 random bytes, and an Ed25519 key,
 * private (PKCS 8) and public (its 32 bytes).
 */
public final class DeskKey {

  /** What a link lets its holder do; a link for one is none for the other. */
  public enum Purpose {
    CONFIRM,
    /** To be written to where a webhook fails. */
    REACH,
    /** Never expires (RFC 8058): who gets a mail years later can still end it. */
    UNSUBSCRIBE
  }

  private static final int BYTES = 32;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final String HMAC = "HmacSHA256";

  private final byte[] secret;
  private final Ed25519PrivateKeyParameters signing;
  private final byte[] verifying;

  private DeskKey(byte[] secret, Ed25519PrivateKeyParameters signing, byte[] verifying) {
    this.secret = secret;
    this.signing = signing;
    this.verifying = verifying;
  }

  /**
   * Reads a key, or makes it where there is none.
   *
   * @throws LedgerException if others may read the file, or it holds no key
   */
  public static DeskKey open(Path file) {
    if (!Files.exists(file)) SigningKeyFile.writeText(file, fresh());
    List<byte[]> lines =
        SigningKeyFile.readText(file).lines().map(Base64.getDecoder()::decode).toList();
    try {
      if (lines.size() != 3 || lines.getFirst().length != BYTES)
        throw new IllegalArgumentException("not three lines");
      if (!(PrivateKeyFactory.createKey(lines.get(1))
          instanceof Ed25519PrivateKeyParameters signing))
        throw new IllegalArgumentException("another kind of key");
      return new DeskKey(lines.getFirst(), signing, lines.getLast());
    } catch (IOException | IllegalArgumentException damaged) {
      throw new LedgerException(
          LedgerException.Reason.REFUSED, "The file " + file + " holds no desk's key.", damaged);
    }
  }

  private static String fresh() {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] known = pair.getPublic().getEncoded(); // ends with the 32 bytes of the key (RFC 8410)
      return List.of(
              secret,
              pair.getPrivate().getEncoded(),
              Arrays.copyOfRange(known, known.length - BYTES, known.length))
          .stream()
          .map(line -> Base64.getEncoder().encodeToString(line) + "\n")
          .collect(Collectors.joining());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** By which what is sent is signed. */
  Ed25519PrivateKeyParameters signing() {
    return signing;
  }

  /** By which anybody may verify that, as Standard Webhooks write it. */
  public String publicKey() {
    return "whpk_" + Base64.getEncoder().encodeToString(verifying);
  }

  /**
   * Seals a secret.
   *
   * @param watch whose it is; it opens for no other
   */
  public String seal(byte[] plain, String watch) {
    byte[] nonce = new byte[NONCE];
    new SecureRandom().nextBytes(nonce);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, plain, watch);
    return Base64.getEncoder()
        .encodeToString(ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
  }

  /**
   * Opens what was sealed.
   *
   * @throws IllegalStateException if it was sealed by another key, or for another
   */
  public byte[] unseal(String sealed, String watch) {
    byte[] all = Base64.getDecoder().decode(sealed);
    return cipher(
        Cipher.DECRYPT_MODE,
        Arrays.copyOf(all, NONCE),
        Arrays.copyOfRange(all, NONCE, all.length),
        watch);
  }

  private byte[] cipher(int mode, byte[] nonce, byte[] bytes, String watch) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode, new SecretKeySpec(hmac("seal"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(watch.getBytes(UTF_8));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a secret does not open: " + e.getMessage(), e);
    }
  }

  /**
   * What stands at the end of a link.
   *
   * @param address to which it is sent; for another it is none
   * @param until when it expires
   */
  public String link(Purpose purpose, String watch, String address, Instant until) {
    String what = watch + "." + until.getEpochSecond();
    return what + "." + mark(purpose, what, address);
  }

  /** A watch and the moment until which a link to it is good, as the link says, unproven. */
  record Claimed(String watch, Instant until, String what, String mark) {}

  /** What a link says; empty where it has not the form of one. */
  static Optional<Claimed> claimed(String link) {
    String[] parts = link.split("\\.", -1);
    if (parts.length != 3 || !parts[0].matches("[0-9a-v]{26}") || !parts[1].matches("\\d{1,12}"))
      return Optional.empty();
    return Optional.of(
        new Claimed(
            parts[0],
            Instant.ofEpochSecond(Long.parseLong(parts[1])),
            parts[0] + "." + parts[1],
            parts[2]));
  }

  /** Whether a link was made by this key for that purpose and address, and is good still. */
  boolean isGood(Claimed link, Purpose purpose, String address, Instant now) {
    return MessageDigest.isEqual(
            mark(purpose, link.what(), address).getBytes(UTF_8), link.mark().getBytes(UTF_8))
        && now.isBefore(link.until());
  }

  private String mark(Purpose purpose, String what, String address) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(hmac(purpose + "\n" + what + "\n" + address));
  }

  private byte[] hmac(String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Never printed by accident. */
  @Override
  public String toString() {
    return "a desk's key";
  }
}
