package org.ascertain.server;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ascertain.desk.DeskTables;
import org.ascertain.desk.ElectionDesk;
import org.ascertain.desk.Staff;
import org.ascertain.desk.Token;
import org.ascertain.desk.Tokens;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.DeskStore;
import org.ascertain.ledger.StoredRecord;
import org.ascertain.postgres.DataPlace;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The desks of the elections that run in the data folder, opened when something is handed in. */
@ApplicationScoped
class Desks {

  private static final Logger LOG = Logger.getLogger(Desks.class);

  private final ServedElections elections;
  private final Watches watches;
  private final Optional<DataFolder> folder;
  private final Map<String, ElectionDesk> desks = new ConcurrentHashMap<>();
  private @Nullable DeskStore store;
  private @Nullable Tokens tokens;
  private @Nullable Staff staff;
  private volatile boolean closed;

  Desks(ServedElections elections, Settings settings, Watches watches) {
    this.elections = elections;
    this.watches = watches;
    this.folder = settings.data().map(DataPlace::open);
  }

  /** What a text that somebody shows as a token opens. */
  Token.Shown show(String text) {
    return tokens()
        .map(known -> known.show(text))
        .orElseGet(() -> new Token.Refused(Token.Why.UNKNOWN));
  }

  private boolean isGood(Token token) {
    return tokens().filter(known -> known.isGood(token.account())).isPresent();
  }

  /**
   * The record of an election that runs here; of one of the archive, nothing was handed in.
   *
   * @throws Refusal if there is no such election
   */
  Optional<StoredRecord> record(String id) {
    ServedElection served = elections.find(id).orElseThrow(() -> Refusal.noElection(id));
    return elections.folder(served.id()).map(data -> data.election(served.id()));
  }

  /** The tokens of the desk, where there is one. */
  synchronized Optional<Tokens> tokens() {
    open();
    return Optional.ofNullable(tokens);
  }

  /** The people of the desk, where there is one. */
  synchronized Optional<Staff> staff() {
    open();
    return Optional.ofNullable(staff);
  }

  private void open() {
    if (store != null || folder.isEmpty() || closed) return;
    DeskStore opened = DeskTables.open(folder.get().store());
    store = opened;
    tokens = new Tokens(opened, InstantSource.system());
    staff = Staff.of(opened, InstantSource.system());
  }

  /** Whether whoever asked may still ask. */
  boolean isGood(Asker asker) {
    return !closed
        && switch (asker) {
          case Asker.Nobody nobody -> false;
          case Asker.Machine(Token token) -> isGood(token);
          case Asker.Human human ->
              staff().flatMap(known -> known.sessions().show(human.session(), false)).isPresent();
        };
  }

  /** Whether what is served under an id is an election that happens again. */
  boolean isRehearsed(String id) {
    return elections.find(id).filter(served -> elections.isRehearsed(served.id())).isPresent();
  }

  /** The desk of an election that runs here; of one of the archive there is none. */
  Optional<ElectionDesk> find(String id) {
    Optional<ServedElection> served = elections.find(id);
    if (served.isEmpty()) return Optional.empty();
    String election = served.get().id();
    return elections.folder(election).map(data -> desk(data, election));
  }

  private synchronized ElectionDesk desk(DataFolder data, String election) {
    if (closed) throw Refusal.later("Ending", "The server ends; ask again in a moment.", 5);
    return desks.computeIfAbsent(
        election, id -> ElectionDesk.open(data, id, InstantSource.system(), LOG::warn));
  }

  /** Lets readers see at once what was recorded. */
  void recorded(String election) {
    elections.find(election).ifPresent(ServedElection::wake);
    watches.wake(election);
  }

  synchronized void stop(@Observes ShutdownEvent stopped) {
    closed = true;
    desks.values().forEach(ElectionDesk::close);
    if (store != null) store.close();
  }
}
