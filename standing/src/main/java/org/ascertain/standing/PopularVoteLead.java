package org.ascertain.standing;

import org.ascertain.election.Entry;
import org.ascertain.election.Fact.Returns;

/**
 * Who has the most of the people's votes while facts are taken in: by the same sums as in a
 * standing.
 */
public final class PopularVoteLead {

  private final NewestFigures newest;

  /** Before anything is taken in. */
  public PopularVoteLead() {
    this(new NewestFigures());
  }

  private PopularVoteLead(NewestFigures newest) {
    this.newest = newest;
  }

  /** After all that a history has. */
  public static PopularVoteLead of(History history) {
    return new PopularVoteLead(history.newestFigures(History.ALL));
  }

  /** Takes in what a fact just taken in says of a state's or a district's votes, if it counts. */
  public void after(Entry entry, Tabulation now) {
    if (entry.fact() instanceof Returns returns
        && !now.refuses(entry)
        && now.register().isUnit(returns.unit()))
      newest.add(entry.index(), returns, now.register());
  }

  /**
   * The candidate who leads now, by place; {@link Tabulation#NOBODY} for a tie or without votes,
   * {@link Tabulation#NOT_KNOWN} where somebody may whom the record credits with too few.
   */
  public int of(Tabulation now) {
    return new PopularVotes(now, newest).leader();
  }
}
