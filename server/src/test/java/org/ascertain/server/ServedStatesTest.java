package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.Store;
import org.ascertain.record.Hash;
import org.ascertain.record.RecordReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A data folder with a record that has not begun, one that begins with no election, and damaged
 * ones.
 */
@QuarkusTest
@TestProfile(ServedStatesTest.OddFolder.class)
@Timeout(120)
class ServedStatesTest {

  private static final String EMPTY = "us-president-2028";
  private static final String BROKEN = "us-president-2032";
  private static final String LATER = "us-president-2036";

  /** An entry has other votes than were written. */
  private static final String ALTERED = "us-president-2040";

  /** The same, and its hash with it, which the signed checkpoint tells. */
  private static final String ALTERED_WITH_HASH = "us-president-2044";

  private static final String NO_DATABASE = "us-president-2048";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = folder();

  /** What other processes have left there. */
  public static final class OddFolder implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      append(EMPTY, "");
      append(
          BROKEN,
          """
          {"fact":"returns","at":"2032-11-02T20:00:00-05:00","source":{"id":"s","title":"S"},"unit":"VT","votes":{"a":7}}
          """);
      for (String damaged : List.of(ALTERED, ALTERED_WITH_HASH)) {
        append(
            damaged,
            """
            {"fact":"election","at":"2040-11-06","source":{"id":"s","title":"S"},"election":"%s","year":%s,"candidates":[{"id":"a","name":"A"},{"id":"b","name":"B"}],"tickets":[{"id":"a","president":"a"},{"id":"b","president":"b"}]}
            {"fact":"returns","at":"2040-11-06T20:00:00-05:00","source":"s","unit":"VT","votes":{"a":7,"b":3}}
            """
                .formatted(damaged, damaged.substring(damaged.length() - 4)));
        DataFolder folder = new DataFolder(FOLDER);
        folder.sign(damaged, folder.keyOrNew(Optional.of("log.example")));
        damage(damaged);
      }
      try {
        Files.writeString(FOLDER.resolve(NO_DATABASE + ".db"), "no database");
      } catch (IOException noRoom) {
        throw new UncheckedIOException(noRoom);
      }
      return Map.of("ascertain.data", FOLDER.toString());
    }
  }

  private final Client client = new Client();

  @Test
  void what_has_not_begun_is_told_at_once_and_hangs_nobody() throws IOException {
    for (String path : List.of("", "/standing", "/standing?at=2028-11-09", "/record", "/law"))
      for (String id : List.of(EMPTY, BROKEN)) {
        HttpResponse<String> answer = client.get("/api/elections/" + id + path);
        assertThat(answer.statusCode()).as(id + path).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).contains(Refusal.TYPE);
      }
    assertThat(listed()).contains("us-president-1800").doesNotContain(EMPTY, BROKEN);
    assertThat(client.get("/api/elections/us-president-1800/standing").statusCode()).isEqualTo(200);
    assertThat(client.get("/").body()).contains("<a-page>").doesNotContain(EMPTY, BROKEN);
  }

  @Test
  void health_says_what_has_not_begun_and_what_stopped_and_why() {
    assertThat(until(() -> health().contains("stopped: "))).isTrue();
    assertThat(health())
        .contains("\"DOWN\"", "first entry describes no election")
        .containsPattern(EMPTY + "\": \"not begun");
    assertThat(client.management("/q/health/ready").body()).contains("\"UP\"");
    assertThat(client.get("/q/health").statusCode()).isEqualTo(404);
    assertThat(client.get("/q/metrics").statusCode()).isEqualTo(404);
  }

  @Test
  void nothing_of_a_damaged_record_is_told_and_health_says_what_to_do() throws IOException {
    assertThat(until(() -> health().contains(NO_DATABASE + "\": \"stopped: its record is damaged")))
        .isTrue();
    assertThat(health())
        .contains(
            ALTERED + "\": \"stopped: its record is damaged: entry 1: was altered",
            ALTERED_WITH_HASH + "\": \"stopped: its record is damaged: checkpoint of 2 entries",
            "'ascertain verify " + FOLDER + "' tells all",
            "'ascertain restore BACKUP --data NEW'",
            "looks at the record again when it is started again");
    for (String id : List.of(ALTERED, ALTERED_WITH_HASH, NO_DATABASE)) {
      for (String part :
          List.of(
              "",
              "/standing",
              "/standing?at=2040-11-07",
              "/story",
              "/glance",
              "/record",
              "/entries/1",
              "/live",
              "/when?condition=settled")) {
        HttpResponse<String> answer = client.get("/api/elections/" + id + part);
        assertThat(answer.statusCode()).as(id + part).isEqualTo(503);
        assertThat(answer.body()).as(id + part).contains("the server's health says why");
      }
      assertThat(client.get("/log/" + id + "/checkpoint").statusCode()).isEqualTo(503);
    }
    assertThat(listed()).doesNotContain(ALTERED, ALTERED_WITH_HASH, NO_DATABASE);
  }

  @Test
  void an_election_that_is_imported_while_the_server_runs_appears() throws IOException {
    assertThat(client.get("/api/elections/" + LATER).statusCode()).isEqualTo(404);
    append(
        LATER,
        """
        {"fact":"election","at":"2036-11-04","source":{"id":"s","title":"S"},"election":"us-president-2036","year":2036,"candidates":[{"id":"a","name":"A"},{"id":"b","name":"B"}],"tickets":[{"id":"a","president":"a"},{"id":"b","president":"b"}]}
        """);
    assertThat(until(() -> client.get("/api/elections/" + LATER).statusCode() == 200)).isTrue();
    assertThat(listed()).contains(LATER);
    assertThat(client.get("/api/elections/" + LATER + "/standing").body()).contains("not-yet");
  }

  private List<String> listed() throws IOException {
    return JSON.readTree(client.get("/api/elections").body()).findValuesAsText("id");
  }

  private String health() {
    return client.management("/q/health").body();
  }

  private static boolean until(BooleanSupplier holds) {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (System.nanoTime() < limit) if (holds.getAsBoolean()) return true;
    return false;
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("ascertain-test");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException noRoom) {
      throw new UncheckedIOException(noRoom);
    }
  }

  /** Gives one candidate other votes than were written. */
  private static void damage(String election) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + FOLDER.resolve(election + ".db"));
        PreparedStatement read =
            connection.prepareStatement("select line from entry where idx = 1");
        ResultSet row = read.executeQuery();
        PreparedStatement write =
            connection.prepareStatement("update entry set line = ?, leaf = ? where idx = 1")) {
      byte[] line = row.getBytes(1);
      Hash due = Hash.ofLeaf(line);
      byte[] other = new String(line, UTF_8).replace("\"b\":3", "\"b\":9").getBytes(UTF_8);
      Hash hash = election.equals(ALTERED_WITH_HASH) ? Hash.ofLeaf(other) : due;
      write.setBytes(1, other);
      write.setBytes(2, hash.bytes());
      assertThat(write.executeUpdate()).isEqualTo(1);
    } catch (SQLException notOurs) {
      throw new IllegalStateException(notOurs);
    }
  }

  /** Appends drafts, or makes an empty record. */
  private static void append(String election, String drafts) {
    Store store = new DataFolder(FOLDER).store();
    try (Ledger ledger =
        store.open(election, () -> Instant.parse("2028-11-08T00:00:00Z"), notice -> {})) {
      if (drafts.isEmpty()) return;
      List<Draft> batch =
          RecordReader.readOn(
                  store.election(election).soFar(0),
                  new ByteArrayInputStream(drafts.getBytes(UTF_8)))
              .entries()
              .stream()
              .<Draft>map(entry -> new Draft.Fresh("1", entry.fact()))
              .toList();
      ledger.append(batch, "begin").orTimeout(30, TimeUnit.SECONDS).join();
    }
  }
}
