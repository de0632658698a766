package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ascertain.answers.AuditPlanText;
import org.ascertain.answers.AuditStatusText;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.PathsText;
import org.ascertain.audit.AuditPlan;
import org.ascertain.audit.AuditRounds;
import org.ascertain.audit.Holdings;
import org.ascertain.audit.RoundsFile;
import org.ascertain.election.Entry;
import org.ascertain.election.When;
import org.ascertain.standing.History;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the evidence of an audit adds up to. */
@Command(
    name = "status",
    description =
        "Says what evidence there is for a majority, and what it adds up to. Exit 1 while not"
            + " confirmed.",
    footer = {"", "For example: audit status 2020 --at 2020-12-14"},
    mixinStandardHelpOptions = true)
final class AuditStatusCommand implements Callable<Integer> {

  @Mixin private ElectionArgument election;
  @Mixin private AtOption at;

  @Option(
      names = "--rounds",
      paramLabel = "FILE",
      description =
          "Rounds of an audit as CSV, in place of those on record: docs/audit.md says how.")
  private @Nullable Path rounds;

  @Option(
      names = "--alpha",
      paramLabel = "A",
      defaultValue = "0.05",
      description = "The risk of confirming a majority that is wrong: above 0, at most 0.5 (0.05).")
  private double alpha;

  @Mixin private FormOption form;

  @Override
  public Integer call() {
    History history = election.open();
    election.require(PathsText.refusal(history.law()));
    if (!(alpha > 0 && alpha <= 0.5))
      throw election.wrong("--alpha takes a risk above 0 and at most 0.5.");
    When moment = at.asked().or(election::at).orElseGet(() -> StandingCommand.lastMoment(history));
    Holdings holdings = AuditPlanText.holdings(history, moment);
    election.require(AuditPlan.refusal(holdings));
    AuditRounds read =
        AuditRounds.of(history, holdings, moment.effective(), rounds(history, holdings, moment));
    AuditStatusText text =
        new AuditStatusText(
            history, election.caveat(history), holdings, read, rounds == null, alpha);
    form.give(text);
    return text.confirms() ? ExitCode.DONE : ExitCode.NO;
  }

  private List<Entry> rounds(History history, Holdings holdings, When moment) {
    if (rounds == null) return AuditRounds.onRecord(history, moment.effective());
    try {
      RoundsFile read = RoundsFile.of(Files.readString(rounds, UTF_8), history, holdings);
      if (!read.problems().isEmpty()) throw election.wrong(String.join("\n", read.problems()));
      return read.rounds();
    } catch (IOException unreadable) {
      throw election.wrong("'%s' cannot be read: %s.".formatted(rounds, unreadable.getMessage()));
    }
  }
}
