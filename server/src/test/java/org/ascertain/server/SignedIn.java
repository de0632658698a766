package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.ascertain.desk.DeskTables;
import org.ascertain.desk.People;
import org.ascertain.desk.Role;
import org.ascertain.desk.Staff;
import org.ascertain.ledger.DeskStore;

/** Somebody with an account, as their browser: it keeps the cookie and marks what is done. */
final class SignedIn {

  static final String PASSWORD = "a long word and another";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, SignedIn> KNOWN = new ConcurrentHashMap<>();

  private final RunningDesk desk = new RunningDesk();
  final String name;
  final long account;
  String cookie;

  private SignedIn(String name, long account, String cookie) {
    this.name = name;
    this.account = account;
    this.cookie = cookie;
  }

  /** Somebody with roles, signed in; whoever had the name before, if so. */
  static SignedIn as(String name, Role... roles) {
    return KNOWN.computeIfAbsent(name, each -> anew(name, roles));
  }

  /** Somebody new. */
  static SignedIn anew(String name, Role... roles) {
    RunningDesk desk = new RunningDesk();
    String link = invitation(name, roles);
    HttpResponse<String> accepted =
        desk.send(
            asked(desk, "/api/invitations/" + link)
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"password\":\"%s\"}".formatted(PASSWORD)))
                .build());
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
    HttpResponse<String> in = signIn(name, PASSWORD);
    assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
    return new SignedIn(name, tree(in.body()).at("/account").asLong(), cookie(in));
  }

  /** What opens an account, made by whoever may write to the data folder. */
  static String invitation(String name, Role... roles) {
    Set<Role> all = EnumSet.noneOf(Role.class);
    all.addAll(Arrays.asList(roles));
    try (DeskStore store = DeskTables.open(RunningDesk.data().store())) {
      People.Answer answer = Staff.of(store, InstantSource.system()).people().invite(name, all);
      return ((People.Invited) answer).link().text();
    }
  }

  static HttpResponse<String> signIn(String name, String password) {
    RunningDesk desk = new RunningDesk();
    return desk.send(
        asked(desk, "/api/session")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password)))
            .build());
  }

  static String cookie(HttpResponse<String> answer) {
    String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
    return set.substring(0, set.indexOf(';'));
  }

  private static HttpRequest.Builder asked(RunningDesk desk, String path) {
    return HttpRequest.newBuilder(desk.address(path))
        .timeout(Duration.ofSeconds(90))
        .header("Content-Type", "application/json")
        .header("X-Ascertain", "1");
  }

  HttpResponse<String> get(String path) {
    return desk.send(asked(desk, path).header("Cookie", cookie).build());
  }

  /** Signs in anew. */
  void again() {
    cookie = cookie(signIn(name, PASSWORD));
  }

  /**
   * Listens to server-sent events.
   *
   * @return done when the server has ended it
   */
  CompletableFuture<Void> listen(String path, Consumer<String> tell) {
    return desk.listen(
        asked(desk, path)
            .timeout(Duration.ofSeconds(60))
            .header("Cookie", cookie)
            .header("Accept", "text/event-stream")
            .build(),
        tell);
  }

  HttpResponse<String> post(String path, String body) {
    return send("POST", path, body);
  }

  /** Asks by any method. */
  HttpResponse<String> send(String method, String path, String body) {
    return desk.send(
        asked(desk, path)
            .header("Cookie", cookie)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** The same, as another's page would have a browser send it. */
  HttpResponse<String> postFromElsewhere(String path, String body) {
    URI there = desk.address(path);
    return desk.send(
        HttpRequest.newBuilder(there)
            .header("Content-Type", "application/json")
            .header("Cookie", cookie)
            .header("Origin", "https://elsewhere.example")
            .header("Sec-Fetch-Site", "cross-site")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** What an act answers, where it is done. */
  JsonNode done(String path, String body) {
    HttpResponse<String> answer = post(path, body);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 201);
    return tree(answer.body());
  }

  JsonNode seen(String path) {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    return tree(answer.body());
  }

  static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
