package org.ascertain.server;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Optional<PostgresStore> store;
  private @Nullable Listening listening;

  /** What was asked of the database and not answered yet. */
  private @Nullable CompletableFuture<List<String>> asked;

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

  /**
   * What does not stop anything, and should be mended. Whoever asks waits for two seconds at most:
   * a database that is away is what is to be told, and not by silence.
   */
  List<String> warnings() {
    return store.map(this::warnings).orElse(List.of());
  }

  private synchronized List<String> warnings(PostgresStore shared) {
    CompletableFuture<List<String>> question = asked;
    if (question == null)
      question = CompletableFuture.supplyAsync(() -> ask(shared), Thread::startVirtualThread);
    try {
      List<String> answer = question.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      asked = null;
      return answer;
    } catch (TimeoutException late) {
      asked = question; // whoever asks next waits for the same answer
      return List.of(
          "%s has not answered within %d seconds.".formatted(shared.place(), PATIENCE.toSeconds()));
    } catch (InterruptedException | ExecutionException e) {
      asked = null;
      throw new IllegalStateException(e);
    }
  }

  private static List<String> ask(PostgresStore shared) {
    try {
      return shared.warnings();
    } catch (LedgerException unreachable) {
      return List.of(String.valueOf(unreachable.getMessage()));
    }
  }
}
