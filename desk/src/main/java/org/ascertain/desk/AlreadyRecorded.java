package org.ascertain.desk;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.ascertain.election.Fact;
import org.ascertain.record.DraftWriter;

/**
 * How many of a file's first facts a record has already, in the same order, whatever stands between
 * them: a feed that gives everything each time begins with what it gave before. Of each fact of the
 * file twelve bytes are kept.
 */
final class AlreadyRecorded {

  private static final int FIRST_ROOM = 1_024;

  private final DraftWriter writer = new DraftWriter();
  private int[] hashes = new int[FIRST_ROOM];
  private long[] prints = new long[FIRST_ROOM];
  private int size;
  private int found;

  /** Takes the next fact of the file. */
  void expect(Fact fact) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
      prints = Arrays.copyOf(prints, 2 * size);
    }
    hashes[size] = fact.hashCode();
    prints[size++] = print(fact);
  }

  /** Takes the next fact of the record, after all of the file's. */
  void record(Fact fact) {
    if (found < size && fact.hashCode() == hashes[found] && print(fact) == prints[found]) found++;
  }

  /** How many of the file's first facts the record has, as far as it was taken. */
  int found() {
    return found;
  }

  /** The beginning of the hash of a fact as a draft has it that knows nothing of a record. */
  private long print(Fact fact) {
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(writer.line(fact)))
          .getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
