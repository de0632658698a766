package org.ascertain.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
import org.ascertain.election.When;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Tabulation;

/**
 * What is not told singly: one line a day. {@link SmallThings} of days without one go into the next
 * day's that has one, or, if that is far, into one of their own.
 */
final class Gathered {

  /** Days after which small things are told even if nothing else is. */
  private static final int LONGEST_WAIT = 13;

  private static final int MOST_NAMES = 3;
  private static final int MOST_CANDIDATES = 4;
  private static final String UNDATED = "ascertained on days not known, at the latest now";

  private final Names names;
  private final Map<String, Set<String>> calls = new LinkedHashMap<>();
  private final Map<String, String> nationalCalls = new LinkedHashMap<>();
  private final Map<String, Set<String>> places = new LinkedHashMap<>();
  private final Map<String, String> figures = new LinkedHashMap<>();
  private final SmallThings small = new SmallThings();
  private LocalDate today = LocalDate.MIN;

  Gathered(Names names) {
    this.names = names;
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
      case Fact.Call f when f.unit().equals("US") ->
          nationalCalls.merge(names.of(f.candidate()), called(f), (all, more) -> all + ", " + more);
      case Fact.Call f -> {
        calls.computeIfAbsent(f.caller(), caller -> new LinkedHashSet<>()).add(f.unit());
        if (now.header().caller().filter(f.caller()::equals).isPresent())
          figures.put(f.caller(), figures(Rung.CALLED, now, names));
      }
      case Fact.Certification f when f.amends().isPresent() -> small.amended(today, f.unit());
      case Fact.Certification f -> add("certified", f.unit(), Rung.CERTIFIED, now);
      case Fact.Ascertainment f when f.attestation().at() instanceof When.Between ->
          add(UNDATED, f.jurisdiction());
      case Fact.Ascertainment f -> add("ascertained", f.jurisdiction(), Rung.ASCERTAINED, now);
      case Fact.ElectorVotes f -> add("voted", f.jurisdiction(), Rung.VOTED, now);
      case Fact.Counted f -> add("counted", f.jurisdiction(), Rung.COUNTED, now);
      case Fact.Appointment f -> add("appointed electors", f.jurisdiction());
      case Fact.NotAppointed f -> add("appointed none or too few", f.jurisdiction());
      case Fact.Challenge f -> small.challenge(today, "filed");
      case Fact.Ruling f -> small.challenge(today, f.closing() ? "closed" : "ruled on");
      case Fact.Acknowledgement f -> {
        String toward =
            f.toward().equals("none")
                ? "congratulated nobody yet"
                : "acknowledged " + names.of(f.toward());
        add(toward, f.country().orElse(f.actor()));
      }
      case Fact f -> {}
    }
  }

  private static String called(Fact.Call call) {
    Attestation attestation = call.attestation();
    String clock = Moments.clock(attestation);
    return call.caller() + (clock.isEmpty() ? "" : " " + clock);
  }

  private void add(String what, String place) {
    places.computeIfAbsent(what, w -> new LinkedHashSet<>()).add(place);
  }

  private void add(String what, String place, Rung rung, Tabulation now) {
    add(what, place);
    figures.put(what, figures(rung, now, names));
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
  Optional<Story.Line> flush(long moment) {
    List<String> clauses = stages();
    return clauses.isEmpty()
        ? Optional.empty()
        : Optional.of(Story.Line.at(moment, "", Story.capital(String.join("; ", clauses)), false));
  }

  /** Ends a day: its line, unless only small things happened, which wait for company. */
  Optional<Story.Line> endDay(long end) {
    List<String> clauses = stages();
    if (clauses.isEmpty()) return Optional.empty();
    clauses.addAll(small.clauses(today));
    return Optional.of(Story.Line.at(end, "", Story.capital(String.join("; ", clauses)), false));
  }

  /** What still waits at the end of the story. */
  Optional<Story.Line> end() {
    return small.line();
  }

  private List<String> stages() {
    List<String> clauses = new ArrayList<>();
    nationalCalls.forEach(
        (candidate, callers) ->
            clauses.add("presidency called for " + candidate + " by " + callers));
    Map<Set<String>, List<String>> alike = new LinkedHashMap<>();
    calls.forEach(
        (caller, units) -> alike.computeIfAbsent(units, u -> new ArrayList<>()).add(caller));
    alike.forEach(
        (units, callers) ->
            clauses.add(
                list(units)
                    + " called by "
                    + String.join(", ", callers)
                    + after(callers.getFirst())));
    places.forEach(
        (what, where) ->
            clauses.add(
                what.equals(UNDATED)
                    ? where.size() + " jurisdictions " + what
                    : list(where) + " " + what + after(what)));
    nationalCalls.clear();
    calls.clear();
    places.clear();
    figures.clear();
    return clauses;
  }

  /** The figures that stand after what was gathered, in brackets. */
  private String after(String what) {
    return Optional.ofNullable(figures.get(what)).map(text -> " (" + text + ")").orElse("");
  }

  /** Codes are all named; of longer names the first few. */
  private static String list(Collection<String> where) {
    List<String> all = List.copyOf(where);
    boolean codes = all.stream().allMatch(place -> place.length() <= 4);
    return codes || all.size() <= MOST_NAMES + 1
        ? String.join(", ", all)
        : String.join(", ", all.subList(0, MOST_NAMES))
            + " and "
            + (all.size() - MOST_NAMES)
            + " more";
  }
}
