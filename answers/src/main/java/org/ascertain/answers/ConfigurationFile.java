package org.ascertain.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * The file that {@code --config} names: a line for each option, {@code KEY = VALUE}, of which the
 * key is the option's name without its dashes. So whatever a command can be told on its command
 * line it can be told by a file, and is checked alike.
 */
public final class ConfigurationFile {

  private static final String OPTION = "--config";

  /** Options about the command line itself. */
  private static final Set<String> NO_KEYS = Set.of(OPTION, "--help", "--version");

  private final CommandLine command;
  private final Path file;
  private final List<String> given;
  private final List<String> read = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private ConfigurationFile(CommandLine command, Path file, List<String> given) {
    this.command = command;
    this.file = file;
    this.given = given;
  }

  /**
   * The arguments, and after them those of the file that they name, if any; an option that stands
   * in both counts as it is given there.
   *
   * @throws ParameterException if the file cannot be read, or has a line that means nothing
   */
  public static String[] expanded(CommandLine command, String... args) {
    List<String> given = List.of(args);
    Optional<Path> file = named(given);
    if (file.isEmpty()) return args;
    ConfigurationFile configuration = new ConfigurationFile(command, file.get(), given);
    configuration.read();
    return Stream.concat(given.stream(), configuration.read.stream()).toArray(String[]::new);
  }

  private static Optional<Path> named(List<String> args) {
    int at = args.indexOf(OPTION);
    if (at >= 0) return args.stream().skip(at + 1L).findFirst().map(Path::of);
    return args.stream()
        .filter(arg -> arg.startsWith(OPTION + "="))
        .findFirst()
        .map(arg -> Path.of(arg.substring(OPTION.length() + 1)));
  }

  /** The keys that a file may have. */
  static List<String> keys(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .filter(option -> !option.hidden() && !NO_KEYS.contains(option.longestName()))
        .map(option -> option.longestName().substring(2))
        .toList();
  }

  private void read() {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new ParameterException(
          command, "There is no file of options '%s' that can be read.".formatted(file));
    }
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) take(i + 1, line);
    }
  }

  private void take(int number, String line) {
    int equals = line.indexOf('=');
    if (equals < 0) throw wrong(number, "'%s' is no KEY = VALUE.".formatted(line));
    String key = line.substring(0, equals).strip();
    String value = line.substring(equals + 1).strip();
    if (!keys(command).contains(key))
      throw wrong(
          number, "there is no key '%s'. The nearest is '%s'.".formatted(key, nearest(key)));
    if (value.isEmpty()) throw wrong(number, "'%s' has no value.".formatted(key));
    OptionSpec option = command.getCommandSpec().findOption("--" + key);
    if (!seen.add(key) && !option.isMultiValue())
      throw wrong(number, "'%s' is there twice.".formatted(key));
    String name = "--" + key;
    if (given.stream().anyMatch(arg -> arg.equals(name) || arg.startsWith(name + "="))) return;
    if (option.arity().max() > 0) read.add(name + "=" + value);
    else if (value.equals("yes")) read.add(name);
    else if (!value.equals("no")) throw wrong(number, "'%s' takes yes or no.".formatted(key));
  }

  private String nearest(String word) {
    return Collections.min(
        keys(command), Comparator.comparingInt(key -> UsageError.slips(word, key)));
  }

  private ParameterException wrong(int line, String sentence) {
    return new ParameterException(command, "%s, line %d: %s".formatted(file, line, sentence));
  }
}
