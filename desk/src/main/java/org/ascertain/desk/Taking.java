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
 * killed, what was decided stays decided once, and the same again goes on behind it.
 */
final class Taking {

  private static final int GROUP = 1_000;

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
  private final boolean dryRun;
  private final Consumer<RowAnswer> each;
  private final Consumer<Intake> progress;
  private final Neighbours neighbours = new Neighbours();
  private Intake intake;

  /** Of a dry run, the record as it would be; others go on with the record as it is. */
  private @Nullable RecordState tried;

  Taking(
      ElectionDesk desk,
      Judge judge,
      HandedIn handed,
      boolean dryRun,
      Consumer<RowAnswer> each,
      Consumer<Intake> progress) {
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
        handed.body().digest(),
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
    if (encoding.isPresent())
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
      if (rows.refusal().isPresent()) return Taken.Refused.of(rows.refusal().get());
      return take(rows);
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
    return handed.form().rows(handed.body().open(), header, source, known);
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
    desk.rows(before.id()).forEach(each);
    intake = before;
    progress.accept(intake);
    boolean isOver = before.state() == Intake.State.DONE || isHeld(before);
    if (isOver) return new Taken.Answered(before, false);
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
    while (true) {
      List<Read> group = new ArrayList<>();
      while (group.size() < GROUP) {
        Optional<Read> next = rows.next();
        if (next.isEmpty()) break;
        group.add(next.get());
      }
      boolean isLast = group.size() < GROUP;
      if (dryRun) judgeOnly(group);
      else commit(group, isLast);
      if (isLast || intake.state() == Intake.State.HELD)
        return new Taken.Answered(
            dryRun ? intake.with(Intake.State.DONE, 0, 0, 0, 0, 0) : intake, dryRun);
    }
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
    final Group group;
    final CompletableFuture<Indexes> answer;
    private Intake made = intake;
    private boolean isWritten = false;

    Batch(List<Read> rows, boolean isLast, RecordState state) {
      long size = state.size();
      group = decide(rows, state);
      Intake counted = group.counted(intake, Intake.State.OPEN);
      Intake.State next =
          mustWait(counted) ? Intake.State.HELD : isLast ? Intake.State.DONE : Intake.State.OPEN;
      made = group.counted(intake, next);
      Optional<Alerts.Step> alerts =
          desk.alertStep(
              state, group.units(), "Rows of intake '%s' came".formatted(intake.label()));
      String key = "intake:%s:%s:%d".formatted(intake.account(), intake.key(), intake.rows());
      answer = desk.append(group.drafts, size, key, (in, at) -> write(in, alerts));
    }

    private void write(Connection in, Optional<Alerts.Step> alerts) throws SQLException {
      if (made.id() == 0) made = made.numbered(newNumber(in));
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
    Optional<Intake> there = Intake.find(in, intake.account(), intake.key());
    if (there.isEmpty()) there = Intake.ofContent(in, intake.content());
    if (there.isPresent()) throw new There(there.get());
    return Intake.nextId(in);
  }

  private void commit(List<Read> rows, boolean isLast) {
    for (int attempt = 1; ; attempt++) {
      Batch batch = desk.decide(state -> new Batch(rows, isLast, state));
      try {
        batch.answer.join();
      } catch (CompletionException failed) {
        if (ElectionDesk.hasMoved(failed) && attempt < MOST_ATTEMPTS) {
          neighbours.forget(rows.isEmpty() ? Long.MAX_VALUE : rows.getFirst().row().number());
          desk.lookAnew();
          continue;
        }
        throw there(failed).<RuntimeException>map(There::new).orElse(failed);
      }
      // the ledger knows the group: another program has taken in the same at the same time
      if (!batch.isWritten) throw new There(find().orElseThrow());
      intake = batch.made;
      batch.group.answers().forEach(each);
      progress.accept(intake);
      return;
    }
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
