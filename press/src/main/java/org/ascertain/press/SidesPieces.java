package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Votes;

/**
 * Claims of how the states were divided: which changed sides, which tipped the scales, who carried
 * more, and how many persons had votes of electors.
 */
final class SidesPieces {

  static final List<Form> ALL =
      List.of(
          Form.of("tipping-point", Kind.UNIT)
              .hears(
                  "tipping[- ]point(?: state)?(?: was| is| came in| proved)?[:,]? {U:u}",
                  "{U:u} (?:was|is|became|proved|had been|would be) the (?:tipping[- ]point|state that tipped|one that tip)",
                  "{U:u} tipped the (?:scales?|balance)",
                  "(?:the )?(?:one|state) that tip(?:s|ped) (?:it|the (?:scales?|balance|election)) (?:is|was) {U:u}")
              .example(SUPPORTED, "2021-02-01", "- Tipping point: Wisconsin")
              .example(CONTRADICTED, "2021-02-01", "- Tipping point: Georgia")
              .judges(SidesPieces::tipping),
          Form.of("changed-sides", Kind.UNIT)
              .hears(
                  "{N:n} (?:states )?(?:that |which |to )?(?:had |have )?(?:changed? (?:sides|hands)|flip(?:ped)?|switch(?:ed)?(?: sides)?)",
                  "{C:c} (?:had |has )?(?:flipped|turned|won back|took back) {N:n}(?: states)?")
              .example(SUPPORTED, "2025-02-01", "In all it was six states that changed sides.")
              .example(CONTRADICTED, "2025-02-01", "In all it was eight states that changed sides.")
              .judges(SidesPieces::changed),
          Form.of("more-states", Kind.UNIT)
              .hears(
                  "{C:c} (?:had |has )?(?:carried|won|took|taken) (?<more>more|fewer) (?:of the )?states",
                  "{C:c} (?:had |has )?(?:carried|won|took|taken) more states,? {X:s}")
              .example(SUPPORTED, "1961-02-01", "It is true that Nixon carried more states.")
              .example(CONTRADICTED, "1961-02-01", "It is true that Kennedy carried more states.")
              .judges(SidesPieces::more),
          Form.of("persons-with-votes", Kind.SCORE)
              .hears(
                  "{N:n} (?:different )?(?:persons|people|men|candidates|names)(?: in all)? (?:had |have )?(?:received|got|won|had|drew|shared|gained) (?:electoral votes|votes for president|votes of electors|votes from electors)")
              .example(SUPPORTED, "2017-02-01", "Seven persons received electoral votes that day.")
              .example(CONTRADICTED, "2017-02-01", "Six persons received electoral votes that day.")
              .judges(SidesPieces::persons),
          Form.of("first-time", Kind.UNIT)
              .hears(
                  "{U:u} (?:had |has )?(?:never|not) (?:before )?(?:voted|taken part|cast|chosen electors|helped choose).{0,25}?(?:before|until)",
                  "{U:u} (?:voted|took part|chose|cast its votes|helped).{0,30}?for the first time",
                  "first (?:presidential )?(?:election|vote|contest) (?:of|for|in) {U:u}")
              .withDenial()
              .example(SUPPORTED, "1961-02-01", "Hawaii had never voted for President before.")
              .example(CONTRADICTED, "1965-02-01", "Hawaii had never voted for President before.")
              .judges(SidesPieces::firstTime));

  private static Judged tipping(Slots s, Evidence e) {
    Evidence of = e.haveVoted() ? e : e.whole();
    Optional<String> chosen = of.chosen();
    if (chosen.isEmpty()) return Judged.NO_CLAIM;
    Map<String, Double> leads = new HashMap<>();
    for (String unit : of.jurisdictions()) {
      if (UnitForms.winner(of, unit).filter(chosen.get()::equals).isEmpty()) continue;
      Optional<Votes> votes = of.votes(unit);
      if (votes.isEmpty() || votes.get().size() < 2)
        return Judged.beyond("The record has not all votes of %s.".formatted(Evidence.place(unit)));
      List<Long> order = Ranking.of(votes.get());
      double all = of.total(unit).orElse(order.stream().mapToLong(Long::longValue).sum());
      leads.put(unit, (order.get(0) - order.get(1)) / all);
    }
    List<String> order = new ArrayList<>(leads.keySet());
    order.sort(Comparator.comparing((String unit) -> leads.getOrDefault(unit, 0.0)).reversed());
    long sum = 0;
    for (String unit : order) {
      sum += of.electors(unit);
      if (sum >= ElectorResult.majority(of))
        return Judged.held(
            unit.equals(s.unit("u")),
            "By the leads in percent it was %s that brought %s the majority."
                .formatted(Evidence.place(unit), e.name(chosen.get())),
            List.of());
    }
    return Judged.NO_CLAIM;
  }

  private static Judged changed(Slots s, Evidence e) {
    long said = s.number("n").whole();
    if (said < 1
        || said > 50
        || s.hears("count(?:y|ies)|⟦h|seats|elector|district")
        || !s.context().contains("state")) return Judged.NO_CLAIM;
    Optional<Evidence> before = e.of(e.year() - 4);
    if (before.isEmpty()) return Judged.NO_CLAIM;
    Optional<String> who = s.has("c") ? s.in((Mention.Person) s.mention("c")) : Optional.empty();
    if (s.has("c") && who.isEmpty()) return Judged.NO_CLAIM;
    List<String> all = new ArrayList<>();
    for (String unit : e.jurisdictions()) {
      Optional<String> now = UnitForms.winner(e, unit).or(() -> UnitForms.winner(e.whole(), unit));
      Optional<String> then = UnitForms.winner(before.get(), unit);
      if (now.isEmpty() || then.isEmpty())
        return Judged.beyond(
            "Who carried %s is not on record for both.".formatted(Evidence.place(unit)));
      if (who.isPresent() && !now.equals(who)) continue;
      if (!e.party(now.get()).equals(before.get().party(then.get()))) all.add(unit);
    }
    return Judged.held(
        said == all.size(),
        "Changed sides: %d (%s)."
            .formatted(all.size(), String.join(", ", all.stream().map(Evidence::place).toList())),
        List.of());
  }

  private static Judged more(Slots s, Evidence e) {
    if (!e.haveVoted()) return ElectorResult.notYet();
    Optional<String> who = s.in((Mention.Person) s.mention("c"));
    if (who.isEmpty() || !e.isPresidential(who.get())) return Judged.NO_CLAIM;
    Map<String, Integer> states = new HashMap<>();
    boolean isMoot = false;
    for (String unit : e.jurisdictions()) {
      isMoot |= UnitForms.isMoot(e, unit);
      Optional<String> winner = UnitForms.winner(e, unit);
      if (winner.isEmpty())
        return Judged.beyond("The record does not tell who carried every state.");
      if (Evidence.isState(unit)) states.merge(winner.get(), 1, Integer::sum);
    }
    int own = states.getOrDefault(who.get(), 0);
    int most =
        states.entrySet().stream()
            .filter(each -> !each.getKey().equals(who.get()))
            .mapToInt(Map.Entry::getValue)
            .max()
            .orElse(0);
    Optional<Mention.Score> score = s.one(Mention.Score.class);
    boolean fits = score.isEmpty() || (score.get().one() == own && score.get().other() == most);
    if (!fits && isMoot) return Judged.NO_CLAIM;
    boolean fewer = s.words("more").equalsIgnoreCase("fewer");
    return Judged.held(
        fits && (fewer ? own < most : own > most),
        "%s carried %d states, the other %d.".formatted(e.name(who.get()), own, most),
        List.of());
  }

  private static Judged persons(Slots s, Evidence e) {
    Optional<ElectorResult> result = ElectorResult.of(e);
    if (result.isEmpty()) return ElectorResult.notYet();
    int all = result.get().votes().size();
    return Judged.held(
        s.number("n").whole() == all,
        "%s had votes for President. %s"
            .formatted(Wording.counted(all, "person", "persons"), result.get().told(e)),
        result.get().by());
  }

  private static Judged firstTime(Slots s, Evidence e) {
    if (s.hears("⟦k|⟦h|senat|governor|democrat|republican|since|⟦c|blue|woman|candidate"))
      return Judged.NO_CLAIM;
    String unit = s.unit("u");
    if (unit.indexOf('-') > 0 || !e.takesPart(unit)) return Judged.NO_CLAIM;
    Optional<Boolean> before = e.of(e.year() - 4).map(b -> b.takesPart(unit));
    return before.isEmpty()
        ? Judged.NO_CLAIM
        : Judged.held(
            !before.get(),
            "%s %s electors four years before."
                .formatted(Evidence.place(unit), before.get() ? "had" : "had no"),
            List.of());
  }

  private SidesPieces() {}
}
