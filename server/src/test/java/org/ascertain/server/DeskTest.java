package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ascertain.desk.DeskTables;
import org.ascertain.desk.Policy;
import org.ascertain.desk.Scope;
import org.ascertain.desk.Tokens;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.DeskStore;
import org.ascertain.ledger.Draft;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.Store;
import org.ascertain.record.RecordReader;
import org.ascertain.record.RecordSoFar;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rows that are handed in over HTTP, to the server with an election of its own. */
@QuarkusTest
@TestProfile(DeskTest.OwnFolder.class)
@Timeout(120)
class DeskTest {

  static final String ELECTION = "us-president-2020";
  private static final String AT = "/api/elections/" + ELECTION;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = folder();
  private static final String TOKEN = begin(FOLDER);

  /** A data folder with one record and a token. */
  public static final class OwnFolder implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("ascertain.data", FOLDER.toString());
    }
  }

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base =
      URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));

  @Test
  void returns_are_recorded_and_a_row_that_cannot_be_read_waits() throws IOException {
    HttpResponse<String> answer =
        post(
            "/returns",
            "text/csv",
            """
            unit,at,biden,trump,total
            VT,2020-11-04T01:00:00Z,100,50,152
            ME,2020-11-04T01:10:00Z,"1,090",80,1180
            """);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode told = JSON.readTree(answer.body());
    assertThat(told.at("/recorded").asInt()).isEqualTo(1);
    assertThat(told.at("/kept").asInt()).isEqualTo(1);
    assertThat(told.at("/findings/0/row").asInt()).isEqualTo(2);
    JsonNode kept = JSON.readTree(get("/kept?intake=" + told.at("/intake").asInt()).body());
    assertThat(kept.at("/items/0/raw").asText()).startsWith("ME,");
    assertThat(get("/record").body()).contains("\"unit\":\"VT\"");
  }

  @Test
  void without_a_token_nothing_is_taken_in() throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(AT + "/returns"))
            .header("Content-Type", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofString("unit,at,biden\n"))
            .build();
    HttpResponse<String> answer = send(request);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
  }

  private HttpResponse<String> post(String path, String type, String body) {
    return send(
        HttpRequest.newBuilder(base.resolve(AT + path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", type)
            .header("Authorization", "Bearer " + TOKEN)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> get(String path) {
    return send(
        HttpRequest.newBuilder(base.resolve(AT + path))
            .header("Authorization", "Bearer " + TOKEN)
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stop);
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

  /** Begins a record and gives a token for it. */
  private static String begin(Path folder) {
    Store store = new DataFolder(folder).store();
    String header =
        """
        {"fact":"election","at":"2020-11-03","source":{"id":"s","title":"A list"},"election":"us-president-2020","year":2020,"candidates":[{"id":"biden","name":"Joe Biden"},{"id":"trump","name":"Donald Trump"}],"tickets":[{"id":"biden","president":"biden"},{"id":"trump","president":"trump"}],"callers":[{"id":"AP","name":"Associated Press"}]}
        """;
    List<Draft> batch = new ArrayList<>();
    RecordReader.readOn(new RecordSoFar(), new ByteArrayInputStream(header.getBytes(UTF_8)))
        .entries()
        .forEach(entry -> batch.add(new Draft.Fresh("1", entry.fact())));
    try (Ledger ledger = store.open(ELECTION, InstantSource.system(), notice -> {})) {
      ledger.append(batch, "begin").join();
    }
    try (DeskStore desk = DeskTables.open(store)) {
      return new Tokens(desk, InstantSource.system())
          .issue(
              "county feed",
              new Scope(
                  Set.of(ELECTION), Set.of("returns", "call"), Set.of("AP"), Set.of(), Set.of()),
              Policy.ASIDE,
              Instant.now().plus(Duration.ofDays(1)))
          .secret();
    }
  }
}
