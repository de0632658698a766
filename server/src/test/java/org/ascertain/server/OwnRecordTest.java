package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.Store;
import org.ascertain.record.RecordReader;
import org.junit.jupiter.api.Test;

/** An election in a data folder, whose candidate is called as nobody should be. */
@QuarkusTest
@TestProfile(OwnRecordTest.OwnFolder.class)
class OwnRecordTest {

  private static final String ELECTION = "/api/elections/us-president-2028";
  private static final String NAME = "<script>alert('x')</script>";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = folder();

  /** A data folder with one record. */
  public static final class OwnFolder implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      append(
          "begin",
          """
          "fact":"election","at":"2028-11-07","source":{"id":"s","title":"=HYPERLINK(1)"},"election":"us-president-2028","year":2028,"candidates":[{"id":"script","name":"%s"},{"id":"other","name":"Other"}],"tickets":[{"id":"script","president":"script"},{"id":"other","president":"other"}]"""
              .formatted(NAME));
      return Map.of("ascertain.data", FOLDER.toString());
    }
  }

  private final Client client = new Client();

  @Test
  void an_entry_that_another_process_appends_is_served_and_streamed() throws IOException {
    try (Socket socket = client.connect()) {
      socket
          .getOutputStream()
          .write(("GET " + ELECTION + "/live?after=0 HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(UTF_8));
      append(
          "returns",
          """
          "fact":"returns","at":"2028-11-07T20:00:00-05:00","source":"s","unit":"VT","votes":{"script":7,"other":5}""");
      BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      String data =
          Stream.generate(() -> line(in))
              .filter(line -> line.startsWith("data: "))
              .findFirst()
              .orElseThrow();
      JsonNode event = JSON.readTree(data.substring(6));
      assertThat(event.get("index").asInt()).isEqualTo(1);
      assertThat(event.at("/change/3/0").asInt()).isEqualTo(7);
    }
  }

  @Test
  void a_candidate_called_script_stays_a_name() throws IOException {
    JsonNode about = JSON.readTree(client.get(ELECTION).body());
    assertThat(about.at("/candidates/0/name").asText()).isEqualTo(NAME);
    for (String path : List.of("", "/standing", "/story", "/entries/0", "/record"))
      assertThat(client.get(ELECTION + path).headers().firstValue("Content-Type").orElseThrow())
          .as(path)
          .startsWith("application/json");
    assertThat(client.get(ELECTION).headers().firstValue("X-Content-Type-Options"))
        .contains("nosniff");
    assertThat(client.get(ELECTION + "/feed.atom").body()).doesNotContain("<script>");
  }

  @Test
  void an_election_without_a_single_return_has_a_standing() throws IOException {
    JsonNode standing = JSON.readTree(client.get(ELECTION + "/standing?at=2028-11-06").body());
    assertThat(standing.at("/electors/entitled").asInt()).isEqualTo(538);
    assertThat(standing.at("/outcome/president/verdict").asText()).isEqualTo("not-yet");
  }

  @Test
  void a_log_without_a_key_stands_unsigned() {
    assertThat(client.get("/log/us-president-2028/checkpoint").body()).doesNotContain("\u2014");
  }

  private static String line(BufferedReader in) {
    try {
      return in.readLine();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
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

  /** Appends a draft, as it stands in a file without the braces. */
  private static void append(String key, String fact) {
    Store store = new DataFolder(FOLDER).store();
    String election = "us-president-2028";
    try (Ledger ledger =
        store.open(election, () -> Instant.parse("2028-11-08T00:00:00Z"), notice -> {})) {
      byte[] draft = ("{" + fact + "}\n").getBytes(UTF_8);
      List<Draft> batch =
          RecordReader.readOn(
                  store.election(election).soFar(ledger.size()), new ByteArrayInputStream(draft))
              .entries()
              .stream()
              .<Draft>map(entry -> new Draft.Fresh("1", entry.fact()))
              .toList();
      ledger.append(batch, key).join();
    }
  }
}
