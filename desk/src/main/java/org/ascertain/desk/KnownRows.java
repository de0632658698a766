package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Votes;
import org.ascertain.record.DraftWriter;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a record has, so that a file that is sent again adds nothing: of each fact in force
 * half of the SHA-256 of what it says, 16 bytes in a table of open places, so that a record of ten
 * million rows takes some 300 MB.
 */
final class KnownRows {

  private static final int LEAST = 1 << 10;

  private final MessageDigest digest;
  private final DraftWriter drafts = new DraftWriter();
  private long[] table = new long[2 * LEAST];
  private int size;

  /** The fact that was asked for last, and its name. */
  private @Nullable Fact named;

  private ByteBuffer name = ByteBuffer.allocate(0);

  KnownRows() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** Takes a fact that is recorded. */
  void add(Fact fact) {
    add(name(fact));
  }

  /** Takes a row that says nothing that could be read. */
  void add(String raw) {
    add(name(raw));
  }

  private void add(ByteBuffer name) {
    if (4 * size >= table.length) grow(); // half of the places are taken
    if (put(table, name.getLong(0), name.getLong(Long.BYTES))) size++;
  }

  /** Whether the record has a fact: of returns, the same figures of unit, source and moment. */
  boolean has(Fact fact) {
    return has(name(fact));
  }

  /** Whether a row was taken that says nothing that could be read. */
  boolean has(String raw) {
    return has(name(raw));
  }

  boolean isEmpty() {
    return size == 0;
  }

  private boolean has(ByteBuffer name) {
    long one = name.getLong(0);
    long other = name.getLong(Long.BYTES);
    for (int i = place(table, one); ; i = (i + 2) % table.length) {
      if (table[i] == 0 && table[i + 1] == 0) return false;
      if (table[i] == one && table[i + 1] == other) return true;
    }
  }

  /** What is read begins with no such word. */
  private ByteBuffer name(String raw) {
    return ByteBuffer.wrap(digest.digest(("unread " + raw).getBytes(UTF_8)));
  }

  /** A row is looked for, and then taken: its name is made once. */
  @SuppressWarnings("ReferenceEquality") // another fact that is equal has the same name
  private ByteBuffer name(Fact fact) {
    if (fact == named) return name;
    byte[] said =
        fact instanceof Returns returns ? said(returns).getBytes(UTF_8) : drafts.line(fact);
    name = ByteBuffer.wrap(digest.digest(said));
    named = fact;
    return name;
  }

  /** What returns say, without how they say it. */
  private static String said(Returns f) {
    StringBuilder said = new StringBuilder(200);
    said.append(f.unit()).append('\n').append(f.attestation().source().id()).append('\n');
    said.append(f.attestation().at().effective()).append('\n');
    votes(f.votes(), said);
    return said.append(f.other())
        .append(f.total())
        .append(f.exact())
        .append(f.expected())
        .append(f.expectedBy())
        .append(f.complete())
        .append(f.ballots())
        .append(f.registered())
        .append(f.reporting())
        .toString();
  }

  /** In the order of the tickets' ids, in whatever order they were given. */
  private static void votes(Votes votes, StringBuilder said) {
    List<String> ids = votes.ids();
    Integer[] order = new Integer[ids.size()];
    Arrays.setAll(order, place -> place);
    Arrays.sort(order, Comparator.comparing(ids::get));
    for (int place : order)
      said.append(ids.get(place)).append(' ').append(votes.count(place)).append('\n');
  }

  private static int place(long[] table, long one) {
    return 2 * (int) Long.remainderUnsigned(one, table.length / 2);
  }

  private static boolean put(long[] table, long one, long other) {
    int i = place(table, one);
    for (; table[i] != 0 || table[i + 1] != 0; i = (i + 2) % table.length)
      if (table[i] == one && table[i + 1] == other) return false;
    table[i] = one;
    table[i + 1] = other;
    return true;
  }

  private void grow() {
    long[] old = table;
    table = new long[2 * old.length];
    for (int i = 0; i < old.length; i += 2)
      if (old[i] != 0 || old[i + 1] != 0) put(table, old[i], old[i + 1]);
  }
}
