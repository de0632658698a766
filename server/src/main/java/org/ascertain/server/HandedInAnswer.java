package org.ascertain.server;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.ascertain.desk.ElectionDesk;
import org.ascertain.desk.HandedIn;
import org.ascertain.desk.Intake;
import org.ascertain.desk.IntakeJson;
import org.ascertain.desk.RowAnswer;
import org.ascertain.desk.Taken;
import org.ascertain.desk.Told;

/**
 * What is answered to one who hands in: one object at the end or, to who accepts {@code
 * application/jsonl}, each finding and how far it is as they come.
 */
final class HandedInAnswer implements AutoCloseable {

  private static final String LINES = "application/jsonl";
  private static final int PIECE = 1 << 14;

  /** How long somebody may take to read what is answered. */
  private static final long PATIENCE_SECONDS = 30;

  private final RoutingContext context;
  private final HttpServerResponse response;
  private final ElectionDesk desk;
  private final HandedIn handed;
  private final boolean dryRun;
  private final boolean inLines;
  private final List<RowAnswer> rows = new ArrayList<>();
  private final StringBuilder lines = new StringBuilder();
  private long further;
  private boolean isBegun;
  private boolean isLost;

  HandedInAnswer(RoutingContext context, ElectionDesk desk, HandedIn handed, boolean dryRun) {
    this.context = context;
    this.response = context.response();
    this.desk = desk;
    this.handed = handed;
    this.dryRun = dryRun;
    String accepted =
        Objects.requireNonNullElse(context.request().getHeader(HttpHeaders.ACCEPT), "");
    this.inLines = accepted.contains(LINES) || accepted.contains("application/x-ndjson");
  }

  /** Takes in what was handed in, and answers. */
  void give() {
    Taken taken =
        dryRun ? desk.dryRun(handed, this::row) : desk.take(handed, this::row, this::progress);
    switch (taken) {
      case Taken.Answered(Intake intake, boolean trial) -> answer(intake);
      case Taken.Refused(Told why) -> end(DeskRefusals.of(why));
      case Taken.Broken(var why, Intake soFar) -> end(DeskRefusals.of(why));
    }
  }

  private void row(RowAnswer row) {
    if (inLines) {
      for (String line : IntakeJson.lines(row)) lines.append(line).append('\n');
      if (lines.length() > PIECE) flush();
    } else if (rows.size() < IntakeJson.MOST_ROWS) rows.add(row);
    else further++;
  }

  private void progress(Intake soFar) {
    if (!inLines || soFar.state() == Intake.State.DONE) return;
    lines.append(IntakeJson.progress(soFar)).append('\n');
    flush();
  }

  /** Waits until a piece was taken: who reads slowly is not written to faster. */
  private void flush() {
    if (isLost) return; // the rows are taken in all the same; the answer can be asked for again
    begin();
    CompletableFuture<Void> written = new CompletableFuture<>();
    Buffer piece = Buffer.buffer(lines.toString());
    lines.setLength(0);
    context
        .vertx()
        .runOnContext(
            go ->
                response
                    .write(piece)
                    .onSuccess(written::complete)
                    .onFailure(written::completeExceptionally));
    isLost =
        written
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .handle((done, lost) -> lost != null)
            .join();
  }

  private void begin() {
    if (isBegun) return;
    isBegun = true;
    context
        .vertx()
        .runOnContext(
            go ->
                response
                    .setChunked(true)
                    .putHeader(HttpHeaders.CONTENT_TYPE, LINES)
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store"));
  }

  private void answer(Intake intake) {
    if (inLines) {
      lines.append(IntakeJson.summary(intake, dryRun, DeskAnswers.next(desk, intake))).append('\n');
      flush();
      context.vertx().runOnContext(end -> response.end());
      return;
    }
    if (intake.rows() > 0 && intake.refused() == intake.rows()) {
      end(DeskRefusals.of(rows.getFirst().findings().getFirst()));
      return;
    }
    DeskAnswers.send(
        context,
        200,
        IntakeJson.answer(intake, dryRun, rows, further, DeskAnswers.next(desk, intake)));
  }

  private void end(Refusal refusal) {
    if (!isBegun) {
      context.vertx().runOnContext(end -> refusal.send(context));
      return;
    }
    // part of the answer is out: the refusal is its last line
    lines.append(refusal.json()).append('\n');
    flush();
    context.vertx().runOnContext(end -> response.end());
  }

  @Override
  public void close() throws IOException {
    handed.body().close();
  }
}
