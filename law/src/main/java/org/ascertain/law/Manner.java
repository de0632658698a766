package org.ascertain.law;

/**
 * How a jurisdiction appoints its electors in an election.
 *
 * @param plan what is particular; empty if nothing is known to be
 */
public record Manner(Method method, String plan, String citation) {

  /** Who chooses, and by what unit. */
  public enum Method {
    LEGISLATURE("by the legislature"),
    GOVERNOR_AND_COUNCIL("by the governor and council"),
    STATEWIDE("by popular vote of the whole state"),
    DISTRICT("by popular vote of districts"),
    MIXED("by popular vote and legislature together"),
    NONE("none are appointed");

    private final String words;

    Method(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
