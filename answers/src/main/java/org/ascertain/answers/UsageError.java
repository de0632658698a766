package org.ascertain.answers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What was wrong with a command line, in a sentence and with what may have been meant. */
final class UsageError {

  private static final Pattern CONVERSION = Pattern.compile("(?s)Invalid value for .*?: (.*)");
  private static final Pattern NUMBER = Pattern.compile("'(.*)' is not an? (long|int|double)");
  private static final Pattern OPTION = Pattern.compile("--[a-z]+");

  /** So many letters may be wrong, missing or too many in a word that is still recognised. */
  private static final int MOST_SLIPS = 2;

  public static String sentence(ParameterException wrong, String[] args) {
    return switch (wrong) {
      case UnmatchedArgumentException unmatched -> unmatched(unmatched, args);
      case MissingParameterException missing -> missing(missing);
      case MutuallyExclusiveArgsException both -> {
        List<String> names =
            OPTION.matcher(message(both)).results().map(m -> m.group()).distinct().toList();
        yield String.join(" and ", names) + " do not go together; give one of them.";
      }
      default -> conversion(wrong);
    };
  }

  private static String message(ParameterException wrong) {
    return Objects.requireNonNullElse(wrong.getMessage(), "wrong usage");
  }

  private static String unmatched(UnmatchedArgumentException wrong, String[] args) {
    List<String> words = wrong.getUnmatched();
    CommandLine command = wrong.getCommandLine();
    Optional<String> last =
        command.getCommandSpec().positionalParameters().stream()
            .map(ArgSpec::paramLabel)
            .filter(label -> label.equals("CONDITION") || label.equals("FIGURE"))
            .findFirst();
    int from = args.length - words.size() - 1;
    if (last.isPresent() && from >= 0 && isEndOf(args, words))
      return "%s has to stand in quotes, as \"%s\"."
          .formatted(last.get(), String.join(" ", List.of(args).subList(from, args.length)));
    String name = command.getCommandSpec().qualifiedName();
    String word = words.getFirst();
    return "'%s' does not know '%s'.%s"
        .formatted(
            name,
            word,
            nearest(word, command).map(meant -> " Did you mean '%s'?".formatted(meant)).orElse(""));
  }

  /** Whether these words, none of them an option, are the last that were given. */
  private static boolean isEndOf(String[] args, List<String> words) {
    List<String> all = List.of(args);
    return all.subList(all.size() - words.size() - 1, all.size()).stream()
            .noneMatch(word -> word.startsWith("-"))
        && all.subList(all.size() - words.size(), all.size()).equals(words);
  }

  private static String missing(MissingParameterException wrong) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    List<String> needed = new ArrayList<>();
    for (ArgSpec arg : wrong.getMissing()) {
      if (arg instanceof OptionSpec option && !option.required())
        return "%s needs a value, %s.".formatted(option.longestName(), option.paramLabel());
      needed.add(
          arg instanceof OptionSpec option
              ? option.longestName() + " " + option.paramLabel()
              : arg.paramLabel());
    }
    return needed.isEmpty()
        ? message(wrong)
        : "'%s' needs %s too.".formatted(command, String.join(" and ", needed));
  }

  private static String conversion(ParameterException wrong) {
    Matcher conversion = CONVERSION.matcher(message(wrong));
    if (!conversion.matches()) return message(wrong);
    String of =
        Optional.ofNullable(wrong.getArgSpec())
            .map(arg -> arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel())
            .orElse("This");
    Matcher number = NUMBER.matcher(conversion.group(1));
    return number.matches()
        ? "%s takes a %s, not '%s'."
            .formatted(
                of, number.group(2).equals("double") ? "number" : "whole number", number.group(1))
        : of + ": " + conversion.group(1).replaceFirst("\\.$", "") + ".";
  }

  private static Optional<String> nearest(String word, CommandLine command) {
    Stream<String> known =
        word.startsWith("-")
            ? command.getCommandSpec().options().stream().flatMap(o -> Stream.of(o.names()))
            : command.getSubcommands().keySet().stream();
    return known
        .filter(name -> slips(word, name) <= Math.min(MOST_SLIPS, lettersOf(word) / 3))
        .min(Comparator.comparingInt(name -> slips(word, name)));
  }

  private static int lettersOf(String word) {
    return (int) word.chars().filter(Character::isLetter).count();
  }

  /** How many letters have to be changed, put in or left out to make one word of the other. */
  public static int slips(String word, String other) {
    int[] before = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) before[j] = j;
    for (int i = 1; i <= word.length(); i++) {
      int[] now = new int[other.length() + 1];
      now[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int same = before[j - 1] + (word.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(same, Math.min(before[j], now[j - 1]) + 1);
      }
      before = now;
    }
    return before[other.length()];
  }

  private UsageError() {}
}
