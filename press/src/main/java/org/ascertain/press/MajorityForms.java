package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Votes;
import org.ascertain.standing.KnownOrder;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Turn;

/** Claims of how many electors there were and voted, what their majority was, and who passed it. */
final class MajorityForms {

  static final List<Form> ALL =
      List.of(
          Form.of("electors-in-all", Kind.TOTAL)
              .reads(
                  "(?:the|all|[Tt]he nation's|[Tt]he country's|[Aa]ll|[Tt]he|of the|total of) (?:nation's |country's )?{N:n} (?:members of the [Ee]lectoral [Cc]ollege|(?:presidential )?electors|{electors})(?! (?:needed|required|to win|that (?:went|put)|for ⟦C|from|of ⟦U|in ⟦U|went))",
                  "{N:n} (?:members of|votes in|electors in) the [Ee]lectoral [Cc]ollege",
                  "{college} (?:has|had|consists of|comprises|of) {N:n} (?:members|electors|votes)",
                  "^{N:n} (?:presidential )?electors (?=(?:cast|met|gathered|voted|meeting|assembled))")
              .example(SUPPORTED, "2020-12-15", "The 538 presidential electors cast ballots.")
              .example(CONTRADICTED, "2020-12-15", "The 535 presidential electors cast ballots.")
              .example(SUPPORTED, "1961-01-10", "All 537 electors voted.")
              .judges(MajorityForms::total),
          Form.of("majority-needed", Kind.MAJORITY)
              .knows("past above threshold required")
              .reads(
                  "(?<!of )(?<!of the ){N:n} (?:of (?:the )?{N:all} )?(?:{electors} |votes )?(?:were |was |is |are |he |she )?(?:needed|required|necessary)(?: (?:to|for))?",
                  "(?:the|a) {N:n}[- ](?:elector(?:al)?[- ])?(?:vote |votes )?(?:threshold|majority|mark)",
                  "the {N:n} (?:{electors} |votes )?(?:that |a candidate )?(?:it takes|need(?:ed|s)?|required) to win",
                  "majority (?:needed |required |necessary )?(?:was|is|being) {N:n} of (?:the )?{N:all}",
                  "majority (?:needed |required |necessary )?(?:was|is|of|being) {N:n}(?= |,|\\.|$)(?! (?:percent|million|votes in))",
                  "(?:needs?|needed|requires?|required) {N:n}(?: of (?:the )?{N:all})?(?: {electors}| votes)?(?: to win)",
                  "{N:n},? (?:the|a) (?:number needed|bare majority|majority needed|simple majority)")
              .example(SUPPORTED, "2020-12-15", "He needed 270 electoral votes to win.")
              .example(SUPPORTED, "2020-12-15", "It was past the 270-vote threshold.")
              .example(CONTRADICTED, "2020-12-15", "It was past the 269-vote threshold.")
              .judges(MajorityForms::needed),
          Form.of("majority-passed", Kind.MAJORITY)
              .reads(
                  "(?<!carried |put |pushed |brought |took |lifted |sent |moved )(?<!carried the |put the |brought the ){C:c}..(?:passed|crossed|exceeded|topped|surpassed|reached|over|past|clinched|cleared|broke) (?:the )?{N:n}(?:[- ](?:{electors}|electoral[- ]vote|vote|votes))?(?: (?:threshold|mark|needed))?(?! (?:percent|million|votes in|in ⟦U))")
              .example(SUPPORTED, "2020-12-15", "Biden passed the 270 threshold on Monday.")
              .example(CONTRADICTED, "2020-12-15", "Trump passed 270.")
              .judges(MajorityForms::passed),
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
              .judges(MajorityForms::passedBy),
          Form.of("short-of-a-majority", Kind.MAJORITY)
              .reads(
                  "{C:c} (?:fell|was|is|came|ended|finished) {N:n}(?: {electors}| votes)? (?:short of|from) (?:a|the) majority",
                  "{C:c} (?:fell|was|came|ended) {N:n}(?: {electors}| votes)? short(?! of ⟦)")
              .example(SUPPORTED, "2001-01-10", "Gore fell four short of a majority.")
              .example(CONTRADICTED, "2001-01-10", "Gore fell five short of a majority.")
              .judges(MajorityForms::shortOf),
          Form.of("so-many-voted", Kind.ELECTORS)
              .reads(
                  "{N:n} of (?:the |its |all )?{N:m} electors (?:had |have )?(?:voted|cast (?:their |a )?(?:ballots?|votes?))(?! (?:for|against))")
              .example(SUPPORTED, "2001-01-10", "In the end 537 of the 538 electors voted.")
              .example(CONTRADICTED, "2001-01-10", "In the end 538 of the 538 electors voted.")
              .judges(MajorityForms::turnout),
          Form.of("majority-of-electors", Kind.MAJORITY)
              .knows("next")
              .reads(
                  "(?:A|a|the) majority of (?:the )?electors who (?:represent|represented|speak for) (?:every|each|all) states?(?:,? (?:as well as|and|plus) (?:the )?{U:dc},?)? (?:voted|cast (?:their )?(?:ballots|votes)) for {C:c}(?: and {C:v})?",
                  "(?:A|a|the) majority of (?:the )?electors who [^.;\"]{0,110}? voted for {C:c}(?: and {C:v})?",
                  "(?:A|a|the) majority of (?:the )?electors..voted for {C:c}(?: and {C:v})?",
                  "majority of (?:the )?(?:electors|{college})..(?:voted for|elected|chose) {C:c}(?: and {C:v})?",
                  "{C:c} (?:won|received|had|secured|has) (?:a|the) majority (?:in the [Ee]lectoral [Cc]ollege|of (?:the )?{electors}|of the [Ee]lectoral [Cc]ollege)")
              .example(
                  SUPPORTED,
                  "2020-12-15",
                  "A majority of the electors voted for Biden and Kamala Harris.")
              .example(CONTRADICTED, "2020-12-15", "A majority of the electors voted for Trump.")
              .judges(MajorityForms::majority));

  /** "Two of the 538 electors": what is said is said of the two. */
  private static final Pattern OF_THEM = Pattern.compile("⟧ of (?:the |all )*$");

  private static Judged total(Slots s, Evidence e) {
    Quantity said = s.number("n");
    long entitled = e.standing().electors().entitled();
    if (said.whole() < 100 && entitled > 300) return Judged.NO_CLAIM;
    if (OF_THEM.matcher(s.before() + s.all().replaceFirst("⟦.*", "")).find())
      return Judged.NO_CLAIM;
    return Judged.held(
        said.fits(entitled) == Quantity.Fit.RIGHT,
        "The law gave %d electors in %d.".formatted(entitled, e.year()),
        List.of());
  }

  private static Judged needed(Slots s, Evidence e) {
    Quantity said = s.number("n");
    if (said.whole() < 60 || said.whole() > 600) return Judged.NO_CLAIM;
    int majority = ElectorResult.majority(e);
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
    int majority = ElectorResult.majority(e);
    if (said.whole() != majority)
      return Judged.contradicted(
          "The majority in %d was %d.".formatted(e.year(), majority), List.of());
    String candidate = s.candidate("c");
    List<Turn> turns =
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
    for (Turn turn : turns)
      if (s.day().isPresent()
          && Evidence.within(turn.since().given(), s.day().get().from(), s.day().get().to()))
        return since(e, turn);
    return s.day().isPresent()
        ? Judged.contradicted("No count of his passed the majority on that day.", entries(turns))
        : since(e, turns.getFirst()).at(turns.getFirst().since().given());
  }

  private static Judged since(Evidence e, Turn turn) {
    return Judged.supported(
            "%s had the majority %s."
                .formatted(e.name(turn.candidate()), Evidence.time(turn.since().given())),
            List.of(turn.since().entry()))
        .at(turn.since().given());
  }

  private static List<Entry> entries(List<Turn> turns) {
    return turns.stream().map(t -> t.since().entry()).distinct().toList();
  }

  private static Judged passedBy(Slots s, Evidence e) {
    if (s.has("n") && s.number("n").whole() != ElectorResult.majority(e))
      return Judged.contradicted(
          "The majority in %d was %d.".formatted(e.year(), ElectorResult.majority(e)), List.of());
    if (s.has("m") && s.number("m").whole() != e.electors(s.unit("u")))
      return Judged.contradicted(
          "%s had %d electors.".formatted(Evidence.place(s.unit("u")), e.electors(s.unit("u"))),
          List.of());
    Optional<Turn> turn =
        e.history().majorities(Rung.VOTED).stream()
            .filter(t -> t.since().moment() <= e.moment())
            .findFirst();
    if (turn.isEmpty()) return byCalls(s, e);
    Entry by = turn.get().since().entry();
    if (!KnownOrder.isKnown(e.history(), by))
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

  /** Before the electors have voted: by the calls of some caller. */
  private static Judged byCalls(Slots s, Evidence e) {
    return e.history().majorities(Rung.CALLED).stream()
        .filter(t -> t.since().moment() <= e.moment())
        .filter(t -> t.candidate().equals(s.candidate("c")))
        .filter(
            t ->
                t.since().entry().fact() instanceof Fact.Call call
                    && call.unit().equals(s.unit("u")))
        .findFirst()
        .map(
            t ->
                Judged.supported(
                        "By the calls of %s, %s."
                            .formatted(
                                ((Fact.Call) t.since().entry().fact()).caller(),
                                Evidence.time(t.since().entry())),
                        List.of(t.since().entry()))
                    .at(t.since().entry())
                    .undeniable())
        .orElseGet(() -> Judged.beyond("No majority of the electors had voted by then."));
  }

  private static Judged shortOf(Slots s, Evidence e) {
    Optional<ElectorResult> result = ElectorResult.of(e);
    if (result.isEmpty()) return ElectorResult.notYet();
    long has = result.get().votes().count(s.candidate("c")).orElse(0);
    return Judged.held(
        s.number("n").whole() == ElectorResult.majority(e) - has,
        "The majority was %d; %s had %d."
            .formatted(ElectorResult.majority(e), e.name(s.candidate("c")), has),
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

  private static Judged majority(Slots s, Evidence e) {
    if (s.has("dc") && Evidence.isState(s.unit("dc"))) return Judged.NO_CLAIM;
    Optional<ElectorResult> result = ElectorResult.of(e);
    if (result.isEmpty()) return ElectorResult.notYet();
    Votes votes = result.get().votes();
    String candidate = s.candidate("c");
    boolean has = votes.count(candidate).orElse(0) >= ElectorResult.majority(e);
    boolean mate = !s.has("v") || e.mate(candidate).filter(s.candidate("v")::equals).isPresent();
    return Judged.held(has && mate, result.get().told(e), result.get().by());
  }

  private MajorityForms() {}
}
