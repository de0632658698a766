package org.ascertain.law;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of several rules on one question governs an election: an exception displaces its general
 * rule, and of what remains the higher kind of law the lower. Two of equal rank are an error in the
 * rules, never a race.
 */
final class Precedence {

  static <F> Optional<Rule<F>> governing(List<Rule<F>> rules, int election) {
    List<Rule<F>> inForce = rules.stream().filter(rule -> rule.holdsFor(election)).toList();
    Set<String> displaced =
        inForce.stream().flatMap(rule -> rule.exceptionTo().stream()).collect(Collectors.toSet());
    List<Rule<F>> standing =
        inForce.stream()
            .filter(rule -> !displaced.contains(rule.id()))
            .sorted(Comparator.comparing(Rule::rank))
            .toList();
    if (standing.size() > 1 && standing.get(0).rank() == standing.get(1).rank())
      throw new IllegalStateException(
          "two rules of equal rank for "
              + election
              + ": "
              + standing.get(0).id()
              + ", "
              + standing.get(1).id());
    return standing.stream().findFirst();
  }

  private Precedence() {}
}
