package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.IMPRECISE;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import org.ascertain.archive.Presidents;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Votes;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.law.DeadlineKind;

/** Claims about the meeting of the electors, and of those who did not vote as they were pledged. */
final class CollegeForms {

  static final List<Form> ALL =
      List.of(
          Form.of("college-voted", Kind.ELECTORS)
              .reads(
                  "(?:{college}|[Tt]he electors|[Ee]lectors|[Pp]residential electors)(?: (?:across|around) the (?:country|nation))?(?: (?:in|from|of) (?:all|every|each|the)?(?: of the)? ?(?:{N:states} )?states?(?:,? (?:and|as well as|plus) (?:the )?{U:dc})?)? (?:had |have |has )?(?:voted|met|gathered|cast (?:their|its) (?:ballots|votes)|convened|made it official)(?! for (?!⟦C))",
                  "[Mm]eeting of the (?:electors|Electoral College)",
                  "(?:vote|votes|ballots) (?:by|of|in) the Electoral College")
              .example(SUPPORTED, "2020-12-15", "The Electoral College on Monday made it official.")
              .example(CONTRADICTED, "2020-12-16", "The Electoral College voted on Tuesday.")
              .judges(CollegeForms::met),
          Form.of("college-for-one", Kind.ELECTORS)
              .knows("officially formally next")
              .reads(
                  "{college} (?:had |has )?(?:voted|voted for|elected|chose|confirmed|affirmed|sealed|cemented|formalized|ratified) {C:w}(?:'s)?(?: will become)?(?: (?:to be|as))?(?: (?:the|his))?(?: {O:o})?(?: (?:next )?(?:president(?: of the United States)?|victory|win|election))?",
                  "{college} (?:had |has )?made it official that(?= {C:w}(?: |,|\\.))",
                  "{college} (?:had |has )?(?:confirmed|affirmed|certified|sealed|cemented|formalized|ratified|approved) (?<whose>his|her) (?:win|victory|election)(?! over)",
                  "{college} (?:had |has )?(?:voted for|elected|chose|confirmed) (?<whom>him|her)(?: (?:to be|as))?(?: the next [Pp]resident(?: of the United States)?)?",
                  "{college} (?<noun>confirmation|affirmation|vote|approval)(?= *$)",
                  "(?:[Ee]lectors|[Tt]he electors) (?:had |have )?(?:formally )?(?:voted for|elected|chose|confirmed) {C:w}(?:'s)?(?: (?:as|to be) president| (?:victory|win|election))?")
              .ahead()
              .example(
                  SUPPORTED,
                  "2020-12-15",
                  "The Electoral College on Monday confirmed Biden's victory.")
              .example(
                  CONTRADICTED,
                  "2020-12-15",
                  "The Electoral College on Monday confirmed Trump's victory.")
              .judges(CollegeForms::metFor),
          Form.of("unit-voted", Kind.ELECTORS)
              .reads(
                  "{U:u}'s (?:{N:n} )?electors (?:had |have )?(?:all )?(?:voted|met|cast their (?:ballots|votes)|gathered)(?: for {C:c})?(?! (?:last|first))",
                  "[Ee]lectors (?:in|from|of) {U:u} (?:had |have )?(?:voted|met|cast their (?:ballots|votes)|gathered)(?: for {C:c})?(?! (?:last|first))")
              .example(SUPPORTED, "2020-12-15", "Georgia's electors voted for Biden on Monday.")
              .example(CONTRADICTED, "2020-12-15", "Georgia's electors voted for Trump on Monday.")
              .judges(CollegeForms::unitVoted),
          Form.of("faithless-number", Kind.FAITHLESS)
              .reads(
                  "{N:n} (?:so-called |\"?)?faithless\"?,? electors?",
                  "{N:n} (?:votes|electors|of them) (?:went astray|strayed|went their own way|defected)",
                  "{N:n} electors? (?:broke|violated|ignored|defied) (?:ranks|their pledges?|his pledge|her pledge|its pledge)",
                  "{N:n} (?:electors? )?(?:voted|cast (?:a )?(?:ballots?|votes?)) (?:for someone other|against (?:their|his|her) pledge)")
              .example(SUPPORTED, "2017-01-10", "Seven faithless electors were counted.")
              .example(CONTRADICTED, "2017-01-10", "Five faithless electors were counted.")
              .judges(CollegeForms::faithless),
          Form.of("faithless-none", Kind.FAITHLESS)
              .withDenial()
              .reads(
                  "(?:no|[Nn]o|[Nn]ot one|without|without any|without a single|[Nn]ot a single) (?:so-called )?faithless (?:electors?|votes?)",
                  "(?:[Nn]o|[Nn]ot {N:one}|[Nn]ot a single) elector (?:broke|defected|strayed|was faithless|voted against|changed)",
                  "(?:[Tt]here were|[Tt]here was|with) no (?:defections|faithless|surprises among the electors)",
                  "[Ee]very elector (?:voted|cast (?:a )?ballots?) (?:as pledged|for the candidate)")
              .example(SUPPORTED, "2020-12-15", "There were no faithless electors.")
              .example(CONTRADICTED, "2017-01-10", "There were no faithless electors.")
              .judges(CollegeForms::noneFaithless),
          Form.of("faithless-for", Kind.FAITHLESS)
              .reads(
                  "(?<!⟧'s )(?<!of its )(?<!of the ){N:n} (?:faithless )?(?:{U:u} )?electors? (?:from |in |of )?(?:{U:w} )?(?:voted|cast (?:a |their )?(?:ballots?|votes?)) for {C:c}",
                  "{C:c} (?:received|got|drew) {N:n} (?:faithless )?votes? from (?:{U:u}|electors (?:in|of|from) {U:w})")
              .example(
                  SUPPORTED,
                  "2017-01-10",
                  "Three electors from Washington state voted for Colin Powell.")
              .example(
                  CONTRADICTED,
                  "2017-01-10",
                  "Four electors from Washington state voted for Colin Powell.")
              .judges(CollegeForms::strayed),
          Form.of("electors-followed-votes", Kind.ELECTORS)
              .reads(
                  "(?<=(?:ballots|votes) )(?:according to|in line with|following|reflecting|based on) (?:their|each|the) states?'?s? popular[- ]vote (?:winners?|results?)")
              .example(
                  IMPRECISE,
                  "2020-12-15",
                  "The electors cast ballots according to their state's popular-vote winner.")
              .example(
                  CONTRADICTED,
                  "2017-02-15",
                  "The electors cast ballots according to their state's popular-vote winner.")
              .example(
                  SUPPORTED,
                  "2013-02-15",
                  "The electors cast ballots according to their state's popular-vote winner.")
              .judges(CollegeForms::followed),
          Form.of("absent-elector", Kind.FAITHLESS)
              .reads(
                  "(?:{U:u}|an? {U:w}|{N:n}) electors?(?: (?:from|of|in) (?:the )?{U:x})?(?:, [A-Z][\\w. -]+,)? (?:abstained|left (?:his|her|the) ballot blank|cast a blank ballot|did not vote)")
              .withDenial()
              .example(
                  SUPPORTED, "2001-01-10", "One elector from the District of Columbia abstained.")
              .example(
                  CONTRADICTED,
                  "2001-01-10",
                  "Two electors from the District of Columbia abstained.")
              .judges(CollegeForms::absent),
          Form.of("day-of-the-law", Kind.DAY)
              .withDays()
              .reads(
                  "(?<what>[Ss]afe[- ]harbou?r)(?: day| deadline| date)?,? (?:which )?(?:was |fell |came |of |on |is |, )*{D:d}",
                  "{D:d},? (?:is |was )?(?:the )?(?:so-called )?\"?(?<what>safe[- ]harbou?r)\"?(?: day| deadline| date)",
                  "(?<what>[Ii]nauguration)(?: [Dd]ay)?,? (?:was |is |on |of |, |takes place |took place )*{D:d}",
                  "(?<what>[Ee]lection [Dd]ay),? (?:was |is |on |of |, )*{D:d}",
                  "(?:[Vv]oters went to the polls|(?:[Aa]mericans|[Tt]he people) (?:voted|went to the polls)|(?<what>[Ee]lection was held|[Vv]oters|[Aa]mericans)) (?:on )?{D:d}",
                  "the {D:d} (?:presidential |general )?(?<what>election)(?! (?:night|day|official))")
              .ahead()
              .example(SUPPORTED, "2020-12-15", "The safe harbor deadline was Dec. 8.")
              .example(CONTRADICTED, "2020-12-15", "The safe harbor deadline was Dec. 9.")
              .example(CONTRADICTED, "2020-12-15", "Voters went to the polls on Nov. 4.")
              .judges(CollegeForms::day),
          Form.of("length-since-the-vote", Kind.DURATION)
              .withDays()
              .ownsDays()
              .reads(
                  "{V:v} (?:after|since) (?:the )?(?:{D:d} )?(?:presidential |general |U\\.S\\. )?(?:[Ee]lection(?: [Dd]ay)?|vote|voting|[Aa]mericans voted|voters went to the polls|balloting)")
              .example(SUPPORTED, "2020-12-15", "It came six weeks after the Nov. 3 vote.")
              .example(CONTRADICTED, "2020-12-15", "It came six weeks after the Nov. 10 vote.")
              .judges(CollegeForms::sinceTheVote));

  private static Judged met(Slots s, Evidence e) {
    if (s.has("dc") && Evidence.isState(s.unit("dc"))) return Judged.NO_CLAIM;
    if (s.has("states")) {
      long states = e.jurisdictions().stream().filter(Evidence::isState).count();
      if (s.number("states").whole() != states) return Judged.NO_CLAIM;
    }
    return metOn(e, Optional.empty());
  }

  private static Judged metFor(Slots s, Evidence e) {
    if (s.has("noun")) return metOn(e, Optional.empty());
    if (s.has("o")) {
      OptionalInt number = Presidents.number(e.year(), s.candidate("w"));
      if (number.isEmpty()) return Judged.NO_CLAIM;
      if (number.getAsInt() != ((Mention.Ordinal) s.mention("o")).number())
        return Judged.contradicted(
            "That is President number %d.".formatted(number.getAsInt()), List.of());
    }
    return s.has("w") ? metOn(e, Optional.of(s.candidate("w"))) : ofHis(s, e);
  }

  /** "Once the college had sealed his win": of him who was named last before it. */
  private static Judged ofHis(Slots s, Evidence e) {
    int at = s.before().length();
    Matcher marks = Slots.MARK.matcher(s.before());
    Optional<Mention.Person> last = Optional.empty();
    while (marks.find() && marks.start() < at)
      if (s.at(Integer.parseInt(marks.group(1))) instanceof Mention.Person who)
        last = Optional.of(who);
    Optional<String> who = last.flatMap(s::in);
    return who.isPresent() && e.chosen().equals(who) ? metOn(e, who) : Judged.NO_CLAIM;
  }

  /** The day on which the electors met: from the first of their votes to the last. */
  private static Judged metOn(Evidence e, Optional<String> chosen) {
    List<Entry> votes = e.all(Fact.ElectorVotes.class, f -> true);
    if (!e.haveVoted()) return Judged.beyond("The electors had not all voted by then.");
    When first = votes.getFirst().fact().attestation().at();
    When last = first;
    for (Entry each : votes) {
      When at = each.fact().attestation().at();
      if (at.begins() < first.begins()) first = at;
      if (at.effective() > last.effective()) last = at;
    }
    Votes cast = e.cast();
    List<Entry> by = List.of(votes.getFirst(), votes.getLast());
    if (chosen.isPresent()) {
      boolean won = e.chosen().filter(chosen.get()::equals).isPresent();
      String why = "The electors cast " + e.figures(cast) + ".";
      return Judged.held(won, why, by).at(When.between(first.earliest(), last.latest()));
    }
    return Judged.supported("The electors voted: " + e.figures(cast) + ".", by)
        .at(When.between(first.earliest(), last.latest()));
  }

  private static Judged unitVoted(Slots s, Evidence e) {
    String unit = s.unit("u");
    Optional<Entry> cast = e.electorVotes(unit);
    if (s.has("n") && s.number("n").whole() != e.electors(unit))
      return Judged.contradicted(
          "By law it had %d electors.".formatted(e.electors(unit)), List.of());
    if (cast.isEmpty())
      return Judged.beyond(Evidence.place(unit) + "'s electors had not voted by then.");
    Votes votes = ((Fact.ElectorVotes) cast.get().fact()).ballots().of(Office.PRESIDENT);
    String why =
        "%s's electors cast %s, %s."
            .formatted(Evidence.place(unit), e.figures(votes), Evidence.time(cast.get()));
    if (s.has("c")) {
      boolean all = votes.size() == 1 && votes.ids().getFirst().equals(s.candidate("c"));
      if (!all && votes.count(s.candidate("c")).orElse(0) > 0)
        return Judged.imprecise(why, List.of(cast.get())).at(cast.get());
      return Judged.held(all, why, List.of(cast.get())).at(cast.get());
    }
    return Judged.supported(why, List.of(cast.get())).at(cast.get());
  }

  /** How many votes for President did not follow the appointment; empty where that is not known. */
  static Optional<Long> strayed(Evidence e) {
    if (!e.haveVoted()) return Optional.empty();
    long strayed = 0;
    for (String jurisdiction : e.jurisdictions()) {
      Optional<Entry> entry = e.electorVotes(jurisdiction);
      if (entry.isEmpty()) continue;
      Fact.ElectorVotes cast = (Fact.ElectorVotes) entry.get().fact();
      Votes votes = cast.ballots().of(Office.PRESIDENT);
      Optional<Votes> pledged = pledged(e, cast.jurisdiction());
      if (pledged.isEmpty()) return Optional.empty();
      for (String id : pledged.get().ids())
        if (!id.equals("unpledged"))
          strayed += Math.max(0, pledged.get().count(id).orElse(0) - votes.count(id).orElse(0));
    }
    return Optional.of(strayed);
  }

  static Optional<Votes> pledged(Evidence e, String jurisdiction) {
    Optional<Entry> ascertained =
        e.last(Fact.Ascertainment.class, f -> f.jurisdiction().equals(jurisdiction));
    if (ascertained.isPresent())
      return Optional.of(((Fact.Ascertainment) ascertained.get().fact()).electors())
          .filter(v -> !v.isEmpty());
    return e.last(Fact.Appointment.class, f -> f.jurisdiction().equals(jurisdiction))
        .map(a -> ((Fact.Appointment) a.fact()).electors())
        .filter(v -> !v.isEmpty());
  }

  private static List<Entry> strays(Evidence e) {
    List<Entry> by = new ArrayList<>();
    for (Entry entry : e.all(Fact.ElectorVotes.class, f -> true))
      if (((Fact.ElectorVotes) entry.fact()).ballots().of(Office.PRESIDENT).size() > 1)
        by.add(entry);
    return by;
  }

  private static Judged faithless(Slots s, Evidence e) {
    Optional<Long> strayed = strayed(e);
    if (strayed.isEmpty())
      return Judged.beyond(
          "The record does not tell how every elector was pledged and voted by then.");
    return Judged.held(
        s.number("n").fits(strayed.get()) == Quantity.Fit.RIGHT,
        strayedInWords(strayed.get()),
        strays(e));
  }

  /** How many votes for President went against a pledge. */
  static String strayedInWords(long strayed) {
    return Wording.countedFirst(strayed, "vote", "votes")
        + " for President went against the pledge.";
  }

  private static Judged noneFaithless(Slots s, Evidence e) {
    if (s.has("one") && s.number("one").whole() != 1) return Judged.NO_CLAIM;
    Optional<Long> strayed = strayed(e);
    if (strayed.isEmpty())
      return Judged.beyond(
          "The record does not tell how every elector was pledged and voted by then.");
    return Judged.held(strayed.get() == 0, strayedInWords(strayed.get()), strays(e));
  }

  private static Judged strayed(Slots s, Evidence e) {
    if (s.isInPlace() && !s.has("u") && !s.has("w")) return Judged.NO_CLAIM;
    String unit = s.has("u") ? s.unit("u") : s.has("w") ? s.unit("w") : "";
    if (unit.isEmpty()) return ElectorForms.electors(e, Map.of(s.candidate("c"), s.number("n")));
    Optional<Entry> cast = e.electorVotes(unit);
    if (cast.isEmpty()) return Judged.beyond("They had not voted by then.");
    Votes votes = ((Fact.ElectorVotes) cast.get().fact()).ballots().of(Office.PRESIDENT);
    return Judged.held(
            s.number("n").fits(votes.count(s.candidate("c")).orElse(0)) == Quantity.Fit.RIGHT,
            "%s's electors cast %s.".formatted(Evidence.place(unit), e.figures(votes)),
            List.of(cast.get()))
        .at(cast.get());
  }

  private static Judged followed(Slots s, Evidence e) {
    if (!e.haveVoted()) return Judged.beyond("The electors had not all voted by then.");
    boolean districts = e.history().law().units().stream().anyMatch(u -> !u.atLarge());
    Optional<Long> strayed = strayed(e);
    if (strayed.isEmpty())
      return Judged.beyond("The record does not tell how every elector was pledged.");
    if (strayed.get() > 0) return Judged.contradicted(strayedInWords(strayed.get()), strays(e));
    List<Entry> split = strays(e);
    return districts && !split.isEmpty()
        ? Judged.imprecise(
            "In Maine and Nebraska districts appoint electors too: the votes of a state were divided.",
            split)
        : Judged.supported("Every vote followed the pledge.", List.of()).undeniable();
  }

  private static Judged absent(Slots s, Evidence e) {
    List<Entry> absent =
        e.all(Fact.ElectorVotes.class, f -> f.absent().orElse(0) + f.blank().orElse(0) > 0);
    if (s.has("n") && s.number("n").whole() != absent.size())
      return e.haveVoted()
          ? Judged.contradicted(
              absent.isEmpty()
                  ? "All electors voted."
                  : "Votes are missing of %s."
                      .formatted(Wording.counted(absent.size(), "jurisdiction", "jurisdictions")),
              absent)
          : Judged.beyond("They had not voted by then.");
    for (String slot : List.of("u", "w", "x"))
      if (s.has(slot)) {
        boolean there =
            absent.stream()
                .anyMatch(a -> ((Fact.ElectorVotes) a.fact()).jurisdiction().equals(s.unit(slot)));
        if (there)
          return Judged.supported(
              "One vote of %s is missing.".formatted(Evidence.place(s.unit(slot))), absent);
        return e.haveVoted()
            ? Judged.contradicted(
                "All electors of %s voted.".formatted(Evidence.place(s.unit(slot))), List.of())
            : Judged.beyond("They had not voted by then.");
      }
    if (!e.haveVoted()) return Judged.beyond("They had not voted by then.");
    return Judged.held(
        !absent.isEmpty(), absent.isEmpty() ? "All electors voted." : "A vote is missing.", absent);
  }

  private static Judged day(Slots s, Evidence e) {
    String what = s.words("what").toLowerCase(Locale.ROOT);
    Mention.Days said = s.days("d");
    if (!said.contradiction().isEmpty())
      return Judged.contradicted("The days do not fit: " + said.contradiction() + ".", List.of());
    if (said.isYear() || !said.isOne()) return Judged.NO_CLAIM;
    Optional<LocalDate> is =
        what.startsWith("safe")
            ? e.history().law().deadline(DeadlineKind.SAFE_HARBOUR).map(d -> d.day())
            : what.startsWith("inaug")
                ? Optional.of(Washington.day(e.history().law().termBegins()))
                : Optional.of(e.electionDay());
    if (is.isEmpty()) return Judged.beyond("The law of that election has no such day.");
    return Judged.held(
            said.from().equals(is.get()),
            "It was %s.".formatted(Calendar.words(is.get())),
            List.of())
        .at(new When.OnDay(is.get()));
  }

  /**
   * A length of time since election day; of what else than the text's own day is not always clear.
   */
  private static Judged sinceTheVote(Slots s, Evidence e) {
    Mention.Length length = (Mention.Length) s.mention("v");
    if (s.has("d")) {
      Mention.Days said = s.days("d");
      if (!said.isYear() && !(said.from().equals(e.electionDay()) && said.isOne()))
        return Judged.contradicted(
            "Election day was %s.".formatted(Calendar.words(e.electionDay())), List.of());
    }
    long days = ChronoUnit.DAYS.between(e.electionDay(), s.textDay());
    long step =
        switch (length.unit()) {
          case DAYS -> 1;
          case WEEKS -> 7;
          case MONTHS -> 30;
          default -> 0;
        };
    if (step == 0) return Judged.NO_CLAIM;
    long off = Math.abs(days - step * length.count());
    String why =
        "From election day, %s, to the text's day it is %s."
            .formatted(Calendar.words(e.electionDay()), Wording.counted(days, "day", "days"));
    if (off <= (step == 1 ? 0 : step / 3)) return Judged.supported(why, List.of()).undeniable();
    return Judged.NO_CLAIM;
  }

  private CollegeForms() {}
}
