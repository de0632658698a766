package org.ascertain.law;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Fact.CountResult;
import org.ascertain.election.Fact.Office;
import org.ascertain.law.Verdict.Alternative;
import org.ascertain.law.Verdict.Alternatives;
import org.ascertain.law.Verdict.Determined;
import org.ascertain.law.Verdict.Grounds;
import org.ascertain.law.Verdict.NoRule;
import org.ascertain.law.Verdict.NotYet;

/**
 * Who is chosen for an office. Where Congress announced a count either way, or the law is
 * unsettled, the choice is made once in each way and the answers are held side by side.
 */
final class ElectionDecision {

  private final int election;
  private final College college;
  private final Voting voting;

  ElectionDecision(int election, College college) {
    this.election = election;
    this.college = college;
    this.voting = Voting.of(election);
  }

  /** One way of counting: whose electors are in it, and of what base a majority is asked. */
  private record Way(String why, List<Electors> electors, Base base, List<String> rules) {}

  private List<Way> ways() {
    Set<String> either = new TreeSet<>();
    for (Electors electors : college.electors())
      if (electors.result().filter(CountResult.EITHER_WAY::equals).isPresent())
        either.add(electors.jurisdiction());
    if (either.isEmpty()) return ways("", college.electors(), List.of());
    String names = String.join(", ", either);
    String rule =
        CountingRegimes.eitherWay(election)
            .<Rule<?>>map(act -> act)
            .orElseGet(() -> CountingRegimes.inForce(election).rule())
            .id();
    List<String> rules = List.of(rule);
    List<Way> ways = new ArrayList<>(ways("with the votes of " + names, college.electors(), rules));
    ways.addAll(
        ways(
            "without the votes of " + names,
            college.electors().stream()
                .filter(electors -> !either.contains(electors.jurisdiction()))
                .toList(),
            rules));
    return ways;
  }

  private List<Way> ways(String why, List<Electors> electors, List<String> rules) {
    List<Integer> bases = MajorityBase.bases(election, electors);
    List<String> all = joined(List.of(MajorityBase.rule(election).id()), rules);
    List<Way> ways = new ArrayList<>();
    for (int base : bases) {
      String of = bases.size() == 1 ? "" : "of a whole number of " + base + " electors";
      ways.add(new Way(together(why, of), electors, Base.of(base), all));
    }
    return ways;
  }

  Verdict<Base> base() {
    List<Alternative<Base>> bases =
        ways().stream()
            .map(way -> new Alternative<>(way.base(), way.why(), grounds(way.rules(), List.of())))
            .toList();
    return bases.size() == 1
        ? new Determined<>(bases.getFirst().value(), bases.getFirst().grounds())
        : new Alternatives<>(bases);
  }

  Verdict<Choice> choice(Office office) {
    if (voting instanceof DistinctVotes
        && college.electors().stream().anyMatch(ElectionDecision::votedForPairs))
      return new NoRule<>(
          "votes for two persons without distinction give no votes for an office",
          grounds(List.of(ElectorsVote.DISTINCT.id()), List.of()));
    List<Alternative<Choice>> chosen = new ArrayList<>();
    List<Outcome.Open> open = new ArrayList<>();
    for (Way way : ways())
      for (Outcome outcome : outcomes(office, way)) {
        Grounds grounds = grounds(joined(way.rules(), outcome.rules()), outcome.entries());
        switch (outcome) {
          case Outcome.Chosen of ->
              chosen.add(new Alternative<>(of.choice(), together(way.why(), of.why()), grounds));
          case Outcome.Open of -> {
            open.add(new Outcome.Open(of.missing(), of.by(), grounds.rules(), of.entries()));
            String why = together(way.why(), String.join(", ", Missing.words(of.missing())));
            of.by()
                .map(by -> new Alternative<>(new Choice(Choice.NOBODY, by), why, grounds))
                .ifPresent(chosen::add);
          }
        }
      }
    return verdict(chosen, open);
  }

  private static Verdict<Choice> verdict(
      List<Alternative<Choice>> chosen, List<Outcome.Open> open) {
    boolean nobody = chosen.stream().allMatch(of -> of.value().candidate().equals(Choice.NOBODY));
    boolean votesAwaited = open.stream().anyMatch(of -> of.by().isEmpty());
    if (nobody || votesAwaited)
      return new NotYet<>(
          open.stream().flatMap(of -> of.missing().stream()).distinct().toList(),
          grounds(
              open.stream().flatMap(of -> of.rules().stream()).toList(),
              open.stream().flatMap(of -> of.entries().stream()).toList()));
    return chosen.size() == 1
        ? new Determined<>(chosen.getFirst().value(), chosen.getFirst().grounds())
        : new Alternatives<>(chosen);
  }

  private List<Outcome> outcomes(Office office, Way way) {
    return voting.outcomes(office, canvass(office, way), way.base(), college.contingent());
  }

  /** Between whom a House of Congress has to choose, one list for each reading; else none. */
  List<List<String>> eligible(Office office) {
    Set<List<String>> readings = new LinkedHashSet<>();
    for (Way way : ways())
      voting
          .contingent(office, canvass(office, way), way.base(), college.contingent())
          .ifPresent(choice -> readings.addAll(choice.readings()));
    return List.copyOf(readings);
  }

  private Canvass canvass(Office office, Way way) {
    return Canvass.of(election, way.electors(), voting.canvassed(office));
  }

  private static boolean votedForPairs(Electors electors) {
    return electors
        .counted()
        .or(electors::cast)
        .filter(Ballots.Pairs.class::isInstance)
        .isPresent();
  }

  private static String together(String one, String other) {
    return one.isEmpty() || other.isEmpty() ? one + other : one + ": " + other;
  }

  private static Grounds grounds(List<String> rules, List<Long> entries) {
    return new Grounds(
        rules.stream().distinct().toList(), entries.stream().distinct().sorted().toList());
  }

  private static List<String> joined(List<String> one, List<String> other) {
    List<String> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }
}
