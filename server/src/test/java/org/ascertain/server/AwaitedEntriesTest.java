package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever knows how far a record is gets no answer from before. */
@QuarkusTest
@TestProfile(RunningDesk.Profile.class)
@Timeout(60)
class AwaitedEntriesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningDesk desk = new RunningDesk();

  @Test
  void an_answer_waits_until_the_record_is_so_far() throws IOException {
    long before = desk.entries();
    CompletableFuture<HttpResponse<String>> asked =
        CompletableFuture.supplyAsync(
            () -> desk.get("/standing?at=2020-11-05&min-entries=" + (before + 1)));
    desk.post(
        "/returns", "text/csv", "unit,at,biden,trump,total\nRI,2020-11-04T01:00:00Z,100,50,151\n");
    HttpResponse<String> answer = asked.join();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(JSON.readTree(answer.body()).at("/entries").asLong()).isGreaterThan(before);
    assertThat(desk.get("/standing?min-entries=" + before).statusCode()).isEqualTo(200);
  }

  @Test
  void one_that_does_not_come_so_far_says_when_to_ask_again() {
    HttpResponse<String> answer = desk.get("/standing?min-entries=999999999");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(answer.body()).contains("999999999 were asked for");
  }

  @Test
  void what_is_no_number_and_what_else_is_unknown_are_refused() {
    assertThat(desk.get("/standing?min-entries=many").statusCode()).isEqualTo(400);
    assertThat(desk.get("/standing?min-entries=0&x=1").statusCode()).isEqualTo(400);
  }
}
