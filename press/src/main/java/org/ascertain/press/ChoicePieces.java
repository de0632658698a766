package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.ascertain.archive.Presidents;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Votes;

/**
 * Claims of majorities, of votes against the pledge, of offices and of what was the most or the
 * first, in pieces of sentences.
 */
final class ChoicePieces {

  static final List<Form> ALL =
      List.of(
          Form.of("past-the-majority-by", Kind.MAJORITY)
              .hears(
                  "{U:u}.{0,40}?(?:carried|put|brought|took|lifted|pushed|sent|moved|tipped) (?:him|her|{C:c}).{0,15}?(?:past|over|beyond|above|across) (?:the )?(?:{N:n}|top|line)",
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
              .judges(ChoicePieces::past),
          Form.of("majority-in-words", Kind.MAJORITY)
              .hears(
                  "needed:? {N:n}|needs? {N:n}|{N:n} (?:to win|(?:was|were|is|are) (?:needed|required)|of (?:the )?{N:m} (?:votes )?(?:to win|were needed|are needed|needed|would))",
                  "{N:n} (?:made|makes|was|being|constituted) (?:a|the) majority",
                  "majority (?:was|of|is|being) {N:n}",
                  "{N:d} (?:above|over|short of|shy of|below) (?:a |the )?(?:majority|{N:n})",
                  "(?:one|1) (?<above>above|over) the {N:n}",
                  "a (?<plurality>plurality) of (?:them|the electors|electors)",
                  "(?<onemore>one more) (?:vote|elector) would have")
              .ahead()
              .example(SUPPORTED, "2021-02-01", "The winner stood 36 above the majority.")
              .example(CONTRADICTED, "2021-02-01", "The whole of it: 269 made a majority.")
              .judges(ChoicePieces::majority),
          Form.of("electors-in-number", Kind.TOTAL)
              .hears(
                  "there (?:are|were) {N:n}(?: of them| electors|[ .]*$)",
                  "whole number (?:being|was|is|of electors) {N:n}",
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
                        (s.scene().words() + s.piece().sentence().words())
                            .matches("(?is).*(?:elector|whole number|majority|how many).*");
                    if (n < 69 || n > 600 || !ofElectors) return Judged.NO_CLAIM;
                    long is = e.standing().electors().entitled();
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
              .judges(ChoicePieces::states),
          Form.of("against-the-pledge", Kind.FAITHLESS)
              .hears(
                  "(?<none>not) {N:one} elector",
                  "(?<none>faithless: none|no faithless|not (?:a single|one) elector|no elector|no other elector).{0,30}?",
                  "{N:n}.{0,30}?(?:went astray|strayed|went (?:their|his|her) own way|broke|who had been pledged|from {U:u}|defected|faithless)",
                  "when {N:n} did",
                  "{N:n} who had been pledged to {C:c}")
              .withDenial()
              .example(
                  SUPPORTED, "2017-02-01", "Seven went their own way among the electors of 2016.")
              .example(
                  CONTRADICTED, "2017-02-01", "Five went their own way among the electors of 2016.")
              .judges(ChoicePieces::strayed),
          Form.of("named-elector", Kind.FAITHLESS)
              .hears(
                  "pledged to {C:c}|voted for {C:c}|{C:c}.{0,20}?from {U:u}|(?:named|chose) {C:c}|(?:elector|belonged to|thought for) [A-Z]|left (?:his|her|it) (?:ballot )?blank|fined|wrote the wrong name|protest|no vote in congress|failed")
              .example(
                  SUPPORTED,
                  "2001-02-01",
                  "In protest Barbara Lett-Simmons, an elector, voted for nobody.")
              .example(
                  CONTRADICTED,
                  "2001-02-01",
                  "Barbara Lett-Simmons had been pledged to George W. Bush.")
              .judges(ChoicePieces::named),
          Form.of("oath-by", Kind.OFFICE)
              .hears(
                  "(?:oath|administered|given|spoken|spoke the words|swore (?:him|her) in|sworn in).{0,40}?(?:by|before|chief justice|justice|it was) {0,3}(?:chief justice |justice )?[A-Z][a-z]+",
                  "(?:chief justice|justice) [A-Z][a-z]+.{0,30}?(?:administered|gave|swore|spoke|read)",
                  "[A-Z][a-z]+ [A-Z][a-z]+ who (?:spoke the words|administered|gave)")
              .example(SUPPORTED, "2001-02-01", "The oath was given by Chief Justice Rehnquist.")
              .example(CONTRADICTED, "2001-02-01", "The oath was given by Chief Justice Roberts.")
              .judges(ChoicePieces::oath),
          Form.of("office-in-a-piece", Kind.OFFICE)
              .hears(
                  "{C:c}.{0,25}?(?:was|is|became|as|for ever|remains) (?:the )?{O:o} president",
                  "(?:is|was|became|as) (?:the )?{O:o} president",
                  "{C:c} (?:is|was|became|becomes|begins (?:his|her) (?:first|second) term as|has been|will be)(?: the)? (?:vice.president)(?: elect)?",
                  "{C:c},? (?:was )?(?:chosen|elected) (?:as )?(?:(?:his|her) deputy|vice.president)",
                  "vice.president: {C:c}",
                  "{C:c}.{0,10}?(?:declared elected|has been elected|was elected|was re-elected|elected again|wins second term|re-elected|won a second term)",
                  "four years after (?:he|she) lost to {C:w}")
              .ahead()
              .example(SUPPORTED, "2021-02-01", "- Vice President: Kamala Harris")
              .example(CONTRADICTED, "2021-02-01", "- Vice President: Mike Pence")
              .judges(ChoicePieces::office),
          Form.of("most-of-all", Kind.UNIT)
              .hears(
                  "(?:largest|biggest) (?:prize|delegation|state)(?::| was| is|,)? (?:{U:u})?",
                  "{U:u}.{0,30}?(?:, |had |with |the )(?:the )?(?<most>most|largest|biggest)\\b",
                  "closest in (?<share>percent|votes): {U:u}",
                  "{U:u}.{0,20}?(?<close>closest|smallest margin|narrowest|tightest)",
                  "(?<close2>smallest margin|closest state|narrowest)",
                  "(?<ever>no candidate ever|third largest figure|largest figure|beat every earlier candidate|more (?:votes )?than any(?:one| candidate)? (?:before|ever))")
              .withDenial()
              .example(SUPPORTED, "2021-02-01", "- Largest prize: California")
              .example(CONTRADICTED, "2021-02-01", "- Closest in percent: Wisconsin")
              .judges(ChoicePieces::most),
          Form.of("order-of-voting", Kind.ELECTORS)
              .hears(
                  "{U:u}.{0,25}?(?<which>first|second|last|final)(?: state| one)?(?: to (?:report|vote|meet)| of the day| of the .{0,20}?meetings|[ .,]*$)",
                  "{U:u}.{0,25}?(?<closed>closed the roll)",
                  "{N:n} states were done by {T:t}",
                  "{U:u} is read (?<read>first)")
              .example(
                  SUPPORTED, "2020-12-15", "In the morning Vermont had been the first to report.")
              .example(
                  CONTRADICTED, "2020-12-15", "In the morning Texas had been the first to report.")
              .judges(ChoicePieces::order),
          Form.of("split-state", Kind.UNIT)
              .hears(
                  "(?:votes )?(?:were|was|did) {0,1}(?:\\w+ )?split|split (?:its|their) (?:votes|electors)|{X:s}")
              .example(SUPPORTED, "2021-02-01", "In Maine and Nebraska the votes were split.")
              .judges(ChoicePieces::split));

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
    String context =
        (s.scene().words() + " " + s.piece().sentence().words()).toLowerCase(java.util.Locale.ROOT);
    boolean ofCount =
        context.matches("(?s).*(?:senate|joint session|objection|congress|member|session).*")
            || (s.textDay().getMonthValue() == 1 && s.textDay().getYear() == e.year() + 1);
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
        if (!ofCount && !org.ascertain.standing.KnownOrder.isKnown(e.history(), each))
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
    if (s.has("d") || s.has("above")) {
      Optional<String> who =
          s.who().or(() -> s.hears("the winner") ? e.chosen() : Optional.empty());
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
      return Judged.held(
          said.whole() == all, "States that took part: %d.".formatted(all), List.of());
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

  private static Judged strayed(Slots s, Evidence e) {
    Optional<Long> is = CollegeForms.strayed(e);
    String sentence = s.piece().sentence().words().toLowerCase(java.util.Locale.ROOT);
    String context = sentence + s.scene().words().toLowerCase(java.util.Locale.ROOT);
    if (!context.matches("(?s).*(?:elector|pledge|faithless|stray|astray).*"))
      return Judged.NO_CLAIM;
    if (is.isEmpty())
      return e.haveVoted()
          ? Judged.beyond("The record does not tell how every elector was pledged.")
          : Judged.NO_CLAIM;
    String why = "Votes for President against the pledge: %d.".formatted(is.get());
    if (s.has("none")) {
      if (!s.hears("faithless|broke|stray|defect|did\\b|pledge")) return Judged.NO_CLAIM;
      boolean other = s.hears("no other");
      return Judged.held(is.get() == (other ? 1 : 0), why, List.of());
    }
    long n = s.number("n").whole();
    if (n > 60
        || s.hears("attempt|failed|electoral votes|state(?:'s)? |⟦n[0-9]+⟧ of |votes? for|each"))
      return Judged.NO_CLAIM;
    if (s.has("c")) {
      Optional<String> from = s.in((Mention.Person) s.mention("c"));
      if (from.isEmpty()) return Judged.NO_CLAIM;
      if (!s.hears("pledged to")) return Judged.NO_CLAIM;
      long own = from(e, from.get());
      return Judged.held(
          n == own,
          "Of those who had been pledged to %s %d strayed.".formatted(e.name(from.get()), own),
          List.of());
    }
    if (s.has("u") || s.hears("from ⟦u")) {
      Optional<String> unit = s.placeHere();
      if (unit.isEmpty()) return Judged.NO_CLAIM;
      long own = in(e, unit.get());
      return Judged.held(
          n == own, "In %s %d strayed.".formatted(Evidence.place(unit.get()), own), List.of());
    }
    if (s.hears("who had been pledged")) return Judged.NO_CLAIM;
    return Judged.held(n == is.get(), why, List.of());
  }

  private static long from(Evidence e, String candidate) {
    long sum = 0;
    for (Entry entry : e.all(Fact.ElectorVotes.class, f -> true)) {
      Fact.ElectorVotes cast = (Fact.ElectorVotes) entry.fact();
      Optional<Votes> pledged = CollegeForms.pledged(e, cast.jurisdiction());
      if (pledged.isEmpty()) continue;
      sum +=
          Math.max(
              0,
              pledged.get().count(candidate).orElse(0)
                  - cast.ballots().of(Office.PRESIDENT).count(candidate).orElse(0));
    }
    return sum;
  }

  private static long in(Evidence e, String unit) {
    Optional<Entry> entry = e.electorVotes(unit);
    Optional<Votes> pledged = CollegeForms.pledged(e, unit);
    if (entry.isEmpty() || pledged.isEmpty()) return 0;
    Votes cast = ((Fact.ElectorVotes) entry.get().fact()).ballots().of(Office.PRESIDENT);
    long sum = 0;
    for (String id : pledged.get().ids())
      sum += Math.max(0, pledged.get().count(id).orElse(0) - cast.count(id).orElse(0));
    return sum;
  }

  /** What the notes say of electors by name. */
  private static Judged named(Slots s, Evidence e) {
    String sentence = s.piece().sentence().words();
    String context = s.scene().words() + " " + sentence;
    List<Entry> strays =
        e.all(
            Fact.ElectorVotes.class, f -> f.attestation().note().orElse("").contains("pledged to"));
    if (strays.isEmpty()) return Judged.NO_CLAIM;
    boolean election = context.matches("(?is).*(?:elector|pledged|ballot|vote|blank).*");
    if (!election) return Judged.NO_CLAIM;
    // a clause of a note: "NAME, pledged to A and B, voted for C for President and D for Vice
    // President."
    for (Entry each : strays) {
      String note = each.fact().attestation().note().orElse("");
      String where = ((Fact.ElectorVotes) each.fact()).jurisdiction();
      for (String clause : note.split("(?<=[a-z])\\. ", -1)) {
        if (!clause.contains("pledged to")) continue;
        String name = clause.substring(0, Math.max(0, clause.indexOf(',')));
        String surname = name.substring(name.lastIndexOf(' ') + 1);
        if (surname.length() < 3) continue;
        Pattern own = Pattern.compile("(?<![\\w])" + Pattern.quote(surname) + "(?![\\w]| [A-Z])");
        boolean here = own.matcher(sentence).find();
        boolean before =
            own.matcher(s.scene().words()).find() && s.hears("\\b(?:he|she|his|her|⟦c)");
        if (!here && !before) continue;
        String why = "%s: %s.".formatted(Evidence.place(where), clause);
        List<Entry> by = List.of(each);
        Optional<String> unit = s.placeHere();
        if (s.hears("only (?:one|⟦n)")) return Judged.NO_CLAIM;
        boolean ofUnit = s.hears("elector.{0,40}⟦u");
        if (ofUnit && unit.isPresent() && !unit.get().equals(where) && here)
          return Judged.contradicted(why, by);
        String pledge = clause.replaceAll("(?s).*pledged to ", "").replaceAll("(?s), .*", "");
        String vote = clause.replaceAll("(?s).*?, (?=voted|cast|left|abstain)", "");
        Optional<String> told = Optional.empty();
        for (Mention.Person person : s.here(Mention.Person.class)) {
          Optional<String> candidate = s.in(person).map(e::name);
          if (candidate.isEmpty()) continue;
          boolean ofPledge = s.hears("pledged to ⟦c");
          boolean ofVote = s.hears("(?:voted for|named|chose) ⟦c");
          if (ofPledge && !ofVote && !pledge.contains(candidate.get()))
            return Judged.contradicted(why, by);
          if (ofVote && !ofPledge && !vote.contains(candidate.get()))
            return Judged.contradicted(why, by);
          if (ofPledge || ofVote) told = candidate;
        }
        if (told.isEmpty() && unit.isEmpty() && !s.hears("blank|protest|no vote in congress"))
          continue;
        return Judged.supported(why, by).undeniable();
      }
    }
    return ofVotes(s, e);
  }

  /** "Bernie Sanders received one, from Hawaii": where the votes of one came from. */
  private static Judged ofVotes(Slots s, Evidence e) {
    Optional<String> unit = s.placeHere();
    Optional<String> who =
        s.standing().stream().findFirst().or(() -> s.earlier(Mention.Person.class).flatMap(s::in));
    if (unit.isEmpty() || who.isEmpty() || e.isPresidential(who.get()) || !s.hears("from ⟦u"))
      return Judged.NO_CLAIM;
    List<Entry> from =
        e.all(
            Fact.ElectorVotes.class,
            f -> f.ballots().of(Office.PRESIDENT).count(who.get()).orElse(0) > 0);
    if (from.isEmpty()) return Judged.NO_CLAIM;
    boolean only =
        from.stream()
            .allMatch(f -> ((Fact.ElectorVotes) f.fact()).jurisdiction().equals(unit.get()));
    return Judged.held(
        only,
        "His votes came from "
            + String.join(
                ", ",
                from.stream()
                    .map(f -> Evidence.place(((Fact.ElectorVotes) f.fact()).jurisdiction()))
                    .toList())
            + ".",
        from);
  }

  private static Judged oath(Slots s, Evidence e) {
    if (s.hears("\\bsuit|ruling|\\bcourt (?!of)|recount|hand count")) return Judged.NO_CLAIM;
    List<Entry> oaths = e.whole().all(Fact.Oath.class, f -> f.office() == Office.PRESIDENT);
    if (oaths.isEmpty()
        || !(s.piece().sentence().words() + s.scene().words())
            .matches("(?is).*(?:oath|sworn|hand|inaugur|took it).*")) return Judged.NO_CLAIM;
    Optional<String> by =
        oaths.stream()
            .flatMap(o -> Evidence.noted(o, "Administered by ([^.;]+)\\.?").stream())
            .findFirst();
    if (by.isEmpty()) return Judged.beyond("Who administered the oath is not in the record.");
    String surname = by.get().substring(by.get().lastIndexOf(' ') + 1);
    int began = org.ascertain.election.Washington.day(e.history().law().termBegins()).getYear();
    for (Mention.Days each : s.here(Mention.Days.class))
      if (each.isYear() && each.from().getYear() != began)
        return Judged.contradicted("The term began in " + began + ".", oaths);
    boolean holds = s.piece().words().matches("(?s).*\\b" + Pattern.quote(surname) + "\\b.*");
    return Judged.held(holds, "The oath was administered by " + by.get() + ".", oaths)
        .at(oaths.getFirst());
  }

  private static Judged office(Slots s, Evidence e) {
    if (s.hears("presid(?:ed|ing)|former|⟦k|mate|(?:first|second|third|last|only) ⟦c"))
      return Judged.NO_CLAIM;
    if (s.has("w")) {
      Optional<Evidence> before = e.of(e.year() - 4);
      Optional<String> chosen = before.flatMap(Evidence::chosen).map(c -> before.get().name(c));
      String said = s.piece().words();
      return chosen.isEmpty()
          ? Judged.NO_CLAIM
          : Judged.held(
              said.contains(chosen.get().substring(chosen.get().lastIndexOf(' ') + 1)),
              "Chosen four years before was " + chosen.get() + ".",
              List.of());
    }
    Optional<String> who = s.has("c") ? s.in((Mention.Person) s.mention("c")) : s.who();
    if (s.has("o")) {
      int said = ((Mention.Ordinal) s.mention("o")).number();
      if (who.isEmpty() && s.hears("⟦c")) return Judged.NO_CLAIM;
      String of = who.or(e.whole()::chosen).orElse("");
      OptionalInt number = Presidents.number(e.year(), of);
      if (number.isEmpty())
        return who.isPresent() && e.chosen().isPresent() && e.isPresidential(of)
            ? Judged.contradicted(
                "Chosen was " + e.chosen().map(e::name).orElse("") + ".", List.of())
            : Judged.NO_CLAIM;
      return Judged.held(
              number.getAsInt() == said,
              "The President chosen in %d is number %d.".formatted(e.year(), number.getAsInt()),
              List.of())
          .undeniable();
    }
    if (who.isEmpty()) return Judged.NO_CLAIM;
    boolean vice = s.hears("vice.president|deputy");
    Optional<String> chosen = e.chosen();
    if (chosen.isEmpty())
      return e.all(Fact.Call.class, f -> f.unit().equals("US") && f.candidate().equals(who.get()))
                  .isEmpty()
              || vice
          ? Judged.NO_CLAIM
          : e.whole().chosen().equals(who)
              ? Judged.beyond("The electors had not voted by then.")
              : Judged.NO_CLAIM;
    Optional<String> is = vice ? e.mate(chosen.get()) : chosen;
    boolean again = s.hears("second term|re-elected|elected again|again");
    boolean before =
        !again
            || e.of(e.year() - 4)
                .flatMap(Evidence::chosen)
                .map(c -> vice ? e.of(e.year() - 4).get().mate(c).orElse("") : c)
                .filter(is.orElse("")::equals)
                .isPresent()
            || e.of(e.year() - 8)
                .flatMap(Evidence::chosen)
                .filter(is.orElse("")::equals)
                .isPresent();
    Judged judged =
        Judged.held(
            is.equals(who) && before,
            "Chosen %s was %s."
                .formatted(vice ? "Vice President" : "President", is.map(e::name).orElse("nobody")),
            ElectorResult.of(e).map(ElectorResult::by).orElse(List.of()));
    return judged.undeniable();
  }

  private static Judged most(Slots s, Evidence e) {
    if (s.has("ever")) return ever(s, e);
    Optional<String> unit = s.has("u") ? Optional.of(s.unit("u")) : s.placeHere().or(s::place);
    if (unit.isEmpty()) return Judged.NO_CLAIM;
    if (s.hears("⟦k|first|recount|of the three|of the two|suits|crowd")) return Judged.NO_CLAIM;
    boolean close = s.has("share") || s.has("close") || s.has("close2");
    if (!close) {
      if (!s.hears("largest|biggest|electors|delegation|⟦n|prize")) return Judged.NO_CLAIM;
      int own = e.electors(unit.get());
      int best = e.jurisdictions().stream().mapToInt(e::electors).max().orElse(0);
      Optional<Quantity> n = s.count();
      boolean fits = n.isEmpty() || n.get().whole() == own || n.get().whole() > 60;
      return Judged.held(
          own == best && fits,
          "%s had %d electors; the most were %d.".formatted(Evidence.place(unit.get()), own, best),
          List.of());
    }
    boolean byShare = s.hears("per ?cent|percent|share|points");
    String best = "";
    double least = Double.MAX_VALUE;
    for (String each : e.jurisdictions()) {
      Optional<Votes> votes = e.votes(each).or(() -> e.whole().votes(each));
      if (votes.isEmpty() || votes.get().size() < 2)
        return Judged.beyond("The record has not all votes of " + Evidence.place(each) + ".");
      List<Long> order = new ArrayList<>();
      for (String id : votes.get().ids()) order.add(votes.get().count(id).orElse(0));
      order.sort(java.util.Comparator.reverseOrder());
      double lead = (double) (order.get(0) - order.get(1));
      if (byShare)
        lead /= (double) e.total(each).orElse(order.stream().mapToLong(Long::longValue).sum());
      if (lead < least) {
        least = lead;
        best = each;
      }
    }
    return Judged.held(
        best.equals(unit.get()),
        "The closest %s was %s.".formatted(byShare ? "by share" : "in votes", Evidence.place(best)),
        List.of());
  }

  private static Judged ever(Slots s, Evidence e) {
    Optional<String> who = s.who();
    Optional<org.ascertain.standing.Standing.PopularVote> vote = PopularForms.vote(e);
    if (vote.isEmpty())
      return Judged.beyond("The record has not the votes of every state by then.");
    String of = who.or(e::chosen).orElse("");
    if (vote.get().votes().count(of).isEmpty()) return Judged.NO_CLAIM;
    long own = vote.get().votes().count(of).getAsLong();
    long better = 0;
    for (int year = e.year() - 4; year >= Math.max(1824, e.year() - 40); year -= 4) {
      Optional<Votes> votes = e.of(year).flatMap(PopularForms::vote).map(v -> v.votes());
      if (votes.isEmpty()) return Judged.beyond("The record has not the votes of " + year + ".");
      for (String id : votes.get().ids()) if (votes.get().count(id).orElse(0) > own) better++;
    }
    String why =
        "Of earlier elections of forty years %d candidates had more than %,d votes."
            .formatted(better, own);
    if (s.hears("third largest")) return Judged.held(better == 2, why, List.of());
    return Judged.held(
        better == 0
            && (s.hears("earlier|before")
                || vote.get().votes().ids().stream()
                    .allMatch(id -> vote.get().votes().count(id).orElse(0) <= own)),
        why,
        List.of());
  }

  private static Judged order(Slots s, Evidence e) {
    if (s.hears("certif|call|network|⟦k|object|democrat|republican|ballot|recount|count of"))
      return Judged.NO_CLAIM;
    List<Entry> all = e.all(Fact.ElectorVotes.class, f -> true);
    String context =
        (s.scene().words() + " " + s.piece().sentence().words()).toLowerCase(java.util.Locale.ROOT);
    if (s.has("n")) {
      long n = s.number("n").whole();
      Mention.Clock until = (Mention.Clock) s.mention("t");
      if (n > 51 || all.isEmpty()) return Judged.NO_CLAIM;
      long done =
          all.stream()
              .filter(
                  x ->
                      !org.ascertain.election.Washington.at(x.effective())
                          .toLocalTime()
                          .isAfter(until.time()))
              .count();
      return done == n
          ? Judged.supported("So many had voted by then.", all.subList(0, (int) done)).undeniable()
          : Judged.beyond(
              "By the record %d had voted by then; of some only bounds are known.".formatted(done));
    }
    String unit = s.unit("u");
    boolean ofCount =
        s.has("read")
            || s.has("closed")
            || (context.matches("(?s).*(?:congress|roll|joint session).*")
                && !context.contains("elector"));
    if (ofCount) {
      List<Entry> counted = e.all(Fact.Counted.class, f -> true);
      if (counted.size() < 10) return Judged.NO_CLAIM;
      if (s.words("which").equalsIgnoreCase("second")) return Judged.NO_CLAIM;
      boolean last = s.has("closed") || s.words("which").matches("(?i)last|final");
      String is =
          ((Fact.Counted) (last ? counted.getLast() : counted.getFirst()).fact()).jurisdiction();
      return Judged.held(
          is.equals(unit),
          "%s was counted %s.".formatted(Evidence.place(is), last ? "last" : "first"),
          List.of(last ? counted.getLast() : counted.getFirst()));
    }
    if (!context.matches("(?s).*(?:elector|meeting|vote|report).*") || all.size() < 10)
      return Judged.NO_CLAIM;
    String which = s.words("which").toLowerCase(java.util.Locale.ROOT);
    boolean last = which.equals("last") || which.equals("final");
    Optional<Entry> one = Optional.empty();
    if (which.equals("first")) {
      Optional<Entry> noted =
          all.stream()
              .filter(v -> v.fact().attestation().note().orElse("").contains("the first to vote"))
              .findFirst();
      if (noted.isPresent())
        return Judged.held(
            ((Fact.ElectorVotes) noted.get().fact()).jurisdiction().equals(unit),
            "%s was the first to vote, %s."
                .formatted(
                    Evidence.place(((Fact.ElectorVotes) noted.get().fact()).jurisdiction()),
                    Evidence.time(noted.get())),
            List.of(noted.get()));
    }
    if (which.equals("second")) {
      boolean known =
          org.ascertain.standing.KnownOrder.isKnown(e.history(), all.get(1))
              && all.get(1).effective() < all.get(2).effective();
      if (known) one = Optional.of(all.get(1));
    } else
      one =
          last
              ? new org.ascertain.standing.KnownOrder(all).last()
              : new org.ascertain.standing.KnownOrder(all).first();
    if (one.isEmpty()) return Judged.beyond("Of some the hour is not known exactly enough.");
    if (!s.hears("elector|meet|vote|report|state")) return Judged.NO_CLAIM;
    String is = ((Fact.ElectorVotes) one.get().fact()).jurisdiction();
    return Judged.held(
        is.equals(unit),
        "%s voted %s, %s.".formatted(Evidence.place(is), which, Evidence.time(one.get())),
        List.of(one.get()));
  }

  private static Judged split(Slots s, Evidence e) {
    List<String> units = s.here(Mention.Place.class).stream().map(Mention.Place::unit).toList();
    if (s.has("s")) {
      Mention.Score score = s.score("s");
      boolean asked = s.scene().words().matches("(?is).*split.*");
      Optional<String> unit = s.placeHere().or(() -> asked ? s.scene().unit() : Optional.empty());
      if (unit.isEmpty()
          || !List.of("ME", "NE").contains(unit.get())
          || score.one() + score.other() > 6) return Judged.NO_CLAIM;
      Optional<Entry> cast = e.electorVotes(unit.get());
      if (cast.isEmpty()) return Judged.NO_CLAIM;
      Votes votes = ((Fact.ElectorVotes) cast.get().fact()).ballots().of(Office.PRESIDENT);
      List<Long> is =
          votes.ids().stream()
              .map(id -> votes.count(id).orElse(0))
              .sorted(java.util.Comparator.reverseOrder())
              .toList();
      return Judged.held(
          is.size() == 2 && is.get(0) == score.one() && is.get(1) == score.other(),
          e.figures(votes) + ".",
          List.of(cast.get()));
    }
    List<String> meant = units.isEmpty() ? s.placeOfSentence().stream().toList() : units;
    for (Piece each : s.piece().before())
      if (units.isEmpty())
        meant =
            each.mentions().stream()
                .filter(m -> m.mention() instanceof Mention.Place)
                .map(m -> ((Mention.Place) m.mention()).unit())
                .toList();
    if (meant.isEmpty() || s.hears("\\bcourt|commission|party|panel")) return Judged.NO_CLAIM;
    List<Entry> by = new ArrayList<>();
    for (String unit : meant) {
      Optional<Entry> cast = e.electorVotes(unit);
      if (cast.isEmpty()) return Judged.NO_CLAIM;
      by.add(cast.get());
      if (((Fact.ElectorVotes) cast.get().fact()).ballots().of(Office.PRESIDENT).size() < 2)
        return Judged.contradicted(
            "All votes of %s were for one.".formatted(Evidence.place(unit)), by);
    }
    return Judged.supported("Their votes were divided.", by);
  }

  private ChoicePieces() {}
}
