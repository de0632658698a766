package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.IMPRECISE;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Votes;
import org.ascertain.standing.Rung;

/** Claims of how many electors voted for whom in the nation, and by how many somebody won. */
final class ElectorForms {

  private static final String NOT_ELSE =
      "(?![ -](?:percent|points?|in the (?:House|Senate|popular|lower|upper)|seats|states|delegates|counties|margin in the|lead in the|among|popular|vote (?:in|of) the (?:House|Senate)|people|senators|members))";

  static final List<Form> ALL =
      List.of(
          Form.of("score-of-both", Kind.SCORE)
              .reads(
                  "{C:w} {defeated} {C:l}(?:,|..)? ?(?:by |with |in )?(?:a |an )?(?:score of |vote of |margin of |tally of )?{X:s}(?: in (?:the )?[Ee]lectoral (?:College|college|votes?)| electoral votes?| in {electors})?"
                      + NOT_ELSE)
              .example(SUPPORTED, "2020-12-15", "Biden defeated President Donald Trump 306-232.")
              .example(CONTRADICTED, "2020-12-15", "Biden beat Trump by 305 to 233.")
              .example(CONTRADICTED, "2020-12-15", "Trump defeated Biden 306-232.")
              .example(IMPRECISE, "2017-01-10", "Trump defeated Clinton 306-232.")
              .judges(ElectorForms::scoreOfBoth),
          Form.of("score-of-one-over-other", Kind.SCORE)
              .reads(
                  "{C:w}'s? {X:s} (?:electoral[- ](?:college |vote )?)?(?:victory|win|defeat|triumph) (?:over|of|against) {C:l}",
                  "{X:s} (?:electoral[- ](?:college |vote )?)?(?:victory|win|triumph) (?:of|for|by) {C:w} over {C:l}",
                  "{C:w} won (?:the )?(?:election|presidency|race|Electoral College|electoral college|electoral vote)(?: over {C:l})?,? (?:by )?(?:a (?:vote|score|margin) of )?{X:s}"
                      + NOT_ELSE,
                  "{C:w} (?:has )?won,? (?:by )?(?:a (?:vote|score|margin) of )?{X:s}" + NOT_ELSE,
                  "{college} (?:vote )?(?:elected|chose|picked|confirmed) {C:w}.. {X:s}" + NOT_ELSE)
              .example(SUPPORTED, "2020-12-15", "Biden won the Electoral College 306 to 232.")
              .example(CONTRADICTED, "2005-01-10", "Bush won by 285 to 252.")
              .judges(ElectorForms::scoreOfOne),
          Form.of("score-by-each", Kind.SCORE)
              .reads(
                  "{C:w},? (?:{got}|with|at|to) {N:a}(?: {electors}| votes)?,? (?:to|and|against|compared (?:with|to)|while|;|versus) {C:l}(?:'s| {got}| with| at)? {N:b}(?: {electors})?(?! (?:percent|million|votes in|states|popular))",
                  "{N:a} {electors} (?:to|for|went to|against) {C:w},? (?:and |to |against |versus )?{N:b} (?:for|to) {C:l}",
                  "{N:a} (?:votes? )?for {C:w},? (?:and |to |against )?{N:b} (?:votes? )?for {C:l}(?! in)",
                  "{C:w} {N:a},? (?:and )?{C:l} {N:b}(?! (?:percent|million|states))",
                  "{C:w} {got} {N:a} {electors} to {N:b} for {C:l}")
              .example(SUPPORTED, "2001-01-07", "Bush received 271 electoral votes to Gore's 266.")
              .example(
                  SUPPORTED, "2020-12-15", "Electors cast 306 votes for Biden and 232 for Trump.")
              .example(
                  CONTRADICTED, "2001-01-07", "Bush received 271 electoral votes to Gore's 268.")
              .judges(ElectorForms::scoreByEach),
          Form.of("electors-of-one", Kind.SCORE)
              .reads(
                  "{C:c}(?:,? who)? {got} (?:a total of |all )?{N:n} (?:of (?:the )?(?:538|531|537|369) )?{electors}(?! (?:in|from|of) ⟦U)",
                  "(?<!⟧'s )(?<!⟧ with )(?<!⟧'s all )(?<! its ){N:n} {electors} (?:went to|were cast for|were won by|for) {C:c}",
                  "gave {C:c} {N:n} {electors}",
                  "(?<!⟧'s )(?<!⟧'s all )(?<! its ){N:n} electors (?:voted|cast (?:their )?(?:ballots|votes)) for {C:c}",
                  "{C:c}'s? {N:n} {electors}",
                  "{C:c},? with {N:n} {electors}")
              .example(SUPPORTED, "2020-12-15", "Biden won 306 electoral votes.")
              .example(SUPPORTED, "1961-01-10", "Harry F. Byrd received 15 electoral votes.")
              .example(CONTRADICTED, "2020-12-15", "Biden won 290 electoral votes.")
              .judges(
                  (s, e) ->
                      s.isInPlace()
                          ? Judged.NO_CLAIM
                          : atHour(s, e, electors(e, Map.of(s.candidate("c"), s.number("n"))))),
          Form.of("margin-in-electors", Kind.MARGIN)
              .reads(
                  "{C:w} (?:won|{defeated} {C:l})..by {N:n} {electors}",
                  "{C:w}'s (?:margin|lead|majority) of {N:n} {electors}")
              .example(SUPPORTED, "2020-12-15", "Biden won by 74 electoral votes.")
              .example(CONTRADICTED, "2005-01-10", "Bush won by 37 electoral votes.")
              .judges(ElectorForms::margin));

  /** "Declared the winner at 3:41 a.m., with 306": an hour beside it is that of the declaration. */
  private static Judged atHour(Slots s, Evidence e, Judged judged) {
    return Sought.has(s.words(), "(?i)\\b(?:declared|announced|read out|affirmed)\\b.*[ap]\\.?m\\b")
        ? ElectorResult.declaration(e).map(judged::at).orElse(judged)
        : judged;
  }

  private static Judged scoreOfBoth(Slots s, Evidence e) {
    return won(s, electors(e, ordered(s)));
  }

  /** "Trump beat Biden 232 to 306": of the two he is told to have won who has fewer. */
  private static Judged won(Slots s, Judged judged) {
    boolean isReversed = s.score("s").one() < s.score("s").other();
    return isReversed && judged.verdict() != Verdict.BEYOND && !judged.why().isEmpty()
        ? judged.as(Verdict.CONTRADICTED, judged.why())
        : judged;
  }

  private static Map<String, Quantity> ordered(Slots s) {
    Mention.Score score = s.score("s");
    Map<String, Quantity> said = new LinkedHashMap<>();
    said.put(s.candidate("w"), exactly(score.one()));
    said.put(s.candidate("l"), exactly(score.other()));
    return said;
  }

  private static Judged scoreOfOne(Slots s, Evidence e) {
    Mention.Score score = s.score("s");
    if (s.has("l")) return won(s, electors(e, ordered(s)));
    String winner = s.candidate("w");
    Optional<String> second = ElectorResult.runnerUp(e, winner);
    if (second.isEmpty())
      return Judged.beyond("The record has nobody beside " + e.name(winner) + ".");
    return won(
        s, electors(e, Map.of(winner, exactly(score.one()), second.get(), exactly(score.other()))));
  }

  private static Judged scoreByEach(Slots s, Evidence e) {
    Map<String, Quantity> said = new LinkedHashMap<>();
    said.put(s.candidate("w"), s.number("a"));
    said.put(s.candidate("l"), s.number("b"));
    if (s.isInPlace()) return Judged.NO_CLAIM;
    boolean areElectors = said.values().stream().allMatch(q -> q.whole() <= 600 && q.isExact());
    if (!areElectors || said.size() < 2) return Judged.NO_CLAIM;
    long sum = said.values().stream().mapToLong(Quantity::whole).sum();
    if (sum * 4 < e.standing().electors().entitled()
        || Sought.has(s.words(), "(?i)disput|question|doubt|contested")) return Judged.NO_CLAIM;
    return electors(e, said);
  }

  private static Quantity exactly(long n) {
    return new Quantity(BigDecimal.valueOf(n), BigDecimal.ONE, Quantity.Sense.PLAIN);
  }

  static Judged electors(Evidence e, Map<String, Quantity> said) {
    if (said.values().stream().anyMatch(q -> q.whole() > 600 || q.step().scale() > 0))
      return Judged.NO_CLAIM;
    if (said.keySet().stream().noneMatch(e::isPresidential) && ElectorResult.of(e).isEmpty())
      return Judged.beyond("The record tells of no electors for them yet.");
    Optional<ElectorResult> result = ElectorResult.of(e);
    if (result.isEmpty()) return early(e, said);
    ElectorResult is = result.get();
    boolean areMates =
        said.keySet().stream()
            .noneMatch(id -> e.isPresidential(id) || is.votes().count(id).isPresent());
    if (areMates) return ofMates(e, said);
    String figures = is.told(e);
    Quantity.Fit fit = fit(said, is.votes());
    if (fit == Quantity.Fit.RIGHT) return Judged.supported(figures, is.by());
    if (fit == Quantity.Fit.ROUGH) return Judged.imprecise(figures, is.by());
    Votes pledged = e.rung(Rung.ASCERTAINED).electors();
    if (fit(said, pledged) == Quantity.Fit.RIGHT)
      return Judged.imprecise(
          figures + " Electors were appointed for " + e.figures(pledged) + ".", is.by());
    // votes of two slates: which of them counts was not known before Congress had counted
    boolean later =
        ElectorResult.declaration(e).isEmpty()
            && ElectorResult.of(e.whole())
                .filter(r -> fit(said, r.votes()) == Quantity.Fit.RIGHT)
                .isPresent();
    return later
        ? Judged.beyond("Which votes would count was open by then. " + figures)
        : Judged.contradicted(figures, is.by());
  }

  /** Of candidates for Vice President. */
  static Judged ofMates(Evidence e, Map<String, Quantity> said) {
    Optional<Entry> declared = ElectorResult.declaration(e);
    if (declared.isEmpty()) {
      if (!e.haveVoted()) return ElectorResult.notYet();
      Map<String, Long> cast = new LinkedHashMap<>();
      for (Entry each : e.all(Fact.ElectorVotes.class, f -> true)) {
        Votes of = ((Fact.ElectorVotes) each.fact()).ballots().of(Office.VICE_PRESIDENT);
        for (String id : of.ids()) cast.merge(id, of.count(id).orElse(0), Long::sum);
      }
      boolean holds =
          said.entrySet().stream()
              .allMatch(
                  s -> s.getValue().fits(cast.getOrDefault(s.getKey(), 0L)) == Quantity.Fit.RIGHT);
      return Judged.held(
          holds,
          "For Vice President the electors cast "
              + String.join(
                  ", ",
                  cast.entrySet().stream()
                      .map(c -> e.name(c.getKey()) + " " + c.getValue())
                      .toList())
              + ".",
          List.of());
    }
    Votes votes = ElectorResult.fact(declared.get()).ballots().of(Office.VICE_PRESIDENT);
    return Judged.held(
        fit(said, votes) == Quantity.Fit.RIGHT,
        "Electors as declared in Congress for Vice President: " + e.figures(votes) + ".",
        List.of(declared.get()));
  }

  private static Quantity.Fit fit(Map<String, Quantity> said, Votes votes) {
    Quantity.Fit worst = Quantity.Fit.RIGHT;
    for (Map.Entry<String, Quantity> each : said.entrySet()) {
      Quantity.Fit fit = each.getValue().fits(votes.count(each.getKey()).orElse(0));
      if (fit.compareTo(worst) > 0) worst = fit;
    }
    return worst;
  }

  /** Before the electors have voted: by certificates and calls, where all of them say so. */
  private static Judged early(Evidence e, Map<String, Quantity> said) {
    for (Rung rung : List.of(Rung.ASCERTAINED, Rung.CERTIFIED)) {
      Votes votes = e.rung(rung).electors();
      if (!votes.isEmpty() && fit(said, votes) == Quantity.Fit.RIGHT)
        return Judged.supported(
                "Electors as " + rung.word() + " by then: " + e.figures(votes) + ".", List.of())
            .undeniable();
    }
    for (var caller : e.rung(Rung.CALLED).callers().entrySet())
      if (!caller.getValue().electors().isEmpty()
          && fit(said, caller.getValue().electors()) == Quantity.Fit.RIGHT)
        return Judged.supported(
                "Called by %s by then: %s; the electors had not voted."
                    .formatted(caller.getKey(), e.figures(caller.getValue().electors())),
                List.of())
            .undeniable();
    return ElectorResult.notYet();
  }

  /** A score without names is the result if it is its figures; else of what it is is not clear. */
  private static Judged margin(Slots s, Evidence e) {
    Optional<ElectorResult> result = ElectorResult.of(e);
    if (result.isEmpty()) return ElectorResult.notYet();
    String winner = s.candidate("w");
    Optional<String> second =
        s.has("l") ? Optional.of(s.candidate("l")) : ElectorResult.runnerUp(e, winner);
    long margin =
        result.get().votes().count(winner).orElse(0)
            - second.map(id -> result.get().votes().count(id).orElse(0)).orElse(0L);
    return Judged.held(
        s.number("n").fits(margin) == Quantity.Fit.RIGHT, result.get().told(e), result.get().by());
  }

  private ElectorForms() {}
}
