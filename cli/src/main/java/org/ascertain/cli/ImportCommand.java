package org.ascertain.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.ProblemText;
import org.ascertain.desk.Intake;
import org.ascertain.election.Fact;
import org.ascertain.election.Problem;
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
          + " appended. Nothing of a file with a mistake is taken in. The same file again changes nothing; an import"
          + " that was cut short goes on when it is given again."
    },
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

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
    if (!Draft.Fresh.isAccount(account))
      throw record.wrong(
          "'%s' is no account: an account is 1 to 64 letters, digits and . _ : -."
              .formatted(account));
    DataFolder folder =
        record.folder().orElseThrow(() -> record.wrong("Name the data folder with --data DIR."));
    if (!Files.isRegularFile(file)) throw record.wrong("There is no file '%s'.".formatted(file));
    String election = record.id();
    // A file that is refused leaves nothing behind: neither a record nor a key is made before.
    Intake taking = new Intake(folder.store(), election, file);
    if (!isSound(taking, election)) return ExitCode.USAGE;
    SigningKey key = folder.keyOrNew(Optional.ofNullable(name));
    PrintWriter err = spec.commandLine().getErr();
    try (Ledger ledger = folder.store().open(election, InstantSource.system(), err::println)) {
      long added = takeIn(taking, ledger);
      folder.sign(election, key);
      spec.commandLine()
          .getOut()
          .printf("%s: %s taken in, %,d in all.%n", election, entries(added), ledger.size());
      spec.commandLine().getOut().flush();
      return ExitCode.DONE;
    }
  }

  /** Gives how many entries were added. */
  private long takeIn(Intake taking, Ledger ledger) throws IOException {
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
                entries(added));
      throw refused;
    }
  }

  private static String entries(long number) {
    return number == 1 ? "1 entry" : "%,d entries".formatted(number);
  }

  /** Reads the file before anything of it is recorded. */
  private boolean isSound(Intake taking, String election) throws IOException {
    List<Problem> problems = taking.problems(MOST_PROBLEMS_TOLD);
    taking.header().ifPresent(header -> requireElection(header, election));
    if (problems.isEmpty()) return true;
    PrintWriter err = spec.commandLine().getErr();
    for (Problem problem : problems)
      err.printf("line %d: %s%n", problem.line(), ProblemText.of(problem));
    err.printf("ascertain: '%s' is not sound; nothing was taken in.%n", file);
    return false;
  }

  private void requireElection(Fact.Header header, String election) {
    if (!header.election().equals(election))
      throw record.wrong(
          "'%s' is a record of %s, not of %s.".formatted(file, header.election(), election));
  }
}
