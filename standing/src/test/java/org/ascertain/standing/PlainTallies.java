package org.ascertain.standing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Returns;

/**
 * Tallies as the rule says them, made anew for each question from all returns: what {@link Tallies}
 * keeps up to date has to come to the same.
 */
final class PlainTallies {

  private final List<String> tickets;
  private final List<String> preferred;
  private final Map<String, Map<String, Entry>> latest = new HashMap<>();

  /** Of returns in force that make sense. */
  PlainTallies(History history, List<Entry> returns) {
    tickets = history.header().tickets().stream().map(ticket -> ticket.id()).toList();
    preferred = history.header().returnsFrom();
    for (Entry entry : returns)
      latest
          .computeIfAbsent(fact(entry).unit(), unit -> new HashMap<>())
          .merge(source(entry), entry, (a, b) -> FactOrder.IN_TIME.compare(a, b) > 0 ? a : b);
  }

  static Returns fact(Entry entry) {
    return (Returns) entry.fact();
  }

  private static String source(Entry entry) {
    return fact(entry).attestation().source().id();
  }

  /** Every source's latest returns, the preferred first. */
  List<Entry> statements(String unit) {
    return latest.getOrDefault(unit, Map.of()).values().stream()
        .sorted(
            Comparator.comparing(PlainTallies::source, Comparator.comparingInt(this::rank))
                .thenComparing(PlainTallies::source))
        .toList();
  }

  private int rank(String source) {
    int rank = preferred.indexOf(source);
    return rank < 0 ? preferred.size() : rank;
  }

  Optional<Returns> speaking(String unit) {
    return statements(unit).stream().map(PlainTallies::fact).findFirst();
  }

  /** The units right below that somebody has spoken for, or for one below them. */
  List<String> below(String unit) {
    TreeSet<String> below = new TreeSet<>();
    for (String id : latest.keySet())
      if (id.startsWith(unit + "/"))
        below.add(unit + "/" + id.substring(unit.length() + 1).split("/", 2)[0]);
    return List.copyOf(below);
  }

  boolean isKnown(String unit) {
    return latest.containsKey(unit) || !below(unit).isEmpty();
  }

  boolean isExact(String unit) {
    return speaking(unit)
        .map(Returns::exact)
        .orElseGet(() -> below(unit).stream().allMatch(this::isExact));
  }

  /** By ticket; -1 where there is no figure. */
  long[] tally(String unit) {
    return speaking(unit)
        .map(
            returns ->
                tickets.stream().mapToLong(id -> returns.votes().count(id).orElse(-1)).toArray())
        .orElseGet(() -> sumBelow(unit));
  }

  long[] sumBelow(String unit) {
    long[] sum = new long[tickets.size()];
    Arrays.fill(sum, -1);
    for (String part : below(unit)) {
      long[] own = tally(part);
      for (int t = 0; t < sum.length; t++) if (own[t] >= 0) sum[t] = Math.max(0, sum[t]) + own[t];
    }
    return sum;
  }

  OptionalLong other(String unit) {
    if (speaking(unit).isPresent()) return speaking(unit).get().other();
    List<OptionalLong> parts = below(unit).stream().map(this::other).toList();
    return parts.stream().anyMatch(OptionalLong::isPresent)
        ? OptionalLong.of(sum(parts.stream()))
        : OptionalLong.empty();
  }

  OptionalLong total(String unit) {
    if (speaking(unit).isPresent()) return speaking(unit).get().total();
    List<OptionalLong> parts = below(unit).stream().map(this::total).toList();
    return parts.stream().allMatch(OptionalLong::isPresent)
        ? OptionalLong.of(sum(parts.stream()))
        : OptionalLong.empty();
  }

  private static long sum(Stream<OptionalLong> parts) {
    return parts.mapToLong(part -> part.orElse(0)).sum();
  }

  /**
   * The place of the ticket that has more than each other. Where some have no figure it leads only
   * if it is not alone, or, where a total tells, has more than nobody is credited with.
   */
  int leader(String unit) {
    long[] tally = tally(unit);
    long most = Arrays.stream(tally).max().orElse(0);
    if (most <= 0 || Arrays.stream(tally).filter(n -> n == most).count() > 1) return Leader.NOBODY;
    int leader = 0;
    while (tally[leader] != most) leader++;
    long figures = Arrays.stream(tally).filter(n -> n >= 0).count();
    if (figures == tally.length) return leader;
    if (total(unit).isEmpty()) return figures > 1 ? leader : Leader.NOT_KNOWN;
    long named = Arrays.stream(tally).filter(n -> n >= 0).sum() + other(unit).orElse(0);
    return most > total(unit).getAsLong() - named ? leader : Leader.NOT_KNOWN;
  }
}
