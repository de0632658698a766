package org.ascertain.answers;

import java.util.stream.Collectors;
import org.ascertain.election.Attestation;
import org.ascertain.standing.DeadlineReason;
import org.ascertain.standing.DeadlineReason.Act;
import org.ascertain.standing.DeadlineReason.ArrivalNotInRecord;
import org.ascertain.standing.DeadlineReason.CameToCongress;
import org.ascertain.standing.DeadlineReason.ContestOpen;
import org.ascertain.standing.DeadlineReason.Done;
import org.ascertain.standing.DeadlineReason.NotInRecord;
import org.ascertain.standing.DeadlineReason.NotYet;
import org.ascertain.standing.DeadlineReason.OnUnknownDay;

/** Why a day of the calendar was met or missed, in words. */
final class DeadlineReasonText {

  /** For programs: with the time as it was given, "certified 2020-12-09". */
  static String withGivenTime(DeadlineReason reason) {
    return switch (reason) {
      case Done(var act, var by) -> without(reason) + " " + given(by);
      case OnUnknownDay(var act, var by) -> without(reason) + ": " + given(by);
      case CameToCongress(var counted) -> without(reason) + " " + given(counted);
      case ArrivalNotInRecord(var voted) -> without(reason) + " " + given(voted);
      case NotYet open -> without(reason);
      case NotInRecord unknown -> without(reason);
      case ContestOpen contest -> without(reason);
    };
  }

  /** For people: "certified 9 Dec 2020". */
  static String withTime(DeadlineReason reason) {
    return switch (reason) {
      case Done(var act, var by) -> without(reason) + " " + TimeText.full(by);
      case OnUnknownDay(var act, var by) -> without(reason) + ": " + TimeText.full(by);
      case CameToCongress(var counted) -> without(reason) + " " + TimeText.full(counted);
      case ArrivalNotInRecord(var voted) -> without(reason) + " " + TimeText.full(voted);
      case NotYet open -> without(reason);
      case NotInRecord unknown -> without(reason);
      case ContestOpen contest -> without(reason);
    };
  }

  /** Without a time, in which jurisdictions differ: "certified". */
  static String without(DeadlineReason reason) {
    return switch (reason) {
      case Done(var act, var by) -> words(act);
      case OnUnknownDay(var act, var by) -> words(act) + " on a day not known";
      case NotYet(var act) -> "not yet " + words(act);
      case NotInRecord(var act) -> "this record has no word that it " + did(act);
      case CameToCongress came -> "its votes came to Congress: counted";
      case ArrivalNotInRecord unknown -> "whether its certificate came is not in the record: voted";
      case ContestOpen(var contests) ->
          "an election contest was open: "
              + contests.stream()
                  .map(contest -> contest.id() + ", " + contest.name())
                  .collect(Collectors.joining("; "));
    };
  }

  private static String did(Act act) {
    return switch (act) {
      case CERTIFIED -> "certified";
      case ASCERTAINED -> "ascertained";
      case VOTED -> "voted";
      case OPENED -> "was opened";
    };
  }

  private static String words(Act act) {
    return EnumWords.of(act);
  }

  private static String given(Attestation by) {
    return (by.about() ? "about " : "") + by.at();
  }

  private DeadlineReasonText() {}
}
