package org.ascertain.election;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an election of the President: {@code us-president-2020}.
 *
 * @param year of the general election
 */
public record ElectionId(int year) {

  private static final Pattern WRITTEN =
      Pattern.compile("(?:us-president-)?(1[789][0-9]{2}|[2-9][0-9]{3})");

  /** The election that is meant by a year or by an id; empty where the words are neither. */
  public static Optional<ElectionId> of(String yearOrId) {
    Matcher written = WRITTEN.matcher(yearOrId);
    return written.matches()
        ? Optional.of(new ElectionId(Integer.parseInt(written.group(1))))
        : Optional.empty();
  }

  /** The id that is meant by a year or by an id; words that are neither are given back. */
  public static String written(String yearOrId) {
    return of(yearOrId).map(ElectionId::toString).orElse(yearOrId);
  }

  /** Whether words are an id as records have it, not a year alone. */
  public static boolean is(String id) {
    return of(id).filter(election -> election.toString().equals(id)).isPresent();
  }

  /** As records, addresses and files have it. */
  @Override
  public String toString() {
    return "us-president-" + year;
  }
}
