package org.ascertain.press;

import static org.ascertain.press.Verdict.CONTRADICTED;
import static org.ascertain.press.Verdict.SUPPORTED;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Ticket;
import org.ascertain.election.Unit;
import org.ascertain.election.Votes;
import org.ascertain.election.When;
import org.ascertain.standing.Rung;

/** Claims of how many electors candidates had, and how many voted, in pieces of sentences. */
final class ScorePieces {

  static final List<Form> ALL =
      List.of(
          Form.of("score-in-a-piece", Kind.SCORE)
              .hears(
                  "{X:s}",
                  "(?:from )?{N:a}(?: votes)? (?:and|to) {N:b}(?! (?:percent|million|states|votes? for))")
              .example(SUPPORTED, "2020-12-15", "He had it by 306 to 232.")
              .example(SUPPORTED, "2017-02-01", "So the figures were 304 and 227.")
              .example(CONTRADICTED, "2020-12-15", "Biden had it by 305 to 233.")
              .judges(ScorePieces::score),
          Form.of("tallies-of-both", Kind.SCORE)
              .hears(
                  "{C:c}(?: {got}| with| at| stands at| stood at)? {N:n}(?: {electors}| votes)?,? (?:and |to |against |while )?{C:d}(?: {got}| with| at| stands at)? {N:m}",
                  "{N:n}(?: {electors}| votes)? for {C:c},? (?:and |to |against )?{N:m}(?: votes)? for {C:d}",
                  "{N:n}(?: {electors}| votes)? (?:for|to) {C:c},? (?:and |to |against )?{C:d} {N:m}")
              .example(SUPPORTED, "2020-12-15", "So Biden had 306, Trump at 232.")
              .example(CONTRADICTED, "2020-12-15", "So Biden had 306, Trump at 223.")
              .judges(ScorePieces::both),
          Form.of("tally-of-one", Kind.SCORE)
              .knows("up ended wound")
              .hears(
                  "{C:c}'s (?:pledged |own |projected )?{N:m} (?:{electors} )?(?:became|turned into|shrank to|grew to|fell to|dropped to|sank to|dwindled to|slipped to) {N:n}",
                  "(?:had|has|have|bagged|stands? at|stood at|reach(?:ed|es)?|finish(?:ed|es)? (?:with|on|at)|(?:ended|wound up|ended up) (?:with|on|at)|received|gets?|got|won|collected|with|tally|became|had him on|had her on|lifted.{0,25}? to|took.{0,25}? to|comfortable|count(?:s|ed)?|at|stopped at|for {C:x},?) (?:a |an |the |comfortable |already |all |only |same |of )*{N:n}(?: {electors}| votes?| golden tickets)?(?! of the)",
                  "{C:c}'s (?:pledged |own |projected )?{N:n}",
                  "(?:gave|giving|gives|handed|left) {C:c} {N:n}",
                  "(?<!of its |of their |of his |of her |of the ){N:n} (?:{electors} |votes? )?(?:for|went to) {C:c}",
                  "^[-* ,]*(?:and )?{C:c}:? {N:n}[ .,]*$")
              .example(SUPPORTED, "2020-12-15", "So Biden finished with 306.")
              .example(CONTRADICTED, "2020-12-15", "Meanwhile Trump bagged 223.")
              .judges(ScorePieces::tally),
          Form.of("electors-who-voted", Kind.ELECTORS)
              .hears(
                  "{N:n} of (?:the |all )?{N:m}(?: {electors})?(?<kept> (?:kept|stayed|stuck|held).{0,30}?pledge|.{0,10}? did as)?",
                  "all (?:of the )?{N:all}(?: {electors})?(?<kept> did as they were told| (?:had )?(?:voted|cast|kept)|[ .]*$)")
              .example(
                  SUPPORTED, "2017-01-20", "It is known that 531 of the 538 kept to their pledge.")
              .example(
                  CONTRADICTED,
                  "2021-01-20",
                  "It is known that 537 of the 538 kept to their pledge.")
              .judges(ScorePieces::voted));

  static final String ELECTOR_WORDS = "elector|college|delegation|slate";

  private static boolean isOfElse(Slots s) {
    return s.hears(
            "nobody (?:had )?questioned|unquestioned|undisputed|not in dispute|court|justice|⟦h|senat|lower house|commission|board|\\bbill\\b|members|per ?cent|points|appeal|ruling|ruled|objection|opinion|sunday|score of years|million|canvassers|count(?:y|ies)|congressmen|representatives")
        || s.piece().sentence().mentions().stream()
            .anyMatch(m -> m.mention() instanceof Mention.House)
        || Sought.has(s.piece().sentence().words(), "(?i)senators|justices|commission|\\bcourt");
  }

  private static final String CAST =
      "\\bcast\\b|counted|declared|read out|announced|voted|ended|final";

  private static Judged score(Slots s, Evidence e) {
    if (!s.has("s") && !isPair(s, e)) return rise(s, e);
    Mention.Score score =
        s.has("s") ? s.score("s") : new Mention.Score(s.number("a").whole(), s.number("b").whole());
    if (isOfElse(s) || score.one() + score.other() > 600 || score.one() + score.other() < 60)
      return Judged.NO_CLAIM;
    Optional<String> place = s.placeHere();
    if (place.isPresent() && score.one() < 60) return Judged.NO_CLAIM;
    List<String> who = s.standing().stream().filter(e::isPresidential).toList();
    Optional<String> first =
        who.isEmpty() ? s.who().filter(e::isPresidential) : Optional.of(who.getFirst());
    Optional<ElectorResult> result = ElectorResult.of(e);
    Optional<Judged> against = first.flatMap(of -> WithPlaces.against(s, e, of, score.one()));
    if (against.isPresent()) return against.get();
    boolean isLostTo = who.size() == 2 && Sought.has(s.heardWithBefore(), LOST_TO);
    for (Map<String, Long> tally : tallies(e)) {
      // "Trump lost to Biden by 306 to 232": the greater number first, as papers have it
      if (isLostTo)
        return isOfLoser(tally, score, who)
            ? ofDay(s, e, Judged.supported(result.orElseThrow().told(e), result.orElseThrow().by()))
            : Judged.contradicted(result.orElseThrow().told(e), result.orElseThrow().by());
      // who is named last before need not be he of whom it is said
      boolean isSo =
          fits(tally, score, first, who)
              || (who.isEmpty()
                  && !isWonByLoser(s, tally, first)
                  && fits(tally, score, Optional.empty(), who));
      if (!isSo) continue;
      long most = tally.values().stream().mapToLong(Long::longValue).max().orElse(0);
      if (Beaten.isAgainst(s, id -> tally.getOrDefault(id, 0L) == most)) return Judged.NO_CLAIM;
      boolean last = result.isPresent() && isSame(tally, result.get().votes());
      if (last) return ofDay(s, e, Judged.supported(result.get().told(e), result.get().by()));
    }
    boolean running = s.hears("was|stood|from|so|then|after|tally|before|plays|now|at ");
    // with a place beside it only as it stood when that had voted or had been read
    List<Map<String, Long>> steps = place.map(of -> after(e, of)).orElseGet(() -> running(e));
    for (int i = 0; i < steps.size(); i++)
      if (running
          && fits(
              steps.get(i),
              score,
              who.isEmpty() && (place.isPresent() || i + 1 < steps.size())
                  ? Optional.empty()
                  : first,
              who))
        return Judged.supported(
                "At one time it stood so: " + told(e, steps.get(i)) + ".", List.of())
            .undeniable();
    if (result.isEmpty()) {
      for (Map<String, Long> tally : expected(e))
        if (fits(tally, score, first, who))
          return Judged.supported(
                  "As certified or called by then: " + told(e, tally) + ".", List.of())
              .undeniable();
      return Judged.NO_CLAIM;
    }
    for (Map<String, Long> tally : expected(e))
      if (fits(tally, score, first, who)
          || (who.isEmpty() && fits(tally, score, Optional.empty(), who)))
        return s.hears(
                "pledged|supposed|should have|certif|project|before|networks|expected|called|settled|on paper|election night|\\belection of|at the polls")
            ? Judged.supported("As certified or called: " + told(e, tally) + ".", List.of())
                .undeniable()
            : ElectorResult.declaration(e).isPresent() && s.hears(CAST)
                ? Judged.contradicted(result.get().told(e), result.get().by())
                : Judged.beyond(
                    "So many electors were appointed: "
                        + told(e, tally)
                        + ". "
                        + result.get().told(e));
    boolean isPledged = s.hears("pledged|certif|project|network|expected|called");
    boolean all = score.one() + score.other() >= e.standing().electors().entitled() - 12;
    return all || (first.isPresent() && !running) || isPledged
        ? Judged.contradicted(result.get().told(e), result.get().by())
        : Judged.NO_CLAIM;
  }

  /** "Yesterday the electors made it 312 to 226": a day beside it is that of their vote. */
  private static Judged ofDay(Slots s, Evidence e, Judged judged) {
    if (s.piece().first(Mention.Days.class).isEmpty()) return judged.undeniable();
    for (Event each : List.of(Event.MEETING, Event.DECLARATION)) {
      Optional<Judged> timed = each.when(e).map(judged::at).filter(of -> s.fits(of, e));
      if (timed.isPresent()) return timed.get().undeniable();
    }
    return Judged.NO_CLAIM;
  }

  private static final String LOST_TO =
      "⟦c[0-9]+⟧ (?:had |has )?(?:lost|was beaten|was defeated|went down)\\b[^⟦]*\\b(?:to|by) ⟦c[0-9]+⟧";

  private static boolean isOfLoser(
      Map<String, Long> tally, Mention.Score score, List<String> names) {
    return tally.getOrDefault(names.get(0), -1L) == Math.min(score.one(), score.other())
        && tally.getOrDefault(names.get(1), -1L) == Math.max(score.one(), score.other());
  }

  private static final String WON =
      "\\b(?:won|wins|winning|beat|beats|defeat(?:ed|s)|victory|triumph(?:ed|s)?|prevail(?:ed|s))\\b";

  private static final String LOST = "\\b(?:lost|loses|losing|was (?:beaten|defeated)|fell)\\b";

  /**
   * "Tilden won by a single vote, 185 to 184": who is said to have won had fewer, or to have lost
   * more.
   */
  private static boolean isWonByLoser(Slots s, Map<String, Long> tally, Optional<String> first) {
    if (first.isEmpty()) return false;
    boolean isTop = tally.values().stream().noneMatch(n -> n > tally.getOrDefault(first.get(), 0L));
    for (Piece each : s.piece().before()) {
      String words = each.heard().words();
      boolean isLost = Sought.has(words, LOST);
      if (isLost || Sought.has(words, WON)) return isTop == isLost;
    }
    return false;
  }

  /** Two numbers that together are about all electors. */
  private static boolean isPair(Slots s, Evidence e) {
    long all = s.number("a").whole() + s.number("b").whole();
    int entitled = e.standing().electors().entitled();
    return all <= entitled && all >= entitled - 15 && !s.all().startsWith("from ");
  }

  /** "He rose from 247 to 302": with the votes of one more state. */
  private static Judged rise(Slots s, Evidence e) {
    long from = s.number("a").whole();
    long to = s.number("b").whole();
    Optional<String> who = s.lastBefore("a").or(s::who);
    if (!s.all().startsWith("from ") || from < 60 || to <= from || isOfElse(s))
      return Judged.NO_CLAIM;
    List<Map<String, Long>> steps = running(e);
    for (String id : who.map(List::of).orElse(e.tickets().stream().map(Ticket::president).toList()))
      for (int i = 1; i < steps.size(); i++)
        if (steps.get(i - 1).getOrDefault(id, 0L) == from
            && steps.get(i).getOrDefault(id, 0L) == to)
          return Judged.supported("With the electors of one more place it rose so.", List.of())
              .undeniable();
    return steps.isEmpty() ? Judged.NO_CLAIM : Judged.beyond("No such step is on record.");
  }

  private static boolean isSame(Map<String, Long> tally, Votes votes) {
    return tally.entrySet().stream()
        .allMatch(t -> votes.count(t.getKey()).orElse(0) == t.getValue());
  }

  /** Whether a score is that of a tally: in the order of the names where there are any. */
  private static boolean fits(
      Map<String, Long> tally, Mention.Score score, Optional<String> first, List<String> named) {
    List<Map.Entry<String, Long>> order =
        tally.entrySet().stream()
            .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
            .limit(2)
            .toList();
    if (order.size() < 2) return false;
    if (named.size() >= 2)
      return tally.getOrDefault(named.get(0), 0L) == score.one()
          && tally.getOrDefault(named.get(1), 0L) == score.other();
    long one = order.get(0).getValue();
    long other = order.get(1).getValue();
    if (first.isPresent()) {
      long own = tally.getOrDefault(first.get(), -1L);
      return (own == Math.max(score.one(), score.other())
              && one + other - own == Math.min(score.one(), score.other())
              && own == one)
          || (own == score.one() && one + other - own == score.other());
    }
    return one == Math.max(score.one(), score.other())
        && other == Math.min(score.one(), score.other());
  }

  static Map<String, Long> map(Votes votes) {
    Map<String, Long> all = new LinkedHashMap<>();
    for (String id : votes.ids()) all.put(id, votes.count(id).orElse(0));
    return all;
  }

  /** What the electors did, or Congress declared. */
  private static List<Map<String, Long>> tallies(Evidence e) {
    return ElectorResult.of(e).map(r -> List.of(map(r.votes()))).orElse(List.of());
  }

  /** What certificates and calls gave. */
  static List<Map<String, Long>> expected(Evidence e) {
    List<Map<String, Long>> all = new ArrayList<>();
    for (Rung rung : List.of(Rung.ASCERTAINED, Rung.CERTIFIED))
      if (!e.rung(rung).electors().isEmpty()) all.add(map(e.rung(rung).electors()));
    e.rung(Rung.CALLED).callers().values().forEach(c -> all.add(map(c.electors())));
    return all;
  }

  /** How it stood when the votes of a place had been added. */
  record Step(String place, Map<String, Long> tally) {}

  private static void add(String place, Votes votes, Map<String, Long> sum, List<Step> all) {
    for (String id : votes.ids()) sum.merge(id, votes.count(id).orElse(0), Long::sum);
    all.add(new Step(place, new LinkedHashMap<>(sum)));
  }

  static List<Step> steps(Evidence e) {
    List<Step> all = new ArrayList<>();
    Map<String, Long> sum = new LinkedHashMap<>();
    for (Entry each : e.all(Fact.ElectorVotes.class, f -> true)) {
      Fact.ElectorVotes fact = (Fact.ElectorVotes) each.fact();
      add(fact.jurisdiction(), fact.ballots().of(Office.PRESIDENT), sum, all);
    }
    sum.clear();
    for (Entry each : e.all(Fact.Counted.class, f -> f.ballots().isPresent())) {
      Fact.Counted fact = (Fact.Counted) each.fact();
      add(fact.jurisdiction(), fact.ballots().orElseThrow().of(Office.PRESIDENT), sum, all);
    }
    return all;
  }

  /** How it stood after each meeting of electors, and after each state that Congress counted. */
  static List<Map<String, Long>> running(Evidence e) {
    return steps(e).stream().map(Step::tally).toList();
  }

  private static List<Map<String, Long>> after(Evidence e, String place) {
    return steps(e).stream().filter(s -> s.place().equals(place)).map(Step::tally).toList();
  }

  private static String told(Evidence e, Map<String, Long> tally) {
    return String.join(
        ", ",
        tally.entrySet().stream()
            .limit(2)
            .map(t -> e.name(t.getKey()) + " " + t.getValue())
            .toList());
  }

  private static Judged tally(Slots s, Evidence e) {
    // "ten states for Jefferson, four for Burr"; "a majority was 70, so both had one"
    if (s.piece().sentence().words().contains("states for") || s.hears("\\bhad one\\b"))
      return Judged.NO_CLAIM;
    Quantity said = s.number("n");
    boolean isBeside = s.has("c") && said.whole() >= 60;
    if ((!isBeside && isOfElse(s))
        || said.step().scale() > 0
        || said.whole() > 538
        || said.whole() < 1) return Judged.NO_CLAIM;
    if (Sought.has(s.piece().sentence().words(), "(?i)dispute|doubt")) return Judged.NO_CLAIM;
    if (s.placeOfSentence().isPresent() && said.whole() <= 60) return Judged.NO_CLAIM;
    if (s.hears(
        "\\bvotes? (?:more|fewer|ahead|behind)|states|short|above|margin|majority|⟦v|needed|faithless|pledge|dispute|doubt|second largest|⟦d[0-9]+⟧'s"))
      return Judged.NO_CLAIM;
    Optional<String> who =
        s.has("c")
            ? s.in((Mention.Person) s.mention("c"))
            : s.has("x") ? s.in((Mention.Person) s.mention("x")) : s.lastBefore("n").or(s::who);
    if (who.isEmpty()) return Judged.NO_CLAIM;
    Optional<Judged> against = WithPlaces.against(s, e, who.get(), said.whole());
    if (against.isPresent()) return against.get();
    boolean ofElectors = said.whole() >= 60 || s.hears(ELECTOR_WORDS) || !isOfTicket(e, who.get());
    if (!ofElectors) return Judged.NO_CLAIM;
    boolean mate = s.hears("second (?:office|place)|vice.president");
    String sentence = s.piece().sentence().words();
    // "Kerry gained 734, the President 449": by a recount, not in the college
    if (Sought.has(sentence, "(?i)\\b(?:gain(?:ed|s)|picked up)\\b")) return Judged.NO_CLAIM;
    boolean isForMate = mate || Sought.has(sentence, "(?i)\\bfor (?:the )?vice.president");
    if (isForMate && !e.isPresidential(who.get()) && ElectorResult.of(e).isPresent())
      return ElectorForms.ofMates(e, Map.of(who.get(), said));
    Set<Long> seen = new HashSet<>();
    running(e).forEach(t -> seen.add(t.getOrDefault(who.get(), -1L)));
    Set<Long> called = called(s, e, who.get());
    Judged judged = ElectorForms.electors(e, Map.of(who.get(), said));
    if (judged.verdict() == Verdict.SUPPORTED || mate) return judged;
    boolean running =
        s.hears("already|stands? at|stood at|tally|lifted|took .* to|has |now|count")
            || called.size() > 0;
    if (running && seen.contains(said.whole()))
      return Judged.supported(
              "At one time of the day on which the electors voted it was so many.", List.of())
          .undeniable();
    if (called.contains(said.whole()))
      return Judged.supported(
              "By the calls that were made by then it was so many electors.", List.of())
          .undeniable();
    boolean isNamed = s.has("c") || s.has("x") || !s.standing().isEmpty();
    // "Biden stands at 244, Trump at 157": of which moment is not said
    boolean isOfMoment = Sought.has(s.words(), "(?i)\\b(?:stands?|stood|so far|by now)\\b");
    if (!isNamed || (isOfMoment && ElectorResult.of(e).isPresent())) return Judged.NO_CLAIM;
    if (ElectorResult.of(e).isEmpty())
      return !called.isEmpty() && running
          ? Judged.contradicted(
                  "By the calls that were made by then it was " + inWords(called) + ".", List.of())
              .undeniable()
          : Judged.NO_CLAIM;
    // "ended up with 252": so many were appointed, and one of them voted otherwise
    boolean isEnd =
        Sought.has(sentence, "(?i)\\b(?:ended|finish(?:ed|es)?|received|had|got|with)\\b");
    return judged.verdict() == Verdict.IMPRECISE
            && said.isExact()
            && isEnd
            && ElectorResult.declaration(e).isPresent()
            && !s.hears("pledged|certif|project|expected|called|appointed|won\\b")
        ? judged.as(Verdict.CONTRADICTED, judged.why())
        : judged;
  }

  /** By one caller it is so many, by another more: "253 or 264". */
  private static String inWords(Set<Long> called) {
    return called.isEmpty()
        ? "not known"
        : String.join(" or ", called.stream().sorted().map(String::valueOf).toList());
  }

  private static Judged both(Slots s, Evidence e) {
    Optional<String> one = s.in((Mention.Person) s.mention("c"));
    Optional<String> other = s.in((Mention.Person) s.mention("d"));
    long a = s.number("n").whole();
    long b = s.number("m").whole();
    if (one.isEmpty() || other.isEmpty() || one.equals(other) || isOfElse(s))
      return Judged.NO_CLAIM;
    if (a + b > 600
        || a + b < 60
        || Sought.has(s.piece().sentence().words(), "(?i)dispute|doubt|states")
        || s.placeHere().isPresent()) return Judged.NO_CLAIM;
    Set<Long> own = called(s, e, one.get());
    Set<Long> others = called(s, e, other.get());
    if (!own.isEmpty() && ElectorResult.of(e).isEmpty())
      return Judged.held(
              own.contains(a) && others.contains(b),
              "By the calls that were made by then it was %s against %s."
                  .formatted(inWords(own), inWords(others)),
              List.of())
          .undeniable();
    Judged judged =
        ElectorForms.electors(e, Map.of(one.get(), s.number("n"), other.get(), s.number("m")));
    if (judged.verdict() == Verdict.SUPPORTED) return judged;
    for (Map<String, Long> tally : running(e))
      if (tally.getOrDefault(one.get(), 0L) == a && tally.getOrDefault(other.get(), 0L) == b)
        return Judged.supported("At one time of that day it stood so.", List.of()).undeniable();
    return judged;
  }

  private static boolean isOfTicket(Evidence e, String who) {
    return e.tickets().stream()
        .anyMatch(
            t -> t.president().equals(who) || t.vicePresident().filter(who::equals).isPresent());
  }

  /** By the calls of the caller who is named, or of whom the record holds all, as of the day. */
  private static Set<Long> called(Slots s, Evidence e, String who) {
    Set<Long> all = new HashSet<>();
    List<String> named = s.sources();
    if (named.isEmpty() && s.scene().caller().isPresent())
      named = s.scene().caller().stream().toList();
    for (String caller : named) {
      if (!e.isComplete(Fact.Matter.CALLS, Optional.of(caller), "PA")) continue;
      long sum = 0;
      for (Entry call : e.all(Fact.Call.class, f -> f.caller().equals(caller))) {
        Fact.Call fact = (Fact.Call) call.fact();
        if (fact.unit().equals("US") || !fact.candidate().equals(who)) continue;
        sum += electorsOf(e, fact.unit());
        all.add(sum);
      }
    }
    return all;
  }

  static int electorsOf(Evidence e, String unit) {
    return e.history().law().units().stream()
        .filter(u -> u.id().equals(unit))
        .mapToInt(Unit::electors)
        .sum();
  }

  private static Judged voted(Slots s, Evidence e) {
    int entitled = e.standing().electors().entitled();
    long whole = s.has("all") ? s.number("all").whole() : s.number("m").whole();
    if (whole < 130 || whole > 600) return Judged.NO_CLAIM;
    if (s.hears("needs?|needed|required|majority|to win|threshold")) return Judged.NO_CLAIM;
    if (!e.haveVoted()) return ElectorResult.notYet();
    long cast =
        ElectorResult.of(e)
            .map(r -> map(r.votes()).values().stream().mapToLong(Long::longValue).sum())
            .orElse(0L);
    boolean kept = s.has("kept") && Sought.has(s.words("kept"), "(?i)pledge|told|kept|did as");
    long strayed = CollegeForms.strayed(e).orElse(-1L);
    if (kept && strayed < 0)
      return Judged.beyond("How every elector was pledged is not on record.");
    long said = s.has("all") ? whole : s.number("n").whole();
    boolean ticketsOnly = s.hears("two tickets|two candidates");
    long is = kept ? cast - strayed : cast;
    if (!s.has("all") && !s.hears("elector|vote|cast|pledge|ballot")) return Judged.NO_CLAIM;
    String why =
        "Of %d electors %d voted%s."
            .formatted(entitled, cast, kept ? ", %d against the pledge".formatted(strayed) : "");
    return Judged.held(
            said == is && whole == entitled && !(ticketsOnly && strayed > 0), why, List.of())
        .at(
            When.between(
                e.all(Fact.ElectorVotes.class, f -> true)
                    .getFirst()
                    .fact()
                    .attestation()
                    .at()
                    .earliest(),
                e.all(Fact.ElectorVotes.class, f -> true)
                    .getLast()
                    .fact()
                    .attestation()
                    .at()
                    .latest()));
  }

  private ScorePieces() {}
}
