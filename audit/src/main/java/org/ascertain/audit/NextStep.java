package org.ascertain.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.audit.Evidence.State;
import org.ascertain.audit.Evidence.Weakest;

/**
 * What to do next by the rule of sampling that this program knows, <i>weakest</i>: of the set with
 * the least evidence, draw from the unit in which a card is expected to add most; where one of the
 * set is to be counted whole, count it first. The rule sees the evidence and what was reported, and
 * no card that is still to come: so whoever runs it cannot choose where to look by what he would
 * find there.
 */
public sealed interface NextStep {

  /** By which name a round says that it follows the rule: {@code weakest 20} draws 20 at a time. */
  String RULE = "weakest";

  /** The unit, by its id. */
  String unit();

  /** Cards are drawn from it. */
  record Draw(String unit) implements NextStep {}

  /** All its cards are counted by hand. */
  record Count(String unit) implements NextStep {}

  /** The next step; empty where no set is left or no card of the weakest can help. */
  static Optional<NextStep> of(List<Evidence> evidence, Weakest weakest) {
    Map<String, Evidence> all = new HashMap<>();
    for (Evidence each : evidence) all.put(each.holding().id(), each);
    List<Evidence> set =
        weakest.units().stream()
            .flatMap(of -> Optional.ofNullable(all.get(of.id())).stream())
            .toList();
    Optional<NextStep> toCount =
        set.stream()
            .filter(each -> each.state() == State.TO_COUNT)
            .findFirst()
            .map(each -> new Count(each.holding().id()));
    return toCount.or(() -> mostFrom(set).map(each -> new Draw(each.holding().id())));
  }

  /** Where a card is expected to add most; of several, the first. */
  private static Optional<Evidence> mostFrom(List<Evidence> set) {
    Optional<Evidence> best = Optional.empty();
    double most = 0;
    for (Evidence each : set) {
      double growth = growth(each);
      if (growth > most) {
        most = growth;
        best = Optional.of(each);
      }
    }
    return best;
  }

  /** How much a card of a unit is expected to add at the reported margin. */
  private static double growth(Evidence evidence) {
    boolean isOpen = evidence.state() == State.NONE || evidence.state() == State.DRAWN;
    return evidence
        .holding()
        .count()
        .filter(count -> isOpen && count.canBeSampled())
        .map(count -> UnitEvidence.expected((double) count.margin() / count.all()))
        .orElse(0.0);
  }

  /** How many cards at a time a rule says, if it is this one. */
  static OptionalLong cards(String rule) {
    return rule.matches(RULE + " [1-9][0-9]{0,5}")
        ? OptionalLong.of(Long.parseLong(rule.substring(RULE.length() + 1)))
        : OptionalLong.empty();
  }
}
