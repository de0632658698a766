package org.ascertain.desk;

import java.util.Optional;
import java.util.OptionalLong;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact.ExpectedBy;
import org.ascertain.election.Fact.Returns;
import org.ascertain.election.Votes;

/**
 * The figures of one statement of returns, without what attests them.
 *
 * @param entry its place in the record
 * @param effective when it took effect, in nanoseconds since 1970-01-01T00:00Z
 * @param exact false where the figures are computed from rounded shares
 * @param expected how many votes an estimate or an official expects; empty where nobody does
 * @param expectedByOfficial whether an official expects them
 */
public record Reported(
    long entry,
    long effective,
    String source,
    Votes votes,
    OptionalLong other,
    OptionalLong total,
    boolean exact,
    OptionalLong expected,
    boolean expectedByOfficial,
    boolean complete) {

  /** In place of the entry of a statement that is not recorded. */
  static final long NOT_RECORDED = -1;

  /** Shares are given to a tenth of a per cent: two of them may both be off by half of that. */
  private static final long ROUNDING = 1000;

  /** What returns report. */
  public static Reported of(Entry entry, Returns returns) {
    return of(entry.index(), entry.effective(), returns);
  }

  /** What returns report that are not recorded yet, or under another index. */
  public static Reported of(long entry, long effective, Returns returns) {
    return new Reported(
        entry,
        effective,
        returns.attestation().source().id(),
        returns.votes(),
        returns.other(),
        returns.total(),
        returns.exact(),
        returns.expected(),
        returns.expectedBy().filter(ExpectedBy.OFFICIAL::equals).isPresent(),
        returns.complete());
  }

  /** All votes: the total, or where it gives none, its figures added up. */
  public long counted() {
    return total.orElse(votes.sum() + other.orElse(0));
  }

  /** Whether an earlier statement says all that this one says. */
  boolean saysWhat(Reported before) {
    return votes.equals(before.votes)
        && other.equals(before.other)
        && total.equals(before.total)
        && exact == before.exact
        && expected.equals(before.expected)
        && expectedByOfficial == before.expectedByOfficial
        && complete == before.complete;
  }

  /**
   * The ticket with the most votes; empty where two have them, or where the lead is smaller than
   * the rounding of the shares that the figures were made from.
   */
  Optional<String> leader() {
    int first = first();
    boolean leads = first >= 0 && (exact ? lead() > 0 : lead() > counted() / ROUNDING);
    return leads ? Optional.of(votes.ids().get(first)) : Optional.empty();
  }

  /** By how much the first ticket is ahead of the second. */
  long lead() {
    int first = first();
    if (first < 0) return 0;
    long second = 0;
    for (int i = 0; i < votes.size(); i++)
      if (i != first) second = Math.max(second, votes.count(i));
    return votes.count(first) - second;
  }

  private int first() {
    int first = -1;
    for (int i = 0; i < votes.size(); i++)
      if (first < 0 || votes.count(i) > votes.count(first)) first = i;
    return first;
  }
}
