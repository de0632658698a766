package org.ascertain.law;

/** What the calendar of an election sets a day for, in the order of the days. */
public enum DeadlineKind {
  APPOINT("electors are appointed"),
  CERTIFY("the state certifies its result"),
  SAFE_HARBOUR("a state's final determination is conclusive"),
  ASCERTAIN("the executive certifies the electors"),
  COURT("courts give their last orders on certificates"),
  MEET("the electors vote"),
  DELIVER("the votes reach the seat of government"),
  DEMAND("missing votes are demanded"),
  COUNT("Congress counts"),
  TERM("the term begins");

  private final String words;

  DeadlineKind(String words) {
    this.words = words;
  }

  /** What happens by that day, in words that follow "by which" or "on which". */
  public String words() {
    return words;
  }
}
