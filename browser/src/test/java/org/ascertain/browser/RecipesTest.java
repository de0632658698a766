package org.ascertain.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the pages tell a reader to type works as it stands there: every command in README, in
 * CONTRIBUTING and in docs is run by a shell, against the programs as they are packaged. Of those
 * that would build or test all this, what they name is looked for.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RecipesTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final String PROGRAM = "./ascertain ";
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\n(.*?)^```$");
  private static final Pattern INLINE = Pattern.compile("`((?:\\./ascertain|mvn) [^`]+)`");

  /** A command in a sentence, and behind it what it prints. */
  private static final Pattern SHOWN =
      Pattern.compile("`(\\./ascertain [^`]+)`[^`]*\\n\\n```\\n([^`]*)```");

  private static final String DESK = "http://127.0.0.1:8080";
  private static final String LOG = "https://log.example/";
  private static final Integer[] DONE = {0};
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a command needs that no page can give, and the test that gives it. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "./ascertain verify DIR --vkey KEY --witness WITNESSKEY",
          "cli/src/test/java/org/ascertain/cli/RecordCommandsTest.java",
          "./ascertain log 2020 --to DIR --key FILE",
          "cli/src/test/java/org/ascertain/cli/RecordCommandsTest.java",
          "./ascertain export --all --format parquet --duckdb JAR --to parquet/",
          "bench/src/test/java/org/ascertain/bench/TablesInDuckDbTest.java",
          "./ascertain follow https://example.org/feed.json --format ap-json --election 2028 --every"
              + " 30s --to http://127.0.0.1:8080 --token file:wire.token",
          "cli/src/test/java/org/ascertain/cli/FollowTest.java",
          "./ascertain import 2028 FILE --data DIR --dry-run",
          "cli/src/test/java/org/ascertain/cli/DraftsOfThePageTest.java",
          "./ascertain serve --rehearse 2020 --people --speed 20",
          "browser/src/test/java/org/ascertain/browser/RehearsalByPeopleTest.java");

  @TempDir private Path folder;

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      List<Path> all =
          new ArrayList<>(docs.filter(page -> page.toString().endsWith(".md")).toList());
      Stream.of("README.md", "CONTRIBUTING.md", "scenarios/README.md")
          .map(ROOT::resolve)
          .forEach(all::add);
      return all.stream().filter(page -> !commands(text(page)).isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_command_of_a_page_works(Path page) throws IOException {
    program();
    try (Reader reader = new Reader(folder)) {
      for (String command : commands(text(page))) reader.follow(command);
    }
  }

  @Test
  void what_the_readme_shows_is_what_is_printed() throws IOException {
    program();
    Matcher shown = SHOWN.matcher(text(ROOT.resolve("README.md")));
    int samples = 0;
    for (; shown.find(); samples++) {
      List<String> printed = shell(folder, shown.group(1), 0).lines().toList();
      int next = 0;
      for (String line : shown.group(2).lines().filter(line -> !line.equals("…")).toList()) {
        String begin = line.replaceAll("\\s*…$", "");
        while (next < printed.size() && !printed.get(next).startsWith(begin)) next++;
        assertThat(next).as("%s prints '%s'", shown.group(1), begin).isLessThan(printed.size());
      }
    }
    assertThat(samples).isGreaterThanOrEqualTo(3);
  }

  /** Puts the program into the folder under the name that readers have it by. */
  private void program() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String jar = "cli-" + System.getProperty("ascertain.version") + ".jar";
    String script =
        "#!/bin/sh\nexec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar '%s' \"$@\"\n"
            .formatted(java, PackagedProgram.COMMAND_LINE.resolve(jar).normalize());
    Path program = Files.writeString(folder.resolve("ascertain"), script);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Files.createSymbolicLink(folder.resolve("scenarios"), ROOT.resolve("scenarios"));
  }

  /** The commands of the page's blocks in order, then those within its sentences. */
  private static List<String> commands(String page) {
    List<String> commands = new ArrayList<>();
    BLOCK
        .matcher(page)
        .results()
        .map(block -> block.group(1))
        .filter(block -> block.startsWith(PROGRAM) || block.startsWith("mvn "))
        .flatMap(block -> block.replaceAll("\\\\\\n\\s*", "").lines())
        .map(line -> line.replaceAll("\\s+#.*$", ""))
        .filter(line -> !line.isBlank())
        .forEach(commands::add);
    INLINE
        .matcher(BLOCK.matcher(page).replaceAll(""))
        .results()
        .map(span -> span.group(1).replaceAll("\\s+", " "))
        .forEach(commands::add);
    return commands;
  }

  private static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** What a command prints; it ends with one of these exit codes. */
  private static String shell(Path folder, String command, Integer... exits) {
    try {
      Process shell =
          new ProcessBuilder("sh", "-c", command)
              .directory(folder.toFile())
              .redirectError(folder.resolve("errors").toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(shell)));
      shell.getOutputStream().close();
      String printed = new String(shell.getInputStream().readAllBytes(), UTF_8);
      int exit = shell.waitFor();
      assertThat(exit)
          .as("%s%n%s%s", command, printed, Files.readString(folder.resolve("errors")))
          .isIn((Object[]) exits);
      return printed;
    } catch (IOException broken) {
      throw new AssertionError(command, broken);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new AssertionError(command, stop);
    }
  }

  /** Ends a command that did not end by itself, with all that it started. */
  private static void end(Process shell) {
    shell.descendants().forEach(ProcessHandle::destroyForcibly);
    shell.destroyForcibly();
  }

  /** Somebody who types what a page says, command by command, in one folder. */
  private static final class Reader implements AutoCloseable {

    private static final String TICKETS =
        """
        {"candidates":[{"id":"harris","name":"A"},{"id":"trump","name":"B"}],
        "tickets":[{"id":"harris","president":"harris"},{"id":"trump","president":"trump"}]}
        """;
    private static final String CALLERS = "[{\"id\":\"AP\",\"name\":\"The Associated Press\"}]";
    private static final String RETURNS =
        "unit,at,harris,trump\nPA,2028-11-07T21:00:00-05:00,1000,900\n";
    private static final String COUNTIES =
        "county,office,district,party,candidate,votes\nAdams,President,,DEM,A,1000\n";
    private static final String REPORT =
        "WASHINGTON, Dec. 15, 2020 - Joe Biden defeated Donald Trump 306-232.\n";
    private static final String RECORD = "us-president-2020.jsonl";

    private final Path folder;
    private final BuildCommands builds = new BuildCommands(ROOT);
    private final List<RunningServer> servers = new ArrayList<>();

    Reader(Path folder) throws IOException {
      this.folder = folder;
      Files.writeString(folder.resolve("tickets.json"), TICKETS);
      Files.writeString(folder.resolve("callers.json"), CALLERS);
      Files.writeString(folder.resolve("report.txt"), REPORT);
      Files.writeString(folder.resolve("20281107__pa__general__county.csv"), COUNTIES);
      for (String table : List.of("night.csv", "returns.csv"))
        Files.writeString(folder.resolve(table), RETURNS);
    }

    void follow(String command) throws IOException {
      if (ELSEWHERE.containsKey(command)) assertThat(ROOT.resolve(ELSEWHERE.get(command))).exists();
      else if (command.startsWith("mvn")) builds.maven(command);
      else if (command.startsWith(PROGRAM + "test")) builds.test(command);
      else if (command.startsWith(PROGRAM + "bench")) measure(command);
      else if (command.startsWith(PROGRAM + "package")) makePackage(command);
      else if (command.startsWith(PROGRAM + "serve")) serve(after("--data", command));
      else run(command);
    }

    private void measure(String command) {
      String help = shell(folder, PROGRAM + "bench --help", 0).replaceAll("\\s+", " ");
      assertThat(help).contains(command.substring((PROGRAM + "bench").length()).strip());
    }

    /** To make one takes minutes; that it takes such options does not. */
    private void makePackage(String command) {
      String help = shell(folder, PROGRAM + "package --help", 0);
      for (String word : command.split(" ", -1))
        if (word.startsWith("--")) assertThat(help).contains(word + "=");
    }

    private void serve(String data) {
      servers.add(RunningServer.start("--port", "0", "--data", folder.resolve(data).toString()));
    }

    /** A server that has just started reads its record before it has a log of it. */
    private static void awaitRead(URI file) throws IOException {
      HttpRequest request = HttpRequest.newBuilder(file).timeout(Duration.ofMinutes(1)).build();
      long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
      try (HttpClient http = HttpClient.newHttpClient()) {
        while (http.send(request, BodyHandlers.discarding()).statusCode() == 503) {
          assertThat(System.nanoTime()).as("%s is not there yet", file).isLessThan(end);
          Thread.sleep(100);
        }
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new AssertionError(file.toString(), stop);
      }
    }

    private void run(String command) throws IOException {
      prepare(command);
      String meant =
          command
              .replace("ELECTION CONDITION", "2020 'voted >= 270'")
              .replace("ELECTION INDEX", "2020 5000")
              .replace("ELECTION", "2020")
              .replace("COMMAND", "elections")
              .replaceAll("\\bFILE\\b", RECORD)
              // nobody waits for two weeks to be played
              .replace("--speed 600", "--speed max --until 2020-11-03T20:00:00-05:00");
      if (meant.contains(" KEY")) meant = meant.replace(" KEY", " '" + key() + "'");
      if (meant.contains(LOG)) {
        serve("DATA");
        String log = servers.getLast().address() + "/log/us-president-2020";
        awaitRead(URI.create(log + "/checkpoint"));
        meant = meant.replace(LOG, log);
      }
      if (!servers.isEmpty()) meant = meant.replace(DESK, servers.getLast().address());
      Integer[] exits = meant.matches(".*ascertain (send|when) .*") ? new Integer[] {0, 1} : DONE;
      shell(folder, meant, exits);
    }

    /** Makes what a page speaks of as being there. */
    private void prepare(String command) throws IOException {
      if (command.matches(".* (FILE|DATA|DIR --vkey|us-.*jsonl)\\b.*") && isLacking(RECORD))
        shell(folder, PROGRAM + "export 2020 > " + RECORD, 0);
      if (command.matches(".* DATA\\b.*|.* KEY\\b.*") && isLacking("DATA"))
        shell(folder, PROGRAM + "import 2020 " + RECORD + " --data DATA --name log.example", 0);
      if (command.contains("verify DIR") && isLacking("DIR"))
        shell(folder, PROGRAM + "log 2020 --data DATA --to DIR", 0);
      if (command.contains("checkpoint.old"))
        Files.copy(folder.resolve("DIR/checkpoint"), folder.resolve("checkpoint.old"));
      if (command.contains("kept.txt"))
        Files.writeString(
            folder.resolve("kept.txt"),
            JSON.readTree(shell(folder, PROGRAM + "standing 2020 --json", 0))
                .get("checkpoint")
                .asText());
      if (command.startsWith(PROGRAM + "new ")) remove(folder.resolve(after("--data", command)));
    }

    private String key() {
      return shell(folder, PROGRAM + "log 2020 --data DATA --vkey", 0).strip();
    }

    private boolean isLacking(String name) {
      return !Files.exists(folder.resolve(name));
    }

    /** A page may show two ways to begin a record in one folder. */
    private static void remove(Path data) throws IOException {
      if (!Files.exists(data)) return;
      try (Stream<Path> files = Files.walk(data)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
      }
    }

    private static String after(String option, String command) {
      return command.replaceAll(".*" + option + " (\\S+).*", "$1");
    }

    @Override
    public void close() {
      servers.forEach(RunningServer::close);
    }
  }
}
