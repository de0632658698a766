package org.ascertain.desk;

import static org.ascertain.desk.IntakeCheck.*;
import static org.ascertain.desk.Threshold.*;

import java.util.List;
import java.util.OptionalLong;
import org.ascertain.election.Fact.BallotCounts;
import org.ascertain.election.Fact.Returns;

/** The figures of one row of returns among themselves, and whether the unit is done. */
final class FigureChecks {

  static void of(Returns now, Reported is, Context context, Findings found) {
    parts(now, found);
    most(now, is, context, found);
    complete(is, found);
  }

  private static void parts(Returns now, Findings found) {
    if (now.total().isEmpty()) return;
    long total = now.total().getAsLong();
    long named = now.votes().sum();
    long sum = named + now.other().orElse(0);
    if (sum > total)
      found.add(PARTS_ABOVE_TOTAL, "total", Figure.of("sum", sum), Figure.of("total", total));
    else if (now.other().isEmpty() && named < total)
      found.add(
          PARTS_BELOW_TOTAL,
          "other",
          Figure.of("remainder", total - named),
          Figure.of("total", total));
  }

  private static void most(Returns now, Reported is, Context context, Findings found) {
    OptionalLong ballots = now.ballots().map(BallotCounts::cast).orElse(OptionalLong.empty());
    if (is.expected().isPresent() && is.expectedByOfficial())
      above(is, is.expected(), "are expected by officials", found);
    above(is, ballots, "ballots were cast", found);
    above(is, now.registered(), "are registered", found);
    if (!is.expectedByOfficial() && is.counted() > is.expected().orElse(Long.MAX_VALUE))
      found.add(
          ABOVE_ESTIMATE,
          "expected",
          Figure.of("total", is.counted()),
          Figure.of("expected", is.expected().getAsLong()));
    OptionalLong people = context.thresholds().population(now.unit());
    if (is.counted() > people.orElse(Long.MAX_VALUE))
      found.add(
          ABOVE_POPULATION,
          "total",
          Figure.of("total", is.counted()),
          Figure.of("population", people.getAsLong()));
  }

  private static void above(Reported is, OptionalLong most, String what, Findings found) {
    if (is.counted() <= most.orElse(Long.MAX_VALUE)) return;
    found.add(
        ABOVE_OFFICIAL,
        "total",
        Figure.of("total", is.counted()),
        Figure.of("official", most.getAsLong()),
        Figure.text("of", what),
        Figure.text("share", is.counted() + "/" + most.getAsLong()));
  }

  private static void complete(Reported is, Findings found) {
    if (!is.complete() || !is.expectedByOfficial() || is.expected().isEmpty()) return;
    long expected = is.expected().getAsLong();
    if (expected > 0 && found.isShare(expected - is.counted(), expected, COMPLETE_SHARE))
      found.add(
          COMPLETE_TOO_SOON,
          "complete",
          List.of(COMPLETE_SHARE),
          Figure.of("total", is.counted()),
          Figure.of("expected", expected));
  }

  private FigureChecks() {}
}
