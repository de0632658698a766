package org.ascertain.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.Store;
import org.ascertain.ledger.Tables;
import org.ascertain.postgres.ScratchStores;
import org.ascertain.record.RecordReader;
import org.ascertain.record.RecordSoFar;

/** A small election for the desk's tests. */
final class Records {

  static final String ELECTION = "us-president-2020";

  /** The day after the election, at noon in Washington. */
  static final Instant NOW = Instant.parse("2020-11-04T17:00:00Z");

  private static final String HEADER =
      """
      {"fact":"election","at":"2020-11-03","source":{"id":"s","title":"A list"},"election":"us-president-2020","year":2020,"candidates":[{"id":"biden","name":"Joe Biden","party":"Democratic"},{"id":"trump","name":"Donald Trump","party":"Republican"}],"tickets":[{"id":"biden","president":"biden"},{"id":"trump","president":"trump"}],"callers":[{"id":"AP","name":"Associated Press"},{"id":"Fox","name":"Fox News"}],"caller":"AP","returnsFrom":["s"]}
      """;

  /** A store with the record of the election, of its header and these drafts. */
  static Store store(Path folder, String... drafts) {
    Store store = ScratchStores.in(folder);
    String lines = HEADER + String.join("\n", drafts) + (drafts.length == 0 ? "" : "\n");
    List<Draft> batch = new ArrayList<>();
    RecordReader.readOn(new RecordSoFar(), new ByteArrayInputStream(lines.getBytes(UTF_8)))
        .entries()
        .forEach(entry -> batch.add(new Draft.Fresh("1", entry.fact())));
    try (Ledger ledger = store.open(ELECTION, clock(), notice -> {})) {
      ledger.append(batch, "begin").join();
    }
    return store;
  }

  static InstantSource clock() {
    return InstantSource.fixed(NOW);
  }

  static ElectionDesk open(Store store) {
    return ElectionDesk.open(store, ELECTION, clock(), Thresholds.defaults(), notice -> {});
  }

  static Body body(String text) {
    try {
      return Body.of(new ByteArrayInputStream(text.getBytes(UTF_8)));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** A table as whoever may write to the folder hands it in. */
  static HandedIn table(String text) {
    return handedIn(Form.TABLE, text, Optional.empty());
  }

  static HandedIn handedIn(Form form, String text, Optional<String> key) {
    return new HandedIn(Sender.folder(), form, body(text), key, Optional.of("rows"));
  }

  private Records() {}

  /** Runs a statement on the tables beside a record that no program of ours would run. */
  static void byHand(Store store, Tables tables, String sql) {
    try (Ledger ledger = store.open(ELECTION, clock(), notice -> {}, tables)) {
      ledger
          .append(
              List.of(),
              "by hand",
              (in, at) -> {
                try (Statement statement = in.createStatement()) {
                  statement.executeUpdate(sql);
                }
              })
          .join();
    }
  }
}
