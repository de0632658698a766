package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Votes;
import org.ascertain.standing.KnownOrder;

/** Claims of majorities, and of how many electors and states there are, in pieces of sentences. */
final class MajorityPieces {

  static final List<Form> ALL =
      List.of(
          Form.of("past-the-majority-by", Kind.MAJORITY)
              .hears(
                  "{U:u}.{0,40}?(?:carr(?:ied|ies)|puts?|br(?:ought|ings)|t(?:ook|akes)|lift(?:ed|s)?|push(?:ed|es)|sen[td]s?|mov(?:ed|es)|tip(?:ped|s)|propel(?:led|s)) (?:him|her|{C:c}).{0,15}?(?:past|over|beyond|above|across) (?:the )?(?:{N:n}|top|line|threshold|mark|finish|majority)",
                  "{U:u} (?:that |which )(?:carried|put|brought|took|pushed) (?:him|her|{C:c}) (?:past|over|beyond|above|across) (?:the )?(?:{N:n}|top|line|threshold|mark)",
                  "clears? the bar as {U:u} votes",
                  "{U:u}.{0,60}?(?:carried|put|brought|took) (?:him|her|{C:c}) (?:past|over|beyond|above) (?:the )?{N:n}",
                  "(?:carried|put|brought|took) {C:c} (?:past|over|beyond|above) (?:the )?{N:n}")
              .example(
                  SUPPORTED,
                  "2021-02-01",
                  "In the meeting of the electors it was California that carried Biden past 270.")
              .example(
                  CONTRADICTED,
                  "2021-02-01",
                  "In the meeting of the electors it was Wyoming that carried Biden past 270.")
              .judges(MajorityPieces::past),
          Form.of("majority-in-words", Kind.MAJORITY)
              .hears(
                  "needed:? {N:n}|needs? {N:n}|{N:n} (?:to win|(?:was|were|is|are) (?:needed|required)|of (?:the )?{N:m} (?:votes )?(?:to win|were needed|are needed|needed|would))",
                  "{N:n} (?:made|makes|was|being|constituted) (?:a|the) majority",
                  "{N:n} (?:of them |votes )?(?:make|makes|elect|elects|chooses?) (?:a |the )?(?:⟦C[0-9]+⟧|president)",
                  "{N:n} the (?:least|fewest|smallest number) that (?:suffices|will do|elects)",
                  "majority (?:was|of|is|being|requires|required|needs|needed|takes|took|meant|means) {N:n}",
                  "{N:n} (?:were|was|are|is|would be) (?:enough|sufficient|required)",
                  "{N:d} (?:above|over|short of|shy of|below) the (?:minimum|mark|threshold|line)",
                  "(?<exact>(?:exactly|precisely|just) the (?:majority|number|minimum)(?: that (?:is|was))? (?:required|needed))",
                  "{N:d} (?:above|over|short of|shy of|below) (?:a |the )?(?:majority|{N:n})",
                  "(?:one|1) (?<above>above|over) the {N:n}",
                  "a (?<plurality>plurality) of (?:them|the electors|electors)",
                  "(?<onemore>one more) (?:vote|elector) would have")
              .ahead()
              .example(SUPPORTED, "2021-02-01", "The winner stood 36 above the majority.")
              .example(CONTRADICTED, "2021-02-01", "The whole of it: 269 made a majority.")
              .judges(MajorityPieces::majority),
          Form.of("electors-in-number", Kind.TOTAL)
              .hears(
                  "there (?:are|were) {N:n}(?: of them| electors|[ .]*$)",
                  "whole number(?: of (?:the )?electors)?(?: appointed)?,? (?:being|was|is|of) {N:n}",
                  "^a: {N:n}[.]?$",
                  "{N:n} (?:presidential )?electors (?:in all|altogether|in total)")
              .ahead()
              .example(SUPPORTED, "2021-02-01", "They choose electors, and there are 538 of them.")
              .example(
                  CONTRADICTED, "2021-02-01", "They choose electors, and there are 535 of them.")
              .judges(
                  (s, e) -> {
                    long n = s.number("n").whole();
                    boolean ofElectors =
                        Sought.has(s.context(), "elector|whole number|majority|how many");
                    if (n < 69 || n > 600 || !ofElectors) return Judged.NO_CLAIM;
                    long is = e.standing().electors().entitled();
                    // a few are those of some states
                    if (10 * n < 9 * is) return Judged.NO_CLAIM;
                    return Judged.held(
                        n == is,
                        "The law gave %d electors in %d.".formatted(is, e.year()),
                        List.of());
                  }),
          Form.of("states-in-number", Kind.TOTAL)
              .hears(
                  "{C:c}.{0,20}?(?:carried|won|took|had) (?:more states,? )?{N:n}(?: of (?:the )?(?:50|fifty))?(?: states)?(?<dc> and (?:the capital|the district|d\\.c\\.))?[ .,]*$",
                  "^[-* ,]*{C:c}: {N:n}(?<cap> and the capital)",
                  "{N:n} states (?:took part|voted|chose electors)")
              .example(SUPPORTED, "2021-02-01", "- Biden: 25 and the capital")
              .example(CONTRADICTED, "2021-02-01", "- Trump: 25 and the capital")
              .judges(MajorityPieces::states));

  private static Judged past(Slots s, Evidence e) {
    if (s.has("n") && s.number("n").whole() != ElectorResult.majority(e)) {
      long n = s.number("n").whole();
      return n < 60 || n > 600
          ? Judged.NO_CLAIM
          : Judged.contradicted(
              "The majority in %d was %d.".formatted(e.year(), ElectorResult.majority(e)),
              List.of());
    }
    Optional<String> unit = s.has("u") ? Optional.of(s.unit("u")) : s.place();
    if (unit.isEmpty()) return Judged.NO_CLAIM;
    String context = s.context();
    boolean ofCount =
        Sought.has(
                context,
                "senate|joint session|objection|congress|member|session|upper chamber|lower chamber")
            || (s.textDay().getMonthValue() == 1 && s.textDay().getYear() == e.year() + 1);
    boolean ofElectors = Sought.has(context, "elector|college|\\bmet\\b|meeting|capitals");
    boolean isOfChosen = !s.has("c") || s.in((Mention.Person) s.mention("c")).equals(e.chosen());
    Matcher own = WITH_ITS.matcher(s.heard());
    if (own.find()
        && s.piece().sentence().mentions().get(Integer.parseInt(own.group(1))).mention()
            instanceof Mention.Count count
        && count.quantity().whole() <= 60
        && count.quantity().whole() != e.electors(unit.get()))
      return Judged.contradicted(
          "%s had %d electors.".formatted(Evidence.place(unit.get()), e.electors(unit.get())),
          List.of());
    if (!ofCount && !ofElectors && isOfChosen && isPassedInCount(e, unit.get()))
      return Judged.supported("In the count in Congress its votes gave the majority.", List.of())
          .undeniable();
    List<Entry> all =
        ofCount ? e.all(Fact.Counted.class, f -> true) : e.all(Fact.ElectorVotes.class, f -> true);
    if (s.hears("⟦k")) return Judged.NO_CLAIM;
    Optional<String> person = s.has("c") ? s.in((Mention.Person) s.mention("c")) : e.chosen();
    long sum = 0;
    String passed = "";
    for (Entry each : all) {
      Votes votes = votes(each);
      String where = each.fact() instanceof Fact.OfJurisdiction of ? of.jurisdiction() : "";
      long had = sum;
      sum += person.map(p -> votes.count(p).orElse(0)).orElse(0L);
      if (had < ElectorResult.majority(e) && sum >= ElectorResult.majority(e)) {
        if (!ofCount && !KnownOrder.isKnown(e.history(), each))
          return Judged.beyond("In what order the electors of that day voted is not on record.");
        passed = where;
      }
    }
    if (passed.isEmpty())
      return all.isEmpty()
          ? Judged.NO_CLAIM
          : Judged.beyond("No such majority is on record by then.");
    String why =
        "%s passed %d with the votes of %s."
            .formatted(
                person.map(e::name).orElse(""), ElectorResult.majority(e), Evidence.place(passed));
    return Judged.held(passed.equals(unit.get()), why, List.of());
  }

  /** "California, with its 55". */
  private static final Pattern WITH_ITS =
      Pattern.compile("⟦u[0-9]+⟧(?:'s)?,? (?:with )?(?:its |all |the )?⟦n([0-9]+)⟧");

  /** Whether the votes of a place gave the majority when Congress counted. */
  private static boolean isPassedInCount(Evidence e, String unit) {
    Optional<String> chosen = e.chosen();
    long sum = 0;
    for (Entry each : e.all(Fact.Counted.class, f -> true)) {
      long had = sum;
      sum += chosen.map(c -> votes(each).count(c).orElse(0)).orElse(0L);
      if (had < ElectorResult.majority(e) && sum >= ElectorResult.majority(e))
        return ((Fact.Counted) each.fact()).jurisdiction().equals(unit);
    }
    return false;
  }

  private static Votes votes(Entry entry) {
    return switch (entry.fact()) {
      case Fact.ElectorVotes f -> f.ballots().of(Office.PRESIDENT);
      case Fact.Counted f -> f.ballots().map(b -> b.of(Office.PRESIDENT)).orElse(Votes.NONE);
      // nothing else holds votes of electors
      default -> Votes.NONE;
    };
  }

  private static Judged majority(Slots s, Evidence e) {
    int majority = ElectorResult.majority(e);
    int entitled = e.standing().electors().entitled();
    String why = "The majority in %d was %d of %d.".formatted(e.year(), majority, entitled);
    if (s.hears("senat|⟦h|\\bcourt|per ?cent|million|states to|⟦s[0-9]")) return Judged.NO_CLAIM;
    if (s.has("plurality"))
      return s.hears("must|needs?|required|has to|have to")
          ? Judged.contradicted(why, List.of())
          : Judged.NO_CLAIM;
    if (s.has("onemore")) {
      Optional<Votes> votes = ElectorResult.of(e).map(ElectorResult::votes);
      return votes.isPresent()
              && votes.get().ids().stream()
                  .anyMatch(id -> votes.get().count(id).orElse(0) == majority - 1)
          ? Judged.supported(why, List.of())
          : Judged.NO_CLAIM;
    }
    if (s.has("exact")) {
      Optional<ElectorResult> result = ElectorResult.of(e);
      return result.isEmpty()
          ? ElectorResult.notYet()
          : Judged.held(
              Ranking.of(result.get().votes()).getFirst() == majority, why, result.get().by());
    }
    if (s.has("d") || s.has("above")) {
      Optional<String> who =
          s.who().or(() -> s.hears("the (?:winner|victor)") ? e.chosen() : Optional.empty());
      Optional<ElectorResult> result = ElectorResult.of(e);
      long d = s.has("d") ? s.number("d").whole() : 1;
      if (who.isEmpty()) return Judged.NO_CLAIM;
      if (s.has("n") && s.number("n").whole() != majority)
        return Judged.contradicted(why, List.of());
      if (result.isEmpty()) return ElectorResult.notYet();
      long has = result.get().votes().count(who.get()).orElse(0);
      boolean above = s.hears("above|over");
      return Judged.held(
          has - majority == (above ? d : -d),
          why + " " + e.name(who.get()) + " had " + has + ".",
          result.get().by());
    }
    long n = s.number("n").whole();
    if (n < 60 || n > 600) return Judged.NO_CLAIM;
    boolean whole = !s.has("m") || s.number("m").whole() == entitled;
    return Judged.held(n == majority && whole, why, List.of());
  }

  private static Judged states(Slots s, Evidence e) {
    if (s.hears("electors|⟦u|million|votes|objection|suits")) return Judged.NO_CLAIM;
    Quantity said = s.number("n");
    if (said.whole() < 1 || said.whole() > 50) return Judged.NO_CLAIM;
    if (!s.has("c")) {
      long all = e.jurisdictions().stream().filter(Evidence::isState).count();
      return Judged.held(said.whole() == all, "%d states took part.".formatted(all), List.of());
    }
    if (!s.hears("states|and the capital")
        && !s.piece().sentence().words().contains("states")
        && !s.scene().words().contains("States")) return Judged.NO_CLAIM;
    Optional<String> who = s.in((Mention.Person) s.mention("c"));
    if (who.isEmpty() || !e.isPresidential(who.get())) return Judged.NO_CLAIM;
    if (!e.haveVoted()) return ElectorResult.notYet();
    int all = 0;
    boolean capital = false;
    for (String each : e.jurisdictions()) {
      Optional<String> winner =
          UnitForms.winner(e, each).or(() -> UnitForms.winner(e.whole(), each));
      if (winner.isEmpty())
        return Judged.beyond("The record does not tell who carried every state.");
      boolean has = winner.get().equals(who.get());
      if (!Evidence.isState(each)) capital = has;
      else if (has) all++;
    }
    String why = "%s carried %d states.".formatted(e.name(who.get()), all);
    boolean dc = !(s.has("dc") || s.has("cap")) || capital;
    return Judged.held(said.whole() == all && dc, why, List.of());
  }

  private MajorityPieces() {}
}
