package org.ascertain.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears at once what is committed, whoever wrote it. What is missed while the connection is lost is
 * not heard later: whoever reads looks now and then, too.
 */
public final class Listening implements AutoCloseable {

  private static final int LONGEST_WAIT_MILLIS = 10_000;

  /** Before another connection is tried; a replica lets nobody listen. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final PostgresStore store;
  private final Consumer<String> grown;
  private final Thread thread;
  private volatile @Nullable Connection connection;
  private volatile boolean closed;

  private Listening(PostgresStore store, Consumer<String> grown) {
    this.store = store;
    this.grown = grown;
    this.thread = Thread.ofPlatform().daemon().name("listening").unstarted(this::run);
  }

  static Listening begin(PostgresStore store, Consumer<String> grown) {
    Listening made = new Listening(store, grown);
    made.thread.start();
    return made;
  }

  private void run() {
    try {
      while (!closed) {
        listen();
        if (!closed) Thread.sleep(PAUSE);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen() {
    try (Connection mine = store.connect();
        Statement statement = mine.createStatement()) {
      connection = mine;
      statement.execute("listen " + PostgresWriting.CHANNEL);
      PGConnection heard = mine.unwrap(PGConnection.class);
      while (!closed)
        for (PGNotification each : heard.getNotifications(LONGEST_WAIT_MILLIS))
          grown.accept(each.getParameter());
    } catch (SQLException lost) {
      // it is tried again; meanwhile looks do
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    Connection mine = connection;
    try {
      if (mine != null) mine.close();
    } catch (SQLException alreadyLost) {
      // then nothing is heard any more
    }
  }
}
