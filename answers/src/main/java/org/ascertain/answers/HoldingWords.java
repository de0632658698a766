package org.ascertain.answers;

import java.util.List;
import java.util.stream.Collectors;
import org.ascertain.audit.Holding;

/** How several answers word what a candidate holds. */
final class HoldingWords {

  /** What cannot be audited, and how much of that still allows a confirmation. */
  static String allowed(int toOverturn, List<Holding> unauditable) {
    int electors = unauditable.stream().mapToInt(Holding::electors).sum();
    String here =
        unauditable.isEmpty()
            ? "There are none."
            : "Here: "
                + places(unauditable)
                + " ("
                + FactText.electors(electors)
                + (electors < toOverturn ? ")." : "): too many.");
    return "Units that cannot be audited may hold "
        + FactText.electors(toOverturn - 1L)
        + " together, and it can still be confirmed. "
        + here;
  }

  static String place(Holding holding) {
    return holding.units().stream().map(Names::place).collect(Collectors.joining(" or "));
  }

  static String places(List<Holding> holdings) {
    return holdings.stream().map(HoldingWords::place).collect(Collectors.joining(", "));
  }

  private HoldingWords() {}
}
