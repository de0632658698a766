package org.ascertain.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ascertain.answers.AuditPlanText;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.PathsText;
import org.ascertain.audit.AuditMethod;
import org.ascertain.audit.AuditPlan;
import org.ascertain.audit.Holdings;
import org.ascertain.election.When;
import org.ascertain.exchange.ElectionAt;
import org.ascertain.standing.History;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How few cards could be expected to confirm a national majority. */
@Command(
    name = "plan",
    description =
        "Says how few cards could be expected to confirm a majority, and where. A what-if.",
    footer = {"", "For example: audit plan 2020 --counted GA"},
    mixinStandardHelpOptions = true)
final class AuditPlanCommand implements Callable<Integer> {

  @Mixin private ElectionArgument election;

  @Option(
      names = "--alpha",
      paramLabel = "A",
      defaultValue = "0.05",
      description = "The risk of confirming a majority that is wrong: above 0, at most 0.5 (0.05).")
  private double alpha;

  @Option(
      names = "--method",
      paramLabel = "M",
      defaultValue = "comparison",
      description = "comparison of cards with their records, or polling.")
  private String method = "";

  @Option(
      names = "--errors",
      paramLabel = "ONE,TWO",
      split = ",",
      defaultValue = "0.001,0.0001",
      description =
          "Shares of cards supposed to have one and two votes too many for the winner"
              + " (0.001,0.0001).")
  private List<String> errors = List.of();

  @Option(
      names = "--unaudited",
      paramLabel = "U",
      split = ",",
      description = "Units that cannot be audited.")
  private List<String> unaudited = List.of();

  @Option(
      names = "--counted",
      paramLabel = "U",
      split = ",",
      description = "Units taken as counted whole by hand, with the reported winner.")
  private List<String> counted = List.of();

  @Mixin private FormOption form;

  @Override
  public Integer call() {
    History history = election.open();
    election.require(PathsText.refusal(history.law()));
    if (!(alpha > 0 && alpha <= 0.5))
      throw election.wrong("--alpha takes a risk above 0 and at most 0.5.");
    When moment = election.at().orElseGet(() -> ElectionAt.last(history));
    Holdings holdings = AuditPlanText.holdings(history, moment);
    election.require(AuditPlan.refusal(holdings));
    AuditPlanText text =
        new AuditPlanText(
            history,
            election.caveat(history),
            holdings,
            method(),
            alpha,
            units(history, unaudited),
            units(history, counted));
    form.give(text);
    return text.canConfirm() ? ExitCode.DONE : ExitCode.NO;
  }

  private AuditMethod method() {
    if (method.equals("polling")) return new AuditMethod.Polling();
    if (!method.equals("comparison")) throw election.wrong("--method takes comparison or polling.");
    boolean areShares =
        errors.size() == 2 && errors.stream().allMatch(share -> share.matches("0?\\.[0-9]{1,9}|0"));
    double one = areShares ? Double.parseDouble(errors.getFirst()) : 1;
    double two = areShares ? Double.parseDouble(errors.getLast()) : 1;
    if (one + two >= 0.5)
      throw election.wrong("--errors takes two shares, together less than half: 0.001,0.0001.");
    return new AuditMethod.Comparison(one, two);
  }

  private Set<String> units(History history, List<String> written) {
    Set<String> units = new LinkedHashSet<>();
    for (String each : written) units.add(election.unit(history, each));
    return units;
  }
}
