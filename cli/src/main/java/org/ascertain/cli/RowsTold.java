package org.ascertain.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.ascertain.answers.ExitCode;
import org.ascertain.answers.SentText;
import org.ascertain.desk.Intake;
import org.ascertain.desk.IntakeJson;
import org.ascertain.desk.RowAnswer;
import org.ascertain.desk.RowsListed;
import org.ascertain.desk.Taken;
import org.ascertain.desk.Told;
import org.ascertain.ledger.LedgerException;

/** What became of rows that a desk took in here, as it is told: for people and for programs. */
final class RowsTold implements Consumer<RowAnswer> {

  private final boolean hasDesk;
  private final Consumer<RowAnswer> listener;
  private final Supplier<List<RowAnswer>> rows;
  private final LongSupplier more;

  /**
   * Begins to listen.
   *
   * @param hasDesk whether what is kept aside waits at a desk; else it is told, and gone
   */
  RowsTold(boolean hasDesk) {
    RowsListed listed = new RowsListed();
    this.hasDesk = hasDesk;
    this.listener = listed;
    this.rows = listed::rows;
    this.more = listed::further;
  }

  private RowsTold(List<RowAnswer> rows, long more) {
    this.hasDesk = true;
    this.listener = row -> {};
    this.rows = () -> rows;
    this.more = () -> more;
  }

  /** What an answer has already. */
  static RowsTold of(List<RowAnswer> rows, long more) {
    return new RowsTold(List.copyOf(rows), more);
  }

  @Override
  public void accept(RowAnswer row) {
    listener.accept(row);
  }

  /** Prints it; gives the exit code. */
  int print(
      Taken answer,
      String name,
      String election,
      boolean asJson,
      PrintWriter out,
      PrintWriter err) {
    return switch (answer) {
      case Taken.Answered(Intake taken, boolean trial, boolean wasThere) -> {
        Intake intake = wasThere ? taken.again() : taken;
        if (asJson)
          out.println(IntakeJson.answer(intake, trial, rows.get(), more.getAsLong(), List.of()));
        else text(name, election, intake, trial).print(out, err);
        if (intake.state() == Intake.State.HELD)
          err.println(
              "Many of its rows were kept aside, so it stopped: has the file another layout?"
                  + (hasDesk ? " Decide about them, then hand it in again." : ""));
        yield intake.state() == Intake.State.HELD || intake.kept() + intake.refused() > 0
            ? ExitCode.NO
            : ExitCode.DONE;
      }
      case Taken.Refused(Told why) -> {
        if (asJson) out.println(IntakeJson.refusal(why));
        else err.printf("%s: %s %s %s%n", name, why.code(), why.says(), why.advice());
        yield ExitCode.USAGE;
      }
      case Taken.Broken(LedgerException why, Intake soFar) -> {
        err.printf("%s: %s%n", name, why.getMessage());
        yield ExitCode.USAGE;
      }
    };
  }

  private SentText text(String name, String election, Intake intake, boolean trial) {
    List<SentText.Finding> findings = new ArrayList<>();
    for (RowAnswer row : rows.get())
      for (Told each : row.findings())
        findings.add(
            new SentText.Finding(
                row.row(),
                each.code(),
                each.severity(),
                each.path(),
                each.says(),
                hasDesk ? text(row.kept()) : Optional.empty()));
    return new SentText(
        name,
        election,
        hasDesk,
        trial,
        new SentText.Counts(
            intake.rows(), intake.recorded(), intake.known(), intake.kept(), 0, intake.refused()),
        findings,
        more.getAsLong(),
        Optional.empty());
  }

  private static Optional<String> text(OptionalLong number) {
    return number.isPresent() ? Optional.of(Long.toString(number.getAsLong())) : Optional.empty();
  }
}
