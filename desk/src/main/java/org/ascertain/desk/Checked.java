package org.ascertain.desk;

import java.util.List;

/**
 * What the checks found, and in how much of the record.
 *
 * @param entries how many entries the record had
 */
public record Checked(List<Told> findings, long entries) {

  public Checked {
    findings = List.copyOf(findings);
  }

  /** Whether another look found the same; how it was worded then does not count. */
  boolean foundTheSame(Checked other) {
    return grounds().equals(other.grounds());
  }

  private List<List<String>> grounds() {
    return findings.stream()
        .map(each -> List.of(each.code(), each.path(), each.inputs(), each.parameters()))
        .toList();
  }
}
