package org.ascertain.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ascertain.desk.DeskTables;
import org.ascertain.desk.NewElection;
import org.ascertain.desk.Policy;
import org.ascertain.desk.Scope;
import org.ascertain.desk.ThresholdsFile;
import org.ascertain.desk.Tokens;
import org.ascertain.election.ElectionId;
import org.ascertain.ledger.DataFolder;
import org.ascertain.ledger.DeskStore;

/** A server with an election of 2020 that has just begun, and a token that may hand in returns. */
final class RunningDesk implements AutoCloseable {

  private static final String ELECTION = "us-president-2020";

  /**
   * The night was years ago: that each row comes late is not noted, as it would not be on the
   * night; and one sender may send as fast as it can.
   */
  private static final String THRESHOLDS =
      """
      {"version":1,"thresholds":{"late-hours":1000000,"requests-a-minute":1000000000}}""";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String token;
  private final ServerProcess server;

  RunningDesk(Path folder) throws IOException {
    this(folder, data -> {});
  }

  /**
   * The same.
   *
   * @param before is done with the folder before the server starts
   * @param serve further arguments of {@code serve}
   */
  RunningDesk(Path folder, Consumer<DataFolder> before, String... serve) throws IOException {
    DataFolder data = new DataFolder(folder);
    NewElection election =
        NewElection.like(
            new ElectionId(2020),
            NewElection.archived("2020").orElseThrow(),
            NewElection.USUAL,
            Instant.parse("2020-11-01T00:00:00Z"));
    Files.writeString(ThresholdsFile.of(folder, ELECTION), THRESHOLDS);
    election.begin(data, Optional.empty(), InstantSource.system(), System.err::println);
    try (DeskStore desk = DeskTables.open(data.store())) {
      Scope scope =
          new Scope(Set.of(ELECTION), Set.of("returns"), Set.of(), Set.of(), Set.of("feed"));
      this.token =
          new Tokens(desk, InstantSource.system())
              .issue("Bench", scope, Policy.FLAG, Instant.now().plusSeconds(86_400))
              .secret();
    }
    before.accept(data);
    this.server =
        new ServerProcess(
            Stream.concat(Stream.of("--data", folder.toString()), Stream.of(serve))
                .toArray(String[]::new));
  }

  /** Hands in rows, and gives the answer's text. */
  String handIn(String route, String type, String key, BodyPublisher rows) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    server
                        .address()
                        .resolve("/api/elections/" + ELECTION + "/" + route)
                        .toString()))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type)
            .header("Idempotency-Key", key)
            .POST(rows)
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200)
        throw new IOException(answer.statusCode() + " " + answer.body());
      return answer.body();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException(stop);
    }
  }

  URI address() {
    return server.address();
  }

  /** Asks who the token is: a request over HTTP that records nothing; gives the seconds. */
  double session() throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve("/api/session"))
            .header("Authorization", "Bearer " + token)
            .build();
    long began = System.nanoTime();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) throw new IOException(answer.body());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException(stop);
    }
    return (System.nanoTime() - began) / 1e9;
  }

  /** The processor time that the server has taken so far. */
  double processorSeconds() {
    return server.processorSeconds();
  }

  ServerProcess server() {
    return server;
  }

  /** How much memory the server has now. */
  long megabytes() throws IOException {
    return server.megabytes();
  }

  @Override
  public void close() {
    server.close();
    client.close();
  }
}
