package org.ascertain.standing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Check;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Challenge;
import org.ascertain.election.Fact.Ruling;
import org.ascertain.election.Problem;
import org.ascertain.standing.JurisdictionFacts.Found;

/**
 * The challenges filed so far, by their ids. A second one with the id of one recorded before counts
 * nowhere; nor does a ruling that has no challenge, or precedes it.
 */
final class FiledChallenges {

  private final Map<String, Found<Challenge>> byId = new HashMap<>();

  void add(Entry entry, Challenge challenge) {
    byId.merge(
        challenge.id(),
        new Found<>(entry, challenge),
        (one, other) -> one.entry().index() <= other.entry().index() ? one : other);
  }

  Optional<Found<Challenge>> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Each that counts, in no order. */
  Collection<Found<Challenge>> all() {
    return byId.values();
  }

  /** Why a challenge that was added counts nowhere. */
  Optional<Problem> problem(Entry entry, Challenge challenge) {
    String id = challenge.id();
    return find(id)
        .filter(first -> first.entry().index() != entry.index())
        .map(first -> new Problem(Check.CHALLENGE_TWICE, entry.index(), "id", id));
  }

  /** Why a ruling counts nowhere. */
  Optional<Problem> problem(Entry entry, Ruling ruling) {
    String id = ruling.challenge();
    Optional<Found<Challenge>> challenge = find(id);
    if (challenge.isEmpty())
      return Optional.of(new Problem(Check.UNKNOWN_CHALLENGE, entry.index(), "challenge", id));
    return challenge.get().entry().effective() > entry.effective()
        ? Optional.of(new Problem(Check.RULING_TOO_EARLY, entry.index(), "at", id))
        : Optional.empty();
  }
}
