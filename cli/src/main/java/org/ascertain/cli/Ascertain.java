package org.ascertain.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Each command is a class of its own, named in {@code subcommands}. */
@Command(
    name = "ascertain",
    mixinStandardHelpOptions = true,
    version = "ascertain 0.1.0",
    description = "From vote tallies to official result.")
public final class Ascertain {

  public static void main(String[] args) {
    System.exit(new CommandLine(new Ascertain()).execute(args));
  }
}
