package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ascertain.answers.AuditCompareText;
import org.ascertain.answers.ExitCode;
import org.ascertain.audit.CardComparison;
import org.ascertain.audit.CastVoteRecords;
import org.ascertain.audit.Unreadable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** In what cards that were drawn differ from their records. */
@Command(
    name = "compare",
    description =
        "Compares cards that were drawn with their records: what a round of an audit takes.",
    footer = {"", "For example: audit compare --records cvr.csv --cards drawn.csv --winner Smith"},
    mixinStandardHelpOptions = true)
final class AuditCompareCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--records",
      paramLabel = "FILE",
      required = true,
      description = "Cast vote records: CSV, or JSON or XML of NIST SP 1500-103.")
  private Path records = Path.of("");

  @Option(
      names = "--cards",
      paramLabel = "FILE",
      required = true,
      description = "The cards that were drawn, as people read them, in the same form.")
  private Path cards = Path.of("");

  @Option(
      names = "--winner",
      paramLabel = "NAME",
      required = true,
      description = "The reported winner, as the files call him.")
  private String winner = "";

  @Option(
      names = "--contest",
      paramLabel = "C",
      description = "The contest, by id or name, where a file has several.")
  private String contest = "";

  @Mixin private FormOption form;

  @Override
  public Integer call() {
    CastVoteRecords read = read(cards, card -> true);
    Set<String> drawn = new HashSet<>(read.votes().keySet());
    CastVoteRecords recorded = read(records, drawn::contains);
    if (!read.choices().contains(winner) && !recorded.choices().contains(winner))
      throw wrong(
          "No card can be for '%s'; the choices are: %s."
              .formatted(
                  winner, recorded.choices().stream().sorted().collect(Collectors.joining(", "))));
    List<String> oddities = new ArrayList<>();
    read.oddities().forEach(oddity -> oddities.add("Cards: " + oddity));
    recorded.oddities().forEach(oddity -> oddities.add("Records: " + oddity));
    AuditCompareText text =
        new AuditCompareText(CardComparison.of(read, recorded, winner), oddities);
    form.give(text);
    return ExitCode.DONE;
  }

  private CastVoteRecords read(Path file, Predicate<String> isWanted) {
    try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
      return CastVoteRecords.of(reader, contest, isWanted);
    } catch (IOException unreadable) {
      throw wrong(FileTrouble.of(file, unreadable));
    } catch (Unreadable odd) {
      throw wrong("'%s' cannot be compared. %s".formatted(file, odd.why()));
    }
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
