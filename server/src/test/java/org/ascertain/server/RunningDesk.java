package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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

/** The server under test with an election of its own, as one who hands in to it. */
final class RunningDesk {

  static final String ELECTION = "us-president-2020";
  static final String AT = "/api/elections/" + ELECTION;

  private static final Path FOLDER = folder();
  private static final String TOKEN = begin(FOLDER);

  /** A data folder with one record and a token. */
  public static final class Profile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("ascertain.data", FOLDER.toString());
    }
  }

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base =
      URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));

  static String token() {
    return TOKEN;
  }

  HttpResponse<String> post(String path, String type, String body, String... headers) {
    return post(path, type, body.getBytes(UTF_8), headers);
  }

  /** Hands in; headers are names and values in turn. */
  HttpResponse<String> post(String path, String type, byte[] body, String... headers) {
    HttpRequest.Builder request =
        asked(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
    return send(request.build());
  }

  HttpResponse<String> get(String path) {
    return send(asked(path).build());
  }

  private HttpRequest.Builder asked(String path) {
    return HttpRequest.newBuilder(base.resolve(path.startsWith("/api") ? path : AT + path))
        .timeout(Duration.ofSeconds(90))
        .header("Authorization", "Bearer " + TOKEN);
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stop);
    }
  }

  URI address(String path) {
    return base.resolve(path.startsWith("/api") ? path : AT + path);
  }

  HttpResponse<String> get(String path, String token) {
    return send(asked(path).setHeader("Authorization", "Bearer " + token).build());
  }

  /** Hands in a table with another token. */
  HttpResponse<String> postAs(String token, String path, String table) {
    return send(
        asked(path)
            .setHeader("Authorization", "Bearer " + token)
            .header("Content-Type", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofString(table))
            .build());
  }

  /**
   * Listens to server-sent events.
   *
   * @param tell gets the data of each
   * @return done when the server has ended it
   */
  CompletableFuture<Void> listen(String path, String token, Consumer<String> tell) {
    return listen(
        HttpRequest.newBuilder(address(path))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "text/event-stream")
            .build(),
        tell);
  }

  /** The same by a request that is made already. */
  CompletableFuture<Void> listen(HttpRequest request, Consumer<String> tell) {
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
        .thenAcceptAsync(
            answer ->
                answer
                    .body()
                    .filter(line -> line.startsWith("data: "))
                    .forEach(line -> tell.accept(line.substring("data: ".length()))),
            each -> Thread.ofVirtual().start(each)); // a stream holds its thread until it ends
  }

  /** A token that was made while the server runs. */
  record Issued(long account, String secret) {}

  static Issued issue(String label, Policy policy) {
    try (DeskStore desk = DeskTables.open(data().store())) {
      Tokens.Issued issued = issue(desk, label, policy);
      return new Issued(issued.token().account(), issued.secret());
    }
  }

  /** A token of some rehearsal's desk. */
  static String ofARehearsal() {
    try (DeskStore desk = DeskTables.openForRehearsal(new DataFolder(folder()).store())) {
      return issue(desk, "rehearsal", Policy.ASIDE).secret();
    }
  }

  static void revoke(long account) {
    try (DeskStore desk = DeskTables.open(data().store())) {
      new Tokens(desk, InstantSource.system()).revoke(account);
    }
  }

  private static Tokens.Issued issue(DeskStore desk, String label, Policy policy) {
    return new Tokens(desk, InstantSource.system())
        .issue(
            label,
            new Scope(
                Set.of(ELECTION),
                Set.of("returns", "call", "call-withdrawn"),
                Set.of("AP"),
                Set.of(),
                Set.of()),
            policy,
            Instant.now().plus(Duration.ofDays(1)));
  }

  Socket connect() throws IOException {
    return connect(InetAddress.getLoopbackAddress());
  }

  /** From an address of this machine. */
  Socket connect(InetAddress from) throws IOException {
    Socket socket = new Socket(InetAddress.getByName(base.getHost()), base.getPort(), from, 0);
    socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(60));
    return socket;
  }

  /** The data folder of the server. */
  static DataFolder data() {
    return new DataFolder(FOLDER);
  }

  /** How many entries the record has. */
  long entries() {
    return new DataFolder(FOLDER).election(ELECTION).size();
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

  /** How many requests of one token may come within a minute. */
  static final int REQUESTS_A_MINUTE = 3_000;

  private static void limitRequests(Path folder) {
    try {
      Files.writeString(
          folder.resolve(ELECTION + ".checks.json"),
          "{\"version\":1,\"thresholds\":{\"requests-a-minute\":%d}}".formatted(REQUESTS_A_MINUTE));
    } catch (IOException noRoom) {
      throw new UncheckedIOException(noRoom);
    }
  }

  /** Begins a record and gives a token for it. */
  private static String begin(Path folder) {
    limitRequests(folder);
    Store store = new DataFolder(folder).store();
    String header =
        """
        {"fact":"election","at":"2020-11-03","source":{"id":"s","title":"A list"},"election":"us-president-2020","year":2020,"candidates":[{"id":"biden","name":"Joe Biden"},{"id":"trump","name":"Donald Trump"}],"tickets":[{"id":"biden","president":"biden"},{"id":"trump","president":"trump"}],"callers":[{"id":"AP","name":"Associated Press"},{"id":"Fox","name":"Fox News"}]}
        """;
    List<Draft> batch = new ArrayList<>();
    RecordReader.readOn(new RecordSoFar(), new ByteArrayInputStream(header.getBytes(UTF_8)))
        .entries()
        .forEach(entry -> batch.add(new Draft.Fresh("1", entry.fact())));
    try (Ledger ledger = store.open(ELECTION, InstantSource.system(), notice -> {})) {
      ledger.append(batch, "begin").join();
    }
    try (DeskStore desk = DeskTables.open(store)) {
      return issue(desk, "county feed", Policy.ASIDE).secret();
    }
  }
}
