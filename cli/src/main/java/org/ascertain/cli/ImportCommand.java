package org.ascertain.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.IntakeText;
import org.ascertain.answers.Names;
import org.ascertain.desk.RecordImport;
import org.ascertain.election.Fact;
import org.ascertain.election.Problem;
import org.ascertain.exchange.Content;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.LedgerException;
import org.ascertain.record.SigningKey;
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
          + " appended. Nothing of a file with a mistake is taken in. What the record has already is passed over: the same"
          + " file again changes nothing, of one that has grown the new lines go in, and an import that was cut short"
          + " goes on.",
      "With --format, a file of others: row by row through the desk's checks, into a data folder that has a record of"
          + " the election, or into a record file (--to). What fails is kept aside there, or listed here."
    },
    footer = {
      "",
      "For example: import 2028 new.jsonl --data DIR --dry-run",
      "             import 2024 results.csv --format openelections-csv --jurisdiction NY --at 2024-11-06 --to ny.jsonl"
    },
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

  private static final int MOST_PROBLEMS_TOLD = 20;
  private static final String STANDARD_INPUT = "-";

  @Spec private CommandSpec spec;
  @Mixin private RecordArgument record;
  @Mixin private ForeignOptions foreign;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description =
          "With --format: a record file (*.jsonl) in the place of a data folder; one that is there grows.")
  private @Nullable Path to;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "The record file (*.jsonl), or one of the --format; - for standard input.")
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

  @Option(
      names = "--dry-run",
      description = "Only say what would be taken in, and what is wrong; nothing is written.")
  private boolean dryRun;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (!Draft.Fresh.isAccount(account))
      throw record.wrong(
          "'%s' is no account: an account is 1 to 64 letters, digits and . _ : -."
              .formatted(account));
    if (foreign.isAsked()) return foreign();
    if (to != null) throw record.wrong("--to is for files of others; name their --format.");
    DataFolder folder =
        record.folder().orElseThrow(() -> record.wrong("Name the data folder with --data DIR."));
    if (file.toString().equals(STANDARD_INPUT)) {
      Path kept = Files.createTempFile("ascertain-", ".jsonl");
      try {
        Files.copy(System.in, kept, StandardCopyOption.REPLACE_EXISTING);
        return take(kept, folder);
      } finally {
        Files.deleteIfExists(kept);
      }
    }
    if (!Files.exists(file)) throw record.wrong("There is no file '%s'.".formatted(file));
    if (Files.isDirectory(file)) throw record.wrong(FileTrouble.noFile(file));
    return take(file, folder);
  }

  private int foreign() throws IOException {
    boolean isHere = file.toString().equals(STANDARD_INPUT);
    if (!isHere && !Files.isRegularFile(file)) throw record.wrong(FileTrouble.noFile(file));
    if (record.folder().isPresent() == (to != null))
      throw record.wrong("Name a data folder with --data DIR, or a record file with --to FILE.");
    Path from = isHere ? Files.createTempFile("ascertain-", "") : file;
    try {
      if (isHere) Files.copy(System.in, from, StandardCopyOption.REPLACE_EXISTING);
      ForeignImport taking =
          new ForeignImport(
              record.id(),
              from,
              foreign.form(isHere ? "" : file.getFileName().toString(), Content.of(from)),
              json,
              spec.commandLine().getOut(),
              spec.commandLine().getErr());
      return to == null
          ? taking.into(record.folder().orElseThrow(), account, dryRun)
          : taking.into(to, this::header, account, dryRun, record::wrong);
    } finally {
      if (isHere) Files.deleteIfExists(from);
    }
  }

  private Fact.Header header() {
    return record
        .read()
        .history()
        .orElseThrow(() -> record.wrong("There is no election '%s'.".formatted(record.named())))
        .header();
  }

  private int take(Path from, DataFolder folder) throws IOException {
    String election = record.id();
    // A file that is refused leaves nothing behind: neither a record nor a key is made before.
    RecordImport taking = new RecordImport(folder.store(), election, from);
    List<Problem> problems = taking.problems(MOST_PROBLEMS_TOLD);
    taking.header().ifPresent(header -> requireElection(header, election));
    long before = folder.has(election) ? folder.election(election).size() : 0;
    if (!problems.isEmpty()) return tell(taking, election, problems, 0, before);
    if (dryRun) {
      long added = taking.added();
      return tell(taking, election, problems, added, before + added);
    }
    SigningKey key = folder.keyOrNew(Optional.ofNullable(name));
    PrintWriter err = spec.commandLine().getErr();
    try (Ledger ledger = folder.store().open(election, InstantSource.system(), err::println)) {
      long added = takeIn(taking, ledger);
      folder.sign(election, key);
      return tell(taking, election, problems, added, ledger.size());
    }
  }

  private int tell(
      RecordImport taking, String election, List<Problem> problems, long added, long entries) {
    IntakeText told =
        new IntakeText(
            election,
            file.toString(),
            dryRun,
            added,
            taking.present(),
            entries,
            problems,
            taking.remarks());
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (json) out.println(told.json());
    else told.print(out, err);
    out.flush();
    err.flush();
    return told.isSound() ? ExitCode.DONE : ExitCode.USAGE;
  }

  /** Gives how many entries were added. */
  private long takeIn(RecordImport taking, Ledger ledger) throws IOException {
    long before = ledger.size();
    try {
      taking.takeIn(ledger, account);
      return ledger.size() - before;
    } catch (CompletionException e) {
      if (!(e.getCause() instanceof LedgerException refused)) throw e;
      long added = ledger.size() - before;
      if (added > 0)
        spec.commandLine()
            .getErr()
            .printf(
                "Before it stopped, %s of the file had been taken in; the same import again goes on from there.%n",
                Names.several(added, "entry", "entries"));
      throw refused;
    }
  }

  private void requireElection(Fact.Header header, String election) {
    if (!header.election().equals(election))
      throw record.wrong(
          "'%s' is a record of %s, not of %s.".formatted(file, header.election(), election));
  }
}
