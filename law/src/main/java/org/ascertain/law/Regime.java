package org.ascertain.law;

/** Who decides a dispute about electoral votes, and how. */
public enum Regime {
  PRESIDENT_OF_THE_SENATE("the President of the Senate opens the votes; no rule says who decides"),
  JOINT_RULE("the 22nd Joint Rule: no vote objected to is counted unless both Houses agree"),
  COMMISSION("the Electoral Commission of 1877"),
  CONCURRENT_RESOLUTION("a concurrent resolution for each count"),
  ELECTORAL_COUNT_ACT("the Electoral Count Act of 1887"),
  ELECTORAL_COUNT_REFORM_ACT("the Electoral Count Reform Act of 2022");

  private final String words;

  Regime(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
