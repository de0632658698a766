package org.ascertain.standing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.standing.JurisdictionFacts.Found;
import org.ascertain.standing.Key.Kind;

/**
 * Facts by what they are about, each kind in the order of time. Of those about one thing the latest
 * counts; the earlier ones are kept beside it.
 */
final class FactsByKey {

  private final Map<Key, List<Entry>> all = new HashMap<>();
  private final Map<Kind, NavigableSet<Entry>> latest = new EnumMap<>(Kind.class);

  /** Takes in a fact; one that is there already changes nothing. Whether it was new. */
  boolean put(Key key, Entry entry) {
    List<Entry> same = all.computeIfAbsent(key, k -> new ArrayList<>(1));
    int place = same.size();
    while (place > 0 && FactOrder.IN_TIME.compare(same.get(place - 1), entry) > 0) place--;
    if (place > 0 && same.get(place - 1).index() == entry.index()) return false;
    NavigableSet<Entry> ofKind =
        latest.computeIfAbsent(key.kind(), k -> new TreeSet<>(FactOrder.IN_TIME));
    if (place == same.size()) {
      if (place > 0) ofKind.remove(same.getLast());
      ofKind.add(entry);
    }
    same.add(place, entry);
    return true;
  }

  /** The latest entry about one thing. */
  Optional<Entry> latest(Key key) {
    List<Entry> same = all.get(key);
    return same == null ? Optional.empty() : Optional.of(same.getLast());
  }

  /** The latest fact about one thing. */
  <F extends Fact> Optional<Found<F>> find(Key key, Class<F> type) {
    return latest(key).flatMap(entry -> found(entry, type));
  }

  /** Every fact about one thing, in the order of time. */
  List<Entry> about(Key key) {
    return all.getOrDefault(key, List.of());
  }

  /** The latest facts of one kind about everything, in the order of time. */
  <F extends Fact> List<Found<F>> all(Kind kind, Class<F> type) {
    NavigableSet<Entry> ofKind = latest.get(kind);
    if (ofKind == null) return List.of();
    return ofKind.stream().flatMap(entry -> found(entry, type).stream()).toList();
  }

  /** How many things there are facts of one kind about. */
  int count(Kind kind) {
    NavigableSet<Entry> ofKind = latest.get(kind);
    return ofKind == null ? 0 : ofKind.size();
  }

  /** The things that facts of one kind are about. */
  List<Key> keys(Kind kind) {
    return all.keySet().stream().filter(key -> key.kind() == kind).toList();
  }

  /** Of which things there are several facts, and what they are, in the order of time. */
  Stream<List<Entry>> several() {
    return all.values().stream().filter(same -> same.size() > 1).map(List::copyOf);
  }

  static <F extends Fact> Optional<Found<F>> found(Entry entry, Class<F> type) {
    return type.isInstance(entry.fact())
        ? Optional.of(new Found<>(entry, type.cast(entry.fact())))
        : Optional.empty();
  }
}
