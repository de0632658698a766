package org.ascertain.standing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Check;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Fact.Correction;
import org.ascertain.election.Fact.Retraction;
import org.ascertain.election.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What corrections and retractions make of the entries before them, entry by entry in the order of
 * the record. A correction stands in the place of what it corrects; a retraction of a correction
 * puts back what that replaced, a retraction of anything else leaves nothing in its place.
 */
final class Amendments implements References {

  /** What an entry does to those before it. */
  sealed interface Effect {}

  /** It is a fact of its own, in force from now on. */
  record Stands(Entry entry) implements Effect {}

  /**
   * It amends an earlier entry.
   *
   * @param now what is in force in its place, if anything is
   */
  record Amended(Amendment amendment, Optional<Entry> now) implements Effect {}

  /** It does not hold, and changes nothing. */
  record Refused(Problem problem) implements Effect {}

  /** By index, the facts in force; of a correction, what it put in place. */
  private final Map<Long, Entry> inForce = new HashMap<>();

  /** By index, every fact that was ever in force. */
  private final Map<Long, Entry> recorded = new HashMap<>();

  /** By the index of a correction that stands or stood, what it replaced. */
  private final Map<Long, Entry> replaced = new HashMap<>();

  /** By index, the correction that stands in an entry's place. */
  private final Map<Long, Long> correctedBy = new HashMap<>();

  /** Takes in the next entry of the record. */
  Effect add(Entry entry) {
    return switch (entry.fact()) {
      case Correction correction -> correct(entry, correction);
      case Retraction retraction -> retract(entry, retraction);
      default -> { // every other fact stands by itself
        begin(entry);
        yield new Stands(entry);
      }
    };
  }

  private Effect correct(Entry entry, Correction correction) {
    Entry before = find(correction.corrects());
    if (before == null)
      return refused(entry, Check.NOT_IN_FORCE, "corrects", "" + correction.corrects());
    Optional<String> amendment = amendment(correction.with());
    if (amendment.isPresent()) return refused(entry, Check.NOT_ALONE, "with", amendment.get());
    Optional<String> differs = References.differs(correction.with(), before.fact());
    if (differs.isPresent())
      return refused(
          entry,
          Check.WRONG_REFERENCE,
          "with",
          "entry " + correction.corrects() + " is " + differs.get());
    Entry after = new Entry(entry.index(), entry.recorded(), entry.recordedBy(), correction.with());
    inForce.remove(before.index());
    begin(after);
    replaced.put(entry.index(), before);
    correctedBy.put(before.index(), entry.index());
    return new Amended(
        new Amendment(entry, before, Optional.of(correction.with())), Optional.of(after));
  }

  /**
   * Who names a correction by its own index takes the correction back; who names what it corrected
   * takes back the fact, as it stands by now.
   */
  private Effect retract(Entry entry, Retraction retraction) {
    Entry before = find(retraction.retracts());
    if (before == null)
      return refused(entry, Check.NOT_IN_FORCE, "retracts", "" + retraction.retracts());
    inForce.remove(before.index());
    Entry restored = before.index() == retraction.retracts() ? replaced.get(before.index()) : null;
    if (restored != null) {
      inForce.put(restored.index(), restored);
      correctedBy.remove(restored.index());
    }
    return new Amended(
        new Amendment(entry, before, Optional.ofNullable(restored).map(Entry::fact)),
        Optional.ofNullable(restored));
  }

  /** The fact in force that an index names by now. The header is never amended. */
  private @Nullable Entry find(long index) {
    return index == 0 ? null : inForce.get(present(index));
  }

  private void begin(Entry entry) {
    inForce.put(entry.index(), entry);
    recorded.put(entry.index(), entry);
  }

  /** The word for a fact that cannot stand in the place of another; empty for one that can. */
  private static Optional<String> amendment(Fact with) {
    return switch (with) {
      case Correction f -> Optional.of("a correction");
      case Retraction f -> Optional.of("a retraction");
      case Fact.Header f -> Optional.of("the record's first entry");
      default -> Optional.empty(); // every other fact can stand alone
    };
  }

  private static Effect refused(Entry entry, Check check, String path, String detail) {
    return new Refused(new Problem(check, entry.index(), path, detail));
  }

  /** The entries in force, in the order of their indexes. */
  List<Entry> inForce() {
    List<Entry> entries = new ArrayList<>(inForce.values());
    entries.sort(java.util.Comparator.comparingLong(Entry::index));
    return entries;
  }

  @Override
  public Optional<Entry> recorded(long index) {
    return Optional.ofNullable(recorded.get(index));
  }

  @Override
  public long present(long index) {
    long present = index;
    for (Long next = correctedBy.get(present); next != null; next = correctedBy.get(present))
      present = next;
    return present;
  }

  @Override
  public boolean isCorrection(long index) {
    return replaced.containsKey(index);
  }
}
