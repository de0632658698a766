package org.ascertain.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ascertain.archive.Archive;
import org.ascertain.desk.Freeze;
import org.ascertain.desk.Hold;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.StoredRecord;
import org.ascertain.watch.Evidence;
import org.ascertain.watch.Following;
import org.ascertain.watch.Held;
import org.ascertain.watch.SignsOfLife;
import org.ascertain.watch.WatchStore;
import org.jspecify.annotations.Nullable;

/** One election's watches: a thread of its own follows the record, and makes their turns. */
final class WatchedRecord implements AutoCloseable {

  static final String FOLLOWER = "server";

  private static final long LOOK_EVERY_MILLIS = 200;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final ServedElection served;
  private final StoredRecord record;
  private final DataFolder folder;
  private final WatchStore store;
  private final InstantSource clock;
  private final boolean isRehearsal;
  private final BooleanSupplier mayWrite;
  private final Runnable turned;
  private final SignsOfLife signs;
  private final LinkedBlockingQueue<Runnable> acts = new LinkedBlockingQueue<>();
  private final GuardedWork work;
  private @Nullable Following following;
  private LocalDate told = LocalDate.MIN;

  /** Whether what there was at the beginning was read. */
  private boolean isRead;

  /** Empty before turns that wait from before the server started were looked at. */
  private Optional<Held> awaited = Optional.empty();

  /**
   * @param clock by which the record is written; of a rehearsal, that of then
   * @param mayWrite whether this server makes turns now, or another does
   * @param turned is run after turns were made
   */
  WatchedRecord(
      ServedElection served,
      DataFolder folder,
      WatchStore store,
      InstantSource clock,
      boolean isRehearsal,
      BooleanSupplier mayWrite,
      Runnable turned) {
    this.served = served;
    this.folder = folder;
    this.record = folder.election(served.id());
    this.store = store;
    this.clock = clock;
    this.isRehearsal = isRehearsal;
    this.mayWrite = mayWrite;
    this.turned = turned;
    this.signs = new SignsOfLife(store, FOLLOWER, served.id());
    this.work = new GuardedWork("watches of " + served.id(), this::look);
  }

  void start() {
    work.start();
  }

  Optional<String> trouble() {
    return work.stopped();
  }

  /** Says that the record may have grown. */
  void wake() {
    acts.add(() -> {});
  }

  /** Makes no more turns for a watch that has ended. */
  void forget(String watch) {
    acts.add(
        () -> {
          Following now = following;
          if (now != null) now.remove(watch);
        });
  }

  /**
   * Does something with the watches, between one look at the record and the next.
   *
   * @throws Refusal if the record has not begun, or cannot be followed now
   */
  <T> T with(Function<Following, T> act) {
    if (!mayWrite.getAsBoolean()) throw elsewhere();
    CompletableFuture<T> done = new CompletableFuture<>();
    acts.add(
        () -> {
          Following now = following;
          if (now == null) return;
          try {
            done.complete(act.apply(now));
          } catch (RuntimeException failed) {
            done.completeExceptionally(failed);
          }
        });
    try {
      return done.copy().orTimeout(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException late) {
      if (late.getCause() instanceof TimeoutException)
        throw Refusal.later("Not yet", "The record is being read; ask again.", 5);
      throw late;
    }
  }

  private static Refusal elsewhere() {
    return Refusal.later("Another server writes", "Ask that one, or again in a moment.", 2);
  }

  private boolean look() throws InterruptedException {
    Following now = following;
    following = null; // a step that fails begins again from what is kept
    if (!mayWrite.getAsBoolean()) {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
      return true;
    }
    if (now == null) {
      if (served.state().snapshot().isEmpty()) { // nothing is told of a record that is not sound
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        return true;
      }
      now = begin();
    }
    long shown = shown();
    Held held = held();
    int turns = now.look(shown, held);
    following = now;
    awaitEnds(held);
    if (turns > 0) turned.run();
    if (!isRead && now.isBehind(shown))
      return true; // nobody waits from the middle of what there is
    isRead = true;
    LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    if (!today.equals(told)) {
      if (signs.tell(now, today, Instant.now(), () -> evidence().checkpoint())) turned.run();
      told = today;
    }
    List<Runnable> due = new ArrayList<>();
    Runnable first = acts.poll(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    if (first != null) due.add(first);
    acts.drainTo(due);
    due.forEach(Runnable::run);
    return true;
  }

  private Following begin() {
    isRead = false;
    Following fresh =
        new Following(
            FOLLOWER,
            served.id(),
            record,
            Archive.knownUnits(),
            store,
            clock,
            () -> Optional.of(evidence()),
            isRehearsal);
    fresh.goOn();
    return fresh;
  }

  private Evidence evidence() {
    return Evidence.of(record, folder.sign(served.id(), folder.keyOrNew(ServedLog.nameOf(served))));
  }

  private Held held() {
    return new Held(Hold.of(record).stream().collect(Collectors.toMap(Hold::entry, Hold::at)));
  }

  private void awaitEnds(Held held) {
    if (awaited.equals(Optional.of(held))) return;
    if (store.deliveries().await(FOLLOWER, served.id(), held, Instant.now()) > 0) turned.run();
    awaited = Optional.of(held);
  }

  /** How many entries the public is shown. */
  private long shown() {
    return Freeze.of(record) instanceof Freeze.Frozen frozen ? frozen.entries() : Long.MAX_VALUE;
  }

  @Override
  public void close() {
    work.close();
  }
}
