package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.ascertain.answers.ExitCode;
import org.ascertain.exchange.Format;
import org.ascertain.exchange.Formats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A server plays each format that is read with each fault: every row is recorded, known, or kept
 * aside with code and place, or the whole is refused with a code; nothing is dropped in silence.
 */
@Timeout(180)
class FeedsWithFaultsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String MAPPING =
      "{\"county\":\"where\",\"tickets\":{\"harris\":\"blue\",\"trump\":\"red\"},\"jurisdiction\":\"TX\"}";

  /**
   * A feed with one unit.
   *
   * @param text in which {@code HOUR} is the hour of 6 November 2024, UTC, {@code BLUE} and {@code
   *     RED} are votes
   * @param cut where it is cut off
   * @param test what marks it as a test, in the place of the first; neither where it has no mark
   * @param words beside it
   */
  record Played(String format, String text, String cut, List<String> test, List<String> words) {
    @Override
    public String toString() {
      return format;
    }

    String at(int hour, long blue, long red) {
      return text.replace("HOUR", "%02d".formatted(hour))
          .replace("BLUE", Long.toString(blue))
          .replace("RED", Long.toString(red));
    }

    /** Of when its figures are, where it does not say. */
    List<String> words(int hour) {
      return words.stream().map(word -> word.replace("HOUR", "%02d".formatted(hour))).toList();
    }

    boolean isXml() {
      return text.startsWith("<");
    }
  }

  private static final List<String> NO_MARK = List.of();

  private static final String AT = "2024-11-06THOUR:00:00Z";

  private static final String REPORT =
      """
      <ElectionReport%s xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Election>
      <Candidate ObjectId="c1"><BallotName><Text Language="en">Kamala Harris</Text></BallotName></Candidate>
      <Candidate ObjectId="c2"><BallotName><Text Language="en">Donald Trump</Text></BallotName></Candidate>
      <Contest xsi:type="CandidateContest" ObjectId="k">
      <ContestSelection xsi:type="CandidateSelection" ObjectId="s1"><VoteCounts><GpUnitId>u</GpUnitId><Type>total</Type><Count>BLUE</Count></VoteCounts><CandidateIds>c1</CandidateIds></ContestSelection>
      <ContestSelection xsi:type="CandidateSelection" ObjectId="s2"><VoteCounts><GpUnitId>u</GpUnitId><Type>total</Type><Count>RED</Count></VoteCounts><CandidateIds>c2</CandidateIds></ContestSelection>
      <ElectionDistrictId>u</ElectionDistrictId><Name>President</Name></Contest>
      <Name><Text Language="en">General</Text></Name><StartDate>2024-11-05</StartDate><Type>general</Type></Election>
      <Format>summary-contest</Format><GeneratedDate>2024-11-06THOUR:00:00Z</GeneratedDate>
      <GpUnit xsi:type="ReportingUnit" ObjectId="u"><ExternalIdentifier><Type>ocd-id</Type><Value>ocd-division/country:us/state:%s</Value></ExternalIdentifier><Type>state</Type></GpUnit>
      <Issuer>A state</Issuer><IssuerAbbreviation>ST</IssuerAbbreviation><IsTest>false</IsTest><SequenceStart>1</SequenceStart><SequenceEnd>1</SequenceEnd>
      <Status>unofficial-partial</Status><VendorApplicationId>x</VendorApplicationId></ElectionReport>
      """;

  private static final String REPORT_JSON =
      """
      {"@type":"ElectionResults.ElectionReport","Election":[{"@type":"ElectionResults.Election","Candidate":[
       {"@type":"ElectionResults.Candidate","@id":"c1","BallotName":{"@type":"ElectionResults.InternationalizedText","Text":[{"@type":"ElectionResults.LanguageString","Content":"Kamala Harris","Language":"en"}]}},
       {"@type":"ElectionResults.Candidate","@id":"c2","BallotName":{"@type":"ElectionResults.InternationalizedText","Text":[{"@type":"ElectionResults.LanguageString","Content":"Donald Trump","Language":"en"}]}}],
       "Contest":[{"@type":"ElectionResults.CandidateContest","@id":"k","ContestSelection":[
        {"@type":"ElectionResults.CandidateSelection","@id":"s1","CandidateIds":["c1"],"VoteCounts":[{"@type":"ElectionResults.VoteCounts","GpUnitId":"u","Type":"total","Count":BLUE}]},
        {"@type":"ElectionResults.CandidateSelection","@id":"s2","CandidateIds":["c2"],"VoteCounts":[{"@type":"ElectionResults.VoteCounts","GpUnitId":"u","Type":"total","Count":RED}]}],
        "ElectionDistrictId":"u","Name":"President"}],
       "Name":{"Text":[{"Content":"General","Language":"en"}]},"StartDate":"2024-11-05","EndDate":"2024-11-05","Type":"general"}],
       "Format":"summary-contest","GeneratedDate":"2024-11-06THOUR:00:00Z",
       "GpUnit":[{"@type":"ElectionResults.ReportingUnit","@id":"u","ExternalIdentifier":[{"@type":"ElectionResults.ExternalIdentifier","Type":"ocd-id","Value":"ocd-division/country:us/state:mi"}],"Type":"state"}],
       "Issuer":"A state","IssuerAbbreviation":"ST","IsTest":false,"SequenceStart":1,"SequenceEnd":1,"Status":"unofficial-partial","VendorApplicationId":"x"}
      """;

  private static final String CLARITY =
      """
      <ElectionResult><Timestamp>11/6/2024 HOUR:00:00 AM EST</Timestamp><ElectionDate>11/5/2024</ElectionDate><Region>GA</Region>
      <Contest key="1" text="President of the US">
       <Choice text="Kamala Harris (Dem)" party="DEM"><VoteType name="Election Day"><County name="Appling" votes="BLUE"/></VoteType></Choice>
       <Choice text="Donald Trump (Rep)" party="REP"><VoteType name="Election Day"><County name="Appling" votes="RED"/></VoteType></Choice>
      </Contest></ElectionResult>
      """;

  private static final String CLARITY_JSON =
      """
      {"electionDate":"2024-11-05","createdAt":"2024-11-06THOUR:00:00Z","results":{"name":"Kentucky","ballotItems":[]},
       "localResults":[{"name":"Adair County","ballotItems":[{"name":"President of the US","ballotOptions":[
        {"name":"Kamala Harris (Dem)","politicalParty":"Dem","voteCount":BLUE},
        {"name":"Donald Trump (Rep)","politicalParty":"Rep","voteCount":RED}]}]}]}
      """;

  private static final String TIMELINE =
      """
      {"data":{"races":[{"race_id":"WI-G","race_type":"president","state_id":"WI","election_date":"2024-11-05",
       "candidates":[{"candidate_key":"harrisk"},{"candidate_key":"trumpd"}],
       "counties":[{"fips":"55001","name":"Adams","last_updated":"2024-11-06THOUR:00:00Z","results":{"harrisk":BLUE,"trumpd":RED}}]}]}}
      """;

  private static final String AP =
      """
      {"electionDate":"2024-11-05","races":[{"officeID":"P","raceTypeID":"G","reportingUnits":[
       {"statePostal":"PA","level":"state","lastUpdated":"2024-11-06THOUR:00:00Z","candidates":[
        {"first":"Kamala","last":"Harris","party":"Dem","voteCount":BLUE},
        {"first":"Donald","last":"Trump","party":"GOP","voteCount":RED}]}],"test":false}]}
      """;

  static Stream<Played> played() {
    List<String> inXml = List.of("<IsTest>false", "<IsTest>true");
    List<String> at = List.of("--at", AT);
    return Stream.of(
        new Played(
            "nist-100-v2-xml",
            REPORT.formatted(" xmlns=\"http://itl.nist.gov/ns/voting/1500-100/v2\"", "oh"),
            "</Contest>",
            inXml,
            List.of()),
        new Played(
            "nist-100-v2-json",
            REPORT_JSON,
            "\"Format\"",
            List.of("\"IsTest\":false", "\"IsTest\":true"),
            List.of()),
        new Played("civics-xml", REPORT.formatted("", "ia"), "</Contest>", inXml, List.of()),
        new Played(
            "openelections-csv",
            """
            county,office,party,candidate,votes
            Sterling,President,DEM,Kamala Harris,BLUE
            Sterling,President,REP,Donald Trump,RED
            """,
            ",Donald",
            NO_MARK,
            Stream.concat(at.stream(), Stream.of("--jurisdiction", "TX")).toList()),
        new Played(
            "medsl-csv",
            """
            year,state,state_po,county_name,county_fips,office,candidate,party,candidatevotes,totalvotes,mode
            2024,FLORIDA,FL,BAKER,12003,US PRESIDENT,KAMALA HARRIS,DEMOCRAT,BLUE,,TOTAL
            2024,FLORIDA,FL,BAKER,12003,US PRESIDENT,DONALD TRUMP,REPUBLICAN,RED,,TOTAL
            """,
            ",DONALD",
            NO_MARK,
            at),
        new Played("mapped-csv", "where,blue,red\nLoving,BLUE,RED\n", ",RED", NO_MARK, at),
        new Played(
            "ap-json", AP, "\"test\"", List.of("\"test\":false", "\"test\":true"), List.of()),
        new Played("clarity-xml", CLARITY, "<Choice text=\"Donald", NO_MARK, List.of()),
        new Played("clarity-json", CLARITY_JSON, "{\"name\":\"Donald", NO_MARK, List.of()),
        new Played("nyt-2020-json", TIMELINE, "\"trumpd\":RED", NO_MARK, List.of()));
  }

  @TempDir private Path folder;
  private byte[] answer = {};
  private int promised;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, promised);
            exchange.getResponseBody().write(answer);
          }
        });
    server.start();
    Ran.run("new", "2024", "--like", "2024", "--data", folder.resolve("data").toString());
    Files.writeString(folder.resolve("mapping.json"), MAPPING);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Ran follow(Played played, int hour, byte[] bytes) {
    answer = bytes;
    promised = bytes.length;
    return follow(played, hour);
  }

  private Ran follow(Played played, int hour) {
    List<String> words = new ArrayList<>();
    words.addAll(
        List.of("follow", "http://127.0.0.1:%d/feed".formatted(server.getAddress().getPort())));
    words.addAll(List.of("--format", played.format(), "--election", "2024", "--source", "wire"));
    words.addAll(List.of("--once", "--json", "--data", folder.resolve("data").toString()));
    words.addAll(played.words(hour));
    if (played.format().equals("mapped-csv"))
      words.addAll(List.of("--mapping", folder.resolve("mapping.json").toString()));
    return Ran.run(words.toArray(String[]::new));
  }

  /** What the desk answered, in which each row is somewhere. */
  private static JsonNode answered(Ran ran) throws IOException {
    JsonNode answer = JSON.readTree(ran.out());
    if (answer.has("rows"))
      assertThat(answer.path("rows").asInt())
          .as(ran.out())
          .isEqualTo(
              Stream.of("recorded", "known", "kept", "refused")
                  .mapToInt(part -> answer.path(part).asInt())
                  .sum());
    return answer;
  }

  /** The codes of what was found; of what was not recorded, with a place. */
  private static Set<String> codes(JsonNode answer) {
    Set<String> codes = new TreeSet<>();
    if (answer.has("code")) codes.add(answer.path("code").asText());
    answer.findValues("code").forEach(code -> codes.add(code.asText()));
    return codes;
  }

  private static byte[] packed(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  @ParameterizedTest
  @MethodSource("played")
  void a_sound_one_is_recorded_packed_or_not_and_once(Played played) throws IOException {
    byte[] five = played.at(5, 1_000, 900).getBytes(UTF_8);
    Ran first = follow(played, 5, five);
    assertThat(answered(first).path("recorded").asInt()).as(first.out()).isEqualTo(1);
    assertThat(follow(played, 5).out()).as("twice").isEmpty();
    assertThat(answered(follow(played, 5, packed(five))).path("known").asInt())
        .as("the same, packed")
        .isEqualTo(1);
    Ran packed = follow(played, 6, packed(played.at(6, 1_100, 990).getBytes(UTF_8)));
    assertThat(answered(packed).path("recorded").asInt()).as(packed.out()).isEqualTo(1);
    JsonNode older = answered(follow(played, 4, played.at(4, 800, 700).getBytes(UTF_8)));
    assertThat(older.path("recorded").asInt()).as(older.toString()).isEqualTo(1);
    assertThat(codes(older)).as("it is told that it is older").contains("D303");
  }

  @ParameterizedTest
  @MethodSource("played")
  void one_that_is_cut_off_is_told_with_its_place(Played played) throws IOException {
    String whole = played.at(5, 1_000, 900);
    String cut = played.cut().replace("RED", "900");
    byte[] half = whole.substring(0, whole.indexOf(cut)).getBytes(UTF_8);
    JsonNode answer = answered(follow(played, 5, half));
    assertThat(answer.path("recorded").asInt()).as(answer.toString()).isZero();
    assertThat(codes(answer)).as(answer.toString()).containsAnyOf("D110", "D111");
    assertThat(answer.toString()).containsPattern("F1\\d\\d").containsPattern("line \\d");
    byte[] packed = packed(whole.getBytes(UTF_8));
    JsonNode cutWithin = answered(follow(played, 5, Arrays.copyOf(packed, packed.length - 10)));
    assertThat(codes(cutWithin)).as(cutWithin.toString()).containsAnyOf("D110", "D111");
    assertThat(cutWithin.toString()).containsPattern("F102").containsPattern("(line|byte) \\d");
  }

  @ParameterizedTest
  @MethodSource("played")
  void what_stands_behind_what_is_packed_is_kept_aside_and_the_rest_is_recorded(Played played)
      throws IOException {
    ByteArrayOutputStream behind = new ByteArrayOutputStream();
    behind.writeBytes(packed(played.at(5, 1_000, 900).getBytes(UTF_8)));
    behind.writeBytes("junk".getBytes(UTF_8));
    JsonNode answer = answered(follow(played, 5, behind.toByteArray()));
    assertThat(answer.path("recorded").asInt()).as(answer.toString()).isEqualTo(1);
    assertThat(answer.path("kept").asInt()).as(answer.toString()).isEqualTo(1);
    assertThat(answer.toString()).contains("F102").containsPattern("behind byte \\d+: ");
  }

  @ParameterizedTest
  @MethodSource("played")
  void one_whose_server_breaks_off_is_not_taken(Played played) throws IOException {
    byte[] whole = played.at(5, 1_000, 900).getBytes(UTF_8);
    answer = Arrays.copyOf(whole, whole.length / 2);
    promised = whole.length;
    Ran broken = follow(played, 5);
    assertThat(broken.exit()).isEqualTo(ExitCode.CANNOT_TELL);
    assertThat(broken.out()).isEmpty();
    assertThat(answered(follow(played, 5, whole)).path("recorded").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("played")
  void a_test_is_never_recorded(Played played) throws IOException {
    if (played.test().isEmpty()) return; // it has no mark for tests
    String test =
        played.at(5, 1_000, 900).replace(played.test().getFirst(), played.test().getLast());
    JsonNode answer = answered(follow(played, 5, test.getBytes(UTF_8)));
    assertThat(answer.path("recorded").asInt()).as(answer.toString()).isZero();
    assertThat(answer.toString()).contains("F114");
  }

  @ParameterizedTest
  @MethodSource("played")
  void another_encoding_is_read_and_told_or_refused(Played played) throws IOException {
    String whole = played.at(5, 1_000, 900);
    JsonNode wide = answered(follow(played, 5, whole.getBytes(UTF_16)));
    assertThat(wide.path("recorded").asInt() == 1 || !codes(wide).isEmpty())
        .as(wide.toString())
        .isTrue();
    String accented =
        played.at(6, 1_100, 990).replaceFirst("Kamala Harris|KAMALA HARRIS", "K\u00e4mala Harris");
    if (!accented.contains("\u00e4")) return; // it has no name in one piece
    JsonNode latin = answered(follow(played, 6, accented.getBytes(ISO_8859_1)));
    assertThat(codes(latin)).as(latin.toString()).containsAnyOf("D110", "D111", "D112");
    assertThat(latin.toString()).containsPattern("F10[1267]");
  }

  @ParameterizedTest
  @MethodSource("played")
  void entities_are_refused(Played played) throws IOException {
    if (!played.isXml()) return; // only XML has them
    String text =
        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
            + played.at(5, 1_000, 900).replace("Kamala", "&x;");
    JsonNode answer = answered(follow(played, 5, text.getBytes(UTF_8)));
    assertThat(codes(answer)).contains("D110");
    assertThat(answer.toString()).contains("F103").doesNotContain("root:");
  }

  @Test
  void every_format_that_is_read_is_played() {
    assertThat(played().map(Played::format).collect(Collectors.toSet()))
        .isEqualTo(Formats.read().stream().map(Format::id).collect(Collectors.toSet()));
  }
}
