package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.ascertain.desk.Role;
import org.ascertain.watch.WatchStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Watches over HTTP: made, looked at, told by webhooks and streams, ended. */
@QuarkusTest
@TestProfile(WatchRoutesTest.Profile.class)
@Timeout(300)
class WatchRoutesTest {

  /** The running desk, whose notices may come to this machine. */
  public static final class Profile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> all = new HashMap<>(new RunningDesk.Profile().getConfigOverrides());
      all.put("ascertain.notices.allowed", "127.0.0.1");
      return all;
    }
  }

  private static final String WATCHES = RunningDesk.AT + "/watches";

  private final RunningDesk desk = new RunningDesk();
  private HttpServer receiver;
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<JsonNode> heard = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void listen() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    receiver.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          if (exchange.getRequestURI().getPath().equals("/away")) {
            exchange.getResponseHeaders().set("Location", hook("/echo?from=away"));
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
            return;
          }
          if (exchange.getRequestURI().getPath().equals("/endless")) {
            exchange.sendResponseHeaders(200, 0);
            tellWithoutEnd(exchange.getResponseBody());
            return;
          }
          JsonNode notice =
              SignedIn.tree(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          String challenge = notice.at("/data/challenge").asText();
          boolean isEcho = exchange.getRequestURI().getPath().equals("/echo");
          if (challenge.isEmpty()) heard.add(notice);
          byte[] answer =
              (isEcho && !challenge.isEmpty() ? "{\"challenge\":\"" + challenge + "\"}" : "")
                  .getBytes(UTF_8);
          exchange.sendResponseHeaders(
              challenge.isEmpty() ? 204 : 200, answer.length == 0 ? -1 : answer.length);
          if (answer.length > 0) exchange.getResponseBody().write(answer);
          exchange.close();
        });
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  /** Goes on until whoever reads has had enough. */
  private static void tellWithoutEnd(OutputStream to) {
    try {
      while (true) {
        to.write(new byte[1_024]);
        to.flush();
      }
    } catch (IOException enough) {
      // they have closed
    }
  }

  private String hook(String path) {
    return "http://127.0.0.1:" + receiver.getAddress().getPort() + path;
  }

  private HttpResponse<String> ask(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(desk.address(path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json");
    return desk.send(
        request
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private JsonNode done(String method, String path, String body) {
    HttpResponse<String> answer = ask(method, path, body);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 201);
    return SignedIn.tree(answer.body());
  }

  private JsonNode made(String condition, String path) {
    return done(
        "POST",
        WATCHES,
        "{\"condition\":\"%s\",\"endpoint\":{\"kind\":\"webhook\",\"address\":\"%s\"}}"
            .formatted(condition, hook(path)));
  }

  private static void until(BooleanSupplier isSo) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!isSo.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** Hands in returns of a state, so that somebody leads there. */
  private void lead(String unit) {
    lead(unit, 200, 100);
  }

  private void lead(String unit, int trump, int biden) {
    HttpResponse<String> answer =
        desk.post(
            RunningDesk.AT + "/facts",
            "application/json",
            """
            {"fact":"returns","at":"2020-11-04T02:00:%02d-05:00","unit":"%s",\
            "votes":{"trump":%d,"biden":%d},"total":%d}"""
                .formatted(trump % 60, unit, trump, biden, trump + biden));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(SignedIn.tree(answer.body()).at("/recorded").asInt()).as(answer.body()).isEqualTo(1);
  }

  @Test
  void a_turn_reaches_its_webhook_signed_and_is_in_the_events_the_feed_and_the_log()
      throws InterruptedException {
    JsonNode made = made("leads(ND)", "/echo");
    assertThat(made.at("/state").asText()).as(made.toString()).isEqualTo("live");
    assertThat(made.at("/secret").asText()).startsWith("whsec_");
    String opens = "/api/watches/" + made.at("/opens").asText();
    lead("ND");
    until(() -> heard.stream().anyMatch(each -> each.at("/data/watch").equals(made.at("/id"))));
    JsonNode notice =
        heard.stream()
            .filter(each -> each.at("/data/watch").equals(made.at("/id")))
            .findFirst()
            .orElseThrow();
    assertThat(notice.at("/type").asText()).isEqualTo("ascertain.watch.on");
    assertThat(notice.at("/data/candidate").asText()).isEqualTo("trump");
    assertThat(notice.at("/data/proofs")).isNotEmpty();
    assertThat(done("GET", opens + "/events", "").at("/items/0")).isEqualTo(notice);
    assertThat(done("GET", opens + "/events?after=1", "").at("/items")).isEmpty();
    String link = "/api/notices/" + notice.at("/data/turn").asText();
    assertThat(done("GET", link, "")).as("by a link that may be passed on").isEqualTo(notice);
    assertThat(ask("GET", link + "0", "").statusCode()).isEqualTo(404);
    until(
        () ->
            done("GET", opens + "/deliveries", "")
                .at("/items/0/state")
                .asText()
                .equals("delivered"));
    HttpResponse<String> feed = ask("GET", opens + "/feed.atom", "");
    assertThat(feed.body())
        .contains("<title>leads(ND)</title>", "<link rel=\"self\" href=\"http")
        .contains("<content>{", "<id>tag:ascertain,2026:watch:", "<id>tag:ascertain,2026:turn:")
        .contains("href=\"/api/notices/");
    assertThat(feed.headers().firstValue("ETag")).isPresent();
    assertThat(ask("GET", opens + "/calendar.ics", "").body()).startsWith("BEGIN:VCALENDAR\r\n");
    JsonNode state = done("GET", opens, "");
    assertThat(state.at("/holds/0").asText()).isEqualTo("trump");
    assertThat(state.at("/turns").asInt()).isEqualTo(1);
    done("POST", opens + "/deliveries/" + notice.at("/data/turn").asText() + "/resend", "{}");
    until(() -> heard.stream().filter(notice::equals).count() == 2);
    assertThat(done("DELETE", opens, "").at("/state").asText()).isEqualTo("ended");
    assertThat(done("GET", opens, "").has("address")).as("erased").isFalse();
  }

  @Test
  void whoever_wants_changes_alone_is_not_told_what_holds_already() throws InterruptedException {
    lead("VT");
    String wish =
        "{\"condition\":\"leads(VT)\",\"already\":\"%s\",\"endpoint\":{\"kind\":\"webhook\",\"address\":\"%s\"}}";
    JsonNode silent = done("POST", WATCHES, wish.formatted("silent", hook("/echo")));
    JsonNode told = done("POST", WATCHES, wish.formatted("tell", hook("/echo")));
    until(() -> heard.stream().anyMatch(each -> each.at("/data/watch").equals(told.at("/id"))));
    String opens = "/api/watches/" + silent.at("/opens").asText();
    assertThat(done("GET", opens + "/events", "").at("/items/0/data/alreadyTrue").asBoolean())
        .isTrue();
    assertThat(done("GET", opens + "/deliveries", "").at("/items")).isEmpty();
    assertThat(heard).noneMatch(each -> each.at("/data/watch").equals(silent.at("/id")));
    assertThat(ask("POST", WATCHES, wish.formatted("perhaps", hook("/echo"))).statusCode())
        .isEqualTo(400);
  }

  @Test
  void turns_wait_while_the_record_is_frozen_and_are_told_after_it() throws InterruptedException {
    SignedIn rita = SignedIn.as("Watching Rita", Role.RECORDER);
    SignedIn vera = SignedIn.as("Watching Vera", Role.REVIEWER);
    JsonNode made = done("POST", WATCHES, "{\"condition\":\"leads(MT)\"}");
    String opens = "/api/watches/" + made.at("/opens").asText();
    long version = done("GET", RunningDesk.AT + "/freeze", "").at("/version").asLong();
    rita.done("/freeze", "{\"version\":%d,\"reason\":\"a look\"}".formatted(version));
    vera.done("/freeze/approve", "{\"version\":%d}".formatted(version + 1));
    try {
      lead("MT");
      // it is asked between two looks at the record: by the second time there was one after the row
      done("GET", opens, "");
      JsonNode waiting = done("GET", opens, "");
      assertThat(waiting.at("/frozen").asBoolean()).isTrue();
      assertThat(waiting.at("/entries").asLong()).isEqualTo(desk.entries() - 1);
      assertThat(waiting.at("/holds")).isEmpty();
      assertThat(done("GET", opens + "/events", "").at("/items")).isEmpty();
    } finally {
      vera.done("/unfreeze", "{\"version\":%d}".formatted(version + 2));
    }
    until(() -> done("GET", opens, "").at("/turns").asInt() == 1);
    assertThat(done("GET", opens, "").at("/frozen").asBoolean()).isFalse();
    done("DELETE", opens, "");
  }

  @Test
  void a_turn_that_rests_on_an_entry_under_review_waits_until_that_ends()
      throws InterruptedException {
    SignedIn vera = SignedIn.as("Watching Vera", Role.REVIEWER);
    SignedIn viktor = SignedIn.as("Watching Viktor", Role.REVIEWER);
    JsonNode made = made("called(HI) by Fox", "/echo");
    String opens = "/api/watches/" + made.at("/opens").asText();
    String id = made.at("/id").asText();
    JsonNode proposed =
        vera.done(
            RunningDesk.AT + "/proposals",
            """
            {"facts":[{"fact":"call","at":"2020-11-04T07:00:00Z","unit":"HI","caller":"Fox","for":"biden"}],"reason":"seen"}""");
    // until the hold stands nothing is told: the address has to say yes again
    forget(id);
    viktor.done(
        RunningDesk.AT + "/proposals/" + proposed.at("/id").asLong() + "/approve",
        "{\"version\":1}");
    until(() -> done("GET", opens, "").at("/turns").asInt() == 1);
    long entry = done("GET", opens + "/events", "").at("/items/0/data/by").asLong();
    vera.done(RunningDesk.AT + "/entries/" + entry + "/hold", "{\"reason\":\"another paper\"}");
    Instant begun = Instant.now();
    until(() -> due(opens).isAfter(begun.plusSeconds(60)));
    assertThat(due(opens)).isBefore(Instant.now().plusSeconds(15 * 60));
    assertThat(done("POST", opens + "/test", "{}").at("/state").asText()).isEqualTo("live");
    assertThat(heard).noneMatch(each -> each.at("/data/watch").asText().equals(id));
    vera.done(RunningDesk.AT + "/entries/" + entry + "/unhold", "{\"reason\":\"it is right\"}");
    until(() -> heard.stream().anyMatch(each -> each.at("/data/watch").asText().equals(id)));
    done("DELETE", opens, "");
  }

  private static void forget(String watch) {
    try (WatchStore store = WatchStore.open(RunningDesk.data().store())) {
      store.endpoints().disable(watch);
    }
  }

  /** When the first turn of a watch is told. */
  private Instant due(String opens) {
    return OffsetDateTime.parse(done("GET", opens + "/deliveries", "").at("/items/0/due").asText())
        .toInstant();
  }

  @Test
  void what_answers_with_another_address_or_without_end_is_not_followed() throws Exception {
    JsonNode away = made("declared", "/away");
    assertThat(away.at("/state").asText()).isEqualTo("unconfirmed");
    assertThat(away.at("/why").asText()).contains("302");
    assertThat(asked).as("where it was sent on to").doesNotContain("/echo?from=away");
    long begun = System.nanoTime();
    JsonNode endless = made("declared", "/endless");
    assertThat(endless.at("/state").asText()).isEqualTo("unconfirmed");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(14));
  }

  @Test
  void whoever_does_not_send_the_challenge_back_is_told_nothing() throws InterruptedException {
    JsonNode made = made("leads(SD)", "/silent");
    assertThat(made.at("/state").asText()).isEqualTo("unconfirmed");
    assertThat(made.at("/why").asText()).contains("challenge");
    lead("SD");
    String opens = "/api/watches/" + made.at("/opens").asText();
    until(() -> done("GET", opens, "").at("/turns").asInt() == 1);
    assertThat(heard).noneMatch(each -> each.at("/data/watch").equals(made.at("/id")));
    assertThat(done("GET", opens + "/deliveries", "").at("/items/0/attempts")).isEmpty();
  }

  private List<String> listen(String opens, String... header) {
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(desk.address(opens + "/events"))
            .timeout(Duration.ofSeconds(60))
            .header("Accept", "text/event-stream");
    if (header.length > 0) request.headers(header);
    var _ = desk.listen(request.build(), told::add);
    return told;
  }

  @Test
  void one_that_is_only_read_streams_its_turns_and_goes_on_after_the_last_known()
      throws InterruptedException {
    JsonNode made = done("POST", WATCHES, "{\"condition\":\"leads(WY)\"}");
    String opens = "/api/watches/" + made.at("/opens").asText();
    List<String> first = listen(opens);
    lead("WY", 200, 100);
    until(() -> !first.isEmpty());
    String turn = SignedIn.tree(first.getFirst()).at("/data/turn").asText();
    List<String> second = listen(opens, "Last-Event-ID", turn);
    lead("WY", 201, 500);
    until(() -> second.size() == 2);
    assertThat(second.stream().map(each -> SignedIn.tree(each).at("/data/seq").asInt()))
        .containsExactly(2, 3);
    until(() -> first.size() == 3);
    done("DELETE", opens, "");
  }

  @Test
  void addresses_that_lead_inside_and_mails_without_a_server_are_refused_with_a_sentence() {
    for (String address :
        List.of(
            "https://127.0.0.2/",
            "https://localhost/",
            "https://[::1]/",
            "https://2130706433/",
            "http://hooks.example.org/",
            "https://user@hooks.example.org/")) {
      HttpResponse<String> answer =
          ask(
              "POST",
              WATCHES,
              "{\"condition\":\"declared\",\"endpoint\":{\"kind\":\"webhook\",\"address\":\"%s\"}}"
                  .formatted(address));
      assertThat(answer.statusCode()).as(address).isEqualTo(422);
    }
    assertThat(
            ask(
                    "POST",
                    WATCHES,
                    "{\"condition\":\"declared\",\"endpoint\":{\"kind\":\"mail\",\"address\":\"a@b.org\"}}")
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void a_condition_of_a_megabyte_or_of_ten_thousand_levels_is_refused() {
    String megabyte = "a".repeat(1 << 20);
    var refused = ask("POST", WATCHES, "{\"condition\":\"" + megabyte + "\"}");
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body())
        .contains("A condition may have 4,000 characters")
        .doesNotContain("file", "in parts");
    String deep = "(".repeat(10_000) + "declared" + ")".repeat(10_000);
    assertThat(ask("POST", WATCHES, "{\"condition\":\"" + deep + "\"}").statusCode())
        .isIn(400, 413);
    String deepEnough = "(".repeat(1_900) + "declared" + ")".repeat(1_900);
    assertThat(ask("POST", WATCHES, "{\"condition\":\"" + deepEnough + "\"}").statusCode())
        .isEqualTo(400);
    String not = "not ".repeat(990) + "declared";
    assertThat(ask("POST", WATCHES, "{\"condition\":\"" + not + "\"}").statusCode()).isIn(201, 400);
  }

  @Test
  void a_secret_that_opens_nothing_gets_404_and_tells_no_more() {
    String secret = "A".repeat(43);
    for (String path : List.of("", "/events", "/feed.atom", "/calendar.ics", "/deliveries"))
      assertThat(ask("GET", "/api/watches/" + secret + path, "").statusCode()).isEqualTo(404);
    assertThat(ask("DELETE", "/api/watches/" + secret, "").statusCode()).isEqualTo(404);
    assertThat(
            ask(
                    "POST",
                    "/api/watches/" + secret + "/deliveries/" + "0".repeat(26) + "/resend",
                    "{}")
                .statusCode())
        .isEqualTo(404);
    assertThat(ask("POST", "/api/mail/unsubscribe/none", "").statusCode()).isEqualTo(404);
    assertThat(ask("GET", "/api/mail/confirm/none", "").statusCode()).isEqualTo(404);
  }

  @Test
  void somebody_signed_in_sees_their_own_watches_and_an_administrator_all() {
    SignedIn one = SignedIn.as("Watcher one", Role.RECORDER);
    SignedIn two = SignedIn.as("Watcher two", Role.RECORDER);
    SignedIn chief = SignedIn.as("Watcher chief", Role.ADMINISTRATOR);
    JsonNode made = one.done(WATCHES, "{\"condition\":\"declared\"}");
    String id = made.at("/id").asText();
    assertThat(one.seen(WATCHES).at("/items").findValuesAsText("id")).contains(id);
    assertThat(two.seen(WATCHES).at("/items").findValuesAsText("id")).doesNotContain(id);
    assertThat(chief.seen(WATCHES).at("/items").findValuesAsText("id")).contains(id);
    assertThat(two.get("/api/watches/" + id).statusCode()).isEqualTo(404);
    assertThat(one.seen("/api/watches/" + id).at("/condition").asText()).isEqualTo("declared");
    assertThat(chief.send("DELETE", "/api/watches/" + id, "").statusCode()).isEqualTo(200);
  }

  @Test
  void a_condition_is_understood_with_what_it_was_in_seven_elections() {
    JsonNode told =
        done(
            "POST",
            "/api/conditions/understand",
            "{\"election\":\"2020\",\"condition\":\"voted >= majority\"}");
    assertThat(told.at("/understood").asText()).isEqualTo("voted >= majority");
    assertThat(told.at("/past")).hasSize(7);
    assertThat(told.at("/past/1/turns/0/since").asText()).startsWith("2020-12-14T17:30");
    assertThat(told.at("/canBeUndone").asText()).contains("correction");
  }

  @Test
  void whoever_writes_a_condition_is_told_phrases_with_their_past_and_how_many_watches_they_have()
      throws InterruptedException {
    String route = RunningDesk.AT + "/condition-words";
    until(() -> !done("GET", route, "").at("/phrases").isEmpty());
    JsonNode words = done("GET", RunningDesk.AT + "/condition-words", "");
    assertThat(words.at("/meanings")).hasSize(7);
    JsonNode voted =
        StreamSupport.stream(words.at("/phrases").spliterator(), false)
            .filter(each -> each.at("/phrase").asText().equals("voted >= majority"))
            .findFirst()
            .orElseThrow();
    assertThat(voted.at("/came")).hasSize(3);
    assertThat(voted.findValuesAsText("since"))
        .anySatisfy(since -> assertThat(since).startsWith("2020-12-14T17:30"));
    long before = words.at("/watches").asLong();
    assertThat(words.at("/mostWatches").asLong()).isEqualTo(20);
    made("declared", "/echo");
    assertThat(done("GET", RunningDesk.AT + "/condition-words", "").at("/watches").asLong())
        .isEqualTo(before + 1);
    assertThat(done("GET", "/api/elections/us-president-1960/condition-words", "").has("watches"))
        .as("nothing turns there any more")
        .isFalse();
  }

  @Test
  void the_key_by_which_others_verify_is_told() {
    made("declared", "/echo");
    assertThat(done("GET", "/api/keys", "").at("/webhooks").asText()).startsWith("whpk_");
  }
}
