package org.ascertain.election;

/**
 * What electors are appointed for: a whole jurisdiction ({@code PA}), or one of its districts
 * ({@code ME-1}).
 *
 * @param electors how many electors it appoints
 */
public record Unit(String id, String jurisdiction, int electors) {

  /** In place of a unit where a call is of the whole nation. */
  public static final String NATION = "US";

  /** Whether this is the unit of the whole jurisdiction. */
  public boolean atLarge() {
    return id.equals(jurisdiction);
  }

  /**
   * The jurisdiction of a unit or reporting unit by its id: {@code ME-1}, {@code ME/23001} and
   * {@code ME} give ME.
   */
  public static String jurisdictionOf(String id) {
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c == '-' || c == '/') return id.substring(0, i);
    }
    return id;
  }
}
