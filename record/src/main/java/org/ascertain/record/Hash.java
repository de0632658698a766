package org.ascertain.record;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * A SHA-256 hash in the tree of RFC 9162 section 2.1.1: leaves and nodes are hashed apart by a
 * first byte.
 */
public final class Hash {

  /** In bytes. */
  public static final int LENGTH = 32;

  /** The root of a tree without entries: the hash of nothing. */
  public static final Hash OF_NOTHING = new Hash(sha256().digest());

  /** To find the algorithm among those of the platform takes as long as to hash a line. */
  private static final ThreadLocal<MessageDigest> OWN = ThreadLocal.withInitial(Hash::sha256);

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The leaf hash of an entry's exact bytes. */
  public static Hash ofLeaf(byte[] entry) {
    MessageDigest digest = OWN.get();
    digest.update(LEAF);
    return new Hash(digest.digest(entry));
  }

  /** The hash of the node over two subtrees. */
  public static Hash ofNode(Hash left, Hash right) {
    MessageDigest digest = OWN.get();
    digest.update(NODE);
    digest.update(left.bytes);
    return new Hash(digest.digest(right.bytes));
  }

  /** The hash whose bytes stand in {@code source} from {@code offset} on. */
  public static Hash at(byte[] source, int offset) {
    return new Hash(Arrays.copyOfRange(source, offset, offset + LENGTH));
  }

  /**
   * Reads a hash in base64.
   *
   * @throws IllegalArgumentException if the text is not what {@link #toString} writes for some hash
   */
  public static Hash parse(String base64) {
    byte[] bytes = StrictBase64.decode(base64);
    if (bytes.length != LENGTH)
      throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
    return new Hash(bytes);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  void copyTo(byte[] target, int offset) {
    System.arraycopy(bytes, 0, target, offset, LENGTH);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** In base64, as checkpoints have it. */
  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
