package org.ascertain.desk;

import java.util.ArrayList;
import java.util.List;
import org.ascertain.election.Fact.Returns;

/**
 * A row of returns beside the newest row of its unit and source that is kept aside. One undecided
 * row would keep all later ones aside: held against it as well, they show whether they follow from
 * it or leave it behind; and what was wrong with a row often shows only in the row after.
 *
 * @param fromKept what changed from the kept row to this one, as findings about this one
 */
record SecondReading(Relation relation, List<Finding> fromKept) {

  /** How a row stands to the kept one. */
  public enum Relation {
    /** It is kept as well, for no more than following the kept one: one decision is for both. */
    FOLLOWS,
    /** It fits the record: the kept one is behind it, and nobody needs to decide about it now. */
    OVERTAKES,
    /** It is kept for reasons of its own. */
    APART
  }

  /**
   * Reads a row a second time.
   *
   * @param decision about the row, by the record alone
   * @param kept the newest row of the same unit and source that is kept aside, at or before it
   */
  public static SecondReading of(
      Row row, Returns now, Decision decision, Returns kept, Context context) {
    Findings found = new Findings(row.number(), context.thresholds());
    Reported is = reported(now);
    new ChangeChecks(now.unit(), is, List.of(reported(kept)), context, found).find();
    List<Finding> changed = found.told();
    return new SecondReading(relation(decision, changed), changed);
  }

  /**
   * What becomes of the row with this in mind. One that says what the record says is no sign of
   * life alone if the kept row says otherwise: it has to hold should that one be released.
   *
   * @param byRecord what the record alone would make of it
   */
  public Decision decision(Decision byRecord) {
    boolean repeatsKept =
        fromKept.stream().anyMatch(finding -> finding.check() == IntakeCheck.NOTHING_CHANGED);
    return byRecord == Decision.UNCHANGED && !repeatsKept ? Decision.RECORDED : byRecord;
  }

  private static Reported reported(Returns returns) {
    return Reported.of(Reported.NOT_RECORDED, returns.attestation().at().effective(), returns);
  }

  private static Relation relation(Decision decision, List<Finding> fromKept) {
    if (decision != Decision.KEPT && decision != Decision.REFUSED) return Relation.OVERTAKES;
    return fromKept.stream().anyMatch(Decision::waits) ? Relation.APART : Relation.FOLLOWS;
  }

  /**
   * What the row after tells about the kept one, as findings about the kept one: that two columns
   * were exchanged in it shows when they are exchanged back.
   *
   * @param row the kept row's number
   */
  public List<Finding> aboutKept(long row) {
    List<Finding> about = new ArrayList<>();
    for (Finding finding : fromKept)
      if (Decision.waits(finding))
        about.add(
            new Finding(
                finding.check(), row, finding.path(), finding.inputs(), finding.parameters()));
    return about;
  }
}
