package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.ascertain.desk.DeskTables;
import org.ascertain.desk.Policy;
import org.ascertain.desk.Scope;
import org.ascertain.desk.Tokens;
import org.ascertain.ledger.DeskStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Elections that are begun over HTTP. */
@QuarkusTest
@TestProfile(RunningDesk.Profile.class)
@Timeout(120)
class NewElectionsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningDesk desk = new RunningDesk();

  @Test
  void a_token_that_may_give_an_elections_first_fact_begins_its_record() throws IOException {
    String asked = "{\"election\":\"us-president-2028\",\"like\":\"2024\"}";
    assertThat(begin(RunningDesk.token(), asked).statusCode()).as("another's token").isEqualTo(403);
    String token;
    try (DeskStore store = DeskTables.open(RunningDesk.data().store())) {
      Scope scope =
          new Scope(Set.of("us-president-2028"), Set.of("election"), Set.of(), Set.of(), Set.of());
      token =
          new Tokens(store, InstantSource.system())
              .issue("Set up", scope, Policy.ASIDE, Instant.now().plusSeconds(600))
              .secret();
    }
    String nameless = "{\"election\":\"us-president-2028\"}";
    assertThat(begin(token, nameless).statusCode()).isEqualTo(400);
    assertThat(begin(token, "[").statusCode()).isEqualTo(400);
    HttpResponse<String> begun = begin(token, asked);
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
    JsonNode told = JSON.readTree(begun.body());
    assertThat(told.at("/electors").asInt()).isEqualTo(538);
    assertThat(told.at("/next/0/how").asText()).endsWith("/us-president-2028/facts");
    assertThat(RunningDesk.data().election("us-president-2028").size()).isEqualTo(7);
    assertThat(begin(token, asked).statusCode()).as("again").isEqualTo(409);
  }

  private HttpResponse<String> begin(String token, String body) {
    return desk.send(
        HttpRequest.newBuilder(desk.address("").resolve("/api/elections"))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }
}
