package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
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
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Problem;
import org.ascertain.election.Source;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.LedgerException;
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
      boolean whole = isWhole();
      if (!check(ledger, whole, election)) return Exit.USAGE;
      if (whole)
        new StreamedLines(() -> Files.newInputStream(file))
            .read(0, Long.MAX_VALUE, (line, i) -> add(ledger, new Draft.Copied(line)));
      flush(ledger);
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

  private static void know(Fact fact, Map<String, Source> sources) {
    sources.putIfAbsent(fact.attestation().source().id(), fact.attestation().source());
    if (fact instanceof Fact.Correction correction) know(correction.with(), sources);
  }

  private final List<Draft> group = new ArrayList<>();
  private long groups;

  private void add(SqliteLedger ledger, Draft draft) {
    group.add(draft);
    if (group.size() == GROUP) flush(ledger);
  }

  private void flush(SqliteLedger ledger) {
    if (group.isEmpty()) return;
    ledger.append(group, "import " + groups++ + " " + contentOf(group)).join();
    group.clear();
  }

  /** The same group of the same file has the same key, so that a file is never taken in twice. */
  private static String contentOf(List<Draft> group) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Draft draft : group)
      bytes.writeBytes(
          switch (draft) {
            case Draft.Fresh fresh -> fresh.fact();
            case Draft.Copied copied -> copied.line();
          });
    return Hash.ofLeaf(bytes.toByteArray()).toString();
  }

  private boolean isWhole() throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      byte[] start = in.readNBytes(RecordReader.LONGEST_LINE);
      String line = new String(start, UTF_8).lines().findFirst().orElse("");
      return EntryLine.of(line.getBytes(UTF_8)).isPresent();
    }
  }

  /**
   * Reads the file before anything of it is recorded; new facts are read behind those that the
   * record has.
   */
  private boolean check(SqliteLedger ledger, boolean whole, String election) throws IOException {
    long known = whole ? 0 : ledger.size();
    List<Problem> problems = new ArrayList<>();
    Map<String, Source> sources = new LinkedHashMap<>();
    List<Entry> fresh = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file);
        InputStream all =
            new SequenceInputStream(
                LineStream.ofDrafts(ledger, known), new BufferedInputStream(in))) {
      RecordReader.forEach(
          all,
          line -> {
            problems.addAll(line.problems());
            line.entry()
                .ifPresent(
                    entry -> {
                      if (entry.fact() instanceof Fact.Header header
                          && !header.election().equals(election))
                        throw record.wrong(
                            "'%s' is a record of %s, not of %s."
                                .formatted(file, header.election(), election));
                      if (line.index() < known) know(entry.fact(), sources);
                      else if (!whole) fresh.add(entry);
                    });
          });
    }
    for (Problem problem : problems.subList(0, Math.min(MOST_PROBLEMS_TOLD, problems.size())))
      spec.commandLine()
          .getErr()
          .printf(
              "line %d: %s %s%n",
              problem.line() - known, problem.check().code(), problem.sentence());
    if (!problems.isEmpty()) {
      spec.commandLine()
          .getErr()
          .printf(
              "ascertain: '%s' has %,d problems; nothing was taken in.%n", file, problems.size());
      return false;
    }
    RecordWriter writer = new RecordWriter(sources.values());
    for (Entry entry : fresh)
      add(ledger, new Draft.Fresh(account, EntryLine.factOf(writer.line(entry))));
    return true;
  }
}
