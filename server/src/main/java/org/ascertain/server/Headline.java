package org.ascertain.server;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ascertain.answers.FactText;
import org.ascertain.answers.HeadlineRung;
import org.ascertain.answers.Names;
import org.ascertain.answers.Rails;
import org.ascertain.election.Caller;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.CountResult;
import org.ascertain.election.Fact.ElectorVotes;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Votes;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.law.Base;
import org.ascertain.law.Choice;
import org.ascertain.law.Verdict;
import org.ascertain.standing.History;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Standing;
import org.ascertain.standing.Standing.Majority;
import org.ascertain.standing.Standing.RungFigures;
import org.ascertain.standing.Standing.UnitRow;

/**
 * What a shared address says first, by the same rules and in the same words as the page: who has
 * how many electors at the highest stage that decides, and what that is not yet.
 *
 * @param top the stage that the headline names; absent where nothing is known
 * @param rails ids of candidates in the order of drawing
 * @param rivals returns of electors' votes that came by then and name their slate
 */
record Headline(
    Header header,
    Standing standing,
    When at,
    List<String> rails,
    List<ElectorVotes> rivals,
    Optional<RungFigures> top) {

  /** The first election under the act that says which of several returns counts. */
  private static final int ACT_OF_1887 = 1888;

  private static final int MOST_NAMED = 4;

  /** What a state itself has done before its electors vote. */
  private static final Set<Rung> CHAIN = Set.of(Rung.CERTIFIED, Rung.ASCERTAINED);

  static Headline of(Snapshot snapshot, When at) {
    Standing standing = snapshot.history().at(at.effective());
    Header header = snapshot.history().header();
    return new Headline(
        header,
        standing,
        at,
        Rails.of(header, snapshot.course()),
        rivals(snapshot.history(), at),
        HeadlineRung.of(standing));
  }

  private static List<ElectorVotes> rivals(History history, When at) {
    return history.besidesReturns().stream()
        .filter(entry -> entry.effective() <= at.effective())
        .map(Entry::fact)
        .filter(ElectorVotes.class::isInstance)
        .map(ElectorVotes.class::cast)
        .filter(votes -> votes.slate().isPresent())
        .toList();
  }

  /** "Electors have voted: Biden 302, Trump 232." */
  String first(PageWords words) {
    if (top.isEmpty()) return words.say("head.nothing");
    return words.say(
        "head." + top.get().rung().word(),
        Map.of("figures", figures(top.get(), words) + ".", "caller", caller()));
  }

  /** "Congress has not counted." */
  String rest(PageWords words) {
    if (top.isEmpty()) return words.say("rest.nothing");
    RungFigures rung = top.get();
    List<String> ended = ended(rung.rung(), words);
    if (!ended.isEmpty()) return String.join(" ", ended);
    boolean decided = HeadlineRung.most(rung) >= HeadlineRung.majority(standing);
    if (rung.rung() == Rung.REPORTED) return onlyTallies(words);
    if (rung.rung() == Rung.CALLED && !decided) return night(rung, words);
    List<String> said = new ArrayList<>();
    if (!decided)
      said.add(words.say("rest.noMajority", Map.of("majority", HeadlineRung.majority(standing))));
    if (rung.rung() == Rung.VOTED) said.addAll(notVoted(words));
    said.add(next(rung.rung(), words));
    return String.join(" ", said);
  }

  /** Of an election that is over: who was chosen where the electors chose nobody, who serves. */
  private List<String> ended(Rung rung, PageWords words) {
    List<String> said = new ArrayList<>();
    if (rung.compareTo(Rung.COUNTED) >= 0) {
      said.addAll(chosen(words));
      said.addAll(eitherWay(rung, words));
    }
    HeadlineRung.rung(standing, Rung.IN_OFFICE)
        .flatMap(RungFigures::majority)
        .map(m -> Map.of("moment", since(m, words), "who", name(m.candidate())))
        .ifPresent(blanks -> said.add(words.say("rest.office", blanks)));
    return said;
  }

  private List<String> chosen(PageWords words) {
    return switch (standing.president().verdict()) {
      case Verdict.Determined<Choice>(var choice, var grounds) ->
          switch (choice.by()) {
            case HOUSE ->
                List.of(words.say("rest.by.house", Map.of("who", name(choice.candidate()))));
            case SENATE ->
                List.of(words.say("rest.by.senate", Map.of("who", name(choice.candidate()))));
            case ELECTORS, RUNNER_UP -> List.of();
          };
      case Verdict.Alternatives<Choice> several -> List.of(words.say("rest.alternatives"));
      case Verdict.NotYet<Choice> v -> List.of();
      case Verdict.NoRule<Choice> v -> List.of();
    };
  }

  /** Leads without a call: leads, with the votes they rest on. */
  private String onlyTallies(PageWords words) {
    List<String> said = new ArrayList<>();
    long votes =
        standing.units().stream()
            .filter(row -> row.unit().atLarge())
            .mapToLong(row -> row.votes().sum() + row.other().orElse(0))
            .sum();
    if (votes > 0) {
      String counted = words.say("means.votes", Map.of("votes", Names.number(votes)));
      said.add(words.say("rest.votes", Map.of("votes", counted)));
    }
    boolean lacking =
        HeadlineRung.rung(standing, Rung.CALLED).filter(rung -> rung.unknown() > 0).isPresent();
    if (!lacking && !header.callers().isEmpty()) said.add(words.say("rest.none.called"));
    return String.join(" ", said);
  }

  /** Jurisdictions that have electors by a call or a certificate, whose votes are not there. */
  private List<String> notVoted(PageWords words) {
    Map<String, Integer> left = new LinkedHashMap<>();
    Set<String> voted =
        standing.units().stream()
            .filter(row -> row.electorVotes().isPresent())
            .map(row -> row.unit().jurisdiction())
            .collect(Collectors.toSet());
    for (UnitRow row : standing.units())
      if (!voted.contains(row.unit().jurisdiction())
          && (!row.calls().isEmpty() || row.stage().filter(CHAIN::contains).isPresent()))
        left.merge(row.unit().jurisdiction(), row.unit().electors(), Integer::sum);
    int electors = left.values().stream().mapToInt(Integer::intValue).sum();
    if (left.isEmpty()) return List.of();
    if (left.size() > 1) return List.of(words.say("rest.left", Map.of("n", electors)));
    String place = words.place(left.keySet().iterator().next());
    return List.of(words.say("rest.one", Map.of("place", place, "n", electors)));
  }

  /** The state that Congress counted with and without, where the answers differ by it. */
  private Optional<Fork> countedEitherWay(Rung rung) {
    if (rung.compareTo(Rung.COUNTED) < 0
        || !(standing.electors().base() instanceof Verdict.Alternatives<Base>(var answers))
        || answers.size() != 2) return Optional.empty();
    return standing.units().stream()
        .flatMap(row -> row.jurisdictionElectors().stream().map(of -> Map.entry(row, of)))
        .filter(of -> of.getValue().result().filter(CountResult.EITHER_WAY::equals).isPresent())
        .findFirst()
        .map(
            of ->
                new Fork(
                    of.getKey().unit().jurisdiction(),
                    of.getValue()
                        .votes()
                        .map(votes -> votes.of(Office.PRESIDENT))
                        .orElse(Votes.NONE)));
  }

  /** Votes of a state that stand in one answer and not in the other. */
  private record Fork(String jurisdiction, Votes votes) {}

  /**
   * The two answers of a rung, by candidate: with and without a state, or with the rival returns
   * that are best for the one at each rail; absent where there is one answer.
   */
  Optional<List<Map<String, Long>>> answers(RungFigures rung) {
    Optional<Fork> fork = countedEitherWay(rung.rung());
    if (fork.isPresent())
      return Optional.of(List.of(with(rung, Votes.NONE, 0), with(rung, fork.get().votes(), -1)));
    if (rung.rung() != Rung.VOTED || rung.electors().isEmpty() || rails.size() < 2)
      return Optional.empty();
    Collection<List<ElectorVotes>> undecided = undecided();
    if (undecided.isEmpty()) return Optional.empty();
    return Optional.of(
        List.of(
            best(rung, undecided, rails.get(0), rails.get(1)),
            best(rung, undecided, rails.get(1), rails.get(0))));
  }

  /** Where two sets of electors voted and neither is taken; from 1888 on the law decides. */
  private Collection<List<ElectorVotes>> undecided() {
    if (header.year() >= ACT_OF_1887) return List.of();
    Set<String> decided =
        standing.units().stream()
            .filter(row -> row.electorVotes().isPresent())
            .map(row -> row.unit().jurisdiction())
            .collect(Collectors.toSet());
    Map<String, List<ElectorVotes>> returns = new LinkedHashMap<>();
    for (ElectorVotes votes : rivals)
      if (!decided.contains(votes.jurisdiction()))
        returns.computeIfAbsent(votes.jurisdiction(), place -> new ArrayList<>()).add(votes);
    returns.values().removeIf(all -> all.size() < 2);
    return returns.values();
  }

  private Map<String, Long> best(
      RungFigures rung, Collection<List<ElectorVotes>> undecided, String who, String other) {
    Map<String, Long> sum = with(rung, Votes.NONE, 0);
    for (List<ElectorVotes> all : undecided) {
      ElectorVotes taken = all.getFirst();
      for (ElectorVotes each : all)
        if (lead(each, who, other) > lead(taken, who, other)) taken = each;
      taken.ballots().of(Office.PRESIDENT).forEach((id, n) -> sum.merge(id, n, Long::sum));
    }
    return sum;
  }

  private static long lead(ElectorVotes votes, String who, String other) {
    Votes of = votes.ballots().of(Office.PRESIDENT);
    return of.count(who).orElse(0) - of.count(other).orElse(0);
  }

  private static Map<String, Long> with(RungFigures rung, Votes more, int times) {
    Map<String, Long> sum = new LinkedHashMap<>();
    rung.electors().forEach((id, n) -> sum.put(id, n));
    more.forEach((id, n) -> sum.merge(id, times * n, Long::sum));
    return sum;
  }

  /** What Congress announced of a state that it counted either way, and whether it mattered. */
  private List<String> eitherWay(Rung rung, PageWords words) {
    Optional<Fork> fork = countedEitherWay(rung);
    if (fork.isEmpty()) return List.of();
    String place = words.place(fork.get().jurisdiction());
    long n = fork.get().votes().sum();
    return List.of(
        standing
            .president()
            .candidate()
            .map(who -> words.say("rest.either", Map.of("place", place, "n", n, "who", name(who))))
            .orElseGet(() -> words.say("rest.eitherNone", Map.of("place", place, "n", n))));
  }

  private String night(RungFigures called, PageWords words) {
    String open =
        called.unknown() > 0
            ? words.say("rest.partlyInRecord")
            : words.say("rest.notCalled", Map.of("n", called.unassigned()));
    return HeadlineRung.rung(standing, Rung.REPORTED)
        .filter(rung -> !rung.electors().isEmpty())
        .map(rung -> open + " " + words.say("rest.ahead", Map.of("figures", figures(rung, words))))
        .orElse(open);
  }

  private String next(Rung rung, PageWords words) {
    int place = HeadlineRung.RUNGS.indexOf(rung) + 1;
    if (place == HeadlineRung.RUNGS.size()) return words.say("rest.term");
    Rung next = HeadlineRung.RUNGS.get(place);
    long n = HeadlineRung.rung(standing, next).map(row -> row.electors().sum()).orElse(0L);
    return n > 0
        ? words.say("rest.partly." + next.word(), Map.of("n", n))
        : words.say("rest.none." + next.word());
  }

  /** "2020 voted: Biden 302, Trump 232 – Ascertain", as the page's own title. */
  String title(PageWords words) {
    return top.map(
            rung ->
                "%d %s: %s – Ascertain"
                    .formatted(
                        header.year(),
                        words.say("stage." + rung.rung().word()),
                        figures(rung, words)))
        .orElse("Ascertain");
  }

  /** "Monday 14 December 2020, 17:30 in Washington". */
  String moment(PageWords words) {
    OffsetDateTime here = Washington.at(at.effective());
    String day = words.day(here.toLocalDate());
    return at instanceof When.AtMoment
        ? words.say("when", Map.of("day", day, "clock", words.clock(here.toLocalTime())))
        : words.say("whenDay", Map.of("day", day));
  }

  /** In the order of the rails; of more than two, those with most come first. */
  private String figures(RungFigures rung, PageWords words) {
    List<String> there =
        rails.stream().filter(id -> rung.electors().count(id).orElse(0) > 0).toList();
    if (there.size() > 2)
      there =
          there.stream()
              .sorted(Comparator.comparingLong(id -> -rung.electors().count(id).orElse(0)))
              .toList();
    String named =
        there.stream()
            .limit(MOST_NAMED)
            .map(id -> name(id) + "\u00a0" + figure(rung, id, words))
            .collect(Collectors.joining(", "));
    int more = there.size() - MOST_NAMED;
    return more > 0 ? named + ", " + words.say("others", Map.of("n", more)) : named;
  }

  /** "306"; "80 or 71" where the answers differ. */
  String figure(RungFigures rung, String candidate, PageWords words) {
    long only = rung.electors().count(candidate).orElse(0);
    List<Long> figures =
        answers(rung)
            .map(all -> all.stream().map(answer -> answer.getOrDefault(candidate, 0L)).toList())
            .orElse(List.of(only, only));
    return figures.get(0).equals(figures.get(1))
        ? Names.number(figures.get(0))
        : words
            .say("fork.or", Map.of("a", figures.get(0), "b", figures.get(1)))
            .replace(' ', '\u00a0');
  }

  String name(String candidate) {
    return new Names(header).of(candidate);
  }

  /** "14 Dec ~17:30", "4 Dec"; of what is implied, the last moment that it can be. */
  static String since(Majority majority, PageWords words) {
    boolean about = FactText.isAbout(majority.since(), majority.by());
    return moment(majority.since(), about ? "~" : "", words);
  }

  private static String moment(When when, String about, PageWords words) {
    OffsetDateTime here = Washington.at(when.effective());
    String day = words.dayOfYear(here.toLocalDate());
    return switch (when) {
      case When.AtMoment m -> day + " " + about + words.clock(here.toLocalTime());
      case When.OnDay d -> day;
      case When.Between(var from, var to) -> moment(to, about, words);
    };
  }

  private String caller() {
    return header
        .caller()
        .or(() -> header.callers().stream().map(Caller::id).findFirst())
        .orElse("");
  }
}
