package org.ascertain.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are handed in to be checked: what is taken, what is refused, and what is left. */
@QuarkusTest
@TestProfile(RunningDesk.Profile.class)
@Timeout(180)
class CheckedTextsTest {

  /** A word that stands in every text of these tests and nowhere else. */
  private static final String MARK = "Zwetschgenkuchen";

  private static final String PLAIN = "text/plain";
  private static final String JSON = "application/json";
  private static final String REPORT =
      "December 16, 2020\n\nBiden defeated Trump 306-232. California's 54 electoral votes were cast"
          + " for him. We had "
          + MARK
          + ".\n";
  private static final int MOST = 100_000;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What is logged, with all that a fault says and where it happened. */
  private static final PatternFormatter WITH_TRACE = new PatternFormatter("%c %s%n%e");

  private final RunningDesk desk = new RunningDesk();
  private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
  private final Handler listening =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          logged.add(WITH_TRACE.format(ExtLogRecord.wrap(line)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private final Logger root = Logger.getLogger("");
  private final Level before = root.getLevel();

  @BeforeEach
  void listen() {
    root.setLevel(Level.ALL);
    root.addHandler(listening);
  }

  /** After each test, whatever it was: no line of the log has a word of the text. */
  @AfterEach
  void nothing_of_a_text_was_logged() {
    root.removeHandler(listening);
    root.setLevel(before);
    assertThat(logged).noneMatch(line -> line.contains(MARK) || line.contains("306-232"));
  }

  private HttpResponse<String> post(String type, String text) {
    return desk.post("/api/check-text", type, text);
  }

  private static JsonNode read(HttpResponse<String> answer) {
    try {
      return MAPPER.readTree(answer.body());
    } catch (IOException unreadable) {
      throw new AssertionError(answer.body(), unreadable);
    }
  }

  private static JsonNode checked(HttpResponse<String> answer, String schema) {
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    return as(answer, schema);
  }

  private static JsonNode as(HttpResponse<String> answer, String schema) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(
            JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(
                    SchemaLocation.of(
                        "classpath:org/ascertain/answers/schemas/" + schema + ".json"))
                .validate(answer.body(), InputFormat.JSON))
        .isEmpty();
    return read(answer);
  }

  private static void refused(HttpResponse<String> answer, int status, String why) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(read(answer).path("detail").asText()).contains(why);
    assertThat(answer.body()).doesNotContain(MARK);
  }

  private static List<String> verdicts(JsonNode text) {
    return text.path("findings").findValuesAsText("verdict");
  }

  private static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/plain; charset=utf-8",
        "text/plain;charset=\"UTF-8\"",
        "text/html"
      })
  void a_text_is_its_own_body(String type) {
    JsonNode text = checked(post(type, REPORT), "CheckedText");
    assertThat(verdicts(text)).containsExactly("supported", "contradicted");
    assertThat(text.path("day").asText()).isEqualTo("2020-12-16");
    assertThat(text.path("sentences").path("all").asInt()).isEqualTo(4);
    assertThat(text.path("sentences").path("withClaims").asInt()).isEqualTo(2);
    assertThat(text.has("file")).isFalse();
  }

  @Test
  void a_page_of_html_is_read_without_its_markup() {
    String page =
        "<html><body><p>December 16, 2020</p><p>Biden <b>defeated</b> Trump 306&ndash;232.</p></body></html>";
    JsonNode found = checked(post("text/html", page), "CheckedText").path("findings").get(0);
    assertThat(found.path("claim").asText()).isEqualTo("Biden defeated Trump 306-232");
    assertThat(page.substring(found.path("start").asInt(), found.path("end").asInt()))
        .isEqualTo("Biden <b>defeated</b> Trump 306&ndash;232");
  }

  @Test
  void day_and_election_may_be_given_with_a_text() {
    String text = "The electoral votes were counted and Bush won 271 electoral votes.";
    JsonNode answer =
        checked(
            post(
                JSON,
                "{\"text\":%s,\"election\":2000,\"asOf\":\"2001-01-10\"}".formatted(json(text))),
            "CheckedText");
    assertThat(answer.path("day").asText()).isEqualTo("2001-01-10");
    assertThat(answer.path("dayFrom").asText()).isEqualTo("as asked");
    assertThat(answer.path("findings").findValuesAsText("election"))
        .isNotEmpty()
        .containsOnly("us-president-2000");
  }

  @Test
  void several_texts_are_compared_and_a_claim_of_two_copies_counts_once() {
    String copy = REPORT.replace("We had", "They had");
    JsonNode all =
        checked(
            post(
                JSON,
                "{\"texts\":[{\"file\":\"a.txt\",\"text\":%s},{\"text\":%s}]}"
                    .formatted(json(REPORT), json(copy))),
            "CheckedTexts");
    assertThat(all.path("texts").findValuesAsText("file")).containsExactly("a.txt");
    assertThat(all.path("texts")).allMatch(text -> verdicts(text).size() == 2);
    JsonNode pair = all.path("copies").get(0);
    assertThat(pair.path("a").asText()).isEqualTo("a.txt");
    assertThat(pair.path("b").asText()).isEqualTo("2");
    assertThat(pair.path("relation").asText()).isEqualTo("same");
    assertThat(pair.path("changes")).hasSize(1);
    assertThat(all.path("sources").toString()).isEqualTo("[{\"texts\":[1,2]}]");
    assertThat(all.path("claims")).hasSize(2);
    assertThat(all.path("claims"))
        .allMatch(claim -> claim.path("texts").toString().equals("[1,2]"))
        .allMatch(claim -> claim.path("sources").asInt() == 1);
  }

  @Test
  void findings_are_told_as_claim_review_to_who_asks_for_json_ld() {
    HttpResponse<String> answer =
        desk.post(
            "/api/check-text",
            JSON,
            "{\"texts\":[{\"text\":%s},{\"text\":%s}]}".formatted(json(REPORT), json(REPORT)),
            "Accept",
            "application/ld+json");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/ld+json");
    JsonNode graph = as(answer, "ClaimReviews").path("@graph");
    assertThat(graph).hasSize(2);
    assertThat(graph.findValuesAsText("alternateName"))
        .containsExactly("supported", "contradicted");
    assertThat(graph.get(0).path("itemReviewed").path("appearance")).hasSize(2);
  }

  private static String ofBytes(int bytes) {
    return REPORT + "x".repeat(bytes - REPORT.length());
  }

  @Test
  void a_text_of_the_greatest_size_is_taken_and_one_byte_more_is_not() {
    assertThat(verdicts(checked(post(PLAIN, ofBytes(MOST)), "CheckedText"))).contains("supported");
    refused(post(PLAIN, ofBytes(MOST + 1)), 413, "100,001 bytes came; a text may have 100,000");
    refused(post(PLAIN, ofBytes(3_000_000)), 413, "3,000,000 bytes came");
  }

  @Test
  void the_same_holds_of_a_text_in_json_however_it_is_written() {
    String written = json(ofBytes(MOST));
    assertThat(written.length()).isGreaterThan(MOST);
    checked(post(JSON, "{\"text\":%s}".formatted(written)), "CheckedText");
    refused(
        post(JSON, "{\"text\":%s}".formatted(json(ofBytes(MOST + 1)))), 413, "100,001 bytes came");
    // each character as six
    StringBuilder escaped = new StringBuilder();
    ofBytes(MOST).chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
    checked(post(JSON, "{\"text\":\"%s\"}".formatted(escaped)), "CheckedText");
    refused(post(JSON, "{\"text\":\"%s\"}".formatted("x".repeat(700_000))), 413, "a text may have");
  }

  @Test
  void bytes_are_counted_not_characters_and_several_texts_together() {
    refused(post(PLAIN, "\u00e9".repeat(MOST / 2 + 1)), 413, "100,002 bytes came");
    String half = json(ofBytes(MOST / 2));
    checked(
        post(JSON, "{\"texts\":[{\"text\":%s},{\"text\":%s}]}".formatted(half, half)),
        "CheckedTexts");
    refused(
        post(
            JSON,
            "{\"texts\":[{\"text\":%s},{\"text\":%s}]}"
                .formatted(half, json(ofBytes(MOST / 2 + 1)))),
        413,
        "100,001 bytes came");
  }

  @Test
  void a_body_of_no_said_length_is_held_to_the_same() {
    HttpRequest.BodyPublisher unsaid =
        HttpRequest.BodyPublishers.ofInputStream(
            () -> new java.io.ByteArrayInputStream(ofBytes(MOST + 1).getBytes(UTF_8)));
    refused(
        desk.send(
            HttpRequest.newBuilder(desk.address("/api/check-text"))
                .header("Content-Type", PLAIN)
                .POST(unsaid)
                .build()),
        413,
        "100,001 bytes came");
  }

  @Test
  void a_body_may_be_packed_and_is_measured_unpacked() throws IOException {
    assertThat(
            verdicts(
                checked(
                    desk.post("/api/check-text", PLAIN, packed(REPORT), "Content-Encoding", "gzip"),
                    "CheckedText")))
        .hasSize(2);
    refused(
        desk.post("/api/check-text", PLAIN, packed(ofBytes(MOST + 1)), "Content-Encoding", "gzip"),
        413,
        "a text may have 100,000");
    refused(desk.post("/api/check-text", PLAIN, REPORT, "Content-Encoding", "br"), 415, "gzip");
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/pdf",
        "application/msword",
        "image/png",
        "text/csv",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/plain; charset=iso-8859-1",
        "nonsense"
      })
  void another_type_is_refused(String type) {
    refused(post(type, REPORT), 415, "text/plain, text/html or application/json in UTF-8, not ");
  }

  @Test
  void what_is_not_utf_8_is_refused() {
    refused(
        desk.post("/api/check-text", PLAIN, (REPORT + "\u00e9t\u00e9").getBytes(ISO_8859_1)),
        400,
        "not written in UTF-8");
    refused(
        desk.post("/api/check-text", PLAIN, REPORT.getBytes(UTF_16)), 400, "not written in UTF-8");
    refused(
        desk.post("/api/check-text", JSON, "{\"text\":\"\u00e9\"}".getBytes(ISO_8859_1)),
        400,
        "not written in UTF-8");
  }

  @Test
  void control_characters_are_blanks() {
    String text = "December 16, 2020\n\nBiden\u0000defeated\u0007 Trump\u001b 306-232. " + MARK;
    assertThat(verdicts(checked(post(PLAIN, text), "CheckedText"))).containsExactly("supported");
    assertThat(verdicts(checked(post(JSON, "{\"text\":%s}".formatted(json(text))), "CheckedText")))
        .containsExactly("supported");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Los electores votaron el lunes por el candidato y todos comieron "
            + MARK
            + " en la casa de la ciudad.|es|only English is read",
        "The electors voted for Biden. We had " + MARK + ".|en|Which day is the text of?",
        "'   '|und|no words"
      })
  void what_cannot_be_judged_is_told_and_is_no_error(String text, String language, String why) {
    JsonNode answer = checked(post(PLAIN, text), "CheckedText");
    assertThat(answer.path("refused").asText()).contains(why).doesNotContain(MARK);
    assertThat(answer.path("language").asText()).isEqualTo(language);
    assertThat(answer.path("findings")).isEmpty();
  }

  @Test
  void an_empty_body_holds_no_words() {
    assertThat(checked(post(PLAIN, ""), "CheckedText").path("refused").asText())
        .contains("no words");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"text\":\"" + MARK + "\",\"election\":\"1999\"}|404|no election '1999' here",
        "{\"text\":\"" + MARK + "\",\"election\":\"nonsense\"}|404|no election 'nonsense' here",
        "{\"text\":\"" + MARK + "\",\"election\":[2020]}|400|'election' is a text",
        "{\"text\":\"" + MARK + "\",\"asOf\":\"yesterday\"}|400|'yesterday' of 'asOf' is no day",
        "{\"text\":\"" + MARK + "\",\"asOf\":\"2020-02-30\"}|400|'2020-02-30' of 'asOf' is no day",
        "{\"text\":\"" + MARK + "\",\"asOf\":\"2020-12-15T12:00:00Z\"}|400|is no day",
        "{\"text\":\"" + MARK + "\",\"asOf\":true}|400|'asOf' is a text",
        "{\"text\":[\"" + MARK + "\"]}|400|Give the text in 'text'",
        "{}|400|Give the text in 'text'",
        "[\"" + MARK + "\"]|400|Give the text in 'text'",
        "{\"text\":\"" + MARK + "|400|cannot be read as JSON",
        MARK + "|400|cannot be read as JSON",
        "{\"texts\":[]}|400|a list of 1 to 20",
        "{\"texts\":\"" + MARK + "\"}|400|a list of 1 to 20",
        "{\"texts\":[\"" + MARK + "\"]}|400|Give the text in 'text'",
        "{\"texts\":[{\"file\":\"" + MARK + "\"}]}|400|Give the text in 'text'",
        "{\"text\":\"a\",\"texts\":[{\"text\":\"" + MARK + "\"}]}|400|one text in 'text' or several"
      })
  void what_is_not_understood_is_refused_with_a_reason(String body, int status, String why) {
    refused(post(JSON, body), status, why);
  }

  @Test
  void more_texts_than_are_compared_are_refused() {
    String one = "{\"text\":\"%s\"}".formatted(MARK);
    refused(
        post(JSON, "{\"texts\":[%s]}".formatted(String.join(",", Collections.nCopies(21, one)))),
        400,
        "a list of 1 to 20");
  }

  @Test
  void a_parameter_is_refused() {
    refused(
        desk.post("/api/check-text?asOf=2020-12-15", PLAIN, REPORT), 400, "no parameter 'asOf'");
  }

  @Test
  void nothing_of_a_text_is_stored() throws IOException {
    checked(post(PLAIN, REPORT), "CheckedText");
    refused(post(PLAIN, ofBytes(MOST + 1)), 413, "bytes came");
    byte[] mark = MARK.getBytes(UTF_8);
    try (Stream<Path> files =
        Files.walk(Path.of(ConfigProvider.getConfig().getValue("ascertain.data", String.class)))) {
      for (Path file : files.filter(Files::isRegularFile).toList())
        assertThat(new String(Files.readAllBytes(file), ISO_8859_1))
            .as(file.toString())
            .doesNotContain(new String(mark, ISO_8859_1));
    }
  }

  /** A check that fails, and tells the text in whatever a fault can tell. */
  private static final class Failing extends TextChecks {
    @Override
    Checked of(List<String> texts, Optional<Integer> year, Optional<LocalDate> day) {
      IllegalStateException fault =
          new IllegalStateException(
              "no sense in " + texts, new IllegalArgumentException(texts.toString()));
      fault.addSuppressed(new IOException(texts.toString()));
      throw fault;
    }
  }

  @Test
  void a_fault_is_told_and_logged_without_a_word_of_the_text() {
    QuarkusMock.installMockForType(new Failing(), TextChecks.class);
    refused(post(PLAIN, REPORT), 500, "The text could not be checked; nothing of it was kept.");
    refused(post(JSON, "{\"text\":%s}".formatted(json(REPORT))), 500, "could not be checked");
    assertThat(logged)
        .filteredOn(line -> line.contains("a text could not be checked: IllegalStateException"))
        .hasSize(2)
        .allMatch(line -> line.contains("CheckedTextsTest$Failing.of"));
  }
}
