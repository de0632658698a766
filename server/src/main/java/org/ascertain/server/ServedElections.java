package org.ascertain.server;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.ascertain.answers.AboutJson;
import org.ascertain.answers.Edition;
import org.ascertain.archive.Archive;
import org.ascertain.election.ElectionId;
import org.ascertain.ledger.DataFolder;
import org.ascertain.postgres.DataPlace;
import org.ascertain.server.Rendered.Effort;

/**
 * Every election that is served: those of the archive, those in the data folder, and the one that
 * is rehearsed. Of two with one id the one that runs counts. What is imported into the data folder
 * while the server runs is served within a second or two.
 */
@ApplicationScoped
class ServedElections {

  private static final long LONGEST_OVERVIEW_SECONDS = 30;
  private static final long LOOK_EVERY_MILLIS = 1_000;

  /** How long the server's start waits for records that are soon read. */
  private static final long START_SECONDS = 2;

  /** The overview, and the newest snapshots of what runs at the time it was made. */
  private record Overview(List<Snapshot> of, Lazy<Rendered> rendered) {}

  private final Map<String, ServedElection> served = new ConcurrentHashMap<>();
  private final Map<String, LiveElection> kept = new ConcurrentSkipListMap<>();
  private final Optional<DataFolder> folder;
  private final Edition edition;
  private final Optional<RehearsedElection> rehearsal;
  private final GuardedWork looking = new GuardedWork("looking for imported records", this::look);
  private final GuardedWork preparing = new GuardedWork("first answers", this::prepare);
  private final AtomicReference<Optional<Overview>> overview =
      new AtomicReference<>(Optional.empty());

  ServedElections(Settings settings) {
    for (String id : Archive.ids()) served.put(id, new ArchivedElection(id));
    served.put(LongestRecord.ID, LongestRecord.served());
    folder = settings.data().map(DataPlace::open);
    edition = settings.rehearsedByPeople().isPresent() ? Edition.REHEARSAL : Edition.LIVE;
    rehearsal = settings.rehearsing().map(RehearsedElection::new);
    rehearsal.map(RehearsedElection::served).ifPresent(each -> served.put(each.id(), each));
  }

  void start(@Observes StartupEvent started) {
    folder.ifPresent(this::takeIn);
    rehearsal.ifPresent(RehearsedElection::start);
    awaitShortRecords();
    if (folder.isPresent()) looking.start();
    preparing.start();
  }

  private void awaitShortRecords() {
    running()
        .map(LiveElection::begun)
        .reduce(CompletableFuture::allOf)
        .orElseGet(LongestRecord::readAhead)
        .completeOnTimeout(null, START_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  private Stream<LiveElection> running() {
    return Stream.concat(rehearsal.map(RehearsedElection::served).stream(), kept.values().stream());
  }

  private boolean look() throws InterruptedException {
    Thread.sleep(LOOK_EVERY_MILLIS);
    folder.ifPresent(this::takeIn);
    return true;
  }

  private void takeIn(DataFolder data) {
    for (String id : data.elections()) {
      if (kept.containsKey(id)
          || rehearsal.filter(each -> each.served().id().equals(id)).isPresent()) continue;
      LiveElection running = new LiveElection(id, edition, Effort.LOW, data);
      kept.put(id, running);
      served.put(id, running);
      running.start();
    }
  }

  /**
   * What most readers ask for first is made first, once it is read; after a while in which whoever
   * has waited for the server is answered.
   */
  private boolean prepare() throws InterruptedException {
    Thread.sleep(LOOK_EVERY_MILLIS);
    if (running().anyMatch(each -> each.state() instanceof ServingState.Reading)) return true;
    ServedElection first = first();
    ServingState state = first.state();
    if (state instanceof ServingState.Reading) return true;
    boolean isKnown = state instanceof ServingState.Live || state instanceof ServingState.Ended;
    if (isKnown) first.snapshot().glance.get();
    LongestRecord.readAhead().join();
    readWithPauses();
    overview();
    return false;
  }

  /** Reads what is left of the archive, half of the time: who asks meanwhile comes first. */
  private void readWithPauses() throws InterruptedException {
    for (ServedElection each : all()) {
      if (!(each instanceof ArchivedElection)) continue;
      long began = System.nanoTime();
      each.known(Runnable::run).join().ifPresent(Snapshot::overview);
      Thread.sleep(Duration.ofNanos(System.nanoTime() - began));
    }
  }

  void stop(@Observes ShutdownEvent stopped) {
    looking.close();
    preparing.close();
    rehearsal.ifPresent(RehearsedElection::close);
    kept.values().forEach(LiveElection::close);
  }

  /** All of them in the order of their years. */
  List<ServedElection> all() {
    return served.values().stream().sorted(Comparator.comparing(ServedElection::id)).toList();
  }

  /** The election that is meant by an id or a year. */
  Optional<ServedElection> find(String idOrYear) {
    return Optional.ofNullable(served.get(idOrYear))
        .or(() -> ElectionId.of(idOrYear).map(id -> served.get(id.toString())));
  }

  /** The one that the start page opens with: what runs now, else the archive's last. */
  ServedElection first() {
    return running()
        .filter(each -> each.state().snapshot().isPresent())
        .map(ServedElection.class::cast)
        .findFirst()
        .orElseGet(() -> Objects.requireNonNull(served.get(Archive.ids().getLast())));
  }

  /** Whether an election, by its id, happens again. */
  boolean isRehearsed(String id) {
    return rehearsal.filter(each -> each.served().id().equals(id)).isPresent();
  }

  /** The clock by which an election's record is written. */
  InstantSource clock(String id) {
    return rehearsal
        .filter(each -> each.served().id().equals(id))
        .map(RehearsedElection::clock)
        .orElseGet(InstantSource::system);
  }

  /** Where an election's record lies, if it is not one of the archive. */
  Optional<DataFolder> folder(String id) {
    Optional<RehearsedElection> rehearsed = rehearsal.filter(r -> r.served().id().equals(id));
    return rehearsed.isPresent()
        ? rehearsed.map(RehearsedElection::folder)
        : folder.filter(data -> kept.containsKey(id));
  }

  /** Long-lived work that is in trouble, in words, but for that of one election. */
  Stream<String> troubles() {
    return Stream.of(
            looking.stopped(), preparing.stopped(), rehearsal.flatMap(RehearsedElection::trouble))
        .flatMap(Optional::stream);
  }

  /** All elections of which something is known; made again when a snapshot is new. */
  CompletableFuture<Rendered> overview(Executor executor) {
    List<CompletableFuture<Optional<Snapshot>>> all =
        all().stream().map(each -> each.known(executor)).toList();
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
        .thenCompose(
            nothing ->
                overview(
                    all.stream().map(CompletableFuture::join).flatMap(Optional::stream).toList(),
                    executor));
  }

  /** The same, made on this thread. */
  Rendered overview() {
    return overview(Runnable::run).orTimeout(LONGEST_OVERVIEW_SECONDS, TimeUnit.SECONDS).join();
  }

  private CompletableFuture<Rendered> overview(List<Snapshot> snapshots, Executor executor) {
    Optional<Overview> before = overview.get();
    if (before.isPresent() && before.get().of().equals(snapshots))
      return before.get().rendered().future(executor);
    Overview fresh =
        new Overview(
            snapshots, new Lazy<>(() -> Rendered.of(Rendered.JSON, text(snapshots), Effort.LOW)));
    overview.compareAndSet(before, Optional.of(fresh));
    return fresh.rendered().future(executor);
  }

  private static String text(List<Snapshot> all) {
    return AboutJson.overview(all.stream().map(Snapshot::overview).toList());
  }
}
