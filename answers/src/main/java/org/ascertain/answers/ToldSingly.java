package org.ascertain.answers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Unit;
import org.ascertain.law.Choice;
import org.ascertain.law.Verdict;
import org.ascertain.standing.Tabulation;

/** The words for what a story tells by itself: challenges from beginning to end, calls in pairs. */
final class ToldSingly {

  private final Names names;
  private final StoryPlan outline;

  ToldSingly(Names names, StoryPlan outline) {
    this.names = names;
    this.outline = outline;
  }

  /** A fact in a clause, with more of a challenge where the story tells of all. */
  String of(Fact fact) {
    if (fact instanceof Fact.Challenge f && StoryPlan.isProceeding(f))
      return begins(f) + (outline.isBrief() ? ", " + f.venue() : "");
    if (fact instanceof Fact.Ruling f && f.closing() && outline.isProceeding(f)) return ends(f);
    if (!outline.isBrief()) return FactText.briefly(fact, names);
    return switch (fact) {
      case Fact.Ruling f -> outline.challenge(f.challenge()) + ": " + f.outcome();
      case Fact.Challenge f -> FactText.kind(f.kind()) + ": " + f.name() + ", " + f.venue();
      case Fact f -> FactText.briefly(f, names); // worded there, kind by kind
    };
  }

  /** "A recount begins in Wisconsin (C066): ...". */
  private static String begins(Fact.Challenge challenge) {
    boolean recount = challenge.kind() == Fact.ChallengeKind.RECOUNT;
    return (recount ? "a recount begins" : "an election contest is filed")
        + in(challenge)
        + " (%s): %s".formatted(challenge.id(), challenge.name());
  }

  private String ends(Fact.Ruling ruling) {
    return outline
        .find(ruling)
        .map(
            challenge ->
                "the %s%s ends (%s): %s"
                    .formatted(
                        FactText.kind(challenge.kind()),
                        in(challenge),
                        challenge.id(),
                        ruling.outcome()))
        .orElseGet(ruling::outcome);
  }

  private static String in(Fact.Challenge challenge) {
    return challenge.units().isEmpty()
        ? ""
        : " in " + String.join(", ", challenge.units().stream().map(Names::place).toList());
  }

  /** A caller's call of a state and of the presidency for one candidate, or both withdrawn. */
  Optional<String> ofBoth(Fact ofState, Fact ofNation) {
    if (ofState instanceof Fact.Call state
        && ofNation instanceof Fact.Call nation
        && nation.unit().equals(Unit.NATION)
        && state.caller().equals(nation.caller())
        && state.candidate().equals(nation.candidate()))
      return Optional.of(FactText.withThePresidency(state, names));
    if (ofState instanceof Fact.CallWithdrawn state
        && ofNation instanceof Fact.CallWithdrawn nation
        && nation.unit().equals(Unit.NATION)
        && state.caller().equals(nation.caller())
        && state.candidate().equals(nation.candidate()))
      return Optional.of(FactText.withThePresidency(state, names));
    return Optional.empty();
  }

  /** What a House of Congress has to choose, where the electors have not. */
  Optional<String> undecided(Tabulation now) {
    Map<String, List<String>> missing = new LinkedHashMap<>();
    for (Office office : Office.values())
      if (now.chosen(office) instanceof Verdict.NotYet<Choice>(var what, var grounds))
        missing
            .computeIfAbsent(
                what.stream().map(of -> of.words(names::of)).collect(Collectors.joining("; ")),
                w -> new ArrayList<>())
            .add(office == Office.PRESIDENT ? "no President" : "no Vice President");
    if (missing.isEmpty()) return Optional.empty();
    List<String> parts = new ArrayList<>();
    missing.forEach(
        (what, offices) -> parts.add(String.join(" and ", offices) + "; missing is " + what));
    return Optional.of("The electors have chosen " + String.join("; and ", parts));
  }
}
