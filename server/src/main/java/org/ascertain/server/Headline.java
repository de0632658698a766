package org.ascertain.server;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ascertain.answers.FactText;
import org.ascertain.answers.Names;
import org.ascertain.election.Caller;
import org.ascertain.election.Fact.CountResult;
import org.ascertain.election.Fact.Header;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Votes;
import org.ascertain.election.Washington;
import org.ascertain.election.When;
import org.ascertain.law.Base;
import org.ascertain.law.Verdict;
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
 */
record Headline(
    Header header, Standing standing, When at, List<String> rails, Optional<RungFigures> top) {

  private static final int MOST_NAMED = 4;

  /** What a state itself has done before its electors vote. */
  private static final Set<Rung> CHAIN = Set.of(Rung.CERTIFIED, Rung.ASCERTAINED);

  /** From the foot of the ladder upward. */
  static final List<Rung> RUNGS =
      List.of(
          Rung.REPORTED,
          Rung.CALLED,
          Rung.CERTIFIED,
          Rung.ASCERTAINED,
          Rung.VOTED,
          Rung.COUNTED,
          Rung.DECLARED);

  static Headline of(Snapshot snapshot, When at) {
    Standing standing = snapshot.history().at(at.effective());
    Header header = snapshot.history().header();
    return new Headline(
        header, standing, at, Rails.of(header, snapshot.course()), decisive(standing));
  }

  /**
   * The highest stage at which somebody has a majority that is not only implied; where nobody has,
   * the highest that speaks of so many electors that somebody could; before that the one that
   * speaks of most. Leads in the tallies come last.
   */
  private static Optional<RungFigures> decisive(Standing standing) {
    List<RungFigures> down =
        RUNGS.reversed().stream()
            .filter(rung -> rung != Rung.REPORTED)
            .flatMap(rung -> rung(standing, rung).stream())
            .toList();
    int least = majority(standing);
    long most = down.stream().mapToLong(rung -> said(rung, standing)).max().orElse(0);
    return first(down, rung -> most(rung) >= least && !isImplied(rung))
        .or(() -> first(down, rung -> said(rung, standing) >= least))
        .or(() -> first(down, rung -> most > 0 && said(rung, standing) == most))
        .or(() -> rung(standing, Rung.REPORTED).filter(rung -> !rung.electors().isEmpty()));
  }

  private static Optional<RungFigures> first(
      List<RungFigures> rungs, java.util.function.Predicate<RungFigures> which) {
    return rungs.stream().filter(which).findFirst();
  }

  static Optional<RungFigures> rung(Standing standing, Rung rung) {
    return standing.ladder().stream().filter(row -> row.rung() == rung).findFirst();
  }

  /** The majority that the law asks for. */
  static int majority(Standing standing) {
    return base(standing).map(Base::majority).orElse(standing.electors().entitled() / 2 + 1);
  }

  /** The electors of whom that is the majority. */
  static int whole(Standing standing) {
    return base(standing).map(Base::electors).orElse(standing.electors().entitled());
  }

  private static Optional<Base> base(Standing standing) {
    return switch (standing.electors().base()) {
      case Verdict.Determined<Base>(var base, var grounds) -> Optional.of(base);
      case Verdict.Alternatives<Base>(var answers) -> Optional.of(answers.getFirst().value());
      case Verdict.NotYet<Base> v -> Optional.empty();
      case Verdict.NoRule<Base> v -> Optional.empty();
    };
  }

  private static long most(RungFigures rung) {
    long most = 0;
    for (int i = 0; i < rung.electors().size(); i++)
      most = Math.max(most, rung.electors().count(i));
    return most;
  }

  static boolean isImplied(RungFigures rung) {
    return rung.majority().filter(m -> rung.rung().isImpliedBy(m.by().fact())).isPresent();
  }

  /** Electors of whom the rung speaks itself, not by what a later stage implies. */
  private static long said(RungFigures rung, Standing standing) {
    long implied =
        standing.units().stream()
            .filter(row -> rung.implied().contains(row.unit().jurisdiction()))
            .mapToLong(row -> row.unit().electors())
            .sum();
    return rung.electors().sum() - implied;
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
    Optional<String> office =
        rung(standing, Rung.IN_OFFICE)
            .flatMap(RungFigures::majority)
            .map(
                m ->
                    words.say(
                        "rest.office",
                        Map.of("moment", since(m, words), "who", name(m.candidate()))));
    RungFigures rung = top.get();
    List<String> ended = new ArrayList<>(eitherWay(rung.rung(), words));
    office.ifPresent(ended::add);
    if (!ended.isEmpty()) return String.join(" ", ended);
    if (rung.rung() == Rung.REPORTED)
      return header.callers().isEmpty() ? "" : words.say("rest.none.called");
    List<String> said = new ArrayList<>();
    boolean decided = most(rung) >= majority(standing);
    if (rung.rung() == Rung.CALLED && !decided) return night(rung, words);
    if (!decided) said.add(words.say("rest.noMajority", Map.of("majority", majority(standing))));
    if (rung.rung() == Rung.VOTED) said.addAll(notVoted(words));
    said.add(next(rung.rung(), words));
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
  Optional<Fork> fork(Rung rung) {
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
  record Fork(String jurisdiction, Votes votes) {}

  /** What Congress announced of a state that it counted either way, and whether it mattered. */
  private List<String> eitherWay(Rung rung, PageWords words) {
    Optional<Fork> fork = fork(rung);
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
    return rung(standing, Rung.REPORTED)
        .filter(rung -> !rung.electors().isEmpty())
        .map(rung -> open + " " + words.say("rest.ahead", Map.of("figures", figures(rung, words))))
        .orElse(open);
  }

  private String next(Rung rung, PageWords words) {
    int place = RUNGS.indexOf(rung) + 1;
    if (place == RUNGS.size()) return words.say("rest.term");
    Rung next = RUNGS.get(place);
    long n = rung(standing, next).map(row -> row.electors().sum()).orElse(0L);
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

  /** In the order of the rails; of many candidates, those with most. */
  private String figures(RungFigures rung, PageWords words) {
    List<String> there =
        rails.stream().filter(id -> rung.electors().count(id).orElse(0) > 0).toList();
    return there.stream()
        .limit(MOST_NAMED)
        .map(id -> name(id) + "\u00a0" + figure(rung, id, words))
        .collect(Collectors.joining(", "));
  }

  /** "306"; "80 or 71" where the answers differ. */
  String figure(RungFigures rung, String candidate, PageWords words) {
    long more = rung.electors().count(candidate).orElse(0);
    long fewer =
        more - fork(rung.rung()).map(fork -> fork.votes().count(candidate).orElse(0)).orElse(0L);
    return more == fewer
        ? Names.number(more)
        : words.say("fork.or", Map.of("a", more, "b", fewer)).replace(' ', '\u00a0');
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
