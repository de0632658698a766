package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Unit;
import org.ascertain.record.RecordWriter;
import org.jspecify.annotations.Nullable;

/** Finds entries by the kind of their facts, by where they belong, and by words in their lines. */
final class RecordSearch {

  private final Set<String> kinds;
  private final String place;
  private final String words;
  private final Set<String> challenges = new HashSet<>();

  /**
   * What is null or empty fits all.
   *
   * @throws Refusal if a kind is unknown or given twice
   */
  RecordSearch(@Nullable String fact, @Nullable String unit, @Nullable String text) {
    this.kinds = fact == null ? Set.of() : kinds(fact);
    this.place = unit == null ? "" : unit;
    this.words = text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  private static Set<String> kinds(String text) {
    Set<String> kinds = new HashSet<>();
    for (String kind : text.split(",", -1)) {
      if (!RecordWriter.words().contains(kind))
        throw new Refusal(
            400,
            "No such kind of fact",
            "'%s' of 'fact' is none of: %s."
                .formatted(Refusal.quote(kind), String.join(", ", RecordWriter.words())));
      if (!kinds.add(kind))
        throw new Refusal(
            400, "Given twice", "'fact' names '%s' twice.".formatted(Refusal.quote(kind)));
    }
    return kinds;
  }

  /** The indexes of the entries that fit, from {@code first} up to, not including, {@code end}. */
  BitSet in(ServedElection served, int first, int end) {
    List<Entry> entries = served.snapshot().history().recorded();
    BitSet found = new BitSet();
    for (int i = 0; i < Math.min(end, entries.size()); i++) {
      boolean fits = isThere(entries.get(i).fact());
      if (fits && i >= first && isOfKind(entries.get(i).fact())) found.set(i);
    }
    if (words.isEmpty()) return found;
    BitSet spoken = new BitSet();
    each(
        served,
        found,
        (line, index) -> {
          if (new String(line, UTF_8).toLowerCase(Locale.ROOT).contains(words))
            spoken.set((int) index);
        });
    return spoken;
  }

  /** Hands over the lines of entries, read in one go. */
  static void each(ServedElection served, BitSet places, ObjLongConsumer<byte[]> each) {
    if (places.isEmpty()) return;
    served
        .lines()
        .read(
            places.nextSetBit(0),
            places.length(),
            (line, index) -> {
              if (places.get((int) index)) each.accept(line, index);
            });
  }

  private boolean isOfKind(Fact fact) {
    return kinds.isEmpty() || kinds.contains(RecordWriter.word(fact));
  }

  /** Whether a fact belongs to the place. A ruling belongs where its challenge does. */
  private boolean isThere(Fact fact) {
    if (place.isEmpty()) return true;
    return switch (fact) {
      case Fact.OfUnit f -> lies(f.unit());
      case Fact.OfJurisdiction f -> lies(f.jurisdiction());
      case Fact.Challenge f when f.units().stream().anyMatch(this::lies) -> {
        challenges.add(f.id());
        yield true;
      }
      case Fact.Ruling f -> challenges.contains(f.challenge());
      case Fact.Correction f -> isThere(f.with());
      default -> false; // about the nation: a new kind of place is a new interface
    };
  }

  private boolean lies(String unit) {
    return unit.equals(place)
        || unit.startsWith(place + "/")
        || Unit.jurisdictionOf(unit).equals(place);
  }
}
