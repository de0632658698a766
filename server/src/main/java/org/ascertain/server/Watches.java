package org.ascertain.server;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.ascertain.archive.Archive;
import org.ascertain.desk.Prospect;
import org.ascertain.ledger.DataFolder;
import org.ascertain.postgres.DataPlace;
import org.ascertain.watch.Delivering;
import org.ascertain.watch.DeskKey;
import org.ascertain.watch.Messenger;
import org.ascertain.watch.WatchMail;
import org.ascertain.watch.WatchStore;
import org.ascertain.watch.Webhooks;
import org.ascertain.watch.WouldTurn;
import org.jspecify.annotations.Nullable;

/**
 * The watches of the elections that run here: who follows each record, and who tells the turns. A
 * data folder's tables and key are made with its first watch.
 */
@ApplicationScoped
class Watches {

  /** A record that is imported while the server runs may have watches. */
  private static final long LOOK_EVERY_MILLIS = 1_000;

  private static final Duration LONGEST_WAIT = Duration.ofMillis(250);

  /** One data folder's watches, told by one loop. */
  record Desk(
      DataFolder folder,
      WatchStore store,
      DeskKey key,
      Webhooks webhooks,
      Optional<WatchMail> mail,
      Messenger messenger,
      Delivering delivering,
      GuardedWork telling,
      Map<String, WatchedRecord> records) {}

  private final ServedElections elections;
  private final Settings settings;
  private final Address address;
  private final TeamDatabase database;
  private final VertxPost http;
  private final Map<Path, WatchStore> stores = new ConcurrentHashMap<>();
  private final Map<Path, Desk> desks = new ConcurrentHashMap<>();
  private final GuardedWork resuming = new GuardedWork("watches that go on", this::resume);
  private volatile boolean closed;

  Watches(
      ServedElections elections,
      Settings settings,
      Address address,
      TeamDatabase database,
      Vertx vertx) {
    this.database = database;
    this.elections = elections;
    this.settings = settings;
    this.address = address;
    this.http = new VertxPost(vertx);
  }

  void start(@Observes StartupEvent started) {
    resuming.start();
  }

  /** Where there were watches before, they go on, whether or not somebody asks for one. */
  private boolean resume() throws InterruptedException {
    for (ServedElection each : elections.all()) {
      elections.folder(each.id()).ifPresent(this::requireKey);
      if (known(each.id()).isPresent()) record(each);
    }
    Thread.sleep(LOOK_EVERY_MILLIS);
    return true;
  }

  /**
   * A desk whose key is not here, as on a second machine, would be silent and nobody would know.
   */
  private void requireKey(DataFolder folder) {
    Path key = folder.deskKeyFile();
    if (!Files.exists(key) && folder.store().hasDesk()) store(folder).requireKey(key);
  }

  private synchronized WatchStore store(DataFolder folder) {
    if (closed) throw ending();
    return stores.computeIfAbsent(folder.path(), unopened -> WatchStore.open(folder.store()));
  }

  private static Refusal ending() {
    return Refusal.later("Ending", "The server ends; ask again in a moment.", 5);
  }

  /** The server's address as the world knows it, without a slash at its end. */
  String site() {
    return settings.site().orElseGet(address::url);
  }

  /** The watches of an election that runs here; of one of the archive there are none. */
  Optional<WatchedRecord> find(String id) {
    return elections
        .find(id)
        .filter(each -> elections.folder(each.id()).isPresent())
        .map(this::record);
  }

  /** Where the watches of an election that runs here are kept. */
  Optional<Desk> desk(String id) {
    return elections.find(id).flatMap(each -> elections.folder(each.id())).map(this::desk);
  }

  /** The same where there were watches before; to look for them makes nothing. */
  Optional<Desk> known(String id) {
    return elections
        .find(id)
        .flatMap(each -> elections.folder(each.id()))
        .filter(folder -> Files.exists(folder.deskKeyFile()))
        .map(this::desk);
  }

  /** All that there are. */
  Stream<Desk> desks() {
    settings
        .data()
        .map(DataPlace::open)
        .filter(folder -> Files.exists(folder.deskKeyFile()))
        .ifPresent(this::desk);
    return desks.values().stream();
  }

  /** By what is sent from here is signed, which a receiver may want to know before its first. */
  Optional<DeskKey> key() {
    return desks()
        .findFirst()
        .or(() -> settings.data().map(DataPlace::open).map(this::desk))
        .map(Desk::key);
  }

  private synchronized Desk desk(DataFolder folder) {
    if (closed) throw ending();
    @Nullable Desk known = desks.get(folder.path());
    if (known != null) return known;
    WatchStore store = store(folder);
    DeskKey key = store.key(folder.deskKeyFile());
    InstantSource clock = InstantSource.system();
    Webhooks webhooks =
        new Webhooks(key, http, InetAddress::getAllByName, settings.allowed(), clock);
    Optional<WatchMail> mail =
        settings.mail().map(server -> new WatchMail(server, key, site(), clock));
    Messenger messenger = new Messenger(store, webhooks, mail, clock, new SecureRandom());
    Delivering delivering =
        new Delivering(WatchedRecord.FOLLOWER, store.deliveries(), messenger, clock);
    GuardedWork telling =
        new GuardedWork(
            "telling of turns",
            () -> {
              if (database.mayWrite()) delivering.look();
              delivering.await(LONGEST_WAIT);
              return true;
            });
    Desk made =
        new Desk(
            folder,
            store,
            key,
            webhooks,
            mail,
            messenger,
            delivering,
            telling,
            new ConcurrentHashMap<>());
    desks.put(folder.path(), made);
    telling.start();
    return made;
  }

  /** How many watches would be told of a turn if something were recorded. */
  long wouldBeTold(String election, Prospect prospect) {
    List<WatchStore.Watch> told =
        known(election)
            .map(desk -> desk.store().told(WatchedRecord.FOLLOWER, election))
            .orElse(List.of());
    return told.isEmpty()
        ? 0
        : WouldTurn.of(prospect.recorded(), prospect.would(), told, Archive.knownUnits()).size();
  }

  private WatchedRecord record(ServedElection served) {
    Desk desk = desk(elections.folder(served.id()).orElseThrow());
    return desk.records()
        .computeIfAbsent(
            served.id(),
            id -> {
              WatchedRecord made =
                  new WatchedRecord(
                      served,
                      desk.folder(),
                      desk.store(),
                      elections.clock(id),
                      elections.isRehearsed(id) || settings.rehearsedByPeople().isPresent(),
                      database::mayWrite,
                      desk.delivering()::wake);
              made.start();
              return made;
            });
  }

  /** Says that a record has grown. */
  void wake(String election) {
    for (Desk each : desks.values()) {
      WatchedRecord record = each.records().get(election);
      if (record != null) record.wake();
    }
  }

  /** Work that is in trouble, in words. */
  Stream<String> troubles() {
    return Stream.concat(
        resuming.stopped().stream(),
        desks.values().stream()
            .flatMap(
                desk ->
                    Stream.concat(
                        desk.telling().stopped().stream(),
                        desk.records().values().stream()
                            .flatMap(each -> each.trouble().stream()))));
  }

  synchronized void stop(@Observes ShutdownEvent stopped) {
    closed = true;
    resuming.close();
    for (Desk each : desks.values()) {
      each.records().values().forEach(WatchedRecord::close);
      each.telling().close();
    }
    stores.values().forEach(WatchStore::close);
    http.close();
  }
}
