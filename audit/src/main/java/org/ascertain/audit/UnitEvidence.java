package org.ascertain.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ascertain.audit.Evidence.State;
import org.ascertain.audit.Holding.Count;
import org.jspecify.annotations.Nullable;

/**
 * One unit's martingale while rounds come in. It is the least over the losers: one of them at least
 * has as many votes as the winner if he has not won. All bets are fixed by what was reported before
 * the round.
 */
final class UnitEvidence {

  /** The rates of errors that the bets suppose: one and two votes too many. */
  private static final AuditMethod.Comparison SUPPOSED = new AuditMethod.Comparison(0.001, 0.0001);

  private final Holding holding;
  private Optional<Count> count;

  /** What is bet on each card compared, as soon as one is; of the count reported. */
  private OptionalDouble bet = OptionalDouble.empty();

  /** Of what an audit of the unit has published, before any card. */
  private double published;

  /** Against whoever has got nothing on any card. */
  private double logarithm;

  /** What each loser's votes on the cards take from that. */
  private final Map<String, Double> losses = new HashMap<>();

  private @Nullable DrawnOnce once;
  private long cards;
  private State state = State.NONE;

  UnitEvidence(Holding holding) {
    this.holding = holding;
    this.count = holding.count();
  }

  /** What a card is expected to add to the logarithm if all is as reported and supposed. */
  static double expected(double margin) {
    return Growth.ofComparison(margin, SUPPOSED.one(), SUPPOSED.two());
  }

  void add(AuditRound round) {
    switch (round) {
      case AuditRound.HandCount(String unit, boolean won) ->
          state = won && state != State.LOST ? State.CONFIRMED : State.LOST;
      case AuditRound.Published(String unit, double p) -> published = Math.log(Assumed.evidence(p));
      case AuditRound.Reported(String unit, Count now) -> reported(now);
      case AuditRound.Comparison comparison -> {
        if (canBeDrawnFrom()) compared(comparison, count.orElseThrow());
      }
      case AuditRound.Polling polling -> {
        if (canBeDrawnFrom()) polled(polling, count.orElseThrow());
      }
    }
  }

  private boolean canBeDrawnFrom() {
    return count.filter(Count::canBeSampled).isPresent()
        && (state == State.NONE || state == State.DRAWN);
  }

  private void reported(Count now) {
    if (count.equals(Optional.of(now))) return;
    count = Optional.of(now);
    bet = OptionalDouble.empty();
    once = null;
    logarithm = Math.min(0, least() - published);
    losses.clear();
  }

  private void compared(AuditRound.Comparison round, Count count) {
    double margin = (double) count.margin() / count.all();
    if (bet.isEmpty()) bet = OptionalDouble.of(Growth.bet(margin, SUPPOSED.one(), SUPPOSED.two()));
    double stake = bet.getAsDouble();
    double clean = 1 / (2 - margin);
    double[] values = {clean, clean / 2, 0, 1.5 * clean, 2 * clean};
    long[] found = {
      round.clean(), round.oneTooMany(), round.twoTooMany(), round.oneTooFew(), round.twoTooFew()
    };
    if (round.replacement())
      for (int k = 0; k < values.length; k++)
        logarithm += times(found[k], Math.log1p(stake * (values[k] - 0.5)));
    else {
      if (once == null) once = new DrawnOnce(count.all(), values, DrawnOnce.fixed(stake));
      logarithm += once.add(found);
    }
    drawn(round.cards());
  }

  /** With replacement as BRAVO, loser by loser; without, against all losers together. */
  private void polled(AuditRound.Polling round, Count count) {
    if (round.replacement()) {
      double share = (double) count.votes() / (count.votes() + count.votesOfSecond());
      logarithm += times(round.winner(), Math.log(2 * share));
      double loss = Math.log(2 * (1 - share));
      if (count.kind() == Count.Kind.FIRST_CHOICES)
        losses.merge("", times(round.cards() - round.winner(), loss), Double::sum);
      else round.losers().forEach((loser, n) -> losses.merge(loser, times(n, loss), Double::sum));
    } else {
      boolean byHalf = count.kind() == Count.Kind.FIRST_CHOICES;
      long others = byHalf ? count.votesOfSecond() : count.named() - count.votes();
      double share = 0.5 + (count.votes() - others) / (2.0 * count.all());
      if (once == null)
        once = new DrawnOnce(count.all(), new double[] {1, 0, 0.5}, DrawnOnce.towards(share));
      long losers = byHalf ? round.cards() - round.winner() : round.losers().sum();
      logarithm += once.add(round.winner(), losers, round.cards() - round.winner() - losers);
    }
    drawn(round.cards());
  }

  private void drawn(long more) {
    cards += more;
    state = Math.exp(least()) < Evidence.COUNT_BELOW ? State.TO_COUNT : State.DRAWN;
  }

  private double least() {
    return published
        + logarithm
        + losses.values().stream().mapToDouble(each -> each).min().orElse(0);
  }

  /** Nothing of what never came, even where one of it would be minus infinity. */
  private static double times(long n, double growth) {
    return n == 0 ? 0 : n * growth;
  }

  Evidence evidence() {
    double hedged =
        state == State.CONFIRMED
            ? Double.POSITIVE_INFINITY
            : Math.log((1 - Evidence.HEDGE) * Math.exp(least()) + Evidence.HEDGE);
    return new Evidence(holding, hedged, cards, state);
  }
}
