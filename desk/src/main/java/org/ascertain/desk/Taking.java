package org.ascertain.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.ascertain.desk.Judge.Judged;
import org.ascertain.desk.Rows.Read;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Source;
import org.ascertain.ledger.Ledger.Indexes;
import org.ascertain.ledger.LedgerException;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was handed in on its way into the record: read row by row, decided and made
 * durable in groups, each with its rows that are kept aside and with how far it is. So whatever is
 * killed, what was decided stays decided once, and the same again goes on behind it. Longer than
 * other files: what is decided, written and answered of a group is read together.
 */
final class Taking {

  /** How many rows are made durable together. */
  static final int GROUP = 1_000;

  /** How often a group is decided again because others have recorded something meanwhile. */
  private static final int MOST_ATTEMPTS = 20;

  /** An intake of this key, or of this content, is there already. */
  private static final class There extends RuntimeException {
    private static final long serialVersionUID = 1;

    final Intake before;

    There(Intake before) {
      super("it was taken in before", null, false, false);
      this.before = before;
    }
  }

  private final ElectionDesk desk;
  private final Judge judge;
  private final HandedIn handed;

  /** Gets what each row of a dry run says; empty where it is none. */
  private final Optional<Consumer<Fact>> dryRun;

  private final Consumer<RowAnswer> each;
  private final Consumer<Intake> progress;
  private final int groupSize;
  private final Neighbours neighbours = new Neighbours();
  private Intake intake;

  /** Of a dry run, the record as it would be; others go on with the record as it is. */
  private @Nullable RecordState tried;

  Taking(
      ElectionDesk desk,
      Judge judge,
      HandedIn handed,
      Optional<Consumer<Fact>> dryRun,
      Consumer<RowAnswer> each,
      Consumer<Intake> progress,
      int groupSize) {
    this.groupSize = groupSize;
    this.desk = desk;
    this.judge = judge;
    this.handed = handed;
    this.dryRun = dryRun;
    this.each = each;
    this.progress = progress;
    this.intake = begun();
  }

  /** What nothing of is decided yet. */
  private Intake begun() {
    return new Intake(
        0,
        handed.sender().account(),
        handed.sender().via(),
        handed.name(),
        handed.content(),
        handed.label().orElse(handed.sender().label()),
        desk.now(),
        Intake.State.OPEN,
        0,
        0,
        0,
        0,
        0,
        OptionalLong.empty(),
        0,
        0);
  }

  Taken run() {
    Optional<String> encoding = handed.body().encoding();
    if (encoding.isPresent() && handed.form().isPlain())
      return Taken.Refused.of(
          Finding.of(IntakeCheck.WRONG_ENCODING, 0, "", Figure.text("encoding", encoding.get())));
    try {
      return fromTheBeginning();
    } catch (There there) {
      return again(there.before);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the body is ours: the disk has failed
    } catch (CompletionException e) {
      return new Taken.Broken(ElectionDesk.why(e), intake);
    }
  }

  private Taken fromTheBeginning() throws IOException {
    try (Rows rows = rows()) {
      Optional<Finding> refusal = rows.refusal();
      return refusal.isPresent() ? Taken.Refused.of(refusal.get()) : take(rows);
    }
  }

  private Rows rows() throws IOException {
    Source source = desk.decide(state -> handed.sender().source(state::source));
    List<Source> known = new ArrayList<>();
    var header =
        desk.decide(
            state -> {
              state.sources().forEach(known::add);
              return state.header();
            });
    return handed
        .form()
        .rows(
            handed.body(),
            header,
            source,
            new Layout.Known(known, id -> desk.decide(state -> state.saidBy(id))));
  }

  /** What was handed in before, under this key or with this content. */
  private Taken again(Intake before) {
    boolean sameKey =
        before.account().equals(intake.account()) && before.key().equals(intake.key());
    if (!sameKey)
      return Taken.Refused.of(
          Finding.of(
              IntakeCheck.SAME_FILE,
              0,
              "",
              Figure.of("rows", before.rows()),
              Figure.text("at", before.received().toString()),
              Figure.place("intake", before.id())));
    if (!before.content().equals(intake.content()))
      return Taken.Refused.of(
          Finding.of(
              IntakeCheck.KEY_REUSED,
              0,
              "Idempotency-Key",
              Figure.text("key", before.key()),
              Figure.text("at", before.received().toString())));
    neighbours.forget(0); // what was decided in vain
    desk.rows(before.id()).forEach(each);
    intake = before;
    progress.accept(intake);
    boolean isOver = before.state() == Intake.State.DONE || isHeld(before);
    if (isOver) return new Taken.Answered(before, false, true);
    try (Rows rows = rows()) {
      for (long i = 0; i < before.rows(); i++)
        rows.next().ifPresent(read -> neighbours.take(read.row()));
      return take(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CompletionException e) {
      return new Taken.Broken(ElectionDesk.why(e), intake);
    }
  }

  /** Whether a person has still to look at it: one of its rows waits. */
  private boolean isHeld(Intake before) {
    return before.state() == Intake.State.HELD
        && desk.record().ask(of -> KeptRow.ofIntake(of, before.id())).stream()
            .anyMatch(row -> row.state().waits());
  }

  private Taken take(Rows rows) throws IOException {
    if (dryRun.isEmpty()) return record(rows);
    while (true) {
      List<Read> group = group(rows);
      for (Read read : group) read.row().fact().ifPresent(dryRun.get());
      judgeOnly(group);
      boolean isOver = group.size() < groupSize || intake.state() == Intake.State.HELD;
      if (isOver)
        return new Taken.Answered(intake.with(Intake.State.DONE, 0, 0, 0, 0, 0), true, false);
    }
  }

  /** Each group is decided while the one before it is being written. */
  private Taken record(Rows rows) throws IOException {
    Batch writing = decided(group(rows), Optional.empty());
    while (true) {
      Optional<Batch> ahead =
          writing.isOver()
              ? Optional.empty()
              : Optional.of(decided(group(rows), Optional.of(writing)));
      writing = durable(writing);
      if (writing.isOver()) return new Taken.Answered(intake, false, false);
      writing = ahead.isPresent() ? ahead.get() : decided(group(rows), Optional.empty());
    }
  }

  private List<Read> group(Rows rows) throws IOException {
    List<Read> group = new ArrayList<>();
    while (group.size() < groupSize) {
      Optional<Read> next = rows.next();
      if (next.isEmpty()) break;
      group.add(next.get());
    }
    return group;
  }

  private Group decide(List<Read> rows, RecordState state) {
    Group group =
        new Group(
            handed.sender().account(), handed.sender().source(state::source).id(), state.size());
    Context context = judge.context(state, neighbours);
    for (Read read : rows) {
      Judged judged = judge.judge(read, handed.sender(), state, context);
      neighbours.take(judged.row());
      take(judged, state, context, group);
    }
    return group;
  }

  private void take(Judged first, RecordState state, Context context, Group group) {
    KeptLines kept = state.kept();
    boolean isKnown = isInRecord(first) || isKnownAsKept(first, state);
    Optional<KeptLines.Beside> beside = isKnown ? Optional.empty() : kept.beside(first, context);
    Judged judged =
        isKnown
            ? first.with(Decision.UNCHANGED)
            : beside
                .map(second -> first.with(second.reading().decision(first.decision())))
                .orElse(first);
    Optional<KeptLines.Waiting> line =
        judged.decision() == Decision.KEPT ? kept.keep(judged.row(), beside) : Optional.empty();
    beside.ifPresent(kept::overtake);
    group.take(judged, line, beside);
    boolean isRecorded =
        judged.decision() == Decision.RECORDED || judged.decision() == Decision.FLAGGED;
    if (isRecorded) state.take(entry(state, judged.row().fact().orElseThrow()));
  }

  /** Whether the record has the very row; else it only says nothing new. */
  private static boolean isInRecord(Judged judged) {
    return judged.decision() == Decision.UNCHANGED && judged.findings().isEmpty();
  }

  /**
   * Whether a person has had a row that says the same before them: it waits already, or it was
   * decided that it is not recorded as it is.
   */
  private boolean isKnownAsKept(Judged judged, RecordState state) {
    return switch (judged.decision()) {
      case KEPT -> state.kept().has(judged.row());
      case RECORDED, FLAGGED ->
          state.kept().has(judged.row()) && desk.isLeftOut(judged.row().fact().orElseThrow());
      case UNCHANGED, REFUSED -> false;
    };
  }

  /** The entry that a fact is to be, as far as the next row needs to know. */
  private Entry entry(RecordState state, Fact fact) {
    return new Entry(state.size(), desk.now(), handed.sender().account(), fact);
  }

  private void judgeOnly(List<Read> rows) {
    RecordState trial = tried;
    if (trial == null) trial = desk.copy();
    tried = trial;
    Group group = decide(rows, trial);
    group.onlyAnswer();
    intake = group.counted(intake, Intake.State.OPEN);
    group.answers().forEach(each);
    progress.accept(intake);
  }

  /** What was handed to the ledger, and what it makes of the intake. */
  private final class Batch {
    final List<Read> rows;
    final Group group;
    final CompletableFuture<Indexes> answer;

    /** What it builds on and gets the intake's number from; let go once it is written itself. */
    private Optional<Batch> before;

    /** Gets the intake's number from the ledger's writer. */
    private volatile Intake made;

    private volatile boolean isWritten = false;

    /**
     * @param before what it follows, where that is not durable yet
     */
    Batch(List<Read> rows, Optional<Batch> before, RecordState state) {
      this.rows = rows;
      long size = state.size();
      group = decide(rows, state);
      Intake soFar = before.map(batch -> batch.made).orElse(intake);
      Intake counted = group.counted(soFar, Intake.State.OPEN);
      boolean isLast = rows.size() < groupSize;
      Intake.State next =
          mustWait(counted) ? Intake.State.HELD : isLast ? Intake.State.DONE : Intake.State.OPEN;
      made = group.counted(soFar, next);
      this.before = before;
      Optional<Alerts.Step> alerts =
          desk.alertStep(
              state, group.units(), "Rows of intake '%s' came".formatted(intake.label()));
      String key = "intake:%s:%s:%d".formatted(soFar.account(), soFar.key(), soFar.rows());
      answer = desk.append(group.drafts, size, key, (in, at) -> write(in, alerts));
    }

    /** Whether no row is taken after it. */
    boolean isOver() {
      return made.state() != Intake.State.OPEN;
    }

    /** Whether what builds on it may be written. */
    private boolean stands() {
      return isWritten && !answer.isCompletedExceptionally();
    }

    private void write(Connection in, Optional<Alerts.Step> alerts) throws SQLException {
      // another program came between: what precedes it here is to be decided again, and then this
      if (before.isPresent() && !before.get().stands()) throw HandedBatch.moved();
      if (made.id() == 0)
        made = made.numbered(before.isPresent() ? before.get().made.id() : newNumber(in));
      before = Optional.empty();
      made.write(in);
      group.write(in, made.id(), desk.now());
      if (alerts.isPresent()) alerts.get().write(in);
      isWritten = true;
    }
  }

  private boolean mustWait(Intake counted) {
    return HeldIntake.mustWait(
        counted.rows() - counted.heldRows(),
        counted.kept() - counted.heldKept(),
        judge.thresholds());
  }

  private long newNumber(Connection in) throws SQLException {
    Intake.Place place = Intake.Place.of(in, intake.account(), intake.key(), intake.content());
    if (place.there().isPresent())
      throw new There(Intake.find(in, place.there().getAsLong()).orElseThrow());
    return place.next();
  }

  private Batch decided(List<Read> rows, Optional<Batch> before) {
    return desk.decide(state -> new Batch(rows, before, state));
  }

  /** Waits until a batch is written, and answers; where the record has moved on, decides anew. */
  private Batch durable(Batch decided) {
    Batch batch = decided;
    for (int attempt = 1; ; attempt++) {
      try {
        batch.answer.join();
        break;
      } catch (CompletionException failed) {
        if (!HandedBatch.hasMoved(failed))
          throw there(failed).<RuntimeException>map(There::new).orElse(failed);
        if (attempt == MOST_ATTEMPTS) throw new CompletionException(busy());
        List<Read> rows = batch.rows;
        neighbours.forget(rows.isEmpty() ? Long.MAX_VALUE : rows.getFirst().row().number());
        desk.lookAnew();
        batch = decided(rows, Optional.empty());
      }
    }
    // the ledger knows the group: another program has taken in the same at the same time
    if (!batch.isWritten) throw new There(find().orElseThrow());
    intake = batch.made;
    batch.group.answers().forEach(each);
    progress.accept(intake);
    return batch;
  }

  private static LedgerException busy() {
    return new LedgerException(
        LedgerException.Reason.BUSY,
        "Another program writes to this record all the time, so these rows could not be recorded."
            + " Send the same again in a moment: it goes on where it stopped.");
  }

  /** The intake for which a batch was refused, if it was for that. */
  private Optional<Intake> there(CompletionException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause())
      if (cause instanceof There there) return Optional.of(there.before);
    boolean isRefused =
        failed.getCause() instanceof LedgerException known
            && known.reason() == LedgerException.Reason.REFUSED;
    return isRefused && intake.id() == 0 ? find() : Optional.empty();
  }

  private Optional<Intake> find() {
    return desk.record().ask(of -> Intake.find(of, intake.account(), intake.key()));
  }
}
