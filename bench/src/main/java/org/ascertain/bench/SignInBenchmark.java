package org.ascertain.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ascertain.desk.DeskTables;
import org.ascertain.desk.People;
import org.ascertain.desk.Role;
import org.ascertain.desk.Staff;
import org.ascertain.ledger.DeskStore;
import org.ascertain.ledger.Secret;

/**
 * How long somebody who is signed in waits while a thousand wrong passwords come: from one place,
 * which soon has to wait between two attempts, and from a thousand places, none of which has failed
 * before, so that each may cost a hash.
 */
final class SignInBenchmark implements Benchmark {

  private static final String NAME = "Ida";
  private static final String PASSWORD = "a long word and another";
  private static final int ATTEMPTS = 1_000;
  private static final int AT_ONCE = 16;
  private static final int SIGN_INS = 40;

  /** A desk has been open for a while: it is the usual pace that counts. */
  private static final int WARM_UP = 3_000;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Override
  public String name() {
    return "signin";
  }

  @Override
  public void run(PrintStream out) throws IOException {
    List<Secret> links = new ArrayList<>();
    try (Scratch scratch = Scratch.make();
        RunningDesk desk =
            new RunningDesk(
                Files.createDirectory(scratch.file("data")),
                data -> {
                  try (DeskStore store = DeskTables.open(data.store())) {
                    links.add(invited(store));
                  }
                })) {
      URI api = desk.address().resolve("/api/");
      send(
          asked(
              api,
              "invitations/" + links.getFirst().text(),
              "{\"password\":\"%s\"}".formatted(PASSWORD)));
      String cookie = "";
      for (int i = 0; i < SIGN_INS; i++) cookie = signIn(api);
      double before = desk.processorSeconds();
      for (int i = 0; i < SIGN_INS; i++) cookie = signIn(api);
      out.printf(
          "  one sign-in: %.0f ms of processor (limit 45)%n",
          (desk.processorSeconds() - before) / SIGN_INS * 1e3);
      for (int i = 0; i < WARM_UP; i++) work(api, cookie);
      double[] quiet = new double[WARM_UP];
      for (int i = 0; i < WARM_UP; i++) quiet[i] = work(api, cookie);
      tell(out, "nobody else", quiet, Map.of());
      attacked(out, api, cookie, "from one place", InetAddress.getLoopbackAddress());
      attacked(out, api, cookie, "each from a place of its own");
    }
  }

  private static Secret invited(DeskStore store) {
    People people = Staff.of(store, InstantSource.system()).people();
    return switch (people.invite(NAME, Set.of(Role.RECORDER))) {
      case People.Invited(var person, Secret link) -> link;
      case People.Done done -> throw new IllegalStateException(done.toString());
      case People.Not not -> throw new IllegalStateException(not.why().sentence());
    };
  }

  /** One works until every attempt has been answered. */
  private void attacked(
      PrintStream out, URI api, String cookie, String whence, InetAddress... place)
      throws IOException {
    List<Future<Integer>> attempts = new ArrayList<>();
    List<Double> took = new ArrayList<>();
    Map<Integer, Integer> answers = new TreeMap<>();
    try (ExecutorService guessers = Executors.newFixedThreadPool(AT_ONCE)) {
      for (int i = 0; i < ATTEMPTS; i++) {
        InetAddress from = place.length > 0 ? place[0] : loopback(i);
        String name = "nobody " + whence + i;
        attempts.add(guessers.submit(() -> guess(api, from, name)));
      }
      while (attempts.stream().anyMatch(each -> !each.isDone())) took.add(work(api, cookie));
      for (Future<Integer> each : attempts) answers.merge(each.get(), 1, Integer::sum);
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException(stop);
    }
    tell(out, whence, took.stream().mapToDouble(each -> each).toArray(), answers);
  }

  private static void tell(
      PrintStream out, String whence, double[] took, Map<Integer, Integer> answers) {
    Arrays.sort(took);
    out.printf(
        "  %s: of %,d requests half within %.1f ms, 99 of 100 within %.1f ms (limit 50)%s%n",
        whence,
        took.length,
        took[took.length / 2] * 1e3,
        took[took.length * 99 / 100] * 1e3,
        answers.isEmpty() ? "" : "; answers to wrong passwords " + answers);
  }

  /** A network of its own for each, of those that are this machine: 127.1.0.1, 127.1.1.1 and on. */
  private static InetAddress loopback(int number) throws IOException {
    return InetAddress.getByAddress(
        new byte[] {127, (byte) (1 + number / 250), (byte) (number % 250), 1});
  }

  /** Signs in with a wrong password from an address, and gives the status of the answer. */
  private static int guess(URI api, InetAddress from, String name) throws IOException {
    String body = "{\"name\":\"%s\",\"password\":\"a wrong word and another\"}".formatted(name);
    try (Socket socket = new Socket(InetAddress.getByName(api.getHost()), api.getPort(), from, 0)) {
      socket
          .getOutputStream()
          .write(
              """
              POST /api/session HTTP/1.1\r
              Host: %s\r
              Content-Type: application/json\r
              X-Ascertain: 1\r
              Connection: close\r
              Content-Length: %d\r
              \r
              %s"""
                  .formatted(api.getAuthority(), body.length(), body)
                  .getBytes(UTF_8));
      String status =
          Objects.requireNonNullElse(
              new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine(),
              "HTTP/1.1 000");
      return Integer.parseInt(status.substring("HTTP/1.1 ".length(), "HTTP/1.1 401".length()));
    }
  }

  private String signIn(URI api) throws IOException {
    String set =
        send(asked(
                api, "session", "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(NAME, PASSWORD)))
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow();
    return set.substring(0, set.indexOf(';'));
  }

  /** The seconds of one request of somebody signed in. */
  private double work(URI api, String cookie) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(api.resolve("elections/us-president-2020/proposals"))
            .header("Cookie", cookie)
            .build();
    long began = System.nanoTime();
    send(request);
    return (System.nanoTime() - began) / 1e9;
  }

  private static HttpRequest asked(URI api, String path, String body) {
    return HttpRequest.newBuilder(api.resolve(path))
        .header("Content-Type", "application/json")
        .header("X-Ascertain", "1")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200)
        throw new IOException(answer.statusCode() + " " + answer.body());
      return answer;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException(stop);
    }
  }
}
