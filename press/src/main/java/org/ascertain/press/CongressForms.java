package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Chamber;
import org.ascertain.election.Fact.ChamberVote;
import org.ascertain.election.Fact.Matter;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Votes;
import org.ascertain.election.When;

/**
 * Claims about the count in Congress: its day, its objections and their votes, what was declared.
 */
final class CongressForms {

  static final List<Form> ALL =
      List.of(
          Form.of("declared-for", Kind.COUNT)
              .reads(
                  "(?:[Cc]ongress|[Ll]awmakers|[Tt]he joint session|[Aa] joint session of Congress) (?:has |had )?(?:certified|affirmed|confirmed|declared|ratified|finalized|validated) {C:w}(?:'s| as| to be)*(?: (?:the|his))?(?: (?:(?:Electoral College )?(?:victory|win|election)|winner|president(?:-elect)?))?(?: over {C:l})?",
                  "{C:w} (?:was|had been|has been) (?:declared|certified|affirmed|confirmed)(?: as)?(?: the)?(?: winner| president| president-elect)? by Congress")
              .example(SUPPORTED, "2021-01-08", "Congress certified Biden's victory on Thursday.")
              .example(CONTRADICTED, "2021-01-08", "Congress certified Trump's victory.")
              .judges(CongressForms::declared),
          Form.of("counted", Kind.COUNT)
              .reads(
                  "(?:[Cc]ongress|[Ll]awmakers|[Tt]he joint session|[Aa] joint session of Congress|[Tt]he two [Hh]ouses) (?:has |had )?(?:met|convened|gathered|counted|certified|tallied|assembled|completed the count|finished counting)(?: in joint session)?(?: to count)?(?: the| of)*(?: {electors}| votes| results| ballots| returns)?",
                  "(?:[Jj]oint session|[Cc]ount) (?:of Congress )?(?:was held|took place|opened|began|convened)")
              .example(SUPPORTED, "2005-01-10", "Congress counted the electoral votes on Jan. 6.")
              .example(
                  CONTRADICTED, "2005-01-10", "Congress counted the electoral votes on Jan. 5.")
              .judges(CongressForms::counted),
          Form.of("vote-on-an-objection", Kind.OBJECTION)
              .reads(
                  "{H:h} (?:voted|rejected|defeated|overruled|turned back|turned down|upheld|dismissed|sustained)..(?:objection|challenge)s?(?: to| against| of| over)?(?: the)?(?: counting)?(?: of)?(?: {U:u}(?:'s)?)?(?: {electors}| votes| results| slate)?,? (?:by )?(?:a vote of )?{X:s}",
                  "{H:h} (?:voted|rejected it|defeated it|turned it back|followed|did so)(?:,| by| a vote of)* {X:s}(?: (?:to reject|against|to overrule|to dismiss))?(?: (?:the|an) (?:objection|challenge))?(?: (?:to|against|over|of) {U:u})?",
                  "{X:s} in {H:h}(?! of)")
              .example(
                  SUPPORTED,
                  "2021-01-08",
                  "The Senate rejected the objection to Arizona's electoral votes by 93-6.")
              .example(
                  CONTRADICTED,
                  "2021-01-08",
                  "The Senate rejected the objection to Arizona's electoral votes by 92-6.")
              .judges(CongressForms::chamberVote),
          Form.of("objected-to", Kind.OBJECTION)
              .reads(
                  "(?:objected|objecting) to (?:the )?(?:counting of |count of |results? (?:of|from|in) |electors of )*{Us:us}",
                  "(?:objections?|challenges?) (?:to|against) (?:the )?(?:results? (?:of|from|in) |{electors} (?:of|from) |votes? (?:of|from) )?{Us:us}(?:'s)?(?: and)?")
              .example(SUPPORTED, "2021-01-08", "Members objected to Arizona and Pennsylvania.")
              .example(CONTRADICTED, "2021-01-08", "Members objected to Ohio.")
              .judges(CongressForms::objected),
          Form.of("commission", Kind.OBJECTION)
              .reads(
                  "[Cc]ommission(?:ers)?(?: of {N:size})? (?:had )?(?:voted|ruled|decided|awarded|gave|held)(?: (?:each|every one|all) of (?:the|these) (?:disputed|contested) [Ss]tates)?..{X:s}..(?:{U:u}|{C:c})?",
                  "(?:[Bb]y |vote of ){X:s},? the (?:[Ee]lectoral )?[Cc]ommission (?:awarded|gave|decided) {U:u}..(?:to|for) {C:c}")
              .example(SUPPORTED, "1877-03-03", "The Electoral Commission voted by 8 to 7.")
              .example(CONTRADICTED, "1877-03-03", "The Electoral Commission voted by 9 to 6.")
              .example(
                  SUPPORTED,
                  "1877-03-03",
                  "The Commission of fifteen decided each of the disputed States by a vote of 8 to 7.")
              .judges(CongressForms::commission),
          Form.of("contingent", Kind.COUNT)
              .reads(
                  "(?:the |[Tt]he )?⟦H[0-9]+⟧ (?:elected|chose|picked) {C:c}(?: (?:as )?president)?(?: on (?:the|its) {O:o} ballot)?")
              .example(SUPPORTED, "1825-02-12", "The House chose Adams.")
              .example(CONTRADICTED, "1825-02-12", "The House chose Jackson.")
              .judges(CongressForms::contingent),
          Form.of("announced-score", Kind.COUNT)
              .reads(
                  "(?:announced|declared|read out|affirmed|recorded)..(?:tally|result|total|vote|count|votes)s?(?: of|:|,| as)? {X:s}(?: (?:for|in favor of) {C:w})?")
              .example(SUPPORTED, "2021-01-08", "He announced the tally of 306-232.")
              .example(CONTRADICTED, "2021-01-08", "He announced the tally of 302-236.")
              .judges(CongressForms::announced));

  private static Judged declared(Slots s, Evidence e) {
    Optional<Entry> declared = e.last(Fact.Declared.class, f -> true);
    if (declared.isEmpty()) return Judged.beyond("Congress had not declared a result by then.");
    Votes votes = ((Fact.Declared) declared.get().fact()).ballots().of(Office.PRESIDENT);
    boolean holds =
        e.chosen().filter(s.candidate("w")::equals).isPresent()
            && (!s.has("l")
                || (votes.count(s.candidate("l")).isPresent()
                    && !s.candidate("l").equals(s.candidate("w"))));
    return Judged.held(
            holds,
            "Declared %s: %s.".formatted(Evidence.time(declared.get()), e.figures(votes)),
            List.of(declared.get()))
        .at(meant(s, e, declared.get()));
  }

  /** The hour of the declaration where the text has its day; else the whole sitting. */
  private static When meant(Slots s, Evidence e, Entry declared) {
    When at = declared.fact().attestation().at();
    boolean isItsDay = s.day().filter(day -> Evidence.within(at, day.from(), day.to())).isPresent();
    return isItsDay ? at : span(e, declared);
  }

  /** From the opening of the count to what was declared: a night may lie between. */
  private static When span(Evidence e, Entry declared) {
    When at = declared.fact().attestation().at();
    return e.first(Fact.CountOpened.class, f -> true)
        .map(opened -> When.between(opened.fact().attestation().at().earliest(), at.latest()))
        .orElse(at);
  }

  private static Judged counted(Slots s, Evidence e) {
    Optional<Entry> opened = e.first(Fact.CountOpened.class, f -> true);
    if (opened.isEmpty()) return Judged.beyond("The count had not opened by then.");
    Optional<Entry> declared = e.last(Fact.Declared.class, f -> true);
    boolean meets = Sought.has(s.all(), "met|convened|gathered|opened|began|assembled");
    String why =
        "The count opened "
            + Evidence.time(opened.get())
            + declared.map(d -> "; declared " + Evidence.time(d)).orElse("")
            + ".";
    boolean onThatDay =
        s.all().contains("counted")
            && s.day()
                .filter(
                    d -> Evidence.within(opened.get().fact().attestation().at(), d.from(), d.to()))
                .isPresent();
    if (meets || onThatDay) return Judged.supported(why, List.of(opened.get())).at(opened.get());
    if (declared.isEmpty()) return Judged.beyond("The count had not ended by then.");
    if (s.all().contains("counted"))
      return Judged.supported(why, List.of(opened.get(), declared.get()))
          .at(span(e, declared.get()));
    return Judged.supported(why, List.of(opened.get(), declared.get()))
        .at(meant(s, e, declared.get()));
  }

  private static Judged chamberVote(Slots s, Evidence e) {
    Mention.Score score = s.score("s");
    Chamber chamber = ((Mention.House) s.mention("h")).isSenate() ? Chamber.SENATE : Chamber.HOUSE;
    List<Entry> votes = e.all(ChamberVote.class, f -> f.chamber() == chamber);
    if (votes.isEmpty()) return Judged.NO_CLAIM;
    String unit = s.has("u") ? s.unit("u") : "";
    List<Entry> meant =
        votes.stream()
            .filter(v -> unit.isEmpty() || ((ChamberVote) v.fact()).jurisdiction().equals(unit))
            .toList();
    if (meant.isEmpty())
      return e.isComplete(Matter.OBJECTIONS)
          ? Judged.contradicted(
              "No vote of that House on %s is on record.".formatted(Evidence.place(unit)), votes)
          : Judged.beyond("The record does not hold every objection.");
    for (Entry each : meant) {
      ChamberVote vote = (ChamberVote) each.fact();
      boolean rejects =
          s.all().contains("reject")
              || s.all().contains("defeat")
              || s.all().contains("turned")
              || s.all().contains("against")
              || s.all().contains("dismiss")
              || s.all().contains("overrul");
      if (ObjectionPieces.saysSustained(s.words()))
        return vote.sustain() < vote.reject()
            ? Judged.contradicted(told(vote, each), List.of(each))
            : Judged.NO_CLAIM;
      boolean inOrder = score.one() == vote.reject() && score.other() == vote.sustain();
      boolean reversed = score.one() == vote.sustain() && score.other() == vote.reject();
      if (inOrder || (reversed && !rejects))
        return Judged.supported(told(vote, each), List.of(each)).at(each);
    }
    if (unit.isEmpty() && meant.size() > 1)
      return Judged.beyond("Which vote is meant is not clear.");
    return Judged.contradicted(
        told((ChamberVote) meant.getFirst().fact(), meant.getFirst()), meant);
  }

  private static String told(ChamberVote vote, Entry by) {
    return "On %s: %d to sustain, %d against, %s."
        .formatted(
            Evidence.place(vote.jurisdiction()), vote.sustain(), vote.reject(), Evidence.time(by));
  }

  private static Judged objected(Slots s, Evidence e) {
    if (e.first(Fact.CountOpened.class, f -> true).isEmpty()) return Judged.NO_CLAIM;
    // what became of objections, or who made them, is more than that there were some
    boolean isOfMore = Sought.has(around(s), OF_MORE);
    List<Entry> by = new ArrayList<>();
    for (String unit : s.units("us")) {
      List<Entry> own = e.all(Fact.Objection.class, f -> f.jurisdiction().equals(unit));
      if (own.isEmpty())
        return e.isComplete(Matter.OBJECTIONS)
            ? Judged.contradicted(
                "The record holds all objections, and none to %s.".formatted(Evidence.place(unit)),
                List.of())
            : Judged.beyond("The record does not hold every objection.");
      if (isOfMore && own.stream().noneMatch(o -> ((Fact.Objection) o.fact()).received()))
        return Judged.beyond(
            "The objection to %s was not received.".formatted(Evidence.place(unit)));
      by.addAll(own);
    }
    return Judged.supported("It was objected to " + Evidence.time(by.getFirst()) + ".", by)
        .at(by.getFirst());
  }

  private static final String OF_MORE =
      "(?i)\\bsenators?\\b|\\bvot(?:e[ds]?|ing)\\b|\\bdebate|\\bboth\\b|\\breject|\\boverrul|\\bsustain|\\breceived\\b|\\bfail|\\bfell\\b|\\bheard\\b";

  /** The clause around a claim, without the claim. */
  private static String around(Slots s) {
    Matcher last = CLAUSE_END.matcher(s.before());
    int from = 0;
    while (last.find()) from = last.end();
    Matcher next = CLAUSE_END.matcher(s.after());
    return s.before().substring(from)
        + " "
        + (next.find() ? s.after().substring(0, next.start()) : s.after());
  }

  private static final Pattern CLAUSE_END = Pattern.compile("[,;:]| and | but | while ");

  private static Judged commission(Slots s, Evidence e) {
    Mention.Score score = s.score("s");
    List<Entry> rulings =
        e.all(
            Fact.CommissionRuling.class, f -> !s.has("u") || f.jurisdiction().equals(s.unit("u")));
    if (rulings.isEmpty()) return Judged.NO_CLAIM;
    boolean isOfFifteen = !s.has("size") || s.number("size").whole() == 15;
    boolean holds =
        isOfFifteen
            && rulings.stream()
                .anyMatch(
                    r ->
                        ((Fact.CommissionRuling) r.fact()).inFavour() == score.one()
                            && ((Fact.CommissionRuling) r.fact()).against() == score.other());
    Fact.CommissionRuling first = (Fact.CommissionRuling) rulings.getLast().fact();
    if (s.has("c") && e.chosen().filter(s.candidate("c")::equals).isEmpty())
      return Judged.beyond("For whom each ruling was the record tells by slates.");
    return Judged.held(
        holds,
        "The commission voted %d to %d.".formatted(first.inFavour(), first.against()),
        rulings);
  }

  private static Judged contingent(Slots s, Evidence e) {
    List<Entry> ballots = e.all(Fact.ContingentBallot.class, f -> f.chamber() == Chamber.HOUSE);
    if (ballots.isEmpty()) return Judged.NO_CLAIM;
    Fact.ContingentBallot last = (Fact.ContingentBallot) ballots.getLast().fact();
    boolean ballot = !s.has("o") || ((Mention.Ordinal) s.mention("o")).number() == last.ballot();
    Optional<String> chosen = e.standing().president().candidate();
    return Judged.held(
            chosen.filter(s.candidate("c")::equals).isPresent() && ballot,
            "The House chose %s on ballot %d."
                .formatted(chosen.map(e::name).orElse("nobody"), last.ballot()),
            List.of(ballots.getLast()))
        .at(ballots.getLast());
  }

  private static Judged announced(Slots s, Evidence e) {
    Optional<Entry> declared = e.last(Fact.Declared.class, f -> true);
    if (declared.isEmpty()) return Judged.NO_CLAIM;
    Votes votes = ((Fact.Declared) declared.get().fact()).ballots().of(Office.PRESIDENT);
    String winner = s.has("w") ? s.candidate("w") : votes.ids().getFirst();
    long own = votes.count(winner).orElse(0);
    boolean other =
        votes.ids().stream()
            .anyMatch(
                id -> !id.equals(winner) && votes.count(id).orElse(0) == s.score("s").other());
    return Judged.held(
            own == s.score("s").one() && other,
            "Declared: " + e.figures(votes) + ".",
            List.of(declared.get()))
        .at(declared.get());
  }

  private CongressForms() {}
}
