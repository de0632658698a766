package org.ascertain.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Problem;
import org.ascertain.election.Source;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.LedgerException;
import org.ascertain.ledger.Shelf;
import org.ascertain.ledger.SqliteLedger;
import org.ascertain.record.EntryLine;
import org.ascertain.record.Hash;
import org.ascertain.record.LineStream;
import org.ascertain.record.RecordReader;
import org.ascertain.record.RecordWriter;
import org.ascertain.record.SigningKey;
import org.ascertain.record.StreamedLines;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a record, or facts that continue one, into a data folder. */
@Command(
    name = "import",
    description = {
      "Takes a record into a data folder.",
      "Lines that have an index are a whole record and keep their bytes; lines without one are new facts, which are"
          + " appended. The same file again changes nothing."
    },
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

  /** How many entries are made durable together. */
  private static final int GROUP = 1_000;

  private static final int MOST_PROBLEMS_TOLD = 20;

  @Spec private CommandSpec spec;
  @Mixin private RecordArgument record;

  @Parameters(index = "1", paramLabel = "FILE", description = "The record file (*.jsonl).")
  private Path file;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "What the folder's logs are to be called, at its first use; named after their key without it.")
  private @Nullable String name;

  @Option(
      names = "--by",
      paramLabel = "ACCOUNT",
      description =
          "The account number under which new facts are recorded (default: ${DEFAULT-VALUE}).")
  private String account = "import";

  @Override
  public Integer call() throws IOException {
    DataFolder folder =
        record.folder().orElseThrow(() -> record.wrong("Name the data folder with --data DIR."));
    if (!Files.isRegularFile(file)) throw record.wrong("There is no file '%s'.".formatted(file));
    String election = record.id();
    SigningKey key = folder.keyOrNew(Optional.ofNullable(name));
    PrintWriter err = spec.commandLine().getErr();
    try (SqliteLedger ledger =
        SqliteLedger.open(folder.file(election), InstantSource.system(), err::println)) {
      long before = ledger.size();
      boolean sound =
          isWhole() ? copy(ledger, election) : append(ledger, folder.shelf(election), election);
      if (!sound) return Exit.USAGE;
      long added = ledger.size() - before;
      folder.sign(election, key);
      spec.commandLine()
          .getOut()
          .printf("%s: %,d entries taken in, %,d in all.%n", election, added, ledger.size());
      spec.commandLine().getOut().flush();
      return Exit.DONE;
    } catch (CompletionException e) {
      if (e.getCause() instanceof LedgerException refused) throw refused;
      throw e;
    }
  }

  private boolean isWhole() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(RecordReader.LONGEST_LINE);
      return EntryLine.of(start).isPresent();
    }
  }

  /**
   * Takes in a whole record, in groups: one that was cut short goes on when it is taken in again.
   */
  private boolean copy(SqliteLedger ledger, String election) throws IOException {
    if (!check(InputStream.nullInputStream(), 0, election, entry -> {})) return false;
    List<Draft> group = new ArrayList<>();
    new StreamedLines(() -> Files.newInputStream(file))
        .read(
            0,
            Long.MAX_VALUE,
            (line, index) -> {
              group.add(new Draft.Copied(line));
              if (group.size() == GROUP) flush(ledger, group);
            });
    flush(ledger, group);
    return true;
  }

  private void flush(SqliteLedger ledger, List<Draft> group) {
    if (group.isEmpty()) return;
    ledger
        .append(group, "import " + UUID.randomUUID())
        .join(); // the lines say themselves where they stand
    group.clear();
  }

  /** Appends new facts, all or none, and once: the file's hash is the key. */
  private boolean append(SqliteLedger ledger, Shelf shelf, String election) throws IOException {
    String key = "import " + Hash.ofLeaf(Files.readAllBytes(file));
    if (shelf.appended(key).isPresent()) return true;
    long known = ledger.size();
    Map<String, Source> sources = new LinkedHashMap<>();
    List<Entry> fresh = new ArrayList<>();
    InputStream before = LineStream.ofDrafts(ledger, known);
    if (!check(
        before,
        known,
        election,
        entry -> {
          if (entry.index() < known) know(entry.fact(), sources);
          else fresh.add(entry);
        })) return false;
    RecordWriter writer = new RecordWriter(sources.values());
    List<Draft> drafts = new ArrayList<>();
    for (Entry entry : fresh)
      drafts.add(new Draft.Fresh(account, EntryLine.factOf(writer.line(entry))));
    ledger.append(drafts, key).join();
    return true;
  }

  /**
   * Reads the file before anything of it is recorded.
   *
   * @param before what the record has already, to be read in front of it
   * @param known how many lines that is
   */
  private boolean check(InputStream before, long known, String election, Consumer<Entry> each)
      throws IOException {
    List<Problem> problems = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file);
        InputStream all = new SequenceInputStream(before, in)) {
      RecordReader.forEach(
          all,
          line -> {
            if (problems.size() < RecordReader.MOST_PROBLEMS) problems.addAll(line.problems());
            line.entry().ifPresent(entry -> requireElection(entry, election));
            line.entry().ifPresent(each);
          });
    }
    PrintWriter err = spec.commandLine().getErr();
    for (Problem problem : problems.subList(0, Math.min(MOST_PROBLEMS_TOLD, problems.size())))
      err.printf(
          "line %d: %s %s%n", problem.line() - known, problem.check().code(), problem.sentence());
    if (problems.isEmpty()) return true;
    err.printf("ascertain: '%s' is not sound; nothing was taken in.%n", file);
    return false;
  }

  private void requireElection(Entry entry, String election) {
    if (entry.fact() instanceof Fact.Header header && !header.election().equals(election))
      throw record.wrong(
          "'%s' is a record of %s, not of %s.".formatted(file, header.election(), election));
  }

  private static void know(Fact fact, Map<String, Source> sources) {
    sources.putIfAbsent(fact.attestation().source().id(), fact.attestation().source());
    if (fact instanceof Fact.Correction correction) know(correction.with(), sources);
  }
}
