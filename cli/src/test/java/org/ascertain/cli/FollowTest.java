package org.ascertain.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.ascertain.answers.ExitCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that plays a night's feeds with faults, followed into a data folder. */
@Timeout(120)
class FollowTest {

  private static final String AP =
      """
      {"electionDate":"2024-11-05","races":[{"test":%s,"officeID":"P","raceTypeID":"G","reportingUnits":[
       {"statePostal":"PA","level":"state","lastUpdated":"%s","candidates":[
        {"first":"Kamala","last":"Harris","party":"Dem","voteCount":%d%s},
        {"first":"Donald","last":"Trump","party":"GOP","voteCount":%d}]}]}]}
      """;

  @TempDir private Path folder;

  private final Deque<byte[]> answers = new ArrayDeque<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] answer = answers.getFirst();
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    server.start();
    Ran.run("new", "2024", "--like", "2024", "--data", data());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private Ran follow(String format) {
    return Ran.run(
        "follow",
        "http://127.0.0.1:%d/feed".formatted(server.getAddress().getPort()),
        "--format",
        format,
        "--election",
        "2024",
        "--source",
        "wire",
        "--once",
        "--data",
        data());
  }

  private void serve(String text) {
    answers.clear();
    answers.add(text.getBytes(UTF_8));
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(UTF_8));
    }
    return packed.toByteArray();
  }

  private static String ap(String time, long harris, long trump, String won) {
    return AP.formatted("false", time, harris, won, trump);
  }

  @Test
  void a_night_is_followed_with_each_row_recorded_known_or_kept_aside() throws IOException {
    String won = ",\"winner\":\"X\"";
    serve(ap("2024-11-06T02:00:00Z", 100, 90, ""));
    assertThat(follow("ap-json").out()).contains("1 row: 1 recorded");
    assertThat(follow("ap-json").out()).as("twice").isEmpty();

    answers.clear();
    answers.add(packed(ap("2024-11-06T03:00:00Z", 300_000, 290_000, won)));
    assertThat(follow("ap-json").out()).as("packed").contains("2 rows: 2 recorded");

    serve(ap("2024-11-06T02:30:00Z", 200, 190, ""));
    assertThat(follow("ap-json").out())
        .as("older is kept in the record, and told")
        .contains("1 recorded");

    serve(ap("2024-11-06T04:00:00Z", 400_000, 390_000, won));
    assertThat(follow("ap-json").out())
        .as("the call is no news")
        .contains("2 rows: 1 recorded, 1 known already");

    serve(ap("2024-11-06T02:30:00Z", 200, 190, ""));
    assertThat(follow("ap-json").out())
        .as("what came two looks ago is nothing new")
        .contains("1 row: 0 recorded, 1 known already");

    serve(AP.formatted("true", "2024-11-06T05:00:00Z", 1, "", 1));
    Ran test = follow("ap-json");
    assertThat(test.err()).contains("D111", "F114", "test data");
    assertThat(test.exit()).isEqualTo(ExitCode.NO);

    String whole = ap("2024-11-06T06:00:00Z", 500_000, 490_000, won);
    serve(whole.substring(0, whole.length() - 40));
    assertThat(follow("ap-json").err()).contains("F102");

    assertThat(Ran.run("standing", "2024", "--unit", "PA", "--data", data()).out())
        .contains("400,000")
        .contains("AP");
  }

  @Test
  void what_is_no_feed_is_refused_and_nothing_is_recorded() {
    serve(
        "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><ElectionResult>&x;</ElectionResult>");
    Ran entities = follow("clarity-xml");
    assertThat(entities.err()).contains("D110", "F103");
    assertThat(entities.exit()).isEqualTo(ExitCode.USAGE);
    serve("<html>busy</html>");
    assertThat(follow("ap-json").err()).contains("D110");
  }

  @Test
  void an_address_that_is_none_and_a_hurry_are_refused() {
    assertThat(
            Ran.run(
                    "follow",
                    "file:///etc/passwd",
                    "--format",
                    "ap-json",
                    "--election",
                    "2024",
                    "--data",
                    data())
                .err())
        .contains("no address that begins with http");
    assertThat(
            Ran.run(
                    "follow",
                    "http://127.0.0.1:1/",
                    "--format",
                    "ap-json",
                    "--election",
                    "2024",
                    "--every",
                    "0.1s",
                    "--data",
                    data())
                .err())
        .contains("No server is asked more often than once a second");
    Ran nobody =
        Ran.run(
            "follow",
            "http://127.0.0.1:1/",
            "--format",
            "ap-json",
            "--election",
            "2024",
            "--once",
            "--data",
            data());
    assertThat(nobody.exit()).isEqualTo(ExitCode.CANNOT_TELL);
    assertThat(nobody.err()).contains("no answer: nobody listens there.");
  }

  private Ran followTo(Path file) {
    return Ran.run(
        "follow",
        "http://127.0.0.1:%d/feed".formatted(server.getAddress().getPort()),
        "--format",
        "ap-json",
        "--election",
        "2024",
        "--source",
        "wire",
        "--once",
        "--to",
        file.toString());
  }

  @Test
  void a_record_file_is_begun_gone_on_with_and_no_desk_is_promised() throws IOException {
    Path file = folder.resolve("night.jsonl");
    serve(ap("2024-11-06T02:00:00Z", 100, 90, ""));
    assertThat(followTo(file).out()).contains("1 row: 1 recorded");
    assertThat(followTo(file).out()).as("where it was is remembered").isEmpty();

    serve(AP.formatted("true", "2024-11-06T02:30:00Z", 1, "", 1));
    Ran test = followTo(file);
    assertThat(test.exit()).isEqualTo(ExitCode.NO);
    assertThat(test.out())
        .contains("A record file has no desk: what was kept aside or refused is not in it.")
        .doesNotContain("ascertain kept");
    assertThat(test.err()).contains("F114").doesNotContain("kept as");

    serve(ap("2024-11-06T03:00:00Z", 300, 290, ",\"winner\":\"X\""));
    assertThat(followTo(file).out()).contains("2 rows: 2 recorded");
    assertThat(Files.readAllLines(file)).as("the election, two counts, a call").hasSize(4);
    assertThat(Ran.run("check", file.toString()).exit()).isEqualTo(ExitCode.DONE);

    Files.writeString(file, "no record");
    assertThat(followTo(file).err()).contains("is no sound record of us-president-2024");
  }

  /** A desk on a server, as far as a follower sees it. */
  private HttpServer desk(Deque<Integer> statuses, List<String> came) throws IOException {
    HttpServer desk =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    desk.createContext(
        "/",
        exchange -> {
          try (exchange) {
            came.add(
                "%s %s %s"
                    .formatted(
                        exchange.getRequestURI(),
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            byte[] answer =
                "{\"intake\":1,\"state\":\"done\",\"rows\":2,\"recorded\":2,\"title\":\"No\",\"detail\":\"Not so.\"}"
                    .getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(statuses.pop(), answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    desk.start();
    return desk;
  }

  private Ran followToDesk(HttpServer desk, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "follow",
                "http://127.0.0.1:%d/feed.json".formatted(server.getAddress().getPort()),
                "--format",
                "auto",
                "--election",
                "2024",
                "--at",
                "2024-11-06",
                "--once",
                "--remember",
                folder.resolve("memory").toString(),
                "--to",
                "http://127.0.0.1:%d".formatted(desk.getAddress().getPort())));
    words.addAll(List.of(more));
    return Ran.run(words.toArray(String[]::new));
  }

  @Test
  void a_running_desk_gets_what_came_as_it_came() throws IOException {
    List<String> came = new ArrayList<>();
    HttpServer desk = desk(new ArrayDeque<>(List.of(401, 422, 200, 200, 200)), came);
    try {
      String feed = ap("2024-11-06T02:00:00Z", 100, 90, "");
      serve(feed);
      Ran refused = followToDesk(desk, "--token", "asc_x");
      assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
      assertThat(refused.out() + refused.err()).contains("Not so.");
      assertThat(came)
          .containsExactly(
              "/api/elections/us-president-2024/files?format=ap-json&name=feed.json&at=2024-11-06 Bearer asc_x "
                  + feed);

      assertThat(followToDesk(desk, "--token", "asc_x").exit())
          .as("asked for again, and found to be no feed")
          .isEqualTo(ExitCode.USAGE);
      assertThat(followToDesk(desk, "--token", "asc_x").exit())
          .as("told once, not handed in again")
          .isEqualTo(ExitCode.DONE);
      serve(ap("2024-11-06T03:00:00Z", 300, 290, ",\"winner\":\"X\""));
      assertThat(followToDesk(desk, "--token", "asc_x").out()).contains("2 rows: 2 recorded");
      assertThat(came).hasSize(3);
      serve(ap("2024-11-06T04:00:00Z", 400, 390, ",\"winner\":\"X\""));
      assertThat(followToDesk(desk, "--token", "asc_x").out()).contains("2 rows: 2 recorded");
      serve(ap("2024-11-06T03:00:00Z", 300, 290, ",\"winner\":\"X\""));
      assertThat(followToDesk(desk, "--token", "asc_x").out())
          .as("the feed turns back, and the desk answers as it did then")
          .contains("2 rows: 0 recorded, 2 known already");
      assertThat(followToDesk(desk).err()).contains("takes a token");
    } finally {
      desk.stop(0);
    }
  }

  @Test
  void it_goes_into_a_folder_or_into_a_file() {
    String[] both = {
      "follow", "http://127.0.0.1:1/", "--format", "ap-json", "--election", "2024", "--once"
    };
    assertThat(Ran.run(both).exit()).isEqualTo(ExitCode.USAGE);
    List<String> words = new ArrayList<>(List.of(both));
    words.addAll(List.of("--data", data(), "--to", folder.resolve("x.jsonl").toString()));
    assertThat(Ran.run(words.toArray(String[]::new)).exit()).isEqualTo(ExitCode.USAGE);
  }
}
