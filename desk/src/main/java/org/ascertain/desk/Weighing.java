package org.ascertain.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.ascertain.election.Unit;

/**
 * What waits, is disputed or is outstanding, against the margin that it would have to make up:
 * whether it could change who wins a unit, or the nation. Whole numbers; of a unit they are votes,
 * of the nation electors.
 *
 * @param unit a unit of appointment, or {@code US}
 * @param margin by how much the first leads the second; of the nation, how many electors the first
 *     has beyond a majority or lacks for it; empty where nobody's figures are known
 * @param kept by how much the rows that wait could move that at most
 * @param outstanding how many votes are still to come by an official's figure; empty where there is
 *     none
 * @param atStake the ballots that open challenges put at stake; empty where none does
 * @param rows the rows that wait, by their numbers
 * @param furthest the one that could move most
 */
public record Weighing(
    String unit,
    OptionalLong margin,
    long kept,
    OptionalLong outstanding,
    OptionalLong atStake,
    boolean allAtStake,
    Could could,
    List<Long> rows,
    OptionalLong furthest) {

  /** Whether it could change who wins. */
  public enum Could {
    CHANGE("change"),
    NOT_CHANGE("not change"),
    /** Nothing is known that it could be held against. */
    UNKNOWN("unknown");

    private final String word;

    Could(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * Whether somebody should know: it could change who wins, or nobody can say that it could not.
   */
  public boolean raises() {
    boolean isThere = kept > 0 || !rows.isEmpty() || atStake.isPresent() || allAtStake;
    return isThere && could != Could.NOT_CHANGE;
  }

  /** The sum in a sentence. */
  public String says() {
    boolean isNation = unit.equals(Unit.NATION);
    List<String> parts = new ArrayList<>();
    if (isNation) parts.add("electors of units that could change: " + number(kept));
    else if (!rows.isEmpty())
      parts.add(
          "kept aside: up to %s votes in %d row%s"
              .formatted(number(kept), rows.size(), rows.size() == 1 ? "" : "s"));
    if (outstanding.isPresent()) parts.add("outstanding: " + number(outstanding.getAsLong()));
    if (atStake.isPresent()) parts.add("at stake: " + number(atStake.getAsLong()));
    if (allAtStake) parts.add("all is at stake in a challenge");
    if (margin.isEmpty()) parts.add("no margin is known");
    else if (isNation)
      parts.add(
          margin.getAsLong() >= 0
              ? "the first has %s more than a majority needs".formatted(number(margin.getAsLong()))
              : "the first lacks %s for a majority".formatted(number(-margin.getAsLong())));
    else parts.add("margin: " + number(margin.getAsLong()));
    String sum = String.join("; ", parts);
    return sum.substring(0, 1).toUpperCase(Locale.ROOT) + sum.substring(1) + ": " + verdict() + ".";
  }

  private String verdict() {
    return switch (could) {
      case CHANGE -> "it could change who wins";
      case NOT_CHANGE -> "it cannot change who wins";
      case UNKNOWN -> "nobody can say that it could not";
    };
  }

  private static String number(long votes) {
    return Figure.of("", votes).text();
  }
}
