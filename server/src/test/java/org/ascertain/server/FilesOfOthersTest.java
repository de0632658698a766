package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files in formats of others, handed in to a desk that runs. */
@QuarkusTest
@TestProfile(RunningDesk.Profile.class)
@Timeout(120)
class FilesOfOthersTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String AP =
      """
      {"electionDate":"2020-11-03","races":[{"test":%s,"officeID":"P","reportingUnits":[
       {"statePostal":"%s","level":"state","lastUpdated":"2020-11-04T05:00:00Z","candidates":[
        {"first":"Joe","last":"Biden","party":"Dem","voteCount":%d,"winner":"X"},
        {"first":"Donald","last":"Trump","party":"GOP","voteCount":%d}]}]}]}
      """;

  private final RunningDesk desk = new RunningDesk();

  private HttpResponse<String> hand(String words, byte[] body) {
    return desk.post("/files?" + words, "application/octet-stream", body);
  }

  private HttpResponse<String> hand(String words, String body) {
    return hand(words, body.getBytes(UTF_8));
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  private static byte[] packed(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  @Test
  void a_feed_is_recorded_row_by_row_and_the_same_again_changes_nothing() throws IOException {
    String feed = AP.formatted("false", "VT", 242_820, 112_704);
    long before = desk.entries();
    HttpResponse<String> first = hand("format=ap-json&source=wire", feed);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    assertThat(json(first).path("recorded").asInt()).as("figures and a call").isEqualTo(2);
    assertThat(desk.entries()).isEqualTo(before + 2);
    assertThat(json(hand("format=ap-json&source=wire", feed)).path("intake"))
        .isEqualTo(json(first).path("intake"));
    JsonNode packed = json(hand("format=ap-json&source=wire", packed(feed.getBytes(UTF_8))));
    assertThat(packed.path("known").asInt()).as(packed.toString()).isEqualTo(2);
    assertThat(desk.entries()).isEqualTo(before + 2);
  }

  @Test
  void what_a_reader_finds_is_told_with_its_code_and_waits_at_the_desk() throws IOException {
    JsonNode test = json(hand("format=ap-json", AP.formatted("true", "NH", 1, 2)));
    assertThat(test.path("kept").asInt()).isEqualTo(1);
    assertThat(test.path("findings").toString()).contains("D111").contains("F114");
    byte[] whole = packed(AP.formatted("false", "ME", 435_072, 360_737).getBytes(UTF_8));
    JsonNode cut = json(hand("format=ap-json", Arrays.copyOf(whole, whole.length - 12)));
    assertThat(cut.toString()).as("packed, and cut off").contains("F102");
    HttpResponse<String> other = hand("format=clarity-xml", "<html>busy</html>");
    assertThat(other.statusCode()).isEqualTo(400);
    assertThat(json(other).path("code").asText()).isEqualTo("D110");
  }

  @Test
  void what_a_format_does_not_say_is_said_beside_it() throws IOException {
    String table =
        """
        county,office,party,candidate,votes
        Beaver,President,DEM,Joe Biden,434
        Beaver,President,REP,Donald Trump,2695
        """;
    HttpResponse<String> silent =
        hand("format=openelections-csv&name=20201103__ut__general.csv", table);
    assertThat(json(silent).toString()).contains("D110").contains("--at");
    HttpResponse<String> said =
        hand(
            "format=openelections-csv&name=20201103__ut__general.csv&at=2020-11-10&source=sos",
            table);
    assertThat(json(said).path("recorded").asInt()).as(said.body()).isEqualTo(1);
    String mapping =
        "{\"county\":\"Where\",\"tickets\":{\"biden\":\"Blue\",\"trump\":\"Red\"},\"jurisdiction\":\"UT\"}";
    String words = "format=mapped-csv&at=2020-11-10&source=sos&mapping=";
    String rows = "Where,Blue,Red\nCache,16650,38032\n";
    HttpResponse<String> mapped = hand(words + URLEncoder.encode(mapping, UTF_8), rows);
    assertThat(json(mapped).path("recorded").asInt()).as(mapped.body()).isEqualTo(1);
    HttpResponse<String> otherwise =
        hand(
            words + URLEncoder.encode(mapping.replace("Blue", "x").replace("Red", "Blue"), UTF_8),
            rows);
    assertThat(json(otherwise).path("intake"))
        .as("the same bytes under other words are other rows")
        .isNotEqualTo(json(mapped).path("intake"));
  }

  @Test
  void what_cannot_be_read_is_refused_before_it_is_read() throws IOException {
    assertThat(json(hand("format=geojson", "{}")).path("detail").asText())
        .contains("no format that is read")
        .contains("ap-json");
    assertThat(hand("source=x", "{}").statusCode()).isEqualTo(400);
    assertThat(hand("format=mapped-csv&mapping=%7B%7D", "a,b\n").statusCode()).isEqualTo(400);
    assertThat(hand("format=ap-json&at=yesterday", "{}").statusCode()).isEqualTo(400);
    assertThat(hand("format=ap-json&colour=red", "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void a_file_that_unpacks_to_more_than_a_server_holds_is_refused() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      byte[] piece = new byte[1 << 20];
      Arrays.fill(piece, (byte) ' ');
      for (int i = 0; i <= 200; i++) out.write(piece);
    }
    assertThat(hand("format=ap-json", packed.toByteArray()).statusCode()).isEqualTo(413);
  }
}
