package org.ascertain.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.PathsText;
import org.ascertain.audit.Unreadable;
import org.ascertain.election.When;
import org.ascertain.exchange.ElectionAt;
import org.ascertain.standing.History;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which ways to a majority are open, and how few votes would undo the one there is. */
@Command(
    name = "paths",
    description =
        "Says which ways lead to the majority, which units can still matter, and how few votes"
            + " would undo it.",
    footer = {"", "For example: paths 2020 --at 2020-11-06T20:00:00-05:00"},
    mixinStandardHelpOptions = true)
final class PathsCommand implements Callable<Integer> {

  @Mixin private ElectionArgument election;
  @Mixin private AtOption at;
  @Mixin private KnownOption known;

  @Option(
      names = "--caller",
      paramLabel = "C",
      description = "By the calls of C, in place of what has gone furthest.")
  private @Nullable String caller;

  @Mixin private FormOption form;

  @Override
  public Integer call() {
    History history = election.open(known.asked());
    election.require(PathsText.refusal(history.law()));
    When moment = at.asked().or(election::at).orElseGet(() -> ElectionAt.last(history));
    try {
      form.give(
          PathsText.by(Optional.ofNullable(caller), history, moment, election.caveat(history)));
    } catch (Unreadable odd) {
      throw election.wrong(odd.why());
    }
    return ExitCode.DONE;
  }
}
