package org.ascertain.answers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Fact;
import org.ascertain.election.When;
import org.ascertain.standing.Rung;
import org.ascertain.standing.TurningPoint.Majority;

/**
 * Those who pass or fall below a majority by one fact, and the rungs that it only implies.
 *
 * @param span between what bounds they pass it, where no more is known of the time
 */
record MajorityCrossing(
    Rung rung, boolean begins, List<String> candidates, List<Rung> also, Optional<When> span) {

  /** "Electors have voted: Jefferson and Burr pass the majority, ". */
  String words(Fact fact, Names names) {
    boolean one = candidates.size() == 1;
    return "%s%s: %s %s the majority%s%s, "
        .formatted(
            heading(rung),
            rung.isImpliedBy(fact) ? " at the latest now" : "",
            String.join(" and ", candidates.stream().map(names::of).toList()),
            begins ? (one ? "passes" : "pass") : (one ? "falls below" : "fall below"),
            span.map(when -> " " + TimeText.full(when, false)).orElse(""),
            rung == Rung.REPORTED ? " by the votes counted so far" : "");
  }

  String implied() {
    return also.isEmpty()
        ? ""
        : "; at the latest now also "
            + String.join(" and ", also.stream().map(Rung::word).toList());
  }

  /**
   * Crossings by a fact of their own rung, each with those that the fact only implies; else all of
   * them. Who crosses alike is told together.
   */
  static List<MajorityCrossing> of(List<Majority> crossed) {
    Map<Majority, List<Rung>> told = new LinkedHashMap<>();
    for (Majority each : crossed.reversed()) {
      Optional<Majority> own =
          told.keySet().stream()
              .filter(other -> other.candidate().equals(each.candidate()))
              .findFirst();
      if (own.isPresent() && each.implied())
        told.getOrDefault(own.get(), new ArrayList<>()).addFirst(each.rung());
      else told.put(each, new ArrayList<>());
    }
    List<MajorityCrossing> passings = new ArrayList<>();
    told.forEach(
        (each, also) -> {
          Optional<MajorityCrossing> alike =
              passings.stream()
                  .filter(p -> p.rung() == each.rung() && p.begins() == each.begins())
                  .filter(p -> p.also().equals(also) && p.span().equals(span(each)))
                  .findFirst();
          if (alike.isPresent()) alike.get().candidates().addFirst(each.candidate());
          else
            passings.add(
                new MajorityCrossing(
                    each.rung(),
                    each.begins(),
                    new ArrayList<>(List.of(each.candidate())),
                    also,
                    span(each)));
        });
    return passings;
  }

  private static Optional<When> span(Majority of) {
    return Optional.of(of.edge().given()).filter(When.Between.class::isInstance);
  }

  private static String heading(Rung rung) {
    return switch (rung) {
      case REPORTED -> "Reported";
      case CALLED -> "Called";
      case CERTIFIED -> "Certified";
      case ASCERTAINED -> "Ascertained";
      case VOTED -> "Electors have voted";
      case COUNTED -> "Counted by Congress";
      case DECLARED -> "Declared";
      case IN_OFFICE -> "In office";
    };
  }
}
