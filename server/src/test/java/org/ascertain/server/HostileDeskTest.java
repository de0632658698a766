package org.ascertain.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.ascertain.desk.Policy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What nobody should hand in is refused with a code and a place, and the desk goes on. Longer than
 * other files: all of it comes to one running desk.
 */
@QuarkusTest
@TestProfile(RunningDesk.Profile.class)
@Timeout(180)
class HostileDeskTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HEADER = "unit,at,biden,trump,total\n";

  private final RunningDesk desk = new RunningDesk();

  @AfterEach
  void the_desk_goes_on() throws IOException {
    String unit = "VT/" + System.nanoTime();
    HttpResponse<String> answer =
        desk.post(
            "/facts",
            "application/json",
            """
            {"fact":"call","at":"2020-11-04T01:00:00Z","unit":"VT","caller":"AP","for":"nobody","note":"%s"}"""
                .formatted(unit));
    assertThat(JSON.readTree(answer.body()).at("/kept").asInt()).as(answer.body()).isEqualTo(1);
  }

  private JsonNode refused(HttpResponse<String> answer, int status, String code)
      throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.at("/type").asText()).isEqualTo("urn:ascertain:" + code);
    assertThat(problem.at("/advice").asText()).isNotEmpty();
    return problem;
  }

  @Test
  void a_body_that_is_cut_off_leaves_nothing_behind() throws IOException {
    long before = desk.entries();
    try (Socket socket = desk.connect()) {
      String head =
          "POST %s/returns HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\nContent-Type: text/csv\r\nContent-Length: 5000\r\n\r\n"
              .formatted(RunningDesk.AT, RunningDesk.token());
      socket.getOutputStream().write(head.getBytes(UTF_8));
      socket.getOutputStream().write((HEADER + "NH,2020-11-04T01:00:00Z,1,2,3\n").getBytes(UTF_8));
      socket.getOutputStream().flush();
    }
    assertThat(desk.entries()).isEqualTo(before);
  }

  /** Both wait at once, for half a minute each: a thousand bytes a second is the least. */
  @Test
  void a_body_that_comes_too_slowly_or_not_at_all_is_cut_off() throws Exception {
    long before = desk.entries();
    String rows = "NH,2020-11-04T01:00:00Z,1,2,3\n".repeat(40);
    try (Socket silent = desk.connect();
        Socket slow = desk.connect()) {
      begin(silent, 5_000);
      begin(slow, 500_000);
      silent.getOutputStream().write(HEADER.getBytes(UTF_8));
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(50);
      while (System.nanoTime() < end && slow.getInputStream().available() == 0) {
        slow.getOutputStream().write(rows.substring(0, 200).getBytes(UTF_8));
        slow.getOutputStream().flush();
        TimeUnit.SECONDS.sleep(1);
      }
      for (Socket each : List.of(silent, slow))
        assertThat(untilItEnds(each)).startsWith("HTTP/1.1 408 ");
    }
    assertThat(desk.entries()).isEqualTo(before);
  }

  /** Its body never comes: nobody waits for it. */
  @ParameterizedTest
  @ValueSource(strings = {"/returns", "/facts", "/kept/1/release"})
  void whoever_is_refused_before_the_body_has_come_loses_the_connection(String path)
      throws IOException {
    try (Socket socket = desk.connect()) {
      String head =
          "POST %s%s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer nobody\r\nContent-Type: text/csv\r\nContent-Length: 500000\r\n\r\nunit"
              .formatted(RunningDesk.AT, path);
      socket.getOutputStream().write(head.getBytes(UTF_8));
      socket.getOutputStream().flush();
      assertThat(untilItEnds(socket))
          .startsWith("HTTP/1.1 401 ")
          .containsIgnoringCase("\r\nconnection: close\r\n")
          .endsWith("}");
    }
  }

  /** What a server says until it closes the connection, which is to be soon. */
  private static String untilItEnds(Socket socket) throws IOException {
    socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(20));
    return new String(socket.getInputStream().readAllBytes(), UTF_8);
  }

  private static void begin(Socket socket, int length) throws IOException {
    String head =
        "POST %s/returns HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\nContent-Type: text/csv\r\nContent-Length: %d\r\n\r\n"
            .formatted(RunningDesk.AT, RunningDesk.token(), length);
    socket.getOutputStream().write(head.getBytes(UTF_8));
    socket.getOutputStream().flush();
  }

  @ParameterizedTest
  @CsvSource({
    "'PA/1,2020-11-04T05:00:00Z,1,2,3', D109, unit",
    "'PA/Alleghany,2020-11-04T05:00:00Z,1,2,3', D201, unit",
    "'PA,2020-11-04T05:00:00Z,1,2e3,3', D107, trump",
    "'PA,2020-11-04T05:00:00Z,+1,2,3', D107, biden",
    "'PA,2020-11-04T05:00:00Z,1%,2,3', D107, biden"
  })
  void a_finding_names_the_field(String row, String code, String path) throws IOException {
    JsonNode told = JSON.readTree(desk.post("/returns", "text/csv", HEADER + row + "\n").body());
    assertThat(told.at("/findings/0/code").asText()).as(told.toString()).isEqualTo(code);
    assertThat(told.at("/findings/0/path").asText()).as(told.toString()).isEqualTo(path);
    assertThat(told.at("/findings/0/advice").asText()).isNotEmpty();
  }

  @Test
  void the_same_file_under_another_key_is_refused_with_the_intake_it_was() throws IOException {
    String table = HEADER + "NM,2020-11-04T05:10:00Z,100,90,191\n";
    desk.post("/returns", "text/csv", table, "Idempotency-Key", "nm-1");
    refused(desk.post("/returns", "text/csv", table, "Idempotency-Key", "nm-2"), 409, "D106");
  }

  /** A test's rows have no place among an election's, whatever their token may. */
  @Test
  void a_token_of_a_rehearsal_opens_no_desk_that_records() throws IOException {
    long before = desk.entries();
    String secret = RunningDesk.ofARehearsal();
    HttpResponse<String> answer =
        desk.postAs(secret, "/returns", HEADER + "VT,2020-11-04T05:00:00Z,1,2,3\n");
    refused(answer, 403, "D305");
    assertThat(desk.entries()).isEqualTo(before);
  }

  @Test
  void a_body_that_says_that_it_is_too_long_is_not_waited_for() throws IOException {
    try (Socket socket = desk.connect()) {
      String head =
          "POST %s/returns HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\nContent-Type: text/csv\r\nContent-Length: 68000000\r\n\r\n"
              .formatted(RunningDesk.AT, RunningDesk.token());
      socket.getOutputStream().write(head.getBytes(UTF_8));
      StringBuilder answer = new StringBuilder();
      byte[] piece = new byte[1_000];
      // the connection is closed later than the answer is sent
      while (answer.indexOf("\"advice\"") < 0) {
        int read = socket.getInputStream().read(piece);
        if (read < 0) break;
        answer.append(new String(piece, 0, read, UTF_8));
      }
      assertThat(answer).startsWith("HTTP/1.1 413 ").contains("urn:ascertain:D101");
    }
  }

  @Test
  void what_unpacks_to_far_more_than_it_is_is_refused() throws IOException {
    byte[] bomb = gzip((HEADER + " ".repeat(30 << 20)).getBytes(UTF_8));
    assertThat(bomb.length).isLessThan(100_000);
    refused(desk.post("/returns", "text/csv", bomb, "Content-Encoding", "gzip"), 413, "D101");
  }

  @Test
  void a_packed_table_is_taken_and_a_packed_one_that_is_cut_off_is_not() throws IOException {
    byte[] packed = gzip((HEADER + "GU,2020-11-04T01:00:00Z,1,2,3\n").getBytes(UTF_8));
    HttpResponse<String> whole =
        desk.post("/returns", "text/csv", packed, "Content-Encoding", "gzip");
    assertThat(JSON.readTree(whole.body()).at("/rows").asInt()).as(whole.body()).isEqualTo(1);
    byte[] cut = Arrays.copyOf(packed, packed.length - 10);
    assertThat(desk.post("/returns", "text/csv", cut, "Content-Encoding", "gzip").statusCode())
        .isEqualTo(400);
    assertThat(desk.post("/returns", "text/csv", packed, "Content-Encoding", "br").statusCode())
        .isEqualTo(415);
  }

  @Test
  void other_encodings_are_named() throws IOException {
    String text = HEADER + "VT,2020-11-04T01:00:00Z,1,2,3\n# caf\u00e9\n";
    JsonNode wide = refused(desk.post("/returns", "text/csv", text.getBytes(UTF_16)), 415, "D104");
    assertThat(wide.at("/detail").asText()).contains("UTF-16");
    JsonNode old =
        refused(desk.post("/returns", "text/csv", text.getBytes(ISO_8859_1)), 415, "D104");
    assertThat(old.at("/detail").asText()).contains("1252");
  }

  @Test
  void a_row_of_a_megabyte_is_kept_aside_and_the_next_is_taken() throws IOException {
    String row = "NH,2020-11-04T01:00:00Z,1,2,\"" + "9".repeat(1 << 20) + "\"\n";
    HttpResponse<String> answer =
        desk.post("/returns", "text/csv", HEADER + row + "NJ,2020-11-04T01:10:00Z,100,200,301\n");
    JsonNode told = JSON.readTree(answer.body());
    assertThat(told.at("/rows").asInt()).as(answer.body()).isEqualTo(2);
    assertThat(told.at("/recorded").asInt()).isEqualTo(1);
    assertThat(told.at("/findings/0/code").asText()).isEqualTo("R102");
  }

  @Test
  void ten_thousand_columns_are_refused_at_the_first_line() throws IOException {
    String columns =
        IntStream.range(0, 10_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    refused(desk.post("/returns", "text/csv", "unit,at," + columns + "\n"), 400, "D103");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "unit,at\n",
        "unit,biden\n",
        "unit,at,biden,biden\n",
        "unit;at;biden\n",
        "unit,at,bidden\n",
        "county,unit,at,biden\n"
      })
  void a_first_line_that_is_wrong_is_refused_with_the_reason(String text) throws IOException {
    refused(desk.post("/returns", "text/csv", text), 400, "D103");
  }

  @Test
  void a_second_header_in_the_middle_is_a_row_that_is_kept_aside() throws IOException {
    HttpResponse<String> answer =
        desk.post(
            "/returns",
            "text/csv",
            HEADER
                + "DE,2020-11-04T01:10:00Z,100,200,300\n"
                + HEADER
                + "DC,2020-11-04T01:10:00Z,7,5,12\n");
    JsonNode told = JSON.readTree(answer.body());
    assertThat(told.at("/recorded").asInt()).as(answer.body()).isEqualTo(2);
    assertThat(told.at("/kept").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'MD,2020-11-04T01:00:00Z,\"1,234\",2,1236', D107",
    "'MD,2020-11-04T01:00:00Z,12.5,2,15', D107",
    "'MD,2020-11-04T01:00:00Z,1O,2,12', D107",
    "'MD,2020-11-04T01:00:00Z,=1+1,2,4', D107",
    "'MD,2020-11-04T01:00:00Z,3-Nov,2,5', D108",
    "'MD,44138,1,2,3', D108",
    "'MD,2020-11-04T01:00:00Z,1,2', D105",
    "'MD,2020-11-04T01:00:00Z,1,2,3,4', D105",
    "'MD,2020-11-04T01:00:00,1,2,3', D308"
  })
  void a_cell_that_cannot_be_read_keeps_its_row_aside_by_code(String row, String code)
      throws IOException {
    JsonNode told = JSON.readTree(desk.post("/returns", "text/csv", HEADER + row + "\n").body());
    assertThat(told.at("/kept").asInt()).as(told.toString()).isEqualTo(1);
    assertThat(told.at("/findings").findValuesAsText("code")).as(told.toString()).contains(code);
    assertThat(told.at("/findings/0/row").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "{\"fact\":\"call\"",
        "[{\"fact\":\"call\"},{\"fact\":",
        "null",
        "7",
        "\"returns\"",
        "[[[[]]]]",
        "{}",
        "[{}]"
      })
  void json_that_is_no_fact_is_kept_aside_or_refused_and_never_a_fault(String text)
      throws IOException {
    HttpResponse<String> answer = desk.post("/facts", "application/json", text);
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400, 409);
    if (answer.statusCode() == 200)
      // what came before to the letter, in another request, is not kept twice
      assertThat(
              JSON.readTree(answer.body()).at("/kept").asInt()
                  + JSON.readTree(answer.body()).at("/known").asInt())
          .isPositive();
  }

  @Test
  void deep_nesting_is_no_fault() throws IOException {
    HttpResponse<String> answer = desk.post("/facts", "application/json", "[".repeat(100_000));
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400);
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 6_000, 15_000})
  void a_unit_of_any_number_of_levels_is_kept_aside(int levels) throws IOException {
    String unit = "PA" + "/a".repeat(levels);
    String rows = HEADER + unit + ",2020-11-04T01:00:00Z,1,2,3\n";
    String fact =
        """
        {"fact":"returns","at":"2020-11-04T01:00:00Z","source":"s","unit":"%s","votes":{"biden":7}}"""
            .formatted(unit);
    long before = desk.entries();
    for (HttpResponse<String> answer :
        List.of(
            desk.post("/returns", "text/csv", rows),
            desk.post("/facts", "application/json", fact))) {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(JSON.readTree(answer.body()).at("/kept").asInt()).as(answer.body()).isEqualTo(1);
    }
    assertThat(desk.entries()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1000000000001",
        "4294967566",
        "9007199254740991",
        "9007199254740993",
        "10000000000000000000000000000000000000000"
      })
  void a_count_that_no_place_can_have_is_kept_aside(String count) throws IOException {
    long before = desk.entries();
    HttpResponse<String> answer =
        desk.post(
            "/returns",
            "text/csv",
            HEADER + "OK,2020-11-04T01:00:00Z,%s,2,%s\n".formatted(count, count));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(JSON.readTree(answer.body()).at("/kept").asInt()).as(answer.body()).isEqualTo(1);
    assertThat(desk.entries()).isEqualTo(before);
  }

  @Test
  void a_hundred_clients_at_once_are_all_answered() throws Exception {
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        String row = "TX/48%03d,2020-11-04T03:00:00Z,%d,2,%d%n".formatted(2 * i + 1, i, i + 2);
        answers.add(
            CompletableFuture.supplyAsync(
                () -> desk.post("/returns", "text/csv", HEADER + row.strip() + "\n"), clients));
      }
      for (CompletableFuture<HttpResponse<String>> each : answers) {
        HttpResponse<String> answer = each.get();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).at("/rows").asInt()).isEqualTo(1);
      }
    }
  }

  /** Nothing of what comes too fast is read, and other tokens are not held up. */
  @Test
  void one_request_more_than_may_come_within_a_minute_is_told_when_to_come_again()
      throws IOException {
    String busy = RunningDesk.issue("busy", Policy.ASIDE).secret();
    HttpResponse<String> answer = desk.postAs(busy, "/returns", "");
    // a minute may end meanwhile, and another begins
    for (int i = 0; answer.statusCode() == 400 && i <= 2 * RunningDesk.REQUESTS_A_MINUTE; i++)
      answer = desk.postAs(busy, "/returns", "");
    refused(answer, 429, "D903");
    assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 60L);
    assertThat(desk.post("/returns", "text/csv", "").statusCode()).isEqualTo(400);
  }

  @Test
  void a_form_with_a_file_is_taken() throws IOException {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"night.csv\"\r\nContent-Type: text/csv\r\n\r\n"
            + HEADER
            + "OR,2020-11-04T05:10:00Z,100,90,191\n"
            + "\r\n--b--\r\n";
    HttpResponse<String> answer = desk.post("/returns", "multipart/form-data; boundary=b", body);
    JsonNode told = JSON.readTree(answer.body());
    assertThat(told.at("/recorded").asInt()).as(answer.body()).isEqualTo(1);
  }

  /** Of a file whose lines end as old spreadsheets end them, every row is taken. */
  @ParameterizedTest
  @ValueSource(strings = {"\r", "\n\r", "\r\n", "\n\n", "\r\r\n"})
  void lines_may_end_in_any_way(String end) throws IOException {
    int row = ends.incrementAndGet();
    String table =
        "unit,at,biden,trump,total%3$sWA,2020-11-04T06:%1$02d:00Z,%2$d,200,%2$d%3$sWV,2020-11-04T06:%1$02d:00Z,%2$d,200,%2$d"
            .formatted(row, 1_000 * row, end);
    JsonNode told = JSON.readTree(desk.post("/returns", "text/csv", table).body());
    assertThat(told.at("/rows").asInt()).as(told.toString()).isEqualTo(2);
  }

  private static final AtomicInteger ends = new AtomicInteger();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"NH\"x,2020-11-04T05:20:00Z,1,2,3",
        "\"NH\"\"x,2020-11-04T05:20:00Z,1,2,3",
        "NH,2020-11-04T05:20:00Z,\"1\"2,2,14"
      })
  void a_quotation_mark_in_the_wrong_place_keeps_its_row_aside_and_no_other(String row)
      throws IOException {
    int each = ends.incrementAndGet();
    String next = "HI,2020-11-04T05:%02d:00Z,%d,200,%d".formatted(each, 1_000 * each, 1_200 * each);
    // what is never closed takes the rest of the file into its row
    String table = HEADER + next + "\n" + row + " " + each + "\n";
    JsonNode told = JSON.readTree(desk.post("/returns", "text/csv", table).body());
    assertThat(told.at("/rows").asInt()).as(told.toString()).isEqualTo(2);
    assertThat(told.at("/kept").asInt()).as(told.toString()).isEqualTo(1);
    assertThat(told.at("/findings").findValuesAsText("code")).contains("D105");
  }

  @Test
  void a_quotation_mark_in_the_wrong_place_of_the_first_line_is_told() throws IOException {
    JsonNode told =
        refused(desk.post("/returns", "text/csv", "\"unit\"x,at,biden\nNH,x,1\n"), 400, "D103");
    assertThat(told.at("/detail").asText()).contains("quotation mark");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Unit,At,Biden | has to be called unit",
        "unit, at,biden | has to be called at",
        "unit,at,biden, | has no name",
        "unit;at;biden | parted by commas",
        "'unit\tat\tbiden' | parted by commas"
      })
  void what_is_wrong_with_the_first_line_is_told_by_its_name(String line, String says)
      throws IOException {
    String text = line.replace("\\t", "\t");
    JsonNode told = refused(desk.post("/returns", "text/csv", text + "\n"), 400, "D103");
    assertThat(told.at("/detail").asText()).contains(says);
  }

  @Test
  void what_is_no_text_is_named() throws IOException {
    String table = HEADER + "NH,2020-11-04T05:20:00Z,1,2,3\n";
    JsonNode packed =
        refused(desk.post("/returns", "text/csv", gzip(table.getBytes(UTF_8))), 415, "D104");
    assertThat(packed.at("/detail").asText()).contains("gzip");
    byte[] book = {'P', 'K', 3, 4, 20, 0, (byte) 0xff, (byte) 0xfe};
    JsonNode zip = refused(desk.post("/returns", "text/csv", book), 415, "D104");
    assertThat(zip.at("/detail").asText()).contains("spreadsheet");
    for (Charset wide : List.of(UTF_16LE, UTF_16BE)) {
      JsonNode told = refused(desk.post("/returns", "text/csv", table.getBytes(wide)), 415, "D104");
      assertThat(told.at("/detail").asText()).contains("UTF-16");
    }
  }

  /**
   * What was cut off is told each time: that it looks like another that was cut off is no reason.
   */
  @ParameterizedTest
  @ValueSource(strings = {"", ",", ",{\"fact\":\"call\",\"at\"", ",]", "]]", "] x"})
  void a_list_that_is_cut_off_is_told_each_time(String end) throws IOException {
    for (int hour = 4; hour < 6; hour++) {
      String call =
          "{\"fact\":\"call\",\"at\":\"2020-11-04T0%d:00:00Z\",\"unit\":\"VT\",\"caller\":\"AP\",\"for\":\"biden\"}"
              .formatted(hour);
      HttpResponse<String> answer = desk.post("/facts", "application/json", "[" + call + end);
      JsonNode told = JSON.readTree(answer.body());
      assertThat(told.at("/rows").asInt()).as(answer.body()).isEqualTo(2);
      assertThat(told.at("/findings").findValuesAsText("code")).as(answer.body()).contains("R103");
      assertThat(told.at("/findings").findValuesAsText("path")).contains("the rest");
    }
  }

  /** Nobody who wants to try is to find that it was done. */
  @Test
  void a_dry_run_is_true_or_false_and_nothing_else() throws IOException {
    long before = desk.entries();
    HttpResponse<String> answer =
        desk.post(
            "/returns?dry-run=yes", "text/csv", HEADER + "MO,2020-11-04T05:20:00Z,100,200,300\n");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("'yes'");
    assertThat(desk.entries()).isEqualTo(before);
  }

  @Test
  void of_a_form_with_two_files_neither_is_taken() throws IOException {
    long before = desk.entries();
    String part =
        "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"n.csv\"\r\nContent-Type: text/csv\r\n\r\n"
            + HEADER
            + "%s,2020-11-04T05:10:00Z,100,90,191\n\r\n";
    HttpResponse<String> answer =
        desk.post(
            "/returns",
            "multipart/form-data; boundary=b",
            part.formatted("KS") + part.formatted("KY") + "--b--\r\n");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("more than one file");
    assertThat(desk.entries()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"/returns, application/pdf", "/facts, text/csv", "/returns, application/json"})
  void another_type_is_refused(String path, String type) {
    assertThat(desk.post(path, type, "x").statusCode()).isEqualTo(415);
  }

  @Test
  void what_is_not_the_tokens_is_refused_and_binding_facts_by_everybody() throws IOException {
    refused(
        desk.post(
            "/facts",
            "application/json",
            """
            {"fact":"call","at":"2020-11-04T05:00:00Z","unit":"VT","caller":"Fox","for":"biden"}"""),
        403,
        "D901");
    refused(
        desk.post(
            "/facts",
            "application/json",
            """
            {"fact":"certification","at":"2020-11-24","unit":"VT","votes":{"biden":1},"authority":"The board"}"""),
        422,
        "D911");
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
