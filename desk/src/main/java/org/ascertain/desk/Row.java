package org.ascertain.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascertain.election.Fact;
import org.ascertain.election.Problem;

/**
 * One row that was handed in, as it was read.
 *
 * @param number its place in its intake, from 1
 * @param raw what was written, without the end of the line
 * @param cells of a table: each cell by the name of its column, in the columns' order; else empty
 * @param fact what the row says, if it could be read
 * @param problems what is wrong with its form, and with its sense in the election (R1xx to R5xx)
 */
public record Row(
    long number,
    String raw,
    Map<String, String> cells,
    Optional<Fact> fact,
    List<Problem> problems) {

  /** As the path of a problem: what follows in a list cannot be told apart any more. */
  static final String REST = "the rest";

  /**
   * Whether it stands for all that follows in a list. Two that look alike are not the same: nobody
   * knows what was to follow.
   */
  boolean isRest() {
    return problems.stream().anyMatch(problem -> problem.path().equals(REST));
  }

  /** A row that is a sound fact. */
  public static Row of(long number, String raw, Fact fact) {
    return new Row(number, raw, Map.of(), Optional.of(fact), List.of());
  }
}
