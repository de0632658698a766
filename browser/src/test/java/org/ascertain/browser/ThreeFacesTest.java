package org.ascertain.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the server answers, what a published copy has and what the command line prints of one moment
 * is the same, texts and figures: at 20 moments of 2020 and at three of ten other elections.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class ThreeFacesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> OTHERS =
      List.of("1788", "1800", "1824", "1836", "1868", "1872", "1876", "1960", "2000", "2016");
  private static final List<String> CHAIN =
      List.of("reported", "called", "certified", "ascertained", "voted", "counted");
  private static final int MOMENTS_OF_2020 = 20;
  private static final int MOMENTS_OF_OTHERS = 3;

  private final HttpClient http = HttpClient.newHttpClient();
  private final PackagedProgram commandLine = PackagedProgram.commandLine();
  private final PackagedProgram publisher = PackagedProgram.server();
  private final RunningServer server = RunningServer.start("--port", "0");

  private Path folder = Path.of("");

  static Stream<String> elections() {
    return Stream.concat(Stream.of("2020"), OTHERS.stream());
  }

  @BeforeAll
  void publish(@TempDir Path copies) {
    folder = copies;
    elections().forEach(year -> publisher.says("publish", year, "--to", copy(year).toString()));
  }

  @AfterAll
  void close() throws IOException {
    server.close();
    commandLine.close();
    publisher.close();
  }

  @ParameterizedTest
  @MethodSource("elections")
  void standings_of_a_moment_are_the_same(String year) throws IOException {
    int moments = year.equals("2020") ? MOMENTS_OF_2020 : MOMENTS_OF_OTHERS;
    List<Path> files = moments(year, moments);
    assertThat(files).hasSize(moments);
    for (Path file : files) {
      String published = Files.readString(file);
      String at = JSON.readTree(published).get("at").asText();
      assertThat(served(year, "/standing?at=" + coded(at))).as(at).isEqualTo(published);
      ObjectNode printed = (ObjectNode) printed("standing", year, "--json", "--at", at);
      printed.remove("checkpoint"); // names the record that one has at hand
      ObjectNode standing = (ObjectNode) JSON.readTree(published);
      standing.remove("atMs"); // is for programs that order moments
      assertThat(printed.toString()).as(at).isEqualTo(standing.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("elections")
  void what_is_told_of_the_whole_is_the_same(String year) throws IOException {
    for (String part : List.of("story", "timeline", "glance", "challenges", "law", "counties"))
      assertThat(served(year, "/" + part)).as(part).isEqualTo(published(year, part + ".json"));
    assertThat(served(year, "")).isEqualTo(published(year, "election.json"));
    assertThat(served(year, "/standing")).isEqualTo(published(year, "standing.json"));
    assertThat(served(year, "/standing.csv")).isEqualTo(published(year, "standing.csv"));
    assertThat(served(year, "/feed.atom")).isEqualTo(published(year, "feed.atom"));
    assertThat(printed("law", year, "--json").toString()).isEqualTo(served(year, "/law"));
  }

  @ParameterizedTest
  @MethodSource("elections")
  void a_majority_has_the_same_cause_and_moment_everywhere(String year) throws IOException {
    JsonNode story = JSON.readTree(served(year, "/story"));
    JsonNode timeline = JSON.readTree(served(year, "/timeline"));
    String replay = commandLine.says("replay", year);
    for (JsonNode majority : story.get("majorities")) {
      if (!CHAIN.contains(majority.get("stage").asText())) continue;
      if (!majority.get("stage").asText().equals("called")) // whose rows are newsrooms' own
      assertThat(rows(replay, majority.get("stage").asText()))
            .contains("-" + majority.get("candidate").asText() + "-")
            .contains(majority.has("implied") ? "at-the-latest" : "");
      // of a day's many entries it tells no single one
      if (isOfOneMoment(majority.get("since")))
        assertThat(told(majority.get("entry"), majority.get("by"), timeline))
            .as(majority.toString())
            .anyMatch(replay::contains);
      if (isOfOneMoment(majority.path("until")))
        assertThat(told(majority.get("undoneBy"), majority.get("undoneText"), timeline))
            .as(majority.toString())
            .anyMatch(replay::contains);
    }
    for (String stage : CHAIN) {
      String condition = stage + " >= majority";
      JsonNode turns = printed("when", year, condition, "--json");
      assertThat(turns.toString()).isEqualTo(served(year, "/when?condition=" + coded(condition)));
      assertThat(edges(turns.get("turns"))).as(condition).isEqualTo(edges(of(stage, story)));
    }
  }

  @ParameterizedTest
  @MethodSource("elections")
  void an_explanation_is_the_same(String year) throws IOException {
    for (String figure : List.of("president", "majority", "electors.counted", "settled"))
      assertThat(printed("explain", year, figure, "--json").toString())
          .as(figure)
          .isEqualTo(served(year, "/explain?figure=" + coded(figure)));
  }

  /**
   * Of the table with which a replay ends the rows of a stage, as "a majority voted Grant 4 Dec
   * 1872"; in small letters, and with dashes as ids have them.
   */
  private static String rows(String replay, String stage) {
    Pattern rows =
        Pattern.compile("  a majority (?:as )?" + stage + " .*(?:\\R {10,}.*)*", Pattern.MULTILINE);
    Matcher found = rows.matcher(replay);
    assertThat(found.find()).as(stage).isTrue();
    return found.group().toLowerCase(Locale.ROOT).replaceAll("[ ,]+", "-");
  }

  private static boolean isOfOneMoment(JsonNode time) {
    return time.asText().contains("T") && !time.asText().contains("/");
  }

  /** An entry in a clause, as the story and as the timeline have it. */
  private static List<String> told(JsonNode entry, JsonNode clause, JsonNode timeline) {
    List<String> told = new ArrayList<>(List.of(clause.asText()));
    for (JsonNode mark : timeline.get("marks"))
      if (mark.get("entry").equals(entry) && mark.get("kind").asText().equals("lead"))
        told.add(mark.get("text").asText());
    return told;
  }

  private static List<JsonNode> of(String stage, JsonNode story) {
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode majority : story.get("majorities"))
      if (majority.get("stage").asText().equals(stage)) rows.add(majority);
    return rows;
  }

  /** Who had it, from when, and until when. */
  private static List<String> edges(Iterable<JsonNode> turns) {
    List<String> edges = new ArrayList<>();
    for (JsonNode turn : turns)
      edges.add(
          turn.path("candidate").asText()
              + " "
              + turn.path("since").asText()
              + " "
              + turn.path("until").asText());
    return edges.stream().sorted().toList();
  }

  /** Files of standings that are kept, spread over the election's whole time. */
  private List<Path> moments(String year, int number) throws IOException {
    JsonNode all = JSON.readTree(published(year, "standings/moments.json"));
    return Stream.iterate(0, i -> i + 1)
        .limit(number)
        .map(i -> all.get(i * (all.size() - 1) / (number - 1)).asText())
        .distinct()
        .map(ms -> data(year).resolve("standings").resolve(ms + ".json"))
        .toList();
  }

  private Path copy(String year) {
    return folder.resolve(year);
  }

  private Path data(String year) {
    return copy(year).resolve("data").resolve("us-president-" + year);
  }

  private String published(String year, String file) throws IOException {
    return Files.readString(data(year).resolve(file));
  }

  private JsonNode printed(String... command) throws IOException {
    return JSON.readTree(commandLine.says(command));
  }

  private String served(String year, String path) {
    URI address = URI.create(server.address() + "/api/elections/us-president-" + year + path);
    HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(1)).build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return answer.body();
    } catch (IOException broken) {
      throw new AssertionError(path, broken);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new AssertionError(path, stop);
    }
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
