package org.ascertain.desk;

import java.util.List;
import java.util.Optional;
import org.ascertain.election.Fact;
import org.ascertain.election.Problem;

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
    return find(row, before, context).told();
  }

  /**
   * What is wrong with a row's form or sense and is not said better by one of its findings: one
   * mistake, one message.
   */
  public static List<Problem> problems(Row row, List<Finding> findings) {
    if (findings.isEmpty()) return row.problems();
    return row.problems().stream()
        .filter(
            problem ->
                findings.stream()
                    .noneMatch(each -> each.check().insteadOf().contains(problem.check())))
        .toList();
  }

  static Findings find(Row row, Before before, Context context) {
    Findings found = new Findings(row.number(), context.thresholds());
    CellChecks.of(row, found);
    TimeChecks.unread(row, found);
    if (row.fact().isPresent()) fact(row.fact().get(), before, context, found);
    return found;
  }

  private static void fact(Fact fact, Before before, Context context, Findings found) {
    NameChecks.of(fact, context, found);
    TimeChecks.of(fact, context, found);
    TextChecks.of(fact, found);
    switch (fact) {
      case Fact.Returns returns -> returns(returns, before, context, found);
      case Fact.Call call -> CallChecks.of(call, before, context, found);
      default -> CertificateChecks.of(fact, before, context, found); // which knows its kinds
    }
  }

  private static void returns(Fact.Returns now, Before before, Context context, Findings found) {
    Reported is = Reported.of(Reported.NOT_RECORDED, now.attestation().at().effective(), now);
    TimeChecks.of(now, is, before, context, found);
    NeighbourChecks.of(now, is, context, found);
    FigureChecks.of(now, is, context, found);
    List<Reported> recent = before.recent(now.unit(), is.source());
    Optional<Reported> newest = recent.stream().findFirst();
    if (newest.isPresent() && is.effective() < newest.get().effective()) {
      // What is older changes nothing: it is not held against figures that came after it.
      found.add(IntakeCheck.OLDER, "at", Figure.entry(newest.get().entry()));
      return;
    }
    if (newest.isPresent()) new ChangeChecks(now.unit(), is, recent, context, found).find();
    otherSource(now.unit(), is, before, context, found);
    LevelChecks.of(now.unit(), is, before, found);
  }

  /** Where this source has not spoken before: a slip of the hand shows against another one. */
  private static void otherSource(
      String unit, Reported is, Before before, Context context, Findings found) {
    if (before.newest(unit, is.source()).isPresent()) return;
    for (Reported other : before.byOthers(unit, is.source()))
      if (other.exact() && is.exact()) ChangeChecks.digits(other, is, context, found);
  }

  private RowChecks() {}
}
