package org.ascertain.server;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.ascertain.ledger.LedgerException;
import org.ascertain.postgres.DataPlace;
import org.ascertain.postgres.Listening;
import org.ascertain.postgres.PostgresStore;
import org.jspecify.annotations.Nullable;

/**
 * The database that several servers may share, where the elections' records are in one: one of them
 * writes, the others read what it wrote as soon as it is committed.
 */
@ApplicationScoped
class TeamDatabase {

  private final Optional<PostgresStore> store;
  private @Nullable Listening listening;

  TeamDatabase(Settings settings) {
    this.store = settings.data().flatMap(DataPlace::database);
  }

  void start(@Observes StartupEvent started, Desks desks) {
    store.ifPresent(shared -> listening = shared.listen(desks::recorded));
  }

  void stop(@Observes ShutdownEvent stopped) {
    Listening now = listening;
    if (now != null) now.close();
  }

  /** Whether this server writes: one over files does, one of several while it leads. */
  boolean mayWrite() {
    return store.map(PostgresStore::mayWrite).orElse(true);
  }

  /** What this server does beside others, where there may be others. */
  Optional<String> part() {
    return store.map(
        shared ->
            (shared.mayWrite() ? "this server writes to " : "this server only reads from ")
                + shared.place());
  }

  /** What does not stop anything, and should be mended. */
  List<String> warnings() {
    try {
      return store.map(PostgresStore::warnings).orElse(List.of());
    } catch (LedgerException unreachable) {
      return List.of(String.valueOf(unreachable.getMessage()));
    }
  }
}
