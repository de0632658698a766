package org.ascertain.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
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
  private static final Pattern NAME = Pattern.compile("--([a-z-]*[a-z])");

  /** Options about the command line itself. */
  private static final Set<String> NO_KEYS = Set.of(OPTION, "--help", "--version");

  private final CommandLine command;
  private final Path file;
  private final List<String> given;
  private final List<String> read = new ArrayList<>();

  private final List<Line> lines = new ArrayList<>();

  private record Line(int number, String key, String value) {
    boolean isQuotedBy(String sentence) {
      return sentence.contains("'" + value + "'");
    }
  }

  private ConfigurationFile(CommandLine command, Path file, List<String> given) {
    this.command = command;
    this.file = file;
    this.given = given;
  }

  /**
   * A command line and what the file says that it names.
   *
   * @param args the arguments, and after them those of the file; an option that stands in both
   *     counts as it is given there
   * @param told a sentence about an option, with the line of the file in which that stands
   */
  public record Expanded(List<String> args, UnaryOperator<String> told) {
    /** A command line to which no file adds. */
    static Expanded of(String... args) {
      return new Expanded(List.of(args), sentence -> sentence);
    }
  }

  /**
   * Reads the file that arguments name, if they name any.
   *
   * @throws ParameterException if the file cannot be read, or has a line that means nothing
   */
  public static Expanded expanded(CommandLine command, String... args) {
    List<String> given = List.of(args);
    Optional<Path> file = named(given);
    if (file.isEmpty()) return Expanded.of(args);
    ConfigurationFile configuration = new ConfigurationFile(command, file.get(), given);
    configuration.read();
    return new Expanded(
        Stream.concat(given.stream(), configuration.read.stream()).toList(), configuration::told);
  }

  /** An option that a sentence names tells where it stands; first that whose value it quotes. */
  private String told(String sentence) {
    return NAME.matcher(sentence)
        .results()
        .map(option -> option.group(1))
        .filter(key -> !isGiven(key))
        .flatMap(key -> lines.stream().filter(line -> line.key().equals(key)))
        .min(Comparator.comparing(line -> !line.isQuotedBy(sentence)))
        .map(line -> "%s, line %d: %s".formatted(file, line.number(), sentence))
        .orElse(sentence);
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
    List<String> all;
    try {
      all = Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new ParameterException(
          command, "There is no file of options '%s' that can be read.".formatted(file));
    }
    for (int i = 0; i < all.size(); i++) {
      String line = all.get(i).strip();
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
    String name = "--" + key;
    if (!option.isMultiValue() && lines.stream().anyMatch(before -> before.key().equals(key)))
      throw wrong(number, "'%s' is there twice.".formatted(key));
    lines.add(new Line(number, key, value));
    if (isGiven(key)) return;
    if (option.arity().max() > 0) read.add(name + "=" + value);
    else if (value.equals("yes")) read.add(name);
    else if (!value.equals("no"))
      throw wrong(number, "'%s' takes yes or no, not '%s'.".formatted(key, value));
  }

  /** Whether the command line has it, which then counts. */
  private boolean isGiven(String key) {
    String name = "--" + key;
    return given.stream().anyMatch(arg -> arg.equals(name) || arg.startsWith(name + "="));
  }

  private String nearest(String word) {
    return Collections.min(
        keys(command), Comparator.comparingInt(key -> UsageError.slips(word, key)));
  }

  private ParameterException wrong(int line, String sentence) {
    return new ParameterException(command, "%s, line %d: %s".formatted(file, line, sentence));
  }
}
