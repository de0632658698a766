package org.ascertain.desk;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the checks of one row have found so far. */
final class Findings {

  private final long row;
  private final Thresholds thresholds;
  private final List<Finding> found = new ArrayList<>();

  Findings(long row, Thresholds thresholds) {
    this.row = row;
    this.thresholds = thresholds;
  }

  void add(IntakeCheck check, String path, Figure... inputs) {
    found.add(Finding.of(check, row, path, inputs));
  }

  /** A finding that these thresholds decided. */
  void add(IntakeCheck check, String path, List<Threshold> by, Figure... inputs) {
    List<Figure> parameters = by.stream().map(thresholds::figure).toList();
    found.add(new Finding(check, row, path, List.of(inputs), parameters));
  }

  long row() {
    return row;
  }

  long of(Threshold threshold) {
    return thresholds.of(threshold);
  }

  /** Whether a part is at least the share of a whole that a threshold gives. */
  boolean isShare(long part, long whole, Threshold share) {
    return part * 1000 >= whole * of(share);
  }

  /** All that is not said better by another finding, the gravest first. */
  List<Finding> told() {
    if (found.isEmpty()) return List.of();
    Set<IntakeCheck> silenced = EnumSet.noneOf(IntakeCheck.class);
    for (Finding finding : found) silenced.addAll(finding.check().silences());
    return found.stream()
        .filter(finding -> !silenced.contains(finding.check()))
        .sorted(Finding.WORST_FIRST)
        .toList();
  }

  /** All that was found, silenced or not, in the order of the checks. */
  List<Finding> all() {
    return List.copyOf(found);
  }
}
