package org.ascertain.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.ascertain.answers.BackupText;
import org.ascertain.answers.ExitCode;
import org.ascertain.ledger.Backup;
import org.ascertain.ledger.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies a data folder while others write to it. */
@Command(
    name = "backup",
    description =
        "Copies a data folder, while writing goes on. The copy has the private key too: keep it as"
            + " you keep the original.",
    footer = {"", "For example: backup COPY --data DIR"},
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Parameters(
      paramLabel = "DIR",
      description = "Where the copy goes; a folder that does not exist yet, or is empty.")
  private Path to;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() {
    Backup.make(data.data(), to);
    DataFolder copy = new DataFolder(to);
    SequencedMap<String, Long> entries = new LinkedHashMap<>();
    for (String election : copy.elections()) entries.put(election, copy.election(election).size());
    PrintWriter out = spec.commandLine().getOut();
    if (json) out.println(BackupText.json(entries));
    else out.print(BackupText.lines(entries));
    out.flush();
    return ExitCode.DONE;
  }
}
