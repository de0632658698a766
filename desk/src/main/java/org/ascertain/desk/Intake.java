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
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Problem;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.Ledger.Indexes;
import org.ascertain.ledger.RecordTail;
import org.ascertain.ledger.Store;
import org.ascertain.ledger.StoredRecord;
import org.ascertain.record.EntryLine;
import org.ascertain.record.Line;
import org.ascertain.record.RecordReader;
import org.ascertain.record.RecordSoFar;

/**
 * A file on its way into a record, in groups that are made durable together: of however many lines,
 * one group is in memory. A group is named by the file and its place in it, so that an import that
 * was cut short goes on where it was.
 */
public final class Intake {

  private static final int GROUP = 1_000;

  private final Store store;
  private final String election;
  private final Path file;
  private final boolean isWhole;
  private final String name;

  /** What the file's drafts follow: the record without what an earlier attempt took in. */
  private final RecordSoFar before;

  private Optional<Header> header = Optional.empty();

  private final List<Draft> group = new ArrayList<>();
  private long groups;

  /**
   * @param store where the record is, if there is one yet; nothing is made in it before {@link
   *     #takeIn}
   */
  public Intake(Store store, String election, Path file) throws IOException {
    this.store = store;
    this.election = election;
    this.file = file;
    this.isWhole = isWhole(file);
    this.name = isWhole ? "import " + UUID.randomUUID() : "import " + digest(file);
    this.before = isWhole ? new RecordSoFar() : before();
  }

  private RecordSoFar before() {
    if (!store.has(election)) return new RecordSoFar();
    StoredRecord stored = store.election(election);
    return stored.soFar(appended(0).map(Indexes::first).orElseGet(stored::size));
  }

  private Optional<Indexes> appended(long group) {
    return store.has(election) ? store.election(election).appended(key(group)) : Optional.empty();
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

  /**
   * What is wrong with the file: with its form, or, where that is sound, with the sense of its
   * facts in the record that they are to go into. Nothing is taken in.
   *
   * @param most how many problems to tell at most
   * @return each with its line in the file
   */
  public List<Problem> problems(int most) throws IOException {
    List<Problem> problems = new ArrayList<>();
    RecordSense sense = new RecordSense();
    if (before.size() > 0)
      new RecordTail(store.election(election), 0)
          .read(before.size(), recorded -> sense.take(recorded.entry()));
    read(
        line -> {
          if (problems.size() < most) problems.addAll(line.problems());
          line.entry().ifPresent(sense::take);
        });
    header = sense.header();
    if (problems.isEmpty())
      for (Problem problem : sense.problems())
        if (problem.index() >= before.size())
          problems.add(
              new Problem(
                  problem.check(),
                  problem.index() - before.size(),
                  problem.path(),
                  problem.detail()));
    return List.copyOf(problems.subList(0, Math.min(most, problems.size())));
  }

  /** The header of the record with the file in it, as {@link #problems} read it. */
  public Optional<Header> header() {
    return header;
  }

  /** Hands over the file's lines with what is wrong with them. */
  private void read(Consumer<Line> each) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      if (isWhole) RecordReader.forEach(in, each);
      else RecordReader.forEachOn(before, in, each);
    }
  }

  /**
   * Takes in a file that was read and is sound.
   *
   * @param ledger of the election
   * @param account under which new facts are recorded
   */
  public void takeIn(Ledger ledger, String account) throws IOException {
    // A whole record's lines say themselves where they stand; those that are there already are left
    // alone.
    long from = isWhole ? 0 : firstNotTakenIn();
    groups = from / GROUP;
    read(
        line -> {
          if (line.index() < from) return;
          Entry entry = line.entry().orElseThrow();
          group.add(
              isWhole
                  ? new Draft.Copied(entry, line.bytes())
                  : new Draft.Fresh(account, entry.fact()));
          if (group.size() == GROUP) flush(ledger);
        });
    if (!group.isEmpty()) flush(ledger);
  }

  /** Which draft of the file an earlier attempt, cut short, had come to. */
  private long firstNotTakenIn() {
    long taken = 0;
    for (Optional<Indexes> there = appended(0);
        there.isPresent();
        there = appended(taken / GROUP)) {
      taken += there.get().count();
      if (there.get().count() < GROUP) break;
    }
    return taken;
  }

  private void flush(Ledger ledger) {
    ledger.append(group, key(groups++)).join();
    group.clear();
  }
}
