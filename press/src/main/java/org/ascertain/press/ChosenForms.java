package org.ascertain.press;

import static org.ascertain.press.Verdict.BEYOND;
import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.List;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;

/** Claims of who was chosen, with whom, and how many states were carried. */
final class ChosenForms {

  static final List<Form> ALL =
      List.of(
          Form.of("winner", Kind.SCORE)
              .reads(
                  "{C:w} (?:has )?{defeated} (?:the )?(?:Democrat |Republican )?{C:l}(?! (?:by|in) )(?! ⟦[NSXU])",
                  "{C:l} (?:lost|conceded defeat) to {C:w}(?! (?:by|in) )(?! ⟦[NSXU])",
                  "{C:w} (?:has )?(?:won|captured|secured) (?:the )?(?:presidency|White House|(?:presidential )?election|presidential race|electoral vote|Electoral College|electoral college)(?! (?:by|in) )(?! ⟦[NSXU])",
                  "{C:w} (?:was|has been|had been) (?:re-?)?elected (?:the )?(?:next )?(?:(?:[0-9]+th|new) )?(?:as )?president",
                  "{C:w}'s (?:election )?(?:victory|win|triumph) over {C:l}(?! (?:by|in) )",
                  "{college} (?:voted|voted for|elected|chose|confirmed|affirmed|sealed|cemented|made) {C:w}(?:'s victory| as| to be)?(?: the| his)? ?(?:(?:next )?president|victory|win)?")
              .example(SUPPORTED, "2020-12-15", "Biden defeated Trump.")
              .example(CONTRADICTED, "2020-12-15", "Trump won the election.")
              .example(BEYOND, "2020-11-04", "Biden has won the election.")
              .judges(ChosenForms::winner),
          Form.of("states-carried", Kind.UNIT)
              .reads(
                  "{C:c} {won} {N:n} (?:of (?:the )?(?:50|48|fifty) )?states(?: (?:and|plus) {U:dc})?")
              .example(SUPPORTED, "2020-12-15", "Biden won 25 states and the District of Columbia.")
              .example(CONTRADICTED, "2020-12-15", "Biden won 27 states.")
              .judges(ChosenForms::states),
          Form.of("ticket", Kind.OFFICE)
              .reads(
                  "{C:p} and (?:his |her )(?:vice[- ]presidential )?running mate,? {C:v}",
                  "{C:p}'s running mate,? (?:was )?{C:v}")
              .example(SUPPORTED, "2020-12-15", "Trump and his running mate, Mike Pence, lost.")
              .example(CONTRADICTED, "2020-12-15", "Trump and his running mate, Tim Kaine, lost.")
              .judges(
                  (s, e) ->
                      e.isPresidential(s.candidate("p"))
                          ? Judged.held(
                              e.mate(s.candidate("p")).filter(s.candidate("v")::equals).isPresent(),
                              "The record has "
                                  + e.name(s.candidate("p"))
                                  + " with "
                                  + e.mate(s.candidate("p")).map(e::name).orElse("nobody")
                                  + " for Vice President.",
                              e.all(Fact.Header.class, f -> true))
                          : Judged.NO_CLAIM));

  private static Judged winner(Slots s, Evidence e) {
    String winner = s.candidate("w");
    if (!e.isPresidential(winner) && ElectorResult.of(e).isEmpty()) return Judged.NO_CLAIM;
    Optional<String> chosen = e.chosen();
    if (chosen.isEmpty()) {
      List<Entry> calls =
          e.all(Fact.Call.class, f -> f.unit().equals("US") && f.candidate().equals(winner));
      return calls.isEmpty()
          ? Judged.beyond("Nobody was chosen, as far as the record had gone by then.")
          : new Judged(
              Verdict.IMPRECISE,
              "%s had called the presidency for %s; the electors had not voted."
                  .formatted(((Fact.Call) calls.getFirst().fact()).caller(), e.name(winner)),
              calls.stream().map(Entry::index).toList(),
              Optional.empty(),
              false);
    }
    Optional<ElectorResult> result = ElectorResult.of(e);
    String figures = result.map(r -> " " + r.told(e)).orElse("");
    boolean loserLost =
        !s.has("l")
            || (!s.candidate("l").equals(winner)
                && e.mate(chosen.get()).filter(s.candidate("l")::equals).isEmpty());
    return Judged.held(
        chosen.get().equals(winner) && loserLost,
        e.name(chosen.get()) + " was chosen." + figures,
        result.map(ElectorResult::by).orElse(List.of()));
  }

  private static Judged states(Slots s, Evidence e) {
    if (!e.haveVoted()) return ElectorResult.notYet();
    String candidate = s.candidate("c");
    int all = 0;
    boolean districtOfColumbia = false;
    boolean isSplit = false;
    int moot = 0;
    for (String each : e.jurisdictions()) {
      Optional<String> winner = UnitForms.winner(e, each);
      boolean has = winner.filter(candidate::equals).isPresent();
      if (!Evidence.isState(each)) districtOfColumbia = has;
      else if (has) all++;
      if (has && UnitForms.isMoot(e, each)) moot++;
      isSplit |= winner.isEmpty();
    }
    if (isSplit) return Judged.beyond("The record does not tell who carried every state.");
    boolean dc = !s.has("dc") || districtOfColumbia;
    Quantity.Fit fit = s.number("n").fits(all);
    String why =
        "%s carried %d states%s."
            .formatted(
                e.name(candidate), all, districtOfColumbia ? " and the District of Columbia" : "");
    if (fit != Quantity.Fit.RIGHT
        && districtOfColumbia
        && !s.has("dc")
        && s.number("n").fits(all + 1L) == Quantity.Fit.RIGHT)
      return Judged.imprecise(why, List.of());
    // "22 states" of Kennedy, without the one whose electors mostly voted for Byrd
    if (fit != Quantity.Fit.RIGHT && s.number("n").fits(all - moot) == Quantity.Fit.RIGHT)
      return Judged.imprecise(
          why + " Of " + moot + " of them most electors voted for another.", List.of());
    return Judged.held(fit == Quantity.Fit.RIGHT && dc, why, List.of());
  }

  private ChosenForms() {}
}
