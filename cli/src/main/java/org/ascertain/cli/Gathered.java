package org.ascertain.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.standing.Rung;
import org.ascertain.standing.Tabulation;

/** What is not told singly, gathered into one line a day. */
final class Gathered {

  private static final int MOST_NAMES = 5;

  private final Names names;
  private final Map<String, Set<String>> places = new LinkedHashMap<>();
  private final Map<String, String> standing = new LinkedHashMap<>();

  Gathered(Names names) {
    this.names = names;
  }

  void add(Entry entry, Tabulation now) {
    switch (entry.fact()) {
      case Fact.Call f ->
          add("called by " + f.caller(), f.unit(), Rung.CALLED, now, isReference(f.caller(), now));
      case Fact.Certification f -> {
        if (f.amends().isPresent()) add("certified again", f.unit());
        else add("certified", f.unit(), Rung.CERTIFIED, now, true);
      }
      case Fact.Ascertainment f ->
          add("ascertained", f.jurisdiction(), Rung.ASCERTAINED, now, true);
      case Fact.ElectorVotes f -> add("voted", f.jurisdiction(), Rung.VOTED, now, true);
      case Fact.Counted f -> add("counted", f.jurisdiction(), Rung.COUNTED, now, true);
      case Fact.Appointment f -> add("appointed electors", f.jurisdiction());
      case Fact.NotAppointed f -> add("appointed none or too few", f.jurisdiction());
      case Fact.Challenge f -> add("challenges filed", f.id());
      case Fact.Ruling f -> add(f.closing() ? "challenges closed" : "rulings", f.challenge());
      case Fact.Acknowledgement f ->
          add(
              f.toward().equals("none")
                  ? "spoke for nobody"
                  : "acknowledged " + names.of(f.toward()),
              f.country().orElse(f.actor()));
      case Fact f -> {}
    }
  }

  private static boolean isReference(String caller, Tabulation now) {
    return now.header().caller().filter(caller::equals).isPresent();
  }

  private void add(String what, String place) {
    places.computeIfAbsent(what, w -> new LinkedHashSet<>()).add(place);
  }

  private void add(String what, String place, Rung rung, Tabulation now, boolean withFigures) {
    add(what, place);
    if (withFigures) standing.put(what, figures(rung, now, names));
  }

  /** "Biden 247, Trump 232": the two with most electors on a rung. */
  static String figures(Rung rung, Tabulation now, Names names) {
    List<String> ranked =
        IntStream.range(0, now.candidates().size())
            .boxed()
            .filter(c -> now.electors(rung, c) > 0)
            .sorted((a, b) -> now.electors(rung, b) - now.electors(rung, a))
            .map(c -> names.of(now.candidates().get(c)) + " " + now.electors(rung, c))
            .toList();
    int shown = Math.min(4, ranked.size());
    return String.join(", ", ranked.subList(0, shown)) + (ranked.size() > shown ? ", others" : "");
  }

  /** The line of what was gathered so far, if anything was. */
  List<Story.Line> flush(long moment) {
    List<String> clauses = new ArrayList<>();
    places.forEach((what, where) -> clauses.add(clause(what, where)));
    places.clear();
    standing.clear();
    return clauses.isEmpty()
        ? List.of()
        : List.of(new Story.Line(moment, "", String.join("; ", clauses), false));
  }

  private String clause(String what, Set<String> where) {
    List<String> all = List.copyOf(where);
    boolean codes = all.stream().allMatch(place -> place.length() <= 4);
    String list =
        codes || all.size() <= MOST_NAMES + 1
            ? String.join(", ", all)
            : String.join(", ", all.subList(0, MOST_NAMES))
                + " and "
                + (all.size() - MOST_NAMES)
                + " more";
    String figures = standing.containsKey(what) ? " (" + standing.get(what) + ")" : "";
    boolean counted = what.startsWith("challenges") || what.equals("rulings");
    return counted ? what + ": " + list : list + " " + what + figures;
  }
}
