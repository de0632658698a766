package org.ascertain.law;

import java.time.LocalDate;

/** Days from the first to the last, both inclusive, in Washington. */
public record Period(LocalDate first, LocalDate last) {

  static Period of(LocalDate day) {
    return new Period(day, day);
  }

  public boolean includes(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  @Override
  public String toString() {
    return first.equals(last) ? first.toString() : first + ".." + last;
  }
}
