package org.ascertain.server;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.ascertain.answers.AboutJson;
import org.ascertain.answers.Edition;
import org.ascertain.archive.Archive;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.StoredRecord;
import org.ascertain.server.Rendered.Effort;

/**
 * Every election that is served: those of the archive, those in the data folder, and the one that
 * is rehearsed. Of two with one id the one that runs counts.
 */
@ApplicationScoped
class ServedElections {

  private static final String LATEST = "2020";
  private static final String OF_PRESIDENT = "us-president-";

  /** The overview, and the newest snapshots of what runs at the time it was made. */
  private record Overview(List<Snapshot> of, Lazy<Rendered> rendered) {}

  private final Map<String, ServedElection> served = new HashMap<>();
  private final Map<String, DataFolder> folders = new HashMap<>();
  private final List<LiveElection> kept = new ArrayList<>();
  private final Optional<RehearsedElection> rehearsal;
  private final AtomicReference<Optional<Overview>> overview =
      new AtomicReference<>(Optional.empty());

  ServedElections(Settings settings) {
    for (String id : Archive.ids()) served.put(id, new ArchivedElection(id));
    settings.data().map(DataFolder::new).ifPresent(this::addFolder);
    rehearsal = settings.rehearsing().map(RehearsedElection::new);
    rehearsal.ifPresent(
        each -> {
          served.put(each.served().id(), each.served());
          folders.put(each.served().id(), each.folder());
        });
  }

  private void addFolder(DataFolder folder) {
    for (String id : folder.elections()) {
      StoredRecord stored = folder.election(id);
      LiveElection running = new LiveElection(id, Edition.LIVE, Effort.LOW, stored, stored::size);
      kept.add(running);
      served.put(id, running);
      folders.put(id, folder);
    }
  }

  void start(@Observes StartupEvent started) {
    kept.forEach(LiveElection::start);
    rehearsal.ifPresent(RehearsedElection::start);
    Thread.ofVirtual().name("archive").start(this::prepare);
  }

  /** What most readers ask for first is made first. */
  private void prepare() {
    first().snapshot().glance.get();
    overview(Runnable::run).join();
  }

  void stop(@Observes ShutdownEvent stopped) {
    rehearsal.ifPresent(RehearsedElection::close);
    kept.forEach(LiveElection::close);
  }

  /** All of them in the order of their years. */
  List<ServedElection> all() {
    return served.values().stream().sorted(Comparator.comparing(ServedElection::id)).toList();
  }

  /** The election that is meant by an id or a year. */
  Optional<ServedElection> find(String idOrYear) {
    return Optional.ofNullable(served.get(idOrYear))
        .or(() -> Optional.ofNullable(served.get(OF_PRESIDENT + idOrYear)));
  }

  /** The one that most readers ask for first: what runs now, else the archive's last. */
  ServedElection first() {
    Optional<ServedElection> runs =
        rehearsal
            .map(RehearsedElection::served)
            .or(() -> kept.stream().map(ServedElection.class::cast).findFirst());
    return runs.or(() -> find(LATEST)).orElseGet(() -> all().getLast());
  }

  /** Where an election's record lies, if it is not one of the archive. */
  Optional<DataFolder> folder(String id) {
    return Optional.ofNullable(folders.get(id));
  }

  /** All elections with their results in one answer; made again when a snapshot is new. */
  CompletableFuture<Rendered> overview(Executor executor) {
    List<CompletableFuture<Snapshot>> all =
        all().stream().map(each -> each.snapshot(executor)).toList();
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
        .thenCompose(
            nothing -> overview(all.stream().map(CompletableFuture::join).toList(), executor));
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
