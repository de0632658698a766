package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.standing.KnownOrder;

/** Claims about the electors of one state or district, and about who carried it. */
final class UnitForms {

  static final List<Form> ALL =
      List.of(
          Form.of("electors-of-a-unit", Kind.UNIT)
              .reads(
                  "{U:u}'s {N:n} (?:{electors}|votes)(?! (?:for|to|went|voted|cast|more|in) (?:⟦C|for|to)?)",
                  "{U:u},? with (?:its )?{N:n}(?: votes)?(?=[,.;])",
                  "{U:u},? (?:which has|which had|has|had|with|and its|casts|cast|holds|held|has a total of|appoints|worth|offers|offered) (?:its |a total of |a prize of |all )?{N:n} {electors}(?! (?:for|to) ⟦C)",
                  "{N:n} {electors} (?:in|from|of|at stake in) {U:u}(?! (?:went|to|for))",
                  "{U:u} \\({N:n}(?: {electors})?\\)")
              .example(SUPPORTED, "2020-12-15", "California's 55 electoral votes were cast.")
              .example(CONTRADICTED, "2020-12-15", "Hawaii, which has 5 electoral votes, was last.")
              .judges(
                  (s, e) -> {
                    int electors = e.electors(s.unit("u"));
                    if (electors == 0)
                      return Judged.contradicted(
                          Evidence.place(s.unit("u")) + " took no part in that election.",
                          List.of());
                    return s.number("n").whole() > 60
                        ? Judged.NO_CLAIM
                        : Judged.held(
                            s.number("n").fits(electors) == Quantity.Fit.RIGHT,
                            "By law %s had %d electors in %d."
                                .formatted(Evidence.place(s.unit("u")), electors, e.year()),
                            List.of());
                  }),
          Form.of("electors-of-a-unit-for", Kind.UNIT)
              .reads(
                  "{U:u}(?:'s)?,? (?:gave|cast|awarded|delivered|handed|gives|casts) (?:all )?(?:of )?(?:its |their |the state's )?{N:n}(?: {electors}| votes)? (?:for|to) {C:c}",
                  "{U:u}'s {N:n} (?:{electors}|votes) (?:went to|for|to|voted for|were cast for|cast (?:their )?(?:ballots|votes) for) {C:c}",
                  "{C:c} (?:{won}|received|got) (?:all )?(?:of )?{U:u}'s {N:n} {electors}",
                  "{C:c} (?:{won}|received|got) (?:all )?{N:n} {electors} (?:in|from) {U:u}",
                  "{N:n} (?:of {U:u}'s )?{electors} (?:in |from )?(?:{U:w} )?(?:voted|cast (?:their )?(?:ballots|votes)) for {C:c}")
              .example(SUPPORTED, "2020-12-15", "California cast its 55 electoral votes for Biden.")
              .example(CONTRADICTED, "2020-12-15", "Florida's 29 electoral votes went to Biden.")
              .judges(UnitForms::electorsFor),
          Form.of("carried", Kind.UNIT)
              .reads(
                  "{C:c}..{won} (?:the (?:swing |battleground |key )?states? of |both |all of )?{Us:us}(?!'s)(?! (?:by|with) )(?!,? ⟦N[0-9]+⟧(?! (?:more )?states))",
                  "{C:c}..{won} (?:all )?(?:of )?(?:the )?{N:n} (?:of the )?(?:most )?(?:closely |hotly )?(?:contested|swing|battleground|key|closest|decisive) states[:,]? {Us:us}(?!'s)(?! (?:by|with) )(?!,? ⟦N)",
                  "{C:c} (?:has )?(?:lost|lost out in) (?<lost>){Us:us}(?!'s)(?! (?:by|to) )",
                  "(?<![a-z⟧] of )(?<!from ){Us:us} (?:went|voted|broke|fell) (?:for|to) {C:c}(?! (?:by) )",
                  "{C:c}'s (?:victory|win|victories|wins) in {Us:us}(?! (?:by) )",
                  "{Us:us} (?:was|were) (?:won|carried|taken) by {C:c}(?! by )")
              .example(SUPPORTED, "2020-12-15", "Biden won Arizona, Georgia and Wisconsin.")
              .example(CONTRADICTED, "2020-12-15", "Biden won Florida.")
              .example(SUPPORTED, "2016-12-30", "Clinton lost Pennsylvania and Michigan.")
              .judges(UnitForms::carried),
          Form.of("last-to-vote", Kind.ELECTORS)
              .reads(
                  "{U:u} (?:was|were|became|being|is) (?:the )?(?:very )?(?<which>last|final|first) (?:state |jurisdiction |of the states )?(?:to (?:vote|cast|meet)(?: in the [Ee]lectoral [Cc]ollege)?|in the Electoral College|whose electors)",
                  "(?<which>[Ll]ast|[Ff]irst|[Ff]inal) (?:state |states )?to (?:vote|cast(?: its| their)?(?: {electors}| ballots| votes)?) (?:was|were) {U:u}",
                  "{U:u}'s (?:{N:n} )?electors (?:were|voted|cast their (?:votes|ballots)) (?:the )?(?<which>last|first)",
                  "{U:u} (?:voted|cast its (?:votes|ballots)) (?<which>last|first)")
              .example(SUPPORTED, "2020-12-15", "Hawaii was the final state to vote.")
              .example(CONTRADICTED, "2020-12-15", "California was the last state to vote.")
              .judges(UnitForms::order));

  /** Who carried a jurisdiction or a district: by its electors' votes, else by those appointed. */
  static Optional<String> winner(Evidence e, String unit) {
    Optional<Votes> certified =
        e.row(unit).flatMap(row -> row.certifiedVotes()).filter(v -> v.size() > 1);
    if (certified.isPresent()) return Ranking.first(certified.get());
    if (unit.indexOf('-') > 0) return Optional.empty();
    Optional<Votes> appointed =
        e.row(unit)
            .flatMap(row -> row.appointedFor())
            .or(
                () ->
                    e.electorVotes(unit)
                        .map(v -> ((Fact.ElectorVotes) v.fact()).ballots().of(Office.PRESIDENT)))
            .filter(v -> !v.isEmpty());
    if (appointed.isPresent() && appointed.get().size() == 1)
      return Optional.of(appointed.get().ids().getFirst());
    return e.isFinal(unit)
        ? e.votes(unit).filter(v -> v.size() > 1).flatMap(Ranking::first)
        : Optional.empty();
  }

  /** Whether most electors of a jurisdiction voted for another: by whom it was carried is moot. */
  static boolean isMoot(Evidence e, String unit) {
    Optional<String> chosen =
        e.electorVotes(unit)
            .map(v -> ((Fact.ElectorVotes) v.fact()).ballots().of(Office.PRESIDENT))
            .filter(v -> !v.isEmpty())
            .flatMap(Ranking::first);
    return chosen.isPresent() && !chosen.equals(winner(e, unit));
  }

  private static Judged electorsFor(Slots s, Evidence e) {
    if (!s.has("u") && !s.has("w")) return Judged.NO_CLAIM;
    String unit = s.has("u") ? s.unit("u") : s.unit("w");
    Optional<Entry> cast = e.electorVotes(unit);
    if (cast.isEmpty()) {
      int electors = e.electors(unit);
      if (s.number("n").whole() != electors && s.all().contains("its "))
        return Judged.contradicted("By law it had %d electors.".formatted(electors), List.of());
      return Judged.beyond(Evidence.place(unit) + "'s electors had not voted by then.");
    }
    Votes votes = ((Fact.ElectorVotes) cast.get().fact()).ballots().of(Office.PRESIDENT);
    long has = votes.count(s.candidate("c")).orElse(0);
    Judged judged =
        Judged.held(
            s.number("n").fits(has) == Quantity.Fit.RIGHT,
            "%s's electors cast %s.".formatted(Evidence.place(unit), e.figures(votes)),
            List.of(cast.get()));
    return judged.at(cast.get());
  }

  private static Judged carried(Slots s, Evidence e) {
    String candidate = s.candidate("c");
    if (!e.isPresidential(candidate)) return Judged.NO_CLAIM;
    boolean lost = s.has("lost");
    List<String> against = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    List<Entry> by = new ArrayList<>();
    if (s.has("n") && s.number("n").whole() != s.units("us").size()) return Judged.NO_CLAIM;
    for (String unit : s.units("us")) {
      if (!e.takesPart(Unit.jurisdictionOf(unit)))
        return Judged.contradicted(
            Evidence.place(unit) + " took no part in that election.", List.of());
      Optional<String> winner = winner(e, unit);
      e.row(unit).ifPresent(row -> by.addAll(e.of(row)));
      if (winner.isEmpty()) unknown.add(unit);
      else if (winner.get().equals(candidate) == lost)
        against.add(Evidence.place(unit) + " went to " + e.name(winner.get()));
    }
    if (!against.isEmpty()) return Judged.contradicted(String.join("; ", against) + ".", by);
    if (!unknown.isEmpty()) return called(e, unknown, candidate, lost);
    return Judged.supported(
        "%s %s %s."
            .formatted(
                e.name(candidate),
                lost ? "did not carry" : "carried",
                String.join(", ", s.units("us").stream().map(Evidence::place).toList())),
        by);
  }

  private static Judged called(Evidence e, List<String> units, String candidate, boolean lost) {
    List<Entry> calls = new ArrayList<>();
    for (String unit : units) {
      Optional<Entry> call =
          e.first(Fact.Call.class, f -> f.unit().equals(unit) && f.candidate().equals(candidate));
      if (call.isEmpty() || lost)
        return Judged.beyond(
            "Who won %s was not certified by then.".formatted(Evidence.place(unit)));
      calls.add(call.get());
    }
    return Judged.imprecise("It had been called by then, and was not yet certified.", calls);
  }

  private static Judged order(Slots s, Evidence e) {
    if (!e.haveVoted()) return Judged.beyond("Not all electors had voted by then.");
    List<Entry> all = e.all(Fact.ElectorVotes.class, f -> true);
    KnownOrder order = new KnownOrder(all);
    boolean first = s.words("which").equalsIgnoreCase("first");
    Optional<Entry> one = first ? order.first() : order.last();
    Optional<Entry> own = e.electorVotes(s.unit("u"));
    if (one.isEmpty()) {
      if (own.isEmpty()) return Judged.beyond("The order is not on record.");
      boolean excluded =
          all.stream()
              .anyMatch(
                  o ->
                      first
                          ? o.effective() < own.get().fact().attestation().at().begins()
                          : o.fact().attestation().at().begins() > own.get().effective());
      return excluded
          ? Judged.contradicted(
              Evidence.place(s.unit("u")) + " voted " + Evidence.time(own.get()) + ".",
              List.of(own.get()))
          : Judged.beyond(
              "Who voted "
                  + (first ? "first" : "last")
                  + " is not on record: the hours of some are not known.");
    }
    String where = ((Fact.ElectorVotes) one.get().fact()).jurisdiction();
    return came(s.unit("u"), where, "voted", first, one.get());
  }

  /** A claim of which place did something first or last, where the record tells which did. */
  static Judged came(String said, String where, String did, boolean isFirst, Entry entry) {
    return Judged.held(
            where.equals(said),
            "%s %s %s, %s."
                .formatted(
                    Evidence.place(where), did, isFirst ? "first" : "last", Evidence.time(entry)),
            List.of(entry))
        .at(entry);
  }

  private UnitForms() {}
}
