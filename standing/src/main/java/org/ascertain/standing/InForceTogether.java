package org.ascertain.standing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Ballots;
import org.ascertain.election.Fact.Certification;
import org.ascertain.election.Fact.Office;
import org.ascertain.election.Votes;

/**
 * Documents about one thing that may stand together: certificates, or rival returns. Those that no
 * other replaces are in force. They agree if every figure that several of them name is the same,
 * and there is somebody whom all of them name. Each comes and goes at the cost of its own figures.
 */
final class InForceTogether {

  private final Map<Long, Entry> present = new HashMap<>();
  private final Map<Long, OptionalLong> replaced = new HashMap<>();
  private final Map<Long, Map<String, Long>> figures = new HashMap<>();

  /** By index, how many of those present stand in its place. */
  private final Map<Long, Integer> replacements = new HashMap<>();

  private final NavigableSet<Entry> inForce = new TreeSet<>(FactOrder.IN_TIME);

  /** By name, which figures are given for it, and by how many of those in force. */
  private final Map<String, Map<Long, Integer>> named = new HashMap<>();

  private int disputed = 0;

  private final ToIntFunction<Entry> leader;

  /** By who leads, how many of those in force say so. */
  private final Map<Integer, Integer> leaders = new HashMap<>();

  /** Documents of which nobody asks who leads by them. */
  InForceTogether() {
    this(entry -> Leader.NOT_KNOWN);
  }

  /**
   * @param leader who leads by a document, by the candidate's place
   */
  InForceTogether(ToIntFunction<Entry> leader) {
    this.leader = leader;
  }

  /** Figures to be compared; names of the two offices are kept apart. */
  static Map<String, Long> figures(Ballots ballots) {
    Map<String, Long> figures = new TreeMap<>(figures(ballots.of(Office.PRESIDENT)));
    ballots.of(Office.VICE_PRESIDENT).forEach((id, n) -> figures.put("vicePresident." + id, n));
    return figures;
  }

  /** The figures of a certificate of the people's votes; no ticket is named as the last two are. */
  static Map<String, Long> figures(Certification certificate) {
    Map<String, Long> figures = figures(certificate.votes());
    certificate.other().ifPresent(n -> figures.put("(other)", n));
    certificate.total().ifPresent(n -> figures.put("(total)", n));
    return figures;
  }

  static Map<String, Long> figures(Votes votes) {
    Map<String, Long> figures = new TreeMap<>();
    votes.forEach(figures::put);
    return figures;
  }

  /**
   * Takes one in.
   *
   * @param replaces the index of what it stands in place of, after corrections
   */
  void put(Entry entry, OptionalLong replaces, Map<String, Long> figures) {
    long index = entry.index();
    present.put(index, entry);
    replaced.put(index, replaces);
    this.figures.put(index, figures);
    if (!isReplaced(index)) begin(entry);
    if (replaces.isEmpty() || replaces.getAsLong() == index) return;
    Entry earlier = present.get(replaces.getAsLong());
    if (earlier != null && !isReplaced(earlier.index())) end(earlier);
    replacements.merge(replaces.getAsLong(), 1, Integer::sum);
  }

  /** Takes one out that another about the very same thing followed. */
  void remove(Entry entry) {
    long index = entry.index();
    if (present.remove(index) == null) return;
    if (!isReplaced(index)) end(entry);
    figures.remove(index);
    OptionalLong target = Optional.ofNullable(replaced.remove(index)).orElse(OptionalLong.empty());
    if (target.isEmpty() || target.getAsLong() == index) return;
    replacements.computeIfPresent(target.getAsLong(), (k, n) -> n == 1 ? null : n - 1);
    Entry earlier = present.get(target.getAsLong());
    if (earlier != null && !isReplaced(earlier.index())) begin(earlier);
  }

  private boolean isReplaced(long index) {
    return replacements.containsKey(index);
  }

  private void begin(Entry entry) {
    inForce.add(entry);
    count(entry, 1);
  }

  private void end(Entry entry) {
    inForce.remove(entry);
    count(entry, -1);
  }

  private void count(Entry entry, int sign) {
    leaders.merge(leader.applyAsInt(entry), sign, (a, b) -> a + b == 0 ? null : a + b);
    figures
        .getOrDefault(entry.index(), Map.of())
        .forEach(
            (name, figure) -> {
              Map<Long, Integer> given = named.computeIfAbsent(name, n -> new HashMap<>(2));
              boolean was = given.size() > 1;
              given.merge(figure, sign, (a, b) -> a + b == 0 ? null : a + b);
              disputed += (given.size() > 1 ? 1 : 0) - (was ? 1 : 0);
            });
  }

  /** The last of those in force. */
  Optional<Entry> last() {
    return inForce.isEmpty() ? Optional.empty() : Optional.of(inForce.getLast());
  }

  /** All that are in force, in the order of time. */
  List<Entry> all() {
    return List.copyOf(inForce);
  }

  /** Who leads by those in force, each once, by the candidate's place. */
  Set<Integer> leaders() {
    return Set.copyOf(leaders.keySet());
  }

  /** Whether two of those in force give different figures for one name. */
  boolean contradict() {
    return disputed > 0;
  }

  /** The last of those in force, if they agree. */
  Optional<Entry> agreed() {
    return last().filter(entry -> inForce.size() == 1 || (disputed == 0 && isOfOneMatter(entry)));
  }

  /** Whether there is somebody whom all of them name: who share no name do not agree either. */
  private boolean isOfOneMatter(Entry last) {
    return figures.getOrDefault(last.index(), Map.of()).keySet().stream()
        .anyMatch(
            name ->
                named.getOrDefault(name, Map.of()).values().stream().mapToInt(n -> n).sum()
                    == inForce.size());
  }
}
