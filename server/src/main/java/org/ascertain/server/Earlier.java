package org.ascertain.server;

import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.When;
import org.ascertain.standing.History;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a record is asked: its first entries, what was known by a moment, or both.
 *
 * @param entries so many entries from the first on; absent for all
 * @param known absent for everything in them
 */
record Earlier(OptionalLong entries, Optional<When> known) {

  static final String ENTRIES =
      "The record's first so many entries, those that a checkpoint of that size spoke of.";

  static final String KNOWN = "By what was known at this moment or the end of this day.";

  /**
   * Reads both from an address.
   *
   * @throws Refusal if one of them is no such thing
   */
  static Earlier of(@Nullable String entries, @Nullable String known, Snapshot snapshot) {
    return new Earlier(first(entries, snapshot.size()), MomentParameter.of("known", known));
  }

  private static OptionalLong first(@Nullable String entries, int size) {
    if (entries == null) return OptionalLong.empty();
    if (entries.matches("[1-9][0-9]{0,8}") && Long.parseLong(entries) <= size)
      return OptionalLong.of(Long.parseLong(entries));
    throw new Refusal(
        400,
        "No such number of entries",
        "'%s' of 'entries' is not how many entries the record had at some time; write a number from 1 to %d."
            .formatted(Refusal.quote(entries), size));
  }

  /** Whether it is the whole record, as everybody reads it. */
  boolean isAll() {
    return entries.isEmpty() && known.isEmpty();
  }

  History of(History whole) {
    History first = entries.isEmpty() ? whole : whole.first(entries.getAsLong());
    return known.isEmpty() ? first : first.asKnown(known.get().effective());
  }
}
