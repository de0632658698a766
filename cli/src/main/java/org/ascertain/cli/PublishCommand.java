package org.ascertain.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * What {@code publish} takes. Here it only stands for its help: the launcher starts module server,
 * which puts its own in place of this one.
 */
@Command(
    name = "publish",
    description = {
      "Writes an election's page, its data and its log as plain files.",
      "Any web server or CDN can serve them to any number of readers."
    },
    mixinStandardHelpOptions = true)
public class PublishCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "ELECTION",
      description = "A year (2020; the first is 1788) or an id (us-president-2020).")
  private String election;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      description = "The folder to write to; what is there of an earlier time is replaced.")
  private @Nullable Path to;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The record in this data folder, not the archive's; its key signs the log.")
  private @Nullable Path data;

  @Override
  public Integer call() throws IOException {
    return BenchCommand.onlyByTheLauncher(spec);
  }

  protected final String election() {
    return election;
  }

  protected final Path to() {
    if (to == null) throw wrong("Say where to write with --to DIR.");
    return to;
  }

  protected final Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  /** A mistake of whoever wrote the command line. */
  protected final ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  /** Says what was done. */
  protected final void say(String sentence) {
    spec.commandLine().getOut().println(sentence);
    spec.commandLine().getOut().flush();
  }
}
