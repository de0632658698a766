package org.ascertain.desk;

import java.util.OptionalLong;

/**
 * One thing that a finding rests on or tells: an input or a parameter of its check.
 *
 * @param name as the check's sentence calls it
 * @param text as people read it
 * @param number the figure itself; empty where it is no whole number
 */
public record Figure(String name, String text, OptionalLong number) {

  /** A number of votes, ballots or rows. */
  public static Figure of(String name, long number) {
    return new Figure(name, grouped(number), OptionalLong.of(number));
  }

  /** A number with its sign, as a change has. */
  public static Figure change(String name, long number) {
    return new Figure(name, (number < 0 ? "" : "+") + grouped(number), OptionalLong.of(number));
  }

  /** An entry of the record; of a row that is kept aside, which has no place in it, that it is. */
  public static Figure entry(long index) {
    return index < 0
        ? text("entry", "the row kept before")
        : new Figure("entry", "entry " + index, OptionalLong.of(index));
  }

  /** The place of a row in its file. */
  public static Figure place(String name, long number) {
    return new Figure(name, Long.toString(number), OptionalLong.of(number));
  }

  /** Anything but a number: an id, a time, a name, an exact fraction. */
  public static Figure text(String name, String text) {
    return new Figure(name, text, OptionalLong.empty());
  }

  /** With commas between the thousands; made by hand, as every row that is flagged needs some. */
  private static String grouped(long number) {
    StringBuilder digits = new StringBuilder(Long.toString(number));
    int first = number < 0 ? 1 : 0;
    for (int at = digits.length() - 3; at > first; at -= 3) digits.insert(at, ',');
    return digits.toString();
  }
}
