package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes of passwords by Argon2id (RFC 9106), with the lesser of the settings that OWASP's password
 * storage cheat sheet recommends: 19 MiB, two passes, one lane. Few are made at a time, so that
 * whoever sends wrong passwords takes no more than that of the machine.
 */
final class PasswordHashes {

  private static final int MEMORY = 19 * 1024; // KiB
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT = 16; // bytes
  private static final int LENGTH = 32; // bytes

  private static final int AT_ONCE = 2;
  private static final int MOST_WAITING = 10;

  /** As in the PHC string format. */
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d)\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  private final RandomGenerator random;
  private final Semaphore room = new Semaphore(AT_ONCE, true);
  private final AtomicInteger inside = new AtomicInteger();

  PasswordHashes(RandomGenerator random) {
    this.random = random;
  }

  /**
   * The hash of a password with a salt of its own.
   *
   * @return empty if too many wait already
   */
  Optional<String> hash(String password) {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    return oneOfFew(
        () ->
            "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                    MEMORY,
                    PASSES,
                    LANES,
                    text(salt),
                    text(argon2id(password, salt, MEMORY, PASSES, LANES, LENGTH))));
  }

  /**
   * Whether a hash is that of a password.
   *
   * @return empty if too many wait already
   */
  Optional<Boolean> matches(String password, String hash) {
    Matcher known = FORM.matcher(hash);
    if (!known.matches()) throw new IllegalStateException("a hash that was kept is none");
    byte[] salt = Base64.getDecoder().decode(known.group(4));
    byte[] due = Base64.getDecoder().decode(known.group(5));
    return oneOfFew(
        () ->
            MessageDigest.isEqual(
                due,
                argon2id(
                    password,
                    salt,
                    Integer.parseInt(known.group(1)),
                    Integer.parseInt(known.group(2)),
                    Integer.parseInt(known.group(3)),
                    due.length)));
  }

  private <T> Optional<T> oneOfFew(Supplier<T> work) {
    if (inside.incrementAndGet() > MOST_WAITING) {
      inside.decrementAndGet();
      return Optional.empty();
    }
    try {
      room.acquireUninterruptibly();
      try {
        return Optional.of(work.get());
      } finally {
        room.release();
      }
    } finally {
      inside.decrementAndGet();
    }
  }

  private static byte[] argon2id(
      String password, byte[] salt, int memory, int passes, int lanes, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    generator.generateBytes(password.getBytes(UTF_8), hash);
    return hash;
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
