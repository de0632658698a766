package org.ascertain.press;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;

/**
 * Places that a score names: "reached 184 with Virginia". It is no score of his if their electors
 * are another's, though the number is right.
 */
final class WithPlaces {

  /** What makes a place part of a score. */
  private static final String WITH =
      "\\b(?:with(?! (?:all|only|just) but)|by way of|thanks to|including|counting|by winning|by carrying|by taking) (?:the (?:votes|electors) of |the )?(?:⟦[a-z][0-9]+⟧(?:'s)?(?: and |, )?)*⟦u[0-9]+⟧";

  private static final String LEADS = "^[ ,]*(?:and )?" + WITH + "[^⟦]*$";

  /**
   * What it says against a score of somebody that a place beside it is not his, or that he did not
   * come to it with that place; empty where nothing does.
   */
  static Optional<Judged> against(Slots s, Evidence e, String who, long said) {
    boolean isWith = s.hears(WITH);
    List<String> places =
        s.here(Mention.Place.class).stream().map(Mention.Place::unit).distinct().toList();
    if (places.isEmpty()) {
      Optional<Piece> before = s.piece().before().stream().findFirst();
      if (before.isEmpty() || !Sought.has(before.get().heard().words(), LEADS))
        return Optional.empty();
      places =
          before.get().mentions().stream()
              .filter(each -> each.mention() instanceof Mention.Place)
              .map(each -> ((Mention.Place) s.look(each)).unit())
              .toList();
      isWith = true;
    }
    for (String place : places) {
      Optional<Entry> cast = e.electorVotes(place);
      if (cast.isEmpty()) continue;
      Votes votes = votes(e, cast.get());
      if (votes.count(who).orElse(0) > 0) continue;
      return Optional.of(
          isWith
              ? Judged.contradicted(
                  "%s's electors: %s.".formatted(Evidence.place(place), e.figures(votes)),
                  List.of(cast.get()))
              : Judged.NO_CLAIM);
    }
    if (!isWith) return Optional.empty();
    List<String> all = places;
    boolean isStep =
        ScorePieces.steps(e).stream()
            .filter(step -> all.contains(step.place()))
            .anyMatch(step -> step.tally().getOrDefault(who, 0L) == said);
    return isStep || isStepOfCalls(e, places, who, said)
        ? Optional.empty()
        : Optional.of(Judged.NO_CLAIM);
  }

  /** Whether the calls of one caller came to a number with that of a place. */
  private static boolean isStepOfCalls(Evidence e, List<String> places, String who, long said) {
    Map<String, Long> sums = new HashMap<>();
    Map<String, Set<Long>> steps = new HashMap<>();
    for (Entry call : e.all(Fact.Call.class, f -> f.candidate().equals(who))) {
      Fact.Call fact = (Fact.Call) call.fact();
      if (fact.unit().equals(Unit.NATION)) continue;
      long sum =
          sums.merge(fact.caller(), (long) ScorePieces.electorsOf(e, fact.unit()), Long::sum);
      if (places.contains(Unit.jurisdictionOf(fact.unit())))
        steps.computeIfAbsent(fact.caller(), none -> new HashSet<>()).add(sum);
    }
    return steps.entrySet().stream()
        .anyMatch(
            of ->
                of.getValue().contains(said)
                    && e.isComplete(Fact.Matter.CALLS, Optional.of(of.getKey()), "PA"));
  }

  /** As Congress counted them, where it counted those of several slates. */
  private static Votes votes(Evidence e, Entry cast) {
    Fact.ElectorVotes fact = (Fact.ElectorVotes) cast.fact();
    return e.last(
            Fact.Counted.class,
            f -> f.jurisdiction().equals(fact.jurisdiction()) && f.ballots().isPresent())
        .map(each -> ((Fact.Counted) each.fact()).ballots().orElseThrow())
        .orElse(fact.ballots())
        .of(Office.PRESIDENT);
  }

  private WithPlaces() {}
}
