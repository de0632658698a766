package org.ascertain.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.ascertain.audit.Cover.Choice;
import org.ascertain.audit.Evidence.Weakest;

/**
 * The sets of a winner's units that could take the majority away, those with least evidence first.
 * None has a unit to spare: one that could be left out without the evidence growing is left out.
 */
public final class WeakSets {

  /** As many are looked at for one that is told, since several ways lead to the same set. */
  private static final int LOOKED_AT = 40;

  private final List<List<Choice<List<Holding>>>> groups;
  private final int needed;

  private WeakSets(List<List<Choice<List<Holding>>>> groups, int needed) {
    this.groups = groups;
    this.needed = needed;
  }

  /**
   * The sets of an audit.
   *
   * @param shared ids of units whose cards are one draw: together they have the mean of their
   *     evidence, never the product
   */
  public static WeakSets of(Holdings holdings, List<Evidence> evidence, List<List<String>> shared) {
    List<List<Choice<List<Holding>>>> groups = new ArrayList<>();
    Map<String, Evidence> alone = new LinkedHashMap<>();
    for (Evidence each : evidence) alone.put(each.holding().id(), each);
    for (List<String> together : shared) {
      List<Evidence> group = new ArrayList<>();
      for (String id : together) Optional.ofNullable(alone.remove(id)).ifPresent(group::add);
      groups.add(choices(group));
    }
    for (Evidence each : alone.values()) groups.add(choices(List.of(each)));
    return new WeakSets(groups, holdings.toOverturn(holdings.winner().orElseThrow()));
  }

  /** Every set of units of one draw, with the logarithm of the mean of their evidence. */
  private static List<Choice<List<Holding>>> choices(List<Evidence> group) {
    List<Choice<List<Holding>>> choices = new ArrayList<>();
    for (int set = 1; set < 1 << group.size(); set++) {
      List<Holding> units = new ArrayList<>();
      int electors = 0;
      double sum = 0;
      for (int u = 0; u < group.size(); u++) {
        if ((set >> u & 1) == 0) continue;
        units.add(group.get(u).holding());
        electors += group.get(u).holding().electors();
        sum += Math.exp(group.get(u).logarithm());
      }
      choices.add(new Choice<>(List.copyOf(units), electors, Math.log(sum / units.size())));
    }
    return choices;
  }

  /** The one with the least evidence; empty where no set is left. */
  public Optional<Weakest> weakest() {
    return Cover.lightest(groups, needed).map(this::withNoneToSpare);
  }

  private Weakest withNoneToSpare(Cover<List<Holding>> cover) {
    List<Choice<List<Holding>>> chosen = new ArrayList<>(cover.chosen());
    int electors = chosen.stream().mapToInt(Choice::electors).sum();
    double weight = cover.weight();
    for (Choice<List<Holding>> choice : cover.chosen())
      if (choice.weight() >= 0 && electors - choice.electors() >= needed) {
        chosen.remove(choice);
        electors -= choice.electors();
        weight -= choice.weight();
      }
    return new Weakest(weight, chosen.stream().flatMap(choice -> choice.what().stream()).toList());
  }

  /**
   * The weakest so many. Each but the first lacks a unit of one before it, as none holds another
   * whole: so the next are found by leaving out the units of each in turn.
   */
  public List<Weakest> first(int number) {
    List<Weakest> found = new ArrayList<>();
    Set<Set<Holding>> seen = new HashSet<>();
    PriorityQueue<Without> open =
        new PriorityQueue<>(Comparator.comparingDouble(each -> each.weakest().logarithm()));
    Set<Set<Holding>> tried = new HashSet<>();
    without(Set.of(), tried).ifPresent(open::add);
    for (int looked = 0; found.size() < number && looked < LOOKED_AT * number; looked++) {
      Without next = open.poll();
      if (next == null) break;
      if (seen.add(Set.copyOf(next.weakest().units()))) found.add(next.weakest());
      for (Holding unit : next.weakest().units()) {
        Set<Holding> out = new HashSet<>(next.out());
        out.add(unit);
        without(out, tried).ifPresent(open::add);
      }
    }
    return found;
  }

  /** The weakest set without some units. */
  private record Without(Set<Holding> out, Weakest weakest) {}

  private Optional<Without> without(Set<Holding> out, Set<Set<Holding>> tried) {
    if (!tried.add(out)) return Optional.empty();
    List<List<Choice<List<Holding>>>> left =
        groups.stream()
            .map(
                group ->
                    group.stream()
                        .filter(choice -> choice.what().stream().noneMatch(out::contains))
                        .toList())
            .toList();
    return Cover.lightest(left, needed)
        .map(this::withNoneToSpare)
        .map(weakest -> new Without(out, weakest));
  }
}
