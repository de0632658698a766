package org.ascertain.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ascertain.answers.DataConverter;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.VerificationText;
import org.ascertain.archive.Pinned;
import org.ascertain.desk.DeskTables;
import org.ascertain.ledger.Tables;
import org.ascertain.postgres.Restoring;
import org.ascertain.record.Trust;
import org.ascertain.record.Verification;
import org.ascertain.watch.WatchStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a backup in the place of a data folder, once it has been verified. */
@Command(
    name = "restore",
    description =
        "Verifies a backup and makes a data folder of it; a backup that does not verify is not restored.",
    footer = {"", "For example: restore COPY --data NEW"},
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The backup.")
  private Path from;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      converter = DataConverter.class,
      description =
          "The data folder, or database (postgresql://USER@HOST/NAME); it does not exist yet, or"
              + " is empty.")
  private Path data = Path.of("");

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() {
    List<Tables> ofDesk = new ArrayList<>(DeskTables.ofDesk());
    ofDesk.add(WatchStore.tables());
    List<Verification> verifications =
        new Restoring(from, Trust.NONE.withPins(Pinned.all()), DeskTables.ofRecords(), ofDesk)
            .into(data);
    PrintWriter out = spec.commandLine().getOut();
    if (json) out.println(VerificationText.json(verifications));
    else verifications.forEach(each -> out.println(VerificationText.line(each)));
    out.flush();
    if (verifications.stream().allMatch(Verification::holds)) return ExitCode.DONE;
    spec.commandLine().getErr().println("Nothing was restored.");
    return ExitCode.NO;
  }
}
