package org.ascertain.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.Ledger.Indexes;
import org.ascertain.ledger.LedgerException;
import org.ascertain.ledger.LedgerException.Reason;
import org.ascertain.ledger.StoredRecord;
import org.ascertain.record.EntryLine;
import org.ascertain.record.Line;
import org.ascertain.record.RecordReader;
import org.ascertain.record.RecordSoFar;
import org.ascertain.record.RecordWriter;
import org.ascertain.record.StreamedLines;

/**
 * A file on its way into a record, in groups that are made durable together: of however many lines,
 * one group is in memory. A group is named by the file and its place in it, so that an import that
 * was cut short goes on where it was.
 */
public final class Intake {

  private static final int GROUP = 1_000;

  private final Ledger ledger;
  private final StoredRecord stored;
  private final Path file;
  private final boolean isWhole;
  private final String name;

  /** What the file's drafts follow: the record without what an earlier attempt took in. */
  private final RecordSoFar before;

  private final List<Draft> group = new ArrayList<>();
  private long groups;

  public Intake(Ledger ledger, StoredRecord stored, Path file) throws IOException {
    this.ledger = ledger;
    this.stored = stored;
    this.file = file;
    this.isWhole = isWhole(file);
    this.name = isWhole ? "import " + UUID.randomUUID() : "import " + digest(file);
    long size = stored.appended(key(0)).map(Indexes::first).orElse(ledger.size());
    this.before = isWhole ? new RecordSoFar() : recordSoFar(size);
  }

  private static boolean isWhole(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return EntryLine.of(in.readNBytes(RecordReader.LONGEST_LINE)).isPresent();
    }
  }

  private static String digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private String key(long group) {
    return name + " " + group;
  }

  /** Hands over the file's lines with what is wrong with them. */
  public void read(Consumer<Line> each) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      if (isWhole) RecordReader.forEach(in, each);
      else RecordReader.forEachOn(before, in, each);
    }
  }

  /**
   * Takes in a file that was read and is sound.
   *
   * @param account under which new facts are recorded
   */
  public void takeIn(String account) throws IOException {
    if (isWhole) copy();
    else append(account);
    flush();
  }

  /** The lines say themselves where they stand; those that are there already are left alone. */
  private void copy() {
    new StreamedLines(() -> Files.newInputStream(file))
        .read(0, Long.MAX_VALUE, (line, index) -> add(new Draft.Copied(line)));
  }

  private void append(String account) throws IOException {
    long from = firstNotTakenIn();
    RecordWriter writer = new RecordWriter(recordSoFar(ledger.size()));
    groups = from / GROUP;
    read(
        line -> {
          if (line.index() < from) return;
          byte[] written = writer.line(line.entry().orElseThrow());
          add(new Draft.Fresh(account, EntryLine.factOf(written)));
        });
  }

  /** Which draft of the file an earlier attempt, cut short, had come to. */
  private long firstNotTakenIn() {
    long taken = 0;
    for (Optional<Indexes> there = stored.appended(key(0));
        there.isPresent();
        there = stored.appended(key(taken / GROUP))) {
      taken += there.get().count();
      if (there.get().count() < GROUP) break;
    }
    return taken;
  }

  private RecordSoFar recordSoFar(long size) {
    try {
      return RecordSoFar.of(ledger, size);
    } catch (IllegalArgumentException e) {
      throw new LedgerException(
          Reason.DAMAGED,
          "The record in " + stored.place() + " cannot be continued: " + e.getMessage());
    }
  }

  private void add(Draft draft) {
    group.add(draft);
    if (group.size() == GROUP) flush();
  }

  private void flush() {
    if (group.isEmpty()) return;
    ledger.append(group, key(groups++)).join();
    group.clear();
  }
}
