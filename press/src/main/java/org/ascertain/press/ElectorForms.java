package org.ascertain.press;

import static org.ascertain.press.Verdict.BEYOND;
import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.IMPRECISE;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Votes;
import org.ascertain.press.Form.Slots;
import org.ascertain.standing.Rung;

/**
 * Claims of how many electors voted for whom in the nation, and of totals and majorities. Longer
 * than other files: the forms share how a score is read and held against the result.
 */
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
                  "{N:n} {electors} (?:went to|were cast for|were won by|for) {C:c}",
                  "gave {C:c} {N:n} {electors}",
                  "{N:n} electors (?:voted|cast (?:their )?(?:ballots|votes)) for {C:c}",
                  "{C:c}'s? {N:n} {electors}",
                  "{C:c},? with {N:n} {electors}")
              .example(SUPPORTED, "2020-12-15", "Biden won 306 electoral votes.")
              .example(SUPPORTED, "1961-01-10", "Harry F. Byrd received 15 electoral votes.")
              .example(CONTRADICTED, "2020-12-15", "Biden won 290 electoral votes.")
              .judges((s, e) -> electors(e, Map.of(s.candidate("c"), s.number("n")))),
          Form.of("margin-in-electors", Kind.MARGIN)
              .reads(
                  "{C:w} (?:won|{defeated} {C:l})..by {N:n} {electors}",
                  "{C:w}'s (?:margin|lead|majority) of {N:n} {electors}")
              .example(SUPPORTED, "2020-12-15", "Biden won by 74 electoral votes.")
              .example(CONTRADICTED, "2005-01-10", "Bush won by 37 electoral votes.")
              .judges(ElectorForms::margin),
          Form.of("electors-in-all", Kind.TOTAL)
              .reads(
                  "(?:the|all|[Tt]he nation's|[Tt]he country's|[Aa]ll|[Tt]he|of the|total of) (?:nation's |country's )?{N:n} (?:members of the [Ee]lectoral [Cc]ollege|(?:presidential )?electors|{electors})(?! (?:needed|required|to win|that (?:went|put)|for ⟦C|from|of ⟦U|in ⟦U|went))",
                  "{N:n} (?:members of|votes in|electors in) the [Ee]lectoral [Cc]ollege",
                  "{college} (?:has|had|consists of|comprises|of) {N:n} (?:members|electors|votes)",
                  "^{N:n} (?:presidential )?electors (?=(?:cast|met|gathered|voted|meeting|assembled))")
              .example(SUPPORTED, "2020-12-15", "The 538 presidential electors cast ballots.")
              .example(CONTRADICTED, "2020-12-15", "The 535 presidential electors cast ballots.")
              .example(SUPPORTED, "1961-01-10", "All 537 electors voted.")
              .judges(ElectorForms::total),
          Form.of("majority-needed", Kind.MAJORITY)
              .reads(
                  "(?<!of )(?<!of the ){N:n} (?:of (?:the )?{N:all} )?(?:{electors} |votes )?(?:were |was |is |are |he |she )?(?:needed|required|necessary)(?: (?:to|for))?",
                  "(?:the|a) {N:n}[- ](?:elector(?:al)?[- ])?(?:vote |votes )?(?:threshold|majority|mark)",
                  "the {N:n} (?:{electors} |votes )?(?:that |a candidate )?(?:it takes|need(?:ed|s)?|required) to win",
                  "majority (?:was|is|of|being) {N:n}(?= |,|\\.|$)(?! (?:percent|million|votes in))",
                  "(?:needs?|needed|requires?|required) {N:n}(?: of (?:the )?{N:all})?(?: {electors}| votes)?(?: to win)",
                  "{N:n},? (?:the|a) (?:number needed|bare majority|majority needed|simple majority)")
              .example(SUPPORTED, "2020-12-15", "He needed 270 electoral votes to win.")
              .example(SUPPORTED, "2020-12-15", "It was past the 270-vote threshold.")
              .example(CONTRADICTED, "2020-12-15", "It was past the 269-vote threshold.")
              .judges(ElectorForms::needed),
          Form.of("majority-passed", Kind.MAJORITY)
              .reads(
                  "{C:c}..(?:passed|crossed|exceeded|topped|surpassed|reached|over|past|clinched|cleared|broke) (?:the )?{N:n}(?:[- ](?:{electors}|electoral[- ]vote|vote|votes))?(?: (?:threshold|mark|needed))?(?! (?:percent|million|votes in|in ⟦U))")
              .example(SUPPORTED, "2020-12-15", "Biden passed the 270 threshold on Monday.")
              .example(CONTRADICTED, "2020-12-15", "Trump passed 270.")
              .judges(ElectorForms::passed),
          Form.of("majority-by-a-unit", Kind.MAJORITY)
              .reads(
                  "{U:u}'s? (?:{N:m} )?(?:{electors}|votes|ballots|delegation)?(?: had| have)? ?(?:put|pushed|gave|carried|lifted|took|sent|propelled|moved|tipped) {C:c}..(?:over|past|above|beyond|across) (?:the )?(?:{N:n}|top|majority)(?:[- ](?:electoral[- ])?(?:votes?|threshold|mark))*",
                  "(?:votes|ballots|electors) (?:of|from) {U:u} (?:put|pushed|carried|took) {C:c}..(?:over|past) (?:the )?(?:{N:n}|top)(?:[- ](?:electoral[- ])?(?:votes?|threshold|mark))*",
                  "{U:u} (?:put|pushed|carried|took|sent) {C:c}..(?:over|past|above) (?:the )?(?:{N:n}|top)(?:[- ](?:electoral[- ])?(?:votes?|threshold|mark))*")
              .example(
                  SUPPORTED,
                  "2020-12-15",
                  "California's electors put Biden over the 270-vote threshold.")
              .example(
                  CONTRADICTED,
                  "2020-12-15",
                  "Nevada's electors put Biden over the 270-vote threshold.")
              .judges(ElectorForms::passedBy),
          Form.of("short-of-a-majority", Kind.MAJORITY)
              .reads(
                  "{C:c} (?:fell|was|is|came|ended|finished) {N:n}(?: {electors}| votes)? (?:short of|from) (?:a|the) majority",
                  "{C:c} (?:fell|was|came|ended) {N:n}(?: {electors}| votes)? short(?! of ⟦)")
              .example(SUPPORTED, "2001-01-10", "Gore fell four short of a majority.")
              .example(CONTRADICTED, "2001-01-10", "Gore fell five short of a majority.")
              .judges(ElectorForms::shortOf),
          Form.of("so-many-voted", Kind.ELECTORS)
              .reads(
                  "{N:n} of (?:the |its |all )?{N:m} electors (?:had |have )?(?:voted|cast (?:their |a )?(?:ballots?|votes?))(?! (?:for|against))")
              .example(SUPPORTED, "2001-01-10", "In the end 537 of the 538 electors voted.")
              .example(CONTRADICTED, "2001-01-10", "In the end 538 of the 538 electors voted.")
              .judges(ElectorForms::turnout),
          Form.of("score-alone", Kind.SCORE)
              .reads(
                  "(?:[Ss]core|[Tt]ally|[Rr]esult|[Cc]ount|vote)(?: on the board| in the (?:Electoral|electoral) (?:College|college))? (?:read|was|stood at|is|stands at|came to|stayed at) {X:s}"
                      + NOT_ELSE)
              .example(SUPPORTED, "2001-01-10", "The score was 271 to 266.")
              .judges(ElectorForms::scoreAlone),
          Form.of("majority-of-electors", Kind.MAJORITY)
              .reads(
                  "(?:A|a|the) majority of (?:the )?electors..voted for {C:c}(?: and {C:v})?",
                  "majority of (?:the )?(?:electors|{college})..(?:voted for|elected|chose) {C:c}(?: and {C:v})?",
                  "{C:c} (?:won|received|had|secured|has) (?:a|the) majority (?:in the [Ee]lectoral [Cc]ollege|of (?:the )?{electors}|of the [Ee]lectoral [Cc]ollege)")
              .example(
                  SUPPORTED,
                  "2020-12-15",
                  "A majority of the electors voted for Biden and Kamala Harris.")
              .example(CONTRADICTED, "2020-12-15", "A majority of the electors voted for Trump.")
              .judges(ElectorForms::majority),
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
              .judges(ElectorForms::winner),
          Form.of("states-carried", Kind.UNIT)
              .reads(
                  "{C:c} {won} {N:n} (?:of (?:the )?(?:50|48|fifty) )?states(?: (?:and|plus) {U:dc})?")
              .example(SUPPORTED, "2020-12-15", "Biden won 25 states and the District of Columbia.")
              .example(CONTRADICTED, "2020-12-15", "Biden won 27 states.")
              .judges(ElectorForms::states),
          Form.of("ticket", Kind.OFFICE)
              .reads(
                  "{C:p} and (?:his |her )(?:vice[- ]presidential )?running mate,? {C:v}",
                  "{C:p}'s running mate,? (?:was )?{C:v}")
              .example(SUPPORTED, "2020-12-15", "Trump and his running mate, Mike Pence, lost.")
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

  private static Judged scoreOfBoth(Slots s, Evidence e) {
    return electors(e, ordered(s));
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
    if (s.has("l")) return electors(e, ordered(s));
    String winner = s.candidate("w");
    Optional<String> second = runnerUp(e, winner);
    if (second.isEmpty())
      return Judged.beyond("The record has nobody beside " + e.name(winner) + ".");
    return electors(e, Map.of(winner, exactly(score.one()), second.get(), exactly(score.other())));
  }

  /** Who has the most electors beside somebody. */
  private static Optional<String> runnerUp(Evidence e, String candidate) {
    Votes votes = result(e).map(Result::votes).orElse(Votes.NONE);
    String best = "";
    for (String id : votes.ids())
      if (!id.equals(candidate)
          && (best.isEmpty() || votes.count(id).orElse(0) > votes.count(best).orElse(0))) best = id;
    return Optional.of(best).filter(b -> !b.isEmpty());
  }

  private static Judged scoreByEach(Slots s, Evidence e) {
    Map<String, Quantity> said = new LinkedHashMap<>();
    said.put(s.candidate("w"), s.number("a"));
    said.put(s.candidate("l"), s.number("b"));
    boolean areElectors = said.values().stream().allMatch(q -> q.whole() <= 600 && q.isExact());
    if (!areElectors || said.size() < 2) return Judged.NO_CLAIM;
    return electors(e, said);
  }

  private static Quantity exactly(long n) {
    return new Quantity(
        java.math.BigDecimal.valueOf(n), java.math.BigDecimal.ONE, Quantity.Sense.PLAIN);
  }

  /** The electors by candidate, on the last rung on which they are known, and what says so. */
  private record Result(Votes votes, String stage, List<Entry> by) {}

  /** The result as declared, else as all electors cast it. */
  private static Optional<Result> result(Evidence e) {
    Optional<Entry> declared = e.last(Fact.Declared.class, f -> true);
    if (declared.isPresent()) {
      Votes votes = ((Fact.Declared) declared.get().fact()).ballots().of(Office.PRESIDENT);
      return Optional.of(new Result(votes, "declared in Congress", List.of(declared.get())));
    }
    if (!e.haveVoted()) return Optional.empty();
    List<Entry> cast = e.all(Fact.ElectorVotes.class, f -> true);
    return Optional.of(
        new Result(e.cast(), "cast", cast.subList(Math.max(0, cast.size() - 3), cast.size())));
  }

  static Judged electors(Evidence e, Map<String, Quantity> said) {
    if (said.values().stream().anyMatch(q -> q.whole() > 600 || q.step().scale() > 0))
      return Judged.NO_CLAIM;
    if (said.keySet().stream().noneMatch(e::isPresidential) && result(e).isEmpty())
      return Judged.beyond("The record tells of no electors for them yet.");
    Optional<Result> result = result(e);
    if (result.isEmpty()) return early(e, said);
    Result is = result.get();
    boolean areMates =
        said.keySet().stream()
            .noneMatch(id -> e.isPresidential(id) || is.votes().count(id).isPresent());
    if (areMates) return ofMates(e, said);
    String figures = "Electors as " + is.stage() + ": " + e.figures(is.votes()) + ".";
    Quantity.Fit fit = fit(said, is.votes());
    if (fit == Quantity.Fit.RIGHT) return Judged.supported(figures, is.by());
    if (fit == Quantity.Fit.ROUGH) return Judged.imprecise(figures, is.by());
    Votes pledged = e.rung(Rung.ASCERTAINED).electors();
    if (fit(said, pledged) == Quantity.Fit.RIGHT)
      return Judged.imprecise(
          figures + " Appointed were electors for " + e.figures(pledged) + ".", is.by());
    return Judged.contradicted(figures, is.by());
  }

  /** Of candidates for Vice President. */
  private static Judged ofMates(Evidence e, Map<String, Quantity> said) {
    Optional<Entry> declared = e.last(Fact.Declared.class, f -> true);
    if (declared.isEmpty()) return Judged.beyond("Congress had not declared a result by then.");
    Votes votes = ((Fact.Declared) declared.get().fact()).ballots().of(Office.VICE_PRESIDENT);
    return Judged.held(
        fit(said, votes) == Quantity.Fit.RIGHT,
        "For Vice President, as declared: " + e.figures(votes) + ".",
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
    return Judged.beyond("The electors had not voted by then.");
  }

  private static Judged shortOf(Slots s, Evidence e) {
    Optional<Result> result = result(e);
    if (result.isEmpty()) return Judged.beyond("The electors had not voted by then.");
    long has = result.get().votes().count(s.candidate("c")).orElse(0);
    return Judged.held(
        s.number("n").whole() == majorityOf(e) - has,
        "The majority was %d; %s had %d.".formatted(majorityOf(e), e.name(s.candidate("c")), has),
        result.get().by());
  }

  private static Judged turnout(Slots s, Evidence e) {
    if (!e.haveVoted()) return Judged.beyond("The electors had not all voted by then.");
    OptionalInt told = e.standing().electors().cast();
    if (told.isEmpty()) return Judged.beyond("The record does not say how many electors voted.");
    int cast = told.getAsInt();
    int entitled = e.standing().electors().entitled();
    if (s.number("m").whole() != entitled && s.number("m").whole() < 200) return Judged.NO_CLAIM;
    return Judged.held(
        s.number("n").whole() == cast && s.number("m").whole() == entitled,
        "Of %d electors %d voted.".formatted(entitled, cast),
        List.of());
  }

  /** A score without names is the result if it is its figures; else of what it is is not clear. */
  private static Judged scoreAlone(Slots s, Evidence e) {
    Optional<Result> result = result(e);
    if (result.isEmpty()) return Judged.NO_CLAIM;
    Votes votes = result.get().votes();
    String first = e.chosen().orElse("");
    Optional<String> second = runnerUp(e, first);
    boolean same =
        second.isPresent()
            && votes.count(first).orElse(0) == s.score("s").one()
            && votes.count(second.get()).orElse(0) == s.score("s").other();
    return same
        ? Judged.supported(
                "Electors as " + result.get().stage() + ": " + e.figures(votes) + ".",
                result.get().by())
            .undeniable()
        : Judged.NO_CLAIM;
  }

  private static Judged margin(Slots s, Evidence e) {
    Optional<Result> result = result(e);
    if (result.isEmpty()) return Judged.beyond("The electors had not voted by then.");
    String winner = s.candidate("w");
    Optional<String> second = s.has("l") ? Optional.of(s.candidate("l")) : runnerUp(e, winner);
    long margin =
        result.get().votes().count(winner).orElse(0)
            - second.map(id -> result.get().votes().count(id).orElse(0)).orElse(0L);
    return Judged.held(
        s.number("n").fits(margin) == Quantity.Fit.RIGHT,
        "Electors as " + result.get().stage() + ": " + e.figures(result.get().votes()) + ".",
        result.get().by());
  }

  private static Judged total(Slots s, Evidence e) {
    Quantity said = s.number("n");
    long entitled = e.standing().electors().entitled();
    if (said.whole() < 100 && entitled > 300) return Judged.NO_CLAIM;
    return Judged.held(
        said.fits(entitled) == Quantity.Fit.RIGHT,
        "The law gave %d electors in %d.".formatted(entitled, e.year()),
        List.of());
  }

  private static int majorityOf(Evidence e) {
    int entitled = e.standing().electors().entitled();
    Optional<Entry> declared = e.last(Fact.Declared.class, f -> true);
    return declared
        .map(d -> ((Fact.Declared) d.fact()).majority())
        .filter(java.util.OptionalLong::isPresent)
        .map(m -> (int) m.getAsLong())
        .orElse(entitled / 2 + 1);
  }

  private static Judged needed(Slots s, Evidence e) {
    Quantity said = s.number("n");
    if (said.whole() < 60 || said.whole() > 600) return Judged.NO_CLAIM;
    int majority = majorityOf(e);
    int entitled = e.standing().electors().entitled();
    if (s.has("all") && s.number("all").whole() != entitled)
      return Judged.contradicted("There were %d electors.".formatted(entitled), List.of());
    return Judged.held(
        said.whole() == majority,
        "The majority in %d was %d.".formatted(e.year(), majority),
        List.of());
  }

  private static Judged passed(Slots s, Evidence e) {
    Quantity said = s.number("n");
    if (said.whole() < 60 || said.whole() > 600) return Judged.NO_CLAIM;
    int majority = majorityOf(e);
    if (said.whole() != majority)
      return Judged.contradicted(
          "The majority in %d was %d.".formatted(e.year(), majority), List.of());
    String candidate = s.candidate("c");
    List<org.ascertain.standing.Turn> turns =
        List.of(Rung.VOTED, Rung.ASCERTAINED, Rung.CERTIFIED, Rung.CALLED).stream()
            .flatMap(r -> e.history().majorities(r).stream())
            .filter(t -> t.candidate().equals(candidate) && t.since().moment() <= e.moment())
            .toList();
    if (turns.isEmpty())
      return e.haveVoted()
          ? Judged.contradicted(
              e.name(candidate) + " had no majority of electors on any rung.", List.of())
          : Judged.beyond("No majority is on record by then.");
    // which count is meant the day decides, where the text gives one
    for (org.ascertain.standing.Turn turn : turns)
      if (s.day().isPresent()
          && Evidence.within(turn.since().given(), s.day().get().from(), s.day().get().to()))
        return since(e, turn);
    return s.day().isPresent()
        ? Judged.contradicted("No count of his passed the majority on that day.", entries(turns))
        : since(e, turns.getFirst()).at(turns.getFirst().since().given());
  }

  private static Judged since(Evidence e, org.ascertain.standing.Turn turn) {
    return Judged.supported(
            "%s had the majority %s."
                .formatted(e.name(turn.candidate()), Evidence.time(turn.since().given())),
            List.of(turn.since().entry()))
        .at(turn.since().given());
  }

  private static List<Entry> entries(List<org.ascertain.standing.Turn> turns) {
    return turns.stream().map(t -> t.since().entry()).distinct().toList();
  }

  private static Judged passedBy(Slots s, Evidence e) {
    if (s.has("n") && s.number("n").whole() != majorityOf(e))
      return Judged.contradicted(
          "The majority in %d was %d.".formatted(e.year(), majorityOf(e)), List.of());
    if (s.has("m") && s.number("m").whole() != e.electors(s.unit("u")))
      return Judged.contradicted(
          "%s had %d electors.".formatted(Evidence.place(s.unit("u")), e.electors(s.unit("u"))),
          List.of());
    Optional<org.ascertain.standing.Turn> turn =
        e.history().majorities(Rung.VOTED).stream()
            .filter(t -> t.since().moment() <= e.moment())
            .findFirst();
    if (turn.isEmpty()) return Judged.beyond("No majority of the electors had voted by then.");
    Entry by = turn.get().since().entry();
    if (!org.ascertain.standing.KnownOrder.isKnown(e.history(), by))
      return Judged.beyond("In what order the electors of that day voted is not on record.");
    boolean same =
        by.fact() instanceof Fact.ElectorVotes votes
            && votes.jurisdiction().equals(s.unit("u"))
            && turn.get().candidate().equals(s.candidate("c"));
    return Judged.held(
            same,
            "The votes of %s gave %s the majority."
                .formatted(
                    by.fact() instanceof Fact.ElectorVotes votes
                        ? Evidence.place(votes.jurisdiction())
                        : "another state",
                    e.name(turn.get().candidate())),
            List.of(by))
        .at(by);
  }

  private static Judged majority(Slots s, Evidence e) {
    Optional<Result> result = result(e);
    if (result.isEmpty()) return Judged.beyond("The electors had not voted by then.");
    Votes votes = result.get().votes();
    String candidate = s.candidate("c");
    boolean has = votes.count(candidate).orElse(0) >= majorityOf(e);
    boolean mate = !s.has("v") || e.mate(candidate).filter(s.candidate("v")::equals).isPresent();
    return Judged.held(
        has && mate,
        "Electors as " + result.get().stage() + ": " + e.figures(votes) + ".",
        result.get().by());
  }

  private static Judged winner(Slots s, Evidence e) {
    String winner = s.candidate("w");
    if (!e.isPresidential(winner) && result(e).isEmpty()) return Judged.NO_CLAIM;
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
    Optional<Result> result = result(e);
    String figures =
        result.map(r -> " Electors as " + r.stage() + ": " + e.figures(r.votes()) + ".").orElse("");
    boolean loserLost =
        !s.has("l")
            || (!s.candidate("l").equals(winner)
                && e.mate(chosen.get()).filter(s.candidate("l")::equals).isEmpty());
    return Judged.held(
        chosen.get().equals(winner) && loserLost,
        "Chosen was " + e.name(chosen.get()) + "." + figures,
        result.map(Result::by).orElse(List.of()));
  }

  private static Judged states(Slots s, Evidence e) {
    if (!e.haveVoted()) return Judged.beyond("The electors had not voted by then.");
    String candidate = s.candidate("c");
    int all = 0;
    boolean districtOfColumbia = false;
    boolean isSplit = false;
    for (String each : e.jurisdictions()) {
      Optional<String> winner = UnitForms.winner(e, each);
      boolean has = winner.filter(candidate::equals).isPresent();
      if (!Evidence.isState(each)) districtOfColumbia = has;
      else if (has) all++;
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
    return Judged.held(fit == Quantity.Fit.RIGHT && dc, why, List.of());
  }

  private ElectorForms() {}
}
