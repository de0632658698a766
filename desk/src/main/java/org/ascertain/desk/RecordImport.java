package org.ascertain.desk;

import java.io.ByteArrayInputStream;
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
import org.ascertain.election.Check;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Problem;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.Store;
import org.ascertain.ledger.StoredRecord;
import org.ascertain.record.EntryLine;
import org.ascertain.record.Line;
import org.ascertain.record.RecordReader;
import org.ascertain.record.RecordSoFar;
import org.ascertain.standing.History;

/**
 * A file on its way into a record, in groups that are made durable together: of however many lines,
 * one group is in memory. What the record has already is passed over: the entries of a whole record
 * by their index, and of drafts the first ones, as far as the record has them in the same order. So
 * an import that was cut short goes on where it was, and of a file that has grown the new lines go
 * in.
 */
public final class RecordImport {

  private static final int GROUP = 1_000;

  private final Store store;
  private final String election;
  private final Path file;
  private final boolean isWhole;
  private final String name;

  /** What the file's drafts follow. */
  private final RecordSoFar before;

  /** Whether drafts tell the election from its first line on, which the record may have already. */
  private final boolean fromTheBeginning;

  /** The record with the file in it, as {@link #problems} read it. */
  private final RecordSense sense = new RecordSense();

  private Optional<Header> header = Optional.empty();
  private List<Problem> remarks = List.of();
  private long lines;
  private long present;

  /** How many drafts of the file are passed over; of a whole record the ledger does that. */
  private int known;

  private final List<Draft> group = new ArrayList<>();
  private long next;

  /**
   * @param store where the record is, if there is one yet; nothing is made in it before {@link
   *     #takeIn}
   */
  public RecordImport(Store store, String election, Path file) throws IOException {
    this.store = store;
    this.election = election;
    this.file = file;
    this.isWhole = isWhole(file);
    this.name = isWhole ? "import " + UUID.randomUUID() : "import " + digest(file);
    this.before = isWhole ? new RecordSoFar() : before();
    this.fromTheBeginning = !isWhole && before.size() > 0 && beginsWithTheElection(file);
  }

  private RecordSoFar before() {
    if (!store.has(election)) return new RecordSoFar();
    StoredRecord stored = store.election(election);
    return stored.soFar(stored.size());
  }

  private long stored() {
    return store.has(election) ? store.election(election).size() : 0;
  }

  private static boolean beginsWithTheElection(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(RecordReader.LONGEST_LINE + 1);
      int end = 0;
      while (end < start.length && start[end] != '\n') end++;
      InputStream line = new ByteArrayInputStream(start, 0, Math.min(end + 1, start.length));
      return History.header(RecordReader.read(line).entries()).isPresent();
    }
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

  /**
   * What is wrong with the file: with its form, or, where that is sound, with the sense of its
   * facts in the record that they are to go into. Nothing is taken in.
   *
   * @param most how many problems to tell at most
   * @return each with its line in the file
   */
  public List<Problem> problems(int most) throws IOException {
    List<Problem> problems = new ArrayList<>();
    AlreadyRecorded already = new AlreadyRecorded();
    read(
        line -> {
          lines = line.index() + 1;
          if (problems.size() < most) problems.addAll(line.problems());
          if (isWhole) line.entry().ifPresent(sense::take);
          else line.entry().map(Entry::fact).ifPresent(already::expect);
        });
    header = sense.header();
    if (!problems.isEmpty()) return first(problems, most);
    if (!isWhole) {
      readRecord(already);
      known = already.found();
      if (fromTheBeginning && known == 0)
        return List.of(new Problem(Check.SECOND_HEADER, 0, "", ", other than the record's own"));
      read(line -> line.entry().flatMap(this::placed).ifPresent(sense::take));
      header = sense.header();
    }
    for (Problem problem : sense.problems()) ofTheFile(problem).ifPresent(problems::add);
    present = isWhole ? Math.min(lines, stored()) : known;
    remarks = sense.remarks().stream().flatMap(remark -> ofTheFile(remark).stream()).toList();
    return first(problems, most);
  }

  private static List<Problem> first(List<Problem> problems, int most) {
    return List.copyOf(problems.subList(0, Math.min(most, problems.size())));
  }

  private void readRecord(AlreadyRecorded already) {
    if (before.size() == 0) return;
    KeptRecord.read(
        store.election(election),
        before.size(),
        entry -> {
          sense.take(entry);
          already.record(entry.fact());
        });
  }

  /** A draft at the place that it is to have; nothing if the record has it. */
  private Optional<Entry> placed(Entry draft) {
    long line = fromTheBeginning ? draft.index() : draft.index() - before.size();
    return line < known
        ? Optional.empty()
        : Optional.of(
            new Entry(
                before.size() + line - known, draft.recorded(), draft.recordedBy(), draft.fact()));
  }

  /** A problem of the record with the file in it, with its line in the file if it is of that. */
  private Optional<Problem> ofTheFile(Problem problem) {
    long line = problem.index() - before.size() + known;
    return line < known
        ? Optional.empty()
        : Optional.of(new Problem(problem.check(), line, problem.path(), problem.detail()));
  }

  /** The header of the record with the file in it, as {@link #problems} read it. */
  public Optional<Header> header() {
    return header;
  }

  /** Facts of the file that are sound and that somebody should look at, as they were read. */
  public List<Problem> remarks() {
    return remarks;
  }

  /** How many of the file's lines the record has already, as {@link #problems} read it. */
  public long present() {
    return present;
  }

  /** How many entries would go in, of a file that {@link #problems} found sound. */
  public long added() {
    return lines - present;
  }

  /** Hands over the file's lines with what is wrong with them. */
  private void read(Consumer<Line> each) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      if (isWhole) RecordReader.forEach(in, each);
      else RecordReader.forEachOn(fromTheBeginning ? before.fromTheBeginning() : before, in, each);
    }
  }

  /**
   * Takes in a file that {@link #problems} read and found sound.
   *
   * @param ledger of the election
   * @param account under which new facts are recorded
   */
  public void takeIn(Ledger ledger, String account) throws IOException {
    // A whole record's lines say themselves where they stand; those that are there already are left
    // alone.
    next = known;
    read(
        line -> {
          if (line.index() < known) return;
          Entry entry = line.entry().orElseThrow();
          group.add(
              isWhole
                  ? new Draft.Copied(entry, line.bytes())
                  : new Draft.Fresh(account, entry.fact()));
          if (group.size() == GROUP) flush(ledger);
        });
    if (!group.isEmpty()) flush(ledger);
    if (isWhole)
      sense.history().ifPresent(history -> KeptRecord.keep(store.election(election), history));
  }

  /** A group is named by the file and its place in it: twice under one name, it goes in once. */
  private void flush(Ledger ledger) {
    ledger.append(group, name + " " + next).join();
    next += group.size();
    group.clear();
  }
}
