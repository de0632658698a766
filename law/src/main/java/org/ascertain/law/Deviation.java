package org.ascertain.law;

/**
 * What the law of a state makes of an elector's vote for another than the elector is pledged to.
 */
public enum Deviation {
  /** The vote is void, and the elector is replaced. */
  VOID("the vote is void and the elector is replaced"),
  /** There is a penalty, but the vote counts. */
  PENALTY("the vote counts, with a penalty"),
  /** The law directs or asks for a pledge, no more; the vote counts as it was cast. */
  DIRECTED("the law directs the vote, which counts as it is cast"),
  /** No law of the state speaks of it; the vote counts as it was cast. */
  FREE("the vote counts as it is cast");

  private final String words;

  Deviation(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
