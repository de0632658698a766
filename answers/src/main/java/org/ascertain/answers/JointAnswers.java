package org.ascertain.answers;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ascertain.audit.Assumed;
import org.ascertain.audit.AuditMethod;
import org.ascertain.audit.AuditPlan;
import org.ascertain.audit.AuditRounds;
import org.ascertain.audit.Holdings;
import org.ascertain.audit.Supposition;
import org.ascertain.audit.Unreadable;
import org.ascertain.audit.WhatIf;
import org.ascertain.election.When;
import org.ascertain.standing.History;
import org.ascertain.standing.Ids;

/** What follows from many units together, of one record at a moment, as JSON. */
public final class JointAnswers {

  /** The risk at which a majority is confirmed unless another is asked for. */
  private static final double ALPHA = 0.05;

  /** Shares of cards supposed to have one and two votes too many for the winner. */
  private static final AuditMethod.Comparison SUPPOSED = new AuditMethod.Comparison(0.001, 0.0001);

  private final History history;
  private final When moment;

  public JointAnswers(History history, When moment) {
    this.history = history;
    this.moment = moment;
  }

  /**
   * Which ways to a majority are open, and what would undo it.
   *
   * @param caller by whose calls, where that is asked for
   */
  public Answer paths(Optional<String> caller) {
    Optional<String> refusal = PathsText.refusal(history.law());
    if (refusal.isPresent()) return new Refused(refusal.get());
    try {
      return new Given(PathsText.by(caller, history, moment, Caveat.NONE).json());
    } catch (Unreadable odd) {
      return new Unclear(odd.why());
    }
  }

  /** How much each unit of the allotment matters. */
  public Answer power() {
    return new Given(new PowerText(history.law()).json());
  }

  /** What the rounds on record add up to. */
  public Answer audit() {
    Holdings holdings = Holdings.at(history, moment.effective());
    return nothingToConfirm(holdings)
        .<Answer>map(Refused::new)
        .orElseGet(() -> new Given(audit(holdings)));
  }

  private String audit(Holdings holdings) {
    long at = moment.effective();
    AuditRounds rounds = AuditRounds.of(history, holdings, at, AuditRounds.onRecord(history, at));
    return new AuditStatusText(history, Caveat.NONE, holdings, rounds, true, Assumed.NOTHING, ALPHA)
        .json();
  }

  /**
   * How few cards could be expected to confirm the majority.
   *
   * @param counted units taken as counted whole by hand, with the reported winner
   */
  public Answer plan(boolean byPolling, List<String> counted) {
    Holdings holdings = Holdings.at(history, moment.effective());
    AuditMethod method = byPolling ? new AuditMethod.Polling() : SUPPOSED;
    Optional<String> refusal = nothingToConfirm(holdings);
    if (refusal.isPresent()) return new Refused(refusal.get());
    Ids ids = new Ids(history.header(), history.law());
    Set<String> units = new LinkedHashSet<>();
    for (String written : counted) {
      Optional<String> unit = ids.unitOfAppointment(written);
      if (unit.isEmpty()) return new Unclear(FigureText.noUnit(written, ids.unit(written)));
      units.add(unit.get());
    }
    return new Given(
        new AuditPlanText(history, Caveat.NONE, holdings, method, ALPHA, Set.of(), units).json());
  }

  /** What the electors would be with something otherwise. */
  public Answer whatIf(Suppositions written) {
    Optional<String> refusal = PathsText.refusal(history.law());
    if (refusal.isPresent()) return new Refused(refusal.get());
    try {
      List<Supposition> suppositions = written.in(history);
      if (suppositions.isEmpty())
        throw new Unreadable(
            "Say what is to be otherwise: allotment, house, apportion, award, flip or faithless.");
      return new Given(new WhatIfText(history, moment, Caveat.NONE, suppositions).json());
    } catch (Unreadable odd) {
      return new Unclear(odd.why());
    } catch (WhatIf.Refused why) {
      return new Refused(why.why());
    }
  }

  private Optional<String> nothingToConfirm(Holdings holdings) {
    return PathsText.refusal(history.law()).or(() -> AuditPlan.refusal(holdings));
  }

  /** An answer, or why there is none. */
  public sealed interface Answer {}

  /** As JSON. */
  public record Given(String json) implements Answer {}

  /** What the record or the law does not have, as a sentence. */
  public record Refused(String why) implements Answer {}

  /** What is wrong with the question, as a sentence. */
  public record Unclear(String why) implements Answer {}
}
