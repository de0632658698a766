package org.ascertain.standing;

import java.util.List;
import org.ascertain.election.Attestation;
import org.ascertain.election.Fact.Challenge;

/** Why a jurisdiction met a day of the calendar, missed it, or why that is not known or open. */
public sealed interface DeadlineReason {

  /** What is due at a day. */
  enum Act {
    CERTIFIED,
    ASCERTAINED,
    VOTED,
    OPENED
  }

  /** It was done, as the attestation says, in time or after. */
  record Done(Act act, Attestation by) implements DeadlineReason {}

  /** It was done between bounds of which one is in time and the other is not. */
  record OnUnknownDay(Act act, Attestation by) implements DeadlineReason {}

  /** The day is not over, and it has not been done. */
  record NotYet(Act act) implements DeadlineReason {}

  /** The day is over, and the record does not say that it was done. */
  record NotInRecord(Act act) implements DeadlineReason {}

  /** No fact says when a certificate of votes came; its votes were counted, so it had come. */
  record CameToCongress(Attestation counted) implements DeadlineReason {}

  /** The electors voted; whether their certificate came the record does not say. */
  record ArrivalNotInRecord(Attestation voted) implements DeadlineReason {}

  /** An election contest was not decided by then. */
  record ContestOpen(List<Challenge> contests) implements DeadlineReason {
    public ContestOpen {
      contests = List.copyOf(contests);
    }
  }
}
