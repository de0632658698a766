package org.ascertain.desk;

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
}
