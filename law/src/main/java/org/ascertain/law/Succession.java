package org.ascertain.law;

/**
 * Who holds or exercises the office of President when a term begins.
 *
 * @param who a person's id, or the office that the law names, as {@code the Speaker of the House}
 */
public record Succession(String who, Capacity capacity) {

  /** Whether the person is President or acts as President. */
  public enum Capacity {
    PRESIDENT,
    ACTING_PRESIDENT
  }

  @Override
  public String toString() {
    return who + (capacity == Capacity.PRESIDENT ? " is President" : " acts as President");
  }
}
