package org.ascertain.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.PathsText;
import org.ascertain.answers.Suppositions;
import org.ascertain.answers.WhatIfText;
import org.ascertain.audit.Supposition;
import org.ascertain.audit.Unreadable;
import org.ascertain.audit.WhatIf;
import org.ascertain.election.When;
import org.ascertain.exchange.ElectionAt;
import org.ascertain.standing.History;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the electors would be with something otherwise. */
@Command(
    name = "what-if",
    description =
        "Says what the electors would be with one rule or result otherwise. Nothing of it is ever"
            + " stored.",
    footer = {
      "",
      "For example: what-if 2000 --allotment 2004; what-if 2016 --award proportional; what-if 2020"
          + " --flip GA=trump"
    },
    mixinStandardHelpOptions = true)
final class WhatIfCommand implements Callable<Integer> {

  @Mixin private ElectionArgument election;
  @Mixin private AtOption at;

  @Option(
      names = "--allotment",
      paramLabel = "YEAR",
      description = "With as many electors for each as in that year.")
  private @Nullable String allotment;

  @Option(names = "--house", paramLabel = "N", description = "With a House of N seats.")
  private @Nullable String house;

  @Option(
      names = "--apportion",
      paramLabel = "METHOD",
      description =
          "With seats by another method: jefferson, webster, dean, huntington-hill, hamilton.")
  private @Nullable String apportion;

  @Option(
      names = "--award",
      paramLabel = "HOW",
      description = "With electors awarded statewide, district, proportional or popular.")
  private @Nullable String award;

  @Option(
      names = "--flip",
      paramLabel = "UNIT=CANDIDATE",
      description = "With a unit for somebody else; may be repeated.")
  private List<String> flips = new ArrayList<>();

  @Option(
      names = "--faithless",
      paramLabel = "UNIT:N=CANDIDATE",
      description = "With N electors of a unit voting for somebody else; may be repeated.")
  private List<String> faithless = new ArrayList<>();

  @Mixin private FormOption form;

  @Override
  public Integer call() {
    History history = election.open();
    election.require(PathsText.refusal(history.law()));
    List<Supposition> suppositions = suppositions(history);
    if (suppositions.isEmpty() && history.law().election() == history.header().year())
      throw election.wrong(
          "Say what is to be otherwise: --law, --allotment, --house, --apportion, --award, --flip"
              + " or --faithless.");
    When moment = at.asked().or(election::at).orElseGet(() -> ElectionAt.last(history));
    try {
      form.give(new WhatIfText(history, moment, election.caveat(history), suppositions));
    } catch (WhatIf.Refused refused) {
      throw election.wrong(refused.why());
    }
    return ExitCode.DONE;
  }

  private List<Supposition> suppositions(History history) {
    try {
      return new Suppositions(
              Optional.ofNullable(allotment),
              Optional.ofNullable(house),
              Optional.ofNullable(apportion),
              Optional.ofNullable(award),
              flips,
              faithless)
          .in(history);
    } catch (Unreadable odd) {
      throw election.wrong(odd.why());
    }
  }
}
