package org.ascertain.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ascertain.answers.DataConverter;
import org.ascertain.ledger.DataFolder;
import org.ascertain.postgres.DataPlace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option --data of the commands that work in a data folder and on nothing else. */
final class DataOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      converter = DataConverter.class,
      description = "The data folder, or a database: postgresql://USER@HOST/NAME.")
  private Path folder = Path.of("");

  Path folder() {
    return folder;
  }

  /** What is in it, whether or not it is there yet. */
  DataFolder data() {
    return DataPlace.open(folder);
  }

  /**
   * The data folder of a command that makes none.
   *
   * @throws ParameterException if there is none of that name
   */
  DataFolder existing() {
    if (!Files.isDirectory(folder))
      throw new ParameterException(
          command.commandLine(), "There is no data folder '%s'.".formatted(folder));
    return data();
  }
}
