package org.ascertain.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option --data of the commands that work in a data folder and on nothing else. */
final class DataOption {

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "The data folder.")
  private Path folder = Path.of("");

  Path folder() {
    return folder;
  }
}
