package org.ascertain.answers;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ascertain.election.Attestation;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Unit;
import org.ascertain.election.When;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Tabulation;
import org.jspecify.annotations.Nullable;

/**
 * What is not told singly: one line a day. {@link MinorFacts} of days without one go into the next
 * day's that has one, or, if that is far, into one of their own.
 */
final class DayLine {

  /** Days after which small things are told even if nothing else is. */
  private static final int LONGEST_WAIT = 13;

  /** Bounds of less than a day, in nanoseconds, leave little doubt of the day. */
  private static final long A_DAY = Duration.ofHours(26).toNanos();

  private static final int MOST_NAMES = 3;

  /** Those who speak within the country speak for themselves, not for it. */
  private static final String HOME = "United States";

  private static final int MOST_CANDIDATES = 4;
  private static final String ON_DAYS_NOT_KNOWN = " on days not known, at the latest now";
  private static final String UNDATED = "ascertained" + ON_DAYS_NOT_KNOWN;
  private static final String CERTIFIED = "certified";
  private static final String ASCERTAINED = "ascertained";
  private static final String REPORTED = "reported votes";
  private static final String REPORTED_BY_NOW = "reported votes, on days not known";

  /** How many jurisdictions may be missing where the others are called all but those. */
  private static final int FEW_MISSING = 3;

  /** A part of a day's story: a clause of its line, or a line of its own. */
  private record Clause(String text, boolean own, boolean turning) {}

  private final Names names;
  private final Set<String> jurisdictions;
  private final Map<String, Map<String, Rung>> crossings = new LinkedHashMap<>();
  private final Map<Rung, String> crossed = new LinkedHashMap<>();
  private final List<Story.Line> apart = new ArrayList<>();
  private final Map<String, Set<String>> calls = new LinkedHashMap<>();
  private final Map<String, String> nationalCalls = new LinkedHashMap<>();
  private final Map<String, Set<String>> places = new LinkedHashMap<>();
  private final Map<String, Rung> rungs = new HashMap<>();
  private final Map<Rung, String> reached = new EnumMap<>(Rung.class);
  private final Map<String, String> figuresOfCallers = new HashMap<>();
  private final MinorFacts small = new MinorFacts();
  private LocalDate today = LocalDate.MIN;

  DayLine(Names names, Set<String> jurisdictions) {
    this.names = names;
    this.jurisdictions = jurisdictions;
  }

  void startDay(LocalDate day) {
    today = day;
  }

  /** What has waited for long, before the next line is told. */
  Optional<Story.Line> beforeTelling() {
    return small.isOlderThan(today.minusDays(LONGEST_WAIT)) ? small.line() : Optional.empty();
  }

  /** A small fall of a unit's figures. */
  void corrected(String unit, long by) {
    small.corrected(today, unit, by);
  }

  void add(Entry entry, Tabulation now) {
    switch (entry.fact()) {
      case Fact.Call f when f.unit().equals(Unit.NATION) ->
          nationalCalls.merge(names.of(f.candidate()), called(f), (all, more) -> all + ", " + more);
      case Fact.Call f -> {
        calls.computeIfAbsent(f.caller(), caller -> new LinkedHashSet<>()).add(f.unit());
        if (now.header().caller().filter(f.caller()::equals).isPresent())
          figuresOfCallers.put(f.caller(), figures(Rung.CALLED, now, names));
      }
      case Fact.Certification f when f.amends().isPresent() -> small.amended(today, f.unit());
      case Fact.Certification f -> add(what(f), f.unit(), Rung.CERTIFIED, now);
      case Fact.Ascertainment f -> add(what(f), f.jurisdiction(), Rung.ASCERTAINED, now);
      case Fact.ElectorVotes f -> add(what(f), f.jurisdiction(), Rung.VOTED, now);
      case Fact.Counted f -> add(what(f), f.jurisdiction(), Rung.COUNTED, now);
      case Fact.Appointment f -> add("appointed electors", f.jurisdiction());
      case Fact.NotAppointed f -> add("appointed none or too few", f.jurisdiction());
      case Fact.Returns f -> add(what(f), Unit.jurisdictionOf(f.unit()), Rung.REPORTED, now);
      case Fact.Challenge f -> small.challenge(today, "filed");
      case Fact.Ruling f -> small.challenge(today, f.closing() ? "closed" : "ruled on");
      case Fact.Acknowledgement f -> {
        String toward =
            f.toward().equals("none")
                ? "spoke and acknowledged nobody"
                : "acknowledged " + names.of(f.toward());
        add(toward, f.country().filter(country -> !country.equals(HOME)).orElse(f.actor()));
      }
      case Fact f -> {} // told singly, or by the archive's own line at the end
    }
  }

  /** What was done, and that its day is not known where that is so. */
  private static String what(Fact fact) {
    boolean dated = isDated(fact);
    return switch (fact) {
      case Fact.Returns f -> dated ? REPORTED : REPORTED_BY_NOW;
      case Fact.Certification f -> dated ? CERTIFIED : CERTIFIED + ON_DAYS_NOT_KNOWN;
      case Fact.Ascertainment f ->
          f.attestation().at() instanceof When.Between ? UNDATED : ASCERTAINED;
      case Fact.ElectorVotes f -> dated ? "voted" : "voted" + ON_DAYS_NOT_KNOWN;
      default -> dated ? "counted" : "counted" + ON_DAYS_NOT_KNOWN; // no other passes a majority
    };
  }

  /** Whether the day of a fact is known. */
  static boolean isDated(Fact fact) {
    return !(fact.attestation().at() instanceof When.Between between)
        || between.effective() - between.begins() < A_DAY;
  }

  /**
   * A majority passed by one of many facts of a moment: told with all of them.
   *
   * @param rung the rung on which it was passed, of which the figures are
   * @param words how it is told, with a place for the figures and one for what was gathered
   */
  void crossing(Fact fact, Rung rung, String words) {
    crossings.computeIfAbsent(what(fact), w -> new LinkedHashMap<>()).put(words, rung);
  }

  /** A line that comes after what is gathered now. */
  void apart(Story.Line line) {
    apart.add(line);
  }

  private static String called(Fact.Call call) {
    Attestation attestation = call.attestation();
    String clock = TimeText.clock(attestation);
    return call.caller() + (clock.isEmpty() ? "" : " " + clock);
  }

  private void add(String what, String place) {
    places.computeIfAbsent(what, w -> new LinkedHashSet<>()).add(place);
  }

  private void add(String what, String place, Rung rung, Tabulation now) {
    add(what, place);
    rungs.put(what, rung);
    reached.put(rung, figures(rung, now, names));
    for (Rung other : crossings.getOrDefault(what, Map.of()).values())
      crossed.put(other, figures(other, now, names));
  }

  /** "Biden 247, Trump 232": those with most electors on a rung. */
  static String figures(Rung rung, Tabulation now, Names names) {
    List<String> ranked =
        IntStream.range(0, now.candidates().size())
            .boxed()
            .filter(c -> now.electors(rung, c) > 0)
            .sorted((a, b) -> now.electors(rung, b) - now.electors(rung, a))
            .map(c -> names.of(now.candidates().get(c)) + " " + now.electors(rung, c))
            .toList();
    int shown = Math.min(MOST_CANDIDATES, ranked.size());
    return String.join(", ", ranked.subList(0, shown)) + (ranked.size() > shown ? ", others" : "");
  }

  /** What was gathered so far, before something of the same stage is told singly. */
  List<Story.Line> flush(long moment) {
    return lines(stages(), moment);
  }

  /**
   * After a fact that is told singly, what was gathered of the same stage on its day has the
   * figures that stand now: which of them came first nobody knows.
   */
  void afterSingly(Fact fact, Tabulation now) {
    switch (fact) {
      case Fact.Certification f -> refresh(Rung.CERTIFIED, now);
      case Fact.Ascertainment f -> refresh(Rung.ASCERTAINED, now);
      default -> {} // no other stage is gathered in lines that show sums
    }
  }

  private void refresh(Rung rung, Tabulation now) {
    if (reached.containsKey(rung)) reached.put(rung, figures(rung, now, names));
  }

  /** Clauses of one line, others in lines of their own; then what was told of single facts. */
  private List<Story.Line> lines(List<Clause> clauses, long moment) {
    List<Story.Line> lines = new ArrayList<>();
    List<String> together = new ArrayList<>();
    for (Clause clause : clauses) {
      if (!clause.own()) together.add(clause.text());
      else lines.add(line(moment, clause.text(), clause.turning()));
    }
    if (!together.isEmpty()) lines.addFirst(line(moment, String.join("; ", together), false));
    lines.addAll(apart);
    apart.clear();
    return lines;
  }

  private static Story.Line line(long moment, String text, boolean turning) {
    return Story.Line.at(moment, "", FactText.capital(text), turning);
  }

  /** Ends a day: its line, unless only small things happened, which wait for company. */
  List<Story.Line> endDay(long end) {
    List<Clause> clauses = stages();
    if (!clauses.isEmpty()) small.clauses(today).forEach(text -> clauses.add(clause(text)));
    return lines(clauses, end);
  }

  /** What still waits at the end of the story. */
  Optional<Story.Line> end() {
    return small.line();
  }

  private List<Clause> stages() {
    List<Clause> clauses = new ArrayList<>();
    nationalCalls.forEach(
        (candidate, callers) ->
            clauses.add(clause("presidency called for " + candidate + " by " + callers)));
    Map<Set<String>, List<String>> alike = new LinkedHashMap<>();
    calls.forEach(
        (caller, units) -> alike.computeIfAbsent(units, u -> new ArrayList<>()).add(caller));
    alike.forEach(
        (units, callers) ->
            clauses.add(
                clause(
                    list(units)
                        + " called by "
                        + String.join(", ", callers)
                        + inBrackets(figuresOfCallers.get(callers.getFirst())))));
    places.forEach((what, where) -> clauses.addAll(stage(what, where)));
    nationalCalls.clear();
    calls.clear();
    places.clear();
    rungs.clear();
    reached.clear();
    figuresOfCallers.clear();
    crossings.clear();
    crossed.clear();
    return clauses;
  }

  private static Clause clause(String text) {
    return new Clause(text, false, false);
  }

  private List<Clause> stage(String what, Set<String> where) {
    String who =
        what.equals(UNDATED)
            ? Names.several(where.size(), "jurisdiction", "jurisdictions")
            : list(where);
    Map<String, Rung> passed = crossings.getOrDefault(what, Map.of());
    if (passed.isEmpty()) {
      boolean own = !what.equals(UNDATED) && isMost(where);
      return List.of(new Clause(who + " " + what + after(what), own, false));
    }
    List<Clause> clauses = new ArrayList<>();
    passed.forEach(
        (words, rung) -> {
          String figures = crossed.getOrDefault(rung, "");
          clauses.add(new Clause(words.formatted(figures, who + " " + what), true, true));
        });
    return clauses;
  }

  private boolean isMost(Collection<String> where) {
    return jurisdictions.size() > 2 * FEW_MISSING
        && where.size() >= jurisdictions.size() - FEW_MISSING;
  }

  /** The figures that stand after what was gathered, in brackets, after the last of a rung. */
  private String after(String what) {
    Rung rung = rungs.get(what);
    Optional<String> last =
        places.keySet().stream().filter(w -> rungs.get(w) == rung).reduce((a, b) -> b);
    return rung != null && last.filter(what::equals).isPresent()
        ? inBrackets(reached.get(rung))
        : "";
  }

  static String inBrackets(@Nullable String figures) {
    return figures == null || figures.isEmpty() ? "" : " (" + figures + ")";
  }

  /** Codes are all named; of longer names the first few. */
  private String list(Collection<String> where) {
    if (isMost(where) && jurisdictions.containsAll(where)) return allBut(where);
    List<String> all = List.copyOf(where);
    boolean codes = all.stream().allMatch(place -> place.length() <= 4);
    return codes || all.size() <= MOST_NAMES + 1
        ? String.join(", ", all)
        : String.join(", ", all.subList(0, MOST_NAMES))
            + " and "
            + (all.size() - MOST_NAMES)
            + " more";
  }

  private String allBut(Collection<String> where) {
    List<String> missing = new ArrayList<>(jurisdictions);
    missing.removeAll(where);
    return missing.isEmpty()
        ? "all " + jurisdictions.size() + " jurisdictions"
        : "all but " + String.join(", ", missing);
  }
}
