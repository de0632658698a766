package org.ascertain.server;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.ascertain.desk.ElectionDesk;
import org.ascertain.desk.HandedIn;
import org.ascertain.desk.Intake;
import org.ascertain.desk.IntakeJson;
import org.ascertain.desk.RowAnswer;
import org.ascertain.desk.RowsListed;
import org.ascertain.desk.Taken;
import org.ascertain.desk.Told;

/**
 * What is answered to one who hands in: one object at the end or, to who accepts {@code
 * application/jsonl}, each finding and how far it is as they come.
 */
final class HandedInAnswer implements AutoCloseable {

  private static final String LINES = "application/jsonl";
  private static final int PIECE = 1 << 14;

  private final RoutingContext context;
  private final StreamedAnswer streamed;
  private final ElectionDesk desk;
  private final HandedIn handed;
  private final boolean dryRun;
  private final boolean inLines;
  private final RowsListed rows = new RowsListed();
  private final StringBuilder lines = new StringBuilder();
  private Optional<RowAnswer> first = Optional.empty();

  HandedInAnswer(RoutingContext context, ElectionDesk desk, HandedIn handed, boolean dryRun) {
    this.context = context;
    this.streamed = new StreamedAnswer(context, LINES);
    this.desk = desk;
    this.handed = handed;
    this.dryRun = dryRun;
    String accepted =
        Objects.requireNonNullElse(context.request().getHeader(HttpHeaders.ACCEPT), "");
    this.inLines =
        HttpAnswers.isNamed(accepted, LINES)
            || HttpAnswers.isNamed(accepted, "application/x-ndjson");
  }

  /** Takes in what was handed in, and answers. */
  void give() {
    long began = System.nanoTime();
    Taken taken =
        dryRun ? desk.dryRun(handed, this::row) : desk.take(handed, this::row, this::progress);
    if (!dryRun) WorkMetrics.recorded(System.nanoTime() - began);
    switch (taken) {
      case Taken.Answered(Intake intake, boolean trial, boolean wasThere) -> answer(intake);
      case Taken.Refused(Told why) -> end(DeskRefusals.of(why));
      case Taken.Broken(var why, Intake soFar) -> end(DeskRefusals.of(why));
    }
  }

  private void row(RowAnswer row) {
    if (first.isEmpty()) first = Optional.of(row);
    if (inLines) {
      for (String line : IntakeJson.lines(row)) lines.append(line).append('\n');
      if (lines.length() > PIECE) flush();
    } else rows.accept(row);
  }

  private void progress(Intake soFar) {
    if (!inLines || soFar.state() == Intake.State.DONE) return;
    lines.append(IntakeJson.progress(soFar)).append('\n');
    flush();
  }

  /**
   * Where nobody reads it any more the rows are taken in all the same: it can be asked for again.
   */
  private void flush() {
    streamed.write(lines.toString());
    lines.setLength(0);
  }

  private void answer(Intake intake) {
    if (intake.rows() > 0 && intake.refused() == intake.rows() && !streamed.isBegun()) {
      end(DeskRefusals.of(first.orElseThrow().findings().getFirst()));
      return;
    }
    if (inLines) {
      lines.append(IntakeJson.summary(intake, dryRun, DeskAnswers.next(desk, intake))).append('\n');
      flush();
      streamed.end();
      return;
    }
    DeskAnswers.send(
        context,
        200,
        IntakeJson.answer(
            intake, dryRun, rows.rows(), rows.further(), DeskAnswers.next(desk, intake)));
  }

  private void end(Refusal refusal) {
    if (!streamed.isBegun()) {
      RequestThread.of(context).runOnContext(end -> refusal.send(context));
      return;
    }
    // part of the answer is out: the refusal is its last line
    lines.append(refusal.json()).append('\n');
    flush();
    streamed.end();
  }

  @Override
  public void close() throws IOException {
    handed.body().close();
  }
}
