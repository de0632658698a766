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
    return withTime(reason, Language.ENGLISH);
  }

  static String withTime(DeadlineReason reason, Language in) {
    return switch (reason) {
      case Done(var act, var by) -> without(reason, in) + " " + time(by, in);
      case OnUnknownDay(var act, var by) -> without(reason, in) + ": " + time(by, in);
      case CameToCongress(var counted) -> without(reason, in) + " " + time(counted, in);
      case ArrivalNotInRecord(var voted) -> without(reason, in) + " " + time(voted, in);
      case NotYet open -> without(reason, in);
      case NotInRecord unknown -> without(reason, in);
      case ContestOpen contest -> without(reason, in);
    };
  }

  private static String time(Attestation by, Language in) {
    return TimeText.full(by.at(), by.about(), in);
  }

  /** Without a time, in which jurisdictions differ: "certified". */
  static String without(DeadlineReason reason) {
    return without(reason, Language.ENGLISH);
  }

  private static String without(DeadlineReason reason, Language in) {
    return switch (reason) {
      case Done(var act, var by) -> words(act, in);
      case OnUnknownDay(var act, var by) ->
          words(act, in) + in.of(" on a day not known", " en un día que no se conoce");
      case NotYet(var act) -> in.of("not yet ", "aún no ") + words(act, in);
      case NotInRecord(var act) ->
          in.of("this record has no word that it ", "este registro no dice que haya ")
              + did(act, in);
      case CameToCongress came ->
          in.of("its votes came to Congress: counted", "sus votos llegaron al Congreso: contados");
      case ArrivalNotInRecord unknown ->
          in.of(
              "whether its certificate came is not in the record: voted",
              "si llegó su certificado no está en el registro: votado");
      case ContestOpen(var contests) ->
          in.of("an election contest was open: ", "había una impugnación electoral abierta: ")
              + contests.stream()
                  .map(contest -> contest.id() + ", " + contest.name())
                  .collect(Collectors.joining("; "));
    };
  }

  private static String did(Act act, Language in) {
    return switch (act) {
      case CERTIFIED -> in.of("certified", "certificado");
      case ASCERTAINED -> in.of("ascertained", "acreditado");
      case VOTED -> in.of("voted", "votado");
      case OPENED -> in.of("was opened", "comenzado");
    };
  }

  private static String words(Act act, Language in) {
    return switch (act) {
      case CERTIFIED, ASCERTAINED, VOTED -> did(act, in);
      case OPENED -> in.of(EnumWords.of(act), "abierto");
    };
  }

  private static String given(Attestation by) {
    return (by.about() ? "about " : "") + by.at();
  }

  private DeadlineReasonText() {}
}
