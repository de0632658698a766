package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ascertain.desk.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rows that are handed in over HTTP, to the server with an election of its own. */
@QuarkusTest
@TestProfile(RunningDesk.Profile.class)
@Timeout(120)
class DeskTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  private final RunningDesk desk = new RunningDesk();

  @Test
  void returns_are_recorded_and_a_row_that_cannot_be_read_waits() throws IOException {
    HttpResponse<String> answer =
        desk.post(
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
    assertThat(told.at("/next").findValuesAsText("act")).contains("see what waits");
    JsonNode kept = JSON.readTree(desk.get("/kept?intake=" + told.at("/intake").asInt()).body());
    assertThat(kept.at("/items/0/raw").asText()).startsWith("ME,");
    assertThat(desk.get("/record?min-entries=" + desk.entries()).body())
        .contains("\"unit\":\"VT\"");
  }

  @Test
  void what_may_be_done_next_can_be_done() throws IOException {
    JsonNode told =
        JSON.readTree(
            desk.post(
                    "/returns", "text/csv", "unit,at,biden,trump\nKY,2020-11-04T01:00:00Z,1O,50\n")
                .body());
    for (JsonNode next : told.at("/next"))
      if (next.at("/method").asText().equals("GET"))
        assertThat(desk.get(next.at("/href").asText()).statusCode())
            .as(next.toString())
            .isEqualTo(200);
  }

  @Test
  void a_dry_run_records_nothing() throws IOException {
    long before = desk.entries();
    HttpResponse<String> answer =
        desk.post(
            "/returns?dry-run=true",
            "text/csv",
            "unit,at,biden,trump\nWV,2020-11-04T01:00:00Z,100,50\n");
    JsonNode told = JSON.readTree(answer.body());
    assertThat(told.at("/dryRun").asBoolean()).as(answer.body()).isTrue();
    assertThat(told.at("/recorded").asInt()).isEqualTo(1);
    assertThat(told.has("intake")).isFalse();
    assertThat(desk.entries()).isEqualTo(before);
  }

  @Test
  void the_same_key_gives_the_same_answer_and_other_content_under_it_is_refused() {
    String table = "unit,at,biden,trump\nIN,2020-11-04T01:00:00Z,100,50\n";
    HttpResponse<String> first =
        desk.post("/returns", "text/csv", table, "Idempotency-Key", "night-1");
    HttpResponse<String> again =
        desk.post("/returns", "text/csv", table, "Idempotency-Key", "night-1");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    HttpResponse<String> other =
        desk.post(
            "/returns",
            "text/csv",
            table + "OH,2020-11-04T01:00:00Z,100,50\n",
            "Idempotency-Key",
            "night-1");
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("urn:ascertain:D102");
  }

  @Test
  void an_answer_comes_line_by_line_to_who_asks_for_lines() throws IOException {
    StringBuilder table = new StringBuilder("unit,at,biden,trump\n");
    for (int i = 0; i < 2_500; i++)
      table.append(
          "TX/48%03d,2020-11-04T03:%02d:00Z,%d,%d\n"
              .formatted(
                  2 * (i % 250) + 1,
                  i / 250,
                  1_000 + 37 * (i / 250) + 5 * (i % 250),
                  900 + 29 * (i / 250) + 3 * (i % 250)));
    HttpResponse<String> answer =
        desk.post("/returns", "text/csv", table.toString(), "Accept", "application/jsonl");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/jsonl");
    List<String> lines = answer.body().lines().toList();
    assertThat(lines).anyMatch(line -> line.startsWith("{\"progress\":"));
    JsonNode last = JSON.readTree(lines.getLast());
    assertThat(last.at("/rows").asInt()).as(lines.getLast()).isEqualTo(2_500);
    assertThat(last.at("/state").asText()).isIn("done", "held");
  }

  @Test
  void without_a_token_nothing_is_taken_in_and_nothing_is_told() {
    for (String path : List.of("/returns", "/kept", "/intakes")) {
      HttpRequest.Builder request = HttpRequest.newBuilder(desk.address(path));
      if (path.equals("/returns"))
        request
            .header("Content-Type", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofString("unit,at,biden\n", UTF_8));
      HttpResponse<String> answer = desk.send(request.build());
      assertThat(answer.statusCode()).as(path).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }
  }

  @Test
  void a_token_sees_what_it_may_hand_in_and_no_other_election() throws IOException {
    JsonNode session = JSON.readTree(desk.get("/api/session").body());
    assertThat(session.at("/scope/callers/0").asText()).isEqualTo("AP");
    HttpResponse<String> other =
        desk.post("/api/elections/us-president-2016/returns", "text/csv", "unit,at,biden\n");
    assertThat(other.statusCode()).isEqualTo(404);
  }

  @Test
  void tokens_decide_no_rows_that_wait() {
    for (String act : List.of("claim", "mend", "release", "discard"))
      assertThat(desk.post("/kept/1/" + act, "application/json", "{}").statusCode())
          .as(act)
          .isEqualTo(403);
  }

  private static JsonNode asItsSchemaSays(String schema, HttpResponse<String> answer)
      throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
    assertThat(
            SCHEMAS
                .getSchema(
                    SchemaLocation.of(
                        "classpath:org/ascertain/answers/schemas/" + schema + ".json"))
                .validate(answer.body(), InputFormat.JSON))
        .as(answer.body())
        .isEmpty();
    return JSON.readTree(answer.body());
  }

  @Test
  void every_answer_of_the_desk_is_as_its_schema_says() throws IOException {
    asItsSchemaSays("Session", desk.get("/api/session"));
    String table =
        """
        unit,at,biden,trump,total
        WI,2020-11-04T03:00:00Z,100000,90000,190000
        WI,2020-11-04T03:40:00Z,50000,40000,90000
        WI,2020-11-04T03:50:00Z,50100,40100,90200
        XX,2020-11-04T03:50:00Z,"1,000",40100,90200
        """;
    asItsSchemaSays("Intake", desk.post("/returns?dry-run=true", "text/csv", table));
    JsonNode intake = asItsSchemaSays("Intake", desk.post("/returns", "text/csv", table));
    long number = intake.at("/intake").asLong();
    asItsSchemaSays("Intake", desk.get("/intakes/" + number));
    asItsSchemaSays("Intakes", desk.get("/intakes"));
    JsonNode kept = asItsSchemaSays("Kept", desk.get("/kept?intake=" + number));
    assertThat(kept.at("/items")).hasSize(3);
    assertThat(kept.at("/items/1/follows").asLong()).isEqualTo(kept.at("/items/0/id").asLong());
    asItsSchemaSays("KeptRow", desk.get("/kept/" + kept.at("/items/0/id").asLong()));
    asItsSchemaSays("Alerts", desk.get("/alerts"));
    asItsSchemaSays("Refusal", desk.post("/returns", "text/csv", "unit\n"));
    asItsSchemaSays("Refusal", desk.get("/kept/999999"));
  }

  @Test
  void alerts_are_heard_as_they_are_raised_and_a_token_that_is_revoked_hears_no_more()
      throws Exception {
    desk.post(
        "/returns", "text/csv", "unit,at,biden,trump\nNV,2020-11-04T05:00:00Z,100000,90000\n");
    RunningDesk.Issued mine = RunningDesk.issue("listener", Policy.ASIDE);
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    CompletableFuture<Void> listening =
        desk.listen("/alerts", mine.secret(), heard::add)
            .whenComplete((ended, failed) -> heard.add(failed == null ? "END" : failed.toString()));

    String first = heard.poll(20, TimeUnit.SECONDS);
    assertThat(first).startsWith("{\"items\":[").doesNotContain("\"unit\":\"NV\"");
    desk.post(
        "/returns", "text/csv", "unit,at,biden,trump\nNV,2020-11-04T05:05:00Z,90000,100000\n");
    String second = heard.poll(20, TimeUnit.SECONDS);
    assertThat(second).contains("\"unit\":\"NV\"", "it could change who wins");

    RunningDesk.revoke(mine.account());
    String next = heard.poll(20, TimeUnit.SECONDS);
    assertThat(next).isEqualTo("END");
    listening.join();
    assertThat(desk.get("/alerts", mine.secret()).statusCode()).isEqualTo(401);
  }

  @Test
  void readers_are_told_what_was_recorded_and_nobody_has_explained() throws IOException {
    RunningDesk.Issued flagging = RunningDesk.issue("flagging", Policy.FLAG);
    String header = "unit,at,biden,trump\n";
    desk.postAs(flagging.secret(), "/returns", header + "AZ,2020-11-04T05:00:00Z,100000,90000\n");
    JsonNode taken =
        JSON.readTree(
            desk.postAs(
                    flagging.secret(), "/returns", header + "AZ,2020-11-04T05:40:00Z,50000,40000\n")
                .body());
    assertThat(taken.at("/recorded").asInt()).as(taken.toString()).isEqualTo(1);
    long entry = taken.at("/first").asLong();

    HttpRequest asked = HttpRequest.newBuilder(desk.address("/unexplained?from=" + entry)).build();
    JsonNode told = asItsSchemaSays("Unexplained", desk.send(asked));

    assertThat(told.at("/items/0/entry").asLong()).isEqualTo(entry);
    assertThat(told.at("/items/0/findings").findValuesAsText("code")).contains("D602");
    HttpRequest of1800 =
        HttpRequest.newBuilder(desk.address("/api/elections/us-president-1800/unexplained"))
            .build();
    assertThat(desk.send(of1800).body()).isEqualTo("{\"items\":[]}");
  }
}
