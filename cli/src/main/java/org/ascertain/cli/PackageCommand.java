package org.ascertain.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stands here for its help: the launcher makes the package, which needs Maven and the sources. */
@SuppressWarnings("UnusedVariable") // options are declared for help alone
@Command(
    name = "package",
    description =
        "Makes an installation of the commit: a folder with its own Java, the same as an archive"
            + " and as a Debian package, with sums (docs/operations.md).",
    mixinStandardHelpOptions = true)
final class PackageCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Where it goes; .ascertain/package in the checkout without it.")
  private @Nullable Path to;

  @Override
  public Integer call() {
    return BenchCommand.onlyByTheLauncher(spec);
  }
}
