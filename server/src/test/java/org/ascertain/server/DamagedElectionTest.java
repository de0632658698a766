package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ascertain.answers.Edition;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger;
import org.ascertain.record.RecordReader;
import org.ascertain.record.RecordSoFar;
import org.ascertain.server.Rendered.Effort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A served election whose record has shown to be damaged. */
@Timeout(60)
class DamagedElectionTest {

  private static final String ELECTION = "us-president-2040";
  private static final String RECORD =
      """
      {"fact":"election","at":"2040-11-06","source":{"id":"s","title":"S"},"election":"us-president-2040","year":2040,"candidates":[{"id":"a","name":"A"},{"id":"b","name":"B"}],"tickets":[{"id":"a","president":"a"},{"id":"b","president":"b"}]}
      {"fact":"returns","at":"2040-11-06T20:00:00-05:00","source":"s","unit":"VT","votes":{"a":7,"b":3}}
      """;

  @TempDir private Path folder;

  @Test
  void stays_stopped_until_it_is_served_anew_even_if_its_record_is_sound_again() throws Exception {
    append(RECORD, "begin");
    replace("\"b\":3", "\"b\":9");
    try (LiveElection damaged = served()) {
      assertStopped(damaged);
      replace("\"b\":9", "\"b\":3");
      damaged.wake();
      try (LiveElection anew = served()) {
        assertThat(anew.state()).isInstanceOf(ServingState.Live.class);
        append(
            """
            {"fact":"returns","at":"2040-11-06T21:00:00-05:00","source":"s","unit":"VT","votes":{"a":8,"b":3}}
            """,
            "more");
        anew.wake();
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (anew.snapshot().size() < 3) assertThat(System.nanoTime()).isLessThan(limit);
      }
      // what the other has read, shown and let go again, this one has had time to see
      assertStopped(damaged);
      assertThat(damaged.state().snapshot()).isEmpty();
    }
  }

  @Test
  void of_which_not_a_line_can_be_read_keeps_nobody_waiting_for_its_beginning() throws Exception {
    append(RECORD, "begin");
    replace("\"b\":3}}", "\"b\":");
    try (LiveElection damaged = served()) {
      assertStopped(damaged);
      assertThat(damaged.snapshot(Runnable::run)).isCompletedExceptionally();
    }
  }

  private LiveElection served() {
    LiveElection election =
        new LiveElection(ELECTION, Edition.LIVE, Effort.LOW, new DataFolder(folder));
    election.start();
    election.begun().orTimeout(30, TimeUnit.SECONDS).join();
    return election;
  }

  private static void assertStopped(LiveElection election) {
    assertThat(election.state())
        .isInstanceOfSatisfying(
            ServingState.Stopped.class,
            stopped ->
                assertThat(stopped.why())
                    .contains(
                        "its record is damaged: entry 1: was altered",
                        "'ascertain restore BACKUP --data NEW'",
                        "when it is started again"));
  }

  private void replace(String there, String other) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(ELECTION + ".db"));
        PreparedStatement write =
            connection.prepareStatement(
                "update entry set line = cast(replace(cast(line as text), ?, ?) as blob) where idx = 1")) {
      write.setString(1, there);
      write.setString(2, other);
      assertThat(write.executeUpdate()).isEqualTo(1);
    }
  }

  private void append(String drafts, String key) {
    var store = new DataFolder(folder).store();
    RecordSoFar soFar =
        store.has(ELECTION) ? store.election(ELECTION).soFar(size()) : new RecordSoFar();
    List<Draft> batch =
        RecordReader.readOn(soFar, new ByteArrayInputStream(drafts.getBytes(UTF_8)))
            .entries()
            .stream()
            .<Draft>map(entry -> new Draft.Fresh("1", entry.fact()))
            .toList();
    try (Ledger ledger = store.open(ELECTION, InstantSource.system(), notice -> {})) {
      ledger.append(batch, key).orTimeout(30, TimeUnit.SECONDS).join();
    }
  }

  private long size() {
    return new DataFolder(folder).election(ELECTION).size();
  }
}
