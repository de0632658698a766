package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ascertain.answers.AuditPlanText;
import org.ascertain.answers.AuditStatusText;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.PathsText;
import org.ascertain.audit.Assumed;
import org.ascertain.audit.AuditPlan;
import org.ascertain.audit.AuditRounds;
import org.ascertain.audit.Holdings;
import org.ascertain.audit.RoundsFile;
import org.ascertain.election.Entry;
import org.ascertain.election.When;
import org.ascertain.exchange.ElectionAt;
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
    footer = {"", "For example: audit status 2020 --assume GA"},
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
      names = "--assume",
      paramLabel = "U",
      split = ",",
      description =
          "Units taken as counted whole by hand, with the reported winner; the answer shows it.")
  private List<String> counted = List.of();

  @Option(
      names = "--published",
      paramLabel = "U=P",
      split = ",",
      description =
          "p-values that audits of units published, each of a sample of its own: evidence of 1 /"
              + " (2 sqrt p). The answer shows it.")
  private List<String> published = List.of();

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
    When moment = at.asked().or(election::at).orElseGet(() -> ElectionAt.last(history));
    Holdings holdings = AuditPlanText.holdings(history, moment);
    election.require(AuditPlan.refusal(holdings));
    AuditRounds read =
        AuditRounds.of(history, holdings, moment.effective(), rounds(history, holdings, moment));
    AuditStatusText text =
        new AuditStatusText(
            history,
            election.caveat(history),
            holdings,
            read,
            rounds == null,
            assumed(history, holdings),
            alpha);
    form.give(text);
    return text.confirms() ? ExitCode.DONE : ExitCode.NO;
  }

  private Assumed assumed(History history, Holdings holdings) {
    Set<String> units = new LinkedHashSet<>();
    for (String each : counted) units.add(held(each, history, holdings));
    Map<String, Double> values = new LinkedHashMap<>();
    for (String each : published) {
      int at = each.indexOf('=');
      if (at < 1 || !each.substring(at + 1).matches("0?\\.[0-9]{1,9}|1"))
        throw election.wrong(
            "'%s' for --published is not UNIT=P, as NV=0.03, with P above 0 and at most 1."
                .formatted(each));
      double p = Double.parseDouble(each.substring(at + 1));
      if (p == 0) throw election.wrong("A p-value is above 0; '%s' is not.".formatted(each));
      if (values.put(held(each.substring(0, at), history, holdings), p) != null)
        throw election.wrong("A unit has one published p-value; '%s' is another.".formatted(each));
    }
    return new Assumed(units, values);
  }

  private String held(String written, History history, Holdings holdings) {
    String unit = election.unit(history, written);
    boolean isHeld =
        holdings.of(holdings.winner().orElseThrow()).stream()
            .anyMatch(holding -> holding.id().equals(unit));
    if (!isHeld)
      throw election.wrong(
          "%s is no unit that the reported winner holds, and no other needs an audit."
              .formatted(unit));
    return unit;
  }

  private List<Entry> rounds(History history, Holdings holdings, When moment) {
    if (rounds == null) return AuditRounds.onRecord(history, moment.effective());
    try {
      RoundsFile read = RoundsFile.of(Files.readString(rounds, UTF_8), history, holdings);
      if (!read.problems().isEmpty()) throw election.wrong(String.join("\n", read.problems()));
      return read.rounds();
    } catch (IOException unreadable) {
      throw election.wrong(FileTrouble.of(rounds, unreadable));
    }
  }
}
