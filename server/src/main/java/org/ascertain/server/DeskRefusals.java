package org.ascertain.server;

import org.ascertain.desk.ElectionDesk;
import org.ascertain.desk.Figure;
import org.ascertain.desk.Finding;
import org.ascertain.desk.IntakeCheck;
import org.ascertain.desk.Told;
import org.ascertain.ledger.LedgerException;

/** Why the desk does not do what a request asks, with the status that HTTP has for it. */
final class DeskRefusals {

  /** What was found in a whole request. */
  static Refusal of(Told why) {
    return Refusal.of(status(why.code()), why);
  }

  private static int status(String code) {
    return switch (code) {
      case "D101" -> 413;
      case "D102" -> 422;
      case "D104" -> 415;
      case "D106", "D904" -> 409;
      case "D305", "D901" -> 403;
      case "D903" -> 429;
      case "D911" -> 422;
      default -> 400; // what else concerns a whole request is its form
    };
  }

  /**
   * A body that is longer, packed or unpacked, than may be handed in. One that is no file, as a
   * condition, cannot be sent in parts.
   */
  static Refusal tooLarge(long size, long most) {
    if (most == Routes.MOST_ELSE)
      return new Refusal(
              413,
              "Too large",
              "This request has %,d bytes; the most is %,d. A condition may have %,d characters."
                  .formatted(size, most, WatchAnswers.LONGEST))
          .with("Connection", "close");
    if (most == Routes.MOST_TEXT || most == Routes.MOST_TEXT_IN_JSON)
      return new Refusal(
              413,
              "Too large",
              "%,d bytes came; a text may have %,d, and so may several together. Check it in parts, or by command: ascertain check-text FILE."
                  .formatted(size, Routes.MOST_TEXT))
          .with("Connection", "close");
    return of(Told.of(
            Finding.of(
                IntakeCheck.TOO_LARGE, 0, "", Figure.of("size", size), Figure.of("most", most))))
        .with("Connection", "close");
  }

  /** A token of a rehearsal at a desk that records, or the other way round. */
  static Refusal testData(boolean isOfRehearsal) {
    String rehearsal = "a rehearsal";
    String desk = "a desk that records";
    return of(Told.of(
            Finding.of(
                IntakeCheck.TEST_DATA,
                0,
                "Authorization",
                Figure.text("what", "This token"),
                Figure.text("there", isOfRehearsal ? rehearsal : desk),
                Figure.text("here", isOfRehearsal ? desk : rehearsal))))
        .with("Connection", "close");
  }

  /** One more request than may come within a minute. */
  static Refusal of(ElectionDesk.TooFast tooFast) {
    return of(tooFast.why())
        .with("Retry-After", Long.toString(tooFast.seconds()))
        .with("Connection", "close");
  }

  /** Somebody acted meanwhile, or what is asked for is not open. */
  static Refusal movedOn(String what) {
    return of(Told.of(Finding.of(IntakeCheck.MOVED_ON, 0, "version", Figure.text("what", what))));
  }

  /** The record cannot be written now. */
  static Refusal of(LedgerException why) {
    String said = GuardedWork.said(why);
    return switch (why.reason()) {
      case BUSY, TAKEN, CLOSED, FULL, UNKNOWN, READ_ONLY ->
          Refusal.later("The record cannot be written now", said, 2);
      case REFUSED, DAMAGED, FOREIGN -> new Refusal(409, "Not taken in", said);
    };
  }

  private DeskRefusals() {}
}
