package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.ascertain.answers.Edition;
import org.ascertain.answers.StoryJson;
import org.ascertain.archive.Archive;
import org.ascertain.election.Entry;
import org.ascertain.law.Law;
import org.ascertain.record.InclusionProof;
import org.ascertain.record.RecordReader;
import org.ascertain.standing.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every address, on the archive. */
@QuarkusTest
class ServerTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ELECTION = "/api/elections/us-president-2020";

  private final Client client = new Client();

  static List<String> elections() {
    return Archive.ids();
  }

  @Test
  void all_elections_are_listed_with_their_ladders() throws IOException {
    JsonNode elections = json("/api/elections").get("elections");
    assertThat(elections).hasSize(Archive.ids().size());
    JsonNode last = find(elections, "id", "us-president-2020");
    assertThat(last.at("/outcome/president/candidate").asText()).isEqualTo("biden");
    assertThat(find(last.get("ladder"), "stage", "counted").at("/electors/biden").asInt())
        .isEqualTo(306);
  }

  @ParameterizedTest
  @MethodSource("elections")
  void each_election_of_the_archive_has_its_standing_and_story(String id) throws IOException {
    assertThat(json("/api/elections/" + id).get("id").asText()).isEqualTo(id);
    assertThat(json("/api/elections/" + id + "/standing").get("election").asText()).isEqualTo(id);
    History history = history(id);
    assertThat(client.get("/api/elections/" + id + "/story").body())
        .isEqualTo(StoryJson.of(Edition.OVER, history, history.course(), history.size()));
  }

  /** The archive's record read anew, beside the one that is served. */
  private static History history(String id) throws IOException {
    try (InputStream record = Archive.open(id).orElseThrow()) {
      List<Entry> entries = RecordReader.read(record).entries();
      Law law = Law.of(History.header(entries).orElseThrow()).orElseThrow();
      return History.of(entries, law, Archive.knownUnits(), History.ALL);
    }
  }

  @Test
  void what_is_found_of_a_place_has_its_corrections() throws IOException {
    String found = client.get("/api/elections/2016/record?unit=PA&fact=correction").body();
    assertThat(found.lines()).isNotEmpty();
    for (String line : found.lines().toList())
      assertThat(JSON.readTree(line).at("/with/unit").asText()).startsWith("PA");
  }

  @Test
  void a_year_names_its_election() throws IOException {
    assertThat(json("/api/elections/2020/standing"))
        .isEqualTo(json("/api/elections/us-president-2020/standing"));
  }

  @Test
  void a_standing_is_given_as_of_any_moment() throws IOException {
    JsonNode then = json(ELECTION + "/standing?at=2020-12-14T17:30:00-05:00");
    assertThat(then.get("at").asText()).isEqualTo("2020-12-14T17:30:00-05:00");
    assertThat(then.get("atMs").asLong()).isEqualTo(1_607_985_000_000L);
    assertThat(then.at("/outcome/president/stage").asText()).isEqualTo("voted");
    assertThat(find(then.get("ladder"), "stage", "counted").get("electors")).isEmpty();
  }

  @Test
  void known_then_differs_from_known_now() throws IOException {
    int then = json(ELECTION + "/standing?at=2020-12-31&known=2020-11-04").get("entries").asInt();
    assertThat(then)
        .isPositive()
        .isLessThan(json(ELECTION + "/standing?at=2020-12-31").get("entries").asInt());
  }

  /** What a citation of a checkpoint spoke of can be asked again when the record has grown. */
  @Test
  void the_first_entries_can_be_asked_alone() throws IOException {
    int all = json(ELECTION).get("entries").asInt();
    assertThat(json(ELECTION + "/standing?entries=1").get("entries").asInt()).isOne();
    assertThat(json(ELECTION + "/standing?entries=9000").get("entries").asInt()).isEqualTo(9000);
    assertThat(json(ELECTION + "/standing?entries=" + all)).isEqualTo(json(ELECTION + "/standing"));
    assertThat(json(ELECTION + "/when?condition=voted+%3E%3D+270&entries=9000").at("/turns"))
        .isEmpty();
    assertThat(json(ELECTION + "/when?condition=voted+%3E%3D+270").at("/turns")).isNotEmpty();
  }

  @Test
  void the_story_adds_up_to_the_standing_at_its_end() throws IOException {
    JsonNode story = json(ELECTION + "/story");
    JsonNode ladder = json(ELECTION + "/standing").get("ladder");
    Telling telling = new Telling(story, Long.MAX_VALUE);
    for (String stage :
        List.of("reported", "called", "certified", "ascertained", "voted", "counted"))
      assertThat(telling.electors(stage, "biden"))
          .as(stage)
          .isEqualTo(find(ladder, "stage", stage).at("/electors/biden").asInt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-11-03T23:59:59-05:00",
        "2020-11-06T04:50:07-05:00",
        "2020-11-24",
        "2020-12-14T17:30:00-05:00",
        "2021-01-07"
      })
  void the_story_adds_up_to_the_standing_at_any_moment(String at) throws IOException {
    JsonNode standing = json(ELECTION + "/standing?at=" + at);
    Telling telling = new Telling(json(ELECTION + "/story"), standing.get("atMs").asLong());
    for (JsonNode rung : standing.get("ladder"))
      if (rung.has("unassigned"))
        for (String candidate : List.of("biden", "trump"))
          assertThat(telling.electors(rung.get("stage").asText(), candidate))
              .as(rung.get("stage").asText() + " " + candidate)
              .isEqualTo(rung.get("electors").path(candidate).asInt());
    for (JsonNode unit : standing.get("units"))
      assertThat(telling.votes(unit.get("unit").asText(), "biden"))
          .as(unit.get("unit").asText())
          .isEqualTo(unit.path("votes").path("biden").asLong(-1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2020-11-04T14:15:56Z", "2020-11-24", "2020-12-14T22:30:00Z", "2021-01-20"})
  void a_glance_stands_where_the_story_stands_at_its_moment(String at) throws IOException {
    String answer = client.get(ELECTION + "/glance?at=" + at).body();
    JsonNode glance = JSON.readTree(answer);
    JsonNode story = json(ELECTION + "/story");
    assertThat(answer.length()).isLessThan(story.toString().length() / 4);
    assertThat(glance.at("/about/id").asText()).isEqualTo("us-president-2020");
    assertThat(glance.get("standing")).isEqualTo(json(ELECTION + "/standing?at=" + at));
    Telling brief = new Telling(glance.get("story"), Long.MAX_VALUE);
    Telling whole = new Telling(story, glance.get("atMs").asLong());
    for (String stage :
        List.of("reported", "called", "certified", "ascertained", "voted", "counted"))
      for (String who : List.of("biden", "trump"))
        assertThat(brief.electors(stage, who)).as(stage).isEqualTo(whole.electors(stage, who));
  }

  @Test
  void the_page_names_the_glance_that_it_will_ask_for() {
    assertThat(client.get("/2020?at=2020-11-24").body())
        .contains(
            "href=\"" + ELECTION + "/glance?at=2020-11-24\" data-election=\"us-president-2020\"");
    assertThat(client.get("/").body()).contains("<a-page>").doesNotContain("/glance");
    assertThat(client.get("/2020?at=%22%3E%3Cscript%3E").body())
        .contains("href=\"" + ELECTION + "/glance\"")
        .doesNotContain("<script>");
    assertThat(client.get("/elections").body()).doesNotContain("/glance");
  }

  @Test
  void a_reader_who_is_lost_gets_the_page_and_a_program_a_problem_document() {
    HttpResponse<String> reader = client.get("/2021", "Accept", "text/html");
    assertThat(reader.statusCode()).isEqualTo(404);
    assertThat(reader.body()).contains("<a-page>");
    HttpResponse<String> program = client.get("/2021", "Accept", "application/json");
    assertThat(program.statusCode()).isEqualTo(404);
    assertThat(program.body()).doesNotContain("<a-page>");
    assertThat(client.get("/assets/none.js", "Accept", "text/html").body())
        .doesNotContain("<a-page>");
  }

  @Test
  void votes_for_others_stand_behind_the_tickets_in_each_row_of_the_story() throws IOException {
    JsonNode story = json(ELECTION + "/story");
    assertThat(story.get("others").asBoolean()).isTrue();
    JsonNode row =
        Stream.of(JSON.treeToValue(story.get("changes"), JsonNode[].class))
            .filter(change -> change.get(3).isArray() && change.get(1).asInt() == 2472)
            .findFirst()
            .orElseThrow();
    // Ohio, when its tally gave the reported rung to Trump: 60,874 were for others.
    assertThat(row.get(3).size()).isEqualTo(story.get("tickets").size() + 1);
    assertThat(row.get(3).get(row.get(3).size() - 1).asLong()).isEqualTo(60_874);
  }

  @Test
  void the_undone_majority_of_election_night_is_told() throws IOException {
    List<JsonNode> turns =
        Stream.of(JSON.treeToValue(json(ELECTION + "/story").get("majorities"), JsonNode[].class))
            .filter(turn -> turn.get("stage").asText().equals("reported"))
            .toList();
    assertThat(turns.getFirst().get("candidate").asText()).isEqualTo("trump");
    assertThat(turns.getFirst().get("until").asText()).startsWith("2020-11-04");
    assertThat(turns.getLast().get("candidate").asText()).isEqualTo("biden");
    assertThat(turns.getLast().has("until")).isFalse();
  }

  @Test
  void the_timeline_tells_stages_leads_and_majorities_in_order() throws IOException {
    JsonNode marks = json(ELECTION + "/timeline").get("marks");
    assertThat(marks.findValuesAsText("kind")).contains("stage", "lead", "majority", "undone");
    List<String> moments = marks.findValuesAsText("ms");
    assertThat(moments)
        .isSortedAccordingTo((a, b) -> Long.compare(Long.parseLong(a), Long.parseLong(b)));
  }

  @Test
  void the_record_is_given_byte_for_byte() throws IOException {
    try (InputStream archived = Archive.open("us-president-2020").orElseThrow()) {
      assertThat(client.get(ELECTION + "/record").body())
          .isEqualTo(new String(archived.readAllBytes(), UTF_8));
    }
  }

  @Test
  void a_part_of_the_record_is_given_by_entries_or_by_bytes() {
    String whole = client.get(ELECTION + "/record").body();
    HttpResponse<String> entries = client.get(ELECTION + "/record?from=10&to=12");
    assertThat(entries.body()).isEqualTo(lines(whole, 10, 12));
    HttpResponse<String> bytes = client.get(ELECTION + "/record", "Range", "bytes=100-199");
    assertThat(bytes.statusCode()).isEqualTo(206);
    assertThat(bytes.body()).isEqualTo(whole.substring(100, 200));
    assertThat(bytes.headers().firstValue("Content-Range").orElseThrow())
        .startsWith("bytes 100-199/");
  }

  @Test
  void a_part_is_sent_only_of_the_bytes_that_the_reader_has() {
    HttpResponse<String> whole = client.get(ELECTION + "/record?to=5");
    String etag = whole.headers().firstValue("ETag").orElseThrow();
    String path = ELECTION + "/record?to=5";
    assertThat(client.get(path, "If-None-Match", etag).statusCode()).isEqualTo(304);
    assertThat(client.get(path, "Range", "BYTES=0-9", "If-Range", etag).statusCode())
        .isEqualTo(206);
    assertThat(client.get(path, "Range", "bytes=0-9", "If-Range", "\"other\"").body())
        .isEqualTo(whole.body());
    assertThat(client.get(path, "Range", "bytes=0-9", "If-Range", "W/" + etag).statusCode())
        .isEqualTo(200);
    assertThat(client.get(ELECTION + "/record?to=6").headers().firstValue("ETag"))
        .isPresent()
        .isNotEqualTo(whole.headers().firstValue("ETag"));
  }

  @Test
  void the_record_is_searched_by_kind_and_place() {
    HttpResponse<String> found = client.get(ELECTION + "/record?unit=GA&fact=certification");
    assertThat(found.body().lines())
        .isNotEmpty()
        .allMatch(
            line ->
                line.contains("\"fact\":\"certification\"") && line.contains("\"unit\":\"GA\""));
    assertThat(found.headers().firstValue("X-Total"))
        .contains(Long.toString(found.body().lines().count()));
  }

  @Test
  void an_entry_comes_with_a_proof_that_holds() throws IOException {
    JsonNode entry = json(ELECTION + "/entries/100");
    assertThat(entry.at("/entry/index").asInt()).isEqualTo(100);
    assertThat(entry.at("/source/title").asText()).isNotBlank();
    InclusionProof proof = InclusionProof.parse(client.get(ELECTION + "/entries/100/proof").body());
    assertThat(proof.holds()).isTrue();
    assertThat(entry.get("checkpoint").asText()).contains(entry.get("root").asText());
    assertThat(proof.entry())
        .isEqualTo(lines(client.get(ELECTION + "/record").body(), 100, 101).strip());
  }

  @Test
  void the_log_is_served_in_tiles() {
    String checkpoint = client.get("/log/us-president-2020/checkpoint").body();
    assertThat(checkpoint.lines().toList().get(1)).matches("[0-9]+");
    HttpResponse<String> tile = client.get("/log/us-president-2020/tile/0/000");
    assertThat(tile.statusCode()).isEqualTo(200);
    assertThat(tile.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    assertThat(client.get("/log/us-president-2020/tile/0/999").statusCode()).isEqualTo(404);
  }

  @Test
  void the_law_is_given_with_citations() throws IOException {
    JsonNode law = json(ELECTION + "/law");
    assertThat(find(law.get("rules"), "id", "CAL.MEET.1934").get("citation").asText()).isNotBlank();
    assertThat(law.get("dates").findValuesAsText("due")).contains("2020-12-14");
  }

  @Test
  void a_condition_is_answered() throws IOException {
    JsonNode answer = json(ELECTION + "/when?condition=voted%20%3E%3D%20270");
    assertThat(answer.get("holds").asBoolean()).isTrue();
    assertThat(answer.at("/turns/0/candidate").asText()).isEqualTo("biden");
  }

  @Test
  void what_follows_from_many_units_together_is_answered() throws IOException {
    JsonNode paths = json(ELECTION + "/paths?at=2020-11-06T20:00:00-05:00");
    assertThat(paths.at("/open")).isNotEmpty();
    JsonNode audit = json(ELECTION + "/audit");
    assertThat(audit.at("/winner").asText()).isEqualTo("biden");
    assertThat(audit.at("/risk").asDouble()).isEqualTo(1);
    assertThat(json(ELECTION + "/audit/plan").at("/surplusToOverturn").asInt()).isEqualTo(37);
    assertThat(json(ELECTION + "/power").at("/units")).isNotEmpty();
    assertThat(client.get(ELECTION + "/audit?at=2020-11-01").statusCode()).isEqualTo(409);
    JsonNode fox = json(ELECTION + "/paths?caller=Fox&at=2020-11-06T20:00:00-05:00");
    assertThat(fox.at("/caller").asText()).isEqualTo("Fox");
    assertThat(fox.at("/open")).hasSize(55);
    assertThat(json(ELECTION + "/audit/plan?counted=GA").at("/cards/joint").asInt())
        .isEqualTo(1370);
    for (String odd :
        List.of("/paths?caller=BBC", "/audit/plan?counted=ZZ", "/audit/plan?counted="))
      assertThat(client.get(ELECTION + odd).statusCode()).as(odd).isEqualTo(400);
  }

  @Test
  void what_would_be_with_something_otherwise_begins_with_what_it_is_not() throws IOException {
    JsonNode answer = json(ELECTION + "/what-if?flip=GA=trump,AZ=trump,WI=trump");
    assertThat(answer.fieldNames().next()).isEqualTo("notWhatHappened");
    assertThat(answer.at("/electors/biden").asInt()).isEqualTo(269);
    assertThat(json(ELECTION + "/what-if?award=popular").at("/electors/biden").asInt())
        .isEqualTo(538);
    for (String odd : List.of("", "?award=lottery", "?flip=GA", "?allotment=x", "?flip=ZZ=trump"))
      assertThat(client.get(ELECTION + "/what-if" + odd).statusCode()).as(odd).isEqualTo(400);
    assertThat(client.get(ELECTION + "/what-if?award=district").statusCode()).isEqualTo(409);
  }

  @Test
  void a_figure_is_explained_and_what_falls_without_an_entry() throws IOException {
    JsonNode why = json(ELECTION + "/explain?figure=votes(PA,biden)");
    assertThat(why.get("children").isArray()).isTrue();
    long entry = why.findValue("index").asLong();
    JsonNode struck = json(ELECTION + "/explain?figure=votes(PA,biden)&without=" + entry);
    assertThat(struck.get("struck").asLong()).isEqualTo(entry);
    assertThat(struck.at("/without/figure").asText()).isNotEqualTo(struck.get("figure").asText());
  }

  @Test
  void challenges_and_counties_are_listed() throws IOException {
    assertThat(json(ELECTION + "/challenges").get("challenges").findValuesAsText("id"))
        .contains("C047");
    assertThat(json(ELECTION + "/counties").get("units").fieldNames())
        .toIterable()
        .anyMatch(unit -> unit.startsWith("PA/"));
  }

  @Test
  void a_standing_is_given_as_a_table_too() {
    HttpResponse<String> table = client.get(ELECTION + "/standing.csv");
    assertThat(table.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(table.body().lines().findFirst().orElseThrow())
        .startsWith("unit,jurisdiction,electors,stage,votes biden,votes trump");
    assertThat(client.get(ELECTION + "/standing", "Accept", "text/csv").body())
        .isEqualTo(table.body());
  }

  @Test
  void the_feed_is_atom_and_tells_majorities() {
    HttpResponse<String> feed = client.get(ELECTION + "/feed.atom");
    assertThat(feed.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/atom+xml");
    assertThat(feed.body())
        .contains("http://www.w3.org/2005/Atom", "<category term=\"majority\"/>");
  }

  @Test
  void what_has_not_changed_is_not_sent_again() {
    HttpResponse<String> first = client.get(ELECTION + "/standing");
    String etag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(client.get(ELECTION + "/standing", "If-None-Match", etag).statusCode())
        .isEqualTo(304);
    assertThat(client.get(ELECTION + "/standing", "If-None-Match", "\"other\"").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br"})
  void an_answer_is_compressed_where_that_is_understood(String encoding) {
    HttpResponse<String> answer = client.get(ELECTION + "/story", "Accept-Encoding", encoding);
    assertThat(answer.headers().firstValue("Content-Encoding")).contains(encoding);
    assertThat(answer.headers().firstValue("Vary").orElseThrow()).contains("Accept-Encoding");
    assertThat(answer.headers().firstValueAsLong("Content-Length").orElseThrow())
        .isLessThan(
            client
                    .get(ELECTION + "/story")
                    .headers()
                    .firstValueAsLong("Content-Length")
                    .orElseThrow()
                / 3);
  }

  @Test
  void an_election_of_the_archive_has_no_news() {
    assertThat(client.get(ELECTION + "/live").statusCode()).isEqualTo(204);
  }

  @Test
  void health_metrics_and_the_description_of_the_api_are_there() {
    assertThat(client.management("/q/health/ready").body()).contains("UP");
    assertThat(client.management("/q/metrics").body())
        .contains("jvm_memory_used_bytes")
        .contains("ascertain_append_seconds", "ascertain_visible_delay_seconds")
        .contains("ascertain_kept_rows 0", "ascertain_feeds_silent 0", "ascertain_deliveries_due 0")
        .contains("ascertain_writes 1");
    assertThat(client.get("/openapi").body()).contains("/api/elections/{id}/when");
  }

  @Test
  void nothing_may_come_from_elsewhere_and_nothing_is_stored() {
    HttpResponse<String> page = client.get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors")
        .doesNotContain("unsafe", "http:", "https:");
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
  }

  private JsonNode json(String path) throws IOException {
    HttpResponse<String> answer = client.get(path);
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static JsonNode find(JsonNode list, String name, String value) {
    for (JsonNode each : list) if (each.path(name).asText().equals(value)) return each;
    throw new AssertionError("nothing with " + name + " " + value);
  }

  private static String lines(String record, int from, int to) {
    return record
        .lines()
        .skip(from)
        .limit(to - from)
        .map(line -> line + "\n")
        .reduce("", String::concat);
  }
}
