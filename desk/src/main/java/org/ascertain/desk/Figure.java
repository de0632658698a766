package org.ascertain.desk;

import java.util.Locale;
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
    return new Figure(name, String.format(Locale.ROOT, "%,d", number), OptionalLong.of(number));
  }

  /** A number with its sign, as a change has. */
  public static Figure change(String name, long number) {
    return new Figure(name, String.format(Locale.ROOT, "%+,d", number), OptionalLong.of(number));
  }

  /** The place of an entry in the record, or of a row in its file. */
  public static Figure place(String name, long number) {
    return new Figure(name, Long.toString(number), OptionalLong.of(number));
  }

  /** Anything but a number: an id, a time, a name, an exact fraction. */
  public static Figure text(String name, String text) {
    return new Figure(name, text, OptionalLong.empty());
  }
}
