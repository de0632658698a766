package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.ascertain.cli.Screen.SCREEN;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ascertain.answers.Caveat;
import org.ascertain.answers.EntryText;
import org.ascertain.answers.ExitCode;
import org.ascertain.election.Entry;
import org.ascertain.standing.History;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One entry, for those who want to see what an answer cites. */
@Command(
    name = "show",
    description =
        "Shows one entry: what it says, its source, when it was known, what corrected it, its hash.",
    footer = {"", "For example: show 2020 7970"},
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ElectionArgument election;

  @Parameters(index = "1", paramLabel = "INDEX", description = "The entry's index, from 0.")
  private long index;

  @Option(
      names = "--bytes",
      description = "The entry's bytes as they are recorded and hashed, and nothing else.")
  private boolean bytes;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Override
  public Integer call() {
    History history = election.open();
    Entry entry =
        history
            .entry(index)
            .orElseThrow(
                () ->
                    election.wrong(
                        "There is no entry %d; the record has the numbers 0 to %d."
                            .formatted(index, history.size() - 1)));
    Optional<byte[]> line = line();
    PrintWriter out = spec.commandLine().getOut();
    if (bytes)
      out.println(
          new String(
              line.orElseThrow(() -> election.wrong("Nobody has recorded a scenario's entries.")),
              UTF_8));
    else {
      EntryText text = new EntryText(history, entry, line);
      Caveat caveat = election.caveat(history);
      if (json) out.println(text.json(caveat));
      else text.print(caveat, out, SCREEN);
    }
    out.flush();
    return ExitCode.DONE;
  }

  private Optional<byte[]> line() {
    if (election.isScenario()) return Optional.empty();
    List<byte[]> line = new ArrayList<>();
    election.asLines().lines().read(index, index + 1, (each, at) -> line.add(each));
    return line.stream().findFirst();
  }
}
