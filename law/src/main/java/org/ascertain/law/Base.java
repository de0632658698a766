package org.ascertain.law;

/**
 * The whole number of electors of which a majority elects, and that majority.
 *
 * @param electors the base: electors appointed
 * @param majority how many elect
 */
public record Base(int electors, int majority) {

  /** More than half of the base. */
  public static Base of(int electors) {
    return new Base(electors, electors / 2 + 1);
  }
}
