package org.ascertain.desk;

import java.util.List;

/** What becomes of a row that was checked. */
public enum Decision {
  /** It is recorded; notes on it are kept. */
  RECORDED,
  /** It is recorded, and its findings are shown to readers as not explained. */
  FLAGGED,
  /** It says what the record says already: a sign of life of its sender and no entry. */
  UNCHANGED,
  /** It waits for a person, with its bytes and its findings. */
  KEPT,
  /** It is not taken at all. */
  REFUSED;

  /**
   * Decides about a row of a feed, a folder or a file.
   *
   * @param findings what the checks found, the gravest first
   */
  public static Decision of(Row row, List<Finding> findings, Policy policy) {
    if (has(findings, Severity.REFUSE)) return REFUSED;
    if (!row.problems().isEmpty() || row.fact().isEmpty()) return KEPT;
    boolean open = false;
    for (Finding finding : findings) {
      if (!waits(finding)) continue;
      if (policy == Policy.ASIDE || !mayBeFlagged(finding)) return KEPT;
      open = true;
    }
    if (open) return FLAGGED;
    return findings.stream().anyMatch(Decision::saysNothingNew) ? UNCHANGED : RECORDED;
  }

  private static boolean has(List<Finding> findings, Severity severity) {
    return findings.stream().anyMatch(finding -> finding.check().severity() == severity);
  }

  private static boolean saysNothingNew(Finding finding) {
    return finding.check() == IntakeCheck.NOTHING_CHANGED
        || finding.check() == IntakeCheck.ROW_REPEATED;
  }

  /** Whether a row with this finding needs a person. */
  static boolean waits(Finding finding) {
    return finding.check().severity() == Severity.ASIDE
        || finding.check().severity() == Severity.ASK;
  }

  private static boolean mayBeFlagged(Finding finding) {
    if (finding.check().severity() == Severity.ASK) return true;
    char hundred = finding.check().code().charAt(1);
    return hundred == '3' || hundred == '6' || hundred == '7';
  }
}
