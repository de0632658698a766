package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.ascertain.desk.Judge.Judged;
import org.ascertain.desk.KeptRow.State;
import org.ascertain.desk.Rows.Read;
import org.ascertain.election.Entry;
import org.ascertain.election.Fact;
import org.ascertain.election.Source;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger.Indexes;

/**
 * What people do with rows that are kept aside: claim, mend, release, discard. Each act names the
 * version that was looked at; if the row has moved on since, nothing is done. What an act records
 * and what it says of the row are one transaction. After each, the rows of the same unit and source
 * that wait and are newer are looked at again: those that fit now are recorded.
 */
public final class KeptActs {

  /** How long a row that somebody has claimed is theirs. */
  static final Duration CLAIM = Duration.ofMinutes(20);

  private static final int MOST_ATTEMPTS = 20;

  /** What came of an act. */
  public sealed interface Acted {}

  /**
   * It is done.
   *
   * @param follow how many further rows of the unit were recorded because they fit now
   */
  public record Done(KeptRow row, int follow) implements Acted {}

  /** There is no such row. */
  public record NoSuchRow() implements Acted {}

  /** Somebody has acted meanwhile, or the row is decided: it is as {@code now} says. */
  public record MovedOn(Told why, KeptRow now) implements Acted {}

  /** It cannot be done with this row. */
  public record Unfit(List<Told> why, KeptRow now) implements Acted {}

  private final ElectionDesk desk;
  private final Judge judge;
  private final InstantSource clock;

  KeptActs(ElectionDesk desk, Judge judge, InstantSource clock) {
    this.desk = desk;
    this.judge = judge;
    this.clock = clock;
  }

  /** Takes a row to look at it: for some time nobody else can decide it. */
  public Acted claim(long id, OptionalLong version, String account) {
    return act(
        id,
        version,
        account,
        (row, state) -> {
          Instant until = clock.instant().plus(CLAIM);
          return new Step(row.with(State.CLAIMED, account, Optional.of(until), Optional.empty()));
        });
  }

  /**
   * Records a row as it is.
   *
   * @param reason why it holds although a check asked
   */
  public Acted release(long id, OptionalLong version, String account, String reason) {
    return act(id, version, account, (row, state) -> released(row, state, account, reason));
  }

  /** Leaves a row out of the record. */
  public Acted discard(long id, OptionalLong version, String account, String reason) {
    return act(
        id,
        version,
        account,
        (row, state) ->
            new Step(row.with(State.DISCARDED, account, Optional.empty(), Optional.of(reason))));
  }

  /**
   * Records another fact in the place of a row.
   *
   * @param draft the fact, as JSON; it is checked like any other, but that the person who mends has
   *     said enough where a check only asks
   */
  public Acted mend(
      long id, OptionalLong version, String account, String draft, Optional<String> reason) {
    return act(id, version, account, (row, state) -> mended(row, state, account, draft, reason));
  }

  /** Releases every row that waits, in the order of their moments. */
  public List<Acted> releaseAll(String account, String reason) {
    List<Acted> all = new ArrayList<>();
    for (State state : List.of(State.OPEN, State.CLAIMED)) {
      List<KeptRow> waiting = new ArrayList<>(desk.kept(waiting(state)));
      waiting.sort(
          Comparator.<KeptRow>comparingLong(row -> row.moment().orElse(Long.MAX_VALUE))
              .thenComparingLong(KeptRow::id));
      for (KeptRow row : waiting) {
        Acted acted = release(row.id(), OptionalLong.empty(), account, reason);
        boolean isGone = acted instanceof MovedOn; // it followed one that was released before
        if (!isGone) all.add(acted);
      }
    }
    return all;
  }

  private static KeptRow.Asked waiting(State state) {
    return new KeptRow.Asked(
        Optional.of(state),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        0,
        Integer.MAX_VALUE);
  }

  /**
   * What an act makes of a row, decided on the record as it is.
   *
   * @param fact what it records
   */
  private record Step(KeptRow made, Optional<Fact> fact) {
    Step(KeptRow made) {
      this(made, Optional.empty());
    }
  }

  /** Why an act cannot be done with a row. */
  private static final class Misfit extends RuntimeException {
    private static final long serialVersionUID = 1;

    final transient List<Told> why;

    Misfit(List<Told> why) {
      super("it does not fit", null, false, false);
      this.why = why;
    }
  }

  private interface Act {
    Step on(KeptRow row, RecordState state);
  }

  private Acted act(long id, OptionalLong version, String account, Act act) {
    for (int attempt = 1; ; attempt++) {
      Optional<KeptRow> found = desk.kept(id);
      if (found.isEmpty()) return new NoSuchRow();
      KeptRow row = found.get();
      Optional<Told> moved = movedOn(row, version, account);
      if (moved.isPresent()) return new MovedOn(moved.get(), row);
      try {
        Step step = write(row, act);
        int follow = step.made().state() == State.CLAIMED ? 0 : follow(step.made(), account);
        return new Done(step.made(), follow);
      } catch (Misfit misfit) {
        return new Unfit(misfit.why, row);
      } catch (CompletionException failed) {
        if (!isOvertaken(failed) || attempt == MOST_ATTEMPTS) throw ElectionDesk.why(failed);
        desk.lookAnew();
      }
    }
  }

  private static final class StaleVersion extends RuntimeException {
    private static final long serialVersionUID = 1;

    StaleVersion() {
      super("somebody has acted meanwhile", null, false, false);
    }
  }

  /** Whether an act was not written because others have written meanwhile. */
  private static boolean isOvertaken(CompletionException failed) {
    for (Throwable each = failed; each != null; each = each.getCause())
      if (each instanceof StaleVersion) return true;
    return HandedBatch.hasMoved(failed);
  }

  private Step write(KeptRow row, Act act) {
    record Written(Step step, CompletableFuture<Indexes> answer) {}
    Written written =
        desk.decide(
            state -> {
              Step step = act.on(row, state);
              long size = state.size();
              List<Draft> drafts = new ArrayList<>();
              step.fact()
                  .ifPresent(
                      fact -> {
                        String account = step.made().account().orElseThrow();
                        drafts.add(new Draft.Fresh(account, fact));
                        state.take(new Entry(size, desk.now(), account, fact));
                      });
              KeptRow made = step.fact().isPresent() ? step.made().at(size) : step.made();
              if (!made.state().waits()) state.kept().decided(made);
              Optional<Alerts.Step> alerts = alerts(state, made);
              // a key for each attempt: what another makes of the same version is another batch
              String key = "kept:%d:%s".formatted(made.id(), UUID.randomUUID());
              return new Written(
                  new Step(made, step.fact()),
                  desk.append(
                      drafts,
                      size,
                      key,
                      (in, at) -> {
                        if (!made.update(in)) throw new StaleVersion();
                        if (at.count() > 0)
                          NotedRow.insert(in, made.intake(), List.of(note(made, row)));
                        if (alerts.isPresent()) alerts.get().write(in);
                      }));
            });
    written.answer().join();
    return written.step();
  }

  private Optional<Alerts.Step> alerts(RecordState state, KeptRow made) {
    Set<String> units = made.unit().map(Balance::whole).map(Set::of).orElse(Set.of());
    String why = made.reason().map(reason -> ": " + reason).orElse("");
    return desk.alertStep(
        state, units, "Row %d was %s%s".formatted(made.id(), made.state().word(), why));
  }

  /** What a reader is shown beside an entry that a person let in: why, and what was found. */
  private static NotedRow note(KeptRow made, KeptRow before) {
    return new NotedRow(
        made.intake(), made.row(), Decision.RECORDED, made.entry(), before.findings());
  }

  /** Why nothing can be decided of a row as it is now, if so. */
  private Optional<Told> movedOn(KeptRow row, OptionalLong version, String account) {
    if (!row.state().waits())
      return Optional.of(moved("Row %d is %s already.".formatted(row.id(), row.state().word())));
    if (version.isPresent() && version.getAsLong() != row.version())
      return Optional.of(
          moved(
              "Row %d has version %d by now, and %d was looked at."
                  .formatted(row.id(), row.version(), version.getAsLong())));
    boolean isClaimed =
        row.state() == State.CLAIMED
            && row.until().filter(clock.instant()::isBefore).isPresent()
            && row.account().filter(account::equals).isEmpty();
    return isClaimed
        ? Optional.of(
            moved(
                "Row %d is claimed by %s until %s."
                    .formatted(
                        row.id(),
                        row.account().orElse("somebody"),
                        row.until().map(Instant::toString).orElse("?"))))
        : Optional.empty();
  }

  private static Told moved(String what) {
    return Told.of(Finding.of(IntakeCheck.MOVED_ON, 0, "version", Figure.text("what", what)));
  }

  private Step released(KeptRow row, RecordState state, String account, String reason) {
    Optional<Fact> fact = row.read();
    List<Told> why =
        row.findings().stream()
            .filter(each -> each.code().startsWith("R") || fact.isEmpty())
            .toList();
    if (!why.isEmpty() || fact.isEmpty()) throw new Misfit(why);
    KeptRow made = row.with(State.RELEASED, account, Optional.empty(), Optional.of(reason));
    // what the record says already, by another row, is not recorded twice
    return state.has(fact.get()) ? new Step(made) : new Step(made, fact);
  }

  private Step mended(
      KeptRow row, RecordState state, String account, String draft, Optional<String> reason) {
    Read read = read(row, state, draft);
    Judged judged =
        judge.judge(
            read,
            new Sender(account, account, Via.FORM, Policy.ASIDE, Optional.empty()),
            state,
            judge.context(state, new Neighbours()));
    boolean isAsked =
        judged.row().problems().isEmpty()
            && judged.findings().stream()
                .allMatch(each -> each.check().severity().compareTo(Severity.ASK) >= 0);
    boolean fits =
        switch (judged.decision()) {
          case RECORDED, FLAGGED, UNCHANGED -> true;
          case KEPT -> isAsked && reason.isPresent();
          case REFUSED -> false;
        };
    if (!fits) throw new Misfit(judged.told());
    KeptRow made = row.with(State.MENDED, account, Optional.empty(), reason);
    return judged.decision() == Decision.UNCHANGED
        ? new Step(made) // the record says it already
        : new Step(made, judged.row().fact());
  }

  /** The fact that is to stand in a row's place; it may name the row's own source by its id. */
  private static Read read(KeptRow row, RecordState state, String draft) {
    List<Source> known = new ArrayList<>();
    state.sources().forEach(known::add);
    Optional<Source> own = row.read().map(fact -> fact.attestation().source());
    own.ifPresent(known::add);
    Source source = own.orElseGet(() -> known(row.source().orElse("desk"), state));
    return new FactRows(source, known).row(row.row(), draft.getBytes(UTF_8));
  }

  private static Source known(String id, RecordState state) {
    return state.source(id).orElseGet(() -> Source.of(id, id));
  }

  /** Records the newer rows of the same unit and source that fit after a decision. */
  private int follow(KeptRow decided, String account) {
    if (decided.unit().isEmpty() || decided.moment().isEmpty()) return 0;
    int follow = 0;
    String unit = decided.unit().get();
    String source = decided.source().orElseThrow();
    long moment = decided.moment().getAsLong();
    for (KeptRow each : desk.record().ask(of -> KeptRow.waiting(of, unit, source, moment))) {
      if (each.state() != State.OPEN || !fits(each)) continue;
      try {
        String why = "it fits since row %d is %s".formatted(decided.id(), decided.state().word());
        write(each, (row, state) -> released(row, state, account, why));
        follow++;
      } catch (CompletionException moved) {
        if (!isOvertaken(moved)) throw ElectionDesk.why(moved);
        desk.lookAnew(); // it waits on; whoever decides next looks again
      }
    }
    return follow;
  }

  private boolean fits(KeptRow row) {
    Optional<Fact> fact = row.read();
    if (fact.isEmpty()) return false;
    Read read = Read.of(Row.of(row.row(), row.raw(), fact.get()));
    Sender anybody = new Sender("desk", "desk", Via.FORM, Policy.ASIDE, Optional.empty());
    return desk.decide(
        state -> {
          boolean isOvertaken =
              state
                  .before()
                  .newest(row.unit().orElseThrow(), row.source().orElseThrow())
                  .filter(newest -> newest.effective() >= row.moment().orElseThrow())
                  .isPresent();
          return !isOvertaken
              && judge
                      .judge(read, anybody, state, judge.context(state, new Neighbours()))
                      .decision()
                  == Decision.RECORDED;
        });
  }
}
