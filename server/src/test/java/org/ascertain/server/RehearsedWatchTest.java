package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A watch on an election that happens again goes by the clock of then. */
@QuarkusTest
@TestProfile(RehearsedWatchTest.Profile.class)
@Timeout(180)
class RehearsedWatchTest {

  /** 2020 once more, from ten minutes before the last of three newsrooms called it. */
  public static final class Profile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "ascertain.rehearse",
          "2020",
          "ascertain.rehearse.from",
          "2020-11-07T11:30:00-05:00",
          "ascertain.rehearse.speed",
          "60");
    }
  }

  private final RunningDesk desk = new RunningDesk();

  private HttpResponse<String> ask(String method, String path, String body) {
    return desk.send(
        HttpRequest.newBuilder(desk.address(path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private JsonNode done(String method, String path, String body) {
    HttpResponse<String> answer = ask(method, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return SignedIn.tree(answer.body());
  }

  /** Where the machine is so slow that the call had come before, it is told as such. */
  @Test
  void the_rule_of_the_market_turns_on_by_the_clock_of_then() throws InterruptedException {
    long read = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (ask("GET", RunningDesk.AT, "").statusCode() == 503 && System.nanoTime() < read)
      TimeUnit.MILLISECONDS.sleep(100);
    JsonNode made = done("POST", RunningDesk.AT + "/watches", "{\"condition\":\"market\"}");
    String events = "/api/watches/" + made.at("/opens").asText() + "/events";
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (done("GET", events, "").at("/items").isEmpty() && System.nanoTime() < end)
      TimeUnit.MILLISECONDS.sleep(100);
    JsonNode turn = done("GET", events, "").at("/items/0");
    assertThat(turn.at("/type").asText()).isEqualTo("ascertain.watch.on");
    assertThat(turn.at("/data/candidate").asText()).isEqualTo("biden");
    assertThat(turn.at("/data/since").asText()).startsWith("2020-11-07T11:40");
    boolean isLate = turn.at("/data/alreadyTrue").asBoolean();
    assertThat(turn.at("/data/known").asText()).startsWith(isLate ? "2020-11-" : "2020-11-07T11:4");
    assertThat(turn.at("/data/rehearsal").asBoolean()).isTrue();
    assertThat(turn.at("/data/entries")).as("each of the three calls").hasSize(3);
    assertThat(done("GET", "/api/notices/" + turn.at("/data/turn").asText(), "")).isEqualTo(turn);
    String signed = done("GET", RunningDesk.AT + "/entries/0", "").at("/checkpoint").asText();
    assertThat(turn.at("/data/checkpoint").asText().lines().findFirst())
        .as("notices and log are signed in one name")
        .isEqualTo(signed.lines().findFirst());
  }
}
